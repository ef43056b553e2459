using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Skolkrapportering.Beslutsgang;

/// <summary>Takes back last days for an answer that were counted before the letter with the question was posted: from before the time counted from the posting.</summary>
public static class Svarstidsrattning
{
    /// <summary>Where there are none, nothing is written. A case whose outcome is decided stands as it was decided.</summary>
    /// <returns>How many cases and questions were put right.</returns>
    public static async Task<int> RattaAsync(NyPortalDbContext nyDb, CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla("svarstid");
        var beslut = db.Nationellt<Skolkbeslut>();
        var arenden = await db.SkrivAsync(
            () => db.Nationellt<Arende>()
                .Where(a => a.StudentenSvararSenast != null && a.UtfallBeslutat == null
                    && beslut.Any(b => b.ArendeId == a.Id && b.Slag == Skolkbeslutsslag.Kommunicering && b.Beslutat == a.Kommunicerat && b.Skickad == null))
                .ExecuteUpdateAsync(rad => rad.SetProperty(a => a.StudentenSvararSenast, (DateOnly?)null), ct),
            ct);
        return arenden + await db.SkrivAsync(
            () => db.Nationellt<Skolkbeslut>().Where(b => b.SvarSenast != null && b.Skickad == null)
                .ExecuteUpdateAsync(rad => rad.SetProperty(b => b.SvarSenast, (DateOnly?)null), ct),
            ct);
    }
}
