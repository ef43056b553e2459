using System.Globalization;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Fristkalender;

/// <summary>A duty on one of its days.</summary>
/// <param name="ArHelst">The recommended day; the last one comes later.</param>
public sealed record Kalenderplikt(Plikt Plikt, bool ArHelst)
{
    public string Rubrik => ArHelst ? $"Helst: {Plikt.Rubrik}" : Plikt.Rubrik;

    public string Farg => Plikt.ArForsenad ? "danger" : Plikt.Lage == Pliktlage.Vantar ? "warning" : "info";
}

/// <summary>A day of the month.</summary>
/// <param name="Helg">The holiday's name, or the eve's; null on other days.</param>
public sealed record Kalenderdag(DateOnly Dag, string? Helg, IReadOnlyList<Kalenderplikt> Plikter)
{
    /// <summary>More than that in a day stand in the list under the table.</summary>
    public const int MaxIRuta = 3;

    public bool ArLedig => Helgdagar.ArVeckoslutEllerHelgdag(Dag);

    public string Ankare => $"dag-{Dag:yyyy-MM-dd}";
}

/// <summary>A month of the school's duties.</summary>
/// <param name="Manad">Its first day.</param>
/// <param name="Plikter">As <see cref="Fristmotor"/> gives them for the month: what waits is there whatever its day.</param>
public sealed record FristkalenderModell(Core.Konton.Skolval Skola, DateOnly Manad, DateOnly Idag, IReadOnlyList<Plikt> Plikter)
{
    /// <summary>Months before and after this one that can be leafed to.</summary>
    private const int MaxManader = 24;

    public string Rubrik => $"{SvenskText.Versal(SvenskText.Manad(Manad))} {Manad.Year}";

    public string? Foregaende => Adress(Manad.AddMonths(-1));

    public string? Nasta => Adress(Manad.AddMonths(1));

    public bool ArDenHar => (Manad.Year, Manad.Month) == (Idag.Year, Idag.Month);

    /// <summary>What should have been done, whatever the month.</summary>
    public IReadOnlyList<Plikt> Forsenade => [.. Plikter.Where(p => p.ArForsenad)];

    /// <summary>What waits and has no last day.</summary>
    public IReadOnlyList<Plikt> UtanDag => [.. Plikter.Where(p => p.Senast is null && !p.ArForsenad)];

    /// <summary>Every day of the month.</summary>
    public IReadOnlyList<Kalenderdag> Dagar { get; } = Bygg(Manad, Plikter);

    /// <summary>Monday to Sunday; null for the days of other months.</summary>
    public IEnumerable<IReadOnlyList<Kalenderdag?>> Veckor
    {
        get
        {
            var fore = ((int)Manad.DayOfWeek + 6) % 7;
            return Enumerable.Repeat<Kalenderdag?>(null, fore).Concat(Dagar).Chunk(7).Select(v => (IReadOnlyList<Kalenderdag?>)[.. v, .. Enumerable.Repeat<Kalenderdag?>(null, 7 - v.Length)]);
        }
    }

    /// <summary>The first day of a month that is asked for; this month when it asks for none that can be.</summary>
    public static DateOnly Tolka(string? manad, DateOnly idag)
    {
        var nu = new DateOnly(idag.Year, idag.Month, 1);
        return DateOnly.TryParseExact(manad, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var visad) && Nas(visad, nu) ? visad : nu;
    }

    private static bool Nas(DateOnly manad, DateOnly nu) => Math.Abs(((manad.Year - nu.Year) * 12) + manad.Month - nu.Month) <= MaxManader;

    private static List<Kalenderdag> Bygg(DateOnly manad, IReadOnlyList<Plikt> plikter)
    {
        var perDag = plikter.SelectMany(p => p.Dagar().Select(d => (d.Dag, Plikt: new Kalenderplikt(p, d.ArHelst)))).ToLookup(p => p.Dag, p => p.Plikt);
        return [.. Enumerable.Range(0, DateTime.DaysInMonth(manad.Year, manad.Month)).Select(manad.AddDays).Select(d => new Kalenderdag(d, Namn(d), [.. perDag[d]]))];
    }

    private static string? Namn(DateOnly dag) => Helgdagar.Namn(dag) ?? (Helgdagar.Afton(dag) is { } afton ? SvenskText.Versal(afton) : null);

    private string? Adress(DateOnly manad) => Nas(manad, new(Idag.Year, Idag.Month, 1)) ? $"/kalender?manad={manad:yyyy-MM}" : null;
}
