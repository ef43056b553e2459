using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Personidentiteter;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>Who has reported an event, and when.</summary>
/// <param name="Tid">UTC.</param>
/// <param name="PaSkarmen">A refused row of a file or from Ladok that was corrected on screen: not with the sending it stands in.</param>
public sealed record Avsandare(DateTime Tid, string Namn, bool PaSkarmen);

/// <summary>
/// Who has sent a student's events. An event of a file stands in the file's sending, also when its row was refused and corrected later by
/// somebody else: the correction is told by the log.
/// </summary>
public sealed class AvsandareQuery(PortalDbContext db)
{
    /// <param name="handelser">Of one student, with their sendings.</param>
    /// <returns>By the event's key.</returns>
    public async Task<IReadOnlyDictionary<long, Avsandare>> ForAsync(Personnummer personnummer, IReadOnlyCollection<Handelse> handelser, CancellationToken ct)
    {
        var konton = handelser.Select(h => h.Sandning.SkickadAvKontoId).Distinct().ToList();
        var namn = await db.Konton.Where(k => konton.Contains(k.Id)).ToDictionaryAsync(k => k.Id, k => k.Namn, ct);
        var rattade = handelser.Any(h => h.Sandning.Kanal != Sandningskanal.Skarm) ? await RattadeAsync(personnummer, ct) : [];
        return handelser.ToDictionary(h => h.Id, h => rattade.GetValueOrDefault(h.Id) ?? new(h.Sandning.Skickad, namn[h.Sandning.SkickadAvKontoId], PaSkarmen: false));
    }

    private async Task<Dictionary<long, Avsandare>> RattadeAsync(Personnummer personnummer, CancellationToken ct)
    {
        var rader = await db.Filjobbsrader.AsNoTracking()
            .Where(r => r.Tillstand == Filradstillstand.Rattad && r.Personnummer == personnummer && r.HandelseId != null)
            .Select(r => new { HandelseId = r.HandelseId!.Value, r.FiljobbId, r.Radnummer })
            .ToListAsync(ct);
        if (rader.Count == 0)
            return [];

        var filer = rader.Select(r => (long?)r.FiljobbId).Distinct().ToList();
        var logg = await (
            from e in db.AuditEvents.AsNoTracking()
            where e.Objekt == AuditObjects.Filjobb && filer.Contains(e.ObjektId) && e.Act == Acts.FileRowCorrected && e.Outcome == AuditOutcome.Accepted
            join k in db.Konton on e.KontoId equals k.Id
            select new { FiljobbId = e.ObjektId, e.Changes, e.Tid, k.Namn }).ToListAsync(ct);
        return (
            from r in rader
            let rad = logg.FirstOrDefault(l => l.FiljobbId == r.FiljobbId && l.Changes == $"Rad {r.Radnummer}: rättad")
            where rad is not null
            select (r.HandelseId, Avsandare: new Avsandare(rad.Tid, rad.Namn, PaSkarmen: true))).DistinctBy(r => r.HandelseId).ToDictionary(r => r.HandelseId, r => r.Avsandare);
    }
}
