using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>One report as its own pages show it: with its student, its case and what has been sent to it.</summary>
/// <param name="SkickadAv">Who sent the report.</param>
/// <param name="Underlag">What has been sent, newest first, with its files.</param>
/// <param name="HarUtkast">An underlag has been begun and not sent.</param>
/// <param name="NarCsn">UTC: when CSN sees the case; null once it does.</param>
public sealed record Skolkrapportsida(
    Skolkrapport Rapport,
    Studerande Studerande,
    Arende Arende,
    string SkickadAv,
    IReadOnlyList<Franvarounderlag> Underlag,
    bool HarUtkast,
    DateOnly Idag,
    DateTime? NarCsn)
{
    public Underlagsfrist Frist => Underlagsfrist.For(Rapport.ForstaDag, Rapport.Rapportdag);

    public Komplettering? Komplettering => Arende.ObesvaradKomplettering;

    public Skolkstatus Status => Skolkstatus.For(Arende.Status, Frist, Komplettering?.SvarSenast, Idag, NarCsn);

    /// <summary>The same consequences as the form showed, reckoned for the day the report was sent.</summary>
    public Skolkfoljd Foljd
    {
        get
        {
            var perioder = Studerande.Studieperioder.Select(p => new Studieperiodlage(p.ForstaDag, p.SistaDag, p.Avdelning, p.Larling == Larlingskap.Ja, p.ValdStodform));
            return Skolkfoljd.ForSkickad(Rapport.ForstaDag, Rapport.SistaDag, new Skolklage(Studerande.Personnummer.Fodelsedag, [.. perioder], [], Rapport.Rapportdag));
        }
    }

    /// <summary>Facts may be corrected until CSN has closed the case [V].</summary>
    public bool FarAndras => Arende.ArOppet;
}

/// <summary>Loads one report of the active school.</summary>
public sealed class SkolkrapportQuery(PortalDbContext db, TimeProvider klocka)
{
    /// <returns>Null when the active school has no such report.</returns>
    public async Task<Skolkrapportsida?> ForAsync(long id, CancellationToken ct)
    {
        if (await db.Arenden.AsNoTracking().Include(a => a.Skolkrapport).Include(a => a.Kompletteringar).ThenInclude(k => k.Markeringar).SingleOrDefaultAsync(a => a.SkolkrapportId == id, ct) is not { } arende)
            return null;

        var rapport = arende.Skolkrapport;
        var studerande = await db.Studerande.AsNoTracking().Include(s => s.Studieperioder).SingleAsync(s => s.Id == rapport.StuderandeId, ct);
        var skickadAv = await db.Konton.Where(k => k.Id == rapport.SkickadAvKontoId).Select(k => k.Namn).SingleAsync(ct);
        var underlag = await db.Franvarounderlag.AsNoTracking().Include(u => u.Dokument).Where(u => u.SkolkrapportId == id).ToListAsync(ct);
        return new(
            rapport,
            studerande,
            arende,
            skickadAv,
            [.. underlag.Where(u => u.ArInskickat).OrderByDescending(u => u.Skickad)],
            underlag.Exists(u => !u.ArInskickat && u.Ankomstsatt == Ankomstsatt.Portal),
            klocka.SvenskDag(),
            Fonsterord.NarCsn(arende.SynligFran, klocka.UtcNu()));
    }
}
