using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Gallring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tests.Studietider.Rapporter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Studietider.Rapporter.Studietidsvarld;

namespace MinaTjanster.Core.Tests.Studietider.Inlasningar;

/// <summary>Files of utbildningar and studietider at a gymnasium that has Ekonomiprogrammet.</summary>
public sealed class InlasningServiceTests
{
    private const string Rubrik = "namn;kod;takt;undervisning;fran_lasar;slag";

    private const string Natur = "Naturvetenskapsprogrammet;NANAT0000;100;På plats;2026/27;Program";

    private const string Tider = "utbildning;forsta_dag;sista_dag;uppehall;omfattning";

    private const string Host = "Ekonomiprogrammet;2026-08-17;2026-12-18;2026-10-26 till 2026-10-30;100";

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task RowsThatPass_AreCarriedOut_TheOthersWait_AndTheSameFileOnceMoreChangesNothing(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var fil = $"{Rubrik}\n{Natur}\n;SASAM0000;100;På plats;2026/27;Program\nTeknikprogrammet;TETEK0000;0;Ute;snart;Program\n";

        var forsta = await LasAsync(varld, Inlasningsslag.Utbildningar, fil);

        (await NamnAsync(varld)).ShouldBe(["Ekonomiprogrammet", "Naturvetenskapsprogrammet"]);
        Antal(forsta).ShouldBe((1, 0, 2));
        var fel = forsta.Nekade.Rader.SelectMany(r => r.Felen.Select(f => (r.Radnummer, f.Kolumn, f.Kod))).ToList();
        fel.ShouldBe([(3, "namn", "UTB-NAMN"), (4, "undervisning", "UTB-VAL"), (4, "takt", "UTB-OMFATTNING"), (4, "fran_lasar", "UTB-LASAR")], ignoreOrder: true);
        (await varld.AuditAsync(Acts.StudyFileRead)).ShouldHaveSingleItem().Changes.ShouldBe("Rader: 3");
        (await varld.AuditAsync(Acts.EducationAdded)).ShouldHaveSingleItem().Outcome.ShouldBe(AuditOutcome.Accepted);

        var andra = await LasAsync(varld, Inlasningsslag.Utbildningar, fil);
        Antal(andra).ShouldBe((0, 1, 2));
        (await NamnAsync(varld)).Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Interrupted_GoesOnWithTheRowsThatWait_AndDoesNothingTwice(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        // As it stands when the machine dies between a row's act and the note of it, with one more row behind.
        await varld.UtbildningAsync("Naturvetenskapsprogrammet", "NANAT0000", 2026);
        var id = await varld.SkolanAsync(async t =>
        {
            await using var db = varld.Databas.For(varld.SkolaId);
            var konto = await db.Konton.Select(k => k.Id).FirstAsync();
            string[] natur = ["", "Naturvetenskapsprogrammet", "Program", "", "", "NANAT0000", "100", "På plats", "", "2026/27", ""];
            string[] teknik = ["", "Teknikprogrammet", "Program", "", "", "TETEK0000", "100", "På plats", "", "2026/27", ""];
            var inlasning = new Inlasning(varld.SkolaId, Inlasningsslag.Utbildningar, "a.csv", konto, varld.Klocka.GetUtcNow().UtcDateTime, [], [new(varld.SkolaId, 2, natur, null), new(varld.SkolaId, 3, teknik, null)]);
            db.Add(inlasning);
            await db.SaveChangesAsync();
            return inlasning.Id;
        });

        for (var gang = 0; gang < 2; gang++)
        {
            (await varld.SkolanAsync(t => t.Inlasning.LasInAsync(id, default))).ShouldBeTrue();

            Antal((await varld.SkolanAsync(t => t.Inlasningar.ForAsync(id, 1, default)))!).ShouldBe((1, 1, 0));
            (await NamnAsync(varld)).ShouldBe(["Ekonomiprogrammet", "Naturvetenskapsprogrammet", "Teknikprogrammet"]);
        }
    }

    [Fact]
    public async Task Nummer_ChangesWhatTheSchoolHas_AndNobodyElses()
    {
        await using var varld = await SkapaAsync();
        var annans = await varld.UtbildningAsync("Svetskurs", "SVE", skolaId: varld.VikenId);
        var fil = $"nummer;{Rubrik};bekraftelse\n{varld.Ekonomi};Ekonomi;EKEKO0000;100;På plats;2020/21;Program;ja\n{annans};Ekonomi;EKEKO0000;50;På plats;2020/21;Program;\nx;Y;EKEKO0000;50;På plats;2020/21;Program;\n";

        var last = await LasAsync(varld, Inlasningsslag.Utbildningar, fil);

        Antal(last).ShouldBe((1, 0, 2));
        last.Nekade.Rader.ShouldAllBe(r => r.Felen.Single().Kod == "RAD-ST-NUMMER" && r.Felen.Single().Kolumn == "nummer");
        (await NamnAsync(varld)).ShouldBe(["Ekonomi"]);
        (await varld.AuditAsync(Acts.EducationChanged)).ShouldHaveSingleItem().Changes.ShouldBe("Namn: Ekonomiprogrammet → Ekonomi");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Studietider_LandInTheOpenReport_AndOnceMoreChangesNothing(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var fil = $"{Tider}\n{Host}\nHela skolan;2027-01-11;2027-06-11;;100\nHantverk;2026-08-17;2026-12-18;;100\nEkonomiprogrammet;2026-09-01;2026-10-01;;100\nEkonomiprogrammet;i höst;2026-10-01;snart;100\n";

        var forsta = await LasAsync(varld, Inlasningsslag.Studietider, fil);

        Antal(forsta).ShouldBe((2, 0, 3));
        forsta.Nekade.Rader.Select(r => string.Join(' ', r.Felen.Select(f => f.Kod))).ShouldBe(["RAD-ST-UTBILDNING", "ST-KROCK", "RAD-ST-DAG RAD-ST-UPPEHALL"]);
        var lagda = await varld.StudietiderAsync();
        lagda.ShouldAllBe(s => s.Status == Studietidsstatus.Forslag);
        lagda.Select(s => (s.UtbildningId, $"{s.ForstaDag:yyyy-MM-dd}", s.Uppehall.Count)).ShouldBe([(varld.Ekonomi, "2026-08-17", 1), (null, "2027-01-11", 0)]);

        Antal(await LasAsync(varld, Inlasningsslag.Studietider, fil)).ShouldBe((0, 2, 3));
        (await varld.StudietiderAsync()).Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WhatIsExported_IsReadInUnchanged_AndAChangeOfAnApprovedOneIsAProposal(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var godkand = await varld.GodkandAsync(Lasaret, varld.Ekonomi, Dagar("2026-08-17", "2026-12-18", ("2026-10-26", "2026-10-30"), ("2026-11-02", "2026-11-02")));
        await varld.LaggTillAsync(Lasaret, null, Dagar("2027-01-11", "2027-06-11"));
        var rader = await varld.SkolanAsync(t => t.Inlasningar.StudietiderAsync(Lasaret, default));
        var fil = string.Join(';', Inlasningsformat.Studietider.Namn) + "\n" + string.Join('\n', rader.Select(r => string.Join(';', r))) + "\n";

        Antal(await LasAsync(varld, Inlasningsslag.Studietider, fil)).ShouldBe((0, 2, 0));

        // Students are reported in it: the file has to say that it is meant.
        var andrad = fil.Replace("2026-12-18", "2026-12-17");
        var nekad = await LasAsync(varld, Inlasningsslag.Studietider, andrad);
        Antal(nekad).ShouldBe((0, 1, 1));
        nekad.Nekade.Rader.Single().Felen.Single().Kod.ShouldBe("ST-BERORDA");
        Antal(await LasAsync(varld, Inlasningsslag.Studietider, andrad.Replace(";100;", ";100;ja"))).ShouldBe((1, 1, 0));
        var forslag = (await varld.StudietiderAsync()).Single(s => s.ErsatterId == godkand.Id);
        (forslag.Atgard, forslag.Status, forslag.SistaDag).ShouldBe((Studietidsatgard.Andring, Studietidsstatus.Forslag, new DateOnly(2026, 12, 17)));
        (await varld.StudietidAsync(godkand.Id)).Status.ShouldBe(Studietidsstatus.Galler);

        // The same file once more, as after an interruption; then the change amended.
        Antal(await LasAsync(varld, Inlasningsslag.Studietider, andrad)).ShouldBe((0, 2, 0));
        Antal(await LasAsync(varld, Inlasningsslag.Studietider, andrad.Replace("2026-12-17", "2026-12-16").Replace(";100;", ";100;ja"))).ShouldBe((1, 1, 0));
        (await varld.StudietidAsync(forslag.Id)).SistaDag.ShouldBe(new DateOnly(2026, 12, 16));

        await varld.GodkannAsync(Lasaret);
        var gammal = await LasAsync(varld, Inlasningsslag.Studietider, fil);
        gammal.Nekade.Rader.ShouldHaveSingleItem().Felen.Single().Kod.ShouldBe("ST-ERSATT");
    }

    [Fact]
    public async Task WhatTheSchoolFormDoesNotState_IsLeftOut_AsInTheForm()
    {
        await using var varld = await SkapaAsync();

        Antal(await LasAsync(varld, Inlasningsslag.Studietider, "utbildning;forsta_dag;sista_dag;poang;omfattning\nHela skolan;2026-08-17;2026-12-18;90;50\nEkonomiprogrammet;2026-08-17;2026-12-18;;\n")).ShouldBe((2, 0, 0));

        (await varld.StudietiderAsync()).Select(s => (s.PoangTiondelar, s.Omfattning)).ShouldBe([(null, 100), (null, 100)]);
    }

    [Fact]
    public async Task SeveralOfTheSameName_AreToldApartByCodeOrNumber()
    {
        await using var varld = await SkapaAsync();
        var estet = await varld.UtbildningAsync("Ekonomiprogrammet", "EKJUR0000");
        const string Rad = "Ekonomiprogrammet;2026-08-17;2026-12-18;100";
        var fil = $"utbildning;forsta_dag;sista_dag;omfattning;kod;utbildningsnummer\n{Rad};;\n{Rad};ekjur0000;\n{Rad};;{varld.Ekonomi}\n";

        var last = await LasAsync(varld, Inlasningsslag.Studietider, fil);

        Antal(last).ShouldBe((2, 0, 1));
        last.Nekade.Rader.Single().Felen.Single().ShouldBe(new("RAD-ST-FLERA", "utbildning", new FleraUtbildningarForRad(2).Sentence));
        (await varld.StudietiderAsync()).Select(s => s.UtbildningId!.Value).ShouldBe([estet, varld.Ekonomi], ignoreOrder: true);
    }

    [Fact]
    public async Task CorrectedRow_IsReadInAtOnce_RefusedAgainItStandsAsTyped_AndCanBeTakenOff()
    {
        await using var varld = await SkapaAsync();
        var fil = await LasAsync(varld, Inlasningsslag.Utbildningar, $"{Rubrik}\n;NANAT0000;100;På plats;2026/27;Program\n;TETEK0000;100;På plats;2026/27;Program\n");
        var (natur, teknik) = (fil.Nekade.Rader[0], fil.Nekade.Rader[1]);
        Task<Result<Inlasningsrad>?> Ratta(Inlasningsrad rad, params (string, string?)[] falt) =>
            varld.SkolanAsync(async t => await t.Inlasning.RattaAsync(fil.Inlasning.Id, rad.Id, (await t.Inlasningar.RadAsync(fil.Inlasning.Id, rad.Id, default))!.Rad.Version, falt.ToDictionary(), default));

        (await Ratta(natur, ("namn", "Natur"), ("takt", "200")))!.Refusals.ShouldHaveSingleItem().Field.ShouldBe("takt");
        var nu = (await varld.SkolanAsync(t => t.Inlasningar.ForAsync(fil.Inlasning.Id, 1, default)))!.Nekade.Rader[0];
        nu.Falt(Inlasningsformat.Utbildningar.Antal)[1].ShouldBe("Natur");
        nu.Felen.Single().Kod.ShouldBe("UTB-OMFATTNING");

        (await Ratta(natur, ("takt", "100")))!.Value.Tillstand.ShouldBe(Inlasningstillstand.Inlast);
        (await Ratta(natur, ("takt", "50")))!.Refusals.ShouldHaveSingleItem().ShouldBeOfType<InlasningsradenAvgjord>();
        (await varld.SkolanAsync(t => t.Inlasning.TaBortAsync(fil.Inlasning.Id, teknik.Id, teknik.Version, default)))!.Value.Tillstand.ShouldBe(Inlasningstillstand.Borttagen);
        (await varld.SkolanAsync(t => t.Inlasning.TaBortAsync(fil.Inlasning.Id, teknik.Id, teknik.Version, default)))!.IsAccepted.ShouldBeFalse();
        (await NamnAsync(varld)).ShouldBe(["Ekonomiprogrammet", "Natur"]);
        (await varld.VikenAsync(t => t.Inlasning.RattaAsync(fil.Inlasning.Id, teknik.Id, teknik.Version, new Dictionary<string, string?>(), default))).ShouldBeNull();
        (await varld.VikenAsync(t => t.Inlasning.LasInAsync(fil.Inlasning.Id, default))).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TwoWhoDecideTheSameRow_TheSecondIsRefused_AndNothingIsDoneTwice(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var fil = await LasAsync(varld, Inlasningsslag.Utbildningar, $"{Rubrik}\n;NANAT0000;100;På plats;2026/27;Program\n;TETEK0000;100;På plats;2026/27;Program\n");
        var (id, natur, teknik) = (fil.Inlasning.Id, fil.Nekade.Rader[0], fil.Nekade.Rader[1]);
        Task<Result<Inlasningsrad>?> Ratta(Inlasningsrad rad, string namn) => varld.SkolanAsync(t => t.Inlasning.RattaAsync(id, rad.Id, rad.Version, new Dictionary<string, string?> { ["namn"] = namn }, default));

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => Ratta(natur, $"Natur {i}"))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        svar.Where(s => !s!.IsAccepted).ShouldAllBe(s => s!.Refusals[0].Code == "RAD-ST-VERSION" || s.Refusals[0].Code == "RAD-ST-AVGJORD");
        (await NamnAsync(varld)).Count.ShouldBe(2, "Ekonomi, and one Natur");

        // Refused again it is another row than the one that the second saw.
        (await Ratta(teknik, ""))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("UTB-NAMN");
        (await Ratta(teknik, "Teknik"))!.Refusals.ShouldHaveSingleItem().ShouldBeOfType<InlasningsradenAndrad>();
        (await varld.SkolanAsync(t => t.Inlasning.TaBortAsync(id, teknik.Id, teknik.Version, default)))!.Refusals.ShouldHaveSingleItem().ShouldBeOfType<InlasningsradenAndrad>();
        Antal((await varld.SkolanAsync(t => t.Inlasningar.ForAsync(id, 1, default)))!).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task KindLevelAndAvdelning_ThatTheSchoolFormDoesNotHave_StopTheRow_AndWhatItHasMayBeWritten()
    {
        await using var varld = await SkapaAsync();
        const string Kolumner = "namn;kod;takt;undervisning;fran_lasar;slag;niva;avdelning";
        var fil = $"{Kolumner}\nNatur;NANAT0000;100;På plats;2026/27;Kurs;Eftergymnasial;B\nTeknik;TETEK0000;100;På plats;2026/27;Program;gymnasial;a1\n";

        var last = await LasAsync(varld, Inlasningsslag.Utbildningar, fil);

        Antal(last).ShouldBe((1, 0, 1));
        last.Nekade.Rader.Single().Felen.Select(f => (f.Kod, f.Kolumn)).ShouldBe([("RAD-ST-VAL", "slag"), ("RAD-ST-VAL", "niva"), ("RAD-ST-VAL", "avdelning")]);
        last.Nekade.Rader.Single().Felen[1].Mening.ShouldBe("”Eftergymnasial” finns inte i er skolform. Välj något av: Gymnasial.");
        (await NamnAsync(varld)).ShouldBe(["Ekonomiprogrammet", "Teknik"]);
    }

    [Fact]
    public async Task NewName_OfOneWithStudents_AsksForJa()
    {
        await using var varld = await SkapaAsync();
        var fil = $"nummer;{Rubrik};bekraftelse\n{varld.Ekonomi};Ekonomi;EKEKO0000;100;På plats;2020/21;Program;";

        var nekad = await LasAsync(varld, Inlasningsslag.Utbildningar, fil + "\n");
        nekad.Nekade.Rader.Single().Felen.Single().ShouldSatisfyAllConditions(f => f.Kod.ShouldBe("UTB-BERORDA"), f => f.Kolumn.ShouldBe("bekraftelse"));
        (await NamnAsync(varld)).ShouldBe(["Ekonomiprogrammet"]);
        Antal(await LasAsync(varld, Inlasningsslag.Utbildningar, fil + "JA\n")).ShouldBe((1, 0, 0));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task File_GoesWithItsRows_InTheTimeOfStudentFiles_AndWhatWasReadInStands(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await LasAsync(varld, Inlasningsslag.Utbildningar, $"{Rubrik}\n{Natur}\n;TETEK0000;100;På plats;2026/27;Program\n");
        async Task<int> Gallra(TimeSpan sedan)
        {
            varld.Klocka.Flytta(sedan);
            return (await new GallringService(varld.Databas.NyDb, new InloggningssparrService(varld.Databas.NyDb, varld.Klocka, new Sparrinstallning()), new(), new(), new(), varld.Klocka).GallraAsync(default)).Inlasningar;
        }

        (await Gallra(GallringService.Studerandefiler)).ShouldBe(0);
        (await Gallra(TimeSpan.FromSeconds(1))).ShouldBe(1);

        await using var db = varld.Databas.Alla();
        (await db.Nationellt<Inlasning>().CountAsync(), await db.Nationellt<Inlasningsrad>().CountAsync()).ShouldBe((0, 0));
        (await NamnAsync(varld)).ShouldBe(["Ekonomiprogrammet", "Naturvetenskapsprogrammet"]);
    }

    [Theory]
    [InlineData("", "FIL-TOM")]
    [InlineData("namn;takt\nA;100\n", "FIL-KOLUMN-SAKNAS")]
    public async Task FileThatCannotBeRead_LeavesNothing_AndIsLogged(string text, string kod)
    {
        await using var varld = await SkapaAsync();

        (await TaEmotAsync(varld, Inlasningsslag.Utbildningar, text)).Refusals[0].Code.ShouldBe(kod);

        (await varld.AuditAsync(Acts.StudyFileRead)).ShouldHaveSingleItem().Outcome.ShouldBe(AuditOutcome.Refused);
        (await varld.SkolanAsync(t => t.Inlasningar.SenasteAsync(Inlasningsslag.Utbildningar, default))).ShouldBeEmpty();
    }

    [Fact]
    public async Task TooManyRows_IsRefusedWhole()
    {
        await using var varld = await SkapaAsync();

        (await TaEmotAsync(varld, Inlasningsslag.Utbildningar, Rubrik + "\n" + string.Concat(Enumerable.Repeat(Natur + "\n", InlasningService.MaxRader + 1)))).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InlasningsfilenForLang>();

        (await NamnAsync(varld)).ShouldBe(["Ekonomiprogrammet"]);
    }

    private static (int Inlasta, int Oforandrade, int Nekade) Antal(Inlasningssida sida)
    {
        sida.AntalMed(Inlasningstillstand.Vantar).ShouldBe(0);
        return (sida.AntalMed(Inlasningstillstand.Inlast), sida.AntalMed(Inlasningstillstand.Oforandrad), sida.AntalMed(Inlasningstillstand.Nekad));
    }

    private static async Task<List<string>> NamnAsync(Studietidsvarld varld)
    {
        await using var db = varld.Databas.For(varld.SkolaId);
        return await db.Utbildningar.OrderBy(u => u.Sorteringsnyckel).Select(u => u.Uppgift.Namn).ToListAsync();
    }

    private static Task<Result<long>> TaEmotAsync(Studietidsvarld varld, Inlasningsslag slag, string text) =>
        varld.SkolanAsync(t => t.Inlasning.TaEmotAsync(slag, "fil.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), default));

    private static async Task<Inlasningssida> LasAsync(Studietidsvarld varld, Inlasningsslag slag, string text)
    {
        var id = (await TaEmotAsync(varld, slag, text)).Value;
        return (await varld.SkolanAsync(t => t.Inlasningar.ForAsync(id, 1, default)))!;
    }
}
