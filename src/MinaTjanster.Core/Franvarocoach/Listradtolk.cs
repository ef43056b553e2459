using System.Runtime.InteropServices;
using MinaTjanster.Core.Filrapportering.Lasning;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach;

/// <summary>Turns the rows of a list into students' lessons and days, and keeps what is wrong with the others.</summary>
/// <param name="falt">The fields of the row's values, in order.</param>
internal sealed class Listradtolk(Kolumnmappning mappning, IReadOnlyList<Listfalt> falt, DateOnly idag)
{
    private const int MinuterPerDygn = 24 * 60;
    private const int LangstaNamn = 100;
    private const int FlestaOrd = 50;

    private readonly int[] _platser = [.. Enum.GetValues<Listfalt>().Select(f => falt.TakeWhile(k => k != f).Count() is var plats && plats < falt.Count ? plats : -1)];
    private readonly Tidsenhet[] _enheter = [.. Enum.GetValues<Listfalt>().Select(mappning.EnhetFor)];
    private readonly Listvarden _varden = new(idag);
    private readonly Listord<Franvaroslag> _slagord = new(mappning.Slagord);
    private readonly Listord<bool> _giltigord = new(mappning.Giltigord);
    private readonly Dictionary<string, Elevbyggare> _elever = [];
    private readonly Dictionary<string, string> _lektioner = [];
    private readonly List<Listradfel> _fel = [];
    private readonly SortedSet<string> _okandaOrd = new(StringComparer.Ordinal);
    private long _antal;
    private long _antalFel;
    private long _manadForst;
    private bool _dagForst;
    private bool _harTider;
    private bool _harSlut;

    public void TaEmot(Filrad rad)
    {
        _antal++;
        if ((rad.Fel ?? Tolka(rad.Varden)) is not { } fel)
            return;

        _antalFel++;
        // Whatever the row is refused for: its date tells of the others.
        if (_manadForst == 0 && rad.Fel is null && Listvarden.ArManadForst(rad.Varden[_platser[(int)Listfalt.Datum]]))
            _manadForst = rad.Radnummer;
        if (_fel.Count < Listlasning.MaxFel)
            _fel.Add(new(rad.Radnummer, fel));
    }

    /// <returns>The list, or why none of it can be trusted.</returns>
    public Result<Inlastlista> Fardig()
    {
        if (_dagForst && _manadForst > 0)
            return new ListdatumManadForst(_manadForst);
        if (_harTider && !_harSlut && !mappning.HarLangd)
            return new ListtidSaknas();

        long dubbletter = 0;
        List<Listelev> elever = [];
        foreach (var byggare in _elever.Values.Where(e => e.Rader.Count > 0).OrderBy(e => e.Personnummer.Varde, StringComparer.Ordinal))
        {
            elever.Add(byggare.Fardig());
            dubbletter += byggare.Rader.Count - elever[^1].Rader.Count;
        }

        return new Inlastlista(elever, _antal, dubbletter, _antalFel, _fel, [.. _okandaOrd], Inlastlista.PeriodFor(elever));
    }

    private Refusal? Tolka(IReadOnlyList<string> rad)
    {
        string Text(Listfalt f) => _platser[(int)f] is >= 0 and var plats ? rad[plats] : "";

        var nummer = Text(Listfalt.Personnummer);
        if (nummer.Length == 0)
            return new ListradPersonnummerSaknas();
        if (_varden.Nummer(nummer) is not { } personnummer)
            return new ListradPersonnummer();
        if (_varden.Dag(Text(Listfalt.Datum)) is not { } dag)
            return new ListradDatum();

        _dagForst |= dag.DagForst;
        var (start, slut) = (dag.Start, dag.Slut);
        if (Text(Listfalt.Start) is { Length: > 0 } starttext)
        {
            if (_varden.Tid(starttext) is not { } tid)
                return new ListradStart();
            (start, slut) = (tid.Start, tid.Slut);
        }

        if (slut < 0 && Text(Listfalt.Slut) is { Length: > 0 } sluttext)
        {
            if (_varden.Tid(sluttext) is not { Slut: -1 } tid || tid.Start <= start)
                return new ListradSlut();
            slut = tid.Start;
        }

        _harTider = true;
        _harSlut |= slut >= 0;
        int? schemalagt = null, franvaro = null, ogiltig = null, giltig = null;
        var fel = Langd(rad, Listfalt.SchemalagdTid, ref schemalagt) ?? Langd(rad, Listfalt.Franvarotid, ref franvaro)
            ?? Langd(rad, Listfalt.OgiltigTid, ref ogiltig) ?? Langd(rad, Listfalt.GiltigTid, ref giltig);
        if (fel is not null)
            return fel;

        schemalagt ??= start >= 0 && slut >= 0 ? slut - start : null;
        if (!_slagord.TryTolka(Text(Listfalt.Slag), out var slag))
            return Okant(Listfalt.Slag, Text(Listfalt.Slag));
        if (!_giltigord.TryTolka(Text(Listfalt.Giltig), out var arGiltig))
            return Okant(Listfalt.Giltig, Text(Listfalt.Giltig));

        var plats = new Plats(Elev(personnummer, Text(Listfalt.Namn), Text(Listfalt.Klass)), dag.Dag, start, Lektion(Text(Listfalt.Lektion)));
        return HarTvaTider
            ? TvaTider(plats, schemalagt, ogiltig ?? 0, giltig ?? Math.Max(0, (franvaro ?? 0) - (ogiltig ?? 0)), Ogiltigt(slag))
            : EnTid(plats, schemalagt, franvaro, slag, arGiltig);
    }

    private bool HarTvaTider => Har(Listfalt.OgiltigTid);

    private bool Har(Listfalt f) => _platser[(int)f] >= 0;

    private ListradTid? Langd(IReadOnlyList<string> rad, Listfalt f, ref int? minuter)
    {
        var plats = _platser[(int)f];
        if (plats < 0 || rad[plats].Length == 0)
            return null;

        minuter = _varden.Langd(rad[plats], _enheter[(int)f]);
        return minuter is null ? new ListradTid(f, _enheter[(int)f]) : null;
    }

    /// <summary>One column of time, and words that say what it is.</summary>
    private Refusal? EnTid(Plats plats, int? schemalagt, int? franvaro, Franvaroslag? slag, bool? arGiltig)
    {
        // A list with both columns leaves the time empty on rows of presence, whatever its column of giltig says there.
        // Where nothing but that column tells of absence, a word in it is absence.
        var baraGiltig = arGiltig is not null && !Har(Listfalt.Slag) && !Har(Listfalt.Franvarotid);
        var helt = franvaro is null && (baraGiltig || slag is not (null or Franvaroslag.Narvaro));
        var vad = arGiltig switch { true => Franvaroslag.Giltig, false => Ogiltigt(slag), null => slag };
        if (helt && (schemalagt is null || vad is Franvaroslag.SenAnkomst or Franvaroslag.GickTidigare))
            return new ListradLangdSaknas();

        var minuter = helt ? schemalagt!.Value : franvaro ?? 0;
        if (minuter == 0)
            return LaggTill(plats, schemalagt ?? 0, 0, Franvaroslag.Narvaro);

        return vad switch
        {
            null => new ListradSlagSaknas(),
            Franvaroslag.Narvaro => new ListradMotsagelse(),
            _ => LaggTill(plats, schemalagt ?? minuter, minuter, vad.Value),
        };
    }

    /// <summary>
    /// Giltig and ogiltig time in columns of their own. Where a lesson has both, it becomes two rows: nobody says which came first, so the giltig time is the end of the lesson, or the
    /// beginning for who left early.
    /// </summary>
    private Refusal? TvaTider(Plats plats, int? langd, int ogiltig, int giltig, Franvaroslag slag)
    {
        var schemalagt = langd ?? ogiltig + giltig;
        if (ogiltig + giltig > schemalagt)
            return new ListradForLangFranvaro(ogiltig + giltig, schemalagt);
        if (giltig == 0 || ogiltig == 0)
            return LaggTill(plats, schemalagt, ogiltig + giltig, ogiltig > 0 ? slag : giltig > 0 ? Franvaroslag.Giltig : Franvaroslag.Narvaro);

        if (plats.Start >= 0 && plats.Start + schemalagt > MinuterPerDygn)
            return new ListradOverMidnatt();

        var sist = slag == Franvaroslag.GickTidigare;
        return LaggTill(plats.Efter(sist ? giltig : 0), schemalagt - giltig, ogiltig, slag)
            ?? LaggTill(plats.Efter(sist ? 0 : schemalagt - giltig), giltig, giltig, Franvaroslag.Giltig);
    }

    private static Refusal? LaggTill(Plats plats, int schemalagt, int franvaro, Franvaroslag slag)
    {
        if (franvaro > schemalagt)
            return new ListradForLangFranvaro(franvaro, schemalagt);
        if (plats.Start >= 0 && plats.Start + schemalagt > MinuterPerDygn)
            return new ListradOverMidnatt();

        plats.Elev.Rader.Add(new(plats.Dag, (short)plats.Start, (short)schemalagt, (short)franvaro, slag, plats.Lektion));
        return null;
    }

    private static Franvaroslag Ogiltigt(Franvaroslag? slag) =>
        slag is null or Franvaroslag.Narvaro or Franvaroslag.Giltig ? Franvaroslag.Ogiltig : slag.Value;

    /// <summary>Words are kept whole, since a part of one can never be told what it means. A number that points at somebody is no word, and is not kept.</summary>
    private Refusal Okant(Listfalt f, string text)
    {
        var ord = SvenskText.Enkelrad(text) ?? "";
        if (Personnummermask.Finns(ord))
            return new ListradOrdMedPersonnummer(f);

        if (_okandaOrd.Count < FlestaOrd && ord.Length is > 0 and <= Inlastlista.LangstaOrd)
            _okandaOrd.Add(ord);

        return new ListradOkantOrd(f, Inlastlista.Kort(ord));
    }

    private Elevbyggare Elev(Personnummer nummer, string namn, string klass)
    {
        if (!_elever.TryGetValue(nummer.Varde, out var elev))
            _elever.Add(nummer.Varde, elev = new(nummer));

        elev.Namn = Forsta(elev.Namn, namn);
        elev.Klass = Forsta(elev.Klass, klass);
        return elev;
    }

    /// <summary>The first in alphabetical order, so that the order of the rows decides nothing.</summary>
    private static string? Forsta(string? tidigare, string text)
    {
        if (text.Length == 0 || text == tidigare)
            return tidigare;

        var rensad = SvenskText.Enkelrad(text.Length > LangstaNamn ? text[..LangstaNamn] : text);
        return tidigare is null || (rensad is not null && string.CompareOrdinal(rensad, tidigare) < 0) ? rensad : tidigare;
    }

    private string? Lektion(string text)
    {
        if (text.Length == 0)
            return null;
        if (_lektioner.TryGetValue(text, out var namn))
            return namn;

        namn = SvenskText.Enkelrad(text.Length > LangstaNamn ? text[..LangstaNamn] : text);
        if (namn is not null && _lektioner.Count < 10_000)
            _lektioner.Add(text, namn);

        return namn;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Plats(Elevbyggare Elev, DateOnly Dag, int Start, string? Lektion)
    {
        public Plats Efter(int minuter) => Start < 0 ? this : this with { Start = Start + minuter };
    }
}

/// <summary>Collects a student's rows while a list is read.</summary>
internal sealed class Elevbyggare(Personnummer personnummer)
{
    public Personnummer Personnummer => personnummer;

    public string? Namn { get; set; }

    public string? Klass { get; set; }

    public List<Listrad> Rader { get; } = [];

    public Listelev Fardig() => new(personnummer, Namn, Klass, Ordnade(Rader));

    /// <summary>In order of time, each once.</summary>
    public static Listrad[] Ordnade(IEnumerable<Listrad> rader)
    {
        Listrad[] alla = [.. rader];
        Array.Sort(alla, Jamfor);
        var antal = 0;
        foreach (var rad in alla)
        {
            if (antal == 0 || alla[antal - 1] != rad)
                alla[antal++] = rad;
        }

        return antal == alla.Length ? alla : alla[..antal];
    }

    private static int Jamfor(Listrad a, Listrad b)
    {
        var svar = a.Dag.CompareTo(b.Dag);
        svar = svar != 0 ? svar : a.Start.CompareTo(b.Start);
        svar = svar != 0 ? svar : a.Schemalagt.CompareTo(b.Schemalagt);
        svar = svar != 0 ? svar : a.Franvaro.CompareTo(b.Franvaro);
        svar = svar != 0 ? svar : a.Slag.CompareTo(b.Slag);
        return svar != 0 ? svar : string.CompareOrdinal(a.Lektion, b.Lektion);
    }
}
