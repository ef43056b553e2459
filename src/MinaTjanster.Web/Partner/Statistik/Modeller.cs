using MinaTjanster.Core.Punktlighet.Statistik;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Partner.Partnersidor;
using MinaTjanster.Web.Shared.Diagram;

namespace MinaTjanster.Web.Partner.Statistik;

/// <summary>The tables as they are published.</summary>
public sealed record StatistikModell : PartnersidaModell
{
    /// <param name="manader">The latest first.</param>
    public StatistikModell(PartnersidaModell ram, IReadOnlyList<Statistikmanad> manader)
        : base(ram) => Manader = manader;

    public IReadOnlyList<Statistikmanad> Manader { get; }

    /// <summary>All forms together first.</summary>
    public static IReadOnlyList<Skolform?> Tabeller { get; } = [null, .. OppenStatistik.Skolformer.Cast<Skolform?>()];

    public Statistikmanad? Senaste => Manader.Count == 0 ? null : Manader[0];

    public static string Namn(Skolform? skolform) => skolform is { } form ? SvenskText.Versal(form.Text()) : "Alla skolformer";

    public IReadOnlyList<(Statistikmanad Manad, Statistikrad Rad)> Rader(Skolform? skolform) =>
        [.. Manader.Select(m => (m, skolform is null ? m.Totalt : m.Rader.Single(r => r.Skolform == skolform)))];

    /// <summary>Null where there is too little to draw.</summary>
    public Linjediagram? Diagram(Skolform? skolform, Func<Statistikrad, int?> varde, bool procent)
    {
        var manader = Rader(skolform).Reverse().Select(r => new Diagrammanad(r.Manad.Manad, varde(r.Rad))).ToList();
        return manader.Count(m => m.Varde is not null) < 3 ? null : new(manader, procent);
    }

    /// <summary>What stands in a cell: hidden, nothing to tell of, or the number.</summary>
    public static string Cell(Statistikrad rad, int? tal, bool procent = false) => tal is { } n ? procent ? $"{n} %" : $"{n:N0}" : rad.Antal == 0 ? "–" : "visas inte";

    /// <summary>Of fewer than <see cref="OppenStatistik.MinstTillMedian"/> reports there is none.</summary>
    public static string Median(Statistikrad rad) => rad is { Antal: not null, MedianDagar: null } ? "–" : Cell(rad, rad.MedianDagar);

    public static string ITid(Statistikmanad manad, Statistikrad rad) => manad.HarStopp ? Cell(rad, rad.AndelITid, procent: true) : "–";

    public static string RattForsta(Statistikmanad manad, Statistikrad rad) => !manad.HarUtfall && rad.Antal is not 0 ? "inte klart" : Cell(rad, rad.AndelRattForsta, procent: true);

    /// <summary>The first sentence: of all forms, or of the largest that is shown.</summary>
    public string? Inledning()
    {
        var rad = Senaste?.Rader.Prepend(Senaste.Totalt).FirstOrDefault(r => r is { Antal: > 0, MedianDagar: not null });
        return rad is null
            ? null
            : $"I {SvenskText.ManadAr(Senaste!.Manad)} kom {rad.Antal:N0} rapporter om ogiltig frånvaro{(rad.Skolform is { } form ? $" från skolformen {form.Text()}" : "")}. Hälften kom inom {rad.MedianDagar} dagar från första skolkdagen{(rad.AndelITid is { } andel ? $", och {andel} procent senast den 22:a, så att månadens utbetalning stoppades" : "")}.";
    }
}

/// <summary>The answer to a program; a null number is not shown.</summary>
/// <param name="Kalla">Where the page is.</param>
/// <param name="MinstAntal">Counts below this and above 0 are never shown.</param>
public sealed record Statistikflode(string Kalla, int MinstAntal, IReadOnlyList<Statistikpost> Rader);

/// <param name="Skolform">Null for all together.</param>
public sealed record Statistikpost(string Manad, string? Skolform, int? Rapporter, int? DagarTillRapportMedian, int? SenastDen22Procent, int? RattForstaGangenProcent);
