using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>
/// What a reporter states in one event, on screen, in a file or by the API. Which parts an event holds is <see cref="Handelsetyper"/>'s to say;
/// it is read from text by <see cref="Handelsetolk"/> and judged by <see cref="Handelseregel"/>.
/// </summary>
public sealed record Handelseuppgift
{
    /// <summary>Characters of a person's name.</summary>
    public const int MaxNamn = 80;

    public required Handelseslag Slag { get; init; }

    /// <summary>The event's day, or a period's first, inclusive.</summary>
    public required DateOnly ForstaDag { get; init; }

    /// <summary>A period's last day, inclusive; null for events of one day.</summary>
    public DateOnly? SistaDag { get; init; }

    /// <summary>Course or education as the school names it.</summary>
    public string? Utbildning { get; init; }

    /// <summary>Course code, or the inriktning of a folkhögskola.</summary>
    public string? Kurskod { get; init; }

    public string? Studievagskod { get; init; }

    /// <summary>1–4.</summary>
    public int? Arskurs { get; init; }

    /// <summary>Percent of full time, 1–100.</summary>
    public int? Omfattning { get; init; }

    /// <summary>Points in tenths: 7,5 hp is 75; komvux and yh points are whole.</summary>
    public int? PoangTiondelar { get; init; }

    public Avdelning? Avdelning { get; init; }

    /// <summary>The student's choice in avdelning A3 (domain.md section 4).</summary>
    public Stodform? ValdStodform { get; init; }

    /// <summary>A grade A–F, GODKAND or EJ_GODKAND.</summary>
    public string? Resultat { get; init; }

    /// <summary>Skolk only, minutes.</summary>
    public int? OgiltigMinuter { get; init; }

    /// <summary>Skolk only.</summary>
    public int? Tillfallen { get; init; }

    /// <summary>Skolk only: at least four hours on several occasions.</summary>
    public bool Bekraftad { get; init; }

    /// <summary>Handledarintyg: the points of the whole course, in tenths.</summary>
    public int? TotalpoangTiondelar { get; init; }

    /// <summary>Handledarintyg: the supervisor, who has judged.</summary>
    public string? Handledare { get; init; }

    /// <summary>Handledarintyg: whom the supervisor has appointed to issue it; null when the supervisor does.</summary>
    public string? UtfardadAv { get; init; }

    /// <summary>Avstängning: the decision, an uploaded document of this student's alone.</summary>
    public long? DokumentId { get; init; }

    /// <summary>The last day of what is reported, inclusive.</summary>
    public DateOnly Slut => SistaDag ?? ForstaDag;

    /// <summary>The facts of a report of ogiltig frånvaro.</summary>
    public Skolkuppgift TillSkolk() => new(ForstaDag, SistaDag, OgiltigMinuter, Tillfallen, Bekraftad);

    internal bool Overlappar(DateOnly forsta, DateOnly sista) => ForstaDag <= sista && forsta <= Slut;

    /// <summary>Whether the event is about studies of this education: about all of the student's, unless it names a course.</summary>
    public bool Galler(string utbildning, string? kurskod) => (Utbildning is null && Kurskod is null) || SammaUtbildning(utbildning, kurskod);

    internal bool SammaUtbildning(string? utbildning, string? kurskod) =>
        Kurskod is { } kod && kurskod is not null ? kod.Equals(kurskod, StringComparison.OrdinalIgnoreCase) : string.Equals(Utbildning, utbildning, StringComparison.OrdinalIgnoreCase);
}
