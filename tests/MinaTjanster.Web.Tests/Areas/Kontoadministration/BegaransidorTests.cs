using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Kontoadministration;

/// <summary>Requests for services, Kontakta CSN and the contact person's schools: the six questions of each page.</summary>
public sealed class BegaransidorTests : IAsyncLifetime
{
    private readonly PortalFabrik _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Request_GoesToTheOneTheTableNames()
    {
        using var bjorn = await _portal.InloggadAsync(Personer.BjornSvensson);
        var sida = await (await bjorn.HamtaAsync("/begar-behorighet")).SkickaAsync(
            "Skicka begäran", ("Tjanst", "Studeranderapportering"), ("Skal", "Jag vikarierar för Anna."));
        sida.Notis.ShouldContain("Din begäran är skickad.");

        using var cecilia = await _portal.InloggadAsync(Personer.CeciliaNordin);
        (await cecilia.HamtaAsync("/")).Text.ShouldContain("1 person begär en behörighet");
        sida = await cecilia.HamtaAsync("/behorighetsbestallningar/begaranden");
        sida.Text.ShouldContain("Jag vikarierar för Anna.");
        var formular = sida.FindForm("Beställ hos CSN till Björn Svensson");
        sida = await formular.SkickaAsync();

        sida.Notis.ShouldContain("Behörigheten är beställd hos CSN.");
        (await formular.SkickaAsync()).Fel.ShouldContain("Begäran är redan avgjord.");
        (await cecilia.HamtaAsync("/behorighetsbestallningar")).Text.ShouldContain("Hos CSN");
        (await bjorn.HamtaAsync("/begar-behorighet")).Text.ShouldContain("Studeranderapportering");
    }

    [Theory]
    [InlineData("Tjanst", null, "Välj en tjänst som du saknar behörighet till.")]
    [InlineData("Tjanst", "StudietiderUtbildningar", "Välj en tjänst som du saknar behörighet till.")]
    [InlineData("Tjanst", "Behorighetsadministrator", "Välj en tjänst som du saknar behörighet till.")]
    [InlineData("Tjanst", "CsnHandlaggare", "Välj en tjänst som du saknar behörighet till.")]
    [InlineData("Skal", "", "Skriv varför du behöver behörigheten, högst 500 tecken.")]
    [InlineData("Skal", "För 20000101-2384", "Skriv inget personnummer i texten.")]
    public async Task Request_InvalidField_ShowsError(string falt, string? varde, string fel)
    {
        using var klient = await _portal.InloggadAsync(Personer.BjornSvensson);
        var formular = (await klient.HamtaAsync("/begar-behorighet")).FindForm("Skicka begäran");

        var sida = await formular.Satt("Tjanst", "CsnOrder").Satt("Skal", "Jag beställer material.").Manipulera(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(fel);
        await using var db = _portal.Databas.Alla();
        (await db.Nationellt<Behorighetsbegaran>().AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Decision_TamperedOrForeign_ChangesNothing()
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        await (await anna.HamtaAsync("/begar-behorighet")).SkickaAsync("Skicka begäran", ("Tjanst", "CsnOrder"), ("Skal", "Jag beställer material."));
        using var olof = await _portal.InloggadAsync(Personer.OlofRyden);
        var formular = (await olof.HamtaAsync("/csn/begaranden")).FindForm("Ge behörigheten till Anna Lind");

        (await formular.Manipulera("Atgard", "Kanske").SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await formular.Manipulera("Atgard", "Ja").Manipulera("Id", "999999").SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        var nej = await (await olof.HamtaAsync("/csn/begaranden")).SkickaAsync("Avslå begäran från Anna Lind", ("Skal", ""));
        nej.Fel.ShouldContain("Skriv varför du avslår begäran, högst 500 tecken.");
        var ja = await nej.SkickaAsync("Avslå begäran från Anna Lind", ("Skal", "En kollega har den."));

        ja.Notis.ShouldContain("Svaret är skickat");
        (await anna.HamtaAsync("/begar-behorighet")).Text.ShouldContain("En kollega har den.");
        using var bjorn = await _portal.InloggadAsync(Personer.BjornSvensson);
        (await bjorn.HamtaAsync("/identity-manager/begaranden")).Text.ShouldContain("Ingen väntar på svar");
    }

    [Fact]
    public async Task Channel_AskedForByTheSchool_ChangedByItsContactPerson()
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        var sida = await (await anna.HamtaAsync("/kontakta-csn")).SkickaAsync("Begär ändrat rapporteringssätt", ("Satt", "Fil"), ("Fran", "2026-12-15"), ("Skal", "Vi har fått ett nytt system."));
        sida.Notis.ShouldContain("Begäran är skickad");
        sida.Text.ShouldContain("Väntar på CSN");

        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        sida = await kristina.HamtaAsync("/");
        sida.Url.AbsolutePath.ShouldBe("/csn/rapporteringssatt");
        sida = await sida.KlickaAsync("Södra Bergets gymnasium");
        sida.Text.ShouldContain("Vi har fått ett nytt system.");
        sida.Text.ShouldContain("önskar ändringen från och med 15 december 2026");
        var formular = sida.FindForm("Granska ändringen");
        formular.Varde("Satt").ShouldBe("Fil");
        formular.Varde("Fran").ShouldBe("2026-12-15");
        sida = await formular.Satt("Fran", "2026-12-01").SkickaAsync();
        sida.Text.ShouldContain("1 december 2026 (skolan önskade 15 december 2026)");
        sida.Text.ShouldContain("sköts som förut av");
        (await SattAsync()).ShouldBe(Kanalandringsstatus.Begard, "the check page changes nothing");
        var tillbaka = await sida.FindForm("Gå tillbaka och ändra").SkickaAsync();
        tillbaka.FindForm("Granska ändringen").Varde("Fran").ShouldBe("2026-12-01", "what was typed is kept");
        formular = sida.FindForm("Ändra rapporteringssätt");
        sida = await formular.SkickaAsync();
        sida.Notis.ShouldContain("Ändringen är beslutad och gäller från 1 december 2026.");
        (await formular.SkickaAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await anna.HamtaAsync("/kontakta-csn")).Text.ShouldContain("Från och med 1 december 2026 rapporterar skolan: fil.");
        (await sida.SkickaAsync("Återkalla beslutet")).Notis.ShouldContain("Beslutet är återkallat.");

        async Task<Kanalandringsstatus> SattAsync()
        {
            await using var db = _portal.Databas.Alla();
            return (await db.Nationellt<Kanalandring>().SingleAsync()).Status;
        }
    }

    [Theory]
    [InlineData("Fran", "", "Skriv från vilken dag")]
    [InlineData("Fran", "2026-11-21", "Skriv från vilken dag")]
    [InlineData("Fran", "till jul", "Skriv från vilken dag")]
    [InlineData("Skal", "", "Skriv varför")]
    [InlineData("Satt", "Manuellt", "Välj ett rapporteringssätt som skolan inte har i dag.")]
    public async Task ChannelRequest_Invalid_KeepsWhatWasTyped(string falt, string varde, string fel)
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);

        var sida = await (await anna.HamtaAsync("/kontakta-csn")).FindForm("Begär ändrat rapporteringssätt")
            .Satt("Satt", "Fil").Satt("Fran", "2026-12-15").Satt("Skal", "Nytt system.").Manipulera(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(f => f.StartsWith(fel));
        if (falt != "Satt")
            sida.FindForm("Begär ändrat rapporteringssätt").Varde(falt).ShouldBe(varde);
        await using var db = _portal.Databas.Alla();
        (await db.Nationellt<Kanalandring>().AnyAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Satt", null, HttpStatusCode.BadRequest, "Välj ett rapporteringssätt som skolan inte har i dag.")]
    [InlineData("Satt", "Ladok", HttpStatusCode.BadRequest, "Bara högskolor kan rapportera genom Ladok.")]
    [InlineData("Fran", "2026-11-21", HttpStatusCode.BadRequest, "Skriv från vilken dag ändringen gäller: i dag eller senare, högst två år fram, till exempel 2026-12-01.")]
    [InlineData("Fran", "snart", HttpStatusCode.BadRequest, "Skriv från vilken dag ändringen gäller: i dag eller senare, högst två år fram, till exempel 2026-12-01.")]
    [InlineData("Version", "7", HttpStatusCode.Conflict, "Någon annan har hunnit ändra. Läs igenom uppgifterna som de är nu.")]
    [InlineData("Version", "x", HttpStatusCode.BadRequest, null)]
    [InlineData("Atgard", "Annat", HttpStatusCode.BadRequest, null)]
    public async Task Channel_InvalidOrTampered_ChangesNothing(string falt, string? varde, HttpStatusCode kod, string? fel)
    {
        using var klient = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var sida = await (await klient.HamtaAsync("/csn/rapporteringssatt")).KlickaAsync("Södra Bergets gymnasium");

        // On the page itself, and past it on the check page.
        var formular = sida.FindForm("Granska ändringen").Satt("Satt", "Fil");
        var kontroll = (await formular.SkickaAsync()).FindForm("Ändra rapporteringssätt");
        foreach (var svar in new[] { await formular.Manipulera(falt, varde).SkickaAsync(), await kontroll.Manipulera(falt, varde).SkickaAsync() })
        {
            svar.Status.ShouldBe(kod);
            if (fel is not null)
                svar.Fel.ShouldContain(fel);
        }

        await using var db = _portal.Databas.Alla();
        (await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.SodraBerget)).Rapporteringssatt.ShouldBe(Rapporteringssatt.Manuellt);
        (await db.Nationellt<Kanalandring>().AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Channel_MissingSchool_IsNotFound_AndSearchKeepsItsTextOutOfTheAddress()
    {
        using var klient = await _portal.InloggadAsync(Personer.KristinaOhlin);

        (await klient.HamtaAsync("/csn/rapporteringssatt/999999")).Status.ShouldBe(HttpStatusCode.NotFound);
        var sida = await (await klient.HamtaAsync("/csn/rapporteringssatt")).SkickaAsync("Sök", ("Text", "hamnen"));

        sida.Text.ShouldContain("1 skola");
        sida.Url.Query.ShouldNotContain("hamnen");
    }
}
