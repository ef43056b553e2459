using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Frister;

/// <summary>A kind of duty. Those without a rule in <see cref="Fristregler"/> have no last day: they are done at once, or when one wants.</summary>
public enum Fristslag
{
    /// <summary>CSN has asked for more.</summary>
    Komplettering,

    /// <summary>A report waits for its underlag.</summary>
    Underlag,

    /// <summary>CSN has written about a report, and nobody has answered.</summary>
    Meddelande,

    /// <summary>A file could not be read in.</summary>
    FilMisslyckad,

    /// <summary>A file has rows to mend.</summary>
    FilRader,

    /// <summary>A file is being read in: nothing to do.</summary>
    FilLases,

    /// <summary>A round asks for studietider, or CSN has sent them back.</summary>
    Studietider,

    /// <summary>A round asks, and nobody at the school may report: those who can give somebody the behörighet are told.</summary>
    StudietiderUtanRapportor,

    /// <summary>Starts that are in time for the year's first payment; or starts that are left, where there is no such day.</summary>
    ForstaUtbetalning,

    /// <summary>Periods without a result.</summary>
    Resultat,

    Skolkutkast,
    Handelseutkast,
    Studietidsutkast,

    /// <summary>Behörigheter to be confirmed, or they lapse.</summary>
    Attestering,

    /// <summary>The last day to stop the month's payment.</summary>
    Stoppdag,

    /// <summary>In mid-month: read off last month's absence, so that what is found is reported before the stop day.</summary>
    Franvaroavlasning,
}

/// <summary>What happens when a last day is a Saturday, a Sunday or a public holiday.</summary>
public enum Helgregel
{
    /// <summary>It stays where it is; every rule so far.</summary>
    FlyttasInte,
}

/// <summary>How a last day is found, as data: so many months and days from what it counts from, or a day of a month.</summary>
/// <param name="Manad">1–12, or null for every month.</param>
/// <param name="Dag">The day of the month; null where it is counted.</param>
public sealed record Tidsregel(int Manader = 0, int Dagar = 0, int? Manad = null, int? Dag = null)
{
    /// <summary>Months first, clamped to the month's end: 31 December and two months is 28 or 29 February.</summary>
    public DateOnly Fran(DateOnly dag) => dag.AddMonths(Manader).AddDays(Dagar);

    /// <summary>The day in a month, or in the rule's own month of the year.</summary>
    public DateOnly I(int ar, int manad)
    {
        var i = Manad ?? manad;
        return new(ar, i, Math.Min(Dag ?? throw new InvalidOperationException("The day is counted."), DateTime.DaysInMonth(ar, i)));
    }
}

/// <summary>A rule of a kind of duty, as it is from a day on.</summary>
/// <param name="GallerFran">The first day that the rule is asked of: the day it counts from, or the month's first.</param>
/// <param name="RaknasFran">What it counts from, as a reader is told.</param>
/// <param name="Helgtext">What applies when the day is a weekend or a holiday; follows the sentence that names the day. Null where another kind says it of the same day.</param>
/// <param name="DagarFore">So many days before (the recommended day, where there is one) mails begin to tell of it.</param>
/// <param name="Eskaleras">Reminders follow when the day has passed, by the steps of <see cref="Fristinstallning"/>; rounds of studietider have days of their own.</param>
public sealed record Fristregel(Fristslag Slag, DateOnly GallerFran, Tidsregel Tid, string RaknasFran, Helgregel Helg, string? Helgtext, int DagarFore, bool Eskaleras = false);

/// <summary>What is decided by whoever runs the portal (settings <c>Frister:*</c>) [V].</summary>
/// <param name="ForstaPaminnelse">Days after the last day that the school is reminded.</param>
/// <param name="AndraPaminnelse">Days after the last day that it is reminded again.</param>
/// <param name="Kontaktperson">Days after the last day that the school's contact person at CSN is told.</param>
/// <param name="AvlasningDag">The day of the month on which schools are reminded to read off last month's absence, 1–22.</param>
public sealed record Fristinstallning(int ForstaPaminnelse = 7, int AndraPaminnelse = 21, int Kontaktperson = 35, int AvlasningDag = 15)
{
    /// <summary>The stop day: what is read off after it is reported too late for the month's payment.</summary>
    private const int SistaAvlasningDag = 22;

    /// <exception cref="InvalidOperationException">A value is out of its range, or a step comes before the one it follows; the message is for whoever has set it.</exception>
    public Fristinstallning Kontrollerad() =>
        ForstaPaminnelse < 1 ? throw new InvalidOperationException($"Frister:ForstaPaminnelse is {ForstaPaminnelse}: at least 1 is allowed.")
        : AndraPaminnelse <= ForstaPaminnelse ? throw new InvalidOperationException($"Frister:AndraPaminnelse is {AndraPaminnelse}: it must be after Frister:ForstaPaminnelse, {ForstaPaminnelse}.")
        : Kontaktperson <= AndraPaminnelse ? throw new InvalidOperationException($"Frister:Kontaktperson is {Kontaktperson}: it must be after Frister:AndraPaminnelse, {AndraPaminnelse}.")
        : AvlasningDag is < 1 or > SistaAvlasningDag ? throw new InvalidOperationException($"Frister:AvlasningDag is {AvlasningDag}: 1–{SistaAvlasningDag} are allowed.")
        : this;
}

/// <summary>The one table of when things are due (domain.md sections 5–7), newest first within a kind.</summary>
public static class Fristregler
{
    private const string Stangt = "men CSN:s partnertelefon är stängd.";

    public static IReadOnlyList<Fristregel> Alla { get; } =
    [
        new(Fristslag.Underlag, DateOnly.MinValue, new(Manader: 2), "dagen då skolan rapporterade", Helgregel.FlyttasInte, $"Sista dagen flyttas inte. Underlaget kan skickas hela dagen, {Stangt}", 7, Eskaleras: true),
        new(Fristslag.Komplettering, DateOnly.MinValue, new(Dagar: 14), "dagen då CSN bad om kompletteringen", Helgregel.FlyttasInte, $"Sista dagen flyttas inte. Kompletteringen kan skickas hela dagen, {Stangt}", 14, Eskaleras: true),
        new(Fristslag.Stoppdag, DateOnly.MinValue, new(Dag: 22), "månaden som betalas ut", Helgregel.FlyttasInte, $"Den flyttas inte. Rapporter som skickas före midnatt stoppar utbetalningen, {Stangt}", 7),
        new(Fristslag.ForstaUtbetalning, DateOnly.MinValue, new(Manad: 9, Dag: 20), "läsårets början", Helgregel.FlyttasInte, $"Sista dagen flyttas inte. Det går att rapportera hela dagen, {Stangt}", 14),
        new(Fristslag.Studietider, DateOnly.MinValue, new(), "omgången som CSN har lagt upp", Helgregel.FlyttasInte, $"Sista dagen flyttas inte. Studietiderna kan skickas hela dagen, {Stangt}", 21),
        new(Fristslag.StudietiderUtanRapportor, DateOnly.MinValue, new(), "omgången som CSN har lagt upp", Helgregel.FlyttasInte, $"Sista dagen flyttas inte, {Stangt}", 21),
        new(Fristslag.Attestering, DateOnly.MinValue, new(Dagar: 42), "dagen då genomgången öppnade", Helgregel.FlyttasInte, $"Sista dagen flyttas inte. Det går att bekräfta hela dagen, {Stangt}", 14),
        new(Fristslag.Franvaroavlasning, DateOnly.MinValue, new(Dag: 22), "sista dagen att stoppa utbetalningen", Helgregel.FlyttasInte, null, 0),
    ];

    /// <summary>The rule that holds on a day.</summary>
    /// <exception cref="InvalidOperationException">The kind has no last day.</exception>
    public static Fristregel For(Fristslag slag, DateOnly dag) => Finn(slag, dag) ?? throw new InvalidOperationException($"{slag} has no last day.");

    /// <summary>The rule that holds on a day; null where the kind has no last day.</summary>
    public static Fristregel? Finn(Fristslag slag, DateOnly dag) => Finn(Alla, slag, dag);

    /// <param name="regler">Newest first within a kind.</param>
    internal static Fristregel? Finn(IEnumerable<Fristregel> regler, Fristslag slag, DateOnly dag) => regler.FirstOrDefault(r => r.Slag == slag && r.GallerFran <= dag);

    /// <summary>What applies to a last day that is a Saturday, a Sunday or a public holiday; null on other days.</summary>
    public static string? Helgupplysning(Fristslag slag, DateOnly dag) =>
        Dagnamn(dag) is { } namn && Finn(slag, dag)?.Helgtext is { } text ? $"{SvenskText.Datum(dag)} är {namn}. {text}" : null;

    /// <summary>The same in a few words, to follow a sentence that names the day among much else.</summary>
    public static string? Helgnotis(Fristslag slag, DateOnly dag) =>
        Dagnamn(dag) is { } namn && Finn(slag, dag) is { Helg: Helgregel.FlyttasInte, Helgtext: not null } ? $"{SvenskText.Datum(dag)} är {namn}. Sista dagen flyttas inte." : null;

    /// <summary>en söndag, or annandag jul; null on a weekday that is no holiday.</summary>
    private static string? Dagnamn(DateOnly dag) =>
        Helgdagar.Namn(dag) is { } namn ? namn.StartsWith("Sveriges", StringComparison.Ordinal) ? namn : $"{char.ToLowerInvariant(namn[0])}{namn[1..]}"
        : Helgdagar.ArVeckoslutEllerHelgdag(dag) ? $"en {SvenskText.Veckodag(dag.DayOfWeek)}"
        : null;
}
