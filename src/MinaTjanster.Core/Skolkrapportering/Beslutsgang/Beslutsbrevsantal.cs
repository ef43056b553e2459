using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Beslutsgang;

/// <summary>
/// How many letters wait to be printed, for the menu of each handläggare's page: kept for some seconds, since each page asks, and asked anew when this copy of the portal has printed.
/// By the index of what waits; the joins to the students' protection cost no more than there are letters that wait.
/// </summary>
public sealed class Beslutsbrevsantal(NyPortalDbContext nyDb, TimeProvider klocka)
{
    private readonly Kortminne<(int Oppna, int Skyddade)> _antal = new(
        TimeSpan.FromSeconds(10),
        async ct =>
        {
            var nu = klocka.UtcNu();
            await using var db = nyDb.NyForAlla("brev att skriva ut");
            var vantar =
                from b in db.Nationellt<Skolkbeslut>()
                where b.Skickad == null && b.Utskriven == null && b.GallerFran <= nu && b.Makulerat == null
                join a in db.Nationellt<Arende>() on b.ArendeId equals a.Id
                join r in db.Nationellt<Skolkrapport>() on a.SkolkrapportId equals r.Id
                select r.StuderandeId;
            var (oppna, skyddade) = (db.StuderandeILane(Personskydd.Inget), db.StuderandeILane(Personskydd.Skyddad));
            return (
                await vantar.CountAsync(id => oppna.Any(s => s.Id == id), ct),
                await vantar.CountAsync(id => skyddade.Any(s => s.Id == id), ct));
        });

    /// <summary>This copy has printed: counted again.</summary>
    public void Glom() => _antal.Glom();

    /// <param name="farSeSkyddade">Letters to protected persons count for whoever is cleared.</param>
    public async ValueTask<int> ForAsync(bool farSeSkyddade, CancellationToken ct)
    {
        var (oppna, skyddade) = await _antal.HamtaAsync(ct);
        return farSeSkyddade ? oppna + skyddade : oppna;
    }
}
