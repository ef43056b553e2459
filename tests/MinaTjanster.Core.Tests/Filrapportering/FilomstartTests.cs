using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Filrapportering;

/// <summary>Whatever dies when: each row is stored once, and the counts are true.</summary>
public sealed class FilomstartTests
{
    private const int Antal = 40;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    public static IEnumerable<object[]> Stopp => Testdatabaser.Providers().SelectMany(p => Enumerable.Range(1, 6).SelectMany(b => new[] { true, false }.Select(fore => new[] { p[0], b, fore })));

    private static string Text(int fran = 0) => Fil.Av(Enumerable.Range(fran, Antal).Select(i => i % 10 == 9 ? Fil.Dag(Filvarld.Person(i), "31", "2026-09-07") : Fil.Start(Filvarld.Person(i))));

    /// <summary>The reader dies in or after any chunk; another goes on when the lease is out.</summary>
    [Theory, MemberData(nameof(Stopp))]
    public async Task DeathAtAnyChunk_IsTakenUpWhereItEnded(Databasprovider provider, int block, bool foreBekraftelse)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var jobb = await varld.SkickaAsync(Text(), las: false);
        using var dod = new CancellationTokenSource();
        var inlasning = varld.Inlasning(block: 7);
        var antal = 0;
        Task Do(Filjobb _)
        {
            if (++antal == block)
                dod.Cancel();
            dod.Token.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        }

        if (foreBekraftelse)
            inlasning.ForeBekraftelse = Do;
        else
            inlasning.EfterBlock = Do;
        await Should.ThrowAsync<OperationCanceledException>(() => inlasning.KorAsync(dod.Token));

        // The dead one's lease holds others off until it is out.
        (await varld.Inlasning(7).KorAsync(default)).ShouldBe(0);
        varld.Klocka.Flytta(TimeSpan.FromMinutes(2));
        (await varld.Inlasning(7).KorAsync(default)).ShouldBe(1);

        await KontrolleraAsync(varld, jobb.Id);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ManyReadersAtOnce_ReadEachRowOnce(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var jobb = new List<long>();
        for (var i = 0; i < 6; i++)
            jobb.Add((await varld.SkickaAsync(Text(i * Antal), las: false)).Id);

        var tagna = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => varld.Inlasning(7, samtidiga: 2).KorAsync(default))));

        tagna.Sum().ShouldBe(6);
        foreach (var (i, id) in jobb.Index())
            await KontrolleraAsync(varld, id, i * Antal);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ReaderThatWokeTooLate_ChangesNothing(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var jobb = await varld.SkickaAsync(Text(), las: false);
        var sen = varld.Inlasning(block: 7);
        var forsta = true;
        sen.EfterBlock = async _ =>
        {
            if (!forsta)
                return;
            forsta = false;
            varld.Klocka.Flytta(TimeSpan.FromMinutes(2));
            (await varld.Inlasning(7).KorAsync(default)).ShouldBe(1);
        };

        await sen.KorAsync(default);

        await KontrolleraAsync(varld, jobb.Id);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Cancel_StopsAtTheNextChunk_KeepsWhatIsStored_AndTheSameFileMayBeSentAgain(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        var jobb = await varld.SkickaAsync(Text(), las: false);
        var inlasning = varld.Inlasning(block: 7);
        var antal = 0;
        inlasning.EfterBlock = async j =>
        {
            if (++antal == 2)
                (await (await varld.SomDavidAsync()).Avbrott.AvbrytAsync(j.Id, default))!.IsAccepted.ShouldBeTrue();
        };

        await inlasning.KorAsync(default);

        var avbruten = await varld.JobbAsync(jobb.Id);
        (avbruten.Status, avbruten.Rader).ShouldBe((Filjobbstatus.Avbruten, 14));
        (await (await varld.SomDavidAsync()).Avbrott.AvbrytAsync(jobb.Id, default))!.Refusals.Single().ShouldBeOfType<FilenRedanLast>();
        var igen = await varld.SkickaAsync(Text());
        igen.Id.ShouldNotBe(jobb.Id);
        igen.Oforandrade.ShouldBe(avbruten.Godtagna);
        (igen.Godtagna + avbruten.Godtagna).ShouldBe(36);
    }

    /// <summary>Somebody reports one of the chunk's students on screen while the chunk is judged.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task ActOnScreenMeanwhile_MakesTheChunkBeJudgedAgain(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        await varld.SkickaAsync(Fil.Av(Fil.Start(Filvarld.Person(0))));
        var jobb = await varld.SkickaAsync(Fil.Av(Fil.Dag(Filvarld.Person(0), "31", "2026-09-07")), las: false);
        var andra = await varld.SkickaAsync(Fil.Av(Fil.Dag(Filvarld.Person(0), "31", "2026-09-08")), las: false);

        // Two files that cannot both be right, read by two at once: whoever comes second sees the first.
        await Task.WhenAll(Task.Run(() => varld.Inlasning().KorAsync(default)), Task.Run(() => varld.Inlasning().KorAsync(default)));

        ((await varld.JobbAsync(jobb.Id)).Godtagna + (await varld.JobbAsync(andra.Id)).Godtagna).ShouldBe(1);
        (await varld.HandelserAsync(Filvarld.Person(0))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task FaultOfOurs_IsTriedAFewTimes_ThenGivenUp()
    {
        await using var varld = await Filvarld.SkapaAsync();
        var jobb = await varld.SkickaAsync(Text(), las: false);
        var inlasning = varld.Inlasning(block: 7);
        inlasning.ForeBekraftelse = _ => throw new InvalidOperationException("prov");

        (await Should.ThrowAsync<AggregateException>(() => inlasning.KorAsync(default))).InnerExceptions.Count.ShouldBe(FilinlasningService.FlestForsok);

        (await varld.JobbAsync(jobb.Id)).Status.ShouldBe(Filjobbstatus.Misslyckad);
        (await varld.Inlasning().KorAsync(default)).ShouldBe(0);
    }

    /// <summary>A test leaves nothing but its result, also when it is given up half-way.</summary>
    [Fact]
    public async Task TestThatIsGivenUp_LeavesNeitherAcceptedRowsNorBytes()
    {
        await using var varld = await Filvarld.SkapaAsync();
        var jobb = await varld.SkickaAsync(Text(), Filandamal.Testa, las: false);
        var inlasning = varld.Inlasning(block: 7);
        var antal = 0;
        inlasning.ForeBekraftelse = _ => ++antal > 2 ? throw new InvalidOperationException("prov") : Task.CompletedTask;
        var sparade = 0;
        inlasning.EfterBlock = async j => sparade = (await varld.RaderAsync(j.Id, Filradstillstand.Provad)).Count;

        await Should.ThrowAsync<AggregateException>(() => inlasning.KorAsync(default));

        sparade.ShouldBeGreaterThan(0, "there was something to take away");
        var slut = await varld.JobbAsync(jobb.Id);
        (slut.Status, slut.Rader).ShouldBe((Filjobbstatus.Misslyckad, 14));
        (await varld.RaderAsync(jobb.Id, Filradstillstand.Provad)).ShouldBeEmpty();
        (await varld.RaderAsync(jobb.Id)).Count.ShouldBe(1, "what was found wrong stands");
        await using var db = varld.Databas.Alla();
        (await db.Nationellt<Core.Dokumentlagring.Dokument>().CountAsync(d => d.FranvarounderlagId == null)).ShouldBe(0);
    }

    private static async Task KontrolleraAsync(Filvarld varld, long jobbId, int fran = 0)
    {
        var jobb = await varld.JobbAsync(jobbId);
        (jobb.Status, jobb.Rader, jobb.Godtagna, jobb.Nekade).ShouldBe((Filjobbstatus.Klar, Antal, 36, 4));
        (await varld.RaderAsync(jobbId)).Select(r => r.Radnummer).ShouldBe([11, 21, 31, 41]);
        await using var db = varld.Databas.Alla();
        (await db.Nationellt<Handelse>().CountAsync(h => h.SandningId == jobb.SandningId)).ShouldBe(36);
        for (var i = 0; i < Antal; i += 7)
            (await varld.HandelserAsync(Filvarld.Person(fran + i))).Count.ShouldBe((fran + i) % 10 == 9 ? 0 : 1);
    }
}
