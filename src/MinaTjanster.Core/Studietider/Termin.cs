namespace MinaTjanster.Core.Studietider;

/// <summary>Autumn or spring.</summary>
public enum Terminsslag
{
    /// <summary>Höstterminen, 1 July–31 December [V].</summary>
    Host,

    /// <summary>Vårterminen, 1 January–30 June [V].</summary>
    Var,
}

/// <summary>Half a läsår, by its calendar year: höstterminen 2026 is followed by vårterminen 2027.</summary>
/// <param name="Ar">Calendar year.</param>
/// <param name="Slag">Autumn or spring.</param>
public sealed record Termin(int Ar, Terminsslag Slag)
{
    /// <summary>Inclusive.</summary>
    public DateOnly ForstaDag => Slag == Terminsslag.Host ? new(Ar, 7, 1) : new(Ar, 1, 1);

    /// <summary>Inclusive.</summary>
    public DateOnly SistaDag => Slag == Terminsslag.Host ? new(Ar, 12, 31) : new(Ar, 6, 30);

    public Lasar Lasar => Studietider.Lasar.For(ForstaDag);

    /// <summary>The termin that holds the day.</summary>
    public static Termin For(DateOnly dag) => new(dag.Year, dag.Month >= 7 ? Terminsslag.Host : Terminsslag.Var);

    /// <summary>höstterminen 2026.</summary>
    public override string ToString() => $"{(Slag == Terminsslag.Host ? "höstterminen" : "vårterminen")} {Ar:0000}";
}
