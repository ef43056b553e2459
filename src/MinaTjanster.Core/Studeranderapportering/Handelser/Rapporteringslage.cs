using System.Collections.Frozen;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>
/// What the pure rule needs to know about a student at a school, loaded beforehand: by the form for one, by the file import for a chunk of rows.
/// </summary>
/// <param name="Grund">Study periods that no event of ours has made (reported before the portal), with their planned last day.</param>
/// <param name="Handelser">Events that hold, in the order they were sent, a changed one in the place of the first; without the one that is being changed or taken back.</param>
/// <param name="Skolkrapporter">Reports of ogiltig frånvaro that are not deleted.</param>
/// <param name="HosAndra">Studies that other schools have reported; nothing else of them is known here.</param>
/// <param name="Rapportdag">The Swedish day on which the act is done.</param>
public sealed record Rapporteringslage(
    Skolform Skolform,
    DateOnly Fodelsedag,
    IReadOnlyList<Periodlage> Grund,
    IReadOnlyList<Handelselage> Handelser,
    IReadOnlyList<AnnanSkolkrapport> Skolkrapporter,
    IReadOnlyList<StudierHosAnnan> HosAndra,
    DateOnly Rapportdag)
{
    private Studietidsutfall? _tider;

    /// <summary>Whole documents about this student alone.</summary>
    public IReadOnlySet<long> Dokument { get; init; } = FrozenSet<long>.Empty;

    /// <summary>The study periods as the events have made them.</summary>
    public IReadOnlyList<Periodlage> Perioder => Tider.Perioder;

    /// <summary>Breaks and extensions that find no period to end or extend.</summary>
    internal IReadOnlySet<long> UtanVerkan => Tider.UtanVerkan;

    private Studietidsutfall Tider => _tider ??= Studietidsbild.Efter(Grund, Handelser, Skolform);

    /// <summary>The state after one more event.</summary>
    public Rapporteringslage Med(Handelselage handelse) => this with { Handelser = [.. Handelser, handelse], _tider = null };

    /// <summary>The state with an event in the place of another: what was reported upon that one, stands upon this.</summary>
    /// <param name="ersatterId">Null for a new event.</param>
    public Rapporteringslage Med(Handelselage handelse, long? ersatterId) =>
        ersatterId is null ? Med(handelse) : this with { Handelser = [.. Handelser.Select(h => h.Id == ersatterId ? handelse : h)], _tider = null };

    /// <summary>The state without an event.</summary>
    public Rapporteringslage Utan(long handelseId) => this with { Handelser = [.. Handelser.Where(h => h.Id != handelseId)], _tider = null };

    /// <summary>The state with study periods and choices told anew.</summary>
    internal Rapporteringslage Med(IReadOnlyList<Periodlage> grund, IReadOnlyList<Handelselage> handelser) => this with { Grund = grund, Handelser = handelser, _tider = null };

    /// <summary>What the rule of ogiltig frånvaro needs.</summary>
    public Skolklage TillSkolk() => new(
        Fodelsedag,
        [.. Perioder.Select(p => new Studieperiodlage(p.ForstaDag, p.SistaDag, p.Avdelning, p.Larling == Larlingskap.Ja, p.ValdStodform))],
        Skolkrapporter,
        Rapportdag);

    internal IEnumerable<Periodlage> PerioderDen(DateOnly dag) => Perioder.Where(p => p.Innehaller(dag));

    /// <summary>The event that made a period; null for one from before the portal.</summary>
    internal Handelseslag? Slag(Periodlage period) => Handelser.FirstOrDefault(h => h.Id == period.HandelseId)?.Uppgift.Slag;

    internal IEnumerable<Handelselage> Av(Handelseslag slag) => Handelser.Where(h => h.Uppgift.Slag == slag);

    /// <summary>Absence that no return, break or change of school has ended.</summary>
    internal Handelselage? OppenFranvaro()
    {
        Handelselage? oppen = null;
        foreach (var handelse in Handelser.OrderBy(h => h.Uppgift.ForstaDag))
        {
            oppen = handelse.Uppgift.Slag switch
            {
                Handelseslag.Franvaro => handelse,
                Handelseslag.AterIStudier or Handelseslag.Avbrott or Handelseslag.BytAvSkola => null,
                _ => oppen,
            };
        }

        return oppen;
    }
}

/// <summary>An event that has been reported and holds.</summary>
/// <param name="Id">Its key; negative for one that is not saved yet.</param>
public sealed record Handelselage(long Id, Handelseuppgift Uppgift);

/// <summary>A study period as the rule sees it.</summary>
/// <param name="HandelseId">The event that made it; null for those from before the portal.</param>
/// <param name="PeriodId">Its row; null for one that is not saved yet.</param>
/// <param name="ForstaDag">Inclusive.</param>
/// <param name="SistaDag">Inclusive, as breaks and extensions have left it.</param>
public sealed record Periodlage(
    long? HandelseId,
    long? PeriodId,
    DateOnly ForstaDag,
    DateOnly SistaDag,
    string Utbildning,
    string? Kurskod,
    int Omfattning,
    Avdelning Avdelning,
    Larlingskap Larling = Larlingskap.Nej,
    Stodform? ValdStodform = null,
    string? Studievagskod = null,
    int? Arskurs = null)
{
    public bool Innehaller(DateOnly dag) => ForstaDag <= dag && dag <= SistaDag;

    internal bool Overlappar(DateOnly forsta, DateOnly sista) => ForstaDag <= sista && forsta <= SistaDag;
}

/// <summary>That another school has reported studies, and how much: nothing else is told.</summary>
/// <param name="Omfattning">Percent of full time.</param>
public sealed record StudierHosAnnan(DateOnly ForstaDag, DateOnly SistaDag, int Omfattning);
