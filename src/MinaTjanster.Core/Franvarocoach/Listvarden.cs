using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using MinaTjanster.Core.Filrapportering.Lasning;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach;

/// <summary>A day, with the times where the text holds them.</summary>
/// <param name="Start">Minutes after midnight, or -1.</param>
/// <param name="Slut">Minutes after midnight, or -1.</param>
/// <param name="DagForst">It is written with the day before the month.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Listdag(DateOnly Dag, int Start, int Slut, bool DagForst);

/// <summary>A time of day, with the end where the text holds both.</summary>
/// <param name="Slut">Minutes after midnight, or -1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Listtid(int Start, int Slut);

/// <summary>Reads the values of an absence list. A school's list says the same few hundred things over and over: each text is understood once.</summary>
internal sealed partial class Listvarden
{
    /// <summary>A list of nothing but different texts must not grow without end.</summary>
    private const int MinneRymmer = 20_000;

    private const int MinuterPerDygn = 24 * 60;

    private static readonly string[] Minutord = ["minuter", "min", "m"];

    private static readonly string[] Timord = ["timmar", "timme", "tim", "h"];

    private readonly Dictionary<string, Personnummer?> _nummer = [];
    private readonly Dictionary<string, Listdag?> _dagar = [];
    private readonly Dictionary<string, Listtid?> _tider = [];
    private readonly Dictionary<string, int?> _minuter = [];
    private readonly Dictionary<string, int?> _timmar = [];

    /// <summary>Made once: a cell makes nothing.</summary>
    private readonly Func<string, Personnummer?> _tolkaNummer;

    public Listvarden(DateOnly idag) => _tolkaNummer = text => Personnummer.TryParse(text, idag, out var nummer) ? nummer : null;

    public Personnummer? Nummer(string text) => Minns(_nummer, text, _tolkaNummer);

    /// <summary>2026-11-17, 20261117 or 17/11 2026, and each with a time, or both ends, after it.</summary>
    public Listdag? Dag(string text) => Minns(_dagar, text, TolkaDag);

    /// <summary>08:20, 8.20 or 08:20–09:40.</summary>
    public Listtid? Tid(string text) => Minns(_tider, text, TolkaTid);

    /// <summary>Whole minutes, at most a day's. A text that says its unit is read by it, whatever the column's.</summary>
    public int? Langd(string text, Tidsenhet enhet) => enhet == Tidsenhet.Minuter
        ? Minns(_minuter, text, static t => TolkaLangd(t, Tidsenhet.Minuter))
        : Minns(_timmar, text, static t => TolkaLangd(t, Tidsenhet.Timmar));

    /// <summary>11/17 2026: no day when the day comes first, but one when the month does.</summary>
    public static bool ArManadForst(string text) =>
        DagManad().Match(text.Trim()) is { Success: true } form && Dagen(form, "forst", "sist") is null && Dagen(form, "sist", "forst") is not null;

    /// <summary>Whether a text can only be a time of day, or two, and no length of time.</summary>
    public static bool ArKlockslag(string text) => text.AsSpan().IndexOfAny(':', '.') >= 0 && TolkaTid(text) is not null;

    private static Listdag? TolkaDag(string text)
    {
        text = text.Trim();
        if (DagManad().Match(text) is { Success: true } form)
            return Dagen(form, "forst", "sist") is { } dagen ? MedTid(dagen, form.Groups["tid"].Value, dagForst: true) : null;

        var plats = text.IndexOfAny([' ', 'T']);
        return Datumtolk.TryTolka(plats < 0 ? text : text[..plats], out var dag) ? MedTid(dag, plats < 0 ? "" : text[(plats + 1)..], dagForst: false) : null;
    }

    private static Listdag? MedTid(DateOnly dag, string tid, bool dagForst) =>
        tid.Length == 0 ? new Listdag(dag, -1, -1, dagForst)
        : TolkaTid(tid) is { } klockslag ? new Listdag(dag, klockslag.Start, klockslag.Slut, dagForst)
        : null;

    private static DateOnly? Dagen(Match form, string dag, string manad) =>
        Datumtolk.TryTolka($"{form.Groups["ar"].Value}-{form.Groups[manad].Value.PadLeft(2, '0')}-{form.Groups[dag].Value.PadLeft(2, '0')}", out var dagen) ? dagen : null;

    private static Listtid? TolkaTid(string text)
    {
        var plats = text.IndexOfAny(['-', '–', '—']);
        if (plats < 0)
            return Klockan(text) is { } start ? new Listtid(start, -1) : null;

        return Klockan(text[..plats]) is { } fran && Klockan(text[(plats + 1)..]) is { } till && till > fran ? new Listtid(fran, till) : null;
    }

    private static int? Klockan(string text)
    {
        text = text.Trim();
        if (text.Length is 7 or 8 && (text.EndsWith(":00", StringComparison.Ordinal) || text.EndsWith(".00", StringComparison.Ordinal)))
            text = text[..^3]; // seconds
        return Klockslag.TryTolka(text, out var tid) ? (tid.Hour * 60) + tid.Minute : null;
    }

    /// <summary>45, 0:45, 0,75, 45 min, 1,5 tim, and 1 tim 20 min.</summary>
    private static int? TolkaLangd(string text, Tidsenhet enhet)
    {
        if (Langdform().Match(text.Trim().ToLowerInvariant()) is not { Success: true } form)
            return null;

        var (tal, ord, rest) = (form.Groups["tal"].Value, form.Groups["ord"].Value, form.Groups["rest"]);
        if (ord.Length > 0)
        {
            if (!Minutord.Contains(ord) && !Timord.Contains(ord))
                return null;
            enhet = Timord.Contains(ord) ? Tidsenhet.Timmar : Tidsenhet.Minuter;
        }

        if (rest.Success)
            return enhet == Tidsenhet.Timmar && ord.Length > 0 ? Rimlig(Timmar($"{tal}:{rest.Value.PadLeft(2, '0')}")) : null;

        return Rimlig(enhet == Tidsenhet.Timmar || tal.Contains(':', StringComparison.Ordinal) ? Timmar(tal) : Minuter(tal));
    }

    private static int? Rimlig(int? minuter) => minuter <= MinuterPerDygn ? minuter : null;

    private static int? Timmar(string text) => Timtolk.TryTolka(text, out var minuter) ? minuter : null;

    /// <summary>45, and 45,0 as spreadsheets write it.</summary>
    private static int? Minuter(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var tal) && tal is >= 0 and <= MinuterPerDygn && decimal.IsInteger(tal) ? (int)tal : null;

    /// <summary>Day, month and year with a space before the year: how it is written in Swedish. With anything else between them it may be the month that comes first.</summary>
    [GeneratedRegex(@"\A(?<forst>[0-9]{1,2})/(?<sist>[0-9]{1,2}) +(?<ar>[0-9]{4})(?: +(?<tid>[^ ].*))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DagManad();

    [GeneratedRegex(@"\A(?<tal>[0-9]+(?:[,.:][0-9]+)?) ?(?:(?<ord>[a-z]+)\.?)?(?: ?(?<rest>[0-9]{1,2}) ?(?:minuter|min|m)\.?)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Langdform();

    private static T Minns<T>(Dictionary<string, T> minne, string text, Func<string, T> tolka)
    {
        if (minne.TryGetValue(text, out var varde))
            return varde;

        varde = tolka(text);
        if (minne.Count < MinneRymmer)
            minne.Add(text, varde);

        return varde;
    }
}

/// <summary>The words of one column, and those it does not know.</summary>
internal sealed class Listord<T>(IReadOnlyDictionary<string, T> ord)
    where T : struct
{
    private readonly Dictionary<string, T> _kanda = ord.GroupBy(o => Filkolumner.Nyckel(o.Key)).ToDictionary(g => g.Key, g => g.First().Value);
    private readonly Dictionary<string, T?> _lasta = [];

    /// <returns>False when the word is not known. An empty text, or only a dash, is no word and gives null.</returns>
    public bool TryTolka(string text, out T? betyder)
    {
        if (_lasta.TryGetValue(text, out betyder))
            return true;

        var nyckel = Filkolumner.Nyckel(text);
        if (nyckel.Length > 0)
        {
            if (!_kanda.TryGetValue(nyckel, out var kant))
                return false;
            betyder = kant;
        }

        if (_lasta.Count < 1_000)
            _lasta.Add(text, betyder);

        return true;
    }
}
