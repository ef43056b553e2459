using MinaTjanster.Core.Brevutskrifter;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Beslutsgang;

/// <summary>A file that goes with a letter.</summary>
public sealed record Brevbilaga(long DokumentId, int Sidor);

/// <summary>What one letter says. The same however often it is printed: its day and whom it is to are those of the first print-out.</summary>
/// <param name="Dag">The Swedish day it bears.</param>
public sealed record Beslutsbrev(
    Skolkbeslut Beslut,
    string Kvittensnummer,
    string Fornamn,
    string Efternamn,
    Personnummer Personnummer,
    bool ArSkyddad,
    string Skola,
    DateOnly Dag,
    IReadOnlyList<Brevbilaga> Bilagor)
{
    /// <summary>The last printed hearing or outcome before it, which no longer holds when this one has come; null when there is none.</summary>
    public Skolkbeslut? Ersatter { get; init; }

    /// <summary>Does a letter say of an earlier, printed one of the same case that it no longer holds?</summary>
    internal static bool ArErsatt(Skolkbeslut tidigare, Skolkbeslut av) =>
        tidigare.ArendeId == av.ArendeId && tidigare.Id < av.Id && (av.Slag, tidigare.Slag) is
            (Skolkbeslutsslag.Kommunicering, Skolkbeslutsslag.Kommunicering or Skolkbeslutsslag.Utfall)
            or (Skolkbeslutsslag.Utfall or Skolkbeslutsslag.Upphavande, Skolkbeslutsslag.Utfall);

    public string Namn => $"{Fornamn} {Efternamn}";

    public Brevmottagare Till => Brevmottagartext.For(Personnummer, Dag);

    public bool TillVardnadshavare => Till == Brevmottagare.Vardnadshavaren;

    /// <summary>What stands in the letter's window, a line each; the address is set below by whoever prints.</summary>
    public IReadOnlyList<string> Adressrader => TillVardnadshavare ? ["Vårdnadshavare för", Namn] : [Namn];

    public string Mottagare => string.Join(' ', Adressrader);

    /// <summary>SK-7K4M-29QX-3: the file's name, without any person's.</summary>
    public string Filnamn => $"{Kvittensnummer}-{Beslut.Id}";
}

/// <summary>A tab of the print queue.</summary>
public enum Beslutsbrevflik
{
    Nya,

    /// <summary>New letters to protected persons: a lane of their own, for cleared staff.</summary>
    NyaSkyddade,

    Utskrivna,
    Skickade,
}

/// <summary>A line of the print queue. Protected students are masked, for everyone.</summary>
public sealed record Beslutsbrevrad(
    long Id,
    long ArendeId,
    string Kvittensnummer,
    string Student,
    Skolkbeslutsslag Slag,
    DateTime GallerFran,
    DateTime? Utskriven,
    DateTime? Skickad,
    int Bilagor)
{
    public required Brevmottagare Till { get; init; }
}

/// <param name="MedBilagor">Whether any of its letters has files to enclose.</param>
/// <param name="Skyddade">Whether it holds letters to protected persons.</param>
/// <param name="Oskyddade">Whether it holds letters to others, whose addresses are looked up.</param>
public sealed record Beslutsutskrift(Utskrift Utskrift, bool MedBilagor, bool Skyddade, bool Oskyddade);

public sealed record Beslutsbrevko(
    Beslutsbrevflik Flik, Listsida<Beslutsbrevrad> Lista, IReadOnlyDictionary<Beslutsbrevflik, int> Antal, IReadOnlyList<Beslutsutskrift> Utskrifter);
