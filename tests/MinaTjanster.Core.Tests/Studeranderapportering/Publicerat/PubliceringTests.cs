using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studeranderapportering.Publicerat;
using MinaTjanster.Core.Tests.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Studeranderapportering.Publicerat.Ladokvarld;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Publicerat;

/// <summary>domain.md section 6, Ladok: each case, from a row of the feed to what payments and CSN are told.</summary>
public sealed class PubliceringTests
{
    public static IEnumerable<object[]> Providers() => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AnEvent_IsPublishedWhenItsWindowHasClosed_Once(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.SkickaAsync(Kurs(Person()));

        (await varld.Publicering.KorAsync(default)).ShouldBe(0); // the window is open
        (await varld.PubliceratAsync()).ShouldBeEmpty();
        (await varld.StangAsync()).ShouldBe(1);
        (await varld.Publicering.KorAsync(default)).ShouldBe(0);

        (await varld.PubliceratAsync()).ShouldBe(["Ny HIA101 2026-08-31"]);
        await using var db = varld.Databas.Alla();
        (await db.Nationellt<Publicering>().OrderBy(p => p.Id).LastAsync()).Fonster.ShouldBe(Svensk(Sondag, 15, 0));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AnEventAndItsRemoval_InOneWindow_LeaveNoTrace(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.SkickaAsync(Kurs(Person()));
        varld.Klocka.Flytta(TimeSpan.FromHours(1));
        await varld.SkickaAsync(Kurs(Person(), atgard: "ta_tillbaka"));

        (await varld.StangAsync()).ShouldBe(1); // judged, and nothing came of it

        (await varld.PubliceratAsync()).ShouldBeEmpty();
        (await varld.RattelserAsync()).ShouldBeEmpty();
        (await varld.MejlAsync()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ARemovalAndANewRegistrationOnTheSameCourse_InOneWindow_PublishOnlyTheNewOne(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.SkickaAsync(Kurs(Person()));
        await varld.StangAsync();

        await varld.SkickaAsync(Kurs(Person(), atgard: "ta_tillbaka"), Kurs(Person(), forsta: "2026-09-07"));
        await varld.StangAsync();

        (await varld.PubliceratAsync()).ShouldBe(["Ny HIA101 2026-08-31", "Ny HIA101 2026-09-07"]);
        (await varld.RattelserAsync()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ARemovalAndANewRegistrationOnAnotherCourse_AreTwoThings(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.SkickaAsync(Kurs(Person()));
        await varld.StangAsync();

        await varld.SkickaAsync(Kurs(Person(), atgard: "ta_tillbaka"), Kurs(Person(), kod: "HIA102", forsta: "2026-09-07"));
        await varld.StangAsync();

        (await varld.PubliceratAsync()).ShouldBe(["Ny HIA101 2026-08-31", "Ny HIA102 2026-09-07"]);
        (await varld.RattelserAsync()).ShouldBe(["HIA101 2026-08-31 2027-01-15 → borta"]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ARemovalInALaterWindow_FromLadok_IsAMessageToCsn_AndNotPublished(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.SkickaAsync(Kurs(Person()));
        await varld.StangAsync();

        await varld.SkickaAsync(Kurs(Person(), atgard: "ta_tillbaka"));
        (await varld.RattelserAsync()).ShouldBeEmpty(); // its window is open
        await varld.StangAsync();

        (await varld.PubliceratAsync()).ShouldBe(["Ny HIA101 2026-08-31"]);
        (await varld.RattelserAsync()).ShouldBe(["HIA101 2026-08-31 2027-01-15 → borta"]);
    }

    /// <summary>Read before the window closed, saved after it was told of: whoever takes it back must read it again.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ARemovalWhileTheWindowIsPublished_IsNotSavedUponWhatWasRead(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var studerande = await varld.StuderandeAsync();
        await varld.SkickaAsync(studerande, Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Komvux));
        var publicering = new PubliceringService(varld.Databas.NyDb, Testskydd.Mejl, new(new Uri("https://portal.example")), new(), varld.Klocka);
        await using var last = varld.Databas.For(varld.SkolaId);
        var handelse = await last.Handelser.SingleAsync(h => h.StuderandeId == studerande);
        varld.Klocka.Satt(Sondag, new(15, 1));
        (await publicering.KorAsync(default)).ShouldBe(1);

        handelse.TaTillbaka((await last.Sandningar.SingleAsync(s => s.Id == handelse.SandningId)).SkickadAvKontoId, varld.Klocka.UtcNu());
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => last.SaveChangesAsync());

        (await varld.GorAsync(t => t.Handelser.TaTillbakaAsync(handelse.Id, default)))!.IsAccepted.ShouldBeTrue();
        varld.Klocka.Satt(Sondag.AddDays(1), new(15, 1));
        (await publicering.KorAsync(default)).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ARemovalInALaterWindow_OnScreen_IsPublishedAsARemoval(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var studerande = await varld.StuderandeAsync();
        await varld.SkickaAsync(studerande, Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Komvux));
        var publicering = new PubliceringService(varld.Databas.NyDb, Testskydd.Mejl, new(new Uri("https://portal.example")), new(), varld.Klocka);
        varld.Klocka.Satt(Sondag, new(15, 1));
        await publicering.KorAsync(default);
        var handelse = (await varld.HandelserAsync(studerande)).Single();
        (await varld.GorAsync(t => t.Handelser.TaTillbakaAsync(handelse.Id, default)))!.IsAccepted.ShouldBeTrue();
        varld.Klocka.Satt(Sondag.AddDays(1), new(15, 1));
        await publicering.KorAsync(default);

        await using var db = varld.Databas.Alla();
        (await db.Nationellt<Publicering>().Where(p => p.HandelseId == handelse.Id).OrderBy(p => p.Id).Select(p => p.Slag).ToListAsync()).ShouldBe([Publiceringsslag.Ny, Publiceringsslag.Borttagen]);
        (await db.Nationellt<Ladokrattelse>().CountAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ARemovalAfterThePeriodHasPassed_IsNotPublished(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.SkickaAsync(Kurs(Person(), sista: "2026-11-20"));
        await varld.StangAsync();

        await varld.SkickaAsync(Kurs(Person(), atgard: "ta_tillbaka", sista: "2026-11-20"));
        await varld.StangAsync();

        (await varld.PubliceratAsync()).ShouldBe(["Ny HIA101 2026-08-31"]);
        (await varld.RattelserAsync()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AChangeAfterTheWindow_FromLadok_IsAMessageToCsn_AndNotPublished(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.SkickaAsync(Kurs(Person()));
        await varld.StangAsync();

        await varld.SkickaAsync(Kurs(Person(), atgard: "andra", sista: "2026-12-18"));
        await varld.StangAsync();

        (await varld.PubliceratAsync()).ShouldBe(["Ny HIA101 2026-08-31"]);
        (await varld.RattelserAsync()).ShouldBe(["HIA101 2026-08-31 2027-01-15 → HIA101 2026-08-31 2026-12-18"]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AChangeWithinTheWindow_PublishesWhatItBecame(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.SkickaAsync(Kurs(Person()));
        await varld.SkickaAsync(Kurs(Person(), atgard: "andra", forsta: "2026-09-07", tidigare: "2026-08-31"));
        await varld.StangAsync();

        (await varld.PubliceratAsync()).ShouldBe(["Ny HIA101 2026-09-07"]);
        (await varld.RattelserAsync()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AFileSentBeforeTheWindowCloses_BelongsToIt_HoweverLateItIsReadIn(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.SkickaAsync(Kurs(Person()));
        varld.Klocka.Satt(Sondag, new(14, 59));
        await varld.SkickaAsync(false, Kurs(Person(), atgard: "ta_tillbaka"), Kurs(Person(1)));
        (await varld.StangAsync()).ShouldBe(0); // waits for the school's file

        varld.Klocka.Satt(Sondag, new(18, 0));
        await varld.LasInAsync();
        (await varld.Publicering.KorAsync(default)).ShouldBe(2);

        (await varld.PubliceratAsync(Person())).ShouldBeEmpty();
        (await varld.PubliceratAsync(Person(1))).ShouldBe(["Ny HIA101 2026-08-31"]);
        (await varld.RattelserAsync()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AfterADayWithoutJobs_EachWindowIsToldByItself(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.SkickaAsync(Kurs(Person()));
        varld.Klocka.Satt(Sondag, new(16, 0));
        await varld.SkickaAsync(Kurs(Person(), atgard: "ta_tillbaka"));
        varld.Klocka.Satt(Sondag.AddDays(3), new(16, 0));

        await varld.Publicering.KorAsync(default);

        (await varld.PubliceratAsync()).ShouldBe(["Ny HIA101 2026-08-31"]);
        (await varld.RattelserAsync()).ShouldBe(["HIA101 2026-08-31 2027-01-15 → borta"]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ARemovalInTheOpenWindow_DoesNotHideWhatAnEarlierOneShallTell(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.SkickaAsync(Kurs(Person()));
        varld.Klocka.Satt(Sondag, new(16, 0));
        await varld.SkickaAsync(Kurs(Person(), atgard: "ta_tillbaka"));

        await varld.Publicering.KorAsync(default); // Sunday's window has closed, the one of the removal is open

        (await varld.PubliceratAsync()).ShouldBe(["Ny HIA101 2026-08-31"]);
        (await varld.RattelserAsync()).ShouldBeEmpty();
        await varld.StangAsync();
        (await varld.RattelserAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-11-27 16:00", "2026-11-28 23:00", "2026-11-29 15:01")] // Friday afternoon to Sunday
    [InlineData("2026-11-27 14:59", "2026-11-27 14:59", "2026-11-27 15:01")]
    [InlineData("2026-10-23 15:30", "2026-10-25 14:59", "2026-10-25 15:01")] // over the end of summer time
    [InlineData("2027-03-26 15:30", "2027-03-28 14:59", "2027-03-28 15:01")] // over its beginning
    public async Task Windows_OverWeekendsAndShiftsOfTheClock(string skickat, string inteAn, string publicerat)
    {
        await using var varld = await SkapaAsync();
        Satt(skickat);
        await varld.SkickaAsync(Kurs(Person()));
        Satt(inteAn);
        (await varld.Publicering.KorAsync(default)).ShouldBe(0);
        Satt(publicerat);
        (await varld.Publicering.KorAsync(default)).ShouldBe(1);

        void Satt(string text) => varld.Klocka.Satt(DateOnly.Parse(text[..10]), TimeOnly.Parse(text[11..]));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ManyCopies_TellEachEventOnce_AndMailOnce(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        const int Antal = 1100; // more than two transactions' worth
        await varld.SkickaAsync([.. Enumerable.Range(0, Antal).Select(i => Kurs(Person(i)))]);
        await varld.StangAsync();
        await varld.SkickaAsync([.. Enumerable.Range(0, Antal).Select(i => Kurs(Person(i), atgard: "ta_tillbaka")), Kurs(Person(Antal))]);
        varld.Klocka.Satt(Sondag.AddDays(1), new(15, 1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => varld.Publicering.KorAsync(default))));

        (await varld.PubliceratAsync()).Count.ShouldBe(Antal + 1);
        (await varld.RattelserAsync()).Count.ShouldBe(Antal);
        (await varld.MejlAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task DeathBeforeTheEndOfATransaction_LeavesNothingHalf(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.SkickaAsync(Kurs(Person()));
        await varld.StangAsync();
        await varld.SkickaAsync(Kurs(Person(), atgard: "ta_tillbaka"), Kurs(Person(1)));
        varld.Klocka.Satt(Sondag.AddDays(1), new(15, 1));
        var dor = varld.Publicering;
        dor.ForeBekraftelse = () => throw new InvalidOperationException("död");

        await Should.ThrowAsync<InvalidOperationException>(() => dor.KorAsync(default));
        (await varld.PubliceratAsync()).Count.ShouldBe(1);
        (await varld.RattelserAsync()).ShouldBeEmpty();
        (await varld.MejlAsync()).ShouldBeEmpty();
        await varld.Publicering.KorAsync(default);

        (await varld.PubliceratAsync()).Count.ShouldBe(2);
        (await varld.RattelserAsync()).Count.ShouldBe(1);
        (await varld.MejlAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task TheMail_SaysThatThereAreCorrections_AndWhere_AndNamesNobody()
    {
        await using var varld = await SkapaAsync();
        await varld.SkickaAsync(Kurs(Person()));
        await varld.StangAsync();
        await varld.SkickaAsync(Kurs(Person(), atgard: "ta_tillbaka"));
        await varld.StangAsync();

        var mejl = (await varld.MejlAsync()).Single();
        mejl.Text!.ShouldContain("https://portal.example/csn/ladokrattelser");
        mejl.Text!.ShouldNotContain("Nils");
        mejl.Text!.ShouldNotContain("Lindsala");
        Personnummermask.Finns(mejl.Text!).ShouldBeFalse();
    }

    private static DateTime Svensk(DateOnly dag, int timme, int minut) => SvenskTid.TillUtc(dag, new TimeOnly(timme, minut));
}
