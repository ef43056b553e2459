using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Brevutskrifter;

/// <summary>A letter of a print queue: new → printed → marked as sent. Who may see it, and what follows from it, is the queue's own.</summary>
public interface IUtskrivbar : ISkolagd, IVersionerad
{
    long Id { get; }

    /// <summary>UTC; null before.</summary>
    DateTime? Utskriven { get; }

    /// <summary>The key of the print-out it stands in; null before.</summary>
    string? Utskriftsnyckel { get; }

    /// <summary>When somebody marked it as posted (UTC); null before.</summary>
    DateTime? Skickad { get; }
}

/// <summary>A PDF of several letters that has been made.</summary>
/// <param name="AttSkicka">Those of them that nobody has marked as sent.</param>
public sealed record Utskrift(string Nyckel, DateTime Tid, int Antal, int AttSkicka);

/// <summary>
/// What every print queue does alike: each letter is in one print-out, whoever else prints at the same moment; a print-out can be fetched again; it is marked as sent as a whole or
/// letter by letter, once; and a mark set by mistake can be taken back the same day.
/// </summary>
/// <remarks>The queries that are given are the ones the signed-in person may see: nothing outside them is taken, listed or changed.</remarks>
public sealed class Utskriftsko<T>(PortalDbContext db, TimeProvider klocka)
    where T : class, IUtskrivbar
{
    /// <summary>As many letters as one PDF holds; the rest are the next one's.</summary>
    public const int MaxIUtskrift = 500;

    private const int MaxForsok = 5;

    /// <summary>Takes new letters into one print-out, at most <see cref="MaxIUtskrift"/>, the first of the order.</summary>
    /// <param name="nya">Letters that nobody has printed, in order.</param>
    /// <param name="galler">What must hold of a letter still when it is taken; asked of its own row alone.</param>
    /// <param name="notera">Adds the events of those that were taken; saved with them.</param>
    /// <returns>The print-out, or null when there was no new letter.</returns>
    public async Task<Utskrift?> SkrivUtAsync(IOrderedQueryable<T> nya, Expression<Func<T, bool>> galler, Func<List<T>, Task> notera, CancellationToken ct)
    {
        var (nyckel, nu) = (Hemlighet.NyKort(), klocka.UtcNu());
        var ids = await nya.Take(MaxIUtskrift).Select(b => b.Id).ToListAsync(ct);
        var antal = ids.Count == 0 ? 0 : await db.ITransaktionAsync(
            async () =>
            {
                // One statement: a letter that another takes at the same moment is in one of the two print-outs.
                var tagna = await db.Nationellt<T>().Where(b => ids.Contains(b.Id) && b.Utskriven == null && b.Skickad == null).Where(galler)
                    .ExecuteUpdateAsync(
                        rad => rad
                            .SetProperty(b => EF.Property<DateTime?>(b, nameof(IUtskrivbar.Utskriven)), nu)
                            .SetProperty(b => EF.Property<string?>(b, nameof(IUtskrivbar.Utskriftsnyckel)), nyckel)
                            .SetProperty(b => EF.Property<int>(b, nameof(IVersionerad.Version)), b => EF.Property<int>(b, nameof(IVersionerad.Version)) + 1),
                        ct);
                await notera(await db.Nationellt<T>().AsNoTracking().Where(b => b.Utskriftsnyckel == nyckel).ToListAsync(ct));
                await db.SaveChangesAsync(ct);
                return tagna;
            },
            ct);
        return antal == 0 ? null : new Utskrift(nyckel, nu, antal, antal);
    }

    /// <summary>Every print-out with a letter that is not marked as sent, the oldest first.</summary>
    /// <param name="synliga">Letters that still are to go, or have gone.</param>
    public Task<List<Utskrift>> AttSkickaAsync(IQueryable<T> synliga, CancellationToken ct) => UtskrifterAsync(synliga, synliga.Where(b => b.Skickad == null), ct);

    /// <summary>Every print-out, with all its letters counted, that has a letter whose mark can be taken back. The latest last.</summary>
    public Task<List<Utskrift>> SkickadeIdagAsync(IQueryable<T> synliga, IQueryable<T> angerbara, CancellationToken ct) => UtskrifterAsync(synliga, angerbara, ct);

    /// <summary>Those of the letters that were marked as sent today, and so may be marked as not sent again.</summary>
    public IQueryable<T> Angerbara(IQueryable<T> brev)
    {
        var fran = IdagFran;
        return brev.Where(b => b.Skickad >= fran);
    }

    /// <summary>Changes letters and saves, with what follows from it. Where somebody changes one of them in the same moment, what still is to be changed is read anew.</summary>
    /// <param name="brev">The letters to change: those that have been changed are not among them the next time.</param>
    /// <param name="andra">Changes them, given the time, and adds the events.</param>
    /// <returns>How many were changed.</returns>
    public async Task<int> AndraAsync(IQueryable<T> brev, Func<List<T>, DateTime, Task<int>> andra, CancellationToken ct)
    {
        for (var forsok = 1; ; forsok++)
        {
            try
            {
                return await db.ITransaktionAsync(
                    async () =>
                    {
                        var antal = await andra(await brev.AsTracking().OrderBy(b => b.Id).ToListAsync(ct), klocka.UtcNu());
                        await db.SaveChangesAsync(ct);
                        return antal;
                    },
                    ct);
            }
            catch (DbUpdateConcurrencyException) when (forsok < MaxForsok)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>UTC: the start of the Swedish day.</summary>
    private DateTime IdagFran => SvenskTid.TillUtc(klocka.SvenskDag(), TimeOnly.MinValue);

    /// <summary>First the few that are asked for, by their index; then their letters.</summary>
    private static async Task<List<Utskrift>> UtskrifterAsync(IQueryable<T> brev, IQueryable<T> nagot, CancellationToken ct)
    {
        var nycklar = await nagot.Where(b => b.Utskriftsnyckel != null).Select(b => b.Utskriftsnyckel).Distinct().ToListAsync(ct);
        return await brev.Where(b => nycklar.Contains(b.Utskriftsnyckel))
            .GroupBy(b => b.Utskriftsnyckel!)
            .Select(g => new { Nyckel = g.Key, Tid = g.Max(b => b.Utskriven)!.Value, Antal = g.Count(), AttSkicka = g.Count(b => b.Skickad == null) })
            .OrderBy(u => u.Tid).ThenBy(u => u.Nyckel)
            .Select(u => new Utskrift(u.Nyckel, u.Tid, u.Antal, u.AttSkicka))
            .ToListAsync(ct);
    }
}
