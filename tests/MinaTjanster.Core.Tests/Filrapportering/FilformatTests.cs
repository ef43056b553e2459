using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Filrapportering;

/// <summary>docs/filformat.md says what the code does, and its examples read in.</summary>
public sealed class FilformatTests
{
    public static IEnumerable<object[]> Exempel =>
    [
        ["gymnasieskola", Skolform.Gymnasieskola],
        ["komvux", Skolform.Komvux],
        ["folkhogskola", Skolform.Folkhogskola],
        ["yrkeshogskola", Skolform.Yrkeshogskola],
        ["hogskola", Skolform.Hogskola],
        ["konst-och-kultur", Skolform.KonstOchKultur],
        ["annan-eftergymnasial", Skolform.AnnanEftergymnasial],
    ];

    [Fact]
    public void Document_ListsTheColumns()
    {
        Tabell("Kolumn").ShouldBe(Formatbeskrivning.Kolumner.Select(k => $"`{k.Namn}` | {k.Skrivs} | {k.Betyder}"));
        Formatbeskrivning.Kolumner.Select(k => k.Namn).ShouldBe([.. Filformat.Namn, Filformat.Fel]);
        Falten.IFil.ShouldAllBe(f => Filformat.Namn.Contains(f.Kolumn));
        File.ReadAllText(Projektrot.Fil("docs", "filformat.md")).ShouldContain($"version {Filformat.Version}");
    }

    [Fact]
    public void Document_ListsTheEventsOfEverySchoolForm()
    {
        var rader = Enum.GetValues<Skolform>().SelectMany(s => Formatbeskrivning.Handelser(s).Select(t => $"{s.Text()} | {t.Kod} | {t.Rubrik} | {Formatbeskrivning.Falt(t.For(s)!)}"));

        Tabell("Skolform").ShouldBe(rader);
    }

    [Fact]
    public void EverySchoolForm_HasAnExample() => Exempel.Select(e => (Skolform)e[1]).ShouldBe(Enum.GetValues<Skolform>(), ignoreOrder: true);

    [Theory, MemberData(nameof(Exempel))]
    public async Task Example_ReadsIn(string fil, Skolform skolform)
    {
        await using var varld = await Filvarld.SkapaAsync();
        await using (var db = varld.Databas.Alla())
        {
            var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.NorraHamnen);
            skola.Uppdatera(skola.Namn, skola.Ort, skolform, Rapporteringssatt.Fil);
            await db.SaveChangesAsync();
        }

        var jobb = await varld.SkickaAsync(await File.ReadAllTextAsync(Projektrot.Fil("docs", "filformat", $"exempel-{fil}.csv")));

        (await varld.RaderAsync(jobb.Id)).SelectMany(r => r.Fel).Select(f => $"{f.Kod} {f.Mening}").ShouldBeEmpty();
        (jobb.Status, jobb.Nekade, jobb.Varnade, jobb.Filvarningar).ShouldBe((Filjobbstatus.Klar, 0, 0, ""));
        jobb.Godtagna.ShouldBeGreaterThan(1);
    }

    /// <summary>The body rows of the table whose first heading it is.</summary>
    private static IEnumerable<string> Tabell(string rubrik) => File.ReadLines(Projektrot.Fil("docs", "filformat.md"))
        .SkipWhile(r => !r.StartsWith($"| {rubrik} |", StringComparison.Ordinal)).Skip(2)
        .TakeWhile(r => r.StartsWith('|')).Select(r => r.Trim('|', ' '));
}
