using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Which cases the queue shows.</summary>
public enum Koflik
{
    AttGranska,

    /// <summary>Those one has, and those the school has taken back and one has not acknowledged.</summary>
    Mina,

    VantarPaSkolan,

    /// <summary>Outcomes that wait for somebody else than who decided them.</summary>
    FyraOgon,

    AllaOppna,
    Avslutade,
}

public enum Kosortering
{
    /// <summary>By the first arrival of underlag, or by the report where none has come.</summary>
    Inkommet,

    /// <summary>By the coming payment that the report concerns, then by arrival.</summary>
    Utbetalning,

    /// <summary>By the number of checks that do not agree, then by arrival; without underlag last.</summary>
    Fullstandighet,

    /// <summary>By what is estimated as wrongly paid, then by arrival.</summary>
    Belopp,

    /// <summary>By the day the school must answer, then by arrival; what waits for no answer last.</summary>
    SvarSenast,
}

/// <summary>Which cases of a tab are shown.</summary>
public enum Kofilter
{
    Alla,

    /// <summary>Underlag has come and every check agrees.</summary>
    Stammer,

    /// <summary>Underlag has come and some check does not agree.</summary>
    Avviker,

    /// <summary>The report concerns the coming payment.</summary>
    NastaUtbetalning,

    /// <summary>The school has written, and nobody has answered or said that it is read.</summary>
    NyttMeddelande,

    /// <summary>Somebody has saved notes on it.</summary>
    Paborjade,
}

public enum Koriktning
{
    Stigande,
    Fallande,
}

/// <summary>What the queue is asked for.</summary>
/// <param name="Sida">From 1; a page beyond the last gives the last.</param>
public sealed record Kofraga(Koflik Flik, Kosortering Sortering, Koriktning Riktning, int Sida)
{
    public const int RaderPerSida = 25;

    public Kofilter Filter { get; init; }

    /// <summary>Whose cases: protected students have a queue of their own, and are in no other (ADR 0050).</summary>
    public Personskydd Lane { get; init; }

    /// <summary>The key of a search (<see cref="Konton.SokningService"/>), which an address carries; null where nothing is searched for.</summary>
    public string? Sok { get; init; }

    /// <summary>What the key stands for: a receipt number, a whole personnummer, a skolkod, or words of a name. Null where nothing is searched for.</summary>
    public string? Soktext { get; init; }
}

/// <summary>A case in the queue. Protected students are masked in lists, for everyone (domain.md section 6).</summary>
/// <param name="SistaDag">Inclusive; null while the absence goes on.</param>
/// <param name="Inkom">UTC instant of the first underlag, or null.</param>
/// <param name="Kompletterat">UTC instant of the latest underlag when it is not the first, or null.</param>
/// <param name="Kontroller">Checks of the newest underlag; 0 without one.</param>
/// <param name="Avvikelser">How many of them do not agree.</param>
/// <param name="NastaUtbetalning">The coming payment day that the report concerns.</param>
/// <param name="Riskbelopp">Whole kronor estimated as wrongly paid; null while it is not known.</param>
/// <param name="SvarSenast">The day the school must answer, inclusive, while CSN waits for it; for a missing underlag the late day.</param>
public sealed record Korad(
    long ArendeId,
    string Kvittensnummer,
    string Student,
    string Personnummer,
    bool ArSkyddad,
    string Skola,
    string Skolkod,
    DateOnly ForstaDag,
    DateOnly? SistaDag,
    DateOnly Rapportdag,
    DateTime? Inkom,
    DateTime? Kompletterat,
    int Kontroller,
    int Avvikelser,
    DateOnly NastaUtbetalning,
    int? Riskbelopp,
    string? Handlaggare,
    bool ArMitt,
    DateOnly? SvarSenast,
    Arendestatus Status)
{
    /// <summary>The school has written, and nobody has answered or said that it is read.</summary>
    public bool HarNyttMeddelande { get; init; }

    /// <summary>When somebody last saved notes; null where nobody has.</summary>
    public DateTime? Paborjat { get; init; }

    /// <inheritdoc cref="Arende.HarOseddAndring"/>
    public bool HarOseddAndring { get; init; }

    /// <summary>The outcome waits for a colleague's check.</summary>
    public bool VantarKontroll { get; init; }

    /// <summary>A colleague has sent the outcome back.</summary>
    public bool ArAterlamnad { get; init; }

    /// <summary>5 av 6 stämmer.</summary>
    public string Fullstandighet => Kontroller == 0 ? "Inget underlag" : $"{Kontroller - Avvikelser} av {Kontroller} stämmer";
}

/// <summary>One page of the queue.</summary>
/// <param name="Antal">All rows of the tab, in the lane asked for.</param>
/// <param name="Flikantal">Rows of each tab with open cases; of a search those it finds, among the closed too.</param>
/// <param name="SokForBred">What was searched for is a beginning of so many schools' names that it says nothing; nothing is found.</param>
public sealed record Kosida(
    Kofraga Fraga,
    IReadOnlyList<Korad> Rader,
    int Antal,
    IReadOnlyDictionary<Koflik, int> Flikantal,
    bool SokForBred = false);
