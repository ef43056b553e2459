using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tests.Konton;
using MinaTjanster.Core.Tests.Studietider.Rapporter;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studietider.Omgangar;

/// <summary>Rounds and their reminders, on every configured database. Today is 22 November 2026.</summary>
public sealed class PaminnelseTests
{
    private const string Amne = "Påminnelse: rapportera studietiderna för 2027/28";
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly Omgangstext Text = new("2027/28", ["Gymnasieskola", "Komvux", "Yrkeshogskola"], "2026-11-22", "2026-12-20", "2026-11-25\n2026-12-10");

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Reminder_GoesToThoseWhoHaveNotReported_OnItsDay_Once(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        await OmgangAsync(varld);
        await RapportAsync(varld, Demoskolor.Malarstranden, Rapportstatus.Inskickad);
        await RapportAsync(varld, Demoskolor.Viken, Rapportstatus.Ater);

        (await SkickaAsync(varld)).ShouldBe(0, "its day has not come");
        varld.Klocka.Satt(new(2026, 11, 25), new(5, 59));
        (await SkickaAsync(varld)).ShouldBe(0, "nobody is mailed at night");
        varld.Klocka.Satt(new(2026, 11, 25), new(6, 0));
        (await SkickaAsync(varld)).ShouldBe(4, "two gymnasieskolor and two komvux, of which one is to amend");
        (await SkickaAsync(varld)).ShouldBe(0);

        var mejl = await MejlAsync(varld);
        // Norra Hamnen and Ängsholm have nobody who reports studietider: their administrator is told.
        mejl.Select(m => m.Till).Order().ShouldBe(
        [
            "anna.lind@sodraberget.example", "bjorn.svensson@sodraberget.example", "elin.eriksson@angsholm.example",
            "fredrik.dahl@viken.example", "mikael.astrom@norrahamnen.example",
        ]);
        mejl[0].Text.ShouldContain("senast 20 december 2026");
        mejl[0].Text.ShouldContain("https://portalen.example.org/studietider/2027-28");
        mejl.Single(m => m.Till == "fredrik.dahl@viken.example").Text.ShouldContain("har fått tillbaka studietiderna för läsåret 2027/28 för komplettering. Skicka in dem senast");
        (await varld.HandelserAsync(Acts.RoundReminded)).Count.ShouldBe(4);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task FourCopiesAtOnce_RemindEachSchoolOnce(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        await OmgangAsync(varld);
        varld.Klocka.Flytta(TimeSpan.FromDays(3));

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SkickaAsync(varld))));

        svar.Sum().ShouldBe(5);
        var mejl = await MejlAsync(varld);
        mejl.Select(m => m.Till).Distinct().Count().ShouldBe(mejl.Count);
        (await varld.LasAsync(db => db.Omgangspaminnelser.Where(p => p.Status == Paminnelsestatus.Skickad && p.Dag == new DateOnly(2026, 11, 25)).CountAsync())).ShouldBe(1);
    }

    /// <summary>A copy that died after some of the schools: the next waking takes the rest, and only them.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task DiedHalfway_TheRestAreReminded(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var omgang = await OmgangAsync(varld);
        varld.Klocka.Flytta(TimeSpan.FromDays(3));
        await varld.AndraAsync(async db =>
        {
            var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.SodraBerget);
            db.Add(new Omgangsutskick(skola.Id, omgang.Paminnelser.OrderBy(p => p.Dag).First().Id, 2, varld.Klocka.UtcNu()));
        });

        // Neither a change nor calling it off trips over what has gone out.
        var andrad = (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.AndraAsync(omgang.Id, Text with { Paminnelser = null }, omgang.Version, Ct)))!.Value;
        andrad.Paminnelser.Select(p => p.Dag).ShouldBe([new(2026, 11, 25)]);
        (await SkickaAsync(varld)).ShouldBe(4);
        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.StallInAsync(omgang.Id, andrad.Version, Ct)))!.IsAccepted.ShouldBeTrue();
        (await MejlAsync(varld)).ShouldNotContain(m => m.Till == "anna.lind@sodraberget.example");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task AfterDaysAtAStandstill_TheLatestDayAloneIsRemindedOf_AndNothingLongAfter(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        await OmgangAsync(varld);

        varld.Klocka.Flytta(TimeSpan.FromDays(30));
        (await SkickaAsync(varld)).ShouldBe(5);
        (await MejlAsync(varld))[0].Text.ShouldContain("Sista dag var 20 december 2026.");
        (await StatusAsync(varld)).ShouldBe([Paminnelsestatus.Overhoppad, Paminnelsestatus.Skickad]);

        await using var sen = await NyAsync(provider);
        await OmgangAsync(sen);
        sen.Klocka.Flytta(TimeSpan.FromDays(60));
        (await SkickaAsync(sen)).ShouldBe(0);
        (await StatusAsync(sen)).ShouldBe([Paminnelsestatus.Overhoppad, Paminnelsestatus.Overhoppad]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task RemindNow_IsOneADay_HoweverOftenItIsPressed(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var omgang = await OmgangAsync(varld);

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.PaminnAsync(omgang.Id, omgang.Version, Ct)))));
        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        (await SkickaAsync(varld)).ShouldBe(5);
        var nu = await LasAsync(varld, omgang.Id);
        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.PaminnAsync(omgang.Id, nu.Version, Ct)))!.Refusals.Single().ShouldBeOfType<RedanPamindaIDag>();
        (await SkickaAsync(varld)).ShouldBe(0);

        varld.Klocka.Flytta(TimeSpan.FromDays(3));
        (await SkickaAsync(varld)).ShouldBe(5, "the set-up day comes as before");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task CalledOff_OrNotOpen_RemindsNobody(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var omgang = await OmgangAsync(varld);
        var kommande = (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.LaggTillAsync(Text with { Skolformer = ["Hogskola"], Oppnar = "2026-12-01", Paminnelser = null }, Ct))).Value;

        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.PaminnAsync(kommande.Id, kommande.Version, Ct)))!.Refusals.Single().ShouldBeOfType<OmgangenInteOppen>();
        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.StallInAsync(omgang.Id, omgang.Version, Ct)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.StallInAsync(omgang.Id, omgang.Version + 1, Ct)))!.Refusals.Single().ShouldBeOfType<OmgangenInstalld>();
        varld.Klocka.Flytta(TimeSpan.FromDays(3));
        (await SkickaAsync(varld)).ShouldBe(0);
        (await MejlAsync(varld)).ShouldBeEmpty();
        (await PlikterAsync(varld, Personer.FredrikDahl, Skolform.Komvux)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Change_TellsOldAndNew_AndTwoWhoHadItOpenDoNotOverwrite(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var omgang = await OmgangAsync(varld);

        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.AndraAsync(omgang.Id, Text with { SistaDag = "2026-12-31", Paminnelser = "2026-12-01" }, omgang.Version, Ct)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.AndraAsync(omgang.Id, Text, omgang.Version, Ct)))!.Refusals.Single().ShouldBeOfType<OmgangenAndrad>();
        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.AndraAsync(0, Text, 0, Ct))).ShouldBeNull();

        (await LasAsync(varld, omgang.Id)).Paminnelser.Single().Dag.ShouldBe(new(2026, 12, 1));
        (await varld.HandelserAsync(Acts.RoundChanged)).First(e => e.Outcome == AuditOutcome.Accepted).Changes!.Split('\n').ShouldBe(
            ["Sista dag: 2026-12-20 → 2026-12-31", "Påminnelser: 2026-11-25, 2026-12-10 → 2026-12-01"]);
    }

    /// <summary>Else the schools would be reminded twice of the same.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task TwoRoundsOfTheSame_AreRefused(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        await OmgangAsync(varld);

        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.LaggTillAsync(Text with { Skolformer = ["Hogskola", "Komvux"] }, Ct))).Refusals.Single().ShouldBe(new OmgangenFinns("komvux"));
        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.LaggTillAsync(Text with { Lasar = "2026/27" }, Ct))).IsAccepted.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Schools_AreListedByWhatTheyHaveDone(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var omgang = await OmgangAsync(varld);
        await RapportAsync(varld, Demoskolor.Malarstranden, Rapportstatus.Godkand);
        await RapportAsync(varld, Demoskolor.Viken, Rapportstatus.Utkast);

        var alla = await SkolorAsync(varld, omgang, new());
        alla.Select(s => (s.Namn, s.Lage)).ShouldBe(
        [
            ("Mälarstrandens yrkeshögskola", Omgangslage.Rapporterat), ("Norra Hamnens gymnasium", Omgangslage.Inget), ("Södra Bergets gymnasium", Omgangslage.Inget),
            ("Vikens komvux", Omgangslage.Utkast), ("Ängsholms komvux", Omgangslage.Inget),
        ], ignoreOrder: true);
        (await SkolorAsync(varld, omgang, new(Rapporterat: true))).Single().Skolkod.ShouldBe(Demoskolor.Malarstranden);
        (await SkolorAsync(varld, omgang, new(Rapporterat: false, Skolform.Komvux))).Select(s => s.Skolkod).ShouldBe([Demoskolor.Viken, Demoskolor.Angsholm], ignoreOrder: true);
        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangsfragor.AntalAsync(omgang, Ct))).ShouldBe((1, 5));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Duty_IsTheSchoolsUntilItHasSent_AndComesBackWhenCsnSendsBack(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        await OmgangAsync(varld);

        (await PlikterAsync(varld, Personer.FredrikDahl, Skolform.Komvux)).ShouldBe([new(new Lasar(2027), new(2026, 12, 20), false)]);
        (await PlikterAsync(varld, Personer.JonasHolm, Skolform.Hogskola)).ShouldBeEmpty("not its school form");
        await RapportAsync(varld, Demoskolor.Viken, Rapportstatus.Inskickad);
        (await PlikterAsync(varld, Personer.FredrikDahl, Skolform.Komvux)).ShouldBeEmpty();
        await varld.AndraAsync(async db => (await db.Nationellt<Studietidsrapport>().SingleAsync(r => r.Lasar == 2027)).SandAter(1, "Datum saknas", varld.Klocka.UtcNu()));
        (await PlikterAsync(varld, Personer.FredrikDahl, Skolform.Komvux)).Single().ArAter.ShouldBeTrue();
    }

    /// <summary>The läsår before can be reported, and so it is a duty; the one before that can not, and is none, though CSN has sent it back.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Duty_IsOfTheLasarThatCanBeReported(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.LaggTillAsync(Text with { Lasar = "2025/26" }, Ct))).IsAccepted.ShouldBeTrue();
        await RapportAsync(varld, Demoskolor.Viken, Rapportstatus.Ater, 2024);

        (await PlikterAsync(varld, Personer.FredrikDahl, Skolform.Komvux)).ShouldBe([new(new Lasar(2025), new(2026, 12, 20), false)]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TwoRoundsOfTheSameSchools_SetUpAtOnce_AreOne(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.LaggTillAsync(Text, Ct)))));

        svar.Count(s => s.IsAccepted).ShouldBe(1);
        svar.Where(s => !s.IsAccepted).ShouldAllBe(s => s.Refusals[0] is OmgangenFinns);
        (await varld.LasAsync(db => db.Rapporteringsomgangar.CountAsync())).ShouldBe(1);
        (await varld.LasAsync(db => db.Omgangsgrindar.Select(g => g.Passager).SingleAsync())).ShouldBe(1, "the one that came through held the gate; what the others wrote there is undone");
    }

    /// <summary>Å, Ä and Ö last, whatever the engine thinks; a page of the list counts in the database as the whole of it does.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Schools_AreInSwedishOrder_AndTheListCountsAsTheRoundDoes(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        await varld.AndraAsync(db =>
        {
            foreach (var (kod, namn) in new[] { ("90000001", "Ölands komvux"), ("90000002", "Äppelvikens komvux"), ("90000003", "Åre komvux"), ("90000004", "Zetterbergs komvux") })
                db.Add(new Skola(kod, namn, "Ort", Skolform.Komvux, Rapporteringssatt.Manuellt));
            return Task.CompletedTask;
        });
        var omgang = await OmgangAsync(varld);
        await RapportAsync(varld, "90000003", Rapportstatus.Inskickad);

        var alla = await SkolorAsync(varld, omgang, new(Skolform: Skolform.Komvux));

        alla.Select(s => s.Namn).TakeLast(5).ShouldBe(["Zetterbergs komvux", "Åre komvux", "Ängsholms komvux", "Äppelvikens komvux", "Ölands komvux"]);
        alla.Single(s => s.Skolkod == "90000003").ShouldSatisfyAllConditions(s => s.Lage.ShouldBe(Omgangslage.Rapporterat), s => s.Inskickad.ShouldBe(varld.Klocka.UtcNu()));
        var rad = (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangsfragor.AllaAsync(Ct))).ShouldHaveSingleItem();
        (rad.Rapporterat, rad.Skolor).ShouldBe(await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangsfragor.AntalAsync(omgang, Ct)));
        rad.Rapporterat.ShouldBe(1);
    }

    /// <summary>A save that fails is told in the log with the school and the reminder, and tried again; nobody's address stands there.</summary>
    [Fact]
    public async Task SaveThatFails_IsLogged_AndTriedAgain()
    {
        await using var varld = await NyAsync(Databasprovider.Sqlite);
        await OmgangAsync(varld);
        varld.Klocka.Flytta(TimeSpan.FromDays(3));
        var skola = await varld.LasAsync(db => db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.Viken));
        await SqlAsync(varld, $"CREATE TRIGGER Nej BEFORE INSERT ON Omgangsutskick WHEN NEW.SkolaId = {skola.Id} BEGIN SELECT RAISE(ABORT, 'nej'); END");
        var logg = new Minneslogg();
        var tjanst = new PaminnelseService(varld.Databas.NyDb, Testskydd.Mejl, Kontovarld.Adress, varld.Klocka, logg);

        (await tjanst.SkickaForfallnaAsync(Ct)).ShouldBe(4);

        var rad = logg.Rader.ShouldHaveSingleItem();
        rad.Niva.ShouldBe(LogLevel.Warning);
        rad.Text.ShouldContain($"till skola {skola.Id} kunde inte sparas, och försöks igen");
        rad.Text.ShouldNotContain("@");
        rad.Fel.ShouldBeOfType<DbUpdateException>();
        await SqlAsync(varld, "DROP TRIGGER Nej");
        (await tjanst.SkickaForfallnaAsync(Ct)).ShouldBe(1);
        logg.Rader.Count.ShouldBe(1);
    }

    /// <summary>The day the round opens has been moved past a reminder that waits.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Reminder_OfADayBeforeTheRoundOpened_IsPassedOver(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider);
        var omgang = await OmgangAsync(varld);
        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.AndraAsync(omgang.Id, Text with { Oppnar = "2026-12-01" }, omgang.Version, Ct)))!.IsAccepted.ShouldBeTrue();

        varld.Klocka.Satt(new(2026, 12, 1), new(10, 0));
        (await SkickaAsync(varld)).ShouldBe(0);
        (await StatusAsync(varld)).ShouldBe([Paminnelsestatus.Overhoppad, Paminnelsestatus.Vantar]);
    }

    private static Task SqlAsync(Kontovarld varld, string sats) => varld.AndraAsync(db => db.SkrivAsync(() => db.Database.ExecuteSqlRawAsync(sats)));

    private sealed class Minneslogg : ILogger<PaminnelseService>
    {
        public List<(LogLevel Niva, string Text, Exception? Fel)> Rader { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Rader.Add((logLevel, formatter(state, exception), exception));
    }

    private static async Task<Kontovarld> NyAsync(Databasprovider provider)
    {
        var varld = await Kontovarld.SkapaAsync(provider);
        await varld.AndraAsync(async db =>
        {
            // Those of the demo have reported already.
            await Studietidsvarld.TomAsync(db);
            db.RemoveRange(await db.Nationellt<Omgangsutskick>().ToListAsync());
            db.RemoveRange(await db.Rapporteringsomgangar.Include(o => o.Paminnelser).ToListAsync());
        });
        return varld;
    }

    private static async Task<Rapporteringsomgang> OmgangAsync(Kontovarld varld) =>
        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangar.LaggTillAsync(Text, Ct))).Value;

    private static Task<int> SkickaAsync(Kontovarld varld) => new PaminnelseService(varld.Databas.NyDb, Testskydd.Mejl, Kontovarld.Adress, varld.Klocka, NullLogger<PaminnelseService>.Instance).SkickaForfallnaAsync(Ct);

    private static async Task<List<UtgaendeMejl>> MejlAsync(Kontovarld varld) => (await varld.MejlAsync()).FindAll(m => m.Amne == Amne);

    private static Task<Rapporteringsomgang> LasAsync(Kontovarld varld, long id) => varld.LasAsync(db => db.Rapporteringsomgangar.Include(o => o.Paminnelser).SingleAsync(o => o.Id == id));

    private static Task<List<Paminnelsestatus>> StatusAsync(Kontovarld varld) => varld.LasAsync(db => db.Omgangspaminnelser.OrderBy(p => p.Dag).Select(p => p.Status).ToListAsync());

    private static Task<List<Omgangsskola>> SkolorAsync(Kontovarld varld, Rapporteringsomgang omgang, Omgangsurval urval) =>
        varld.SomAsync(Personer.KristinaOhlin, a => a.Omgangsfragor.AllaSkolorAsync(omgang, urval, Ct));

    private static Task<IReadOnlyList<Studietidsplikt>> PlikterAsync(Kontovarld varld, Person person, Skolform skolform) => varld.SomAsync(person, async a =>
    {
        var skola = await a.Db.Skolor.SingleAsync(s => s.Id == a.Anvandare.AktivSkola!.Id);
        skola.Skolform.ShouldBe(skolform);
        var anvandare = new AktuellAnvandare();
        anvandare.LoggaIn(a.Anvandare.Session with { Behorigheter = [new(Behorighetsslag.StudietiderUtbildningar, skola.Id, skola.Skolkod, skola.Namn, skola.Rapporteringssatt, skola.Skolform)] });
        return await new SkolpliktQuery(a.Db, anvandare, varld.Klocka).StudietiderAsync(Ct);
    });

    /// <summary>A report of 2027/28 in the state, as it would be by the services.</summary>
    private static Task RapportAsync(Kontovarld varld, string skolkod, Rapportstatus status, int lasar = 2027) => varld.AndraAsync(async db =>
    {
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == skolkod);
        var rapport = new Studietidsrapport(skola.Id, lasar, 1, Hemlighet.Ny(), varld.Klocka.UtcNu());
        db.Add(rapport);
        db.Entry(rapport).Property(r => r.Status).CurrentValue = status;
        if (status != Rapportstatus.Utkast)
            db.Entry(rapport).Property(r => r.Inskickad).CurrentValue = varld.Klocka.UtcNu();
    });
}
