using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Punktlighet;

/// <summary>Loads what the figures need, of the schools that the context reaches: one command, whatever their number.</summary>
internal static class Punktlighetsfraga
{
    /// <summary>How a change begins that is of the last day; alone on its line it is no correction (<see cref="Rapportutfall"/>).</summary>
    private const string BaraSistaDag = "Sista dag: ";

    /// <param name="fran">The first report day, inclusive.</param>
    public static async Task<IReadOnlyList<Rapportutfall>> RapporterAsync(PortalDbContext db, DateOnly fran, CancellationToken ct)
    {
        var rader = await (
            from r in db.Synliga<Skolkrapport>()
            where r.Rapportdag >= fran
            join a in db.Synliga<Arende>() on r.Id equals a.SkolkrapportId
            where a.Atertaget == null || a.Atertaget >= a.SynligFran
            let godkand = a.Godkant != null && (a.Status == Arendestatus.Godkant || a.Status == Arendestatus.Avslutat)
            select new
            {
                r.SkolaId,
                r.ForstaDag,
                r.Rapportdag,
                Inkom = godkand ? a.SenasteUnderlagInkom : null,
                Godkant = godkand ? a.Godkant : null,
                Fragad = a.Kompletteringar.Any(),
#pragma warning disable CA1847 // The databases are asked for a text, not for a sign.
                Rattad = godkand && db.AuditEvents.Any(e => e.Objekt == AuditObjects.Skolkrapport && e.ObjektId == r.Id && e.Act == Acts.SkolkrapportChanged && e.Outcome == AuditOutcome.Accepted
                    && e.Tid >= a.SynligFran && (e.Changes == null || !e.Changes.StartsWith(BaraSistaDag) || e.Changes.Contains("\n"))),
#pragma warning restore CA1847
            }).AsNoTracking().ToListAsync(ct);
        return [.. rader.Select(r => new Rapportutfall(r.SkolaId, r.ForstaDag, r.Rapportdag, r.Inkom?.SvenskDag(), r.Godkant?.SvenskDag(), r.Fragad, r.Rattad))];
    }
}
