using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Meddelanden;

/// <summary>
/// The outbox as its workers see it. A mail is taken in one statement that moves its next try to the end of a lease, so any number
/// of copies of the portal may work on it at once. A worker that dies leaves the mail to the next one when the lease is out:
/// then a mail may go out twice, never not at all.
/// </summary>
public sealed class MejlkoService(NyPortalDbContext nyDb, TimeProvider klocka, Mejlinstallning installning)
{
    /// <summary>How long a worker holds a mail; longer than any delivery is allowed to take.</summary>
    public static readonly TimeSpan Lan = TimeSpan.FromMinutes(2);

    /// <summary>Given up after this many tries, some nine hours after the first.</summary>
    public const int MaxForsok = 10;

    private const string Darfor = "utskick";

    /// <summary>Ids of mails that are due, oldest first.</summary>
    public async Task<IReadOnlyList<long>> HamtaForfallnaAsync(int antal, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        await using var db = nyDb.NyForAlla(Darfor);
        return await db.UtgaendeMejl.AsNoTracking()
            .Where(m => m.Status == Mejlstatus.Vantar && m.NastaForsok <= nu)
            .OrderBy(m => m.NastaForsok).ThenBy(m => m.Id)
            .Take(antal)
            .Select(m => m.Id)
            .ToListAsync(ct);
    }

    /// <summary>Takes one mail, or gives null when another worker has it or it is gone.</summary>
    public async Task<UtgaendeMejl?> TaAsync(long id, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        await using var db = nyDb.NyForAlla(Darfor);
        var tagna = await db.SkrivAsync(
            () => db.UtgaendeMejl
                .Where(m => m.Id == id && m.Status == Mejlstatus.Vantar && m.NastaForsok <= nu)
                .ExecuteUpdateAsync(rad => rad.SetProperty(m => m.NastaForsok, nu + Lan), ct),
            ct);
        return tagna == 1 ? await db.UtgaendeMejl.AsNoTracking().SingleAsync(m => m.Id == id, ct) : null;
    }

    /// <summary>It has left us. Written even while the portal is stopping, hence no cancellation.</summary>
    public Task HarSkickatsAsync(long id) => AndraAsync(id, mejl => mejl.HarSkickats(klocka.UtcNu(), installning.BehallHemliga));

    /// <summary>It did not go: tried again later and later (1, 2, 4 … 240 minutes), or given up.</summary>
    /// <param name="id">The mail.</param>
    /// <param name="fel">What the server said.</param>
    /// <param name="meningslost">True when no later try can help.</param>
    /// <returns>When it is tried again, or null when it was given up.</returns>
    public async Task<DateTime?> HarMisslyckatsAsync(long id, string fel, bool meningslost)
    {
        DateTime? nasta = null;
        await AndraAsync(
            id,
            mejl =>
            {
                var forsok = mejl.AntalForsok + 1;
                nasta = meningslost || forsok >= MaxForsok ? null : klocka.UtcNu() + Vantetid(forsok);
                mejl.HarMisslyckats(Personnummermask.Maskera(fel), nasta, installning.BehallHemliga);
            });
        return nasta;
    }

    /// <summary>The wait after the given failed try, counted from 1.</summary>
    internal static TimeSpan Vantetid(int forsok) => TimeSpan.FromMinutes(Math.Min(240, 1 << Math.Min(forsok - 1, 8)));

    private async Task AndraAsync(long id, Action<UtgaendeMejl> andring)
    {
        await using var db = nyDb.NyForAlla(Darfor);
        var mejl = await db.UtgaendeMejl.AsTracking().SingleAsync(m => m.Id == id);
        andring(mejl);
        await db.SaveChangesAsync();
    }
}
