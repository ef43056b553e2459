using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Studeranderapportering;

/// <summary>
/// Makes the acts on one student, events and reports of ogiltig frånvaro, happen one after the other, on both engines, so that two reporters who judge at the same
/// moment cannot both be right: each act raises the student's version in its own save, the later one fails, and is judged again.
/// </summary>
internal static class Studerandeserie
{
    /// <summary>As many as may wait for the same student at once; beyond it the fault is shown as a fault.</summary>
    private const int FlestForsok = 12;

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
