using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Reads one case with all that belongs to it.</summary>
public sealed class ArendedetaljQuery(PortalDbContext db, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>The case, or null when it does not exist or the signed-in person is not cleared to see it.</summary>
    public async Task<Arendedetaljer?> HamtaAsync(long arendeId, CancellationToken ct)
    {
        var arende = await db.SynligaArenden(anvandare, klocka.UtcNu()).AsNoTracking()
            .Include(a => a.Skolkrapport)
            .Include(a => a.Kompletteringar).ThenInclude(k => k.Markeringar)
            .Include(a => a.Beslut).ThenInclude(b => b.Bilagor)
            .Include(a => a.Kontroller)
            // Each collection by itself: together they multiply.
            .AsSplitQuery()
            .SingleOrDefaultAsync(a => a.Id == arendeId, ct);
        if (arende is null)
        {
            return null;
        }

        var rapport = arende.Skolkrapport;
        var studerande = await db.Nationellt<Studerande>().AsNoTracking()
            .Include(s => s.Studieperioder)
            .SingleAsync(s => s.Id == rapport.StuderandeId, ct);
        var skyddad = await db.ArSkyddadNagonstansAsync(studerande.Id, ct);
        if (skyddad)
            db.Omfang.NoteraSkyddad(studerande.Id, studerande.SkolaId, rapport.Id);

        var underlag = await db.Nationellt<Franvarounderlag>().AsNoTracking()
            .Include(u => u.Dokument)
            .Where(u => u.SkolkrapportId == rapport.Id && u.Status == Underlagsstatus.Inskickat)
            .OrderByDescending(u => u.Skickad).ThenByDescending(u => u.Id)
            .ToListAsync(ct);
        var konton = await KontonAsync(arende, underlag, ct);
        var rapportor = konton[rapport.SkickadAvKontoId];
        var idag = klocka.SvenskDag();
        return new Arendedetaljer(
            arende,
            rapport,
            studerande,
            await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == arende.SkolaId, ct),
            rapportor,
            arende.HandlaggareKontoId is { } handlaggare ? konton[handlaggare].Namn : null,
            [.. arende.Kompletteringar.OrderByDescending(k => k.Begard).Select(k => new Arendekomplettering(k, konton[k.BegardAvKontoId].Namn))],
            [.. arende.Beslut.Where(b => b.Makulerat is null && b.GallerFran <= klocka.UtcNu()).OrderBy(b => b.Id).Select(b => new Arendebeslut(b, b.KontoId is { } av ? konton[av].Namn : null))],
            underlag.ConvertAll(u => new Arendeunderlag(
                u,
                [.. u.Dokument.Where(d => d.Status == Dokumentstatus.Komplett).OrderBy(d => d.Id)],
                Arendekontroll.For(rapport, u),
                konton[u.SkickadAvKontoId!.Value].Namn)),
            Arendeberakning.For(studerande, rapport),
            await HosAndraSkolorAsync(studerande, rapport, skyddad, ct),
            Senare(Utbetalningskalender.NastaUtbetalning(idag), Utbetalningskalender.FoljandeStopp(rapport.Rapportdag).Utbetalningsdag),
            idag)
        {
            HandlaggareKvar = arende.HandlaggareKontoId is not { } har || await db.Granskande(idag).ContainsAsync(har, ct),
            Markeringar = Sidhanvisning.For(await db.Nationellt<Sidmarkering>().AsNoTracking().Where(m => m.ArendeId == arende.Id && m.KompletteringId == null).ToListAsync(ct), underlag, studerande.Skydd),
            Andringar = await AndringarAsync(rapport, ct),
            Utfallskontroller = [.. arende.Kontroller.OrderBy(k => k.Id).Select(k => new Arendeutfallskontroll(k, konton[k.KontoId].Namn, k.KontrolleratAvKontoId is { } av ? konton[av].Namn : null))],
        };
    }

    private async Task<IReadOnlyList<Rapportandring>> AndringarAsync(Skolkrapport rapport, CancellationToken ct) =>
        (await db.AuditEvents.AsNoTracking()
            .Where(e => e.Objekt == AuditObjects.Skolkrapport && e.ObjektId == rapport.Id && e.Outcome == AuditOutcome.Accepted)
            .Where(e => e.Act == Acts.SkolkrapportChanged || e.Act == Acts.SkolkrapportEnded)
            .OrderBy(e => e.Tid).ThenBy(e => e.Id)
            .Select(e => new { e.Tid, e.Changes })
            .ToListAsync(ct)).ConvertAll(e => Skolkandringar.Las(e.Tid, e.Changes));

    /// <summary>By exact number. A school is never told of another's report: the handläggare judges what they mean together.</summary>
    /// <param name="skyddad">The person is protected: what another school has said of her is shown too, and is a view.</param>
    private async Task<IReadOnlyList<Dubbelrapport>> HosAndraSkolorAsync(Studerande studerande, Skolkrapport rapport, bool skyddad, CancellationToken ct)
    {
        var rader = await (
            from s in db.Nationellt<Studerande>()
            where s.Personnummer == studerande.Personnummer && s.SkolaId != studerande.SkolaId
            join r in db.Nationellt<Skolkrapport>() on s.Id equals r.StuderandeId
            where r.Status != Skolkrapportstatus.Borttagen
                && (r.SistaDag == null || r.SistaDag >= rapport.ForstaDag)
                && (rapport.SistaDag == null || r.ForstaDag <= rapport.SistaDag)
            join a in db.SynligaArenden(anvandare, klocka.UtcNu()) on r.Id equals a.SkolkrapportId
            join skola in db.Skolor on r.SkolaId equals skola.Id
            orderby r.ForstaDag
            select new { StuderandeId = s.Id, s.SkolaId, RapportId = r.Id, Rad = new Dubbelrapport(a.Id, r.Kvittensnummer, skola.Namn, r.ForstaDag, r.SistaDag) }).ToListAsync(ct);
        if (skyddad)
            rader.ForEach(r => db.Omfang.NoteraSkyddad(r.StuderandeId, r.SkolaId, r.RapportId));

        return rader.ConvertAll(r => r.Rad);
    }

    private async Task<Dictionary<long, Skolkontakt>> KontonAsync(Arende arende, List<Franvarounderlag> underlag, CancellationToken ct)
    {
        long?[] ids =
        [
            arende.Skolkrapport.SkickadAvKontoId,
            arende.HandlaggareKontoId,
            .. arende.Kompletteringar.Select(k => (long?)k.BegardAvKontoId),
            .. arende.Beslut.Select(b => b.KontoId),
            .. arende.Kontroller.Select(k => (long?)k.KontoId),
            .. arende.Kontroller.Select(k => k.KontrolleratAvKontoId),
            .. underlag.Select(u => u.SkickadAvKontoId),
        ];
        var behovda = ids.OfType<long>().Distinct().ToList();
        return await db.Konton.AsNoTracking()
            .Where(k => behovda.Contains(k.Id))
            .ToDictionaryAsync(k => k.Id, k => new Skolkontakt(k.Namn, k.PhoneNumber, k.Email), ct);
    }

    private static DateOnly Senare(DateOnly a, DateOnly b) => a > b ? a : b;
}
