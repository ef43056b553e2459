using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>A student, tracked, and what the rule needs to know.</summary>
public sealed record Laddadstuderande(Studerande Studerande, Rapporteringslage Lage);

/// <summary>
/// Loads students' state for the rule, one or a chunk of them in the same few queries, through the caller's context: inside the caller's
/// transaction where there is one.
/// </summary>
public sealed class HandelselageService(PortalDbContext db, NyPortalDbContext nyDb)
{
    /// <param name="skola">The active school.</param>
    /// <param name="dag">The report day.</param>
    /// <returns>By the student's key; those that the active school does not have are left out.</returns>
    public async Task<IReadOnlyDictionary<long, Laddadstuderande>> LaddaAsync(Skola skola, IReadOnlyCollection<long> studerandeIds, DateOnly dag, CancellationToken ct)
    {
        var ids = studerandeIds.Distinct().ToList();
        // The student first: what comes between the readings is seen, or makes the save fail, never neither.
        var laddade = await LaddaAsync(skola, await db.Studerande.Include(s => s.Studieperioder).Where(s => ids.Contains(s.Id)).ToListAsync(ct), dag, ct);
        var dokument = (await db.Dokument.AsNoTracking()
                .Where(d => d.StuderandeId != null && ids.Contains(d.StuderandeId.Value) && d.Status == Dokumentstatus.Komplett)
                .Select(d => new { StuderandeId = d.StuderandeId!.Value, d.Id })
                .ToListAsync(ct))
            .ToLookup(d => d.StuderandeId, d => d.Id);
        return laddade.ToDictionary(l => l.Key, l => l.Value with { Lage = l.Value.Lage with { Dokument = dokument[l.Key].ToHashSet() } });
    }

    /// <summary>As the other, by personnummer, not tracked and without documents: for a file, which checks the versions itself when it writes.</summary>
    public async Task<IReadOnlyDictionary<long, Laddadstuderande>> LaddaUtanSparningAsync(
        Skola skola, IReadOnlyCollection<Personnummer> personer, DateOnly dag, CancellationToken ct) =>
        await LaddaAsync(
            skola, await db.Studerande.AsNoTracking().Include(s => s.Studieperioder).Where(s => personer.Contains(s.Personnummer)).ToListAsync(ct), dag, ct);

    /// <summary>The state of a student whose study periods or choices have changed in memory.</summary>
    internal static Rapporteringslage MedVal(Rapporteringslage lage, Studerande studerande) => lage.Med(
        [.. studerande.Studieperioder.Where(p => p.EfterHandelse is null).Select(Grund)],
        [.. lage.Handelser.Select(h => MedVal(h, studerande))]);

    private async Task<IReadOnlyDictionary<long, Laddadstuderande>> LaddaAsync(Skola skola, IReadOnlyList<Studerande> studerande, DateOnly dag, CancellationToken ct)
    {
        var ids = studerande.Select(s => s.Id).ToList();
        var handelserna = await db.Handelser.AsNoTracking()
            .Where(h => ids.Contains(h.StuderandeId) && h.Status == Handelsestatus.Galler)
            .Select(h => new { h.StuderandeId, h.Id, h.ErsatterId, h.Uppgift })
            .ToListAsync(ct);
        var forst = handelserna.Exists(h => h.ErsatterId is not null) ? await FoljaAsync(ids, ct) : [];
        var handelser = handelserna.OrderBy(h => Forsta(h.Id)).ToLookup(h => h.StuderandeId, h => new Handelselage(h.Id, h.Uppgift));
        var skolk = (await db.Skolkrapporter.AsNoTracking()
                .Where(r => ids.Contains(r.StuderandeId) && r.Status != Skolkrapportstatus.Borttagen)
                .Select(r => new { r.StuderandeId, Rapport = new AnnanSkolkrapport(r.Id, r.ForstaDag, r.SistaDag) })
                .ToListAsync(ct))
            .ToLookup(r => r.StuderandeId, r => r.Rapport);
        var hosAndra = await HosAndraAsync(skola.Id, [.. studerande.Select(s => s.Personnummer)], dag, ct);
        return studerande.ToDictionary(
            s => s.Id,
            s => new Laddadstuderande(s, new Rapporteringslage(
                skola.Skolform,
                s.Personnummer.Fodelsedag,
                [.. s.Studieperioder.Where(p => p.HandelseId is null).Select(Grund)],
                [.. handelser[s.Id].Select(h => MedVal(h, s))],
                [.. skolk[s.Id]],
                [.. hosAndra[s.Personnummer]],
                dag)));

        // A changed event stands in the order where the first of its chain does: what was reported upon that one, stands upon this.
        long Forsta(long id)
        {
            while (forst.TryGetValue(id, out var ersatt))
                id = ersatt;
            return id;
        }
    }

    /// <summary>What each changed event has taken the place of.</summary>
    private Task<Dictionary<long, long>> FoljaAsync(List<long> studerandeIds, CancellationToken ct) =>
        db.Handelser.Where(h => studerandeIds.Contains(h.StuderandeId) && h.ErsatterId != null).ToDictionaryAsync(h => h.Id, h => h.ErsatterId!.Value, ct);

    /// <summary>
    /// Studies that other schools have reported for the same persons, by exact number (design decision 14). What leaves here is days and
    /// percent alone: neither the school nor the education can be told from it.
    /// </summary>
    internal async Task<ILookup<Personnummer, StudierHosAnnan>> HosAndraAsync(long skolaId, IReadOnlyList<Personnummer> personer, DateOnly dag, CancellationToken ct)
    {
        await using var alla = nyDb.NyForAlla("dubbelrapportering");
        return (await (
                from s in alla.Nationellt<Studerande>().AsNoTracking()
                where personer.Contains(s.Personnummer) && s.SkolaId != skolaId
                join p in alla.Nationellt<Studieperiod>() on s.Id equals p.StuderandeId
                where p.SistaDag >= dag.AddYears(-1)
                select new { s.Personnummer, Studier = new StudierHosAnnan(p.ForstaDag, p.SistaDag, p.Omfattning) })
            .ToListAsync(ct)).ToLookup(r => r.Personnummer, r => r.Studier);
    }

    /// <summary>The choice of support may have been told later, in a report of ogiltig frånvaro.</summary>
    private static Handelselage MedVal(Handelselage handelse, Studerande studerande) =>
        studerande.Studieperioder.FirstOrDefault(p => p.EfterHandelse == handelse.Id)?.ValdStodform is { } valt && valt != handelse.Uppgift.ValdStodform
            ? handelse with { Uppgift = handelse.Uppgift with { ValdStodform = valt } }
            : handelse;

    private static Periodlage Grund(Studieperiod p) => new(
        null, p.Id, p.ForstaDag, p.PlaneradSistaDag, p.Utbildning, p.Kurskod, p.Omfattning, p.Avdelning, p.Larling, p.ValdStodform, p.Studievagskod, p.Arskurs);
}
