using System.Text.RegularExpressions;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Dokumentation;

/// <summary>docs/asvs.md answers every requirement of levels 1 and 2 once, and names only tests that exist.</summary>
public sealed partial class AsvsTests
{
    private static readonly string[] Status = ["met", "met (no test)", "deviation", "not applicable"];

    private static readonly List<string[]> Rader =
        [.. File.ReadLines(Projektrot.Fil("docs", "asvs.md"))
            .Where(rad => Radstart().IsMatch(rad))
            .Select(rad => rad.Trim('|').Split('|').Select(c => c.Trim()).ToArray())];

    [Fact]
    public void EveryRequirement_HasOneLine_InOrder()
    {
        var ids = File.ReadAllLines(Projektrot.Fil("tests", "MinaTjanster.Core.Tests", "Dokumentation", "asvs-5.0.0-niva-1-2.txt"));

        ids.Length.ShouldBe(253);
        Rader.Select(r => r[0]).ShouldBe(ids);
    }

    [Fact]
    public void EveryLine_HasAStatusAndAnAnswer()
    {
        foreach (var rad in Rader)
        {
            rad.Length.ShouldBe(4, rad[0]);
            Status.ShouldContain(rad[2], rad[0]);
            rad[3].Length.ShouldBeGreaterThan(4, rad[0]);
            if (rad[2] == "met")
            {
                Tester(rad).ShouldNotBeEmpty($"{rad[0]} is met: by which test?");
            }
        }
    }

    [Fact]
    public void Summary_CountsTheLines()
    {
        int Antal(string status) => Rader.Count(r => r[2] == status);

        File.ReadAllText(Projektrot.Fil("docs", "asvs.md")).ShouldContain(
            $"Met {Antal("met")}, met without a test {Antal("met (no test)")}, deviations {Antal("deviation")}, not applicable {Antal("not applicable")}.");
    }

    [Fact]
    public void EveryTestNamed_Exists()
    {
        var kallor = Directory.EnumerateFiles(Projektrot.Fil("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .GroupBy(f => Path.GetFileNameWithoutExtension(f), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => string.Concat(g.Select(File.ReadAllText)), StringComparer.Ordinal);
        var namngivna = Rader.SelectMany(Tester).Distinct().ToList();
        namngivna.Count.ShouldBeGreaterThan(80);

        foreach (var (klass, metod) in namngivna)
        {
            kallor.ContainsKey(klass).ShouldBeTrue($"no file {klass}.cs");
            if (metod.Length > 0)
            {
                kallor[klass].ShouldContain($" {metod}(", Case.Sensitive, $"{klass} has no {metod}");
            }
        }
    }

    private static IEnumerable<(string Klass, string Metod)> Tester(string[] rad) =>
        Testnamn().Matches(rad[3]).Select(m => (m.Groups["klass"].Value, m.Groups["metod"].Value));

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+ \|", RegexOptions.None, 1000)]
    private static partial Regex Radstart();

    [GeneratedRegex(@"`(?<klass>\w+Tests)(\.(?<metod>\w+))?`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Testnamn();
}
