using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;

/// <summary>
/// A handläggare marks pages of the case's underlag, while a complement could be asked for; the request takes the marks along
/// (<see cref="ArendeService.BegarKompletteringAsync"/>).
/// </summary>
/// <remarks>Every method gives null for a case or file that does not exist, or that the signed-in person is not cleared to see.</remarks>
public sealed class SidmarkeringService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, TimeProvider klocka)
{
    /// <summary>Marks a page. A page that is marked and not sent keeps its mark, with the new words: a form posted twice marks once.</summary>
    public async Task<Result<Sidmarkering>?> MarkeraAsync(long arendeId, long dokumentId, int sida, string? brist, CancellationToken ct)
    {
        var text = string.IsNullOrWhiteSpace(brist) ? null : brist.Trim();
        for (var forsok = 1; ; forsok++)
        {
            if (await LaddaAsync(arendeId, ct) is not { } arende || await DokumentAsync(arende, dokumentId, ct) is not { } dokument)
            {
                return null;
            }

            var oskickade = await Oskickade(arende).ToListAsync(ct);
            var redan = oskickade.Find(m => m.DokumentId == dokumentId && m.Sida == sida);
            if ((await HinderAsync(arende, ct) ?? Fel(dokument, sida, text, redan is null && oskickade.Count >= Sidmarkering.FlestOskickade)) is { } nej)
            {
                return await NekaAsync<Sidmarkering>(Acts.CasePageMarked, arende, nej);
            }

            if (redan is not null && redan.Brist == text)
            {
                return redan;
            }

            var markering = redan ?? new Sidmarkering(arende, dokumentId, sida, text, arende.Kompletteringar.Count, anvandare.KontoId, klocka.UtcNu());
            if (redan is null)
            {
                db.Add(markering);
            }
            else
            {
                markering.Andra(text);
            }

            audit.Add(Acts.CasePageMarked, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId, text, $"Dokument: {dokumentId}\nSida: {sida}");
            try
            {
                await db.SaveChangesAsync(ct);
                return markering;
            }
            catch (DbUpdateException) when (forsok < 3)
            {
                db.ChangeTracker.Clear(); // marked, sent or removed in the same moment: the next round sees it
            }
        }
    }

    /// <summary>Takes a mark away that no request has sent.</summary>
    /// <returns>What was taken away; accepted with null where the case has no such mark, as by a second click.</returns>
    public async Task<Result<Sidmarkering?>?> TaBortAsync(long arendeId, long markeringId, CancellationToken ct)
    {
        for (var forsok = 1; ; forsok++)
        {
            if (await LaddaAsync(arendeId, ct) is not { } arende)
            {
                return null;
            }

            if (await db.Nationellt<Sidmarkering>().SingleOrDefaultAsync(m => m.Id == markeringId && m.ArendeId == arende.Id, ct) is not { } markering)
            {
                return Result<Sidmarkering?>.Accepted(null);
            }

            if ((markering.ArSkickad ? new MarkeringSkickad() : await HinderAsync(arende, ct)) is { } nej)
            {
                return await NekaAsync<Sidmarkering?>(Acts.CasePageUnmarked, arende, nej);
            }

            db.Remove(markering);
            audit.Add(Acts.CasePageUnmarked, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId, changes: $"Dokument: {markering.DokumentId}\nSida: {markering.Sida}");
            try
            {
                await db.SaveChangesAsync(ct);
                return markering;
            }
            catch (DbUpdateConcurrencyException) when (forsok < 3)
            {
                db.ChangeTracker.Clear(); // sent or removed in the same moment
            }
        }
    }

    private static Refusal? Fel(Dokument dokument, int sida, string? brist, bool arFullt)
    {
        if (sida < 1 || sida > dokument.AntalSidor)
        {
            return new MarkeringSidaFinnsInte(dokument.AntalSidor);
        }

        return Personnummermask.Finns(brist) ? new MarkeringMedPersonnummer()
            : arFullt ? new MarkeringarFulla()
            : null;
    }

    /// <summary>Why no page can be marked now, or null: as when a complement cannot be asked for.</summary>
    private async Task<Refusal?> HinderAsync(Arende arende, CancellationToken ct) => Arenderegel.Hinder(
        Arendeatgard.BegarKomplettering,
        arende,
        anvandare.KontoId,
        await db.Konton.Where(k => k.Id == arende.HandlaggareKontoId).Select(k => k.Namn).FirstOrDefaultAsync(ct));

    private IQueryable<Sidmarkering> Oskickade(Arende arende) =>
        db.Nationellt<Sidmarkering>().Where(m => m.ArendeId == arende.Id && m.KompletteringId == null);

    private Task<Arende?> LaddaAsync(long arendeId, CancellationToken ct) =>
        db.SynligaArenden(anvandare, klocka.UtcNu()).Include(a => a.Kompletteringar).SingleOrDefaultAsync(a => a.Id == arendeId, ct);

    /// <summary>A whole file of the underlag that has been sent in this very case.</summary>
    private Task<Dokument?> DokumentAsync(Arende arende, long dokumentId, CancellationToken ct) => (
        from d in db.Nationellt<Dokument>().AsNoTracking()
        join u in db.Nationellt<Franvarounderlag>() on d.FranvarounderlagId equals u.Id
        where d.Id == dokumentId && d.Status == Dokumentstatus.Komplett && u.Status == Underlagsstatus.Inskickat && u.SkolkrapportId == arende.SkolkrapportId
        select d).SingleOrDefaultAsync(ct);

    private async Task<Result<T>> NekaAsync<T>(string act, Arende arende, Refusal nej)
    {
        db.ChangeTracker.Clear();
        await audit.AddRefusalAsync(act, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId, [nej]);
        return nej;
    }
}
