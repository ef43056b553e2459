using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Loads what the rule of ogiltig frånvaro needs, for an act in a <see cref="Studerandeserie"/>.</summary>
internal static class Skolkladdning
{
    /// <summary>
    /// The student, tracked, and what the rule needs to know. The student is read before the reports: a report that comes between the two
    /// readings is seen, or makes the save fail, never neither.
    /// </summary>
    public static async Task<(Studerande Studerande, Skolklage Lage)?> LaddaAsync(PortalDbContext db, long studerandeId, long? utomRapportId, DateOnly dag, CancellationToken ct)
    {
        var studerande = await db.Studerande.Include(s => s.Studieperioder).SingleOrDefaultAsync(s => s.Id == studerandeId, ct);
        if (studerande is null)
            return null;

        var andra = await db.Skolkrapporter
            .Where(r => r.StuderandeId == studerandeId && r.Status != Skolkrapportstatus.Borttagen && r.Id != utomRapportId)
            .Select(r => new AnnanSkolkrapport(r.Id, r.ForstaDag, r.SistaDag))
            .ToListAsync(ct);
        return (
            studerande,
            new Skolklage(
                studerande.Personnummer.Fodelsedag,
                [.. studerande.Studieperioder.Select(p => new Studieperiodlage(p.ForstaDag, p.SistaDag, p.Avdelning, p.Larling == Larlingskap.Ja, p.ValdStodform))],
                andra,
                dag));
    }
}
