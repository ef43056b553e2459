using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Franvarolistor;

/// <summary>Absence lists are taken in, read and let go of. Today is 22 November 2026.</summary>
public sealed class FranvarolistorTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private readonly Skolkvarld _varld = new(portal);

    [Theory, MemberData(nameof(Personer.UtomRapportorer), MemberType = typeof(Personer))]
    public async Task Get_ByOneWhoDoesNotReport_IsForbidden(Person person)
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var elev = await _varld.ElevAsync();
        var lista = (await Listfall.LaddaUppAsync(anna, Listfall.Manga(elev))).Adress();
        using var klient = await portal.InloggadAsync(person);

        foreach (var adress in new[] { "/franvarocoach", lista, $"{lista}/kolumner", $"{lista}/studerande/{elev.Id}" })
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, adress);
    }

    [Fact]
    public async Task Get_MissingOrAnotherSchools_IsNotFound()
    {
        using var gun = await portal.InloggadAsync(Personer.GunBerg);
        var annans = (await Listfall.LaddaUppAsync(gun, Listfall.Manga(await _varld.ElevAsync(skolkod: Demoskolor.Fjallberget)))).Adress();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var elev = await _varld.ElevAsync();

        foreach (var lista in new[] { annans, "/franvarocoach/999999999" })
        {
            foreach (var del in new[] { "", "/kolumner", $"/studerande/{elev.Id}" })
                (await klient.HamtaAsync(lista + del)).Status.ShouldBe(HttpStatusCode.NotFound, lista + del);
        }

        var egen = (await Listfall.LaddaUppAsync(klient, Listfall.Manga(elev))).Adress();
        (await klient.HamtaAsync($"{egen}/studerande/{(await _varld.ElevAsync()).Id}")).Status.ShouldBe(HttpStatusCode.NotFound, "a student that the list does not have");
    }

    [Fact]
    public async Task Upload_RecognisedColumns_ShowsTheMostUrgentFirst()
    {
        var (lange, nyss, tidigt, lite) = (
            await _varld.ElevAsync("Lars", "Langeson"), await _varld.ElevAsync("Nina", "Nysson"), await _varld.ElevAsync("Tove", "Tidigson"), await _varld.ElevAsync("Lisa", "Litesson"));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await Listfall.LaddaUppAsync(
            klient,
            Listfall.Lektioner(lite, "2026-10-06"),
            Listfall.Lektioner(tidigt, "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19"),
            Listfall.Nyss(nyss),
            Listfall.Manga(lange));

        sida.Rubrik.ShouldBe("Vad listan visar");
        sida.Texter("[aria-current=true]").ShouldContain("Kan rapporteras nu (2)");
        sida.Texter("tbody th a").ShouldBe(["Lars Langeson", "Nina Nysson"]);
        sida.Text.ShouldContain("Rapportera senast 2026-11-22");
        sida.Text.ShouldContain("5,33 timmar");
        sida.Text.ShouldContain("Du bekräftar omfattningen.");
        sida.Texter("tbody [data-rubrik='Första skolkdag']").ShouldBe(["2026-10-05 Dag 15: 2026-10-20 Dag 30: 2026-11-04", "2026-11-02 Dag 15: 2026-11-17 Dag 30: 2026-12-02"]);
        sida.Dokument.QuerySelectorAll("svg .fb-ogiltig").Length.ShouldBeGreaterThan(2);
        sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain("style=");
        (await sida.KlickaAsync("Kan rapporteras senare (1)")).Text.ShouldContain("Kan rapporteras från 2026-12-01");
        (await sida.KlickaAsync("Under gränsen (1)")).Texter("tbody th a").ShouldBe(["Lisa Litesson"]);
        (await klient.HamtaAsync($"{sida.Adress()}?visa=finns-inte&sida=x")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Upload_StudentThatTheSchoolDoesNotHave_IsListedWithWhatToDo()
    {
        var elev = new Studerande(1, Core.Personidentiteter.Personnummer.FranVarde("20090412Q777"), "Ulla", "Okandsson");
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await Listfall.LaddaUppAsync(klient, Listfall.Manga(elev));

        sida.Texter("[aria-current=true]").ShouldContain("Finns inte i portalen (1)");
        sida.Text.ShouldContain("Okandsson ur listan");
        sida.Dokument.QuerySelectorAll("a[href='/studerande/ny']").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Paste_UnknownColumns_AreChosenAndRememberedForTheNextList()
    {
        var elev = await _varld.ElevAsync("Kim", "Kolumnsson", Demoskolor.Viken);
        using var klient = await portal.InloggadAsync(Personer.FredrikDahl);
        var text = Listfall.Manga(elev).Replace(";missad", ";borta jämt", StringComparison.Ordinal);
        var lista = $"vem;heter;grupp;dagen;klockan;kurs;längd i minuter;bortatid;hur\n{text}";
        var kolumner = await (await klient.HamtaAsync("/franvarocoach")).SkickaAsync("Läs de inklistrade raderna", ("Rader", lista));
        kolumner.Rubrik.ShouldBe("Välj listans kolumner");
        kolumner.Text.ShouldContain("2026-10-05");

        var tomt = await kolumner.SkickaAsync("Läs listan", ("Personnummer", ""), ("Datum", ""));
        tomt.Status.ShouldBe(HttpStatusCode.BadRequest);
        tomt.Fel.Count.ShouldBeGreaterThan(0);
        var paHitt = await kolumner.FindForm("Läs listan").Manipulera("Personnummer", "finns inte").SkickaAsync();
        paHitt.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await klient.HamtaAsync(kolumner.Adress())).Rubrik.ShouldBe("Välj listans kolumner", "refused changes nothing");

        var ord = await kolumner.SkickaAsync(
            "Läs listan", ("Personnummer", "vem"), ("Namn", "heter"), ("Datum", "dagen"), ("Start", "klockan"), ("SchemalagdTid", "längd i minuter"), ("Franvarotid", "bortatid"), ("Slag", "hur"), ("Enhet", "Minuter"));
        ord.Notis.ShouldContain("Säg också vad orden");
        ord.Text.ShouldContain("borta jämt");
        var sida = await ord.SkickaAsync("Läs listan", ("Ord[0].Slag", "MissadLektion"));

        sida.Rubrik.ShouldBe("Vad listan visar");
        sida.Texter("tbody th a").ShouldBe(["Kim Kolumnsson"]);
        async Task<string> NastaAsync(Portalklient nasta) => (await (await nasta.HamtaAsync("/franvarocoach")).SkickaAsync("Läs de inklistrade raderna", ("Rader", lista))).Rubrik;
        (await NastaAsync(klient)).ShouldBe("Vad listan visar", "the next list is read in the same way");
        using var kollega = await NyanstalldAsync();
        (await NastaAsync(kollega)).ShouldBe("Vad listan visar", "a colleague's too");
        using var annan = await portal.InloggadAsync(Personer.AnnaLind);
        (await NastaAsync(annan)).ShouldBe("Välj listans kolumner", "another school has not chosen");
    }

    [Fact]
    public async Task AListIsKept_AsManyDaysAsTheSettingSays()
    {
        await using var egen = new PortalFabrik { Installningar = new() { ["Franvarocoach:ListaDagar"] = "7" } };
        using var klient = await egen.InloggadAsync(Personer.AnnaLind);
        await Listfall.LaddaUppAsync(klient, Listfall.Manga(await new Skolkvarld(egen).ElevAsync()));

        var sida = await klient.HamtaAsync("/franvarocoach");
        sida.Text.ShouldContain("Den tas bort efter 7 dagar");
        sida.Texter("[data-rubrik='Tas bort senast']").ShouldContain("2026-11-29");
    }

    [Fact]
    public async Task Post_WhatIsNoList_SaysSoAndKeepsNothing()
    {
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await klient.HamtaAsync("/franvarocoach");
        var fore = await AntalAsync();

        foreach (var (svar, del) in new[]
        {
            (await sida.FindForm("Ladda upp listan").SkickaAsync(), "Välj filen"),
            (await sida.FindForm("Ladda upp listan").Bifoga("Filer", Testfiler.Pdf()).SkickaAsync(), "PDF"),
            (await sida.FindForm("Ladda upp listan").Bifoga("Filer", Listfall.Fil("")).SkickaAsync(), "tom"),
            (await sida.SkickaAsync("Läs de inklistrade raderna", ("Rader", "  ")), "Klistra in raderna"),
            (await sida.SkickaAsync("Läs de inklistrade raderna", ("Rader", "20090412Q778;2026-10-05;80;missad\n20090412Q778;2026-10-06;80;missad")), "Första raden ska ha kolumnernas namn"),
            (await sida.FindForm("Ladda upp listan").Bifoga("Filer", Listfall.Fil("20090412Q778;2026-10-05;80;missad\n20090412Q778;2026-10-06;80;missad\n")).SkickaAsync(), "Första raden ska ha kolumnernas namn"),
            (await sida.SkickaAsync("Läs de inklistrade raderna", ("Rader", new string('x', Franvarolista.MaxInklistrat + 1))), "för mycket"),
        })
        {
            svar.Status.ShouldBe(HttpStatusCode.BadRequest, del);
            svar.Fel.ShouldContain(f => f.Contains(del, StringComparison.OrdinalIgnoreCase), del);
        }

        (await AntalAsync()).ShouldBe(fore);
    }

    [Fact]
    public async Task WhatCounts_IsTheSchoolsJudgement_AndIsKept()
    {
        var elev = await _varld.ElevAsync("Sam", "Sensson", Demoskolor.NorraHamnen);
        using var klient = await portal.InloggadAsync(Personer.DavidAbdi);
        await klient.ValjSkolaAsync(Demoskolor.NorraHamnen);
        var sida = await Listfall.LaddaUppAsync(klient, Listfall.Rader(elev, ("2026-10-05", 80, "sen"), ("2026-10-07", 80, "sen"), ("2026-10-12", 80, "sen"), ("2026-10-15", 80, "missad")));
        sida.Texter("[aria-current=true]").ShouldContain("Kan rapporteras nu (1)");

        var utan = await sida.SkickaAsync("Räkna om listan", ("SenAnkomst", null));

        utan.Texter("[aria-current=true]").ShouldContain("Under gränsen (1)");
        utan.Text.ShouldContain("1,33 timmar");
        utan.FindForm("Räkna om listan").Varde("SenAnkomst").ShouldBeNull();
        (await klient.HamtaAsync(sida.Adress())).Texter("[aria-current=true]").ShouldContain("Under gränsen (1)");
        (await utan.SkickaAsync("Räkna om listan", ("SenAnkomst", "true"))).Texter("[aria-current=true]").ShouldContain("Kan rapporteras nu (1)");
    }

    [Fact]
    public async Task RowsThatCannotBeRead_AreToldAndTheOthersCount()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await Listfall.LaddaUppAsync(klient, Listfall.Manga(elev), Listfall.Rader(elev, ("2026-13-45", 80, "missad")));

        sida.Text.ShouldContain("1 rad av 5 kunde inte läsas");
        sida.Dokument.QuerySelector("#fel")!.ParentElement!.TextContent.ShouldContain("6");
        sida.Texter("[aria-current=true]").ShouldContain("Kan rapporteras nu (1)");
    }

    [Fact]
    public async Task Student_ShowsWindowsDatesCostAndRows()
    {
        var elev = await _varld.ElevAsync("Frida", "Fonsterson");
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await (await Listfall.LaddaUppAsync(klient, Listfall.Manga(elev))).KlickaAsync("Frida Fonsterson");

        sida.Text.ShouldContain("5,33 timmar vid 4 tillfällen");
        sida.Text.ShouldContain("Nåddes 12 oktober 2026");
        var fakta = sida.Texter(".fakta--rader dt").Zip(sida.Texter(".fakta--rader dd")).ToDictionary();
        fakta["Föreslagen första skolkdag"].ShouldBe("5 oktober 2026");
        fakta["Tidigast att rapportera (dag 15)"].ShouldBe("20 oktober 2026, om du bekräftar omfattningen");
        fakta["Utan bekräftelse (dag 30)"].ShouldBe("4 november 2026");
        sida.Text.ShouldContain("Skickar du rapporten senast 22 november 2026 kl. 23.59 stoppas");
        sida.Text.ShouldContain("Att vänta till efter 22 november 2026");
        sida.Texter("#fonster ~ details tbody tr").Count.ShouldBe(4);
        sida.Texter("#rader ~ details tbody tr").Count.ShouldBe(4);
        sida.Text.ShouldContain("Missad lektion");

        var annan = await sida.SkickaAsync("Granska rapporten", ("ForstaDag", "2026-10-07"));
        annan.Text.ShouldContain("7 oktober 2026");
        annan.Text.ShouldContain("4 timmar vid 3 tillfällen");
        foreach (var (forsta, sista) in new[] { ("2026-10-06", ""), ("2026-10-07", "2026-10-01"), ("", ""), ("2026-10-07", "i går") })
        {
            var nej = await sida.FindForm("Granska rapporten").Manipulera("ForstaDag", forsta).Manipulera("SistaDag", sista).SkickaAsync();
            nej.Status.ShouldBe(HttpStatusCode.BadRequest, forsta + sista);
            nej.Fel.Count.ShouldBeGreaterThan(0, forsta + sista);
        }
    }

    [Fact]
    public async Task ProtectedStudent_IsMasked_NotAmongThoseToTick_AndTheViewIsRecorded()
    {
        var (elev, oppen) = (await _varld.ElevAsync("Gomd", "Gomdsson", skydd: Personskydd.Skyddad), await _varld.ElevAsync("Olle", "Oppensson"));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await Listfall.LaddaUppAsync(klient, Listfall.Manga(elev), Listfall.Manga(oppen));

        foreach (var del in new[] { sida, await klient.HamtaAsync($"{sida.Adress()}/studerande/{elev.Id}"), await klient.HamtaAsync($"{sida.Adress()}/kolumner") })
        {
            del.Text.ShouldContain(Studerande.SkyddadText);
            del.Dokument.DocumentElement.OuterHtml.ShouldNotContain("Gomd");
            del.Dokument.DocumentElement.OuterHtml.ShouldNotContain(elev.Personnummer.Fullt);
        }

        (await _varld.VisningarAsync(elev)).ShouldBe(1);
        var granska = await sida.FindForm("Granska de markerade").LaggTill("Valda", $"{elev.Id}").SkickaAsync();
        granska.Status.ShouldBe(HttpStatusCode.BadRequest, "a tampered post does not take them either");
        var ensam = await (await klient.HamtaAsync($"{sida.Adress()}/studerande/{elev.Id}")).SkickaAsync("Granska rapporten");
        ensam.Text.ShouldContain(Studerande.SkyddadText);
        ensam.Dokument.DocumentElement.OuterHtml.ShouldNotContain("Gomd");
    }

    [Fact]
    public async Task StudentWhoIsBack_IsProposedALastDay_InTheReportsOwnForm()
    {
        var elev = await _varld.ElevAsync("Bea", "Backsson");
        var rapport = await _varld.RapportAsync(elev);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await Listfall.LaddaUppAsync(klient, Listfall.Lektioner(elev, "2026-10-05", "2026-10-07", "2026-10-12", "2026-10-30"), Listfall.Narvaro(elev, "2026-11-02", "2026-11-20"));

        sida.Texter("[aria-current=true]").ShouldContain("Verkar vara tillbaka (1)");
        var formular = await klient.HamtaAsync(sida.Dokument.QuerySelector("a[href*='/avsluta?']")!.GetAttribute("href")!);

        formular.FindForm("Spara sista dag").Varde("SistaDag").ShouldBe("2026-10-30");
        (await formular.SkickaAsync("Spara sista dag", ("Tillbaka", "true"))).Notis.ShouldContain("30 oktober 2026");
        (await _varld.LasAsync(rapport)).SistaDag.ShouldBe(new DateOnly(2026, 10, 30));
        (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/avsluta?sistaDag=%3Cscript%3E")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Remove_TakesTheListWithItsBytes_Twice_IsNotFound()
    {
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await Listfall.LaddaUppAsync(klient, Listfall.Manga(await _varld.ElevAsync()));
        var id = long.Parse(sida.Adress().Split('/')[^1]);
        var formular = (await klient.HamtaAsync("/franvarocoach")).FindForm($"{sida.Adress()}/ta-bort");

        (await formular.SkickaAsync()).Notis.ShouldContain("Listan är borttagen");

        (await klient.HamtaAsync(sida.Adress())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await formular.SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        await using var db = portal.Databas.Alla();
        (await db.Nationellt<Franvarolista>().AnyAsync(l => l.Id == id, TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await _varld.HandelserAsync(AuditObjects.Franvarolista, id)).Select(e => e.Act).ShouldBe([Acts.AbsenceListAdded, Acts.AbsenceListRemoved]);
    }

    [Fact]
    public async Task WhereAllHaveStudiemedel_ThereIsNothingToUpload()
    {
        using var klient = await portal.InloggadAsync(Personer.JonasHolm);

        (await klient.HamtaAsync("/franvarocoach")).Text.ShouldContain("Er skolform rapporterar inte ogiltig frånvaro");
    }

    /// <summary>Fredrik Dahl's colleague, once the one-time password is changed.</summary>
    private async Task<Portalklient> NyanstalldAsync()
    {
        var (klient, nytt) = (portal.NyKlient(), "Nytt-losen-2026");
        await (await klient.LoggaInAsync(Personer.NilsNystrom)).SkickaAsync("Byt lösenord", ("NyttLosenord", nytt), ("Upprepa", nytt));
        (await klient.ForsokLoggaInAsync(Personer.NilsNystrom.Anvandarnamn, nytt)).Url.AbsolutePath.ShouldBe("/");
        return klient;
    }

    private async Task<(int Listor, int Dokument)> AntalAsync()
    {
        await using var db = portal.Databas.Alla();
        return (await db.Nationellt<Franvarolista>().CountAsync(), await db.Nationellt<Dokument>().CountAsync());
    }
}
