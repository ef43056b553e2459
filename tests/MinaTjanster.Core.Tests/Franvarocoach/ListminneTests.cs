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

        klocka.Flytta(TimeSpan.FromMinutes(15));
        minne.Antal.ShouldBe(1);
        klocka.Flytta(TimeSpan.FromMinutes(1));
        minne.Antal.ShouldBe(0);
    }

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
