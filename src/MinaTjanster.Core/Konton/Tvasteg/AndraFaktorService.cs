using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Konton.Tvasteg;

/// <summary>Takes away a person's second factors when they have lost them (a new phone, no recovery codes).</summary>
public sealed class AndraFaktorService(
    PortalDbContext db,
    AterstallningskodService koder,
    SessionService sessioner,
    InloggningssparrService sparr,
    Faktormejl mejl,
    AktuellAnvandare anvandare,
    AuditService audit)
{
    /// <summary>
    /// Removes all factors and recovery codes, ends the sessions and lifts the second step's lock. Who is told and what was done stand in the log.
    /// The caller has checked that the signed-in person administers the account and has made sure who asks (docs/asvs.md 6.4.4).
    /// </summary>
    /// <param name="skolaId">The school on whose behalf, or null at CSN.</param>
    /// <param name="varfor">The reason given, if any; without names.</param>
    public async Task<Result<Konto>> AterstallAsync(long kontoId, long? skolaId, string? varfor, CancellationToken ct)
    {
        if (kontoId == anvandare.KontoId)
        {
            return await NekaAsync(kontoId, skolaId, new AterstallerSigSjalv());
        }

        var konto = await db.Konton.SingleOrDefaultAsync(k => k.Id == kontoId, ct);
        if (konto is null || !await HarAsync(kontoId, ct))
        {
            return await NekaAsync(kontoId, skolaId, new IngenTvastegsinloggning());
        }

        Result<Konto> svar;
        try
        {
            svar = await db.ITransaktionAsync<Result<Konto>>(
                async () =>
                {
                    konto.NyStampel();
                    await db.Autentiseringsappar.Where(a => a.KontoId == kontoId).ExecuteDeleteAsync(ct);
                    await db.UserPasskeys.Where(p => p.UserId == kontoId).ExecuteDeleteAsync(ct);
                    await koder.TaBortAsync(kontoId, ct);
                    audit.Add(Acts.SecondFactorReset, AuditObjects.Konto, kontoId, skolaId, varfor);
                    mejl.Add(konto, Acts.SecondFactorReset, "");
                    await db.SaveChangesAsync(ct);
                    await sessioner.AvslutaAllaAsync(kontoId, ct);
                    return konto;
                },
                ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await NekaAsync(kontoId, skolaId, new AnvandarenAndrad());
        }

        // Its own context: after the transaction, which holds the write gate.
        await sparr.NollstallAsync(TvastegsinloggningService.Sparrnyckel(konto), ct);
        return svar;
    }

    /// <summary>Does the account have anything to reset?</summary>
    public async Task<bool> HarAsync(long kontoId, CancellationToken ct) =>
        await db.Autentiseringsappar.AnyAsync(a => a.KontoId == kontoId, ct) ||
        await db.UserPasskeys.AnyAsync(p => p.UserId == kontoId, ct);

    private async Task<Refusal> NekaAsync(long kontoId, long? skolaId, Refusal refusal)
    {
        await audit.AddRefusalAsync(Acts.SecondFactorReset, AuditObjects.Konto, kontoId, skolaId, refusal.Code);
        return refusal;
    }
}
