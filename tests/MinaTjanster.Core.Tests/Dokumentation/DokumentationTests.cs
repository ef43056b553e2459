using System.Reflection;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Dokumentation;

/// <summary>The documents that claim to list what the code holds, compared with the code.</summary>
public sealed class DokumentationTests
{
    [Fact]
    public void Behorigheter_ListsTheMatrix()
    {
        var rader = Tabell("behorigheter.md").ToDictionary(r => r[0], r => (Genom: r[1], Nar: r[2]));

        rader.Keys.ShouldBe(Enum.GetNames<Rattighet>(), ignoreOrder: true);
        foreach (var (rattighet, slag) in Rollmatris.Rader)
        {
            rader[rattighet.ToString()].Genom.Split(", ").ShouldBe(slag.Select(s => s.ToString()), ignoreOrder: true);
            rader[rattighet.ToString()].Nar.ShouldBe(rattighet.Rackvidd() switch
            {
                Rackvidd.AllaSkolor => "all schools",
                Rackvidd.Skolan => "the school",
                _ => "the school; CSN: all schools",
            });
        }
    }

    [Fact]
    public void Audit_ListsTheActs()
    {
        var akter = typeof(Acts).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).ToList();

        Tabell("audit.md").Select(r => r[0]).ShouldBe(akter, ignoreOrder: true);
        akter.ShouldAllBe(a => ActTexts.Text(a) != a, "every act has a sentence for the user");
    }

    [Fact]
    public void Core_RefersToNoMvcRoutingOrHttp()
    {
        var otillatna = typeof(PortalDbContext).Assembly.GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(n => n.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal)
                || n.StartsWith("Microsoft.AspNetCore.Routing", StringComparison.Ordinal)
                || n.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal));

        otillatna.ShouldBeEmpty();
    }

    /// <summary>The body rows of the document's first table.</summary>
    private static IEnumerable<string[]> Tabell(string fil) =>
        File.ReadLines(Projektrot.Fil("docs", fil))
            .Where(rad => rad.StartsWith('|'))
            .Skip(2)
            .Select(rad => rad.Trim('|').Split('|').Select(c => c.Trim()).ToArray());
}
