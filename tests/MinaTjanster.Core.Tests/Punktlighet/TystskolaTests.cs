using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Punktlighet;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tests.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Punktlighet;

/// <summary>A silent school's page and the reminder to it, on every configured database. Today is 22 November 2026; Norra Hamnens gymnasium is silent, since Södra Bergets is not.</summary>
public sealed class TystskolaTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Remind_IsOnceASchoolAndMonth_HoweverOftenOrManyClick_AndBlamesNobody(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var tyst = await SkolaAsync(varld, Demoskolor.NorraHamnen);

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PaminnAsync(varld, tyst, tyst))));

        svar.Sum(s => s.Skickade).ShouldBe(1);
        svar.Sum(s => s.Redan).ShouldBe(3);
        var mejl = (await varld.MejlAsync()).ShouldHaveSingleItem();
        mejl.Till.ShouldBe("david.abdi@norrahamnen.example");
        mejl.Amne.ShouldBe("Har ni ogiltig frånvaro att rapportera till CSN?");
        mejl.Text.ShouldContain("Vi har inte fått någon rapport om ogiltig frånvaro (skolk) från Norra Hamnens gymnasium (skolkod 23456789) de senaste två åren.");
        mejl.Text.ShouldContain("Har ni ingen ogiltig frånvaro att rapportera behöver ni inte göra något.");
        mejl.Text.ShouldContain("/ogiltig-franvaro");
        foreach (var ord in new[] { "försen", "tyst", "väntat", "måste", "skulle ha" })
            mejl.Text.ShouldNotContain(ord, Case.Insensitive);
        Personnummermask.Finns(mejl.Text).ShouldBeFalse();
        var handelse = (await varld.HandelserAsync(Acts.SilentSchoolReminded)).ShouldHaveSingleItem();
        (handelse.SkolaId, handelse.ObjektId, handelse.Changes).ShouldBe((tyst, tyst, "Mottagare: 1"));

        varld.Klocka.Satt(new(2026, 11, 30), new(23, 59));
        (await PaminnAsync(varld, tyst)).ShouldBe(new(0, 1, 0, 0, 0));
        varld.Klocka.Satt(new(2026, 12, 1), new(0, 1));
        (await PaminnAsync(varld, tyst)).Skickade.ShouldBe(1, "another month, by the Swedish clock");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Remind_WhoIsNotSilentOrNotThere_OrHasReportedMeanwhile_SendsNothing(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var (sodra, tyst) = (await SkolaAsync(varld, Demoskolor.SodraBerget), await SkolaAsync(varld, Demoskolor.NorraHamnen));
        var universitetet = await SkolaAsync(varld, Demoskolor.Lindsala);
        (await PaminnAsync(varld, sodra, universitetet, 99_999_999)).ShouldBe(new(0, 0, 3, 0, 0));

        // The country's figures are kept for an hour, and are from before the report.
        var minne = Minne(varld);
        await minne.HamtaAsync(Ct);
        await RapportAsync(varld, tyst, new(2026, 11, 20), 0);
        (await PaminnAsync(varld, minne, tyst)).ShouldBe(new(0, 0, 1, 0, 0));

        (await varld.MejlAsync()).ShouldBeEmpty();
        (await varld.LasAsync(db => db.Nationellt<Fristpaminnelse>().CountAsync())).ShouldBe(0);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Remind_WhereNobodyReports_TellsTheAdministrator_AndWhereThereIsNobody_SaysSo(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var tyst = await SkolaAsync(varld, Demoskolor.NorraHamnen);
        await varld.AndraAsync(db => db.Behorigheter.Where(b => b.SkolaId == tyst && b.Slag == Behorighetsslag.Studeranderapportering).ExecuteDeleteAsync());
        (await PaminnAsync(varld, tyst)).Skickade.ShouldBe(1);
        var mejl = (await varld.MejlAsync()).ShouldHaveSingleItem();
        mejl.Till.ShouldBe("mikael.astrom@norrahamnen.example");
        mejl.Text.ShouldContain("Ingen på skolan har behörighet att rapportera.");
        mejl.Text.ShouldContain("/identity-manager");
        mejl.Text.ShouldContain("behöver ni inte göra något");

        await varld.AndraAsync(db => db.Behorigheter.Where(b => b.SkolaId == tyst).ExecuteDeleteAsync());
        varld.Klocka.Satt(new(2026, 12, 1), new(10, 0));
        (await PaminnAsync(varld, tyst)).ShouldBe(new(0, 0, 0, 1, 0));
        (await varld.LasAsync(db => db.Nationellt<Fristpaminnelse>().CountAsync())).ShouldBe(1, "nothing is said to be sent");
    }

    /// <summary>Somebody may report there, and the page says who: the mail says that they cannot be reached, not that there is nobody.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Remind_WhereWhoeverReportsHasNoAddress_DoesNotSayThatNobodyMayReport(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var tyst = await SkolaAsync(varld, Demoskolor.NorraHamnen);
        await varld.AndraAsync(db => db.Konton.Where(k => k.Email == "david.abdi@norrahamnen.example").ExecuteUpdateAsync(k => k.SetProperty(x => x.Email, (string?)null)));

        (await PaminnAsync(varld, tyst)).Skickade.ShouldBe(1);

        var mejl = (await varld.MejlAsync()).ShouldHaveSingleItem();
        mejl.Till.ShouldBe("mikael.astrom@norrahamnen.example");
        mejl.Text.ShouldContain("De som har behörighet att rapportera för skolan går inte att nå med mejl");
        mejl.Text.ShouldContain("/ogiltig-franvaro");
        mejl.Text.ShouldNotContain("Ingen på skolan");
        (await BildAsync(varld, tyst))!.Kontakter[0].Slag[0].ShouldBe(Behorighetsslag.Studeranderapportering);
    }

    /// <summary>The window from Friday 15:00 is open until Sunday 15:00.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Page_TellsOfEvents_WhenTheirWindowHasClosed(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var tyst = await SkolaAsync(varld, Demoskolor.NorraHamnen);
        await varld.AndraAsync(db => db.Nationellt<Sandning>().Where(s => s.SkolaId == tyst)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Skickad, SvenskTid.TillUtc(new(2026, 10, 1), new(9, 0))).SetProperty(x => x.Rapportdag, new DateOnly(2026, 10, 1))));
        await SandningAsync(varld, tyst, new(2026, 11, 20), new(14, 59));
        await SandningAsync(varld, tyst, new(2026, 11, 21), new(9, 0));

        varld.Klocka.Satt(new(2026, 11, 22), new(14, 59));
        (await BildAsync(varld, tyst))!.Senast.Handelser.ShouldBe(new DateOnly(2026, 11, 20), "what can still be taken back is not CSN's yet");
        varld.Klocka.Satt(new(2026, 11, 22), new(15, 0));
        (await BildAsync(varld, tyst))!.Senast.Handelser.ShouldBe(new DateOnly(2026, 11, 21));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Page_TellsWhomToReach_WhatCameLast_AndWhenItWasReminded(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var (sodra, tyst) = (await SkolaAsync(varld, Demoskolor.SodraBerget), await SkolaAsync(varld, Demoskolor.NorraHamnen));

        var fore = (await BildAsync(varld, tyst))!;
        (fore.ArTyst, fore.Pamind, fore.PamindAv, fore.Senast.Skolk, fore.Manader.Count).ShouldBe((true, null, null, new DateOnly(2020, 1, 1), 12));
        fore.Kontakter.Select(k => (k.Namn, k.Epost, k.Slag[0])).ShouldBe(
            [("David Abdi", "david.abdi@norrahamnen.example", Behorighetsslag.Studeranderapportering), ("Mikael Åström", "mikael.astrom@norrahamnen.example", Behorighetsslag.Behorighetsadministrator)]);
        fore.Kontakter.ShouldAllBe(k => k.Telefon != null);
        fore.Kontaktpersoner.ShouldBe(["Kristina Ohlin"]);
        await PaminnAsync(varld, tyst);
        var efter = (await BildAsync(varld, tyst))!;
        (efter.Pamind!.Value.SvenskDag(), efter.PamindAv).ShouldBe((new DateOnly(2026, 11, 22), "Greta Granberg"));

        // What can still be taken back is not CSN's yet: reported on a Sunday, the window closes on Monday.
        await RapportAsync(varld, sodra, new(2026, 11, 22), 30);
        var sodras = (await BildAsync(varld, sodra))!;
        (sodras.ArTyst, sodras.Senast.Skolk).ShouldBe((false, new DateOnly(2026, 10, 12)));
        sodras.Manader.Single(m => m.Manad == new DateOnly(2026, 10, 1)).Tal.Antal.ShouldBe(10);
        (await BildAsync(varld, await SkolaAsync(varld, Demoskolor.Lindsala))).ShouldBeNull("no ogiltig frånvaro there");
        (await BildAsync(varld, 99_999_999)).ShouldBeNull();
    }

    /// <summary>It is no reminder of what is late: the list of that does not tell of it, and its steps go on as before.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task TheReminder_IsKeptApartFromWhatIsLate(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var tyst = await SkolaAsync(varld, Demoskolor.NorraHamnen);
        await PaminnAsync(varld, tyst);
        await RapportAsync(varld, tyst, new(2026, 8, 1), 31);

        var rad = (await varld.SomAsync(Personer.KristinaOhlin, a => new ForseningQuery(a.Db, a.Anvandare, varld.Klocka).SidaAsync(new(Slag: Fristslag.Underlag), 1, Ct))).Sida.Rader.Single(r => r.Forsening.SkolaId == tyst);

        (rad.Pamind, rad.Steg).ShouldBe((null, null));
    }

    private static async Task<Kontovarld> NyAsync(Databasprovider provider)
    {
        var varld = await Kontovarld.SkapaAsync(provider);
        await using (var db = varld.Databas.Alla())
        {
            await db.UtgaendeMejl.ExecuteDeleteAsync();
            await db.Nationellt<Skolkrapport>().ExecuteUpdateAsync(r => r.SetProperty(x => x.Rapportdag, new DateOnly(2020, 1, 1)));
        }

        var sodra = await SkolaAsync(varld, Demoskolor.SodraBerget);
        for (var i = 0; i < 10; i++)
            await RapportAsync(varld, sodra, new(2026, 10, 12), 10 + i);
        return varld;
    }

    private static Task<long> SkolaAsync(Kontovarld varld, string skolkod) => varld.LasAsync(db => db.Skolor.Where(s => s.Skolkod == skolkod).Select(s => s.Id).SingleAsync());

    private static async Task RapportAsync(Kontovarld varld, long skolaId, DateOnly dag, int elev)
    {
        await using var db = varld.Databas.Alla();
        var studerande = await db.Nationellt<Studerande>().Where(s => s.SkolaId == skolaId).OrderBy(s => s.Id).Select(s => s.Id).Skip(elev).FirstAsync();
        var konto = await db.Konton.OrderBy(k => k.Id).Select(k => k.Id).FirstAsync();
        var skickad = SvenskTid.TillUtc(dag, new(9, 0));
        var rapport = new Skolkrapport(skolaId, studerande, new Skolkuppgift(dag.AddDays(-35), null, 690, 6, false), Kvittensnummer.Nytt("SK").Text, Hemlighet.Ny(), konto, skickad, dag);
        db.AddRange(rapport, new Arende(skolaId, rapport, skickad));
        await db.SaveChangesAsync();
    }

    private static async Task SandningAsync(Kontovarld varld, long skolaId, DateOnly dag, TimeOnly tid)
    {
        await using var db = varld.Databas.Alla();
        var konto = await db.Konton.OrderBy(k => k.Id).Select(k => k.Id).FirstAsync();
        db.Add(new Sandning(skolaId, Kvittensnummer.Nytt("SR").Text, Hemlighet.Ny(), Sandningskanal.Skarm, konto, SvenskTid.TillUtc(dag, tid), dag));
        await db.SaveChangesAsync();
    }

    private static Punktlighetsminne Minne(Kontovarld varld) => new(varld.Databas.NyDb, new(), varld.Klocka);

    private static TystskolaQuery Fraga(Kontovarld varld, PortalDbContext db, Punktlighetsminne minne) => new(db, new(db, minne, new(), varld.Klocka), minne, new(), varld.Klocka);

    private static Task<Skolbild?> BildAsync(Kontovarld varld, long skolaId) => varld.SomAsync(Personer.GretaGranberg, a => Fraga(varld, a.Db, Minne(varld)).ForAsync(skolaId, Ct));

    private static Task<Tystutfall> PaminnAsync(Kontovarld varld, params long[] skolor) => PaminnAsync(varld, Minne(varld), skolor);

    private static Task<Tystutfall> PaminnAsync(Kontovarld varld, Punktlighetsminne minne, params long[] skolor) => varld.SomAsync(Personer.GretaGranberg, a => new TystpaminnelseService(
        varld.Databas.NyDb, Fraga(varld, a.Db, minne), new(), Testskydd.Mejl, Kontovarld.Adress, a.Anvandare, varld.Klocka, NullLogger<TystpaminnelseService>.Instance).PaminnAsync(skolor, Ct));
}
