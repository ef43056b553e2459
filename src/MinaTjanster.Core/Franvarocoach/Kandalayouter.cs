using System.Globalization;
using MinaTjanster.Core.Filrapportering.Lasning;

namespace MinaTjanster.Core.Franvarocoach;

/// <summary>
/// Layouts that are recognised by their headings. They are our own assumptions of how school systems may write such lists (docs/franvarolistor.md), not those systems' specifications.
/// </summary>
public static class Kandalayouter
{
    private static readonly IReadOnlyDictionary<string, bool> IngaGiltigord = new Dictionary<string, bool>();

    private static readonly IReadOnlyDictionary<string, Franvaroslag> IngaSlagord = new Dictionary<string, Franvaroslag>();

    /// <summary>Without these a list can be read all the same, so a layout is recognised without them too.</summary>
    internal static readonly Listfalt[] Umbarliga = [Listfalt.Namn, Listfalt.Klass, Listfalt.Lektion];

    /// <summary>Columns of lengths of time.</summary>
    private static readonly Listfalt[] Langder = [Listfalt.SchemalagdTid, Listfalt.Franvarotid, Listfalt.OgiltigTid, Listfalt.GiltigTid];

    /// <summary>Headings that no layout has but that lists may well use, for the proposal.</summary>
    private static readonly (Listfalt Falt, string[] Rubriker)[] Andrarubriker =
    [
        (Listfalt.Personnummer, ["Person-nr", "Pnr", "Födelsenummer", "Personid"]),
        (Listfalt.Namn, ["Elevnamn", "Studerande", "För- och efternamn"]),
        (Listfalt.Klass, ["Grupp", "Elevgrupp"]),
        (Listfalt.Datum, ["Lektionsdatum", "Frånvarodatum", "Skoldag"]),
        (Listfalt.Start, ["Start", "Från", "Börjar", "Klockslag", "Tid"]),
        (Listfalt.Slut, ["Slut", "Till", "Slutar"]),
        (Listfalt.Lektion, ["Lektion", "Aktivitet", "Moment"]),
        (Listfalt.SchemalagdTid, ["Längd", "Lektionslängd", "Lektionens längd", "Lektionstid", "Schemalagd tid", "Schemalagda", "Schematid", "Planerad tid", "Undervisningstid", "Total undervisningstid"]),
        (Listfalt.Franvarotid, ["Frånvaro", "Frånvarotid", "Minuter", "Timmar"]),
        (Listfalt.OgiltigTid, ["Ogiltig frånvaro", "Ogiltig frånvarotid", "Ogiltig tid", "Oanmäld frånvaro"]),
        (Listfalt.GiltigTid, ["Giltig frånvaro", "Giltig frånvarotid", "Giltig tid", "Anmäld frånvaro"]),
        (Listfalt.Slag, ["Typ", "Frånvaroorsak", "Registrering"]),
        (Listfalt.Giltig, ["Godkänd", "Giltig/ogiltig"]),
    ];

    /// <summary>All of them, the most specific first.</summary>
    public static IReadOnlyList<Kolumnmappning> Alla { get; } =
    [
        new("Lektioner med frånvarotyp",
            new Dictionary<Listfalt, string>
            {
                [Listfalt.Personnummer] = "Personnr",
                [Listfalt.Namn] = "Elev",
                [Listfalt.Klass] = "Klass",
                [Listfalt.Datum] = "Datum",
                [Listfalt.Start] = "Starttid",
                [Listfalt.Slut] = "Sluttid",
                [Listfalt.Lektion] = "Kurs",
                [Listfalt.Franvarotid] = "Frånvaro (min)",
                [Listfalt.Slag] = "Frånvarotyp",
            },
            new Dictionary<string, Franvaroslag>
            {
                ["Närvarande"] = Franvaroslag.Narvaro,
                ["Närvaro"] = Franvaroslag.Narvaro,
                ["Sen ankomst"] = Franvaroslag.SenAnkomst,
                ["Skolk"] = Franvaroslag.MissadLektion,
                ["Ogiltig frånvaro"] = Franvaroslag.MissadLektion,
                ["Oanmäld frånvaro"] = Franvaroslag.MissadLektion,
                ["Avvek"] = Franvaroslag.GickTidigare,
                ["Gick tidigare"] = Franvaroslag.GickTidigare,
                ["Anmäld, ej godkänd"] = Franvaroslag.AnmaldEjGodkand,
                ["Giltig frånvaro"] = Franvaroslag.Giltig,
                ["Sjuk"] = Franvaroslag.Giltig,
                ["Sjukanmäld"] = Franvaroslag.Giltig,
                ["Ledighet"] = Franvaroslag.Giltig,
                ["Beviljad ledighet"] = Franvaroslag.Giltig,
            },
            IngaGiltigord),
        new("Mina tjänsters layout",
            new Dictionary<Listfalt, string>
            {
                [Listfalt.Personnummer] = "personnummer",
                [Listfalt.Namn] = "namn",
                [Listfalt.Klass] = "klass",
                [Listfalt.Datum] = "datum",
                [Listfalt.Start] = "start",
                [Listfalt.Lektion] = "lektion",
                [Listfalt.SchemalagdTid] = "schemalagt",
                [Listfalt.Franvarotid] = "franvaro",
                [Listfalt.Slag] = "slag",
            },
            new Dictionary<string, Franvaroslag>
            {
                ["narvaro"] = Franvaroslag.Narvaro,
                ["giltig"] = Franvaroslag.Giltig,
                ["sen"] = Franvaroslag.SenAnkomst,
                ["missad"] = Franvaroslag.MissadLektion,
                ["gick"] = Franvaroslag.GickTidigare,
                ["ej godkand"] = Franvaroslag.AnmaldEjGodkand,
                ["ogiltig"] = Franvaroslag.Ogiltig,
            },
            IngaGiltigord),
        new("Lektioner med orsak och giltighet",
            new Dictionary<Listfalt, string>
            {
                [Listfalt.Personnummer] = "Elevens personnummer",
                [Listfalt.Namn] = "Elevens namn",
                [Listfalt.Klass] = "Undervisningsgrupp",
                [Listfalt.Datum] = "Tidpunkt",
                [Listfalt.SchemalagdTid] = "Lektionslängd",
                [Listfalt.Franvarotid] = "Frånvarominuter",
                [Listfalt.Slag] = "Orsak",
                [Listfalt.Giltig] = "Giltig",
            },
            new Dictionary<string, Franvaroslag>
            {
                ["Kom sent"] = Franvaroslag.SenAnkomst,
                ["Frånvarande"] = Franvaroslag.MissadLektion,
                ["Gick tidigt"] = Franvaroslag.GickTidigare,
                ["Anmäld av vårdnadshavare"] = Franvaroslag.AnmaldEjGodkand,
                ["Anmäld"] = Franvaroslag.AnmaldEjGodkand,
                ["Sjukdom"] = Franvaroslag.Giltig,
                ["Ledig"] = Franvaroslag.Giltig,
            },
            new Dictionary<string, bool> { ["Ja"] = true, ["Nej"] = false, ["Giltig"] = true, ["Ogiltig"] = false }),
        new("Närvaro i timmar",
            new Dictionary<Listfalt, string>
            {
                [Listfalt.Personnummer] = "Elev-ID",
                [Listfalt.Namn] = "Namn",
                [Listfalt.Datum] = "Dag",
                [Listfalt.Start] = "Lektionstid",
                [Listfalt.Lektion] = "Ämne",
                [Listfalt.Franvarotid] = "Frånvaro (tim)",
                [Listfalt.Slag] = "Status",
            },
            new Dictionary<string, Franvaroslag>
            {
                ["N"] = Franvaroslag.Narvaro,
                ["S"] = Franvaroslag.SenAnkomst,
                ["F"] = Franvaroslag.MissadLektion,
                ["T"] = Franvaroslag.GickTidigare,
                ["A"] = Franvaroslag.AnmaldEjGodkand,
                ["G"] = Franvaroslag.Giltig,
            },
            IngaGiltigord,
            Tidsenhet.Timmar),
        new("Dagar med giltig och ogiltig tid",
            new Dictionary<Listfalt, string>
            {
                [Listfalt.Personnummer] = "Personnummer",
                [Listfalt.Namn] = "Namn",
                [Listfalt.Klass] = "Klass",
                [Listfalt.Datum] = "Datum",
                [Listfalt.SchemalagdTid] = "Schemalagd tid (min)",
                [Listfalt.GiltigTid] = "Giltig frånvaro (min)",
                [Listfalt.OgiltigTid] = "Ogiltig frånvaro (min)",
            },
            IngaSlagord,
            IngaGiltigord),
    ];

    /// <summary>The layout all of whose columns are there, but perhaps those that are only shown; null when there is none.</summary>
    public static Kolumnmappning? Kann(IReadOnlyList<string> rubriker)
    {
        var finns = rubriker.Select(Filkolumner.Nyckel).ToHashSet();
        var layout = Alla
            .Where(l => l.Kolumner.All(k => Umbarliga.Contains(k.Key) || finns.Contains(Filkolumner.Nyckel(k.Value))))
            .MaxBy(l => l.Kolumner.Count(k => finns.Contains(Filkolumner.Nyckel(k.Value))));
        return layout is null ? null : layout with { Kolumner = layout.Kolumner.Where(k => finns.Contains(Filkolumner.Nyckel(k.Value))).ToDictionary() };
    }

    /// <summary>
    /// A proposal for the page where columns are chosen: what each heading may be, by the names that the known layouts use, with or without minutes or hours said in it. May lack what is needed.
    /// </summary>
    /// <param name="rader">The first rows' fields in the headings' order, for headings that may be two things.</param>
    public static Kolumnmappning Gissa(IReadOnlyList<string> rubriker, params IReadOnlyList<IReadOnlyList<string>> rader)
    {
        var namn = Alla.SelectMany(l => l.Kolumner.Select(k => (Falt: k.Key, Nyckel: Filkolumner.Nyckel(k.Value))))
            .Concat(Andrarubriker.SelectMany(a => a.Rubriker.Select(r => (a.Falt, Nyckel: Filkolumner.Nyckel(r)))))
            .ToLookup(n => n.Nyckel, n => n.Falt);
        var kolumner = new Dictionary<Listfalt, string>();
        List<string> langder = [];
        foreach (var (plats, rubrik) in rubriker.Index())
        {
            string[] varden = [.. rader.Select(r => r[plats]).Where(v => v.Length > 0)];
            var utanEnhet = Tidsrubrik.Enhet(rubrik) is null ? [] : namn[Tidsrubrik.Utan(rubrik)].Where(Langder.Contains);
            foreach (var falt in namn[Filkolumner.Nyckel(rubrik)].Concat(utanEnhet).Distinct().Where(f => !kolumner.ContainsKey(f) && Passar(f, varden)).Take(1))
            {
                kolumner.Add(falt, rubrik);
                if (Langder.Contains(falt) && Tidsrubrik.Enhet(rubrik) is null)
                    langder.AddRange(varden);
            }
        }

        var enhet = langder.Exists(ArDelAvTimme) || (langder.Count == 0 && kolumner.Any(k => Langder.Contains(k.Key) && Tidsrubrik.Enhet(k.Value) == Tidsenhet.Timmar)) ? Tidsenhet.Timmar : Tidsenhet.Minuter;
        return new("Egen", kolumner, Slagordlista, Alla.SelectMany(l => l.Giltigord).ToDictionary(), enhet);
    }

    /// <summary>A column of times of day holds nothing else: Lektionstid may be when a lesson is, or how long it is.</summary>
    private static bool Passar(Listfalt falt, string[] varden) => falt is not (Listfalt.Start or Listfalt.Slut) || Array.TrueForAll(varden, Listvarden.ArKlockslag);

    /// <summary>1,5 is no number of minutes; 45,0 may be.</summary>
    private static bool ArDelAvTimme(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var tal) && !decimal.IsInteger(tal);

    /// <summary>
    /// Words that mean the same in every layout; a letter alone is none. Where a column of its own tells what is valid, the word for having been away says nothing of it: in another list it is asked for.
    /// </summary>
    private static Dictionary<string, Franvaroslag> Slagordlista => Alla
        .SelectMany(l => l.Slagord.Where(o => o.Value != Franvaroslag.MissadLektion || !l.Kolumner.ContainsKey(Listfalt.Giltig)))
        .Where(o => o.Key.Length > 1)
        .GroupBy(o => Filkolumner.Nyckel(o.Key))
        .Where(g => g.Select(o => o.Value).Distinct().Count() == 1)
        .ToDictionary(g => g.First().Key, g => g.First().Value);
}
