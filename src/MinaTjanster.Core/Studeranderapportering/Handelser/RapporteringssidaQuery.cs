using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>What the pages of an event ask for before anything is typed: the student or event, and the school.</summary>
public sealed class RapporteringssidaQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    private const int MaxRapporterat = 20;

    /// <returns>Null when the active school has no such student.</returns>
    public async Task<(Studerande Studerande, Skola Skola)?> ForStuderandeAsync(long id, CancellationToken ct) =>
        await db.Studerande.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is { } studerande ? (studerande, await SkolaAsync(ct)) : null;

    /// <returns>Null when the active school has no such event.</returns>
    public async Task<(Handelse Handelse, Studerande Studerande, Skola Skola)?> ForHandelseAsync(long id, CancellationToken ct) =>
        await db.Handelser.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct) is { } handelse
            ? (handelse, await db.Studerande.AsNoTracking().SingleAsync(s => s.Id == handelse.StuderandeId, ct), await SkolaAsync(ct))
            : null;

    /// <summary>What is reported of a student and holds, the last day first: for the page where more is reported.</summary>
    public async Task<IReadOnlyList<Handelse>> RapporteratAsync(long studerandeId, CancellationToken ct) =>
        await db.Handelser.AsNoTracking().Where(h => h.StuderandeId == studerandeId && h.Status == Handelsestatus.Galler)
            .OrderByDescending(h => h.Uppgift.ForstaDag).ThenByDescending(h => h.Id).Take(MaxRapporterat).ToListAsync(ct);

    /// <summary>The active school.</summary>
    public Task<Skola> SkolaAsync(CancellationToken ct) => db.Skolor.AsNoTracking().SingleAsync(s => s.Id == anvandare.AktivSkola!.Id, ct);
}
