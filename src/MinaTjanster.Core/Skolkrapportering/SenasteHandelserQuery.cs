using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Something that has happened to one of the active school's reports.</summary>
/// <param name="Tid">UTC.</param>
/// <param name="Vem">As in <see cref="Historikrad"/>.</param>
public sealed record Skolhandelse(DateTime Tid, string Vem, string Text, long SkolkrapportId, string Fornamn, string Efternamn, Personskydd Skydd);

/// <summary>What has happened lately at the active school with its reports: asked at every visit to the start page, so compiled once.</summary>
public sealed class SenasteHandelserQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    private static readonly Func<PortalDbContext, long, int, IAsyncEnumerable<Rad>> PaSkolan = EF.CompileAsyncQuery(
        (PortalDbContext db, long skolaId, int antal) =>
            (from e in db.AuditEvents
             where e.SkolaId == skolaId && e.Objekt == AuditObjects.Skolkrapport && e.Outcome == AuditOutcome.Accepted
             join r in db.Skolkrapporter on e.ObjektId equals r.Id
             join s in db.Studerande on r.StuderandeId equals s.Id
             orderby e.Tid descending, e.Id descending
             select new Rad(
                 e.Tid,
                 e.Act,
                 r.Id,
                 s.Fornamn,
                 s.Efternamn,
                 s.Skydd,
                 db.Konton.Where(k => k.Id == e.KontoId).Select(k => k.Namn).FirstOrDefault(),
                 db.Behorigheter.Any(b => b.KontoId == e.KontoId && b.SkolaId == null))).Take(antal));

    /// <summary>Newest first.</summary>
    /// <exception cref="SkolaSaknasException">No school is chosen.</exception>
    public async Task<IReadOnlyList<Skolhandelse>> SenasteAsync(int antal, CancellationToken ct)
    {
        List<Skolhandelse> handelser = [];
        await foreach (var rad in PaSkolan(db, db.Omfang.SkolaId, antal).WithCancellation(ct))
        {
            handelser.Add(new(
                rad.Tid,
                HistorikQuery.Vem(rad.Namn, rad.ArCsn, anvandare),
                ActTexts.Text(rad.Act),
                rad.SkolkrapportId,
                rad.Fornamn,
                rad.Efternamn,
                rad.Skydd));
        }

        return handelser;
    }

    private sealed record Rad(DateTime Tid, string Act, long SkolkrapportId, string Fornamn, string Efternamn, Personskydd Skydd, string? Namn, bool ArCsn);
}
