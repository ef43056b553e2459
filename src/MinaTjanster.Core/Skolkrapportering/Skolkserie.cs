using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// Makes the acts on one student's reports happen one after the other, on both engines, so that two reporters who judge at the same
/// moment cannot both be right: each act raises the student's version in its own save, the later one fails, and is judged again.
/// </summary>
internal static class Skolkserie
{
    /// <summary>As many as may wait for the same student at once; beyond it the fault is shown as a fault.</summary>
    private const int FlestForsok = 12;

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

    /// <summary>Saves the act and raises the student's version with it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Another act on the same student came first.</exception>
    public static Task SparaAsync(PortalDbContext db, Studerande studerande, CancellationToken ct)
    {
        db.Entry(studerande).Property(s => s.Version).IsModified = true;
        return db.SaveChangesAsync(ct);
    }

    /// <summary>Runs the act, and runs it again from the beginning when another came first.</summary>
    public static async Task<T> MedOmtagAsync<T>(PortalDbContext db, Func<Task<T>> akt)
    {
        for (var forsok = 1; ; forsok++)
        {
            try
            {
                return await akt();
            }
            catch (DbUpdateException) when (forsok < FlestForsok)
            {
                // A concurrency conflict, or a unique key (sändningsnyckel, kvittensnummer) that somebody took: nothing was saved.
                db.ChangeTracker.Clear();
            }
        }
    }
}
