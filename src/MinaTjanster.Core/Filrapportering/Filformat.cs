using MinaTjanster.Core.Filrapportering.Lasning;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>The format of student files: docs/filformat.md and the portal's page are tested against it.</summary>
public static class Filformat
{
    public const string Version = "1";

    /// <summary>Which rules a file was judged by, on its receipt: year and month of their latest change.</summary>
    public const string Regelversion = "2026-11";

    public const string Skolkod = "skolkod";
    public const string Personnummer = "personnummer";
    public const string Fornamn = "fornamn";
    public const string Efternamn = "efternamn";
    public const string Klass = "klass";
    public const string Skydd = "skydd";
    public const string Handelse = Handelsetolk.KolumnHandelse;
    public const string Atgard = "atgard";
    public const string TidigareForstaDag = "tidigare_forsta_dag";
    public const string Forklaring = "forklaring";

    /// <summary>Written in files of refused rows, never read.</summary>
    public const string Fel = "fel";

    private static readonly Filkolumn[] Alla =
    [
        new(Skolkod),
        new(Personnummer, IsRequired: true),
        new(Fornamn),
        new(Efternamn),
        new(Klass),
        new(Skydd),
        new(Handelse, IsRequired: true),
        new(Atgard),
        new(TidigareForstaDag),
        .. Falten.IFil.Select(f => new Filkolumn(f.Kolumn)),
        new(Forklaring),
        new(Fel),
    ];

    private static readonly int[] Faltplatser = [.. Falten.Alla.Select(f => Array.FindIndex(Alla, k => k.Namn == f.Kolumn))];

    public static Filkolumner Kolumner { get; } = new(Alla);

    /// <summary>The columns that a row keeps: all but the one that tells what is wrong.</summary>
    public static IReadOnlyList<string> Namn { get; } = [.. Alla.Select(k => k.Namn).Where(n => n != Fel)];

    public static int Plats(string kolumn) => Kolumner.Plats(kolumn) ?? throw new ArgumentException("No such column.", nameof(kolumn));

    internal static int Plats(Handelsefalt falt) => Faltplatser[(int)falt];

    internal static string TillText(IReadOnlyList<string> varden, int max) => Radtext.Till(varden.Take(Namn.Count), max);

    /// <summary>The values of <see cref="TillText"/>, one for each of <see cref="Namn"/>.</summary>
    internal static IReadOnlyList<string> FranText(string text) => Radtext.Fran(text, Namn.Count);
}
