using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
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

/// <summary>
/// The public search over the word table (ADR 0038): never reads a school's own tables. Reads on under the term that holds least, in the order of the results, until there
/// are hits enough; what else is asked for is decided of what is remembered of each post.
/// </summary>
public sealed class UtbudQuery(PortalDbContext db, Utbudsminne minne, TimeProvider klocka)
{
    /// <summary>How far hits are counted.</summary>
    public const int MaxAntal = 100;

    /// <summary>So many are read at first.</summary>
    internal const int Block = 250;

    /// <summary>How many are read at a time at most, and how far it is counted which term holds least.</summary>
    private const int MaxLast = 5_000;

    /// <summary>A term that holds no more than this leads without asking of the others.</summary>
    private const int LattTerm = 50;

    private static readonly Func<PortalDbContext, CancellationToken, Task<long>> Utgava =
        EF.CompileAsyncQuery((PortalDbContext db, CancellationToken ct) => db.Utbudsutgavor.Select(u => u.Nummer).Single());

    private static readonly Func<PortalDbContext, string, CancellationToken, Task<int>> Vag =
        EF.CompileAsyncQuery((PortalDbContext db, string term, CancellationToken ct) => db.Utbudsord.Where(o => o.Term == term).OrderBy(o => o.Sorteringsnyckel).Take(MaxLast + 1).Count());

    /// <summary>What all that is public is told apart by.</summary>
    public static Task<long> UtgavaAsync(PortalDbContext db, CancellationToken ct) => Utgava(db, ct);

    /// <param name="antal">How many to give, 1–<see cref="MaxAntal"/>.</param>
    /// <param name="efter">From <see cref="Utbudstraffar.Nasta"/>; null for the first.</param>
    public async Task<Result<Utbudstraffar>> SokAsync(Utbudsurval urval, int antal, string? efter, CancellationToken ct)
    {
        Utbudsplats? plats = null;
        if (!string.IsNullOrEmpty(efter) && (plats = Utbudsplats.Tolka(efter)) is null)
            return new UtbudsplatsenFinnsInte();

        var listor = await minne.ListorAsync(ct);
        var termer = urval.Termer();
        var term = termer.Count == 0 ? null : await MinstaAsync(listor, termer, ct);
        if (termer.Count > 0 && term is null)
            return Utbudstraffar.Inga;

        // The count is of the first page only: what comes after needs to know no more than whether there is anything.
        var tak = plats is null ? MaxAntal : antal;
        var funna = await HittaAsync(urval, RaderAsync(listor, term, plats, ct), tak + 1);
        var traffar = await LaddaAsync(urval, funna.Take(antal).Select(f => f.Id).ToList(), ct);
        // They were made anew between the two readings: under new ids, which the next search finds.
        if (traffar.Count == 0)
            return Utbudstraffar.Inga;

        return new Utbudstraffar(traffar, Math.Min(funna.Count, tak), funna.Count > tak, funna.Count > antal ? funna[antal - 1].ToString() : null);
    }

    /// <returns>Null when nothing is public of it.</returns>
    /// <param name="utbildningId">Null for the school as a whole.</param>
    public Task<Utbudspost?> ForAsync(string skolkod, long? utbildningId, CancellationToken ct) =>
        db.Utbudsposter.AsNoTracking().Include(p => p.Tider.OrderBy(t => t.ForstaDag).ThenBy(t => t.Id))
            .SingleOrDefaultAsync(p => p.Skolkod == skolkod && p.UtbildningId == utbildningId, ct);

    /// <summary>The term that holds least, as far as is counted; null when one is seen to hold nothing, so that nothing can be found.</summary>
    private async Task<string?> MinstaAsync(Utbudslistor listor, IReadOnlyList<string> termer, CancellationToken ct)
    {
        var (minsta, minst) = (termer[0], int.MaxValue);
        foreach (var term in termer)
        {
            if (listor.Vikt(term) is not { } antal)
            {
                antal = await Vag(db, term, ct);
                if (antal == 0)
                    return null;
                listor.MinnsVikt(term, antal);
            }

            if (antal < minst)
                (minsta, minst) = (term, antal);
            if (minst <= LattTerm)
                return minsta;
        }

        return minsta;
    }

    private async Task<List<Utbudsplats>> HittaAsync(Utbudsurval urval, IAsyncEnumerable<Utbudsrad> rader, int antal)
    {
        var (val, ord, idag) = (urval.Val, urval.Ord.Select(o => $" {o}").ToList(), klocka.SvenskDag());
        List<Utbudsplats> funna = [];
        await foreach (var rad in rader)
        {
            if (!rad.Passar(ord, val, urval.Datum, urval.Datumslag, idag))
                continue;
            funna.Add(rad.Plats);
            if (funna.Count == antal)
                break;
        }

        return funna;
    }

    /// <summary>What stands under the term after the place, in order.</summary>
    /// <param name="term">Null for all posts.</param>
    private async IAsyncEnumerable<Utbudsrad> RaderAsync(Utbudslistor listor, string? term, Utbudsplats? plats, [EnumeratorCancellation] CancellationToken ct)
    {
        var lista = listor.Under(term);
        var fran = plats is { } har ? Array.IndexOf(lista.Poster, har.Id) + 1 : 0;
        // A place that has not been read so far, or whose post is gone: what comes after it is read by its key, and not kept.
        var minns = plats is null || fran > 0;
        if (minns)
        {
            for (; fran < lista.Poster.Length; fran += Block)
            {
                foreach (var rad in await LasAsync(lista.Poster.AsMemory(fran..Math.Min(fran + Block, lista.Poster.Length)), ct))
                    yield return rad;
            }

            if (lista.ArHel)
                yield break;
            plats = lista.Sist;
        }

        // More each time: what is found at once reads little, and what is hardly found at all asks few times.
        var antal = Block;
        List<Utbudsplats> platser;
        do
        {
            platser = await PlatserAsync(term, plats, antal, ct);
            if (minns)
                listor.Minns(term, lista = lista.Och(platser, arHel: platser.Count < antal));
            foreach (var nagra in platser.Select(p => p.Id).Chunk(Block))
            {
                foreach (var rad in await LasAsync(nagra, ct))
                    yield return rad;
            }

            if (platser.Count < antal)
                yield break;
            plats = platser[^1];
            antal = Math.Min(2 * antal, MaxLast);
        }
        while (true);
    }

    /// <summary>Reads places off the index.</summary>
    private async Task<List<Utbudsplats>> PlatserAsync(string? term, Utbudsplats? efter, int antal, CancellationToken ct)
    {
        var alla = term is null
            ? db.Utbudsposter.Select(p => new { p.Sorteringsnyckel, p.Id })
            : db.Utbudsord.Where(o => o.Term == term).Select(o => new { o.Sorteringsnyckel, Id = o.UtbudspostId });
#pragma warning disable CA1309 // Becomes SQL: the columns compare by code point on both engines.
        if (efter is { } plats)
            alla = alla.Where(p => string.Compare(p.Sorteringsnyckel, plats.Nyckel) >= 0 && (string.Compare(p.Sorteringsnyckel, plats.Nyckel) > 0 || p.Id > plats.Id));
#pragma warning restore CA1309
        return await alla.OrderBy(p => p.Sorteringsnyckel).ThenBy(p => p.Id).Take(antal).Select(p => new Utbudsplats(p.Sorteringsnyckel, p.Id)).ToListAsync(ct);
    }

    /// <returns>In the order of the ids, without those that were taken away meanwhile.</returns>
    private async Task<List<Utbudsrad>> LasAsync(ReadOnlyMemory<long> ids, CancellationToken ct)
    {
        List<Utbudsrad> rader = new(ids.Length);
        List<long> okanda = [];
        foreach (var id in ids.Span)
        {
            if (minne.Rad(id) is { } rad)
                rader.Add(rad);
            else
                okanda.Add(id);
        }

        if (okanda.Count == 0)
            return rader;
        await foreach (var post in Poster(okanda).WithCancellation(ct))
            rader.Add(minne.MinnsRad(post));
        rader.Sort((a, b) => a.Plats.Jamfor(b.Plats));
        return rader;
    }

    private IAsyncEnumerable<Utbudspost> Poster(IReadOnlyCollection<long> ids) =>
        db.Utbudsposter.AsNoTracking().Include(p => p.Tider).Where(p => ids.Contains(p.Id)).AsAsyncEnumerable();

    private async Task<List<Utbudstraff>> LaddaAsync(Utbudsurval urval, List<long> ids, CancellationToken ct)
    {
        var poster = ids.Select(minne.Hitta).OfType<Utbudspost>().ToDictionary(p => p.Id);
        var saknade = ids.FindAll(id => !poster.ContainsKey(id));
        if (saknade.Count > 0)
        {
            await foreach (var post in Poster(saknade).WithCancellation(ct))
            {
                minne.Minns(post);
                poster.Add(post.Id, post);
            }
        }

        var (borjar, dag) = (urval is { Datum: not null, Datumslag: Datumslag.Borjar }, urval.Datum ?? klocka.SvenskDag());
        return
        [
            .. from id in ids
               where poster.ContainsKey(id)
               let post = poster[id]
               select new Utbudstraff(post, [.. post.Tider.Where(t => (borjar ? t.ForstaDag : t.SistaDag) >= dag).OrderBy(t => t.ForstaDag).ThenBy(t => t.Id)]),
        ];
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

    /// <summary>As the databases compare them: by code point.</summary>
    public int Jamfor(Utbudsplats other) => string.CompareOrdinal(Nyckel, other.Nyckel) is not 0 and var skillnad ? skillnad : Id.CompareTo(other.Id);

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Nyckel}\n{Id}")));
}
