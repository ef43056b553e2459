using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Audit;

/// <summary>
/// Writes audit events. An accepted act's event is added to the caller's context and saved with the act;
/// a refusal's is written at once by a context of its own (design decision 8).
/// </summary>
public sealed class AuditService(PortalDbContext db, NyPortalDbContext nyDb, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>Adds the event to the caller's context; the caller saves.</summary>
    public void Add(string act, string objekt, long? objektId, long? skolaId, string? why = null, string? changes = null) =>
        db.Add(Ny(act, AuditOutcome.Accepted, objekt, objektId, skolaId, why, changes));

    /// <summary>As <see cref="Add"/>, for what follows from an act elsewhere, at another school perhaps: who acted there is not named here.</summary>
    public void AddFoljd(string act, string objekt, long objektId, long skolaId, string? changes = null) =>
        db.Add(new AuditEvent(klocka.UtcNu(), act, AuditOutcome.Accepted) { SkolaId = skolaId, Objekt = objekt, ObjektId = objektId, Changes = changes });

    /// <summary>As <see cref="Add"/>, for an object that gets its id in the same save.</summary>
    public void AddForNew(string act, string objekt, Func<long> objektId, long? skolaId, string? why = null, string? changes = null)
    {
        var handelse = Ny(act, AuditOutcome.Accepted, objekt, null, skolaId, why, changes);
        handelse.PendingId = objektId;
        db.Add(handelse);
    }

    /// <summary>Saves the caller's context, for an act that has no other save.</summary>
    public Task SparaAsync(CancellationToken ct) => db.SaveChangesAsync(ct);

    /// <summary>
    /// Writes the refusal at once, whatever becomes of the caller's own changes; and although the sender has hung up, or a guess could be made unseen.
    /// </summary>
    public async Task AddRefusalAsync(string act, string objekt, long? objektId, long? skolaId, string why)
    {
        await using var egen = nyDb.Ny();
        egen.Add(Ny(act, AuditOutcome.Refused, objekt, objektId, skolaId, why, null));
        await egen.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>As the other overload, with the refusals' codes as the reason.</summary>
    public Task AddRefusalAsync(string act, string objekt, long? objektId, long? skolaId, IEnumerable<Refusal> refusals) =>
        AddRefusalAsync(act, objekt, objektId, skolaId, string.Join(", ", refusals.Select(r => r.Code)));

    /// <summary>Records that the signed-in person looked at something whose views are kept; also when they hang up before they see it.</summary>
    public Task AddVisningAsync(Visningsslag slag, string objekt, long objektId, long skolaId) => AddVisningarAsync([new(slag, objekt, objektId, skolaId)]);

    /// <summary>As <see cref="AddVisningAsync"/>, of many at once: one save.</summary>
    public async Task AddVisningarAsync(IEnumerable<Visad> visade)
    {
        await using var egen = nyDb.Ny();
        egen.AddRange(visade.Select(v => new Visning(klocka.UtcNu(), anvandare.KontoId, v.SkolaId, v.Slag, v.Objekt, v.ObjektId)));
        await egen.SaveChangesAsync(CancellationToken.None);
    }

    private AuditEvent Ny(string act, AuditOutcome outcome, string objekt, long? objektId, long? skolaId, string? why, string? changes) =>
        new(klocka.UtcNu(), act, outcome)
        {
            KontoId = anvandare.ArInloggad ? anvandare.KontoId : null,
            SkolaId = skolaId,
            Objekt = objekt,
            ObjektId = objektId,
            Why = why is { Length: > AuditEvent.MaxWhy } ? why[..AuditEvent.MaxWhy] : why,
            Changes = changes,
        };
}

/// <summary>Something whose views are kept.</summary>
public sealed record Visad(Visningsslag Slag, string Objekt, long ObjektId, long SkolaId);
