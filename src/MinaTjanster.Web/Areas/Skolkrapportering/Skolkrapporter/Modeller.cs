using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Skolkrapporter;

/// <summary>The list of reports.</summary>
/// <param name="HarSkolk">Whether the school reports ogiltig frånvaro at all.</param>
public sealed record SkolklistaModell(Skolklista Lista, Skolkplats Plats, DateOnly Idag, bool FarSeSkyddade, bool HarSkolk)
{
    public static IReadOnlyList<(Skolkfilter Filter, string Text)> Filter { get; } =
    [
        (Skolkfilter.Alla, "Alla"),
        (Skolkfilter.UnderlagSaknas, "Underlag saknas"),
        (Skolkfilter.Komplettering, "Komplettering begärd"),
        (Skolkfilter.Meddelande, "Meddelande från CSN"),
        (Skolkfilter.Pagar, "Frånvaron pågår"),
        (Skolkfilter.HosCsn, "Underlag skickat"),
        (Skolkfilter.Klara, "Klara"),
        (Skolkfilter.Borttagna, "Borttagna"),
    ];

    public int Antal => Lista.Sida.Antal;

    public bool ArTom => Lista.Antal[Skolkfilter.Alla] + Lista.Antal[Skolkfilter.Borttagna] == 0;
}

/// <summary>One report's page.</summary>
public sealed record RapportModell(Skolkrapportsida Sida, IReadOnlyList<Historikrad> Historik, Skolkplats Plats, bool FarSeSkyddade)
{
    /// <summary>What CSN has written, and the school's answers.</summary>
    public required Meddelandetrad Trad { get; init; }

    public Skolkrapport Rapport => Sida.Rapport;

    public string Namn => Sida.Studerande.NamnFor(FarSeSkyddade);

    public string Personnummer => Sida.Studerande.PersonnummerFor(FarSeSkyddade);

    public Foljdbild? Bild => Foljdbild.For(Sida.Foljd, Sida.Idag, Rapport.SistaDag, skickad: true);
}
