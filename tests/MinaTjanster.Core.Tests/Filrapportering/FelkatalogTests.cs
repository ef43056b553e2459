using System.Text.RegularExpressions;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Filrapportering;

/// <summary>The public catalogue holds every code that the subject can answer with, once.</summary>
public sealed partial class FelkatalogTests
{
    private static readonly string[] Amnen = [typeof(Felkatalog).Namespace!, typeof(Handelsetyp).Namespace!, typeof(Core.Skolkrapportering.Skolkregel).Namespace!, typeof(Core.Studietider.Lasar).Namespace!];

    /// <summary>Of the underlag and cases, which no file of students meets.</summary>
    private static readonly string[] Prefix = ["FIL-", "RAD-", "HANDELSE-", "SKOLK-", "UTB-", "ST-"];

    [Fact]
    public void EveryRefusalOfTheSubject_IsInTheCatalogue()
    {
        var typer = typeof(Refusal).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Refusal)) && Amnen.Any(a => t.Namespace!.StartsWith(a, StringComparison.Ordinal)))
            .ToList();
        typer.Count.ShouldBeGreaterThan(80);

        var koder = typer.ConvertAll(t => (Typ: t, Nekandeexempel.For(t).Code)).FindAll(t => Array.Exists(Prefix, p => t.Code.StartsWith(p, StringComparison.Ordinal)));
        foreach (var (typ, kod) in koder.Where(k => !ArUnderlagets(k.Typ)))
            Felkatalog.Med(kod).ShouldNotBeNull($"{typ.Name} {kod}");
    }

    [Fact]
    public void EveryWarningCodeInTheSource_IsInTheCatalogue()
    {
        var koder = Directory.EnumerateFiles(Path.Combine(Projektrot.Mapp, "src", "MinaTjanster.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith("Felkatalog.cs", StringComparison.Ordinal))
            .SelectMany(f => Varningskod().Matches(File.ReadAllText(f)).Select(m => m.Groups["kod"].Value))
            .Distinct().ToList();
        koder.Count.ShouldBeGreaterThan(10);

        foreach (var kod in koder)
            Felkatalog.Med(kod).ShouldNotBeNull(kod);
    }

    [Fact]
    public void EveryCode_SaysWhatIsWrongAndWhatToDo_Once()
    {
        Felkatalog.Alla.Select(f => f.Kod).Distinct().Count().ShouldBe(Felkatalog.Alla.Count);
        foreach (var kod in Felkatalog.Alla)
        {
            kod.Fel.ShouldEndWith(".", Case.Sensitive, kod.Kod);
            kod.Gor.ShouldEndWith(".", Case.Sensitive, kod.Kod);
            kod.Grupp.Text().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void EveryExample_BelongsToACode_AndShowsSomethingElseThanWhatIsWrong()
    {
        Felexempel.Koder.Count().ShouldBeGreaterThan(30);
        foreach (var kod in Felexempel.Koder)
        {
            var exempel = Felkatalog.Med(kod).ShouldNotBeNull(kod).Exempel.ShouldNotBeNull();
            exempel.Ratt.ShouldNotBeEmpty();
            exempel.Inte.ShouldNotBe(exempel.Ratt);
        }
    }

    [Theory]
    [InlineData("HANDELSE-DATUM", Felomrade.Studeranderapportering)]
    [InlineData("SKOLK-DAG15", Felomrade.Studeranderapportering)]
    [InlineData("STUDIE-V-OVERHELTID", Felomrade.Studeranderapportering)]
    [InlineData("RAD-LANGD", Felomrade.Filer)]
    [InlineData("FIL-V-KOLUMN", Felomrade.Filer)]
    [InlineData("FIL-ST-RADER", Felomrade.Studietider)]
    [InlineData("ST-V-JUL", Felomrade.Studietider)]
    [InlineData("UTB-FINNS", Felomrade.Studietider)]
    [InlineData("NYCKEL", Felomrade.System)]
    public void ACode_StandsUnderTheServiceWhereItIsMet(string kod, Felomrade omrade) => Felkatalog.Med(kod)!.Omrade.ShouldBe(omrade);

    private static bool ArUnderlagets(Type typ) =>
        typ.Namespace == Amnen[2] && typ.Name.StartsWith("Underlag", StringComparison.Ordinal);

    [GeneratedRegex("\"(?<kod>(FIL|RAD|STUDIE|SKOLK|HANDELSE|ST)-V-[A-Z0-9-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Varningskod();
}
