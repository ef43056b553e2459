using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;

namespace MinaTjanster.Core.Konton;

/// <summary>A user whom mails do not reach.</summary>
/// <param name="Epost">The address, which is still the account's.</param>
/// <param name="Tid">When the mail was written (UTC).</param>
public sealed record OlevereratMejl(long KontoId, string Epost, string Amne, DateTime Tid);

/// <summary>Mails about a school's users that were given up, for the administrator who can correct the address (issue 3).</summary>
public sealed class OlevereradeMejlQuery(PortalDbContext db)
{
    /// <summary>
    /// The latest given-up mail of each active user, while nothing has reached the same address since. The caller's scope must reach the school.
    /// </summary>
    public async Task<IReadOnlyList<OlevereratMejl>> ForSkolaAsync(long skolaId, CancellationToken ct)
    {
        var rader = await (
            from a in db.Synliga<Skolanvandare>().AsNoTracking()
            where a.SkolaId == skolaId && a.Avslutad == null
            join k in db.Konton on a.KontoId equals k.Id
            join m in db.UtgaendeMejl on (long?)k.Id equals m.KontoId
            where m.Status == Mejlstatus.Misslyckat && m.Till == k.Email
                && !db.UtgaendeMejl.Any(n => n.KontoId == m.KontoId && n.Till == m.Till && n.Status == Mejlstatus.Skickat && n.Skapad > m.Skapad)
            orderby m.Skapad descending, m.Id descending
            select new OlevereratMejl(k.Id, m.Till, m.Amne, m.Skapad)).ToListAsync(ct);
        return [.. rader.DistinctBy(r => r.KontoId)];
    }
}
