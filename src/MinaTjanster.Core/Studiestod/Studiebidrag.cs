namespace MinaTjanster.Core.Studiestod;

/// <summary>The amount of studiebidrag as dated data (domain.md section 5, Payments).</summary>
public static class Studiebidrag
{
    private sealed record DateratBelopp(DateOnly Fran, int KronorPerManad);

    // Newest first. The source knows no amount before 1 050 kr: it stands for every earlier day.
    private static readonly DateratBelopp[] Belopp =
    [
        new(new DateOnly(2018, 3, 1), 1_250),
        new(DateOnly.MinValue, 1_050),
    ];

    /// <summary>Whole kronor for one month at that day.</summary>
    public static int Manadsbelopp(DateOnly dag) => Belopp.First(b => b.Fran <= dag).KronorPerManad;
}
