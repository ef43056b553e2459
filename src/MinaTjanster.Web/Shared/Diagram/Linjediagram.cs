using System.Globalization;
using MinaTjanster.Core.Punktlighet;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Shared.Diagram;

/// <summary>A month of a line chart.</summary>
/// <param name="Varde">Null where there is none: the line is broken.</param>
/// <param name="Andra">The band beside it; null where there is none.</param>
public sealed record Diagrammanad(DateOnly Manad, int? Varde, Spridning? Andra = null);

/// <summary>
/// A line over months, with the spread of others as a band behind it, as an svg whose positions are attributes. It is decoration: the same numbers stand in a table on the page.
/// </summary>
public sealed class Linjediagram
{
    public const double Bredd = 360;
    public const double Hojd = 180;
    public const double Vanster = 40;
    public const double Botten = Hojd - 22;
    private const double Hoger = 10;
    private const double Topp = 10;

    private readonly IReadOnlyList<Diagrammanad> _manader;
    private readonly double _steg;

    /// <param name="manader">The oldest first.</param>
    public Linjediagram(IReadOnlyList<Diagrammanad> manader, bool procent)
    {
        _manader = manader;
        _steg = (Bredd - Vanster - Hoger) / Math.Max(1, manader.Count - 1);
        ArProcent = procent;
        Max = procent ? 100 : Math.Max(10, (manader.Max(m => Math.Max(m.Varde ?? 0, m.Andra?.Ovre ?? 0)) + 9) / 10 * 10);
        Namnsteg = manader.Count > 12 ? 4 : 2;
    }

    public bool ArProcent { get; }

    /// <summary>The number at the top.</summary>
    public int Max { get; }

    private int Namnsteg { get; }

    public IEnumerable<(double Y, string Text)> Streck => new[] { 0, Max / 2, Max }.Select(v => (Y(v), ArProcent ? $"{v} %" : $"{v}"));

    /// <summary>Every other month, or fewer, counted from the latest.</summary>
    public IEnumerable<(double X, string Text)> Namn => _manader.Index()
        .Where(m => (_manader.Count - 1 - m.Index) % Namnsteg == 0)
        .Select(m => (X(m.Index), SvenskText.Manad(m.Item.Manad)[..3] + (m.Item.Manad.Month == 1 || m.Index < Namnsteg ? $" {m.Item.Manad.Year % 100:00}" : "")));

    /// <summary>The bands as polygons: the upper edge there, the lower one back.</summary>
    public IEnumerable<string> Band => Foljder(m => m.Andra is not null)
        .Select(f => Punkter([.. f.SelectMany(Kanter), .. f.Reverse().SelectMany(i => Kanter(i).Select(k => k with { Y = Y(_manader[i].Andra!.Undre) }).Reverse())]));

    /// <summary>The middle of the others.</summary>
    public IEnumerable<string> Mitten => Foljder(m => m.Andra is not null).Select(f => Punkter([.. f.SelectMany(i => Kanter(i).Select(k => k with { Y = Y(_manader[i].Andra!.Mitten) }))]));

    public IEnumerable<string> Linjer => Foljder(m => m.Varde is not null).Where(f => f.Count > 1).Select(f => Punkter([.. f.Select(i => (X(i), Y(_manader[i].Varde!.Value)))]));

    public IEnumerable<(double X, double Y)> Prickar => _manader.Index().Where(m => m.Item.Varde is not null).Select(m => (X(m.Index), Y(m.Item.Varde!.Value)));

    /// <summary>A position as an svg attribute is written, whatever the culture.</summary>
    public static string Tal(double tal) => tal.ToString("0.#", CultureInfo.InvariantCulture);

    private double X(int manad) => Vanster + (manad * _steg);

    private double Y(int varde) => Botten - ((Botten - Topp) * varde / Max);

    /// <summary>A month by itself is as wide as half a step to each side.</summary>
    private IEnumerable<(double X, double Y)> Kanter(int manad)
    {
        var y = Y(_manader[manad].Andra!.Ovre);
        var ensam = (manad == 0 || _manader[manad - 1].Andra is null) && (manad == _manader.Count - 1 || _manader[manad + 1].Andra is null);
        return ensam ? [(Math.Max(Vanster, X(manad) - (_steg / 2)), y), (Math.Min(Bredd - Hoger, X(manad) + (_steg / 2)), y)] : [(X(manad), y)];
    }

    /// <summary>Runs of months that have it.</summary>
    private List<IReadOnlyList<int>> Foljder(Func<Diagrammanad, bool> har)
    {
        List<IReadOnlyList<int>> foljder = [];
        List<int> nu = [];
        foreach (var (i, manad) in _manader.Index())
        {
            if (har(manad))
            {
                nu.Add(i);
            }
            else if (nu.Count > 0)
            {
                foljder.Add(nu);
                nu = [];
            }
        }

        if (nu.Count > 0)
            foljder.Add(nu);
        return foljder;
    }

    private static string Punkter(IEnumerable<(double X, double Y)> punkter) => string.Join(' ', punkter.Select(p => $"{Tal(p.X)},{Tal(p.Y)}"));
}
