using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Core.Studeranderapportering.Avstangningar;

/// <summary>A decision with what decides who may see it.</summary>
/// <param name="HandelseId">The latest event that was sent with it; null while none was.</param>
public sealed record Beslutslage(Dokument Dokument, long StuderandeId, Personskydd Skydd, long? HandelseId);

/// <summary>
/// The decision of a suspension: stored when it is uploaded, about one student from the first moment, its uploader's own until an event is sent
/// with it. What is never sent goes with the hourly purge.
/// </summary>
public sealed class AvstangningsdokumentService(PortalDbContext db, DokumentService dokument, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>Stores and judges a file.</summary>
    /// <param name="filnamn">As the user's computer sent it.</param>
    /// <returns>The document's key, or what is wrong with the file; null when the active school has no such student.</returns>
    public async Task<Result<long>?> LaggTillAsync(long studerandeId, string filnamn, Stream innehall, CancellationToken ct)
    {
        if (await db.Studerande.Where(s => s.Id == studerandeId).Select(s => (long?)s.SkolaId).SingleOrDefaultAsync(ct) is not { } skolaId)
            return null;

        var mottaget = await dokument.LagraBeslutAsync(skolaId, studerandeId, Filnamn.Rensa(filnamn), innehall, ct);
        if (!mottaget.IsAccepted)
        {
            await audit.AddRefusalAsync(Acts.HandelseDocumentAdded, AuditObjects.Studerande, studerandeId, skolaId, mottaget.Refusals);
            return Result<long>.Refused(mottaget.Refusals);
        }

        // From here on the file is whole: a closed browser no longer stops it.
        var rad = await db.Dokument.AsTracking().SingleAsync(d => d.Id == mottaget.Value.DokumentId, CancellationToken.None);
        rad.Slutfor(mottaget.Value.Typ, mottaget.Value.Langd, mottaget.Value.Sha256, mottaget.Value.AntalSidor);
        audit.Add(Acts.HandelseDocumentAdded, AuditObjects.Studerande, studerandeId, skolaId, changes: $"Dokument: {rad.Id}");
        await db.SaveChangesAsync(CancellationToken.None);
        return rad.Id;
    }

    /// <summary>The decision that a form about the student holds: one's own upload, or one that has been sent. Null for anything else.</summary>
    public async Task<Dokument?> FindAsync(long studerandeId, long? dokumentId, CancellationToken ct) =>
        dokumentId is { } id && await ForSkolaAsync(id, ct) is { } lage && lage.StuderandeId == studerandeId ? lage.Dokument : null;

    /// <summary>Null when it is not there, not whole, another school's, or a colleague's that is not sent.</summary>
    public async Task<Beslutslage?> ForSkolaAsync(long dokumentId, CancellationToken ct)
    {
        var lage = await LageAsync(db.Dokument, db.Avstangningar, db.Studerande, dokumentId, ct);
        return lage is { HandelseId: null } && lage.Dokument.SkapadAvKontoId != anvandare.KontoId ? null : lage;
    }

    /// <summary>Null until CSN has received an event with it.</summary>
    public async Task<Beslutslage?> ForCsnAsync(long dokumentId, CancellationToken ct)
    {
        var hosCsn = db.Nationellt<Avstangning>().Where(Avstangning.HosCsn(klocka.GetUtcNow().UtcDateTime));
        return await LageAsync(db.Nationellt<Dokument>(), hosCsn, db.Nationellt<Studerande>(), dokumentId, ct) is { HandelseId: not null } lage ? lage : null;
    }

    private static async Task<Beslutslage?> LageAsync(
        IQueryable<Dokument> dokument, IQueryable<Avstangning> avstangningar, IQueryable<Studerande> studerande, long dokumentId, CancellationToken ct) =>
        await (
            from d in dokument.AsNoTracking()
            where d.Id == dokumentId && d.Status == Dokumentstatus.Komplett
            join s in studerande on d.StuderandeId equals s.Id
            select new Beslutslage(
                d,
                s.Id,
                s.Skydd,
                avstangningar.Where(a => a.DokumentId == d.Id).OrderByDescending(a => a.Id).Select(a => (long?)a.HandelseId).FirstOrDefault()))
            .SingleOrDefaultAsync(ct);
}
