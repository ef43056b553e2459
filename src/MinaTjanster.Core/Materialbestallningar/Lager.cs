using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>
/// The only ways in which stock changes, each inside the caller's transaction. An article's row is written before it is read, so that whoever else touches its stock
/// waits until the transaction has ended, on both engines; articles are taken in the order of their ids, so that nobody waits in a circle (ADR 0039).
/// What follows from this: where a line waits for an article, there is none of it in stock, and nobody passes those who wait.
/// </summary>
internal static class Lager
{
    /// <summary>Takes as many as there are, at most so many. What is lacking is back-ordered.</summary>
    /// <returns>How many were taken.</returns>
    public static async Task<int> TaAsync(PortalDbContext db, long artikelId, int onskat, CancellationToken ct)
    {
        var antal = Math.Min(onskat, await LasAsync(db, artikelId, ct));
        return antal == 0 ? 0 : await AndraAsync(db, artikelId, -antal, ct) ? antal : throw new InvalidOperationException("Locked stock changed.");
    }

    /// <summary>Locks the article's stock and reads it; 0 where there is no such article.</summary>
    public static async Task<int> LasAsync(PortalDbContext db, long artikelId, CancellationToken ct)
    {
        await Rad(db, artikelId).ExecuteUpdateAsync(rad => rad.SetProperty(a => a.Saldo, a => a.Saldo), ct);
        return await Rad(db, artikelId).Select(a => a.Saldo).SingleOrDefaultAsync(ct);
    }

    /// <summary>Adds to stock, or takes from it. False, and nothing is changed, when it would be negative.</summary>
    public static async Task<bool> AndraAsync(PortalDbContext db, long artikelId, int forandring, CancellationToken ct) =>
        await Rad(db, artikelId)
            .Where(a => a.Saldo + forandring >= 0)
            .ExecuteUpdateAsync(rad => rad.SetProperty(a => a.Saldo, a => a.Saldo + forandring), ct) == 1;

    /// <summary>Gives what is in stock to the lines that wait for it, in the order in which they were ordered. Sees all schools. The caller saves.</summary>
    public static async Task FordelaAsync(PortalDbContext db, AuditService audit, long artikelId, CancellationToken ct)
    {
        if (await LasAsync(db, artikelId, ct) is not (> 0 and var saldo))
            return;

        var vantar = await db.Nationellt<Materialbestallning>().Include(b => b.Rader.OrderBy(r => r.Id))
            .Where(b => b.Status != Materialstatus.Annullerad && b.Rader.Any(r => r.MaterialartikelId == artikelId && r.Reserverat + r.Struket < r.Antal))
            .OrderBy(b => b.Id)
            .ToListAsync(ct);
        var kvar = saldo;
        foreach (var bestallning in vantar.TakeWhile(_ => kvar > 0))
        {
            var rad = bestallning.Rader.Single(r => r.MaterialartikelId == artikelId);
            var antal = Math.Min(kvar, rad.Rest);
            bestallning.Tilldela(rad, antal);
            kvar -= antal;
            // Whoever has the order before them sees another one now.
            db.Entry(bestallning).Property(b => b.Version).IsModified = true;
            audit.AddFoljd(Acts.MaterialBackorderFilled, AuditObjects.Materialbestallning, bestallning.Id, bestallning.SkolaId, changes: $"{rad.Benamning}: {antal} st");
        }

        if (kvar < saldo && !await AndraAsync(db, artikelId, kvar - saldo, ct))
            throw new InvalidOperationException("Locked stock changed.");
    }

    private static IQueryable<Materialartikel> Rad(PortalDbContext db, long artikelId) => db.Materialartiklar.Where(a => a.Id == artikelId);
}
