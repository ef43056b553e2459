using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>
/// CSN's contact person reviews the reports of their schools: opens, lets go, approves, sends back. Null answers: no such report at them. Whoever comes second is refused.
/// </summary>
public sealed class StudietidsgranskningService(PortalDbContext db, AuditService audit, AktuellAnvandare anvandare, MejlService mejl, Portaladress adress, TimeProvider klocka)
{
    /// <summary>For tests: the last that happens before a decision is committed.</summary>
    internal Func<Task>? ForeBekraftelse { get; set; }

    /// <summary>Notes that somebody has begun; one who opens it after that changes nothing.</summary>
    public Task<Result<Studietidsrapport>?> OppnaAsync(long id, CancellationToken ct) =>
        GorAsync(
            Acts.StudyTimesOpened,
            id,
            null,
            rapport =>
            {
                if (rapport.Status == Rapportstatus.Granskas)
                    return Task.FromResult<Result<Studietidsrapport>>(rapport);

                rapport.BorjaGranska(anvandare.KontoId);
                audit.Add(Acts.StudyTimesOpened, AuditObjects.Studietidsrapport, id, rapport.SkolaId);
                return Task.FromResult<Result<Studietidsrapport>>(rapport);
            },
            ct);

    /// <summary>Back to the queue, for anybody; one that nobody has changes nothing.</summary>
    /// <param name="version">The version that was reviewed.</param>
    public Task<Result<Studietidsrapport>?> SlappAsync(long id, int version, CancellationToken ct) =>
        GorAsync(
            Acts.StudyTimesReleased,
            id,
            version,
            rapport =>
            {
                if (rapport.Status == Rapportstatus.Granskas)
                {
                    rapport.Slapp();
                    audit.Add(Acts.StudyTimesReleased, AuditObjects.Studietidsrapport, id, rapport.SkolaId);
                }

                return Task.FromResult<Result<Studietidsrapport>>(rapport);
            },
            ct);

    /// <summary>Its rows hold from now, what they replace does not, and what is removed is gone: all or nothing. Whoever sent it is told by mail.</summary>
    /// <param name="version">The version that was reviewed.</param>
    public Task<Result<Studietidsrapport>?> GodkannAsync(long id, int version, CancellationToken ct) =>
        GorAsync(
            Acts.StudyTimesApproved,
            id,
            version,
            async rapport =>
            {
                var rader = db.Nationellt<Studietid>();
                var nya = await rader.AsTracking().Where(s => s.StudietidsrapportId == id).ToListAsync(ct);
                nya.ForEach(s => s.Godkann());
                foreach (var ersatt in await rader.AsTracking().Where(s => rader.Any(f => f.StudietidsrapportId == id && f.ErsatterId == s.Id)).ToListAsync(ct))
                    ersatt.Ersatt();

                rapport.Godkann(anvandare.KontoId, klocka.UtcNu());
                audit.Add(Acts.StudyTimesApproved, AuditObjects.Studietidsrapport, id, rapport.SkolaId, changes: $"Studietider: {nya.Count}");
                var hela = nya.Exists(s => s.UtbildningId is null);
                await Utbudspublicering.PubliceraAsync(db, rapport.SkolaId, () => hela ? null : [.. nya.Select(s => s.UtbildningId!.Value)], klocka, ct);
                var baraBort = nya.TrueForAll(s => s.Atgard == Studietidsatgard.Borttagning);
                await MejlaAsync(
                    rapport,
                    baraBort ? lasar => $"Borttagningen av studietider för {lasar} är godkänd" : lasar => $"Studietiderna för {lasar} är godkända",
                    skola => baraBort
                        ? $"CSN har godkänt rapporten {rapport.Kvittensnummer}, där ni tar bort studietider för {skola}. De borttagna studietiderna gäller inte längre, och de studerande kan inte välja dem när de söker studiestöd."
                        : $"CSN har godkänt rapporten {rapport.Kvittensnummer} med studietider för {skola}. Studietiderna gäller nu, och de studerande kan välja dem när de söker studiestöd.",
                    ct);
                return rapport;
            },
            ct);

    /// <summary>Back to the school, which amends it and sends it again; whoever sent it is told by mail.</summary>
    /// <param name="version">The version that was reviewed.</param>
    /// <param name="skal">Required, at most <see cref="Studietidsrapport.MaxSkal"/> characters; the school reads it.</param>
    public Task<Result<Studietidsrapport>?> SandAterAsync(long id, int version, string? skal, CancellationToken ct)
    {
        var text = (skal ?? "").Trim().ReplaceLineEndings("\n");
        return GorAsync(
            Acts.StudyTimesSentBack,
            id,
            version,
            async rapport =>
            {
                if (text.Length is 0 or > Studietidsrapport.MaxSkal)
                    return new AterskalSaknas();
                if (Personnummermask.Finns(text))
                    return new AterskalMedPersonnummer();

                rapport.SandAter(anvandare.KontoId, text, klocka.UtcNu());
                audit.Add(Acts.StudyTimesSentBack, AuditObjects.Studietidsrapport, id, rapport.SkolaId, text);
                // The reason stands in the portal, not in the mail.
                await MejlaAsync(
                    rapport,
                    lasar => $"Studietiderna för {lasar} behöver kompletteras",
                    skola => $"CSN har granskat rapporten {rapport.Kvittensnummer} med studietider för {skola} och skickar den åter för komplettering. Varför står i rapporten i Mina tjänster. Ändra det som behövs och skicka in den igen.",
                    ct);
                return rapport;
            },
            ct);
    }

    private async Task<Result<Studietidsrapport>?> GorAsync(
        string act, long id, int? version, Func<Studietidsrapport, Task<Result<Studietidsrapport>>> gor, CancellationToken ct)
    {
        var mina = db.SkolorFor(anvandare.KontoId).Select(s => s.Id);
        long skolaId = 0;
        var svar = await Rapportserie.GorAsync<Studietidsrapport>(
            db,
            async () =>
            {
                if (await db.Nationellt<Studietidsrapport>().SingleOrDefaultAsync(r => r.Id == id && r.Inskickad != null && mina.Contains(r.SkolaId), ct) is not { } rapport)
                    return null;

                skolaId = rapport.SkolaId;
                if (rapport.Status is not (Rapportstatus.Inskickad or Rapportstatus.Granskas))
                    return new RapportenRedanAvgjord();
                return version is null || version == rapport.Version ? await gor(rapport) : new RapportenAndradForGranskning();
            },
            ForeBekraftelse,
            ct);
        if (svar is { IsAccepted: false })
            await audit.AddRefusalAsync(act, AuditObjects.Studietidsrapport, id, skolaId, svar.Refusals);
        return svar;
    }

    /// <summary>To whoever sent it, in the act's own save.</summary>
    /// <param name="amne">How it went, of the läsår.</param>
    /// <param name="text">What has happened, of the school with its code.</param>
    private async Task MejlaAsync(Studietidsrapport rapport, Func<Lasar, string> amne, Func<string, string> text, CancellationToken ct)
    {
        var till = await db.Konton.Where(k => k.Id == rapport.InskickadAvKontoId).Select(k => new { k.Id, k.Email }).SingleAsync(ct);
        if (!Kontouppgifter.ArEpost(till.Email ?? ""))
            return;

        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == rapport.SkolaId, ct);
        mejl.Add(
            till.Email!,
            amne(new(rapport.Lasar)),
            $"""
            Hej!

            {text($"{skola.Namn} (skolkod {skola.Skolkod})")}
            {adress.Till($"/studietider/{new Lasar(rapport.Lasar).Adress}")}

            Det går inte att svara på det här mejlet.

            Mina tjänster, CSN
            """,
            till.Id);
    }
}
