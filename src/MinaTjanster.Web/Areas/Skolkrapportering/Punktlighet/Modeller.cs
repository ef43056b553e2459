using MinaTjanster.Core.Punktlighet;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Shared.Diagram;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Punktlighet;

/// <param name="Antal">Months that are drawn.</param>
public sealed record PunktlighetModell(Punktlighetsbild Bild, int Antal)
{
    private const int MinstTillNioAvTio = 10;

    public static IReadOnlyList<(Matt Matt, string Rubrik, string Kort)> Matten { get; } =
    [
        (Matt.DagarTillRapport, "Dagar från första skolkdagen till rapporten", "Till rapport"),
        (Matt.DagarTillUnderlag, "Dagar från rapporten till komplett underlag", "Till underlag"),
        (Matt.AndelITid, "Rapporter senast den 22:a", "Senast den 22:a"),
        (Matt.AndelRattForsta, "Rätt första gången", "Rätt första gången"),
    ];

    public bool HarNagot => Bild.Manader.Any(m => m.Egna.Antal > 0 || m.Andra.Values.Any(a => a is not null));

    /// <summary>The first sentences: how it is, and how it is elsewhere.</summary>
    public IEnumerable<string> Meningar()
    {
        var egna = Bild.Egna;
        if (egna.DagarTillRapport is not { } dagar)
        {
            yield return "Ni har inte rapporterat någon ogiltig frånvaro de senaste tolv månaderna.";
        }
        else
        {
            yield return $"Hälften av era rapporter de senaste tolv månaderna kom inom {Dagar(dagar.Median)} från första skolkdagen.";
        }

        if (Bild.Andra[Matt.DagarTillRapport] is { } andra)
            yield return $"Hälften av {andra.Skolor} andra skolor i samma skolform gör det på {Dagar(andra.Mitten)} eller mindre.";
        if (egna.AndelITid is { } iTid)
            yield return $"{iTid} procent av era rapporter kom senast den 22:a, så att månadens utbetalning stoppades.";
    }

    public Linjediagram Diagram(Matt matt) => new([.. Bild.Manader.Select(m => new Diagrammanad(m.Manad, matt.Av(m.Egna), m.Andra[matt]))], matt.ArAndel());

    public static string Tal(Matt matt, int? tal) => tal is not { } n ? "–" : matt.ArAndel() ? $"{n}\u00A0%" : Dagar(n);

    /// <summary>What stands below the own number.</summary>
    public static string Andra(Matt matt, Spridning? andra) => andra is null
        ? "För få andra skolor att jämföra med"
        : andra.Undre == andra.Ovre ? $"Andra: {Tal(matt, andra.Mitten)}"
        : $"Andra: {(matt.ArAndel() ? $"{andra.Undre}–{andra.Ovre}\u00A0%, mitten {andra.Mitten}\u00A0%" : $"{andra.Undre}–{andra.Ovre} dagar, mitten\u00A0{andra.Mitten}")}";

    /// <summary>Nine of ten, where there are enough to say so; or how many of how many.</summary>
    public static string? Tillagg(Matt matt, Punktlighetstal tal) => matt switch
    {
        Matt.DagarTillRapport when tal.DagarTillRapport is { } d && tal.Antal >= MinstTillNioAvTio => $"9 av 10 inom {Dagar(d.P90)}",
        Matt.DagarTillUnderlag when tal.DagarTillUnderlag is { } d && tal.Godkanda >= MinstTillNioAvTio => $"9 av 10 inom {Dagar(d.P90)}",
        Matt.AndelITid when tal.Antal > 0 => $"{tal.ITid} av {tal.Antal}",
        Matt.AndelRattForsta when tal.Godkanda > 0 => $"{tal.RattForsta} av {tal.Godkanda} godkända",
        _ => null,
    };

    private static string Dagar(int antal) => antal == 1 ? "1 dag" : $"{antal} dagar";
}
