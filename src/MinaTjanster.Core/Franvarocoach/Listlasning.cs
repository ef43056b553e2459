using MinaTjanster.Core.Filrapportering.Lasning;
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
    /// <summary>Several lists as one: a list that was taken out in parts, or month by month.</summary>
    public static Inlastlista Ihop(params IReadOnlyList<Inlastlista> listor) => throw new NotImplementedException();
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

    /// <param name="oppna">Gives the list's bytes from their start; called more than once, each stream is closed here.</param>
    /// <returns>Or FIL- refusals.</returns>
    public static Task<Result<Listprov>> ProvaAsync(Func<Stream> oppna, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <param name="oppna">Gives the list's bytes from their start; called more than once, each stream is closed here.</param>
    /// <param name="mappning">Which column is what.</param>
    /// <param name="idag">The Swedish day of today: personnummer of those born later are faults.</param>
    /// <returns>Or FIL- and LISTA- refusals of the whole list.</returns>
    public static Task<Result<Inlastlista>> LasAsync(Func<Stream> oppna, Kolumnmappning mappning, DateOnly idag, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
