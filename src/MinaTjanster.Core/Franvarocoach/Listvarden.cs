using System.Globalization;
using System.Runtime.InteropServices;
using MinaTjanster.Core.Filrapportering.Lasning;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach;

/// <summary>A day, with the time where the text holds one.</summary>
/// <param name="Start">Minutes after midnight, or -1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Listdag(DateOnly Dag, int Start);

/// <summary>A time of day, with the end where the text holds both.</summary>
/// <param name="Slut">Minutes after midnight, or -1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Listtid(int Start, int Slut);

/// <summary>Reads the values of an absence list. A school's list says the same few hundred things over and over: each text is understood once.</summary>
internal sealed class Listvarden(DateOnly idag, Tidsenhet enhet)
{
    /// <summary>A list of nothing but different texts must not grow without end.</summary>
    private const int MinneRymmer = 20_000;

    private const int MinuterPerDygn = 24 * 60;

    private static readonly string[] Minutord = ["minuter", "min", "m"];

    private static readonly string[] Timord = ["timmar", "tim", "h"];

    private readonly Dictionary<string, Personnummer?> _nummer = [];
    private readonly Dictionary<string, Listdag?> _dagar = [];
    private readonly Dictionary<string, Listtid?> _tider = [];
    private readonly Dictionary<string, int?> _langder = [];

    public Personnummer? Nummer(string text) => Minns(_nummer, text, t => Personnummer.TryParse(t, idag, out var nummer) ? nummer : null);

    /// <summary>2026-11-17, 20261117, and either with a time after it.</summary>
    public Listdag? Dag(string text) => Minns(_dagar, text, TolkaDag);

    /// <summary>08:20, 8.20 or 08:20–09:40.</summary>
    public Listtid? Tid(string text) => Minns(_tider, text, TolkaTid);

    /// <summary>Whole minutes, at most a day's.</summary>
    public int? Langd(string text) => Minns(_langder, text, TolkaLangd);

    private static Listdag? TolkaDag(string text)
    {
        var plats = text.IndexOfAny([' ', 'T']);
        if (plats < 0)
            return Datumtolk.TryTolka(text, out var dag) ? new Listdag(dag, -1) : null;

        return Datumtolk.TryTolka(text[..plats], out var dagen) && Klockan(text[(plats + 1)..]) is { } start ? new Listdag(dagen, start) : null;
    }

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

    private int? TolkaLangd(string text)
    {
        text = text.Trim().ToLowerInvariant();
        foreach (var ord in enhet == Tidsenhet.Minuter ? Minutord : Timord)
        {
            if (text.EndsWith(ord, StringComparison.Ordinal))
            {
                text = text[..^ord.Length].TrimEnd();
                break;
            }
        }

        var minuter = enhet == Tidsenhet.Timmar || text.Contains(':', StringComparison.Ordinal) ? Timmar(text) : Minuter(text);
        return minuter <= MinuterPerDygn ? minuter : null;
    }

    private static int? Timmar(string text) => Timtolk.TryTolka(text, out var minuter) ? minuter : null;

    /// <summary>45, and 45,0 as spreadsheets write it.</summary>
    private static int? Minuter(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var tal) && tal is >= 0 and <= MinuterPerDygn && decimal.IsInteger(tal) ? (int)tal : null;

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
