using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>CSN writes to the school about a case, and the school answers. Who may not at CSN, and cases that are not there: <see cref="ArendesidaTests"/>.</summary>
public sealed class SkolmeddelandenTests
{
    [Fact]
    public async Task Thread_IsSeenByBoth_WithADutyForTheSchool_AndAMailThatSaysNothing()
    {
        await using var portal = new PortalFabrik();
        var (stina, greta) = await TagetAsync(portal);
        using var _ = greta;

        var sida = await FragaAsync(greta, stina, "Vilken klass går eleven i?");

        sida.Notis.ShouldContain("Meddelandet är skickat. Ett mejl om det går till den som rapporterar för skolan.");
        sida.Text.ShouldContain("Inte läst av skolan än");
        await using var db = portal.Databas.Alla();
        var mejl = await db.UtgaendeMejl.AsNoTracking().SingleAsync();
        (mejl.Amne + mejl.Text).ShouldNotContain("Stina");
        mejl.Text.ShouldNotContain("klass");

        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var start = await anna.HamtaAsync("/");
        start.Text.ShouldContain("meddelande från CSN");
        start.Text.ShouldContain("Svara på CSN:s meddelande");
        var rapport = await anna.HamtaAsync($"/ogiltig-franvaro/{stina.SkolkrapportId}");
        rapport.Text.ShouldContain("Vilken klass går eleven i?");
        rapport.Text.ShouldNotContain("Greta");
        var hos = await rapport.KlickaAsync("Läs och svara");
        hos.Text.ShouldNotContain("Greta");

        var svar = await hos.SkickaAsync("Skicka till CSN", ("Text", "EK24B"));

        svar.Notis.ShouldContain("Ditt svar är skickat till CSN.");
        (await anna.HamtaAsync("/")).Text.ShouldNotContain("Svara på CSN:s meddelande");
        (await greta.HamtaAsync("/granskning?flik=mina&visa=meddelanden")).Text.ShouldContain("Stina Vall");
        var arendet = await greta.HamtaAsync($"/granskning/{stina.Id}");
        arendet.Text.ShouldContain("Nytt från skolan");
        arendet.Text.ShouldContain("EK24B");
        var last = await (await arendet.KlickaAsync("Svara skolan eller markera som läst")).SkickaAsync("Jag har läst, inget svar behövs");
        last.Notis.ShouldContain("Meddelandet är markerat som läst.");
        (await greta.HamtaAsync("/granskning?flik=mina&visa=meddelanden")).Text.ShouldNotContain("Stina Vall");
        (await portal.HandelserAsync(stina)).Take(3).Select(h => h.Act).ShouldBe([Acts.CaseMessageRead, Acts.CaseMessageSent, Acts.CaseMessageSent]);
    }

    [Fact]
    public async Task SamePage_PostedTwice_SendsOnce_AtBothEnds()
    {
        await using var portal = new PortalFabrik();
        var (stina, greta) = await TagetAsync(portal);
        using var _ = greta;
        var fraga = (await greta.HamtaAsync($"/granskning/{stina.Id}/meddelanden")).FindForm("Skicka till skolan").Satt("Text", "Hej");
        await fraga.SkickaAsync();

        (await fraga.SkickaAsync()).Notis.ShouldContain("Meddelandet var redan skickat.");

        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var svar = (await anna.HamtaAsync($"/ogiltig-franvaro/{stina.SkolkrapportId}/meddelanden")).FindForm("Skicka till CSN").Satt("Text", "Hej själv");
        await svar.SkickaAsync();
        (await svar.SkickaAsync()).Notis.ShouldContain("Ditt svar var redan skickat till CSN.");
        await using var db = portal.Databas.Alla();
        (await db.Nationellt<Arendemeddelande>().CountAsync(m => m.ArendeId == stina.Id)).ShouldBe(2);
        (await db.UtgaendeMejl.CountAsync()).ShouldBe(2);
    }

    /// <summary>A message that asks nothing: the school reads it, and nothing waits, at either end.</summary>
    [Fact]
    public async Task WhatNeedsNoAnswer_IsNoDuty_ForNeitherCountNorCalendar()
    {
        await using var portal = new PortalFabrik();
        var (stina, greta) = await TagetAsync(portal);
        using var _ = greta;
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var fore = await AttGoraAsync(anna);
        await FragaAsync(greta, stina, "Vilken klass?");
        (await greta.HamtaAsync($"/granskning/{stina.Id}")).Text.ShouldContain("Väntar på skolan");
        (await AttGoraAsync(anna)).ShouldNotBe(fore);
        var sida = await greta.HamtaAsync($"/granskning/{stina.Id}/meddelanden");
        sida.FindForm("Skicka till skolan").Varde("BehoverSvar").ShouldBe("true", "an answer is needed unless it is said not to be");

        var tom = await sida.FindForm("Skicka till skolan").Satt("BehoverSvar", null).SkickaAsync();
        tom.Fel.ShouldContain("Skriv ett meddelande.");
        tom.FindForm("Skicka till skolan").Varde("BehoverSvar").ShouldBeNull("what was unticked stays so");
        (await tom.FindForm("Skicka till skolan").Satt("Text", "Hej").Manipulera("BehoverSvar", "kanske").SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        var skickat = await tom.FindForm("Skicka till skolan").Satt("Text", "Tack, ärendet är snart klart.").SkickaAsync();

        skickat.Notis.ShouldContain("Meddelandet är skickat.");
        skickat.Text.ShouldContain("Inget svar behövs");
        (await greta.HamtaAsync($"/granskning/{stina.Id}")).Text.ShouldNotContain("Väntar på skolan");
        (await AttGoraAsync(anna)).ShouldBe(fore);
        (await anna.HamtaAsync("/")).Text.ShouldNotContain("Svara på CSN:s meddelande");
        var rapport = await anna.HamtaAsync($"/ogiltig-franvaro/{stina.SkolkrapportId}");
        rapport.Text.ShouldContain("Tack, ärendet är snart klart.");
        rapport.Text.ShouldContain("Inget svar behövs");
        rapport.Text.ShouldNotContain("CSN har skrivit till er om rapporten.");
        await using var db = portal.Databas.Alla();
        (await db.UtgaendeMejl.AsNoTracking().OrderByDescending(m => m.Id).FirstAsync()).Text.ShouldContain("Ni behöver inte svara. Logga in");
        (await portal.HandelserAsync(stina))[0].Changes.ShouldBe("Inget svar behövs");

        static async Task<string> AttGoraAsync(Portalklient klient)
        {
            var meny = (await klient.HamtaAsync("/ogiltig-franvaro")).Dokument.QuerySelector("nav[aria-label='Tjänster']")!.TextContent;
            var kalender = (await klient.HamtaAsync("/kalender")).Text;
            return $"{meny}\n{kalender.Contains("meddelande", StringComparison.OrdinalIgnoreCase)}";
        }
    }

    [Theory]
    [InlineData("Text", "", "Skriv ett meddelande.")]
    [InlineData("Text", "Gäller 20090412-2383.", "Skriv inte personnummer i meddelandet. Ta bort det och försök igen.")]
    [InlineData("Text", "1001", "Meddelandet är för långt. Skriv högst 1000 tecken.")]
    [InlineData("Nyckel", "x", null)]
    [InlineData("Nyckel", null, null)]
    [InlineData("__RequestVerificationToken", null, null)]
    [InlineData("__skola", null, null)]
    public async Task BadOrTampered_IsRefused_KeepsWhatWasTyped_AndSendsNothing(string falt, string? varde, string? fel)
    {
        await using var portal = new PortalFabrik();
        var (stina, greta) = await TagetAsync(portal);
        using var _ = greta;
        await FragaAsync(greta, stina, "Hej");
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        varde = varde == "1001" ? new string('ö', 1001) : varde;
        foreach (var (klient, adress, knapp) in new[] { (greta, $"/granskning/{stina.Id}/meddelanden", "Skicka till skolan"), (anna, $"/ogiltig-franvaro/{stina.SkolkrapportId}/meddelanden", "Skicka till CSN") })
        {
            var sida = await (await klient.HamtaAsync(adress)).FindForm(knapp).Satt("Text", "Skrivet").Manipulera(falt, varde).SkickaAsync();

            sida.Status.ShouldBe(HttpStatusCode.BadRequest);
            if (fel is not null)
            {
                sida.Fel.ShouldContain(fel);
                sida.FindForm(knapp).Varde("Text").ShouldBe(varde);
            }
        }

        await using var db = portal.Databas.Alla();
        (await db.Nationellt<Arendemeddelande>().CountAsync(m => m.ArendeId == stina.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task OldPage_IsRefused_KeepsWhatWasTyped_AndShowsTheNewMessage_AtBothEnds()
    {
        await using var portal = new PortalFabrik();
        var (stina, greta) = await TagetAsync(portal);
        using var _ = greta;
        await FragaAsync(greta, stina, "Första frågan");
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var gammal = await anna.HamtaAsync($"/ogiltig-franvaro/{stina.SkolkrapportId}/meddelanden");
        var gretas = await greta.HamtaAsync($"/granskning/{stina.Id}/meddelanden");
        await FragaAsync(greta, stina, "Andra frågan");

        var nej = await gammal.FindForm("Skicka till CSN").Satt("Text", "Svar på den första").SkickaAsync();

        nej.Status.ShouldBe(HttpStatusCode.Conflict);
        nej.Text.ShouldContain("Det har kommit ett nytt meddelande. Läs det och försök igen.");
        nej.Text.ShouldContain("Andra frågan");
        nej.FindForm("Skicka till CSN").Varde("Text").ShouldBe("Svar på den första");
        (await gammal.SkickaAsync("Jag har läst, inget svar behövs")).Text.ShouldContain("Det har kommit ett nytt meddelande. Läs det och försök igen.");
        (await anna.HamtaAsync("/")).Text.ShouldContain("Svara på CSN:s meddelande");
        (await nej.FindForm("Skicka till CSN").SkickaAsync()).Notis.ShouldContain("Ditt svar är skickat till CSN.");

        var csn = await gretas.FindForm("Skicka till skolan").Satt("Text", "Hallå?").SkickaAsync();
        csn.Status.ShouldBe(HttpStatusCode.Conflict);
        csn.Text.ShouldContain("Svar på den första");
        csn.FindForm("Skicka till skolan").Varde("Text").ShouldBe("Hallå?");
        (await gretas.FindForm("Skicka till skolan").Satt("Text", "Hallå?").Manipulera("Sett", "x").SkickaAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task ClosedCase_IsReadOnly_AndWhatWasTypedIsShown()
    {
        await using var portal = new PortalFabrik();
        var (stina, greta) = await TagetAsync(portal);
        using var _ = greta;
        await FragaAsync(greta, stina, "Hej");
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var svar = (await anna.HamtaAsync($"/ogiltig-franvaro/{stina.SkolkrapportId}/meddelanden")).FindForm("Skicka till CSN").Satt("Text", "Mitt svar");
        await portal.AndraAsync(stina, a => a.Aterta(new DateTime(2026, 11, 22, 8, 42, 0, DateTimeKind.Utc)));

        var sida = await svar.SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.Conflict);
        sida.Text.ShouldContain("Ärendet är stängt.");
        sida.Text.ShouldContain("Mitt svar");
        (await anna.HamtaAsync("/")).Text.ShouldNotContain("meddelande från CSN");
        (await greta.HamtaAsync($"/granskning/{stina.Id}/meddelanden")).HarForm($"/granskning/{stina.Id}/meddelanden").ShouldBeFalse();
    }

    [Fact]
    public async Task OthersThanTheSchoolsReporters_ReachNothing()
    {
        await using var portal = new PortalFabrik();
        var (stina, greta) = await TagetAsync(portal);
        using var _ = greta;
        await FragaAsync(greta, stina, "Hej");
        var adress = $"/ogiltig-franvaro/{stina.SkolkrapportId}/meddelanden";
        using var david = await portal.InloggadMedSkolaAsync(Personer.DavidAbdi);
        (await david.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound, "another school's");
        (await david.HamtaAsync("/ogiltig-franvaro/987654321/meddelanden")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var bjorn = await portal.InloggadAsync(Personer.BjornSvensson);
        (await bjorn.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, "an administrator who does not report");
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        (await stig.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var hans = await stig.HamtaAsync($"/granskning/{stina.Id}/meddelanden");
        hans.Text.ShouldContain("Ärendet handläggs av Greta Granberg");
        hans.HarForm($"/granskning/{stina.Id}/meddelanden").ShouldBeFalse("only whoever has the case writes");
    }

    [Fact]
    public async Task AProtectedStudentsThread_IsMaskedForTheSchool_AndTheViewIsNoted()
    {
        await using var portal = new PortalFabrik();
        var skyddad = await portal.TagetAvAsync(await portal.SkyddadAsync(), Personer.StigSkyman);
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        var namn = (await stig.HamtaAsync($"/granskning/{skyddad.Id}")).Rubrik.Split(' ')[0];
        await FragaAsync(stig, skyddad, "Hej");
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await anna.HamtaAsync($"/ogiltig-franvaro/{skyddad.SkolkrapportId}/meddelanden");

        sida.Text.ShouldContain("Skyddade personuppgifter. Att sidan har öppnats är noterat.");
        sida.Text.ShouldNotContain(namn);
        var vem = portal.KontoId(Personer.AnnaLind);
        (await portal.VisningarAsync()).ShouldContain(v => v.KontoId == vem && v.Slag == Visningsslag.SkyddadIdentitet);
    }

    private static async Task<Sida> FragaAsync(Portalklient klient, Arende arende, string text) =>
        await (await klient.HamtaAsync($"/granskning/{arende.Id}/meddelanden")).SkickaAsync("Skicka till skolan", ("Text", text));

    private static async Task<(Arende Stina, Portalklient Klient)> TagetAsync(PortalFabrik portal) =>
        (await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg), await portal.InloggadAsync(Personer.GretaGranberg));
}
