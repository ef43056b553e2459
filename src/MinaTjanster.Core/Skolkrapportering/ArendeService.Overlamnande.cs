using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <remarks>A case goes to a colleague.</remarks>
public sealed partial class ArendeService
{
    /// <summary>Gives the case to a colleague, with a message in the case's history and a mail that it has come.</summary>
    /// <param name="meddelande">For CSN only; null where nothing is said.</param>
    public Task<Result<Arendeutfall>?> LamnaOverAsync(long arendeId, int version, long till, string? meddelande, CancellationToken ct) =>
        UtforAsync(
            new(Arendeatgard.LamnaOver, Acts.CaseHandedOver, (a, nu) => a.LamnaOver(anvandare.KontoId, till, nu))
            {
                Varfor = string.IsNullOrWhiteSpace(meddelande) ? null : meddelande.Trim(),
                Spar = _ => $"Handläggare: {anvandare.KontoId} → {till}",
                Villkor = async a => Personnummermask.Finns(meddelande) ? new ArendeMeddelandeMedPersonnummer()
                    : (await KollegorAsync(a, ct)).Exists(k => k.KontoId == till) ? null
                    : new ArendeMottagareOkand(),
                Mejl = a => kompletteringsmejl.AddOverlamnatAsync(a, till, ct),
            },
            arendeId,
            version,
            ct);

    /// <summary>Whom the signed-in person may give the case to, by name: who reviews today, and is cleared when the student is protected.</summary>
    public async Task<List<Kollega>> KollegorAsync(Arende arende, CancellationToken ct)
    {
        var (idag, mig) = (klocka.SvenskDag(), anvandare.KontoId);
        var skyddad = await db.StuderandeILane(Personskydd.Skyddad)
            .AnyAsync(s => db.Nationellt<Skolkrapport>().Any(r => r.Id == arende.SkolkrapportId && r.StuderandeId == s.Id), ct);
        var klarade = db.Behorigheter.Gallande(idag).Where(b => b.SkolaId == null && b.Slag == Behorighetsslag.CsnSkyddadeIdentiteter).Select(b => b.KontoId);
        var kollegor = await (
            from b in db.Behorigheter.Gallande(idag)
            where b.SkolaId == null && b.Slag == Behorighetsslag.CsnHandlaggare && b.KontoId != mig && (!skyddad || klarade.Contains(b.KontoId))
            join k in db.Konton on b.KontoId equals k.Id
            select new Kollega(k.Id, k.Namn)).ToListAsync(ct);
        return [.. kollegor.Distinct().OrderBy(k => k.Namn, StringComparer.CurrentCulture).ThenBy(k => k.KontoId)];
    }
}
