using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach;

/// <summary>By what the lists are judged.</summary>
/// <param name="Raknas">What counts as ogiltig frånvaro at the school.</param>
/// <param name="StabilaSkoldagar">
/// [V] So many school days in a row with attendance and without ogiltig frånvaro mean that the student is back: two school weeks, since a single good week is
/// what scattered absence looks like too.
/// </param>
/// <param name="SammanhangandeDagar">
/// Unbroken absence over so many calendar days, first and last included, may be händelse 31 instead (domain.md section 6, schools' practice for studiehjälp). The
/// setting <c>Rapportering:Franvarodagar:Studiehjalp</c>.
/// </param>
public sealed record Coachregler(Raknas Raknas, int StabilaSkoldagar = 10, int SammanhangandeDagar = 14);

/// <summary>A school day of a student, from the list.</summary>
/// <param name="OgiltigMinuter">That count; overlapping rows once.</param>
/// <param name="Tillfallen">Unbroken stretches of them.</param>
/// <param name="GiltigMinuter">Absent but accepted.</param>
/// <param name="SchemalagdaMinuter">Of all rows of the day; overlapping rows once.</param>
public sealed record Skoldag(DateOnly Dag, int OgiltigMinuter, int Tillfallen, int GiltigMinuter, int SchemalagdaMinuter)
{
    /// <summary>Minutes the student was there, or absent in a way that the school has chosen not to count.</summary>
    public int NarvaroMinuter => SchemalagdaMinuter - OgiltigMinuter - GiltigMinuter;
}

/// <summary>30 days from a day with ogiltig frånvaro: d … d+29, both included (domain.md section 5, Threshold).</summary>
/// <param name="Minuter">Of ogiltig frånvaro in them, through today.</param>
/// <param name="Tillfallen">Occasions in them, through today.</param>
public sealed record Franvarofonster(DateOnly ForstaDag, int Minuter, int Tillfallen)
{
    public const int Dagar = 30;

    /// <summary>Inclusive.</summary>
    public DateOnly SistaDag => ForstaDag.AddDays(Dagar - 1);

    /// <summary>At least four hours on at least two occasions.</summary>
    public bool NarGransen => Minuter >= Skolkgrind.MinstMinuter && Tillfallen >= Skolkgrind.MinstTillfallen;
}

/// <summary>What waiting beyond the next 22nd is estimated to cost (domain.md section 5, Estimate). Never negative.</summary>
/// <param name="Nu">The estimate when reported today, or on the first allowed day while that is to come.</param>
/// <param name="Sedan">The estimate when reported the day after <paramref name="SistaStoppdag"/>.</param>
/// <param name="SistaStoppdag">The 22nd in question, inclusive.</param>
public sealed record Vantkostnad(Uppskattning Nu, Uppskattning Sedan, DateOnly SistaStoppdag)
{
    /// <summary>Whole kronor.</summary>
    public int Belopp => Sedan.Belopp - Nu.Belopp;
}

/// <summary>A report that the list gives reason for. A proposal: the school judges, and a person sends it.</summary>
/// <param name="Uppgift">What the report would say. Not confirmed: that is the reporter's act (<see cref="KraverBekraftelse"/>).</param>
/// <param name="Bedomning">The report's own rules' answer for today, with the confirmation given where one is required.</param>
/// <param name="Foljd">Earliest and normal day, stop date, estimate, due dates of the underlag, with their sentences: as beside the form.</param>
/// <param name="Vantkostnad">What waiting costs.</param>
/// <param name="GransNadd">The day on which four hours on several occasions were reached, counted from the first day; null when the reporter has chosen days that do not reach them.</param>
/// <param name="KanskeFranvaro">All of the absence is one long unbroken stretch over whole days: perhaps händelse 31 (frånvaro), since skolk is scattered; null otherwise.</param>
public sealed record Rapportforslag(
    Skolkuppgift Uppgift, Skolkbedomning Bedomning, Skolkfoljd Foljd, Vantkostnad Vantkostnad, DateOnly? GransNadd, Dagperiod? KanskeFranvaro)
{
    public Skolkgrind Grind => Foljd.Grind;

    /// <summary>Whether a report with <see cref="Bekraftad"/> is accepted today.</summary>
    public bool KanSkickas => Bedomning.ArGodtagen;

    /// <summary>Day 15–29: the reporter must confirm at least four hours on several occasions.</summary>
    public bool KraverBekraftelse => Foljd.KraverBekraftelse;

    /// <summary>What waiting beyond the next 22nd does, as the rest of a sentence.</summary>
    public string Vantmening =>
        Vantkostnad.Belopp > 0 ? $"kan kosta den studerande {SvenskText.Kronor(Vantkostnad.Belopp)} mer att betala tillbaka, enligt samma uppskattning."
        : Foljd.Utbetalning is { Stoppar: false, ArBetalt: true } ? "stoppar inget mer, men då finns färre utbetalningar kvar att dra av från."
        : "ändrar inte uppskattningen.";

    /// <summary>The same with the reporter's confirmation where one is required.</summary>
    public Skolkuppgift Bekraftad => Uppgift with { Bekraftad = KraverBekraftelse };
}

/// <summary>A last day for a report that is open, since the list shows stable attendance after the absence.</summary>
/// <param name="RapportId">The open report.</param>
/// <param name="ForstaDag">Its first day.</param>
/// <param name="SistaDag">The last day with ogiltig frånvaro in the list; accepted by the report's own rules for today.</param>
/// <param name="TillbakaFran">The first school day of the stable attendance.</param>
/// <param name="ForeListan">The list shows no ogiltig frånvaro since the report's first day: the last day is the day before its attendance begins, to be checked against older lists.</param>
public sealed record Avslutsforslag(long RapportId, DateOnly ForstaDag, DateOnly SistaDag, DateOnly TillbakaFran, bool ForeListan);

/// <summary>What a list shows of one student, as of a day.</summary>
/// <param name="Idag">The Swedish day it was judged for; later rows are left out.</param>
/// <param name="Dagar">The student's school days through today, in order, also those without absence.</param>
/// <param name="Fonster">One for each day with ogiltig frånvaro, in order: the 30 days that begin with it.</param>
/// <param name="GransNadd">The first day on which four hours on several occasions within 30 days had been reached, whatever has been reported; null when they never were.</param>
/// <param name="Forslag">New reports, in order of time: usually none or one, more when stable attendance lies between. Empty while a report is open.</param>
/// <param name="Hinder">Why the absence gives no proposal though it is enough: for example no study period, or studiemedel. Null otherwise.</param>
/// <param name="Avslut">A last day for the open report; null otherwise.</param>
/// <param name="Sammanhangande">Long unbroken ogiltig frånvaro over whole days, which may be händelse 31 instead.</param>
/// <param name="Asidosatta">Rows without a time on days that have lessons with one: the lessons say it better, so they are left out.</param>
public sealed record Elevanalys(
    Personnummer Personnummer,
    string? Namn,
    string? Klass,
    DateOnly Idag,
    IReadOnlyList<Skoldag> Dagar,
    IReadOnlyList<Franvarofonster> Fonster,
    DateOnly? GransNadd,
    IReadOnlyList<Rapportforslag> Forslag,
    Refusal? Hinder,
    Avslutsforslag? Avslut,
    IReadOnlyList<Dagperiod> Sammanhangande,
    IReadOnlyList<Listrad> Asidosatta)
{
    /// <summary>Minutes of ogiltig frånvaro in the whole list, through today.</summary>
    public int OgiltigMinuter => Dagar.Sum(d => d.OgiltigMinuter);

    /// <summary>Occasions in the whole list, through today.</summary>
    public int Tillfallen => Dagar.Sum(d => d.Tillfallen);

    /// <summary>The 30 days with the most minutes, the earliest of several; null without ogiltig frånvaro.</summary>
    public Franvarofonster? Storst => Fonster.MaxBy(f => f.Minuter);

    /// <summary>The 30 days that end today: minutes and occasions now.</summary>
    public Franvarofonster Nu
    {
        get
        {
            var forsta = Idag.AddDays(1 - Franvarofonster.Dagar);
            var dagar = Dagar.Where(d => d.Dag >= forsta).ToList();
            return new(forsta, dagar.Sum(d => d.OgiltigMinuter), dagar.Sum(d => d.Tillfallen));
        }
    }
}
