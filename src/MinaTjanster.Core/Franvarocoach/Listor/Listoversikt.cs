using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Core.Franvarocoach.Listor;

/// <summary>What a student of a list asks of the reporter, the most urgent first.</summary>
public enum Elevgrupp
{
    /// <summary>Can be reported today.</summary>
    AttRapportera,

    /// <summary>Is back, by the list: the open report can get its last day.</summary>
    AttAvsluta,

    /// <summary>Enough absence, but the first allowed day is to come.</summary>
    Kommande,

    /// <summary>Enough absence, and something stands in the way.</summary>
    AttSeOver,

    /// <summary>The school has no such student.</summary>
    Okand,

    /// <summary>Reported: by an open report, or by one with a last day and no ogiltig frånvaro since.</summary>
    Rapporterad,

    /// <summary>Some ogiltig frånvaro that is not reported, under the threshold.</summary>
    Bevaka,

    /// <summary>None.</summary>
    Ingen,
}

/// <summary>A list's heading.</summary>
/// <param name="Langd">Bytes.</param>
/// <param name="Uppladdad">UTC.</param>
/// <param name="Gallras">The Swedish day on which it goes by itself.</param>
public sealed record Listrubrik(long Id, string Filnamn, long Langd, DateTime Uppladdad, string UppladdadAv, string? Mappning, DateOnly Gallras);

/// <summary>A student of a list, with what the portal knows.</summary>
/// <param name="Studerande">Null when the active school has no such student.</param>
public sealed record Listelevlage(Listelev Elev, Elevanalys Analys, Studerandelage? Studerande)
{
    public Elevgrupp Grupp { get; } = Gruppera(Analys, Studerande);

    /// <summary>The report to make: the first that can be sent today, else the first to come; null when the list gives reason for none.</summary>
    public Rapportforslag? Forslag => Analys.Forslag.FirstOrDefault(f => f.KanSkickas) ?? (Analys.Forslag is [var nasta, ..] ? nasta : null);

    /// <summary>The open report; null when there is none.</summary>
    public AnnanSkolkrapport? Oppen => Studerande?.Lage.AndraRapporter.FirstOrDefault(r => r.SistaDag is null);

    /// <summary>The report of what the list shows: the open one, else the latest with a last day that holds some of its ogiltig frånvaro; null when none does.</summary>
    public AnnanSkolkrapport? Rapport => Rapporten(Analys, Studerande);

    /// <summary>The days that a new report may begin on: with ogiltig frånvaro, after all that is reported.</summary>
    public IEnumerable<Skoldag> LedigaDagar => Lediga(Analys, Studerande);

    /// <summary>The 30 days with the most minutes among those that begin on one of <see cref="LedigaDagar"/>; null when there are none.</summary>
    public Franvarofonster? StorstLediga => Studerande is { Lage.ForstaLediga: var fran } ? Analys.Fonster.Where(f => f.ForstaDag >= fran).MaxBy(f => f.Minuter) : Analys.Storst;

    public bool ArSkyddad => Studerande is { ArSkyddad: true };

    /// <summary>As the portal has it, masked as everywhere; as the list has it for one whom the school has not entered.</summary>
    public string NamnFor(bool farSeSkyddade) => Studerande?.NamnFor(farSeSkyddade) ?? Elev.Namn ?? "Namn saknas i listan";

    public string PersonnummerFor(bool farSeSkyddade) => Studerande?.PersonnummerFor(farSeSkyddade) ?? Elev.Personnummer.Fullt;

    public string? KlassFor(bool farSeSkyddade) =>
        Studeranderapportering.Studerande.VisadUppgift(Studerande?.Skydd ?? Studeranderapportering.Personskydd.Inget, Studerande?.Klass ?? Elev.Klass, farSeSkyddade);

    private static Elevgrupp Gruppera(Elevanalys analys, Studerandelage? studerande) => analys switch
    {
        { OgiltigMinuter: 0, Avslut: null } => Elevgrupp.Ingen,
        _ when studerande is null => Elevgrupp.Okand,
        { Avslut: not null } => Elevgrupp.AttAvsluta,
        _ when studerande.Lage.ForstaLediga is null => Elevgrupp.Rapporterad,
        _ when analys.Forslag.Any(f => f.KanSkickas) => Elevgrupp.AttRapportera,
        { Forslag: [var forslag, ..] } => forslag.Bedomning.Refusals.All(r => r is SkolkForTidigt) ? Elevgrupp.Kommande : Elevgrupp.AttSeOver,
        { Hinder: not null } => Elevgrupp.AttSeOver,
        _ when Rapporten(analys, studerande) is not null && !Lediga(analys, studerande).Any() => Elevgrupp.Rapporterad,
        _ => Elevgrupp.Bevaka,
    };

    private static AnnanSkolkrapport? Rapporten(Elevanalys analys, Studerandelage? studerande) => studerande?.Lage.AndraRapporter
        .Where(r => r.SistaDag is null || analys.Dagar.Any(d => d.OgiltigMinuter > 0 && r.Innehaller(d.Dag)))
        .MaxBy(r => r.Slut);

    private static IEnumerable<Skoldag> Lediga(Elevanalys analys, Studerandelage? studerande) =>
        studerande is { Lage.ForstaLediga: null } ? [] : analys.Dagar.Where(d => d.OgiltigMinuter > 0 && d.Dag >= (studerande?.Lage.ForstaLediga ?? DateOnly.MinValue));
}

/// <summary>A list as it is read and judged today.</summary>
/// <param name="Elever">
/// The most urgent first: what can be reported now by its stop date, where anything is stopped, and what waiting costs; then what is to come by its first day; the rest by how much there is.
/// </param>
public sealed record Listoversikt(Listrubrik Rubrik, Inlastlista Lista, Raknas Raknas, IReadOnlyList<Listelevlage> Elever, DateOnly Idag)
{
    public IEnumerable<Listelevlage> I(Elevgrupp grupp) => Elever.Where(e => e.Grupp == grupp);

    /// <summary>The student of the active school; null when the list has no such student.</summary>
    public Listelevlage? For(long studerandeId) => Elever.FirstOrDefault(e => e.Studerande?.Id == studerandeId);

    internal static IReadOnlyList<Listelevlage> Ordna(IEnumerable<Listelevlage> elever) =>
    [
        .. elever
            .OrderBy(e => e.Grupp)
            .ThenBy(e => (e.Grupp, e.Forslag) switch
            {
                (Elevgrupp.Kommande, { } forslag) => forslag.Grind.TidigastDag,
                (Elevgrupp.AttRapportera, { Foljd.Utbetalning.Stoppar: true } forslag) => forslag.Foljd.Stopp.SistaStoppdag,
                _ => DateOnly.MaxValue,
            })
            .ThenByDescending(e => e.Grupp is Elevgrupp.AttRapportera or Elevgrupp.Kommande ? e.Forslag?.Vantkostnad.Belopp ?? 0 : 0)
            .ThenByDescending(e => e.Analys.OgiltigMinuter)
            .ThenBy(e => e.Elev.Personnummer.Varde, StringComparer.Ordinal),
    ];
}
