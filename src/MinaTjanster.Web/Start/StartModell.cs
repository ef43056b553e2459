using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Startsida;

namespace MinaTjanster.Web.Start;

/// <summary>What the start page shows a reporter for the active school.</summary>
/// <param name="Frister">What is known of the school, from which its duties follow.</param>
/// <param name="Plikter">The duties, those with the nearest day first (<see cref="Fristmotor"/>).</param>
/// <param name="Utkast">The person's reports of ogiltig frånvaro that are filled in and not sent.</param>
public sealed record StartModell(
    Core.Konton.Skolval Skola,
    DateOnly Idag,
    Fristunderlag Frister,
    IReadOnlyList<Plikt> Plikter,
    IReadOnlyList<Utkastrad> Utkast,
    IReadOnlyList<Behorighetsuppgift> Behorigheter,
    IReadOnlyList<Skolhandelse> Handelser)
{
    private const int AntalRader = 10;

    public Startlage Lage => Frister.Lage!;

    /// <summary>Reports of ogiltig frånvaro that wait for the school, the most urgent first.</summary>
    public IReadOnlyList<AttGoraRad> Vantande => Frister.Vantande;

    /// <summary>The days to know of until the next stop day, by when they begin.</summary>
    public IEnumerable<Plikt> Kommande => Plikter.Where(p => p.Lage == Pliktlage.Kommande).OrderBy(p => p.Helst ?? p.Senast);

    /// <summary>The school is asked whether its facts are true.</summary>
    public bool SkaBekraftas => Lage.Plikter?.SkaBekraftas(Idag) == true;

    /// <summary>The most urgent of those that wait.</summary>
    public IEnumerable<AttGoraRad> Rader => Vantande.Take(AntalRader);

    /// <summary>The duties with their dates, the most urgent first.</summary>
    public IReadOnlyList<Startkort> Kort { get; } = Startkort.For(Plikter, Skola, Idag);

    /// <summary>What one comes here to do, the most common first.</summary>
    public IEnumerable<(string Text, string Url)> Knappar
    {
        get
        {
            (string, string) skolk = ("Rapportera ogiltig frånvaro", "/studerande?rapportera=ja");
            (string, string) handelse = ("Rapportera en händelse", "/studerande?rapportera=handelse");
            return Skola switch
            {
                { Rapporteringssatt: Rapporteringssatt.Ladok } => [("Rapportera intyg eller avstängning", handelse.Item2), ("Se det som kommit från Ladok", "/filer")],
                { Rapporteringssatt: Rapporteringssatt.Fil, HarSkolk: true } => [("Skicka fil", "/filer"), skolk],
                { Rapporteringssatt: Rapporteringssatt.Fil } => [("Skicka fil", "/filer")],
                { Skolform: Skolform.Gymnasieskola } => [skolk, handelse],
                { HarSkolk: true } => [handelse, skolk],
                _ => [handelse],
            };
        }
    }

    /// <summary>By when a report stops the coming payment; null where no payment is stopped.</summary>
    public Plikt? Stopp => Plikter.FirstOrDefault(p => p.Slag == Fristslag.Stoppdag);

    /// <summary>Where what happened can be seen.</summary>
    public static string Adress(Skolhandelse handelse) => handelse.Objekt switch
    {
        AuditObjects.Skolkrapport => $"/ogiltig-franvaro/{handelse.ObjektId}",
        AuditObjects.Sandning => $"/kvittenser/{handelse.Kvittensnummer}",
        AuditObjects.Filjobb => $"/filer/{handelse.ObjektId}",
        AuditObjects.Studietidsrapport => $"/studietider/kvittens/{handelse.Kvittensnummer}",
        AuditObjects.Utbildning => $"/utbildningar/{handelse.ObjektId}",
        _ => $"/handelser/{handelse.ObjektId}",
    };
}

/// <summary>The start page of those who do not report at the active school.</summary>
/// <param name="FarBestalla">The person is behörighetsansvarig.</param>
/// <param name="ArAdministrator">The person is behörighetsadministratör.</param>
/// <param name="Tjanster">The services they hold at the school, each linked to.</param>
public sealed record UtanRapporteringModell(Core.Konton.Skolval Skola, IReadOnlyList<Behorighetsuppgift> Uppgifter, bool FarBestalla, bool ArAdministrator, IReadOnlyList<Core.Konton.Behorighetsslag> Tjanster, Skolplikter? Plikter, IReadOnlyList<Plikt> Frister, DateOnly Idag)
{
    /// <summary>The studietider that are asked for, and drafts, as cards.</summary>
    public IReadOnlyList<Startkort> Kort { get; } = Startkort.For(Frister, Skola, Idag);

    /// <summary>A round, or a confirmation.</summary>
    public bool Vantar => Kort.Count > 0 || Plikter?.SkaBekraftas(Idag) == true;
}

/// <summary>The start page of those who hold nothing at any school.</summary>
/// <param name="Innehav">What they hold at CSN that has no page of its own.</param>
/// <param name="Skolor">Where they are or were users.</param>
public sealed record UtanSkolaModell(IReadOnlyList<Core.Konton.Behorighetsslag> Innehav, IReadOnlyList<Core.Konton.EgenSkola> Skolor);
