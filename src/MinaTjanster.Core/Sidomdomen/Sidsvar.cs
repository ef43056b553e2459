namespace MinaTjanster.Core.Sidomdomen;

/// <summary>What somebody answered to "Hjälpte den här sidan dig?": about which page, on which day, and nothing of who it was.</summary>
public sealed class Sidsvar
{
    public const int MaxSida = 200;
    public const int MaxKommentar = 500;

    private Sidsvar()
    {
    }

    /// <param name="sida">The page's path, without its query.</param>
    /// <param name="nyckel">The form's own, so that a form sent twice is one answer.</param>
    /// <param name="kommentar">Null when nothing was written.</param>
    public Sidsvar(string sida, string nyckel, bool hjalpte, string? kommentar, DateOnly dag) =>
        (Sida, Nyckel, Hjalpte, Kommentar, Dag) = (sida, nyckel, hjalpte, kommentar, dag);

    public long Id { get; private set; }

    public string Sida { get; private set; } = "";

    public string Nyckel { get; private set; } = "";

    public bool Hjalpte { get; private set; }

    /// <summary>Purged after a time, while the answer stays (<see cref="Sidsvarsinstallning"/>).</summary>
    public string? Kommentar { get; private set; }

    public DateOnly Dag { get; private set; }
}

/// <param name="KommentarDagar">[V] Days that a comment is kept.</param>
public sealed record Sidsvarsinstallning(int KommentarDagar = 365);
