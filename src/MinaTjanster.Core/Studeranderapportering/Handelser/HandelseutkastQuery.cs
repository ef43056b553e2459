using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>A draft in the list of one's own.</summary>
/// <param name="Studerande">The first of its students, for the name of a draft of one.</param>
/// <param name="Antal">How many students it holds.</param>
public sealed record Handelseutkastlinje(string Nyckel, Handelseslag Slag, DateTime Skapad, int Antal, Studerande Studerande, bool ArAndring);

/// <summary>Drafts of events of the signed-in person at the active school.</summary>
public sealed class HandelseutkastQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    /// <summary>Newest first, at most a hundred.</summary>
    public async Task<IReadOnlyList<Handelseutkastlinje>> EgnaAsync(CancellationToken ct)
    {
        var kontoId = anvandare.KontoId;
        var utkast = await db.Handelseutkast.AsNoTracking().Include(u => u.Rader).Where(u => u.KontoId == kontoId).OrderByDescending(u => u.Skapad).ThenByDescending(u => u.Id).Take(100).ToListAsync(ct);
        var ids = utkast.Select(u => u.Rader[0].StuderandeId).ToList();
        var studerande = await db.Studerande.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        return [.. utkast.Select(u => new Handelseutkastlinje(u.Nyckel, u.Slag, u.Skapad, u.Rader.Count, studerande[u.Rader[0].StuderandeId], u.AndrarHandelseId is not null))];
    }
}
