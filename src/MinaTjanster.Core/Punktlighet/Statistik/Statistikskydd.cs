using System.Runtime.InteropServices;

namespace MinaTjanster.Core.Punktlighet.Statistik;

/// <summary>What one school has in a row.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Skolbidrag(int Ja, int Nej);

/// <summary>A row of a table that is to be published: a count, split in two.</summary>
/// <param name="skolor">Each school that has something in it, once.</param>
/// <param name="dold">It must not be shown for another reason than its own counts.</param>
public sealed class Skyddsrad(IReadOnlyList<Skolbidrag> skolor, bool dold = false)
{
    public int Ja { get; } = skolor.Sum(s => s.Ja);

    public int Nej { get; } = skolor.Sum(s => s.Nej);

    public int Antal => Ja + Nej;

    public int Skolor => skolor.Count;

    /// <summary>The most that one school has of each.</summary>
    public Skolbidrag Storst { get; } = new(skolor.Select(s => s.Ja).DefaultIfEmpty().Max(), skolor.Select(s => s.Nej).DefaultIfEmpty().Max());

    /// <summary>The largest school's count.</summary>
    public int StorstAntal { get; } = skolor.Select(s => s.Ja + s.Nej).DefaultIfEmpty().Max();

    public bool Dold => dold;
}

/// <summary>What of a row may be shown.</summary>
/// <param name="Delning">How the count is split, as numbers or as a share. Never without the count.</param>
public readonly record struct Radvisning(bool Antal, bool Delning);

/// <param name="Rader">In the order of the rows.</param>
/// <param name="Totalt">Of the sum of all rows.</param>
public sealed record Skyddad(IReadOnlyList<Radvisning> Rader, Radvisning Totalt);

/// <summary>
/// Keeps small numbers, and numbers of few schools, out of a published table with a total: no count of one to four is shown, none of one to four schools, nor anything from which one could be
/// had back. Of whatever is hidden, a reader who has all that is shown, knows that a row with nothing in it is shown, and has one school's own reports, can narrow no count down to fewer than
/// six values in a row (a range of at least <see cref="Grans"/>); and what that reader can subtract is the sum of at least five other schools.
/// </summary>
/// <remarks>
/// The ranges are exact, not estimated. With the total shown, the counts of the hidden rows are any positive numbers with the right sum, and the two sides of the hidden splits any
/// numbers with the right sums of rows and columns; since there are only two columns, each side's least and greatest value can be written down. What a school itself can take away is bounded by the
/// most that any has of each side, so that the ranges hold for whichever school reads. Where a range is too narrow the
/// smallest row that is still shown is hidden too; the last row is never hidden for the others' sake, but the total in its place.
/// </remarks>
public static class Statistikskydd
{
    /// <summary>Counts below this and above 0 are hidden [V].</summary>
    public const int Grans = 5;

    /// <summary>Counts of fewer schools than this are hidden: they would tell of a school.</summary>
    public const int MinstSkolor = Spridning.MinstSkolor;

    /// <summary>The least sum of hidden rows beside a total that is shown, the largest school's reports taken away.</summary>
    private const int MinstDoltTillsammans = 2 * Grans;

    public static bool ArLitet(int antal) => antal is > 0 and < Grans;

    public static bool FaSkolor(int skolor) => skolor is > 0 and < MinstSkolor;

    /// <summary>Too few reports or schools to show, or too few reports beside those of the largest school, which can take its own away.</summary>
    private static bool ArForLitet(int antal, int storst, int skolor) => ArLitet(antal) || ArLitet(antal - storst) || FaSkolor(skolor);

    /// <param name="totaltDolt">The total must not be shown for another reason.</param>
    public static Skyddad Skydda(IReadOnlyList<Skyddsrad> rader, bool totaltDolt = false)
    {
        var rad = rader.Select(r => new Dolt(r)).ToArray();
        var (ja, nej) = (rader.Sum(r => r.Ja), rader.Sum(r => r.Nej));
        var antal = !totaltDolt && !ArForLitet(ja + nej, rader.Select(r => r.StorstAntal).DefaultIfEmpty().Max(), rader.Sum(r => r.Skolor));
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

    /// <summary>Each hidden count is one of at least six, from 1 to what the others leave, for a school that takes away its own as well; and there are five schools besides it.</summary>
    private static bool AntalSkyddade(Dolt[] rader)
    {
        Dolt[] dolda = [.. rader.Where(r => r.Antal && r.Rad.Antal > 0)];
        if (dolda.Length == 0)
            return true;

        var summa = dolda.Sum(r => r.Rad.Antal) - dolda.Max(r => r.Rad.StorstAntal);
        return dolda.Length > 1 && dolda.Sum(r => r.Rad.Skolor) > MinstSkolor && summa >= MinstDoltTillsammans && summa - dolda.Length >= Grans;
    }

    private static bool DelningSkyddad(Dolt[] rader)
    {
        Dolt[] dolda = [.. rader.Where(r => r.Delning)];
        if (dolda.Length == 0)
            return true;

        var storst = new Skolbidrag(dolda.Max(r => r.Rad.Storst.Ja), dolda.Max(r => r.Rad.Storst.Nej));
        var (ja, nej) = (dolda.Sum(r => r.Rad.Ja) - storst.Ja, dolda.Sum(r => r.Rad.Nej) - storst.Nej);
        Dolt[] utanAntal = [.. dolda.Where(r => r.Antal)];
        var hogst = utanAntal.Sum(r => r.Rad.Antal) - utanAntal.Select(r => r.Rad.StorstAntal).DefaultIfEmpty().Max() - utanAntal.Length + 1;
        return dolda.Sum(r => r.Rad.Skolor) > MinstSkolor && dolda.All(r => r.Antal
            ? Math.Min(ja, hogst) - (nej > 0 ? 0 : 1) >= Grans && Math.Min(nej, hogst) - (ja > 0 ? 0 : 1) >= Grans
            : Math.Min(r.Rad.Antal - r.Rad.StorstAntal, ja) - Math.Max(0, r.Rad.Antal - nej) >= Grans);
    }

    private sealed class Dolt(Skyddsrad rad)
    {
        public Skyddsrad Rad { get; } = rad;

        public bool Antal { get; set; } = rad.Dold || ArForLitet(rad.Antal, rad.StorstAntal, rad.Skolor);

        public bool Delning { get; set; } = rad.Dold || ArForLitet(rad.Antal, rad.StorstAntal, rad.Skolor) || ArLitet(rad.Ja) || ArLitet(rad.Nej);
    }
}
