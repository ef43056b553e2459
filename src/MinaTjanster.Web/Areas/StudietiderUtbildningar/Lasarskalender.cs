using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar;

/// <summary>A läsår as places in two drawings, one for each termin, in the drawing's own units: on a small screen they stand one above the other.</summary>
public sealed record Lasarskalender(IReadOnlyList<Kalenderhalva> Halvor)
{
    public const int Bredd = 340;
    public const int Overkant = 20;
    public const int Stapelhojd = 12;
    private const int Radhojd = 38;
    private const int Underhojd = 8;
    private const int LangstaNamn = 48;

    public static Lasarskalender Rita(Lasar lasar, IReadOnlyList<Lasarsgrupp> grupper, DateOnly idag) =>
        new([Halva(lasar.Hosttermin, grupper, idag), Halva(lasar.Vartermin, grupper, idag)]);

    private static Kalenderhalva Halva(Termin termin, IReadOnlyList<Lasarsgrupp> grupper, DateOnly idag)
    {
        var hela = new Dagperiod(termin.ForstaDag, termin.SistaDag);
        double X(DateOnly dag) => (double)(dag.DayNumber - hela.ForstaDag.DayNumber) * Bredd / hela.Dagar;

        List<Kalenderrad> rader = [];
        var y = Overkant + 4;
        foreach (var grupp in grupper)
        {
            List<Kalenderstapel> staplar = [];
            foreach (var rad in grupp.Rader)
            {
                staplar.AddRange(Staplar(rad.Visad, rad.Slag, hela, X));
                if (rad.Slag == Lasarsradslag.Andras)
                    staplar.AddRange(Staplar(rad.Galler!, null, hela, X));
            }

            var harErsatt = grupp.Rader.Any(r => r.Slag == Lasarsradslag.Andras);
            rader.Add(new(Kort(grupp.Namn), y, staplar));
            y += Radhojd + (harErsatt ? Underhojd : 0);
        }

        var dagar = Enumerable.Range(0, hela.Dagar).Select(hela.ForstaDag.AddDays).ToList();
        return new(
            termin,
            y + 2,
            [.. dagar.Where(d => d.Day == 1).Select(d => (SvenskText.Manad(d)[..3], X(d)))],
            // Only the red days that schools would otherwise teach on.
            [.. dagar.Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Helgdagar.ArHelgdag(d)).Select(d => (Helgdagar.Namn(d)!, d, X(d)))],
            hela.Innehaller(idag) ? X(idag) + (Bredd / 2.0 / hela.Dagar) : null,
            rader);
    }

    /// <param name="slag">Null for what is replaced.</param>
    private static IEnumerable<Kalenderstapel> Staplar(Studietid tid, Lasarsradslag? slag, Dagperiod hela, Func<DateOnly, double> x)
    {
        var uppgift = tid.Uppgift;
        if (!uppgift.Period.Overlappar(hela))
            yield break;

        var text = $"{Studietidsord.Dagar(uppgift.Period)}: {(slag is { } s ? s.Text().ToLowerInvariant() : "ersätts")}, {Studietidsord.Omfattning(uppgift)}";
        if (Klippt(uppgift.Period, hela) is { } synlig && uppgift.Uppehall.Count > 0)
            yield return new(Kalenderstapelslag.Uppehall, slag, x(synlig.ForstaDag), x(synlig.SistaDag.AddDays(1)) - x(synlig.ForstaDag), text);
        foreach (var del in uppgift.Period.Utan(uppgift.Uppehall).Select(d => Klippt(d, hela)).OfType<Dagperiod>())
            yield return new(Kalenderstapelslag.Studier, slag, x(del.ForstaDag), Math.Max(1.5, x(del.SistaDag.AddDays(1)) - x(del.ForstaDag)), text);
    }

    private static Dagperiod? Klippt(Dagperiod period, Dagperiod inom)
    {
        var fran = period.ForstaDag < inom.ForstaDag ? inom.ForstaDag : period.ForstaDag;
        var till = period.SistaDag > inom.SistaDag ? inom.SistaDag : period.SistaDag;
        return fran <= till ? new(fran, till) : null;
    }

    private static string Kort(string namn) => namn.Length > LangstaNamn ? $"{namn[..(LangstaNamn - 1)].TrimEnd()}…" : namn;
}

/// <param name="Manader">Name and place.</param>
/// <param name="Helgdagar">Public holidays on weekdays.</param>
/// <param name="Idag">Null when today is not in it.</param>
public sealed record Kalenderhalva(
    Termin Termin,
    int Hojd,
    IReadOnlyList<(string Namn, double X)> Manader,
    IReadOnlyList<(string Namn, DateOnly Dag, double X)> Helgdagar,
    double? Idag,
    IReadOnlyList<Kalenderrad> Rader)
{
    /// <summary>Höstterminen 2026.</summary>
    public string Rubrik => SvenskText.Versal($"{Termin}");

    public string Id => $"kalender-{Termin.Ar}-{(Termin.Slag == Terminsslag.Host ? "host" : "var")}";
}

/// <param name="Y">The row's upper edge: the name stands there, the bars under it.</param>
public sealed record Kalenderrad(string Namn, int Y, IReadOnlyList<Kalenderstapel> Staplar);

public enum Kalenderstapelslag
{
    Studier,

    /// <summary>The line through the breaks, under the bars.</summary>
    Uppehall,
}

/// <param name="Radslag">Null for what is replaced.</param>
public sealed record Kalenderstapel(Kalenderstapelslag Slag, Lasarsradslag? Radslag, double X, double Bredd, string Text)
{
    public string Klass => Radslag switch
    {
        null => "kal-ersatts",
        Lasarsradslag.Galler => "kal-galler",
        Lasarsradslag.TasBort => "kal-bort",
        Lasarsradslag.Ny => "kal-ny",
        _ => "kal-andras",
    };
}
