using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>The studietider of a school's läsår: those that hold, and what the one report that is not approved would do to them.</summary>
internal sealed record Lasarslage(IReadOnlyList<Studietid> Galler, IReadOnlyList<Studietid> Forslag)
{
    /// <summary>As the läsår would be with the report approved: what holds and is not replaced, and what is proposed.</summary>
    public IReadOnlyList<Studietid> Blir()
    {
        var ersatta = Forslag.Where(f => f.ErsatterId is not null).Select(f => f.ErsatterId!.Value).ToHashSet();
        return [.. Galler.Where(g => !ersatta.Contains(g.Id)), .. Forslag.Where(f => f.Atgard != Studietidsatgard.Borttagning)];
    }

    /// <param name="bara">Leaves out the rest, where one education is asked for.</param>
    public static async Task<Lasarslage> LaddaAsync(PortalDbContext db, long skolaId, Lasar lasar, Expression<Func<Studietid, bool>>? bara, CancellationToken ct)
    {
        var (fran, till) = (lasar.ForstaDag, lasar.SistaDag);
        var rader = db.Synliga<Studietid>().AsNoTracking().Include(s => s.Uppehall)
            .Where(s => s.SkolaId == skolaId && s.Status != Studietidsstatus.Ersatt && s.ForstaDag >= fran && s.ForstaDag <= till);
        var alla = await (bara is null ? rader : rader.Where(bara)).OrderBy(s => s.ForstaDag).ThenBy(s => s.Id).ToListAsync(ct);
        return new([.. alla.Where(s => s.Status == Studietidsstatus.Galler)], [.. alla.Where(s => s.Status == Studietidsstatus.Forslag)]);
    }
}
