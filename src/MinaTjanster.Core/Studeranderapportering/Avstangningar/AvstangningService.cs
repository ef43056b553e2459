using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Avstangningar;

/// <summary>What a handläggare does with a received suspension.</summary>
public sealed class AvstangningService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, TimeProvider klocka)
{
    /// <summary>Marks it as handled; the one who comes second, by an old page or in the same moment, is told who was first.</summary>
    /// <param name="version">The one the page was drawn with.</param>
    /// <returns>Null when CSN has no such suspension, or the signed-in person is not cleared to see it.</returns>
    public async Task<Result<Avstangning>?> HanteraAsync(long id, int version, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        if (await LaddaAsync(id, nu, ct) is not { } avstangning)
            return null;

        if (await HinderAsync(avstangning, version, nu, ct) is { } hinder)
            return await NekaAsync(avstangning, hinder);

        var foll = avstangning.Status(nu) == Avstangningsstatus.Tillbakatagen;
        avstangning.Hantera(anvandare.KontoId, nu);
        audit.Add(Acts.SuspensionHandled, AuditObjects.Handelse, avstangning.HandelseId, avstangning.SkolaId, changes: foll ? "Skolan hade tagit tillbaka den" : null);
        try
        {
            await db.SaveChangesAsync(ct);
            return avstangning;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody saved between our reading and our saving: nothing of ours was written. What stands now says who.
            db.ChangeTracker.Clear();
            avstangning = (await LaddaAsync(id, nu, ct))!;
            return await NekaAsync(avstangning, await HinderAsync(avstangning, version, nu, ct) ?? new AvstangningAndrad());
        }
    }

    private Task<Avstangning?> LaddaAsync(long id, DateTime nu, CancellationToken ct) =>
        db.SynligaAvstangningar(anvandare, nu).AsTracking().SingleOrDefaultAsync(a => a.Id == id, ct);

    private async Task<Refusal?> HinderAsync(Avstangning avstangning, int version, DateTime nu, CancellationToken ct)
    {
        if (avstangning.Vantar(nu))
            return avstangning.Version == version ? null : new AvstangningAndrad();

        return avstangning is { Hanterad: { } nar, HanteradAvKontoId: { } vem }
            ? new AvstangningRedanHanterad(await db.Konton.Where(k => k.Id == vem).Select(k => k.Namn).SingleAsync(ct), nar)
            : new AvstangningErsatt();
    }

    private async Task<Result<Avstangning>> NekaAsync(Avstangning avstangning, Refusal hinder)
    {
        await audit.AddRefusalAsync(Acts.SuspensionHandled, AuditObjects.Handelse, avstangning.HandelseId, avstangning.SkolaId, [hinder]);
        return hinder;
    }
}
