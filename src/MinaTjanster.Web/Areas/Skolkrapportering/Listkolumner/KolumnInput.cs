using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Listkolumner;

/// <summary>A word for absence in the list, and what it means.</summary>
public sealed class OrdInput
{
    public string? Ord { get; set; }

    /// <summary>A <see cref="Franvaroslag"/> by name; empty while nobody has said.</summary>
    public string? Slag { get; set; }
}

/// <summary>Which column is what, as chosen. The properties bear the names of <see cref="Listfalt"/>; each holds a heading, or nothing.</summary>
public sealed class KolumnInput
{
    public const int FlestOrd = 100;

    public string? Personnummer { get; set; }

    public string? Datum { get; set; }

    public string? Namn { get; set; }

    public string? Klass { get; set; }

    public string? Start { get; set; }

    public string? Slut { get; set; }

    public string? Lektion { get; set; }

    public string? SchemalagdTid { get; set; }

    public string? Franvarotid { get; set; }

    public string? OgiltigTid { get; set; }

    public string? GiltigTid { get; set; }

    public string? Slag { get; set; }

    public string? Giltig { get; set; }

    /// <summary>A <see cref="Tidsenhet"/> by name.</summary>
    public string? Enhet { get; set; }

    public List<OrdInput> Ord { get; set; } = [];

    [BindNever, ValidateNever]
    public Kolumnsida? Sida { get; set; }

    public static IReadOnlyList<Alternativ> Ordval { get; } =
        [new("", "Välj"), .. Enum.GetValues<Franvaroslag>().Select(s => new Alternativ(s.ToString(), s.Text()))];

    public static bool ArFalt(string? falt) => Enum.TryParse<Listfalt>(falt, out _);

    public static Franvaroslag? TolkaSlag(string? text) => Enum.TryParse<Franvaroslag>(text, out var slag) && Enum.IsDefined(slag) ? slag : null;

    public static KolumnInput Fran(Kolumnmappning mappning, IReadOnlyList<string> rubriker, IReadOnlyList<string> okanda)
    {
        string? Kolumn(Listfalt falt) => mappning.Kolumner.TryGetValue(falt, out var k) ? rubriker.FirstOrDefault(r => Likhet(r) == Likhet(k)) : null;
        return new()
        {
            Personnummer = Kolumn(Listfalt.Personnummer),
            Datum = Kolumn(Listfalt.Datum),
            Namn = Kolumn(Listfalt.Namn),
            Klass = Kolumn(Listfalt.Klass),
            Start = Kolumn(Listfalt.Start),
            Slut = Kolumn(Listfalt.Slut),
            Lektion = Kolumn(Listfalt.Lektion),
            SchemalagdTid = Kolumn(Listfalt.SchemalagdTid),
            Franvarotid = Kolumn(Listfalt.Franvarotid),
            OgiltigTid = Kolumn(Listfalt.OgiltigTid),
            GiltigTid = Kolumn(Listfalt.GiltigTid),
            Slag = Kolumn(Listfalt.Slag),
            Giltig = Kolumn(Listfalt.Giltig),
            Enhet = mappning.Enhet.ToString(),
            Ord = [.. okanda.Take(FlestOrd).Select(o => new OrdInput { Ord = o })],
        };
    }

    /// <summary>Headings are told apart by neither case, å ä ö nor signs: a known layout writes them in its own way.</summary>
    private static string Likhet(string rubrik) => string.Concat(SvenskText.Folda(rubrik).Where(char.IsLetterOrDigit));

    /// <summary>The fields that have a column.</summary>
    public IEnumerable<(Listfalt Falt, string Kolumn)> Valda()
    {
        (Listfalt Falt, string? Kolumn)[] alla =
        [
            (Listfalt.Personnummer, Personnummer), (Listfalt.Datum, Datum), (Listfalt.Namn, Namn), (Listfalt.Klass, Klass), (Listfalt.Start, Start), (Listfalt.Slut, Slut), (Listfalt.Lektion, Lektion),
            (Listfalt.SchemalagdTid, SchemalagdTid), (Listfalt.Franvarotid, Franvarotid), (Listfalt.OgiltigTid, OgiltigTid), (Listfalt.GiltigTid, GiltigTid), (Listfalt.Slag, Slag), (Listfalt.Giltig, Giltig),
        ];
        return alla.Where(f => !string.IsNullOrEmpty(f.Kolumn)).Select(f => (f.Falt, f.Kolumn!));
    }

    /// <param name="tidigare">Whose words are kept, with those that are said here.</param>
    public Kolumnmappning TillMappning(Kolumnmappning tidigare)
    {
        var slagord = tidigare.Slagord.ToDictionary();
        var giltigord = tidigare.Giltigord.ToDictionary();
        foreach (var ord in Ord)
        {
            if (ord.Ord is not { } text || TolkaSlag(ord.Slag) is not { } slag)
                continue;

            // The list does not say in which of the two columns the word stands.
            slagord[text] = slag;
            if (slag is Franvaroslag.Giltig or Franvaroslag.Ogiltig)
                giltigord[text] = slag == Franvaroslag.Giltig;
        }

        // Start and end in one column: it is read as both where it is the start.
        var har = Valda().Where(v => v.Falt != Listfalt.Slut || Slut != Start).ToDictionary(v => v.Falt, v => v.Kolumn);
        return new(
            "Skolans egna kolumner",
            har,
            har.ContainsKey(Listfalt.Slag) ? slagord : [],
            har.ContainsKey(Listfalt.Giltig) ? giltigord : [],
            Enum.TryParse<Tidsenhet>(Enhet, out var enhet) && Enum.IsDefined(enhet) ? enhet : Tidsenhet.Minuter);
    }
}

/// <summary>What stands around the fields.</summary>
/// <param name="Rader">The list's first rows; null for one whose student's data is protected.</param>
public sealed record Kolumnsida(Listrubrik Rubrik, IReadOnlyList<string> Rubriker, IReadOnlyList<IReadOnlyList<string>?> Rader)
{
    public IEnumerable<Alternativ> Kolumner => Rubriker.Where(r => r.Length > 0).Distinct().Select(r => new Alternativ(r, r));
}
