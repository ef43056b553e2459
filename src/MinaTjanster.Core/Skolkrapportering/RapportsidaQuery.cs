using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Everything the page of one report shows.</summary>
/// <param name="Underlag">What has been sent, newest first, with its files.</param>
/// <param name="HarUtkast">An underlag has been begun and not sent.</param>
/// <param name="RapporteradAv">The reporter's name.</param>
public sealed record Rapportsida(
    Skolkrapport Rapport,
    Arende Arende,
    Studerande Studerande,
    IReadOnlyList<Franvarounderlag> Underlag,
    bool HarUtkast,
    string RapporteradAv,
    IReadOnlyList<Historikrad> Historik,
    DateOnly Idag)
{
    public Underlagsfrist Frist => Underlagsfrist.For(Rapport.ForstaDag, Rapport.Rapportdag);

    public Skolkstatus Status => Skolkstatus.For(Arende.Status, Frist, Arende.ObesvaradKomplettering?.SvarSenast, Idag);
}

/// <summary>Loads the page of one report at the active school.</summary>
public sealed class RapportsidaQuery(PortalDbContext db, HistorikQuery historik, TimeProvider klocka)
{
    /// <returns>Null when the active school has no such report.</returns>
    public async Task<Rapportsida?> ForAsync(long id, CancellationToken ct)
    {
        var arende = await db.Arenden.AsNoTracking()
            .Include(a => a.Skolkrapport)
            .Include(a => a.Kompletteringar)
            .SingleOrDefaultAsync(a => a.SkolkrapportId == id, ct);
        if (arende is null)
        {
            return null;
        }

        var rapport = arende.Skolkrapport;
        var studerande = await db.Studerande.AsNoTracking().SingleAsync(s => s.Id == rapport.StuderandeId, ct);
        var underlag = await db.Franvarounderlag.AsNoTracking().Include(u => u.Dokument).Where(u => u.SkolkrapportId == id).ToListAsync(ct);
        var namn = await db.Konton.Where(k => k.Id == rapport.SkickadAvKontoId).Select(k => k.Namn).SingleAsync(ct);
        return new Rapportsida(
            rapport,
            arende,
            studerande,
            [.. underlag.Where(u => u.ArInskickat).OrderByDescending(u => u.Skickad)],
            underlag.Exists(u => !u.ArInskickat && u.Ankomstsatt == Ankomstsatt.Portal),
            namn,
            await historik.ForAsync(AuditObjects.Skolkrapport, id, ct),
            klocka.SvenskDag());
    }
}
