using MinaTjanster.Core.Konton.Tvasteg;

namespace MinaTjanster.Core.Skolor;

/// <summary>A school that reports to CSN, known by its eight-digit skolkod.</summary>
public sealed class Skola
{
    public const int MaxNamn = 120;
    public const int MaxOrt = 60;

    private Skola()
    {
    }

    /// <exception cref="ArgumentException">The skolkod is not eight digits, or name or town is empty.</exception>
    public Skola(string skolkod, string namn, string ort, Skolform skolform, Rapporteringssatt rapporteringssatt)
    {
        if (!ArSkolkod(skolkod))
        {
            throw new ArgumentException("A skolkod is eight digits.", nameof(skolkod));
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(namn);
        ArgumentException.ThrowIfNullOrWhiteSpace(ort);
        Skolkod = skolkod;
        Namn = namn;
        Ort = ort;
        Skolform = skolform;
        Rapporteringssatt = rapporteringssatt;
    }

    public long Id { get; private set; }

    public string Skolkod { get; private set; } = "";

    public string Namn { get; private set; } = "";

    public string Ort { get; private set; } = "";

    public Skolform Skolform { get; private set; }

    public Rapporteringssatt Rapporteringssatt { get; private set; }

    /// <summary>Whether the school demands a second factor of all who hold something there.</summary>
    public AndraFaktor AndraFaktor { get; private set; }

    public static bool ArSkolkod(string? text) => text is { Length: 8 } && text.All(char.IsAsciiDigit);

    public void BestamAndraFaktor(AndraFaktor krav) => AndraFaktor = krav;

    /// <summary>Takes the newer facts of the same school, from CSN's register of schools.</summary>
    public void Uppdatera(string namn, string ort, Skolform skolform, Rapporteringssatt rapporteringssatt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(namn);
        ArgumentException.ThrowIfNullOrWhiteSpace(ort);
        Namn = namn;
        Ort = ort;
        Skolform = skolform;
        Rapporteringssatt = rapporteringssatt;
    }
}
