using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton.Tvasteg;

/// <summary>A school's demand, and how far it has come.</summary>
/// <param name="Personer">How many hold anything at the school today.</param>
/// <param name="MedFaktor">How many of them have a second factor.</param>
public sealed record Skolkrav(AndraFaktor Krav, int Personer, int MedFaktor);

/// <summary>Whether a school demands a second factor of all its users: its behörighetsadministratör decides.</summary>
public sealed class SkolkravService(PortalDbContext db, AuditService audit, TimeProvider klocka)
{
    public async Task<Skolkrav> LasAsync(long skolaId, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var personer = db.Behorigheter.Gallande(idag)
            .Where(b => b.SkolaId == skolaId)
            .Select(b => b.KontoId)
            .Distinct();
        return new Skolkrav(
            await db.Skolor.Where(s => s.Id == skolaId).Select(s => s.AndraFaktor).SingleAsync(ct),
            await personer.CountAsync(ct),
            await personer.CountAsync(id => db.Autentiseringsappar.Any(a => a.KontoId == id) || db.UserPasskeys.Any(p => p.UserId == id), ct));
    }

    /// <summary>Holds from everybody's next request. The same again changes nothing and is not audited.</summary>
    public async Task AndraAsync(long skolaId, AndraFaktor krav, CancellationToken ct)
    {
        var skola = await db.Skolor.SingleAsync(s => s.Id == skolaId, ct);
        if (skola.AndraFaktor == krav)
        {
            return;
        }

        audit.Add(Acts.SchoolSecondFactorChanged, AuditObjects.Skola, skolaId, skolaId, changes: $"Tvåstegsinloggning: {Ord(skola.AndraFaktor)} → {Ord(krav)}");
        skola.BestamAndraFaktor(krav);
        await db.SaveChangesAsync(ct);
    }

    private static string Ord(AndraFaktor krav) => krav == AndraFaktor.Kravs ? "krävs" : "erbjuds";
}
