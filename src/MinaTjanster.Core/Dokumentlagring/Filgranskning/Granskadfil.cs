namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>What a file turned out to be.</summary>
/// <param name="AntalSidor">Pages of a PDF (at least 1), 1 for an image.</param>
/// <param name="Bild">Null for a PDF.</param>
public sealed record Granskadfil(Dokumenttyp Typ, int AntalSidor, Bildstorlek? Bild);

/// <param name="Bredd">Pixels.</param>
/// <param name="Hojd">Pixels.</param>
public sealed record Bildstorlek(int Bredd, int Hojd)
{
    /// <summary>Longest side in pixels: A3 at 1 200 dpi, with room.</summary>
    public const int MaxSida = 20_000;

    /// <summary>Pixels in all: above the largest ordinary phone picture (108 million); about 480 MB when a browser unpacks it.</summary>
    public const long MaxYta = 120_000_000;

    internal static bool IsTooLarge(long width, long height) => width > MaxSida || height > MaxSida || width * height > MaxYta;
}
