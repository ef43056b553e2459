namespace MinaTjanster.Core.Studeranderapportering.Omfattning;

/// <summary>
/// How much someone studies, as a share of full time. What is counted (<see cref="Andel"/>, <see cref="Procent"/>, <see cref="Niva"/>) is never over full
/// time; what was worked out is kept beside it, so that studies can be added without loss and more than full time can be warned of.
/// </summary>
public sealed record Studieomfattning
{
    /// <summary>Thirds and sevenths of decimals add up to whole numbers again when rounded here.</summary>
    private const int Decimaler = 12;

    private static readonly Omfattningsniva[] NivaerUppifran = [.. Enum.GetValues<Omfattningsniva>().OrderDescending()];

    private Studieomfattning(decimal obegransad) => Obegransad = obegransad;

    /// <summary>No studies.</summary>
    public static Studieomfattning Ingen { get; } = new(0);

    /// <summary>Full time, 100 percent.</summary>
    public static Studieomfattning Heltid { get; } = new(1);

    /// <summary>The share of full time as worked out: 0 or more, over 1 when it is more than full time.</summary>
    public decimal Obegransad { get; }

    /// <summary>The share of full time that counts: 0–1.</summary>
    public decimal Andel => Math.Min(Avrundad, 1);

    /// <summary>Whole percent of full time that counts, rounded down: 0–100.</summary>
    public int Procent => (int)decimal.Floor(Andel * 100);

    /// <summary>The level that studiemedel is paid at, or that it is not.</summary>
    public Omfattningsniva Niva => NivaerUppifran.First(n => Andel * 100 >= n.Procent());

    /// <summary>Whether more than full time was worked out; it counts as full time.</summary>
    public bool ArOverHeltid => Avrundad > 1;

    private decimal Avrundad => decimal.Round(Obegransad, Decimaler);

    /// <param name="procent">Whole percent of full time, 1–100.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside 1–100.</exception>
    public static Studieomfattning FranProcent(int procent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(procent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(procent, 100);
        return new Studieomfattning(procent / 100m);
    }

    /// <param name="poangtiondelar">Points in tenths, 0 or more: 7,5 hp is 75.</param>
    /// <param name="veckor">Weeks, at least 1.</param>
    /// <param name="heltidPerVecka">Full time in tenths of points a week, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is lower than that.</exception>
    public static Studieomfattning FranPoang(int poangtiondelar, int veckor, int heltidPerVecka)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(poangtiondelar);
        ArgumentOutOfRangeException.ThrowIfLessThan(veckor, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(heltidPerVecka, 1);
        return new Studieomfattning(poangtiondelar / ((decimal)veckor * heltidPerVecka));
    }

    /// <summary>Studies at the same time, together. What counts of the sum is never over full time (domain.md section 6).</summary>
    public static Studieomfattning Summa(IEnumerable<Studieomfattning> samtidiga) => new(samtidiga.Sum(s => s.Obegransad));

    /// <summary>Whether it is more than full time together with so many percent elsewhere.</summary>
    internal bool ArOverHeltidMed(int procent) => Avrundad + (procent / 100m) > 1;

    /// <summary>75 %.</summary>
    public override string ToString() => $"{Procent} %";
}
