using System.Text;
using MinaTjanster.Core.Filrapportering.Lasning;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach;

/// <summary>The first look at a list: what it is, its headings and some rows, so that its columns can be recognised or chosen.</summary>
/// <param name="Oversikt">Encoding, length, hash and number of rows.</param>
/// <param name="Avskiljare">Semicolon, comma or tab.</param>
/// <param name="Rubriker">The headings as written, in order.</param>
/// <param name="Rader">The first rows' fields in the same order, at most <see cref="Listlasning.Provrader"/>; short rows are filled up with empty texts.</param>
/// <param name="Kand">The recognised layout, or null.</param>
public sealed record Listprov(
    Filoversikt Oversikt, char Avskiljare, IReadOnlyList<string> Rubriker, IReadOnlyList<IReadOnlyList<string>> Rader, Kolumnmappning? Kand);

/// <summary>A row that could not be read; the others are.</summary>
/// <param name="Radnummer">The line in the file, from 1; the header is a line too.</param>
/// <param name="Fel">What is wrong and what to do.</param>
public sealed record Listradfel(long Radnummer, Refusal Fel);

/// <summary>An absence list as it was read.</summary>
/// <param name="Elever">In order of personnummer.</param>
/// <param name="AntalRader">Rows in the file, also those that could not be read.</param>
/// <param name="Dubbletter">Rows that say exactly what another does; they count once.</param>
/// <param name="AntalFel">Rows that could not be read.</param>
/// <param name="Fel">The first of them, at most <see cref="Listlasning.MaxFel"/>.</param>
/// <param name="OkandaOrd">Words for absence that the mapping does not know, as written, each once.</param>
/// <param name="Period">The first and last day that any row is about, both included; null when no row could be read.</param>
public sealed record Inlastlista(
    IReadOnlyList<Listelev> Elever,
    long AntalRader,
    long Dubbletter,
    long AntalFel,
    IReadOnlyList<Listradfel> Fel,
    IReadOnlyList<string> OkandaOrd,
    Dagperiod? Period)
{
    /// <summary>Characters of a word that can be told what it means.</summary>
    public const int LangstaOrd = 200;

    private const int VisatOrd = 40;

    /// <summary>A word as sentences quote it.</summary>
    public static string Kort(string ord) => ord.Length > VisatOrd ? ord[..VisatOrd] + "…" : ord;

    /// <summary>The last day that the list tells of, today and before; null when it does not hold all days from this one on.</summary>
    public DateOnly? TackerTill(DateOnly fran, DateOnly idag)
    {
        if (Period is not { } period || period.ForstaDag > fran)
            return null;

        // Rows of days to come, such as a leave that is granted, do not say that the days up to them are in the list.
        var sista = period.SistaDag <= idag
            ? period.SistaDag
            : Elever.Select(e => e.Rader.LastOrDefault(r => r.Dag <= idag).Dag).Max();
        return sista < fran ? null : sista;
    }

    /// <summary>Why no row of it can be read, by what most rows have in common; null when one can, or when words only wait for somebody to say what they mean.</summary>
    internal ListanOlaslig? Olaslig => AntalFel < AntalRader || OkandaOrd.Count > 0 || Fel.Count == 0
        ? null
        : new(Fel.GroupBy(f => f.Fel.Code).MaxBy(g => g.Count())!.First().Fel);

    /// <summary>Several lists as one: a list that was taken out in parts, or month by month.</summary>
    public static Inlastlista Ihop(params IReadOnlyList<Inlastlista> listor)
    {
        Listelev[] elever =
        [
            .. listor.SelectMany(l => l.Elever)
                .GroupBy(e => e.Personnummer.Varde)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new Listelev(g.First().Personnummer, Forsta(g.Select(e => e.Namn)), Forsta(g.Select(e => e.Klass)), Elevbyggare.Ordnade(g.SelectMany(e => e.Rader)))),
        ];
        var fore = listor.SelectMany(l => l.Elever).Sum(e => (long)e.Rader.Count);
        return new(
            elever,
            listor.Sum(l => l.AntalRader),
            listor.Sum(l => l.Dubbletter) + fore - elever.Sum(e => (long)e.Rader.Count),
            listor.Sum(l => l.AntalFel),
            [.. listor.SelectMany(l => l.Fel).Take(Listlasning.MaxFel)],
            [.. listor.SelectMany(l => l.OkandaOrd).Distinct().Order(StringComparer.Ordinal)],
            PeriodFor(elever));
    }

    internal static Dagperiod? PeriodFor(IReadOnlyCollection<Listelev> elever) =>
        elever.Count == 0 ? null : new(elever.Min(e => e.Rader[0].Dag), elever.Max(e => e.Rader[^1].Dag));

    private static string? Forsta(IEnumerable<string?> texter) => texter.OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
}

/// <summary>
/// Reads absence lists from schools' own systems: CSV with semicolon, comma or tab, UTF-8 or Latin-1. The same two passes as student files (docs/adr/0032),
/// so any bytes give rows, rows with a fault, or a refusal of the file, never an exception.
/// </summary>
public static class Listlasning
{
    /// <summary>Rows shown where columns are chosen.</summary>
    public const int Provrader = 5;

    /// <summary>Faults that are listed; beyond them they are only counted.</summary>
    public const int MaxFel = 500;

    private const int LangstaProv = 80;

    /// <param name="oppna">Gives the list's bytes from their start; called more than once, each stream is closed here.</param>
    /// <returns>Or FIL- refusals, or <see cref="ListrubrikMedPersonnummer"/>.</returns>
    public static async Task<Result<Listprov>> ProvaAsync(Func<Stream> oppna, CancellationToken cancellationToken = default)
    {
        var oversikt = await GranskaAsync(oppna, cancellationToken);
        if (!oversikt.IsAccepted)
            return Result<Listprov>.Refused(oversikt.Refusals);

        await using var poster = await Postlasare.OppnaAsync(oppna(), oversikt.Value, komma: true, cancellationToken);
        var namn = await poster.NamnAsync(cancellationToken);
        if (!namn.IsAccepted)
            return Result<Listprov>.Refused(namn.Refusals);
        if (namn.Value.Length > Filgranser.MaxAntalFalt)
            return new ForMangaKolumner(namn.Value.Length);

        // Headings are kept with the school's choice of columns.
        if (namn.Value.Any(Personnummermask.Finns))
            return new ListrubrikMedPersonnummer();

        List<string[]> rader = [];
        while (rader.Count < Provrader && await poster.NastaAsync(cancellationToken))
        {
            if (poster.Fel is null)
                rader.Add([.. namn.Value.Select((_, i) => i < poster.AntalFalt ? Kort(Encoding.UTF8.GetString(poster.Falt(i))) : "")]);
        }

        return rader.Count == 0 ? new FilUtanRader() : new Listprov(oversikt.Value, poster.Avskiljare, namn.Value, rader, Kandalayouter.Kann(namn.Value));
    }

    /// <param name="oppna">Gives the list's bytes from their start; called more than once, each stream is closed here.</param>
    /// <param name="mappning">Which column is what.</param>
    /// <param name="idag">The Swedish day of today: personnummer of those born later are faults.</param>
    /// <returns>Or FIL- and LISTA- refusals of the whole list.</returns>
    public static async Task<Result<Inlastlista>> LasAsync(Func<Stream> oppna, Kolumnmappning mappning, DateOnly idag, CancellationToken cancellationToken = default)
    {
        if (mappning.Prova() is { Count: > 0 } fel)
            return Result<Inlastlista>.Refused(fel);

        var oversikt = await GranskaAsync(oppna, cancellationToken);
        if (!oversikt.IsAccepted)
            return Result<Inlastlista>.Refused(oversikt.Refusals);

        var oppnad = await Fillasare.OppnaAsync(oppna(), oversikt.Value, Kolumnerna(mappning, out var falt), komma: true, cancellationToken);
        if (!oppnad.IsAccepted)
            return Result<Inlastlista>.Refused(oppnad.Refusals);

        await using var lasare = oppnad.Value;
        var tolk = new Listradtolk(mappning, falt, idag);
        while (await lasare.NastaAsync(cancellationToken) is { } rad)
            tolk.TaEmot(rad);

        return tolk.Fardig();
    }

    /// <summary>The columns to read, and what each is; the list may lack those that are only shown.</summary>
    internal static Filkolumner Kolumnerna(Kolumnmappning mappning, out IReadOnlyList<Listfalt> falt)
    {
        falt = [.. mappning.Kolumner.Keys.Where(mappning.Har).Order()];
        return new([.. falt.Select(f => new Filkolumn(mappning.Kolumner[f], IsRequired: !Kandalayouter.Umbarliga.Contains(f)))]);
    }

    private static async Task<Result<Filoversikt>> GranskaAsync(Func<Stream> oppna, CancellationToken cancellationToken)
    {
        await using var kalla = oppna();
        return await Forgranskning.GranskaAsync(kalla, cancellationToken);
    }

    private static string Kort(string text) => text.Length > LangstaProv ? text[..LangstaProv] + "…" : text;
}
