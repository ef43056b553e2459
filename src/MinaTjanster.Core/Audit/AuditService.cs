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
    private readonly HashSet<long> _visade = [];

    /// <summary>The page that is being made, for the views; set for each by the filter that watches them.</summary>
    public string? Sida { get; set; }

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
    /// <param name="skolkrapportId">The report or case that it is about, when it is.</param>
    public Task AddVisningAsync(Visningsslag slag, string objekt, long objektId, long skolaId, long? skolkrapportId = null) =>
        AddVisningarAsync([new(slag, objekt, objektId, skolaId) { SkolkrapportId = skolkrapportId }]);

    /// <summary>As <see cref="AddVisningAsync"/>, of many at once: one save.</summary>
    public async Task AddVisningarAsync(IEnumerable<Visad> visade)
    {
        var visningar = visade.Select(Ny).ToList();
        await using var egen = nyDb.Ny();
        egen.AddRange(visningar);
        await egen.SaveChangesAsync(CancellationToken.None);
        _visade.UnionWith(visningar.Where(v => v.Slag == Visningsslag.SkyddadIdentitet && v.Objekt == AuditObjects.Studerande).Select(v => v.ObjektId));
    }

    /// <summary>
    /// Records, for whoever is cleared, each protected student that the work has read and that is not recorded yet (ADR 0050). Called before a page is
    /// shown, whichever it is: when the rows cannot be written, it is not.
    /// </summary>
    public async Task AddLastaSkyddadeAsync()
    {
        if (!anvandare.Har(Rattighet.SeSkyddadeIdentiteter))
            return;

        var kvar = db.Omfang.LastaSkyddade.Where(s => !_visade.Contains(s.StuderandeId)).ToList();
        if (kvar.Count > 0)
            await AddVisningarAsync(kvar.Select(s => new Visad(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, s.StuderandeId, s.SkolaId) { SkolkrapportId = s.SkolkrapportId }));
    }

    private Visning Ny(Visad visad) => new(klocka.UtcNu(), anvandare.KontoId, visad.SkolaId, visad.Slag, visad.Objekt, visad.ObjektId)
    {
        Sida = Sida is { Length: > Visning.MaxSida } ? Sida[..Visning.MaxSida] : Sida,
        Roll = db.Omfang.ArAlla ? Visningsroll.Csn : Visningsroll.Skolan,
        SkolkrapportId = visad.SkolkrapportId ?? (visad.Objekt == AuditObjects.Skolkrapport ? visad.ObjektId : null),
    };

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
public sealed record Visad(Visningsslag Slag, string Objekt, long ObjektId, long SkolaId)
{
    /// <summary>The report or case that it is about, when it is.</summary>
    public long? SkolkrapportId { get; init; }
}
