using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// What the pure rule needs to know about the student, loaded beforehand: by the form for one, by the file import for a chunk of rows.
/// </summary>
/// <param name="Fodelsedag">Decides the age boundary.</param>
/// <param name="Studieperioder">The student's study periods at the school, in any order.</param>
/// <param name="AndraRapporter">The student's reports that are not deleted, without the one that is being changed or ended.</param>
/// <param name="Rapportdag">The Swedish day on which the act is done: of sending, of changing, of ending.</param>
public sealed record Skolklage(
    DateOnly Fodelsedag,
    IReadOnlyList<Studieperiodlage> Studieperioder,
    IReadOnlyList<AnnanSkolkrapport> AndraRapporter,
    DateOnly Rapportdag)
{
    /// <summary>The first day that a new report may begin on: after all that is reported (domain.md section 5, Last day). Null while a report is open.</summary>
    public DateOnly? ForstaLediga => AndraRapporter.Any(r => r.SistaDag is null) ? null : AndraRapporter.Max(r => r.SistaDag)?.AddDays(1) ?? DateOnly.MinValue;

    /// <summary>The same, with the choice of support that the reporter states for avdelning A3; null changes nothing.</summary>
    public Skolklage MedVal(Stodform? valet) => valet is null
        ? this
        : this with { Studieperioder = [.. Studieperioder.Select(p => p.Avdelning == Avdelning.A3 ? p with { ValdStodform = valet } : p)] };
}

/// <summary>A study period as the rule sees it.</summary>
/// <param name="ForstaDag">Inclusive.</param>
/// <param name="SistaDag">Inclusive.</param>
/// <param name="Avdelning">Decides the kind of support together with age.</param>
/// <param name="Larling">Gymnasial lärling, with lärlingsersättning.</param>
/// <param name="ValdStodform">The student's choice in avdelning A3; null where it is not known or not asked.</param>
public sealed record Studieperiodlage(DateOnly ForstaDag, DateOnly SistaDag, Avdelning Avdelning, bool Larling = false, Stodform? ValdStodform = null)
{
    internal bool Innehaller(DateOnly dag) => ForstaDag <= dag && dag <= SistaDag;
}

/// <summary>Another report of the same student, not deleted.</summary>
/// <param name="Id">Its key, for a link.</param>
/// <param name="ForstaDag">Inclusive.</param>
/// <param name="SistaDag">Inclusive; null while it is open.</param>
public sealed record AnnanSkolkrapport(long Id, DateOnly ForstaDag, DateOnly? SistaDag)
{
    internal DateOnly Slut => SistaDag ?? DateOnly.MaxValue;

    internal bool Innehaller(DateOnly dag) => ForstaDag <= dag && dag <= Slut;
}
