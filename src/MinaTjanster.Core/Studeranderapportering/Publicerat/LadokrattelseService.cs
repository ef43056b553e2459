using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Publicerat;

public sealed record RattelsenRedanHanterad(string Vem, DateOnly Dag) : Refusal(
    "LADOK-HANTERAD", $"{Vem} markerade rättelsen som hanterad den {SvenskText.Datum(Dag)}. Ingenting har ändrats nu.");

/// <summary>A handläggare has done what a correction in Ladok asks for.</summary>
public sealed class LadokrattelseService(PortalDbContext db, LadokrattelseQuery query, AktuellAnvandare anvandare, AuditService audit, TimeProvider klocka)
{
    /// <returns>Null when there is none, or the signed-in person is not cleared to see it.</returns>
    public async Task<Result<Ladokrattelse>?> HanteraAsync(long id, CancellationToken ct)
    {
        if (await LaddaAsync(id, ct) is not { } rattelse)
            return null;

        if (rattelse.Hanterad is null)
        {
            rattelse.Hantera(anvandare.KontoId, klocka.UtcNu());
            audit.Add(Acts.LadokCorrectionHandled, AuditObjects.Ladokrattelse, id, rattelse.SkolaId);
            try
            {
                await db.SaveChangesAsync(ct);
                return rattelse;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                rattelse = (await LaddaAsync(id, ct))!;
            }
        }

        var nej = new RattelsenRedanHanterad(await db.Konton.Where(k => k.Id == rattelse.HanteradAvKontoId).Select(k => k.Namn).SingleAsync(ct), rattelse.Hanterad!.Value.SvenskDag());
        await audit.AddRefusalAsync(Acts.LadokCorrectionHandled, AuditObjects.Ladokrattelse, id, rattelse.SkolaId, [nej]);
        return nej;
    }

    private Task<Ladokrattelse?> LaddaAsync(long id, CancellationToken ct) =>
        query.Synliga(db.Nationellt<Ladokrattelse>()).AsTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
}
