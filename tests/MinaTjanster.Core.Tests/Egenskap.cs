using FsCheck;
using FsCheck.Fluent;

namespace MinaTjanster.Core.Tests;

/// <summary>Property checks with a fixed seed: the same cases on every run, so that a red build can be repeated.</summary>
internal static class Egenskap
{
    private static readonly Config Fast = Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true).WithReplay(20_261_122UL, 15UL);

    /// <summary>Days 1950–2060.</summary>
    public static readonly Gen<DateOnly> Dagar =
        Gen.Choose(new DateOnly(1950, 1, 1).DayNumber, new DateOnly(2060, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    public static void ForAlla<T>(Gen<T> gen, Func<T, bool> egenskap) =>
        Prop.ForAll(gen.ToArbitrary(), egenskap).Check(Fast);
}
