namespace MinaTjanster.Core.Punktlighet.Statistik;

/// <summary>A row of a table that is to be published: a count, split in two.</summary>
/// <param name="Dold">It must not be shown for another reason than its own counts.</param>
public readonly record struct Skyddsrad(int Ja, int Nej, bool Dold = false)
{
    public int Antal => Ja + Nej;
}

/// <summary>What of a row may be shown.</summary>
/// <param name="Delning">How the count is split, as numbers or as a share. Never without the count.</param>
public readonly record struct Radvisning(bool Antal, bool Delning);

/// <param name="Rader">In the order of the rows.</param>
/// <param name="Totalt">Of the sum of all rows.</param>
public sealed record Skyddad(IReadOnlyList<Radvisning> Rader, Radvisning Totalt);

/// <summary>
/// Keeps small numbers out of a published table with a total: no count of one to four is shown, nor anything from which one could be had back. Of whatever is hidden, a reader
/// who has all that is shown, and knows that a row with nothing in it is shown, can narrow no count down to fewer than six values in a row, so that every one that is hidden could as well be another
/// (a range of at least <see cref="Grans"/>).
/// </summary>
/// <remarks>
/// The ranges are exact, not estimated. With the total shown, the counts of the hidden rows are any positive numbers with the right sum, and the two sides of the hidden splits any
/// numbers with the right sums of rows and columns; since there are only two columns, each side's least and greatest value can be written down. Where a range is too narrow the
/// smallest row that is still shown is hidden too; the last row is never hidden for the others' sake, but the total in its place.
/// </remarks>
public static class Statistikskydd
{
    /// <summary>Counts below this and above 0 are hidden [V].</summary>
    public const int Grans = 5;

    /// <summary>The least sum of hidden rows beside a total that is shown.</summary>
    private const int MinstDoltTillsammans = 2 * Grans;

    public static bool ArLitet(int antal) => antal is > 0 and < Grans;

    /// <param name="totaltDolt">The total must not be shown for another reason.</param>
    public static Skyddad Skydda(IReadOnlyList<Skyddsrad> rader, bool totaltDolt = false)
    {
        var rad = rader.Select(r => new Dolt(r)).ToArray();
        var (ja, nej) = (rader.Sum(r => r.Ja), rader.Sum(r => r.Nej));
        var antal = !totaltDolt && !ArLitet(ja + nej);
        var delning = antal && !ArLitet(ja) && !ArLitet(nej);
        while (antal && !AntalSkyddade(rad))
            antal = Dolj(rad, r => r.Antal, r => r.Antal = r.Delning = true);
        delning &= antal;
        while (delning && !DelningSkyddad(rad))
            delning = Dolj(rad, r => r.Delning, r => r.Delning = true);
        return new([.. rad.Select(r => new Radvisning(!r.Antal, !r.Delning))], new(antal, delning));
    }

    /// <summary>Hides the smallest row that is shown, unless it is the only one left: then false, and the total is what must go.</summary>
    private static bool Dolj(Dolt[] rader, Func<Dolt, bool> dold, Action<Dolt> dolj)
    {
        Dolt[] kvar = [.. rader.Where(r => r.Rad.Antal > 0 && !dold(r)).OrderBy(r => r.Rad.Antal)];
        if (kvar.Length < 2)
            return false;

        dolj(kvar[0]);
        return true;
    }

    /// <summary>Each hidden count is one of at least six, from 1 to what the others leave.</summary>
    private static bool AntalSkyddade(Dolt[] rader)
    {
        Dolt[] dolda = [.. rader.Where(r => r.Antal)];
        var summa = dolda.Sum(r => r.Rad.Antal);
        return dolda.Length == 0 || (dolda.Length > 1 && summa >= MinstDoltTillsammans && summa - dolda.Length >= Grans);
    }

    private static bool DelningSkyddad(Dolt[] rader)
    {
        Dolt[] dolda = [.. rader.Where(r => r.Delning)];
        if (dolda.Length == 0)
            return true;

        var (ja, nej) = (dolda.Sum(r => r.Rad.Ja), dolda.Sum(r => r.Rad.Nej));
        Dolt[] utanAntal = [.. dolda.Where(r => r.Antal)];
        var hogst = utanAntal.Sum(r => r.Rad.Antal) - utanAntal.Length + 1;
        return dolda.All(r => r.Antal
            ? Math.Min(ja, hogst) - (nej > 0 ? 0 : 1) >= Grans && Math.Min(nej, hogst) - (ja > 0 ? 0 : 1) >= Grans
            : Math.Min(r.Rad.Antal, ja) - Math.Max(0, r.Rad.Antal - nej) >= Grans);
    }

    private sealed class Dolt(Skyddsrad rad)
    {
        public Skyddsrad Rad { get; } = rad;

        public bool Antal { get; set; } = rad.Dold || ArLitet(rad.Antal);

        public bool Delning { get; set; } = rad.Dold || ArLitet(rad.Antal) || ArLitet(rad.Ja) || ArLitet(rad.Nej);
    }
}
