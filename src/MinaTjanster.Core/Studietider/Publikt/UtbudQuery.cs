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
public sealed class UtbudQuery(PortalDbContext db, Utbudsminne minne, TimeProvider klocka)
{
    /// <summary>How far hits are counted.</summary>
    public const int MaxAntal = 100;

    /// <summary>How far a term is counted, to find the one that holds least.</summary>
    private const int MaxVagning = 500;

    /// <summary>A term that holds no more than this leads without asking of the others.</summary>
    private const int LattTerm = 50;

    /// <summary>What all that is public is told apart by.</summary>
    public static Task<long> UtgavaAsync(PortalDbContext db, CancellationToken ct) => Utgava(db, ct);

    /// <param name="antal">How many to give, 1–<see cref="MaxAntal"/>.</param>
    /// <param name="efter">From <see cref="Utbudstraffar.Nasta"/>; null for the first.</param>
    public async Task<Result<Utbudstraffar>> SokAsync(Utbudsurval urval, int antal, string? efter, CancellationToken ct)
    {
        Utbudsplats? plats = null;
        if (!string.IsNullOrEmpty(efter) && (plats = Utbudsplats.Tolka(efter)) is null)
            return new UtbudsplatsenFinnsInte();

        // One connection for all that is asked: to take it and give it back costs about as much as a question. Given back before anything is drawn or sent.
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return await SokAsync(urval, antal, plats, ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<Utbudstraffar> SokAsync(Utbudsurval urval, int antal, Utbudsplats? plats, CancellationToken ct)
    {
        var termer = urval.Termer() is { Count: > 0 } ordens ? ordens : urval.Valtermer();
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

    /// <summary>The ids of the hits in order: read off the term that holds least, what else is asked for decided in the word table as far as it can be.</summary>
    internal IQueryable<long> Traffar(Utbudsurval urval, string? drivande, Utbudsplats? plats)
    {
        if (drivande is null)
            return Poster(urval, plats);

        var (mask, varde) = urval.Val;
        var ord = db.Utbudsord.Where(o => o.Term == drivande);
        if (mask != 0)
            ord = ord.Where(o => (o.Val & mask) == varde);
        var idag = klocka.SvenskDag();
        ord = (urval.Datum, urval.Datumslag) switch
        {
            (null, _) => ord.Where(o => o.SistaDag >= idag),
            ({ } dag, Datumslag.Borjar) => ord.Where(o => o.SenasteStart >= dag),
            ({ } dag, _) => ord.Where(o => o.ForstaDag <= dag && o.SistaDag >= dag),
        };
#pragma warning disable CA1309 // Becomes SQL: the columns compare by code point on both engines.
        if (plats is { } dar)
            ord = ord.Where(o => string.Compare(o.Sorteringsnyckel, dar.Nyckel) >= 0 && (string.Compare(o.Sorteringsnyckel, dar.Nyckel) > 0 || o.UtbudspostId > dar.Id));
#pragma warning restore CA1309
        foreach (var term in urval.Termer().Where(t => t != drivande))
            ord = ord.Where(o => db.Utbudsord.Any(a => a.Term == term && a.Sorteringsnyckel == o.Sorteringsnyckel && a.UtbudspostId == o.UtbudspostId));
        if (urval is { Datum: { } dagen, Datumslag: Datumslag.Pagar })
            ord = ord.Where(o => db.Utbudstider.Any(t => t.UtbudspostId == o.UtbudspostId && t.ForstaDag <= dagen && t.SistaDag >= dagen));

        // A word of a length that is no term's: the rest of it stands in the post.
        var langre = urval.Ord.Where(o => Utbudsord.TermFor(o) != o).ToList();
        if (langre.Count > 0)
        {
            var poster = db.Utbudsposter.AsQueryable();
            foreach (var del in langre)
            {
                var monster = $"% {del}%";
                poster = poster.Where(p => EF.Functions.Like(p.Sokord, monster));
            }

            ord = ord.Where(o => poster.Any(p => p.Id == o.UtbudspostId));
        }

        return ord.OrderBy(o => o.Sorteringsnyckel).ThenBy(o => o.UtbudspostId).Select(o => o.UtbudspostId);
    }

    private static readonly Func<PortalDbContext, CancellationToken, Task<long>> Utgava =
        EF.CompileAsyncQuery((PortalDbContext db, CancellationToken ct) => db.Utbudsutgavor.Select(u => u.Nummer).Single());

    private static readonly Func<PortalDbContext, string, CancellationToken, Task<int>> Vag =
        EF.CompileAsyncQuery((PortalDbContext db, string term, CancellationToken ct) => db.Utbudsord.Where(o => o.Term == term).OrderBy(o => o.Sorteringsnyckel).Take(MaxVagning).Count());

    /// <summary>All posts, or those of a day on which a studietid begins or later.</summary>
    private IQueryable<long> Poster(Utbudsurval urval, Utbudsplats? plats)
    {
        var idag = klocka.SvenskDag();
        var poster = urval.Datum is { } dag ? db.Utbudsposter.Where(p => p.SenasteStart >= dag) : db.Utbudsposter.Where(p => p.SistaDag >= idag);
#pragma warning disable CA1309
        if (plats is { } har)
            poster = poster.Where(p => string.Compare(p.Sorteringsnyckel, har.Nyckel) >= 0 && (string.Compare(p.Sorteringsnyckel, har.Nyckel) > 0 || p.Id > har.Id));
#pragma warning restore CA1309
        return poster.OrderBy(p => p.Sorteringsnyckel).ThenBy(p => p.Id).Select(p => p.Id);
    }

    /// <summary>The term that holds least, as far as is counted; null when one is seen to hold nothing, so that nothing can be found.</summary>
    private async Task<string?> MinstaAsync(IReadOnlyList<string> termer, CancellationToken ct)
    {
        var (minsta, minst) = (termer[0], int.MaxValue);
        foreach (var term in termer)
        {
            var antal = await Vag(db, term, ct);
            if (antal == 0)
                return null;
            if (antal < minst)
                (minsta, minst) = (term, antal);
            if (minst <= LattTerm)
                return minsta;
        }

        return minsta;
    }

    private async Task<List<Utbudstraff>> LaddaAsync(Utbudsurval urval, List<long> ids, CancellationToken ct)
    {
        var poster = ids.Select(minne.Hitta).OfType<Utbudspost>().ToDictionary(p => p.Id);
        var saknade = ids.FindAll(id => !poster.ContainsKey(id));
        if (saknade.Count > 0)
        {
            await foreach (var post in db.Utbudsposter.AsNoTracking().Include(p => p.Tider).Where(p => saknade.Contains(p.Id)).AsAsyncEnumerable().WithCancellation(ct))
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

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Nyckel}\n{Id}")));
}
