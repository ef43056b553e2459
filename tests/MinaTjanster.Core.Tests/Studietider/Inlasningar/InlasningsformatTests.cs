using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studietider.Inlasningar;

/// <summary>docs/filformat-studietider.md says what the code does.</summary>
public sealed class InlasningsformatTests
{
    [Theory]
    [InlineData(Inlasningsslag.Utbildningar, "## Utbildningar")]
    [InlineData(Inlasningsslag.Studietider, "## Studietider")]
    public void TheDocument_HasTheColumns_InTheirOrder(Inlasningsslag slag, string rubrik)
    {
        var rader = File.ReadLines(Projektrot.Fil("docs", "filformat-studietider.md"))
            .SkipWhile(r => r != rubrik).Skip(1).TakeWhile(r => !r.StartsWith("##", StringComparison.Ordinal)).Where(r => r.Contains('`') && r.StartsWith('|')).ToList();

        rader.ShouldBe(Inlasningsformat.For(slag).Kolumner.Select(k => k.Kravs ? $"| **`{k.Namn}`** | {k.Skrivs} |" : $"| `{k.Namn}` | {k.Skrivs} |"));
    }

    [Fact]
    public void Refusals_FindTheirColumn()
    {
        var format = Inlasningsformat.Studietider;

        format.Kolumn("Uppehall[2].ForstaDag").ShouldBe("uppehall");
        format.Kolumn("ForstaDag").ShouldBe("forsta_dag");
        format.Kolumn("forsta_dag").ShouldBe("forsta_dag");
        format.Kolumn(null).ShouldBeNull();
        Inlasningsformat.Utbildningar.Kolumn("Omfattning").ShouldBe("takt");
    }
}
