using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Studeranderapportering;

/// <summary>Who is protected, for CSN: the person is, and not a school's row of her. A school that does not know must not show her to those who are not cleared (ADR 0050).</summary>
internal static class Skyddsurval
{
    /// <summary>The students of a lane, of all schools whatever the scope: protected is whoever some school has marked, by the number. For CSN's questions, and the counts of its menu.</summary>
    public static IQueryable<Studerande> StuderandeILane(this PortalDbContext db, Personskydd lane)
    {
        var alla = db.Studerande.IgnoreQueryFilters([PortalDbContext.Skolfilter]);
        var skyddade = alla.Where(s => s.Skydd == Personskydd.Skyddad);
        return lane == Personskydd.Skyddad
            ? alla.Where(s => skyddade.Any(o => o.Personnummer == s.Personnummer))
            : alla.Where(s => !skyddade.Any(o => o.Personnummer == s.Personnummer));
    }

    /// <summary>Whether some school has marked the student as protected.</summary>
    public static Task<bool> ArSkyddadNagonstansAsync(this PortalDbContext db, long studerandeId, CancellationToken ct) =>
        db.StuderandeILane(Personskydd.Skyddad).AnyAsync(s => s.Id == studerandeId, ct);
}
