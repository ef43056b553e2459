using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Franvarocoach.Listor;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Franvarocoach;

public sealed class ListminneTests
{
    private static readonly DateOnly Dag = new(2026, 11, 22);

    [Fact]
    public void AList_LeavesTheMemoryAfterAQuarterOfAnHour_AlsoWhenNobodyAsks()
    {
        var klocka = new Timerklocka();
        using var minne = new Listminne(klocka);
        minne.Minns(1, "a", Dag, new Inlastlista([], 0, 0, 0, [], [], null));

        klocka.Flytta(TimeSpan.FromMinutes(14));
        minne.Antal.ShouldBe(1);
        klocka.Flytta(TimeSpan.FromMinutes(2));
        minne.Antal.ShouldBe(0);
    }

    [Fact]
    public void MoreRowsThanThereIsRoomFor_LetGoOfThoseReadLongestAgo()
    {
        var klocka = new Timerklocka();
        using var minne = new Listminne(klocka);
        for (var i = 1; i <= 6; i++)
        {
            minne.Minns(i, "a", Dag, Lista(Listminne.Plats / 4));
            klocka.Flytta(TimeSpan.FromSeconds(1));
        }

        minne.Antal.ShouldBe(4);
        minne.Hamta(6, "a", Dag).ShouldNotBeNull();
        minne.Hamta(1, "a", Dag).ShouldBeNull();
    }

    [Fact]
    public void AListLargerThanTheMemory_IsNotKept_AndASmallOneIs()
    {
        using var minne = new Listminne(new Timerklocka());

        minne.Minns(1, "a", Dag, Lista(Listminne.Plats + 1));
        minne.Minns(2, "a", Dag, Lista(10));

        minne.Hamta(1, "a", Dag).ShouldBeNull();
        minne.Hamta(2, "a", Dag).ShouldNotBeNull();
        minne.Glom(2);
        minne.Hamta(2, "a", Dag).ShouldBeNull();
    }

    [Fact]
    public async Task OnlySomeAreReadAtTheSameTime_AndAllOfThemInTheEnd()
    {
        using var minne = new Listminne(new Timerklocka());
        var slapp = new TaskCompletionSource();
        var (pagar, flest) = (0, 0);
        async Task<int> LasAsync(int i)
        {
            flest = Math.Max(flest, Interlocked.Increment(ref pagar));
            await slapp.Task;
            Interlocked.Decrement(ref pagar);
            return i;
        }

        var lasningar = Enumerable.Range(0, 10).Select(i => minne.LasAsync(() => LasAsync(i), default)).ToList();
        pagar.ShouldBe(Listminne.LasesSamtidigt);
        slapp.SetResult();

        (await Task.WhenAll(lasningar)).Order().ShouldBe(Enumerable.Range(0, 10));
        flest.ShouldBe(Listminne.LasesSamtidigt);
    }

    [Fact]
    public async Task AReadingThatFails_LeavesItsPlace()
    {
        using var minne = new Listminne(new Timerklocka());

        for (var i = 0; i < Listminne.LasesSamtidigt; i++)
        {
            await Should.ThrowAsync<InvalidDataException>(() => minne.LasAsync<int>(() => throw new InvalidDataException(), default));
        }

        (await minne.LasAsync(() => Task.FromResult(7), default)).ShouldBe(7);
    }

    private static Inlastlista Lista(long rader) => new([], rader, 0, 0, [], [], null);

    /// <summary>Moves when told to, and runs what waits for time to pass.</summary>
    private sealed class Timerklocka : TimeProvider
    {
        private DateTimeOffset _nu = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
        private Action? _gor;

        public override DateTimeOffset GetUtcNow() => _nu;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _gor += () => callback(state);
            return new Stilla();
        }

        public void Flytta(TimeSpan tid)
        {
            _nu += tid;
            _gor?.Invoke();
        }
    }

    private sealed class Stilla : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
