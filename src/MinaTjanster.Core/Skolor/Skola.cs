using MinaTjanster.Core.Konton.Tvasteg;

namespace MinaTjanster.Core.Skolor;

/// <summary>A school that reports to CSN, known by its eight-digit skolkod.</summary>
public sealed class Skola
{
    public const int MaxNamn = 120;
    public const int MaxOrt = 60;
    public const int MaxGatuadress = 100;

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
        SattNamn(namn);
        Ort = ort;
        Skolform = skolform;
        Rapporteringssatt = rapporteringssatt;
    }

    public long Id { get; private set; }

    public string Skolkod { get; private set; } = "";

    public string Namn { get; private set; } = "";

    /// <summary>The name as it sorts, computed in code, the same on both engines.</summary>
    public string Sorteringsnyckel { get; private set; } = "";

    public string Ort { get; private set; } = "";

    public Skolform Skolform { get; private set; }

    public Rapporteringssatt Rapporteringssatt { get; private set; }

    /// <summary>Whether the school demands a second factor of all who hold something there.</summary>
    public AndraFaktor AndraFaktor { get; private set; }

    /// <summary>Where letters go, first line; null until CSN has it: then the letter bears name and town alone.</summary>
    public string? Gatuadress { get; private set; }

    /// <summary>Five digits, as 851 70 without the space; null as <see cref="Gatuadress"/>.</summary>
    public string? Postnummer { get; private set; }

    /// <summary>The day from which the school has had fewer than two behörighetsadministratörer, once it has been told so; null while it has two.</summary>
    public DateOnly? FaAdministratorerSedan { get; private set; }

    public static bool ArSkolkod(string? text) => text is { Length: 8 } && text.All(char.IsAsciiDigit);

    public void BestamAndraFaktor(AndraFaktor krav) => AndraFaktor = krav;

    /// <summary>Takes the newer facts of the same school, from CSN's register of schools.</summary>
    public void Uppdatera(string namn, string ort, Skolform skolform, Rapporteringssatt rapporteringssatt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(namn);
        ArgumentException.ThrowIfNullOrWhiteSpace(ort);
        SattNamn(namn);
        Ort = ort;
        Skolform = skolform;
        Rapporteringssatt = rapporteringssatt;
    }

    /// <exception cref="ArgumentException">The postnummer is not five digits, or the street is empty.</exception>
    internal void SattAdress(string gatuadress, string postnummer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(gatuadress);
        if (postnummer.Length != 5 || !postnummer.All(char.IsAsciiDigit))
        {
            throw new ArgumentException("A postnummer is five digits.", nameof(postnummer));
        }

        Gatuadress = gatuadress;
        Postnummer = postnummer;
    }

    /// <summary>Another way to report, from now on (domain.md section 2).</summary>
    /// <exception cref="ArgumentException">Ladok is for högskolor only.</exception>
    public void BytRapporteringssatt(Rapporteringssatt satt)
    {
        if (satt == Rapporteringssatt.Ladok && Skolform != Skolform.Hogskola)
        {
            throw new ArgumentException("Only a högskola reports through Ladok.", nameof(satt));
        }

        Rapporteringssatt = satt;
    }

    /// <summary>The key of the name it has.</summary>
    internal void FyllSorteringsnyckel() => SattNamn(Namn);

    private void SattNamn(string namn) => (Namn, Sorteringsnyckel) = (namn, Tid.SvenskText.SorteringsNyckel(namn));
}
