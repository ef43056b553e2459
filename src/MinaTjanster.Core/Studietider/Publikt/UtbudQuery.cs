using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Publikt;

/// <summary>A hit with the studietider that the search shows, in order of time.</summary>
public sealed record Utbudstraff(Utbudspost Post, IReadOnlyList<Utbudstid> Tider);

/// <summary>Some of the hits.</summary>
/// <param name="Antal">How many there are from here on, at most <see cref="UtbudQuery.MaxAntal"/>.</param>
/// <param name="ArFler">There are more than <paramref name="Antal"/>: nobody has counted them, so that counting never costs more the more there are.</param>
/// <param name="Nasta">Where to go on; null at the end.</param>
public sealed record Utbudstraffar(IReadOnlyList<Utbudstraff> Traffar, int Antal, bool ArFler, string? Nasta)
{
    public static Utbudstraffar Inga { get; } = new([], 0, false, null);
}

/// <summary>The public search over the word table (ADR 0038): never reads a school's own tables.</summary>
public sealed class UtbudQuery(PortalDbContext db, TimeProvider klocka)
{
    /// <summary>How far hits are counted.</summary>
    public const int MaxAntal = 100;

    /// <summary>How far a term is counted, to find the one that holds least.</summary>
    private const int MaxVagning = 1_000;

    private sealed record Termantal
    {
        public required string Term { get; init; }

        public required int Antal { get; init; }
    }

    /// <summary>What all that is public is told apart by.</summary>
    public Task<long> UtgavaAsync(CancellationToken ct) => Utgava(db, ct);

    /// <param name="antal">How many to give, 1–<see cref="MaxAntal"/>.</param>
    /// <param name="efter">From <see cref="Utbudstraffar.Nasta"/>; null for the first.</param>
    public async Task<Result<Utbudstraffar>> SokAsync(Utbudsurval urval, int antal, string? efter, CancellationToken ct)
    {
        Utbudsplats? plats = null;
        if (!string.IsNullOrEmpty(efter) && (plats = Utbudsplats.Tolka(efter)) is null)
            return new UtbudsplatsenFinnsInte();

        var termer = urval.Termer();
        var drivande = termer.Count > 1 ? await MinstaAsync(termer, ct) : termer.Count == 0 ? null : termer[0];
        if (termer.Count > 0 && drivande is null)
            return Utbudstraffar.Inga;

        // The count is of the first page only: what comes after needs to know no more than whether there is anything.
        var tak = plats is null ? MaxAntal : antal;
        var funna = await Traffar(urval, drivande, plats).Take(tak + 1).ToListAsync(ct);
        if (funna.Count == 0)
            return Utbudstraffar.Inga;

        var traffar = await LaddaAsync(urval, funna.Take(antal).ToList(), ct);
        // They were made anew between the two readings: under new ids, which the next search finds.
        if (traffar.Count == 0)
            return Utbudstraffar.Inga;

        var sista = traffar[^1].Post;
        return new Utbudstraffar(
            traffar,
            Math.Min(funna.Count, tak),
            funna.Count > tak,
            funna.Count > antal ? new Utbudsplats(sista.Sorteringsnyckel, sista.Id).ToString() : null);
    }

    /// <returns>Null when nothing is public of it.</returns>
    /// <param name="utbildningId">Null for the school as a whole.</param>
    public Task<Utbudspost?> ForAsync(string skolkod, long? utbildningId, CancellationToken ct) =>
        db.Utbudsposter.AsNoTracking().Include(p => p.Tider.OrderBy(t => t.ForstaDag).ThenBy(t => t.Id))
            .SingleOrDefaultAsync(p => p.Skolkod == skolkod && p.UtbildningId == utbildningId, ct);

#pragma warning disable CA1309 // Becomes SQL: the columns compare by code point on both engines.
    /// <summary>The ids of the hits in order: read off the term that holds least, the rest compared post by post.</summary>
    internal IQueryable<long> Traffar(Utbudsurval urval, string? drivande, Utbudsplats? plats)
    {
        var poster = Utvalda(urval);
        if (drivande is null)
        {
            if (plats is { } har)
                poster = poster.Where(p => string.Compare(p.Sorteringsnyckel, har.Nyckel) >= 0 && (string.Compare(p.Sorteringsnyckel, har.Nyckel) > 0 || p.Id > har.Id));
            return poster.OrderBy(p => p.Sorteringsnyckel).ThenBy(p => p.Id).Select(p => p.Id);
        }

        var ord = db.Utbudsord.Where(o => o.Term == drivande);
        if (plats is { } dar)
            ord = ord.Where(o => string.Compare(o.Sorteringsnyckel, dar.Nyckel) >= 0 && (string.Compare(o.Sorteringsnyckel, dar.Nyckel) > 0 || o.UtbudspostId > dar.Id));
        return from o in ord
               join p in poster on o.UtbudspostId equals p.Id
               orderby o.Sorteringsnyckel, o.UtbudspostId
               select o.UtbudspostId;
    }
#pragma warning restore CA1309

    private static readonly Func<PortalDbContext, CancellationToken, Task<long>> Utgava =
        EF.CompileAsyncQuery((PortalDbContext db, CancellationToken ct) => db.Utbudsutgavor.Select(u => u.Nummer).Single());

    private IQueryable<Utbudspost> Utvalda(Utbudsurval urval)
    {
        var poster = db.Utbudsposter.AsNoTracking();
        var idag = klocka.SvenskDag();
        poster = (urval.Datum, urval.Datumslag) switch
        {
            (null, _) => poster.Where(p => p.SistaDag >= idag),
            ({ } dag, Datumslag.Borjar) => poster.Where(p => p.SenasteStart >= dag),
            ({ } dag, _) => poster.Where(p => p.ForstaDag <= dag && p.SistaDag >= dag && p.Tider.Any(t => t.ForstaDag <= dag && t.SistaDag >= dag)),
        };
        if (urval.Skolform is { } skolform)
            poster = poster.Where(p => p.Skolform == skolform);
        if (urval.Niva is { } niva)
            poster = poster.Where(p => p.Niva == niva);
        if (urval.Undervisning is { } undervisning)
            poster = poster.Where(p => p.Undervisning == undervisning);
        if (urval.Takt is { } takt)
        {
            var (fran, till) = takt.Grans();
            poster = poster.Where(p => p.Takt >= fran && p.Takt <= till);
        }

        foreach (var ord in urval.Ord)
        {
            var monster = $"% {ord}%";
            poster = poster.Where(p => EF.Functions.Like(p.Sokord, monster));
        }

        return poster;
    }

    /// <summary>The term that holds least, as far as is counted; null when one of them holds nothing, so that nothing can be found.</summary>
    private async Task<string?> MinstaAsync(IReadOnlyList<string> termer, CancellationToken ct)
    {
        var fraga = Vag(termer[0]);
        foreach (var term in termer.Skip(1))
            fraga = fraga.Concat(Vag(term));
        var antal = await fraga.ToDictionaryAsync(t => t.Term, t => t.Antal, ct);
        return termer.All(antal.ContainsKey) ? termer.MinBy(t => antal[t]) : null;
    }

    private IQueryable<Termantal> Vag(string term) =>
        db.Utbudsord.Where(o => o.Term == term).OrderBy(o => o.Sorteringsnyckel).Select(o => o.Term).Take(MaxVagning)
            .GroupBy(t => t).Select(g => new Termantal { Term = g.Key, Antal = g.Count() });

    private async Task<List<Utbudstraff>> LaddaAsync(Utbudsurval urval, List<long> ids, CancellationToken ct)
    {
        var poster = await db.Utbudsposter.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var (borjar, dag) = (urval is { Datum: not null, Datumslag: Datumslag.Borjar }, urval.Datum ?? klocka.SvenskDag());
        var tider = await db.Utbudstider.AsNoTracking().Where(t => ids.Contains(t.UtbudspostId) && (borjar ? t.ForstaDag : t.SistaDag) >= dag).ToListAsync(ct);
        var perPost = tider.OrderBy(t => t.ForstaDag).ThenBy(t => t.Id).ToLookup(t => t.UtbudspostId);
        return [.. ids.Where(poster.ContainsKey).Select(id => new Utbudstraff(poster[id], [.. perPost[id]]))];
    }
}

/// <summary>A place in the order of the results: after this post.</summary>
internal readonly record struct Utbudsplats(string Nyckel, long Id)
{
    private const int MaxTecken = 200;

    public static Utbudsplats? Tolka(string text)
    {
        if (text.Length > MaxTecken || !Base64Url.IsValid(text))
            return null;

        var delar = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n');
        return delar.Length == 2 && long.TryParse(delar[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(delar[0], id) : null;
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Nyckel}\n{Id}")));
}
