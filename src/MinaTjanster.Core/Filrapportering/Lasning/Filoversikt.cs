namespace MinaTjanster.Core.Filrapportering.Lasning;

public enum Teckenkod
{
    Utf8,

    /// <summary>ISO-8859-1 as Windows writes it (Windows-1252), which only adds € and typographic signs.</summary>
    Latin1,
}

/// <summary>What the first pass over a file tells (<see cref="Forgranskning"/>).</summary>
/// <param name="HasBom">Only UTF-8 has one.</param>
/// <param name="Langd">Bytes.</param>
/// <param name="Sha256">Of the bytes as they came, lower case hexadecimal: the same content has the same hash.</param>
/// <param name="AntalRader">Lines with something on them under the first: the rows there are at most, exact when no field holds a line break.</param>
public sealed record Filoversikt(Teckenkod Teckenkod, bool HasBom, long Langd, string Sha256, long AntalRader);
