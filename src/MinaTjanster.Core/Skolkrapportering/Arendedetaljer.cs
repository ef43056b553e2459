using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Everything a handläggare looks at in one case. Read only.</summary>
/// <param name="Kompletteringar">Newest first.</param>
/// <param name="Beslut">What holds, in the order it was decided.</param>
/// <param name="Underlag">What has been sent, newest first.</param>
/// <param name="HosAndraSkolor">Other schools' reports of the same person for the same time.</param>
/// <param name="NastaUtbetalning">The coming payment day that the report concerns.</param>
/// <param name="Idag">The Swedish day the page is drawn.</param>
public sealed record Arendedetaljer(
    Arende Arende,
    Skolkrapport Rapport,
    Studerande Studerande,
    Skola Skola,
    Skolkontakt Rapportor,
    string? Handlaggare,
    IReadOnlyList<Arendekomplettering> Kompletteringar,
    IReadOnlyList<Arendebeslut> Beslut,
    IReadOnlyList<Arendeunderlag> Underlag,
    Avrakning Avrakning,
    IReadOnlyList<Dubbelrapport> HosAndraSkolor,
    DateOnly NastaUtbetalning,
    DateOnly Idag)
{
    /// <summary>Marked pages that the school has not been told of.</summary>
    public IReadOnlyList<Sidhanvisning> Markeringar { get; init; } = [];

    /// <summary>When the school changed its report, oldest first.</summary>
    public IReadOnlyList<Rapportandring> Andringar { get; init; } = [];

    /// <summary>Does whoever has the case still review?</summary>
    public bool HandlaggareKvar { get; init; } = true;

    /// <summary>Outcomes as they were decided, in that order, with what colleagues said of them.</summary>
    public IReadOnlyList<Arendeutfallskontroll> Utfallskontroller { get; init; } = [];

    /// <summary>What has been wrongly paid.</summary>
    public Uppskattning Uppskattning => Avrakning.FelUtbetalt;

    public Underlagsfrist Frist => Underlagsfrist.For(Rapport.ForstaDag, Rapport.Rapportdag);

    /// <summary>What the report leads to for the coming payments, as the school was told.</summary>
    public Utbetalningsfoljd Utbetalning => Arendeberakning.Utbetalning(Studerande, Rapport);

    /// <summary>The Swedish day the first underlag arrived: the day that meets the due date.</summary>
    public DateOnly? ForstaAnkomst => Underlag.Count == 0 ? null : Underlag.Min(u => u.Underlag.Ankomstdag);

    /// <summary>The checks that count: those of the newest underlag.</summary>
    public IReadOnlyList<Kontrollrad> Kontroller => Underlag.Count == 0 ? [] : Underlag[0].Kontroller;

    public int AntalAvvikelser => Kontroller.Count(k => k.Utfall == Utfall.Varning);
}

/// <summary>Whom to call about the report: whoever sent it.</summary>
public sealed record Skolkontakt(string Namn, string? Telefon, string? Epost);

/// <summary>Another school's report of the same person, whose days overlap (design decision 14). Days inclusive; null while it goes on.</summary>
public sealed record Dubbelrapport(long ArendeId, string Kvittensnummer, string Skola, DateOnly ForstaDag, DateOnly? SistaDag);

/// <summary>A decision and who made it; null for the portal's own.</summary>
public sealed record Arendebeslut(Skolkbeslut Beslut, string? Av);

/// <summary>An outcome, who decided it, and who checked it; null where nobody has.</summary>
public sealed record Arendeutfallskontroll(Utfallskontroll Kontroll, string Av, string? KontrolleratAv);

public sealed record Arendekomplettering(Komplettering Fraga, string BegardAv);

/// <summary>An underlag that was sent, its complete files and how it agrees with the report as it stands.</summary>
public sealed record Arendeunderlag(Franvarounderlag Underlag, IReadOnlyList<Dokument> Dokument, IReadOnlyList<Kontrollrad> Kontroller, string SkickatAv);
