using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>What an article is. Stored by name.</summary>
public enum Artikelslag
{
    Blankett,
    Broschyr,
}

/// <summary>The languages that CSN's material is printed in [V].</summary>
public enum Artikelsprak
{
    Svenska,
    LattSvenska,
    Engelska,
    Arabiska,
    Dari,
    Finska,
    Nordsamiska,
    Somaliska,
    Tigrinska,
    Ukrainska,
}

/// <summary>The drawn covers to choose from, each a file of its own name in <c>wwwroot/bilder/material</c>.</summary>
public enum Artikelbild
{
    Blankett,
    Intyg,
    Studiehjalp,
    Studiemedel,
    Franvaro,
    Utland,
}

/// <summary>Whether schools may order it. Stored by name.</summary>
public enum Artikelstatus
{
    Bestallbar,

    /// <summary>Withdrawn: no school orders it any more. What is back-ordered already may still be sent.</summary>
    Indragen,
}

/// <summary>An article's facts as accepted by <see cref="Artikelregel"/>.</summary>
/// <param name="Nummer">As printed on it, in capitals: 9609W.</param>
/// <param name="Utgava">As printed on it: 2026-08.</param>
/// <param name="Minst">Fewest in an order, at least 1.</param>
/// <param name="Mest">Most in an order, at least <paramref name="Minst"/>.</param>
public sealed record Artikeluppgift(
    string Nummer, string Namn, string Beskrivning, Artikelslag Slag, Artikelsprak Sprak, string Utgava, Artikelbild Bild, int Minst, int Mest);

/// <summary>A form or brochure that schools order from CSN's blankettservice (domain.md section 8). CSN's, read by all.</summary>
/// <remarks>
/// <see cref="Version"/> protects the facts that forms carry. <see cref="Saldo"/> is no such fact: it is a counter that many orders change at once, by conditional
/// updates in <see cref="Lager"/> alone, and no form writes it back (ADR 0039).
/// </remarks>
public sealed class Materialartikel : IVersionerad
{
    public const int MaxNummer = 12;
    public const int MaxNamn = 100;
    public const int MaxBeskrivning = 300;
    public const int MaxUtgava = 20;

    private Materialartikel()
    {
    }

    /// <param name="saldo">How many there are in stock; 0 or more.</param>
    public Materialartikel(Artikeluppgift uppgift, int saldo = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(saldo);
        Saldo = saldo;
        Satt(uppgift);
    }

    public long Id { get; private set; }

    public string Nummer { get; private set; } = "";

    public string Namn { get; private set; } = "";

    public string Beskrivning { get; private set; } = "";

    public Artikelslag Slag { get; private set; }

    public Artikelsprak Sprak { get; private set; }

    public string Utgava { get; private set; } = "";

    public Artikelbild Bild { get; private set; }

    public int Minst { get; private set; }

    public int Mest { get; private set; }

    /// <summary>In stock and promised to nobody; never negative.</summary>
    public int Saldo { get; private set; }

    public Artikelstatus Status { get; private set; }

    public string Sorteringsnyckel { get; private set; } = "";

    public int Version { get; private set; }

    public Artikeluppgift Uppgift => new(Nummer, Namn, Beskrivning, Slag, Sprak, Utgava, Bild, Minst, Mest);

    /// <summary>As it stands on orders and receipts.</summary>
    public string Benamning => $"{Namn}, {Sprak.Text()}, utgåva {Utgava}";

    public bool ArBestallbar => Status == Artikelstatus.Bestallbar;

    public bool Ryms(int antal) => antal >= Minst && antal <= Mest;

    internal void Andra(Artikeluppgift uppgift) => Satt(uppgift);

    /// <exception cref="InvalidOperationException">It is withdrawn already.</exception>
    internal void DraIn() => Status = ArBestallbar ? Artikelstatus.Indragen : throw new InvalidOperationException("The article is withdrawn already.");

    /// <exception cref="InvalidOperationException">It is not withdrawn.</exception>
    internal void Aterinfor() => Status = ArBestallbar ? throw new InvalidOperationException("The article is not withdrawn.") : Artikelstatus.Bestallbar;

    private void Satt(Artikeluppgift u)
    {
        (Nummer, Namn, Beskrivning, Slag, Sprak, Utgava, Bild, Minst, Mest) = (u.Nummer, u.Namn, u.Beskrivning, u.Slag, u.Sprak, u.Utgava, u.Bild, u.Minst, u.Mest);
        Sorteringsnyckel = SvenskText.SorteringsNyckel(u.Namn);
    }
}

/// <summary>The choices as a user reads them.</summary>
public static class Artikeltexter
{
    public static string Text(this Artikelslag slag) => slag switch
    {
        Artikelslag.Blankett => "Blankett",
        Artikelslag.Broschyr => "Broschyr",
        _ => throw new ArgumentOutOfRangeException(nameof(slag), slag, null),
    };

    public static string Text(this Artikelsprak sprak) => sprak switch
    {
        Artikelsprak.Svenska => "svenska",
        Artikelsprak.LattSvenska => "lätt svenska",
        Artikelsprak.Engelska => "engelska",
        Artikelsprak.Arabiska => "arabiska",
        Artikelsprak.Dari => "dari",
        Artikelsprak.Finska => "finska",
        Artikelsprak.Nordsamiska => "nordsamiska",
        Artikelsprak.Somaliska => "somaliska",
        Artikelsprak.Tigrinska => "tigrinska",
        Artikelsprak.Ukrainska => "ukrainska",
        _ => throw new ArgumentOutOfRangeException(nameof(sprak), sprak, null),
    };

    public static string Text(this Artikelbild bild) => bild switch
    {
        Artikelbild.Blankett => "Blankett",
        Artikelbild.Intyg => "Intyg",
        Artikelbild.Studiehjalp => "Studiehjälp",
        Artikelbild.Studiemedel => "Studiemedel",
        Artikelbild.Franvaro => "Frånvaro",
        Artikelbild.Utland => "Studier utomlands",
        _ => throw new ArgumentOutOfRangeException(nameof(bild), bild, null),
    };
}
