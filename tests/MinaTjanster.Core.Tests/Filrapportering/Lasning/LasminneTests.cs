using System.Text;
using MinaTjanster.Core.Filrapportering.Lasning;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Filrapportering.Lasning;

/// <summary>The whole process's memory is looked at, so nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(LasminneTests), DisableParallelization = true)]
public sealed class Lasminne;

[Collection(nameof(LasminneTests))]
public sealed class LasminneTests
{
    private const string Rubrik = "personnummer;händelse;första_dag\n";
    private const long Langd = 12_000_000;
    private const long Tillatet = 4_000_000;

    public static TheoryData<string, string> Langa => new()
    {
        { "ordinary rows", "200801011234;11;2026-08-17\n" },
        { "an open quote and no other", "x;y;z\n" },
        { "quotes that open on every line", "1;\"2;3\n" },
        { "quotes that never match", "\"\n\"x\n" },
        { "rows of many lines", "1;\"a\n\n\n\n\n\n\nb\";3\n" },
        { "long rows", "1;2;" + new string('x', 100_000) + "\n" },
        { "longer rows", "1;2;" + new string('x', 900_000) + "\n" },
        { "many fields", new string(';', 500) + "1\n" },
        { "line endings", "\n" },
        { "quotes", "\"" + new string('"', 60_000) + "\n" },
    };

    [Theory]
    [MemberData(nameof(Langa))]
    public async Task Las_ALongFile_HoldsOneBuffer(string namn, string rad)
    {
        var borjan = Encoding.UTF8.GetBytes(namn.StartsWith("an open", StringComparison.Ordinal) ? Rubrik + "1;2;3\n1;\"2;3\n" : Rubrik + "1;2;3\n");
        var (fore, mest, nasta) = (GC.GetTotalMemory(forceFullCollection: true), 0L, 0L);
        void Mat(long last)
        {
            if (last < nasta)
                return;
            mest = Math.Max(mest, GC.GetTotalMemory(forceFullCollection: true) - fore);
            nasta = last + (Langd / 6);
        }

        // Many at a time: a copy for every few bytes would be what is measured.
        var igen = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(rad, 1 + (100_000 / rad.Length))));
        Stream Fil() => new Upprepning(borjan, igen, Langd, Mat);
        var oversikt = await Forgranskning.GranskaAsync(Fil());
        oversikt.Refusals.ShouldBeEmpty();
        nasta = 0;
        await using var lasare = (await Fillasare.OppnaAsync(Fil(), oversikt.Value, Provlasning.Kolumner)).Value;
        var rader = 0;
        while (await lasare.NastaAsync() is not null)
            rader++;

        rader.ShouldBeGreaterThan(0);
        mest.ShouldBeInRange(0, Tillatet);
    }

    [Theory]
    [InlineData("x")]
    [InlineData(";")]
    [InlineData("1;")]
    [InlineData("\"")]
    public async Task Granska_ALineWithoutEnd_StopsSoon(string igen)
    {
        var fil = new Upprepning([], Encoding.UTF8.GetBytes(igen), long.MaxValue);
        var fore = GC.GetAllocatedBytesForCurrentThread();

        (await Forgranskning.GranskaAsync(fil)).Refusals.ShouldBe([new FilUtanRadslut(1)]);

        fil.Last.ShouldBeLessThan(2 * Filgranser.MaxAvstand);
        (GC.GetAllocatedBytesForCurrentThread() - fore).ShouldBeLessThan(1_000_000);
    }
}
