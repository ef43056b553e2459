using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studietider.Publikt;

namespace MinaTjanster.Core.Skolor;

/// <summary>One school as CSN's register of schools has it.</summary>
public sealed record Skolrad(string Skolkod, string Namn, string Ort, Skolform Skolform, Rapporteringssatt Rapporteringssatt);

/// <summary>What a read-in did.</summary>
public sealed record Skolimport(int Nya, int Andrade, int Oforandrade);

/// <summary>Takes over CSN's register of schools: new schools are added, known ones get the newer facts, none is removed.</summary>
public sealed class SkolimportService(PortalDbContext db, AuditService audit, TimeProvider klocka)
{
    /// <summary>All rows in one save, and after it what is public of the schools; the same rows again change nothing.</summary>
    /// <param name="rader">Each skolkod at most once.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    public async Task<Skolimport> LasInAsync(IReadOnlyList<Skolrad> rader, CancellationToken ct = default)
    {
        var kanda = await db.Skolor.ToDictionaryAsync(s => s.Skolkod, ct);
        foreach (var rad in rader)
        {
            if (kanda.TryGetValue(rad.Skolkod, out var skola))
            {
                skola.Uppdatera(rad.Namn, rad.Ort, rad.Skolform, rad.Rapporteringssatt);
            }
            else
            {
                db.Add(new Skola(rad.Skolkod, rad.Namn, rad.Ort, rad.Skolform, rad.Rapporteringssatt));
            }
        }

        db.ChangeTracker.DetectChanges();
        var nya = db.ChangeTracker.Entries<Skola>().Count(e => e.State == EntityState.Added);
        var andrade = db.ChangeTracker.Entries<Skola>().Count(e => e.State == EntityState.Modified);
        if (nya + andrade > 0)
        {
            audit.Add(Acts.SchoolsImported, AuditObjects.Skola, null, null, changes: $"Nya: {nya}\nÄndrade: {andrade}");
            await db.SaveChangesAsync(ct);
        }

        await Utbudspublicering.PubliceraOmAsync(db, klocka, ct);
        return new Skolimport(nya, andrade, rader.Count - nya - andrade);
    }
}
