using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Franvarolistor;

/// <summary>One check page for many: each line with its own consequences, sent once, by the report's own rules. Today is 22 November 2026.</summary>
public sealed class UrvalsgranskningTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private readonly Skolkvarld _varld = new(portal);

    [Theory, MemberData(nameof(Personer.UtomRapportorer), MemberType = typeof(Personer))]
    public async Task Get_ByOneWhoDoesNotReport_IsForbidden(Person person)
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var elev = await _varld.ElevAsync();
        var granska = await (await Listfall.LaddaUppAsync(anna, Listfall.Manga(elev))).ValjAsync(elev);
        using var klient = await portal.InloggadAsync(person);

        foreach (var del in new[] { "", "/kvittens" })
            (await klient.HamtaAsync(granska.Url.AbsolutePath + del)).Status.ShouldBe(HttpStatusCode.Forbidden, del);
    }

    [Fact]
    public async Task Get_MissingOrSomebodyElses_IsNotFound()
    {
        using var gun = await portal.InloggadAsync(Personer.GunBerg);
        var elev = await _varld.ElevAsync(skolkod: Core.Data.Seed.Demoskolor.Fjallberget);
        var annans = (await (await Listfall.LaddaUppAsync(gun, Listfall.Manga(elev))).ValjAsync(elev)).Url.AbsolutePath;
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        foreach (var adress in new[] { annans, $"/franvarocoach/granska/{new string('a', 64)}" })
        {
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await klient.HamtaAsync($"{adress}/kvittens")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Choose_NobodyOrAnotherSchoolsStudent_SaysSo()
    {
        var (elev, annans) = (await _varld.ElevAsync(), await _varld.ElevAsync(skolkod: Core.Data.Seed.Demoskolor.Fjallberget));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await Listfall.LaddaUppAsync(klient, Listfall.Manga(elev));

        foreach (var svar in new[]
        {
            await sida.FindForm("Granska de markerade").SkickaAsync(),
            await sida.FindForm("Granska de markerade").LaggTill("Valda", $"{annans.Id}").SkickaAsync(),
            await sida.FindForm("Granska de markerade").LaggTill("Valda", "999999999").SkickaAsync(),
        })
        {
            svar.Status.ShouldBe(HttpStatusCode.BadRequest);
            svar.Fel.ShouldContain("Markera minst en studerande.");
            HorTillForstaRutan(svar);
        }

        var manga = sida.FindForm("Granska de markerade");
        for (var i = 0; i <= Franvarourval.Flest; i++)
            manga.LaggTill("Valda", $"{i + 1}");
        (await manga.SkickaAsync()).Fel.ShouldContain(f => f.StartsWith("Markera högst 250", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_AreSentOnOnePage_EachWithItsReceipt_AndTheirUnderlagDrawn()
    {
        var (ena, andra, bort) = (await _varld.ElevAsync("Ena", "Enasson"), await _varld.ElevAsync("Andra", "Andrasson"), await _varld.ElevAsync("Bort", "Bortsson"));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var granska = await (await Listfall.LaddaUppAsync(klient, Listfall.Manga(ena), Listfall.Manga(andra), Listfall.Manga(bort))).ValjAsync(ena, andra, bort);
        granska.Rubrik.ShouldBe("Granska rapporterna");
        granska.Texter(".urvalsrad").Count.ShouldBe(3);
        granska.Texter(".urvalsrad").ShouldAllBe(r => r.Contains("stoppas studiehjälpen", StringComparison.Ordinal) && r.Contains("5,33 timmar vid 4 tillfällen", StringComparison.Ordinal));
        (await _varld.RapporterAsync(ena)).ShouldBeEmpty("nothing is sent without the check page");

        var formular = granska.FindForm("Skicka de markerade rapporterna");
        var rader = formular.Falt.Where(f => f.Namn == "Valda").Select(f => f.Varde).ToList();
        formular.Manipulera("Valda", null);
        rader.Take(2).ToList().ForEach(r => formular.LaggTill("Valda", r));
        var kvittens = await formular.SkickaAsync();

        kvittens.Rubrik.ShouldBe("2 rapporter är skickade");
        var rapport = (await _varld.RapporterAsync(ena)).ShouldHaveSingleItem();
        (rapport.ForstaDag, rapport.OgiltigMinuter, rapport.Tillfallen, rapport.Bekraftelse).ShouldBe((new DateOnly(2026, 10, 5), 320, 4, Omfattningsbekraftelse.EjBekraftad));
        kvittens.Text.ShouldContain(rapport.Kvittensnummer);
        (await _varld.ArendeAsync(rapport)).Beslut.ShouldHaveSingleItem().Slag.ShouldBe(Skolkbeslutsslag.Stopp);
        (await _varld.RapporterAsync(andra)).Count.ShouldBe(1);
        (await _varld.RapporterAsync(bort)).ShouldBeEmpty("it was not ticked");
        (await _varld.HandelserAsync(AuditObjects.Skolkrapport, rapport.Id)).Select(e => e.Act).ShouldBe([Acts.SkolkrapportSent]);

        // A second post, with the third ticked too, gets the first one's receipts.
        (await formular.LaggTill("Valda", rader[2]).SkickaAsync()).Rubrik.ShouldBe("2 rapporter är skickade");
        (await klient.HamtaAsync(granska.Url.AbsolutePath)).Rubrik.ShouldBe("2 rapporter är skickade");
        (await _varld.RapporterAsync(bort)).ShouldBeEmpty();

        kvittens.Text.ShouldContain("Det som tas bort före dess ser CSN aldrig.");
        kvittens.Text.ShouldContain("från första skolkdagen till i dag, eller så långt listan räcker");
        var klart = await kvittens.SkickaAsync("Skapa 2 underlag");
        klart.Notis.ShouldContain("Underlagen är skapade");
        (await kvittens.FindForm("Skapa 2 underlag").SkickaAsync()).Status.ShouldBe(HttpStatusCode.OK);
        await using (var db = portal.Databas.Alla())
        {
            var underlag = await db.Nationellt<Franvarounderlag>().Include(u => u.Dokument).SingleAsync(u => u.SkolkrapportId == rapport.Id, TestContext.Current.CancellationToken);
            underlag.ArInskickat.ShouldBeFalse("a person sends it");
            var fil = underlag.Dokument.ShouldHaveSingleItem("drawn once, whatever is clicked twice");
            (fil.Filnamn, fil.Typ).ShouldBe(($"franvarounderlag-{rapport.Kvittensnummer}.pdf", Dokumenttyp.Pdf));
            (underlag.TackerFran, underlag.TackerTill, underlag.OgiltigMinuter, underlag.Tillfallen).ShouldBe((new(2026, 10, 5), new(2026, 10, 15), 320, 4), "the list ends there");
            (await Pdfprov.TextAsync((await klient.HamtaAsync($"/dokument/{fil.Id}")).Innehall)).ShouldContain("2026-10-05–2026-10-15");
        }

        var kontroll = await klart.KlickaAsync("Kontrollera och skicka underlaget för Ena Enasson");
        kontroll.Rubrik.ShouldBe("Kontrollera underlaget");
        var blad = kontroll.Texter(".fakta--smal dt").Zip(kontroll.Texter(".fakta--smal dd")).ToDictionary();
        (blad["Ogiltig frånvaro"], blad["Första skolkdag"], blad["Antal sidor, med den här"]).ShouldBe(("5,33 timmar", "2026-10-05", "2"));
        var forklaring = kontroll.FindForm("Skicka underlaget");
        if (forklaring.Varde("Forklaring") is not null)
            forklaring.Satt("Forklaring", "Listan slutar tidigare.");
        (await forklaring.SkickaAsync()).Notis.ShouldContain("Underlaget är skickat till CSN.");
    }

    [Fact]
    public async Task BeforeThirtyDays_EachIsConfirmed_OrNothingIsSent()
    {
        var elev = await _varld.ElevAsync("Nils", "Nysson");
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var granska = await (await Listfall.LaddaUppAsync(klient, Listfall.Nyss(elev))).ValjAsync(elev);

        var utan = await granska.SkickaAsync("Skicka rapporten");

        utan.Status.ShouldBe(HttpStatusCode.BadRequest);
        utan.Fel.ShouldContain(f => f.Contains("Nils Nysson: Bekräfta", StringComparison.Ordinal));
        (await _varld.RapporterAsync(elev)).ShouldBeEmpty();
        var ingen = await granska.FindForm("Skicka rapporten").Manipulera("Valda", null).SkickaAsync();
        (ingen.Status, ingen.Fel.Contains("Markera minst en studerande.")).ShouldBe((HttpStatusCode.BadRequest, true));
        HorTillForstaRutan(ingen);

        var formular = utan.FindForm("Skicka rapporten");
        formular.Markera("Bekraftade", formular.Varde("Valda")!);
        (await formular.SkickaAsync()).Rubrik.ShouldBe("Rapporten är skickad");
        (await _varld.RapporterAsync(elev)).ShouldHaveSingleItem().Bekraftelse.ShouldBe(Omfattningsbekraftelse.Bekraftad);
    }

    [Fact]
    public async Task ReportedMeanwhile_IsRefusedAndToldWhy_TheOthersAreSent()
    {
        var (redan, fri) = (await _varld.ElevAsync("Redan", "Redansson"), await _varld.ElevAsync("Fri", "Frisson"));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var granska = await (await Listfall.LaddaUppAsync(klient, Listfall.Manga(redan), Listfall.Manga(fri))).ValjAsync(redan, fri);
        await _varld.RapportAsync(redan);

        var kvittens = await granska.SkickaAsync("Skicka de markerade rapporterna");

        kvittens.Rubrik.ShouldBe("Rapporten är skickad");
        kvittens.Text.ShouldContain("1 rapport skickades inte");
        kvittens.Text.ShouldContain("Den studerande har redan en pågående skolkrapport");
        (await _varld.RapporterAsync(redan)).Count.ShouldBe(1, "only the one that came meanwhile");
        (await _varld.RapporterAsync(fri)).Count.ShouldBe(1);
        var omigen = await (await Listfall.LaddaUppAsync(klient, Listfall.Manga(redan))).KlickaAsync("Redan rapporterade (1)");
        omigen.Text.ShouldContain("Redan Redansson");
    }

    [Fact]
    public async Task TenAtOnce_SendEachLineOnce()
    {
        var (ena, andra) = (await _varld.ElevAsync(), await _varld.ElevAsync());
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var granska = await (await Listfall.LaddaUppAsync(klient, Listfall.Manga(ena), Listfall.Manga(andra))).ValjAsync(ena, andra);
        var formular = granska.FindForm("Skicka de markerade rapporterna");

        var svar = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => klient.SkickaAsync(formular.Begaran(), foljOmdirigering: true)));

        svar.ShouldAllBe(s => s.Status == HttpStatusCode.OK && s.Rubrik == "2 rapporter är skickade");
        (await _varld.RapporterAsync(ena)).Count.ShouldBe(1);
        (await _varld.RapporterAsync(andra)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ListRemovedWhileItIsSent_TheReportsGoAndAreCounted()
    {
        var (ena, andra) = (await _varld.ElevAsync(), await _varld.ElevAsync());
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await Listfall.LaddaUppAsync(klient, Listfall.Manga(ena), Listfall.Manga(andra));
        var granska = await sida.ValjAsync(ena, andra);
        await SqlAsync($"CREATE TRIGGER ListanBort AFTER INSERT ON Skolkrapporter WHEN NEW.StuderandeId = {ena.Id} BEGIN DELETE FROM Dokument WHERE Id = (SELECT DokumentId FROM Franvarolistor WHERE Id = {sida.Adress().Split('/')[^1]}); END");

        var svar = await granska.SkickaAsync("Skicka de markerade rapporterna");
        await SqlAsync("DROP TRIGGER ListanBort");

        (svar.Status, svar.Url.AbsolutePath).ShouldBe((HttpStatusCode.OK, "/ogiltig-franvaro"));
        svar.Notis.ShouldContain("Antal skickade rapporter: 2 av 2.");
        (await _varld.RapporterAsync(ena)).Count.ShouldBe(1);
        (await _varld.RapporterAsync(andra)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Underlag_TenAtOnce_AreDrawnOnce()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var kvittens = await (await (await Listfall.LaddaUppAsync(klient, Listfall.Manga(elev))).ValjAsync(elev)).SkickaAsync("Skicka rapporten");
        var formular = kvittens.FindForm("Skapa underlaget");

        var svar = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => klient.SkickaAsync(formular.Begaran(), foljOmdirigering: true)));

        svar.ShouldAllBe(s => s.Status == HttpStatusCode.OK);
        (await UnderlagsfilerAsync((await _varld.RapporterAsync(elev))[0])).ShouldBe(1);
    }

    [Fact]
    public async Task Underlag_OfAProtectedStudent_IsNotDrawn()
    {
        var (skyddad, oppen) = (await _varld.ElevAsync("Gomd", "Gomdsson", skydd: Core.Studeranderapportering.Personskydd.Skyddad), await _varld.ElevAsync());
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await Listfall.LaddaUppAsync(klient, Listfall.Manga(skyddad), Listfall.Manga(oppen));
        var kvittens = await (await (await klient.HamtaAsync($"{sida.Adress()}/studerande/{skyddad.Id}")).SkickaAsync("Granska rapporten")).SkickaAsync("Skicka rapporten");
        kvittens.Rubrik.ShouldBe("Rapporten är skickad");
        var adress = kvittens.Url.AbsolutePath.Replace("/kvittens", "/underlag", StringComparison.Ordinal);
        kvittens.HarForm(adress).ShouldBeFalse();

        var begaran = (await (await sida.ValjAsync(oppen)).SkickaAsync("Skicka rapporten")).FindForm("Skapa underlaget").Begaran();
        begaran.RequestUri = new Uri(kvittens.Url, adress);
        (await klient.SkickaAsync(begaran, foljOmdirigering: true)).Notis.ShouldContain("0 av 1 underlag är skapade. Underlaget för en studerande med skyddade personuppgifter görs inte här.");
        (await UnderlagsfilerAsync((await _varld.RapporterAsync(skyddad))[0])).ShouldBe(0);
    }

    [Fact]
    public async Task Underlag_WhenTheListBeginsAfterTheReport_IsNotDrawn()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var kvittens = await (await (await Listfall.LaddaUppAsync(klient, Listfall.Manga(elev))).ValjAsync(elev)).SkickaAsync("Skicka rapporten");
        var rapport = (await _varld.RapporterAsync(elev))[0];
        await SqlAsync($"UPDATE Skolkrapporter SET ForstaDag = '2026-09-28' WHERE Id = {rapport.Id}");

        (await kvittens.SkickaAsync("Skapa underlaget")).Notis.ShouldContain("0 av 1 underlag är skapade. Listan har inte alla dagar sedan rapportens första dag.");
        (await UnderlagsfilerAsync(rapport)).ShouldBe(0);
    }

    [Fact]
    public async Task Underlag_WhenTheListIsGone_SaysWhatToDo()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await Listfall.LaddaUppAsync(klient, Listfall.Manga(elev));
        var kvittens = await (await sida.ValjAsync(elev)).SkickaAsync("Skicka rapporten");
        await (await klient.HamtaAsync("/franvarocoach")).FindForm($"{sida.Adress()}/ta-bort").SkickaAsync();

        // What was chosen goes with the list; the report stays.
        (await kvittens.FindForm("Skapa underlaget").SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _varld.RapporterAsync(elev)).Count.ShouldBe(1);
    }

    /// <summary>The error is read out with the first box, to which the summary leads.</summary>
    private static void HorTillForstaRutan(Sida sida)
    {
        var ruta = sida.Dokument.QuerySelector("#Valda").ShouldNotBeNull();
        (ruta.GetAttribute("aria-invalid"), ruta.GetAttribute("aria-describedby")).ShouldBe(("true", "Valda-fel"));
        sida.Texter("#Valda-fel").ShouldBe(["Markera minst en studerande."]);
    }

    private async Task<int> UnderlagsfilerAsync(Skolkrapport rapport)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Franvarounderlag>().Where(u => u.SkolkrapportId == rapport.Id).SelectMany(u => u.Dokument).CountAsync(TestContext.Current.CancellationToken);
    }

    private async Task SqlAsync(string sats)
    {
        await using var db = portal.Databas.Alla();
        await db.SkrivAsync(() => db.Database.ExecuteSqlRawAsync(sats, TestContext.Current.CancellationToken));
    }
}
