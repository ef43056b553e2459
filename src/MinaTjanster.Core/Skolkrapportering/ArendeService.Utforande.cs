using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <remarks>How an act is done: read, asked, done, saved with its event, and tried again where only something beside the case was saved meanwhile.</remarks>
public sealed partial class ArendeService
{
    private async Task<Result<Arendeutfall>?> UtforAsync(Steg steg, long arendeId, int version, CancellationToken ct)
    {
        if (await ForsokAsync(steg, arendeId, version, ct) is not var (arende, svar))
        {
            return null;
        }

        if (!svar.IsAccepted)
        {
            await audit.AddRefusalAsync(steg.Act, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId, svar.Refusals);
        }

        return svar;
    }

    private async Task<(Arende Arende, Result<Arendeutfall> Svar)?> ForsokAsync(Steg steg, long arendeId, int version, CancellationToken ct, int forsok = 1)
    {
        if (await LaddaAsync(arendeId, ct) is not { } arende)
        {
            return null;
        }

        if (await HinderAsync(steg, arende, version, ct) is { } hinder)
        {
            return (arende, hinder);
        }

        if (steg.Villkor is not null && await steg.Villkor(arende) is { } villkor)
        {
            return (arende, villkor);
        }

        var fore = arende.Status;
        steg.Verb(arende, klocka.UtcNu());
        var andring = fore == arende.Status ? null : $"Status: {fore.Text()} → {arende.Status.Text()}";
        audit.Add(steg.Gjort?.Invoke(arende) ?? steg.Act, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId, steg.Varfor, steg.Spar?.Invoke(arende) ?? andring);
        var mejl = steg.Mejl is null ? 0 : await steg.Mejl(arende);
        try
        {
            if (steg.Samtidigt is null)
            {
                await db.SaveChangesAsync(ct);
            }
            else
            {
                await db.ITransaktionAsync(
                    async () =>
                    {
                        await steg.Samtidigt(arende);
                        return await db.SaveChangesAsync(ct);
                    },
                    ct);
            }

            return (arende, new Arendeutfall(arende.Id, mejl) { VantarKontroll = arende.KontrollVantar is not null });
        }
        catch (DbUpdateConcurrencyException) when (forsok < 4)
        {
            // Somebody saved between our reading and our saving: nothing of ours was written. What stands now says who,
            // or that it was only a mark or a letter of the case, and then the act is done on that.
            db.ChangeTracker.Clear();
            return await ForsokAsync(steg, arendeId, version, ct, forsok + 1);
        }
    }

    private async Task<Refusal?> HinderAsync(Steg steg, Arende arende, int version, CancellationToken ct)
    {
        var atgard = steg.Atgard;
        if (steg.Regel is not null)
        {
            return steg.Regel(arende) ?? (arende.Version == version ? null : await AndratAsync(arende, ct));
        }

        var handlaggare = await db.Konton.Where(k => k.Id == arende.HandlaggareKontoId).Select(k => k.Namn).FirstOrDefaultAsync(ct);
        var avrakning = atgard == Arendeatgard.Kommunicera && arende.Kommunicerat is not null ? await AvrakningAsync(arende, ct) : null;
        var kvar = atgard != Arendeatgard.Kvittera || await HandlaggareKvarAsync(arende, ct);
        return Arenderegel.Hinder(atgard, arende, anvandare.KontoId, handlaggare, avrakning, kvar)
            ?? (arende.Version == version ? null : await AndratAsync(arende, ct));
    }

    private async Task<bool> HandlaggareKvarAsync(Arende arende, CancellationToken ct) =>
        arende.HandlaggareKontoId is not { } har || har == anvandare.KontoId || await db.Granskande(klocka.SvenskDag()).ContainsAsync(har, ct);

    private async Task<ArendeAndratUnderTiden> AndratAsync(Arende arende, CancellationToken ct)
    {
        var senast = await db.AuditEvents.AsNoTracking()
            .Where(e => e.Objekt == AuditObjects.Skolkrapport && e.ObjektId == arende.SkolkrapportId && e.Outcome == AuditOutcome.Accepted)
            .Where(e => !BredvidArendet.Contains(e.Act) && ((e.Act != Acts.CaseLetterSent && e.Act != Acts.CaseLetterSentUndone) || e.Why!.StartsWith(Beslutslage.Fraga)))
            .OrderByDescending(e => e.Tid).ThenByDescending(e => e.Id)
            .Select(e => new { e.Tid, e.Act, Namn = db.Konton.Where(k => k.Id == e.KontoId).Select(k => k.Namn).FirstOrDefault() })
            .FirstOrDefaultAsync(ct);
        return senast is null
            ? new ArendeAndratUnderTiden("portalen", "uppgifterna är andra", null)
            : new ArendeAndratUnderTiden(senast.Namn ?? "portalen", ActTexts.Text(senast.Act), senast.Tid);
    }

    private Task<Arende?> LaddaAsync(long arendeId, CancellationToken ct) =>
        Synliga().Include(a => a.Kompletteringar).Include(a => a.Skolkrapport).Include(a => a.Beslut).Include(a => a.Kontroller).SingleOrDefaultAsync(a => a.Id == arendeId, ct);

    private IQueryable<Arende> Synliga() => db.SynligaArenden(anvandare, klocka.UtcNu());

    private async Task<Avrakning> AvrakningAsync(Arende arende, CancellationToken ct) =>
        Arendeberakning.For(
            await db.Nationellt<Studerande>().AsNoTracking().Include(s => s.Studieperioder).SingleAsync(s => s.Id == arende.Skolkrapport.StuderandeId, ct),
            arende.Skolkrapport);

    /// <summary>Are the files all of the underlag that has been sent in this very case?</summary>
    private async Task<bool> HorTillAsync(Arende arende, IReadOnlyCollection<long> dokument, CancellationToken ct) =>
        await (
            from d in db.Nationellt<Dokument>()
            join u in db.Nationellt<Franvarounderlag>() on d.FranvarounderlagId equals u.Id
            where dokument.Contains(d.Id) && d.Status == Dokumentstatus.Komplett && u.Status == Underlagsstatus.Inskickat && u.SkolkrapportId == arende.SkolkrapportId
            select d.Id).CountAsync(ct) == dokument.Count;

    /// <summary>How many checks of the newest underlag do not agree.</summary>
    private async Task<int> AntalAvvikelserAsync(Arende arende, CancellationToken ct)
    {
        var rapport = await db.Nationellt<Skolkrapport>().AsNoTracking().SingleAsync(r => r.Id == arende.SkolkrapportId, ct);
        var underlag = await db.Nationellt<Franvarounderlag>().AsNoTracking()
            .Where(u => u.SkolkrapportId == rapport.Id && u.Status == Underlagsstatus.Inskickat)
            .OrderByDescending(u => u.Skickad).ThenByDescending(u => u.Id)
            .FirstOrDefaultAsync(ct);
        return underlag is null ? 0 : Arendekontroll.For(rapport, underlag).Count(rad => rad.Utfall == Utfall.Varning);
    }
}
