using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// Mails the one-time passwords whose letters have had time to arrive (domain.md section 3). The mark on the letter and the mail in the outbox
/// are one save, under the letter's version: any number of workers may do it at once, and each letter gives one mail.
/// </summary>
public sealed class EngangsutskickService(PortalDbContext db, EngangslosenordService engangslosenord, TimeProvider klocka)
{
    private const int Omgang = 100;

    /// <summary>Handles every letter that is due, at most <see cref="Omgang"/>; returns how many mails this worker added.</summary>
    public async Task<int> MejlaForfallnaAsync(CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        var forfallna = await db.Nationellt<Kontobrev>()
            .Where(b => b.EngangslosenordSkickat == null && b.EngangslosenordTidigast <= nu)
            .OrderBy(b => b.EngangslosenordTidigast).ThenBy(b => b.Id)
            .Take(Omgang)
            .Select(b => b.Id)
            .ToListAsync(ct);
        var antal = 0;
        foreach (var id in forfallna)
        {
            try
            {
                antal += await MejlaAsync(id, ct) ? 1 : 0;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another worker took the letter, or the person's password was set in the same moment: looked at anew next time.
            }

            db.ChangeTracker.Clear();
        }

        return antal;
    }

    private async Task<bool> MejlaAsync(long id, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        if (await db.Nationellt<Kontobrev>().SingleOrDefaultAsync(b => b.Id == id && b.EngangslosenordSkickat == null && b.EngangslosenordTidigast <= nu, ct) is not { } brev)
            return false;

        var konto = await db.Konton.SingleAsync(k => k.Id == brev.KontoId, ct);
        // Sent by the administrator meanwhile, or the person left every school before they began.
        var behovs = konto.PasswordHash is null
            && Kontouppgifter.ArEpost(konto.Email ?? "")
            && await db.Nationellt<Skolanvandare>().AnyAsync(a => a.KontoId == konto.Id && a.Avslutad == null, ct);
        if (behovs)
        {
            engangslosenord.Mejla(konto, brev.SkolaId);
            brev.HarMejlatEngangslosenord(nu);
        }
        else
        {
            brev.AvstaEngangslosenord();
        }

        await db.SaveChangesAsync(ct);
        return behovs;
    }
}
