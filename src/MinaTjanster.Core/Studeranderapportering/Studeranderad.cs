using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Core.Studeranderapportering;

/// <summary>A row of the student list.</summary>
/// <param name="Period">The study period that holds today, else the next one, else the last one; null when there is none.</param>
/// <param name="Skolk">The report that asks for most attention among those that are not yet done with; null when there is none.</param>
public sealed record Studeranderad(
    long Id,
    string Fornamn,
    string Efternamn,
    Personnummer Personnummer,
    Personskydd Skydd,
    string? Klass,
    Periodrad? Period,
    Oppenskolk? Skolk)
{
    public bool ArSkyddad => Skydd == Personskydd.Skyddad;

    public string NamnFor(bool farSeSkyddade) => Studerande.VisatNamn(Skydd, Fornamn, Efternamn, farSeSkyddade);

    public string PersonnummerFor(bool farSeSkyddade) => Studerande.VisatPersonnummer(Skydd, Personnummer, farSeSkyddade);

    public string? KlassFor(bool farSeSkyddade) => Studerande.VisadUppgift(Skydd, Klass, farSeSkyddade);
}

/// <summary>A study period's days, both inclusive.</summary>
public sealed record Periodrad(DateOnly ForstaDag, DateOnly SistaDag)
{
    /// <summary>Of several periods the one to show: today's, else the next, else the last.</summary>
    public static Periodrad? Aktuell(IReadOnlyCollection<Periodrad> perioder, DateOnly idag) =>
        perioder.Where(p => p.SistaDag >= idag).MinBy(p => p.ForstaDag) ?? perioder.MaxBy(p => p.SistaDag);
}

/// <summary>A report that still goes on, or whose case is open.</summary>
/// <param name="SistaDag">Inclusive; null while the absence goes on.</param>
public sealed record Oppenskolk(long SkolkrapportId, DateOnly ForstaDag, DateOnly? SistaDag, DateOnly Rapportdag, Arendestatus Arende, DateOnly? SvarSenast)
{
    /// <summary>UTC: when CSN sees the case; null once it does.</summary>
    public DateTime? NarCsn { get; init; }

    public bool Pagar => SistaDag is null;

    public Skolkstatus Status(DateOnly idag) =>
        Skolkstatus.For(Arende, Underlagsfrist.For(ForstaDag, Rapportdag), SvarSenast, idag, NarCsn);
}
