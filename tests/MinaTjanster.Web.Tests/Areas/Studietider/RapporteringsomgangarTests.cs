using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Infrastructure.Mail;
using MinaTjanster.Web.Tests.Infrastructure.Mail;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studietider;

/// <summary>CSN's rounds of studietider, the reminder as it comes over the wire, and the duty on the start page. Today is 22 November 2026.</summary>
public sealed class RapporteringsomgangarTests : IAsyncDisposable
{
    private const string Lista = "/csn/rapporteringsomgangar";

    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task WithoutTheRight_ThePagesAreForbidden_AndNotInTheMenu() =>
        Personer.VarOchEnUtanAsync(Rattighet.SkotaRapporteringsomgangar, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());
            var id = await OppenAsync();

            foreach (var adress in new[] { "", "/ny", $"/{id}", $"/{id}/csv", $"/{id}/andra", $"/{id}/stall-in" })
                (await klient.HamtaAsync(Lista + adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
            (await klient.HamtaAsync("/tillganglighet")).Dokument.QuerySelector($".meny a[href='{Lista}']").ShouldBeNull();
        });

    [Fact]
    public async Task MissingRound_IsNotFound()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var id = await OppenAsync();
        foreach (var adress in new[] { "", "/csv", "/andra", "/stall-in" })
            (await kristina.HamtaAsync($"{Lista}/99999999{adress}")).Status.ShouldBe(HttpStatusCode.NotFound);

        foreach (var (sida, knapp, plats) in new[] { ("/andra", "Spara ändringen", "/andra"), ("/stall-in", "Ställ in omgången", "/stall-in"), ("", "Påminn nu", "/paminn") })
        {
            var begaran = (await kristina.HamtaAsync($"{Lista}/{id}{sida}")).FindForm(knapp).Begaran();
            begaran.RequestUri = new Uri($"{Lista}/99999999{plats}", UriKind.Relative);
            (await kristina.SkickaAsync(begaran, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Round_IsSetUp_FromTheMenu_WithItsHistory()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var ny = await (await (await kristina.HamtaAsync("/csn/rapporteringssatt")).KlickaAsync("Rapporteringsomgångar")).KlickaAsync("Ny omgång");
        ny.FindForm("Lägg till omgången").Varde("Lasar").ShouldBe("2027/28");

        var sida = await Fyll(ny).SkickaAsync();

        sida.Notis.ShouldContain("Omgången är tillagd.");
        sida.Text.ShouldContain("0 av 3 skolor har rapporterat");
        sida.Text.ShouldContain("Rapporteringsomgång tillagd · Kristina Ohlin");
        (await kristina.HamtaAsync(Lista)).Text.ShouldContain("högskola, konst- och kulturutbildning 2026-12-01 2026-12-20 0 av 3 Planerad");
    }

    [Theory]
    [InlineData("Lasar", "nästa", "Skriv läsåret som 2027/28")]
    [InlineData("Oppnar", "2026-11-01", "Skriv den dag då omgången öppnar")]
    [InlineData("SistaDag", "2026-11-23", "Sista dagen kan inte ligga före")]
    [InlineData("SistaDag", "2020-01-01", "Skriv den sista dagen")]
    [InlineData("Paminnelser", "2026-11-30", "2026-11-30 ligger inte mellan")]
    [InlineData("Paminnelser", "när som helst", "Skriv en dag på varje rad")]
    public async Task FaultyField_IsToldThere_AndWhatWasTypedIsKept(string falt, string varde, string mening)
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var fore = await AntalAsync();

        var sida = await Fyll(await kristina.HamtaAsync($"{Lista}/ny")).Satt(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(falt)[0].ShouldStartWith(mening);
        sida.FindForm("Lägg till omgången").Varde(falt).ShouldBe(varde);
        sida.FindForm("Lägg till omgången").Falt.ShouldContain(("Skolformer", "Hogskola"));
        (await AntalAsync()).ShouldBe(fore);
    }

    /// <summary>What the form does not ask is not taken.</summary>
    [Fact]
    public async Task TamperedPost_ChangesNothingThatTheFormDoesNotAsk()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var form = Fyll(await kristina.HamtaAsync($"{Lista}/ny")).LaggTill("Skolformer", "4").LaggTill("Skolformer", "Simskola");
        foreach (var (falt, varde) in new[] { ("Status", "Installd"), ("Id", "1"), ("Nu.Status", "Installd"), ("SkapadAvKontoId", "1") })
            form.Manipulera(falt, varde);

        var sida = await form.SkickaAsync();

        sida.Text.ShouldContain("Planerad");
        sida.Text.ShouldContain("Skolformer högskola, konst- och kulturutbildning");
        var utan = await Fyll(await kristina.HamtaAsync($"{Lista}/ny")).Manipulera("Skolformer", "Simskola").SkickaAsync();
        utan.Fel.ShouldContain("Välj minst en skolform.");
    }

    [Fact]
    public async Task Round_IsChanged_AndTheSecondOfTwoSeesWhatHolds()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var adress = $"{Lista}/{await OppenAsync()}";
        var gammal = (await kristina.HamtaAsync($"{adress}/andra")).FindForm("Spara ändringen").Satt("SistaDag", "2026-12-31");

        var sida = await (await kristina.HamtaAsync($"{adress}/andra")).SkickaAsync("Spara ändringen", ("SistaDag", "2026-12-20"));
        sida.Text.ShouldContain("Sista dag: 2026-12-04 → 2026-12-20");
        var konflikt = await gammal.SkickaAsync();

        konflikt.Status.ShouldBe(HttpStatusCode.Conflict);
        konflikt.Text.ShouldContain("Sista dag 2026-12-20");
        (await konflikt.SkickaAsync("Spara ändringen")).Text.ShouldContain("Sista dag: 2026-12-20 → 2026-12-31");
    }

    [Fact]
    public async Task RemindNow_GoesOutOnce_AsAMailOverTheWire()
    {
        await using var server = new Testsmtp();
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var adress = $"{Lista}/{await OppenAsync()}";
        var form = (await kristina.HamtaAsync(adress)).FindForm("Påminn nu");

        var sida = await form.SkickaAsync();
        var igen = await form.SkickaAsync();

        sida.Notis.ShouldContain("Påminnelsen går ut");
        sida.Text.ShouldContain("2026-11-22: går ut inom kort");
        sida.HarForm($"{adress}/paminn").ShouldBeFalse();
        igen.Notis.ShouldNotContain("går ut inom");
        using (var arbete = _portal.Services.CreateScope())
        {
            var job = arbete.ServiceProvider.GetRequiredService<PaminnelseService>();
            (await job.SkickaForfallnaAsync(default)).ShouldBe(1);
            (await job.SkickaForfallnaAsync(default)).ShouldBe(0);
        }

        await new Mejlutskick(
            new MejlkoService(_portal.Databas.NyDb, _portal.Klocka, new Mejlinstallning()),
            Testskydd.Mejl,
            new Smtptransport(new Epostinstallning { Host = "127.0.0.1", Port = server.Port, Avsandare = "portal@example.org", Tls = false }),
            NullLogger<Mejlutskick>.Instance).SkickaForfallnaAsync(default);
        var mejl = server.Mejl.ShouldHaveSingleItem();
        mejl.Till.ShouldBe(["gun.berg@fjallberget.example"]);
        mejl.Text.ShouldContain("Skicka in dem senast 4 december 2026.");
        (await kristina.HamtaAsync(adress)).Text.ShouldContain("2026-11-22 1 mottagare");
    }

    [Fact]
    public async Task CalledOff_LeavesTheStartPage_AndCannotBeChanged()
    {
        using var gun = await _portal.InloggadAsync(Personer.GunBerg);
        var kort = (await gun.HamtaAsync("/")).Dokument.QuerySelectorAll(".kort").Single(k => k.TextContent.Contains("studietider ska rapporteras", StringComparison.Ordinal));
        kort.TextContent.ShouldContain("Senast 4 december 2026");
        kort.QuerySelector("a")!.GetAttribute("href").ShouldBe("/studietider/2027-28");
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var adress = $"{Lista}/{await OppenAsync()}";

        var sida = await (await (await kristina.HamtaAsync(adress)).KlickaAsync("Ställ in")).SkickaAsync("Ställ in omgången");

        sida.Notis.ShouldContain("Omgången är inställd.");
        (await gun.HamtaAsync("/")).Text.ShouldNotContain("studietider ska rapporteras");
        foreach (var plats in new[] { "/andra", "/stall-in" })
            (await kristina.HamtaAsync(adress + plats)).Notis.ShouldContain("Omgången är inställd.");
    }

    /// <summary>Nobody at Norra Hamnen reports studietider: its administrator gets the mail, and the card.</summary>
    [Fact]
    public async Task WhereNobodyReports_TheAdministratorHasTheCard()
    {
        using var mikael = await _portal.InloggadAsync(Personer.MikaelAstrom);
        (await mikael.HamtaAsync("/")).Url.AbsolutePath.ShouldBe("/identity-manager");
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var form = (await kristina.HamtaAsync($"{Lista}/ny")).FindForm("Lägg till omgången")
            .Markera("Skolformer", "Gymnasieskola").Satt("Lasar", "2028/29").Satt("Oppnar", "2026-11-22").Satt("SistaDag", "2026-12-20");
        (await form.SkickaAsync()).Fel.ShouldBeEmpty();

        var kort = (await mikael.HamtaAsync("/")).Dokument.QuerySelectorAll(".kort").ShouldHaveSingleItem();

        kort.TextContent.ShouldContain("2028/29");
        kort.TextContent.ShouldContain("ingen på skolan har behörigheten");
        kort.TextContent.ShouldContain("Senast 20 december 2026");
        kort.QuerySelector("a")!.GetAttribute("href").ShouldBe("/identity-manager");
        // At Södra Berget somebody does: theirs is the card, and the last day stands with the läsår.
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        var sida = await (await anna.HamtaAsync("/")).KlickaAsync("Rapportera studietiderna");
        sida.Url.AbsolutePath.ShouldBe("/studietider/2028-29");
        sida.Text.ShouldContain("Skicka studietiderna senast 20 december 2026.");
    }

    [Fact]
    public async Task Schools_AreFiltered_AndExported()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var adress = $"{Lista}/{await OppenAsync()}";

        (await (await kristina.HamtaAsync(adress)).KlickaAsync("Har rapporterat")).Text.ShouldContain("Ingen skola i omgången stämmer med urvalet.");
        var kvar = await (await kristina.HamtaAsync(adress)).KlickaAsync("Har inte rapporterat");
        kvar.Text.ShouldContain("Fjällbergets folkhögskola");
        (await kristina.HamtaAsync($"{adress}?rapporterat=kanske&skolform=9&sida=x")).Status.ShouldBe(HttpStatusCode.OK);

        var csv = await kvar.KlickaAsync("Hämta som CSV");
        var rader = Encoding.UTF8.GetString(csv.Innehall).Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        rader[0].ShouldStartWith("Skola;Skolkod;Ort;Skolform;Läge");
        rader[1].ShouldStartWith($"Fjällbergets folkhögskola;{Demoskolor.Fjallberget};Östersund;folkhögskola;Inte börjat;");
        rader.Length.ShouldBe(2);
    }

    private static Formular Fyll(Sida sida) => sida.FindForm("Lägg till omgången")
        .Markera("Skolformer", "Hogskola").Markera("Skolformer", "KonstOchKultur").Satt("Lasar", "2028/29")
        .Satt("Oppnar", "2026-12-01").Satt("SistaDag", "2026-12-20").Satt("Paminnelser", "2026-12-01\n2026-12-15");

    /// <summary>The demo's round for folkhögskolor.</summary>
    private async Task<long> OppenAsync()
    {
        await using var db = _portal.Databas.Alla();
        var monster = Rapporteringsomgang.Monster(Skolform.Folkhogskola);
        return await db.Rapporteringsomgangar.Where(o => o.Skolformstext.Contains(monster)).Select(o => o.Id).SingleAsync();
    }

    private async Task<int> AntalAsync()
    {
        await using var db = _portal.Databas.Alla();
        return await db.Rapporteringsomgangar.CountAsync();
    }
}
