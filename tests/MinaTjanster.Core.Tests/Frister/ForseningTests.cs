using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.Core.Tests.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Frister;

/// <summary>What is overdue by school, and what follows, on every configured database. Today is 22 November 2026.</summary>
public sealed class ForseningTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    /// <summary>The due day itself is in time; a day later it is late, for CSN as for the school.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Overdue_IsCountedBySchool_MostOverdueFirst_AsTheSchoolSeesIt(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        await RapportAsync(varld, Demoskolor.SodraBerget, new(2026, 9, 22));
        await RapportAsync(varld, Demoskolor.SodraBerget, new(2026, 9, 20));
        await RapportAsync(varld, Demoskolor.Viken, new(2026, 8, 1));

        var lista = await ListaAsync(varld, new());

        lista.Sida.Rader.Select(r => (r.Skolkod, r.Forsening.Underlag, r.Forsening.Aldst)).ShouldBe([(Demoskolor.Viken, 1, new(2026, 10, 1)), (Demoskolor.SodraBerget, 1, new(2026, 11, 20))]);
        lista.Antal[Fristslag.Underlag].ShouldBe(2);
        lista.Antal[Fristslag.Komplettering].ShouldBe(0);
        (await ListaAsync(varld, new(Slag: Fristslag.Komplettering))).Sida.Antal.ShouldBe(0);
        varld.Klocka.Flytta(TimeSpan.FromDays(1));
        (await ListaAsync(varld, new())).Sida.Rader[^1].Forsening.Underlag.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Remind_IsOnceADay_HoweverOftenOrManyClick(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var (sodra, viken) = (await RapportAsync(varld, Demoskolor.SodraBerget, new(2026, 9, 1)), await RapportAsync(varld, Demoskolor.Viken, new(2026, 9, 1)));

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PaminnAsync(varld, sodra.SkolaId, viken.SkolaId))));

        svar.Sum(s => s.Skickade).ShouldBe(2);
        svar.Sum(s => s.RedanIDag).ShouldBe(6);
        var mejl = await varld.MejlAsync();
        mejl.Select(m => m.Till).Distinct().Count().ShouldBe(mejl.Count);
        var anna = mejl.Single(m => m.Till == "anna.lind@sodraberget.example");
        anna.Amne.ShouldBe("Påminnelse: en sak att skicka till CSN är försenad");
        anna.Text.ShouldContain($"- Frånvarounderlag för {sodra.Kvittensnummer}. Sista dag var 1 november 2026.");
        Personnummermask.Finns(anna.Text).ShouldBeFalse();
        anna.Text.ShouldNotContain(viken.Kvittensnummer);
        var handelser = await varld.HandelserAsync(Acts.DeadlineReminded);
        handelser.Count.ShouldBe(2);
        handelser.ShouldAllBe(h => h.KontoId != null);
        (await ListaAsync(varld, new())).Sida.Rader.ShouldAllBe(r => r.Steg == Paminnelsesteg.Manuell && r.Pamind != null);

        varld.Klocka.Flytta(TimeSpan.FromDays(1));
        (await PaminnAsync(varld, sodra.SkolaId)).Skickade.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Remind_WhatIsNotLateOrNotThere_SendsNothing(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var sodra = await RapportAsync(varld, Demoskolor.SodraBerget, new(2026, 10, 1));

        (await PaminnAsync(varld, sodra.SkolaId, 99_999_999)).ShouldBe(new(0, 0, 2));
        (await varld.MejlAsync()).ShouldBeEmpty();
    }

    /// <summary>Day 7, day 21, and then the contact person; each once, whatever copies run at once.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Steps_ComeOnTheirDays_Once(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        // Due 16 November.
        await RapportAsync(varld, Demoskolor.SodraBerget, new(2026, 9, 16));
        (await EskaleraAsync(varld)).ShouldBe(0, "six days late");

        varld.Klocka.Flytta(TimeSpan.FromDays(1));
        varld.Klocka.Satt(new(2026, 11, 23), new(5, 0));
        (await EskaleraAsync(varld)).ShouldBe(0, "nobody is mailed at night");
        varld.Klocka.Satt(new(2026, 11, 23), new(6, 0));
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => EskaleraAsync(varld))))).Sum().ShouldBe(1);
        (await EskaleraAsync(varld)).ShouldBe(0);
        (await varld.MejlAsync()).Select(m => m.Amne).Distinct().ShouldBe(["Påminnelse: en sak att skicka till CSN är försenad"]);

        varld.Klocka.Flytta(TimeSpan.FromDays(14));
        (await EskaleraAsync(varld)).ShouldBe(1);
        varld.Klocka.Flytta(TimeSpan.FromDays(14));
        (await EskaleraAsync(varld)).ShouldBe(1);
        (await EskaleraAsync(varld)).ShouldBe(0);
        var sist = (await varld.MejlAsync())[^1];
        sist.Till.ShouldEndWith("@csn.example");
        sist.Amne.ShouldBe($"Försenat hos skola {Demoskolor.SodraBerget}: en sak");
        (await varld.LasAsync(db => db.Nationellt<Fristpaminnelse>().OrderBy(p => p.Id).Select(p => p.Steg).ToListAsync())).ShouldBe([Paminnelsesteg.Forsta, Paminnelsesteg.Andra, Paminnelsesteg.Kontaktperson]);
    }

    /// <summary>Other days than the default's: 2, 4 and 6.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Steps_FollowTheSettings(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var installning = new Fristinstallning(2, 4, 6).Kontrollerad();
        // Due 22 November.
        await RapportAsync(varld, Demoskolor.SodraBerget, new(2026, 9, 22));

        List<int> steg = [];
        for (var dagar = 1; dagar <= 7; dagar++)
        {
            varld.Klocka.Flytta(TimeSpan.FromDays(1));
            steg.Add(await Tjanst(varld, installning).EskaleraAsync(Ct));
        }

        steg.ShouldBe([0, 1, 0, 1, 0, 1, 0]);
        (await varld.LasAsync(db => db.Nationellt<Fristpaminnelse>().OrderBy(p => p.Id).Select(p => p.Steg).ToListAsync())).ShouldBe([Paminnelsesteg.Forsta, Paminnelsesteg.Andra, Paminnelsesteg.Kontaktperson]);
    }

    /// <summary>After a long standstill, or when the portal is new: the school is reminded first, and has its time to answer.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task WhatHasBeenLateForLong_RemindsTheSchoolOnce_ThenTellsItsContactPerson(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        await RapportAsync(varld, Demoskolor.SodraBerget, new(2026, 6, 1));

        (await EskaleraAsync(varld)).ShouldBe(1);
        (await EskaleraAsync(varld)).ShouldBe(0);
        (await varld.MejlAsync()).ShouldAllBe(m => m.Till.EndsWith("@sodraberget.example", StringComparison.Ordinal));
        varld.Klocka.Flytta(TimeSpan.FromDays(13));
        (await EskaleraAsync(varld)).ShouldBe(0);
        varld.Klocka.Flytta(TimeSpan.FromDays(1));
        (await EskaleraAsync(varld)).ShouldBe(1);
        (await EskaleraAsync(varld)).ShouldBe(0);

        (await varld.LasAsync(db => db.Nationellt<Fristpaminnelse>().OrderBy(p => p.Id).Select(p => p.Steg).ToListAsync())).ShouldBe([Paminnelsesteg.Andra, Paminnelsesteg.Kontaktperson]);
        (await varld.MejlAsync())[^1].Text.ShouldContain("har påmints, men det här är fortfarande försenat");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WhereNobodyReports_TheAdministratorIsToldToGiveTheBehorighet(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var rapport = await RapportAsync(varld, Demoskolor.SodraBerget, new(2026, 9, 1));
        await varld.AndraAsync(db => db.Behorigheter.Where(b => b.SkolaId == rapport.SkolaId && b.Slag != Behorighetsslag.Behorighetsadministrator).ExecuteDeleteAsync());

        (await PaminnAsync(varld, rapport.SkolaId)).Skickade.ShouldBe(1);

        var mejl = (await varld.MejlAsync()).ShouldHaveSingleItem();
        mejl.Text.ShouldContain("ingen på skolan har behörighet att rapportera det");
        mejl.Text.ShouldContain("/identity-manager");
        mejl.Text.ShouldNotContain("/kalender");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WhereThereIsNobody_NothingIsSaidToBeSent_AndTheContactPersonIsToldAtOnce(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var rapport = await RapportAsync(varld, Demoskolor.SodraBerget, new(2026, 9, 1));
        await varld.AndraAsync(db => db.Behorigheter.Where(b => b.SkolaId == rapport.SkolaId).ExecuteDeleteAsync());

        (await PaminnAsync(varld, rapport.SkolaId)).ShouldBe(new(0, 0, 0, UtanMottagare: 1));
        (await varld.LasAsync(db => db.Nationellt<Fristpaminnelse>().CountAsync())).ShouldBe(0);

        (await EskaleraAsync(varld)).ShouldBe(1);
        (await EskaleraAsync(varld)).ShouldBe(0);
        (await varld.MejlAsync()).ShouldAllBe(m => m.Text.Contains("har ingen som kan påminnas", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task EachIsReminded_OfWhatIsTheirsToReport(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var rapport = await RapportAsync(varld, Demoskolor.Viken, new(2026, 9, 1));
        await varld.AndraAsync(async db =>
        {
            db.Add(new Rapporteringsomgang(new(2025, [Skolform.Komvux], new(2026, 9, 1), new(2026, 10, 15), []), await db.Konton.Select(k => k.Id).FirstAsync(), varld.Klocka.UtcNu()));
            await db.Behorigheter.Where(b => b.SkolaId == rapport.SkolaId && b.Slag == Behorighetsslag.StudietiderUtbildningar).ExecuteDeleteAsync();
        });

        (await PaminnAsync(varld, rapport.SkolaId)).Skickade.ShouldBe(1);

        var mejl = await varld.MejlAsync();
        mejl.Count.ShouldBeGreaterThan(1);
        foreach (var brev in mejl)
            brev.Text.Contains(rapport.Kvittensnummer, StringComparison.Ordinal).ShouldNotBe(brev.Text.Contains("studietider ska rapporteras", StringComparison.Ordinal), brev.Till);
    }

    /// <summary>A round whose last day has passed counts its schools; it has reminders of its own, so no step follows. A question from CSN counts from its own day.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task RoundsAndComplements_AreCounted_EachFromItsOwnDay(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        await varld.AndraAsync(async db => db.Add(new Rapporteringsomgang(
            new(2025, [Skolform.Komvux], new(2026, 9, 1), new(2026, 10, 15), []), await db.Konton.Select(k => k.Id).FirstAsync(), varld.Klocka.UtcNu())));
        (await ListaAsync(varld, new(Slag: Fristslag.Studietider))).Sida.Rader.ShouldAllBe(r => r.Forsening.Studietider == 1 && r.Forsening.Aldst == new DateOnly(2026, 10, 15));
        (await ListaAsync(varld, new())).Antal[Fristslag.Studietider].ShouldBeGreaterThan(0);
        (await EskaleraAsync(varld)).ShouldBe(0);

        var viken = (await ListaAsync(varld, new())).Sida.Rader.Single(r => r.Skolkod == Demoskolor.Viken).Forsening.SkolaId;
        (await PaminnAsync(varld, viken)).Skickade.ShouldBe(1);
        (await varld.MejlAsync()).Single(m => m.Till == "fredrik.dahl@viken.example").Text.ShouldContain("- Läsåret 2025/26: studietider ska rapporteras. Sista dag var 15 oktober 2026.");

        await varld.AndraAsync(async db =>
        {
            await db.Rapporteringsomgangar.ExecuteUpdateAsync(o => o.SetProperty(x => x.Status, Omgangsstatus.Installd));
            var obesvarad = await db.Nationellt<Komplettering>().Where(k => k.Besvarad == null && k.Aterkallad == null).OrderBy(k => k.Id).FirstAsync();
            await db.Nationellt<Komplettering>().Where(k => k.Id == obesvarad.Id).ExecuteUpdateAsync(k => k.SetProperty(x => x.SvarSenast, new DateOnly(2026, 11, 14)));
            await db.Nationellt<Arende>().Where(a => a.Kompletteringar.Any(k => k.Id == obesvarad.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Status, Arendestatus.KompletteringBegard));
        });
        (await ListaAsync(varld, new())).Sida.Rader.ShouldHaveSingleItem().Forsening.ShouldSatisfyAllConditions(f => f.Kompletteringar.ShouldBe(1), f => f.Aldst.ShouldBe(new(2026, 11, 14)));
        (await EskaleraAsync(varld)).ShouldBe(1, "eight days late");
    }

    private static async Task<Kontovarld> NyAsync(Databasprovider provider)
    {
        var varld = await Kontovarld.SkapaAsync(provider);
        await using var db = varld.Databas.Alla();
        await db.UtgaendeMejl.ExecuteDeleteAsync();
        await db.Nationellt<Arende>().Where(a => a.Status == Arendestatus.VantarPaUnderlag || a.Status == Arendestatus.KompletteringBegard)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Status, Arendestatus.Avslutat));
        await db.Rapporteringsomgangar.ExecuteUpdateAsync(o => o.SetProperty(x => x.Status, Omgangsstatus.Installd));
        return varld;
    }

    private static async Task<Skolkrapport> RapportAsync(Kontovarld varld, string skolkod, DateOnly rapportdag)
    {
        await using var db = varld.Databas.Alla();
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == skolkod);
        var studerande = await db.Nationellt<Studerande>().Where(s => s.SkolaId == skola.Id).OrderBy(s => s.Id).FirstAsync();
        var konto = await db.Konton.OrderBy(k => k.Id).FirstAsync();
        var skickad = SvenskTid.TillUtc(rapportdag, new(9, 0));
        var rapport = new Skolkrapport(skola.Id, studerande.Id, new Skolkuppgift(rapportdag.AddDays(-35), null, 690, 6, false), Kvittensnummer.Nytt("SK").Text, Hemlighet.Ny(), konto.Id, skickad, rapportdag);
        db.AddRange(rapport, new Arende(skola.Id, rapport, skickad));
        await db.SaveChangesAsync();
        return rapport;
    }

    private static Task<Forseningslista> ListaAsync(Kontovarld varld, Forseningsurval urval) =>
        varld.SomAsync(Personer.KristinaOhlin, a => new ForseningQuery(a.Db, a.Anvandare, varld.Klocka).SidaAsync(urval, 1, Ct));

    private static Task<Paminnelseutfall> PaminnAsync(Kontovarld varld, params long[] skolor) => varld.SomAsync(Personer.KristinaOhlin, a => Tjanst(varld).PaminnAsync(skolor, a.Anvandare, Ct));

    private static Task<int> EskaleraAsync(Kontovarld varld) => Tjanst(varld).EskaleraAsync(Ct);

    private static ForseningsmejlService Tjanst(Kontovarld varld, Fristinstallning? installning = null) => new(
        varld.Databas.NyDb, new FristQuery(varld.Databas.NyDb, installning ?? new(), varld.Klocka), installning ?? new(), Testskydd.Mejl, Kontovarld.Adress, varld.Klocka, NullLogger<ForseningsmejlService>.Instance);
}
