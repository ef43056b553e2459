using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MinaTjanster.Core.Studietider;

/// <summary>A läsår, 1 July–30 June [V], written 2026/27.</summary>
/// <param name="Startar">The calendar year in which it starts.</param>
public sealed record Lasar(int Startar)
{
    private const int ForstaManad = 7;

    /// <summary>1 July, inclusive.</summary>
    public DateOnly ForstaDag => new(Startar, ForstaManad, 1);

    /// <summary>30 June, inclusive.</summary>
    public DateOnly SistaDag => new(Startar + 1, 6, 30);

    public Lasar Foregaende => new(Startar - 1);

    public Lasar Nasta => new(Startar + 1);

    public Termin Hosttermin => new(Startar, Terminsslag.Host);

    public Termin Vartermin => new(Startar + 1, Terminsslag.Var);

    /// <summary>The läsår that holds the day.</summary>
    public static Lasar For(DateOnly dag) => new(dag.Month >= ForstaManad ? dag.Year : dag.Year - 1);

    /// <summary>Reads 2026/27, as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Lasar? lasar)
    {
        lasar = null;
        if (text?.Trim() is not { Length: 7 } rensad || !int.TryParse(rensad.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var startar) || startar is < 1900 or > 2199)
            return false;

        lasar = new Lasar(startar);
        if (lasar.ToString() != rensad)
            lasar = null;

        return lasar is not null;
    }

    /// <summary>2026-27: as it stands in addresses.</summary>
    public string Adress => ToString().Replace('/', '-');

    /// <summary>Reads 2026-27, as <see cref="Adress"/> writes it.</summary>
    public static bool TryFranAdress(string? text, [NotNullWhen(true)] out Lasar? lasar)
    {
        lasar = null;
        return text?.Contains('/', StringComparison.Ordinal) == false && TryParse(text.Replace('-', '/'), out lasar);
    }

    public bool Innehaller(DateOnly dag) => dag >= ForstaDag && dag <= SistaDag;

    /// <summary>2026/27.</summary>
    public override string ToString() => $"{Startar:0000}/{(Startar + 1) % 100:00}";
}
