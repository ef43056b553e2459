using System.Text.Json;
using System.Text.Json.Serialization;
using MinaTjanster.Core.Filrapportering.Lasning;

namespace MinaTjanster.Core.Franvarocoach;

/// <summary>What a column of an absence list can hold.</summary>
public enum Listfalt
{
    /// <summary>Personnummer, samordningsnummer or temporary number: what students are told apart and found by. Needed.</summary>
    Personnummer,

    /// <summary>For display only.</summary>
    Namn,

    /// <summary>For display only.</summary>
    Klass,

    /// <summary>The day, or the day and the start: 2026-11-17 08:20. Needed.</summary>
    Datum,

    /// <summary>Start of the lesson: 08:20, 8.20, or both ends 08:20–09:40. Without it a row is a whole day.</summary>
    Start,

    /// <summary>End of the lesson, from which its length follows when <see cref="SchemalagdTid"/> is missing.</summary>
    Slut,

    /// <summary>Subject or course, for the underlag.</summary>
    Lektion,

    /// <summary>Scheduled time of the lesson or the day.</summary>
    SchemalagdTid,

    /// <summary>Time absent, giltig or not.</summary>
    Franvarotid,

    /// <summary>Time absent that is ogiltig, where the list has two columns.</summary>
    OgiltigTid,

    /// <summary>Time absent that is giltig, where the list has two columns.</summary>
    GiltigTid,

    /// <summary>The kind of absence, in words (<see cref="Kolumnmappning.Slagord"/>).</summary>
    Slag,

    /// <summary>Giltig or not, in words (<see cref="Kolumnmappning.Giltigord"/>); goes before what <see cref="Slag"/> says.</summary>
    Giltig,
}

/// <summary>How a list writes lengths of time.</summary>
public enum Tidsenhet
{
    /// <summary>45, 45 min, 0:45 or 1,5 tim.</summary>
    Minuter,

    /// <summary>0,75, 0:45 or 45 min.</summary>
    Timmar,
}

/// <summary>
/// Which column of a list is what, and what its words for absence mean: data, kept per school. Equal words are told apart by neither case, spaces nor diacritics.
/// </summary>
/// <param name="Namn">A recognised layout's (<see cref="Kandalayouter"/>), or the school's own.</param>
/// <param name="Kolumner">Field → the heading as the list writes it.</param>
/// <param name="Slagord">Word for a kind of absence → the kind. Empty where the list has no such column.</param>
/// <param name="Giltigord">Word → whether the absence is giltig. Empty where the list has no such column.</param>
/// <param name="Enhet">Of columns whose heading does not say.</param>
public sealed record Kolumnmappning(
    string Namn,
    IReadOnlyDictionary<Listfalt, string> Kolumner,
    IReadOnlyDictionary<string, Franvaroslag> Slagord,
    IReadOnlyDictionary<string, bool> Giltigord,
    Tidsenhet Enhet = Tidsenhet.Minuter)
{
    private static readonly (Listfalt Falt, string Vad)[] Maste =
        [(Listfalt.Personnummer, "elevens personnummer"), (Listfalt.Datum, "datum")];

    private static readonly JsonSerializerOptions Form = new() { Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) } };

    /// <summary>What is missing or contradictory before a list can be read with it; empty when nothing is. In Swedish, LISTA- codes.</summary>
    public IReadOnlyList<Refusal> Prova() =>
    [
        .. Maste.Where(m => !Har(m.Falt)).Select(m => new ListkolumnSaknas(m.Falt, m.Vad)),
        .. Kolumner.OrderBy(k => k.Key).GroupBy(k => Filkolumner.Nyckel(k.Value)).SelectMany(g => g.Skip(1)).Select(k => new ListkolumnDelas(k.Key, k.Value)),
        .. Har(Listfalt.Slag) || Har(Listfalt.Giltig) || Har(Listfalt.OgiltigTid) ? [] : new Refusal[] { new ListslagSaknas() },
        .. Ordfel(Listfalt.Slag, Slagord),
        .. Ordfel(Listfalt.Giltig, Giltigord),
    ];

    /// <summary>As one text to keep (JSON).</summary>
    public string TillText() => JsonSerializer.Serialize(this, Form);

    /// <summary>Reads what <see cref="TillText"/> wrote; null for anything else.</summary>
    public static Kolumnmappning? FranText(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) || JsonSerializer.Deserialize<Kolumnmappning>(text, Form) is not { Namn: not null, Kolumner: not null, Slagord: not null, Giltigord: not null } hel ? null : hel;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a column tells how long something is. Without one the column of starts must hold both ends, which shows when the list is read.</summary>
    internal bool HarLangd => Har(Listfalt.Franvarotid) || Har(Listfalt.OgiltigTid) || Har(Listfalt.SchemalagdTid) || Har(Listfalt.Slut);

    /// <summary>What a column's lengths of time are written in: what its heading says, where it says, else what is chosen for the list.</summary>
    internal Tidsenhet EnhetFor(Listfalt falt) => Kolumner.TryGetValue(falt, out var rubrik) && Tidsrubrik.Enhet(rubrik) is { } enhet ? enhet : Enhet;

    /// <summary>Whether the list has a column for it.</summary>
    public bool Har(Listfalt falt) => Kolumner.TryGetValue(falt, out var rubrik) && Filkolumner.Nyckel(rubrik).Length > 0;

    private IEnumerable<Refusal> Ordfel<T>(Listfalt falt, IReadOnlyDictionary<string, T> ord)
    {
        if (!Har(falt))
            return [];

        return ord.Count == 0
            ? [new ListordSaknas(falt)]
            : ord.GroupBy(o => Filkolumner.Nyckel(o.Key)).Where(g => g.Select(o => o.Value).Distinct().Skip(1).Any()).Select(g => new ListordTvetydigt(falt, g.First().Key));
    }
}
