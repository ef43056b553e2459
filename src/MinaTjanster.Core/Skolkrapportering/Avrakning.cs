using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// An estimate of how what has been wrongly paid is settled when the student is back: offset against coming payments of the läsår as far as they reach, the rest
/// demanded back as återkrav (domain.md section 5, CSN's flow) [S; which payments are left is V]. CSN decides the real amounts.
/// </summary>
/// <remarks>
/// Counted as <see cref="Uppskattning"/> counts: whole kronor, in 15-day periods, studiebidrag only. Left are the periods after the one that holds the last skolk day that
/// were not already paid when the report came. While the report has no last day nothing is left, and all is återkrav. A later return never gives more to offset against.
/// </remarks>
/// <param name="FelUtbetalt">What has been wrongly paid.</param>
/// <param name="Kvar">The 15-day periods that are still to be paid after the return, in order.</param>
public sealed record Avrakning(Uppskattning FelUtbetalt, IReadOnlyList<Halvmanadsperiod> Kvar)
{
    /// <summary>Whole kronor that are still to be paid after the return.</summary>
    public int KvarBelopp => Kvar.Sum(p => p.Belopp);

    /// <summary>Whole kronor of what is left that a decision of a day still can be taken from: of the months whose last stop day has not passed.</summary>
    public int KvarEfter(DateOnly dag) => Kvar.Where(p => Utbetalningskalender.SistaStoppdag(p.ForstaDag.Year, p.ForstaDag.Month) >= dag).Sum(p => p.Belopp);

    /// <summary>Does less remain to be paid, when it is decided on a day, than is to be taken from it? Domain.md is silent on it: the handläggare is told, and decides (ADR 0046).</summary>
    public bool RackerInte(DateOnly dag) => KvarEfter(dag) < Avraknas;

    /// <summary>Whole kronor taken from coming payments.</summary>
    public int Avraknas => Math.Min(FelUtbetalt.Belopp, KvarBelopp);

    /// <summary>Whole kronor that the coming payments do not cover.</summary>
    public int Aterkravs => FelUtbetalt.Belopp - Avraknas;

    /// <summary>The first of <see cref="Kvar"/>, as many as it takes to settle; of the last of them a part may still be paid.</summary>
    public IReadOnlyList<Halvmanadsperiod> AvraknadePerioder
    {
        get
        {
            var summa = 0;
            return [.. Kvar.TakeWhile(p => (summa += p.Belopp) - p.Belopp < Avraknas)];
        }
    }

    /// <param name="felUtbetalt">For the same report.</param>
    /// <param name="sista">Last skolk day, inclusive; null while the student is not back.</param>
    /// <param name="rapportdag">The Swedish day of the report.</param>
    /// <param name="sistaBidragsdag">The last day, inclusive, with studiebidrag to offset against: of the läsår, or the age boundary when that is earlier.</param>
    public static Avrakning Berakna(Uppskattning felUtbetalt, DateOnly? sista, DateOnly rapportdag, DateOnly sistaBidragsdag)
    {
        if (sista is not { } slut)
            return new(felUtbetalt, []);

        var efterSkolket = (Halvmanadsperiod.For(slut)?.SistaDag ?? slut).AddDays(1);
        var obetald = Uppskattning.SistaBetaldaDag(rapportdag).AddDays(1);
        return new(felUtbetalt, Halvmanadsperiod.Alla(efterSkolket > obetald ? efterSkolket : obetald, sistaBidragsdag));
    }
}
