using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Tests.Skolkrapportering;

/// <summary>The student of the examples: gymnasium 18 August–19 December and 7 January–12 June, born 2009.</summary>
internal static class Lagen
{
    public static readonly DateOnly Fodd = new(2009, 4, 12);

    public static readonly Studieperiodlage Host = new(new(2026, 8, 18), new(2026, 12, 19), Avdelning.A1);

    public static readonly Studieperiodlage Var = new(new(2027, 1, 7), new(2027, 6, 12), Avdelning.A1);

    public static Skolklage Gymnasist(string rapportdag, params AnnanSkolkrapport[] andra) => new(Fodd, [Host, Var], andra, D(rapportdag));

    public static Skolkuppgift Uppgift(string forsta, string? sista = null, int? minuter = 300, int? tillfallen = 4, bool bekraftad = false) =>
        new(D(forsta), sista is null ? null : D(sista), minuter, tillfallen, bekraftad);

    public static DateOnly D(string dag) => DateOnly.Parse(dag);

    public static string[] Koder(this Skolkbedomning bedomning) => [.. bedomning.Refusals.Select(r => r.Code)];

    public static string[] Varningskoder(this Skolkbedomning bedomning) => [.. bedomning.Varningar.Select(v => v.Kod)];
}
