using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>
/// Makes the acts on one läsår's report happen one after the other, on both engines: each raises the report's version with its own save, a later one fails and is judged
/// again. The report is read before its rows, so that what was read of them is never older than the version.
/// </summary>
internal static class Rapportserie
{
    /// <summary>How far ahead a läsår is reported [V].</summary>
    private const int Framat = 2;

    /// <summary>Runs the act in one transaction; again from the beginning when another came first. What is refused has saved nothing.</summary>
    /// <param name="foreBekraftelse">For tests: the last that happens before the transaction is committed.</param>
    public static async Task<Result<T>?> GorAsync<T>(PortalDbContext db, Func<Task<Result<T>?>> akt, Func<Task>? foreBekraftelse, CancellationToken ct)
    {
        var svar = await Studerandeserie.MedOmtagAsync(
            db,
            () => db.ITransaktionAsync(
                async () =>
                {
                    db.ChangeTracker.Clear();
                    var gjort = await akt();
                    if (gjort is { IsAccepted: true })
                        await db.SaveChangesAsync(ct);
                    if (foreBekraftelse is not null)
                        await foreBekraftelse();
                    return gjort;
                },
                ct));
        if (svar is not { IsAccepted: true })
            db.ChangeTracker.Clear();
        return svar;
    }

    /// <summary>Why the läsår is not reported now; null when it is.</summary>
    public static LasaretRapporterasInte? Hinder(Lasar lasar, DateOnly idag)
    {
        var (fran, till) = Rapporteras(idag);
        return lasar.Startar < fran || lasar.Startar > till ? new(lasar) : null;
    }

    /// <summary>The first and the last läsår that are reported that day, by the years in which they start.</summary>
    public static (int Fran, int Till) Rapporteras(DateOnly idag) => (Lasar.For(idag).Startar - 1, Lasar.For(idag).Startar + Framat);

    /// <summary>The läsår's report that the school may change: the one there is, or a new round. Refused while one waits at CSN.</summary>
    public static async Task<Result<Studietidsrapport>> OppenAsync(PortalDbContext db, AuditService audit, long skolaId, Lasar lasar, TimeProvider klocka, CancellationToken ct)
    {
        if (Hinder(lasar, klocka.SvenskDag()) is { } hinder)
            return hinder;

        var senaste = await db.Studietidsrapporter.Where(r => r.SkolaId == skolaId && r.Lasar == lasar.Startar).OrderByDescending(r => r.Omgang).FirstOrDefaultAsync(ct);
        if (senaste is { ArOppen: true })
            return senaste;
        if (senaste is { Status: not Rapportstatus.Godkand })
            return new RapportenArHosCsn();

        var ny = new Studietidsrapport(skolaId, lasar.Startar, (senaste?.Omgang ?? 0) + 1, Hemlighet.Ny(), klocka.UtcNu());
        db.Add(ny);
        audit.AddForNew(Acts.StudyTimesBegun, AuditObjects.Studietidsrapport, () => ny.Id, skolaId, changes: $"Läsår: {lasar}");
        return ny;
    }

    /// <summary>Raises the report's version with the act's save, whether or not its own columns change.</summary>
    public static void Ror(PortalDbContext db, Studietidsrapport rapport)
    {
        if (db.Entry(rapport).State != EntityState.Added)
            db.Entry(rapport).Property(r => r.Version).IsModified = true;
    }
}
