using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Filrapportering;

/// <summary>A file is judged row by row, stored in chunks, and each row once.</summary>
public sealed class FilinlasningTests
{
    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    public static IEnumerable<object[]> Blockstorlekar => Testdatabaser.Providers().SelectMany(p => new[] { 1, 3, 1000 }.Select(b => new[] { p[0], b }));

    [Theory, MemberData(nameof(Blockstorlekar))]
    public async Task SeveralRowsOfAStudent_FollowUponEachOther_WhateverTheChunks(Databasprovider provider, int block)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var (ena, andra) = (Filvarld.Person(1), Filvarld.Person(2));

        var jobb = await varld.SkickaAsync(
            Fil.Av(Fil.Start(ena), Fil.Dag(ena, "31", "2026-09-07"), Fil.Start(andra), Fil.Dag(ena, "32", "2026-09-28"), Fil.Dag(ena, "61", "2026-10-30"), Fil.Dag(andra, "32", "2026-10-01")),
            block: block);

        jobb.Status.ShouldBe(Filjobbstatus.Klar);
        (jobb.Rader, jobb.Godtagna, jobb.Nekade).ShouldBe((6, 5, 1));
        (await varld.HandelserAsync(ena)).Select(h => h.Uppgift.Slag).ShouldBe([Handelseslag.BorjatStudera, Handelseslag.Franvaro, Handelseslag.AterIStudier, Handelseslag.Avbrott]);
        var nekad = (await varld.RaderAsync(jobb.Id)).ShouldHaveSingleItem();
        nekad.Radnummer.ShouldBe(7);
        nekad.Fel.ShouldHaveSingleItem().Kod.ShouldBe("HANDELSE-INGENFRANVARO");
        await using var db = varld.Databas.Alla();
        var period = await db.Nationellt<Studieperiod>().SingleAsync(p => db.Nationellt<Studerande>().Any(s => s.Id == p.StuderandeId && s.Personnummer == Personnummer.FranVarde(ena)));
        (period.SistaDag, period.PlaneradSistaDag).ShouldBe((new DateOnly(2026, 10, 30), new DateOnly(2027, 6, 11)));
    }

    [Theory, MemberData(nameof(Blockstorlekar))]
    public async Task ChangeAndTakeBack_FindTheEventByItsDay(Databasprovider provider, int block)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var (ena, andra) = (Filvarld.Person(1), Filvarld.Person(2));

        var jobb = await varld.SkickaAsync(
            Fil.Av(
                Fil.Start(ena),
                Fil.Start(andra),
                Fil.Start(ena, forsta: "2026-08-24", atgard: "ändra", tidigare: "2026-08-17"),
                Fil.Dag(andra, "11", "2026-08-17", "ta_tillbaka"),
                Fil.Dag(andra, "11", "2026-08-17", "ta_tillbaka")),
            block: block);

        (jobb.Godtagna, jobb.Nekade).ShouldBe((4, 1));
        (await varld.HandelserAsync(ena)).Select(h => (h.Status, h.Uppgift.ForstaDag)).ShouldBe(
            [(Handelsestatus.Ersatt, new DateOnly(2026, 8, 17)), (Handelsestatus.Galler, new DateOnly(2026, 8, 24))]);
        (await varld.HandelserAsync(andra)).Single().Status.ShouldBe(Handelsestatus.Tillbakatagen);
        (await varld.RaderAsync(jobb.Id)).Single().Fel.Single().Kod.ShouldBe("RAD-FINNS-INTE");
        await using var db = varld.Databas.Alla();
        (await db.Nationellt<Studieperiod>().CountAsync(p => p.ForstaDag == new DateOnly(2026, 8, 24) && p.HandelseId != null)).ShouldBe(1);
        var dagens = db.Nationellt<Handelse>().Where(h => h.Sandning.Rapportdag == Testklocka.Standarddag).Select(h => (long?)h.Id);
        (await db.Nationellt<Studieperiod>().CountAsync(p => dagens.Contains(p.HandelseId))).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task UnknownStudent_IsAddedWithNameByAStart_AndFoundBySearch(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var ny = Filvarld.Person(1);

        var jobb = await varld.SkickaAsync(Fil.Av(Fil.Dag(Filvarld.Person(2), "31", "2026-09-07"), Fil.Start(ny), Fil.Start(Filvarld.Person(3)).Replace("Nils", "", StringComparison.Ordinal)));

        (await varld.RaderAsync(jobb.Id)).Select(r => r.Fel.Single().Kod).ShouldBe(["RAD-STUDERANDE", "RAD-NAMN-SAKNAS"]);
        await using var db = varld.Databas.Alla();
        var studerande = await db.Nationellt<Studerande>().Include(s => s.Sokord).IgnoreQueryFilters().SingleAsync(s => s.Personnummer == Personnummer.FranVarde(ny));
        (studerande.Fornamn, studerande.Efternamn).ShouldBe(("Nils", "Fil"));
        studerande.Sokord.Select(s => s.Ord.ToUpperInvariant()).ShouldBe(["NILS", "FIL"], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task RowsOfTwoSchools_AreReadUnderEachSchoolsOwnScope_AndOtherSchoolsAreErrors(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var text = "skolkod;personnummer;fornamn;efternamn;handelse;forsta_dag;sista_dag;arskurs;studievagskod;utbildning;omfattning\n"
            + $"{Demoskolor.NorraHamnen};{Filvarld.Person(1)};A;Ett;11;2026-08-17;2027-06-11;1;NANAT0000;;\n"
            + $"{Demoskolor.Angsholm};{Filvarld.Person(2)};B;Två;11;2026-08-17;2026-12-18;;;Svenska 1;100\n"
            + $"{Demoskolor.SodraBerget};{Filvarld.Person(3)};C;Tre;11;2026-08-17;2027-06-11;1;NANAT0000;;\n"
            + $"99999999;{Filvarld.Person(4)};D;Fyra;11;2026-08-17;2027-06-11;1;NANAT0000;;\n"
            + $";{Filvarld.Person(5)};E;Fem;11;2026-08-17;2027-06-11;1;NANAT0000;;\n";
        var mottagen = (await (await varld.SomDavidAsync()).TaEmotAsync(text)).Value;
        mottagen.Select(m => m.Skolkod).ShouldBe([Demoskolor.NorraHamnen, Demoskolor.Angsholm]);

        await varld.Inlasning().KorAsync(default);

        var (norra, angsholm) = (await varld.JobbAsync(mottagen[0].FiljobbId), await varld.JobbAsync(mottagen[1].FiljobbId));
        (norra.Rader, norra.Godtagna, norra.Nekade).ShouldBe((4, 2, 2));
        (angsholm.Rader, angsholm.Godtagna, angsholm.Nekade).ShouldBe((1, 1, 0));
        var nekade = await varld.RaderAsync(norra.Id);
        nekade.Select(r => r.Fel.Single().Kod).ShouldBe(["RAD-SKOLKOD", "RAD-SKOLKOD"]);
        // A school that exists and one that does not read the same: nothing is revealed.
        nekade[0].Fel[0].Mening.ShouldBe(nekade[1].Fel[0].Mening);
        (await varld.HandelserAsync(Filvarld.Person(2))).Single().SkolaId.ShouldBe(angsholm.SkolaId);
        (await varld.HandelserAsync(Filvarld.Person(3))).ShouldBeEmpty();
        (norra.Sandning!.Kvittensnummer == angsholm.Sandning!.Kvittensnummer).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TestOnly_SaysWhatSendingWould_AndStoresNothing(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var (ena, andra) = (Filvarld.Person(1), Filvarld.Person(2));
        var text = Fil.Av(
            Fil.Start(ena, forsta: "2026-08-16"), Fil.Start(andra), Fil.Dag(ena, "31", "2026-09-07"), Fil.Dag(ena, "31", "2026-09-14"), Fil.Skolk(andra, "2026-10-05"), Fil.Skolk(andra, "2026-10-07"));
        var fore = await varld.RaknaAsync();

        var test = await varld.SkickaAsync(text, Filandamal.Testa, block: 1);

        (await varld.RaknaAsync()).ShouldBe(fore);
        test.Sandning.ShouldBeNull();
        (await varld.RaderAsync(test.Id, Filradstillstand.Provad)).ShouldBeEmpty();
        await using (var db = varld.Databas.Alla())
        {
            (await db.Nationellt<MinaTjanster.Core.Dokumentlagring.Dokument>().CountAsync(d => d.FranvarounderlagId == null)).ShouldBe(0);
        }

        var skarp = await varld.SkickaAsync(text);
        (test.Rader, test.Godtagna, test.Nekade, test.Varnade).ShouldBe((skarp.Rader, skarp.Godtagna, skarp.Nekade, skarp.Varnade));
        skarp.Godtagna.ShouldBe(4);
        skarp.Varnade.ShouldBeGreaterThan(0);
        (await varld.RaderAsync(test.Id)).Select(r => (r.Radnummer, r.Fel.Single().Kod)).ShouldBe((await varld.RaderAsync(skarp.Id)).Select(r => (r.Radnummer, r.Fel.Single().Kod)));
        (await varld.RaderAsync(test.Id, Filradstillstand.Varnad)).Select(r => r.Radnummer).ShouldBe((await varld.RaderAsync(skarp.Id, Filradstillstand.Varnad)).Select(r => r.Radnummer));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SameContentTwice_IsRecognised_AlsoAtTheSameMoment(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var text = Fil.Av(Fil.Start(Filvarld.Person(1)));
        var arbeten = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => varld.SomDavidAsync()));

        var mottagna = await Task.WhenAll(arbeten.Select(a => Task.Run(() => a.TaEmotAsync(text))));

        mottagna.Select(m => m.Value.Single().FiljobbId).Distinct().ShouldHaveSingleItem();
        mottagna.Count(m => m.Value.Single().Mottagande == Filmottagande.Nytt).ShouldBe(1);
        await varld.Inlasning().KorAsync(default);
        (await varld.HandelserAsync(Filvarld.Person(1))).Count.ShouldBe(1);
        (await (await varld.SomDavidAsync()).TaEmotAsync(text)).Value.Single().Mottagande.ShouldBe(Filmottagande.RedanSkickat);
        await using var db = varld.Databas.Alla();
        (await db.Nationellt<MinaTjanster.Core.Dokumentlagring.Dokument>().CountAsync(d => d.FranvarounderlagId == null)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ReportDay_IsThatOfTheUpload(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var person = Filvarld.Person(1);
        var jobb = await varld.SkickaAsync(Fil.Av(Fil.Start(person), Fil.Skolk(person, "2026-10-05")), las: false);
        varld.Klocka.Flytta(TimeSpan.FromDays(3));

        await varld.Inlasning().KorAsync(default);

        (await varld.JobbAsync(jobb.Id)).Godtagna.ShouldBe(2);
        await using var db = varld.Databas.Alla();
        var rapport = await db.Nationellt<MinaTjanster.Core.Skolkrapportering.Skolkrapport>().SingleAsync(r => db.Nationellt<Studerande>().Any(s => s.Id == r.StuderandeId && s.Personnummer == Personnummer.FranVarde(person)));
        rapport.Rapportdag.ShouldBe(Testklocka.Standarddag);
        rapport.Skickad.ShouldBe(jobb.Uppladdad);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WholeFileAgainWithTheErrorsMended_ClearsTheFirstListAndStoresOnlyWhatIsNew(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var forsta = await varld.SkickaAsync(Fil.Av(Fil.Start(Filvarld.Person(1)), Fil.Start(Filvarld.Person(2)).Replace("NANAT0000", "?", StringComparison.Ordinal)));
        (await varld.RaderAsync(forsta.Id)).Count.ShouldBe(1);

        var andra = await varld.SkickaAsync(Fil.Av(Fil.Start(Filvarld.Person(1)), Fil.Start(Filvarld.Person(2))));

        (andra.Godtagna, andra.Nekade, andra.Oforandrade).ShouldBe((1, 0, 1));
        (await varld.RaderAsync(forsta.Id)).ShouldBeEmpty();
        (await varld.RaderAsync(forsta.Id, Filradstillstand.Rattad)).Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task RowsThatAreReportedAlready_AreUnchanged_AlsoChangesAndSkolk(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var person = Filvarld.Person(1);
        string[] rader = [Fil.Start(person, forsta: "2026-08-24", atgard: "andra", tidigare: "2026-08-17"), Fil.Skolk(person, "2026-10-05")];
        (await varld.SkickaAsync(Fil.Av([Fil.Start(person), .. rader]))).Godtagna.ShouldBe(3);

        var igen = await varld.SkickaAsync(Fil.Av(rader));

        (igen.Godtagna, igen.Nekade, igen.Oforandrade).ShouldBe((0, 0, 2));
        (await varld.HandelserAsync(person)).Count.ShouldBe(2);
    }

    /// <summary>The same event code on another day is another thing: it settles nothing, in the file or after it.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task RefusedRow_StandsUntilTheSameIsAccepted_NotAnotherOfItsCode(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var person = Filvarld.Person(1);
        // 20 November is too short an absence.
        var text = Fil.Av(Fil.Start(person), Fil.Dag(person, "31", "2026-11-20"), Fil.Dag(person, "31", "2026-09-07"), Fil.Dag(person, "32", "2026-09-28"));

        var prov = await varld.SkickaAsync(text, Filandamal.Testa);
        var jobb = await varld.SkickaAsync(text);
        var senare = await varld.SkickaAsync(Fil.Av(Fil.Dag(person, "31", "2026-10-05"), Fil.Dag(person, "32", "2026-10-26")));

        (await varld.RaderAsync(prov.Id)).ShouldHaveSingleItem().Radnummer.ShouldBe(3);
        senare.Godtagna.ShouldBe(2);
        (jobb.Godtagna, jobb.Nekade).ShouldBe((3, 1));
        (await varld.RaderAsync(jobb.Id)).ShouldHaveSingleItem().Radnummer.ShouldBe(3);
    }

    [Theory]
    [InlineData(";;Matte;;MAT1", ";;Matte 1;;MAT1", true)]
    [InlineData(";;Matte;;MAT1", ";;Matte;;MAT2", false)]
    [InlineData(";;Matte;;", ";;MATTE;;", true)]
    [InlineData(";;Matte;;", ";;;;", false)]
    [InlineData("2026-09-07;;;;", "20260907;;;;", true)]
    [InlineData("2026-09-07;;;;", "2026-09-08;;;;", false)]
    [InlineData("2026-13-07;;;;", "2026-09-08;;;;", true)]
    public void TwoRows_AreAboutTheSame_ByCourseOrElseByDay(string nekad, string godtagen, bool samma)
    {
        Radsak.Samma(Varden(nekad), Varden(godtagen)).ShouldBe(samma);

        static string[] Varden(string text)
        {
            var falt = text.Split(';');
            var varden = Enumerable.Repeat("", Filformat.Kolumner.Antal).ToArray();
            varden[Filformat.Plats(Handelsefalt.ForstaDag)] = falt[0];
            varden[Filformat.Plats(Handelsefalt.Utbildning)] = falt[2];
            varden[Filformat.Plats(Handelsefalt.Kurskod)] = falt[4];
            return varden;
        }
    }

    /// <summary>A test judges a later chunk upon what the earlier ones have accepted, changes of stored skolk too.</summary>
    [Fact]
    public async Task TestInSmallChunks_WithSkolkThatIsChangedFirst_GoesOn()
    {
        await using var varld = await Filvarld.SkapaAsync();
        var person = Filvarld.Person(1);
        await varld.SkickaAsync(Fil.Av(Fil.Start(person), Fil.Skolk(person, "2026-10-05")));

        var prov = await varld.SkickaAsync(
            Fil.Av(Fil.Skolk(person, "2026-10-05", sista: "2026-11-16", atgard: "andra", timmar: ""), Fil.Dag(person, "61", "2026-11-20")), Filandamal.Testa, block: 1);

        (prov.Status, prov.Godtagna, prov.Nekade).ShouldBe((Filjobbstatus.Klar, 2, 0));
    }

    [Theory]
    [InlineData("10,0", "5", "", true)]
    [InlineData("", "", "", true)]
    [InlineData("12,0", "5", "", false)]
    [InlineData("10,0", "6", "", false)]
    [InlineData("10,0", "5", "2026-11-16", false)]
    public async Task SkolkOfAReportedDay_IsUnchangedOnlyIfItSaysNothingMore_ElseRefused(string timmar, string tillfallen, string sista, bool oforandrad)
    {
        await using var varld = await Filvarld.SkapaAsync();
        var person = Filvarld.Person(1);
        (await varld.SkickaAsync(Fil.Av(Fil.Start(person), Fil.Skolk(person, "2026-10-05")))).Godtagna.ShouldBe(2);

        var igen = await varld.SkickaAsync(Fil.Av(Fil.Skolk(person, "2026-10-05", sista, timmar: timmar, tillfallen: tillfallen)), block: 1);

        (igen.Godtagna, igen.Nekade, igen.Oforandrade).ShouldBe(oforandrad ? (0, 0, 1) : (0, 1, 0));
        if (!oforandrad)
            (await varld.RaderAsync(igen.Id)).Single().Fel.Single().Kod.ShouldBe("RAD-SKOLK-ANDRAD");
        await using var db = varld.Databas.Alla();
        var rapport = await db.Nationellt<MinaTjanster.Core.Skolkrapportering.Skolkrapport>().SingleAsync(r => r.ForstaDag == new DateOnly(2026, 10, 5) && db.Nationellt<Studerande>().Any(s => s.Id == r.StuderandeId && s.Personnummer == Personnummer.FranVarde(person)));
        (rapport.Uppgift.OgiltigMinuter, rapport.Uppgift.Tillfallen, rapport.SistaDag).ShouldBe((600, 5, null));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SchoolThatReportsOnScreen_CannotSendFiles(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        await using (var db = varld.Databas.Alla())
        {
            (await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.NorraHamnen)).BytRapporteringssatt(MinaTjanster.Core.Skolor.Rapporteringssatt.Manuellt);
            await db.SaveChangesAsync();
        }

        (await (await varld.SomDavidAsync()).TaEmotAsync(Fil.Av(Fil.Start(Filvarld.Person(1))))).Refusals.Single().ShouldBeOfType<SkolanSkickarInteFil>();
    }

    [Theory]
    [InlineData("", "FIL-TOM")]
    [InlineData("PK\u0003\u0004xl/", "FIL-EXCEL")]
    [InlineData("%PDF-1.7", "FIL-PDF")]
    [InlineData("<html>", "FIL-XML")]
    [InlineData("a\0b", "FIL-BINAR")]
    [InlineData("namn;klass\nA;B\n", "FIL-KOLUMN-SAKNAS")]
    [InlineData("a;b\n1;2\n", "FIL-RUBRIK-SAKNAS")]
    [InlineData("personnummer;handelse\n", "FIL-INGA-RADER")]
    [InlineData("personnummer,handelse\n1,2\n", "FIL-KOMMA")]
    public async Task BadFile_IsRefusedByName_AndNothingIsKept(string text, string kod)
    {
        await using var varld = await Filvarld.SkapaAsync();

        (await (await varld.SomDavidAsync()).TaEmotAsync(text)).Refusals.ShouldContain(r => r.Code == kod);

        await using var db = varld.Databas.Alla();
        (await db.Nationellt<Filjobb>().CountAsync()).ShouldBe(0);
        (await db.Nationellt<MinaTjanster.Core.Dokumentlagring.Dokument>().CountAsync(d => d.FranvarounderlagId == null)).ShouldBe(0);
    }
}
