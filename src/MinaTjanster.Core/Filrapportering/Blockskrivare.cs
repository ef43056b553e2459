using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>Another act on one of the chunk's students came first: the chunk is judged again.</summary>
internal sealed class BlocketInaktuelltException() : Exception("Somebody else changed a student of the chunk.");

/// <summary>
/// Writes what a chunk has been judged to, inside the caller's transaction and with plain commands (design.md, "A request's way"): the same rows
/// as the form writes, without EF's bookkeeping.
/// </summary>
internal sealed class Blockskrivare(PortalDbContext db, Mejlskydd skydd, Filsandning sandning, TimeProvider klocka)
{
    private static readonly Action<Studerande, long> StuderandeId = Bulkladdning.Sattare<Studerande>(nameof(Studerande.Id));
    private static readonly Action<Sokord, long> SokordId = Bulkladdning.Sattare<Sokord>(nameof(Sokord.Id));
    private static readonly Action<Sokord, long> SokordStuderande = Bulkladdning.Sattare<Sokord>(nameof(Sokord.StuderandeId));
    private static readonly Action<Skolkrapport, long> RapportId = Bulkladdning.Sattare<Skolkrapport>(nameof(Skolkrapport.Id));
    private static readonly Action<Skolkrapport, long> RapportStuderande = Bulkladdning.Sattare<Skolkrapport>(nameof(Skolkrapport.StuderandeId));
    private static readonly Action<Arende, long> ArendeId = Bulkladdning.Sattare<Arende>(nameof(Arende.Id));
    private static readonly Action<Arende, long> ArendeRapport = Bulkladdning.Sattare<Arende>(nameof(Arende.SkolkrapportId));
    private static readonly Action<Skolkbeslut, long> BeslutId = Bulkladdning.Sattare<Skolkbeslut>(nameof(Skolkbeslut.Id));
    private static readonly Action<Skolkbeslut, long> BeslutArende = Bulkladdning.Sattare<Skolkbeslut>(nameof(Skolkbeslut.ArendeId));

    private readonly Bulkladdning _bulk = new(db);

    /// <exception cref="BlocketInaktuelltException">Nothing may be committed.</exception>
    public async Task SkrivAsync(Filblock block, CancellationToken ct)
    {
        var elever = block.Paverkade.ToList();
        if (elever.Count > 0)
        {
            await HojVersionerAsync(elever, ct);
            await StuderandeAsync(elever, ct);
            await SkyddaAsync(elever, ct);
            await HandelserAsync(block, ct);
            await PerioderAsync(elever, ct);
            await SkolkAsync(block, ct);
        }

        // Audit events, mails and changed reports.
        if (db.ChangeTracker.HasChanges())
            await db.SaveChangesAsync(ct);
    }

    /// <summary>
    /// Rows by keys that were loaded under the school's filter. With the filter once more SQLite, which keeps no statistics, would go through the whole
    /// school instead of the keys.
    /// </summary>
    private IQueryable<T> Laddade<T>()
        where T : class => db.Set<T>().IgnoreQueryFilters([PortalDbContext.Skolfilter]);

    /// <summary>First of all: acts on screen wait, or make the chunk be judged again.</summary>
    private async Task HojVersionerAsync(List<Filelev> elever, CancellationToken ct)
    {
        var kanda = elever.Where(e => e.Finns).ToDictionary(e => e.Studerande.Id, e => e.Version);
        if (kanda.Count == 0)
            return;

        var ids = kanda.Keys.ToList();
        await Laddade<Studerande>().Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(rad => rad.SetProperty(s => s.Version, s => s.Version + 1), ct);
        var nu = await Laddade<Studerande>().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Version }).ToListAsync(ct);
        if (nu.Count != kanda.Count || nu.Exists(s => s.Version != kanda[s.Id] + 1))
            throw new BlocketInaktuelltException();
    }

    private async Task StuderandeAsync(List<Filelev> elever, CancellationToken ct)
    {
        var nya = elever.Where(e => !e.Finns).Select(e => e.Studerande).ToList();
        if (nya.Count == 0)
            return;

        var id = await _bulk.ReserveraIdAsync<Studerande>(ct);
        var sokordId = await _bulk.ReserveraIdAsync<Sokord>(ct);
        foreach (var studerande in nya)
        {
            StuderandeId(studerande, id++);
            foreach (var ord in studerande.Sokord)
            {
                SokordId(ord, sokordId++);
                SokordStuderande(ord, studerande.Id);
            }
        }

        await _bulk.LaddaAsync(nya, ct);
        await _bulk.LaddaAsync([.. nya.SelectMany(s => s.Sokord)], ct);
    }

    /// <summary>Those whom the rows protect, as <see cref="Studerande.Skydda"/>: their words go too, since none of them were loaded.</summary>
    private async Task SkyddaAsync(List<Filelev> elever, CancellationToken ct)
    {
        var ids = elever.Where(e => e.HarSkyddats).Select(e => e.Studerande.Id).ToList();
        if (ids.Count == 0)
            return;

        await Laddade<Studerande>().Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(
            rad => rad.SetProperty(s => s.Skydd, Personskydd.Skyddad).SetProperty(s => s.Sorteringsnyckel, Studerande.SkyddadNyckel), ct);
        await Laddade<Sokord>().Where(o => ids.Contains(o.StuderandeId)).ExecuteDeleteAsync(ct);
        foreach (var id in ids)
            Notera(Acts.StudentProtected, AuditObjects.Studerande, id);
    }

    private async Task HandelserAsync(Filblock block, CancellationToken ct)
    {
        await UpphorAsync(block.Ersatta, Handelsestatus.Ersatt, null, ct);
        await UpphorAsync(block.Tillbakatagna, Handelsestatus.Tillbakatagen, sandning.KontoId, ct);
        if (block.NyaHandelser.Count == 0)
            return;

        // Keys in the order of the rows: it is the order in which events were sent.
        var id = await _bulk.ReserveraIdAsync<Handelse>(ct);
        var nycklar = new Dictionary<long, long>();
        foreach (var handelse in block.NyaHandelser)
        {
            nycklar.Add(handelse.Id, id);
            handelse.Numrera(id++, block.NyNyckel(handelse.StuderandeId), sandning.Sandning.Id, handelse.ErsatterId is { } ersatt ? nycklar.GetValueOrDefault(ersatt, ersatt) : null);
        }

        await _bulk.LaddaAsync([.. block.NyaHandelser], ct);
    }

    private async Task UpphorAsync(HashSet<long> ids, Handelsestatus status, long? kontoId, CancellationToken ct)
    {
        if (ids.Count == 0)
            return;

        var fonster = Sandningsfonster.Stanger(sandning.Tid);
        var antal = await Laddade<Handelse>().Where(h => ids.Contains(h.Id) && h.Status == Handelsestatus.Galler).ExecuteUpdateAsync(
            rad => rad.SetProperty(h => h.Status, status).SetProperty(h => h.Upphorde, sandning.Tid).SetProperty(h => h.TillbakatagenAvKontoId, kontoId)
                .SetProperty(h => h.AttPublicera, h => h.AttPublicera ?? fonster).SetProperty(h => h.Version, h => h.Version + 1), ct);
        if (antal != ids.Count)
            throw new BlocketInaktuelltException();
    }

    private async Task PerioderAsync(List<Filelev> elever, CancellationToken ct)
    {
        var borta = elever.Where(e => e.Finns).SelectMany(e => e.BorttagnaPerioder).ToList();
        if (borta.Count > 0)
            await Laddade<Studieperiod>().Where(p => borta.Contains(p.Id)).ExecuteDeleteAsync(ct);

        // Many students break off on the same few days.
        foreach (var grupp in elever.SelectMany(e => e.AndradePerioder).GroupBy(p => (p.SistaDag, p.ValdStodform)))
        {
            var ids = grupp.Select(p => p.Id).ToList();
            await Laddade<Studieperiod>().Where(p => ids.Contains(p.Id)).ExecuteUpdateAsync(
                rad => rad.SetProperty(p => p.SistaDag, grupp.Key.SistaDag).SetProperty(p => p.ValdStodform, grupp.Key.ValdStodform), ct);
        }

        var nya = elever.SelectMany(e => e.NyaPerioder.Select(p => (Period: p, e.Studerande))).ToList();
        if (nya.Count == 0)
            return;

        var id = await _bulk.ReserveraIdAsync<Studieperiod>(ct);
        foreach (var (period, studerande) in nya)
            period.Numrera(id++, studerande.Id);
        await _bulk.LaddaAsync(nya.ConvertAll(p => p.Period), ct);
    }

    private async Task SkolkAsync(Filblock block, CancellationToken ct)
    {
        if (block.NyaSkolkrapporter.Count > 0)
        {
            var rapportId = await _bulk.ReserveraIdAsync<Skolkrapport>(ct);
            var arendeId = await _bulk.ReserveraIdAsync<Arende>(ct);
            foreach (var (rapport, arende, historik) in block.NyaSkolkrapporter)
            {
                RapportStuderande(rapport, block.NyNyckel(rapport.StuderandeId));
                RapportId(rapport, rapportId++);
                ArendeId(arende, arendeId++);
                ArendeRapport(arende, rapport.Id);
                Notera(Acts.SkolkrapportSent, rapport, null, historik);
            }

            await _bulk.LaddaAsync(block.NyaSkolkrapporter.ConvertAll(r => r.Rapport), ct);
            await _bulk.LaddaAsync(block.NyaSkolkrapporter.ConvertAll(r => r.Arende), ct);
            await BeslutAsync(block.NyaSkolkrapporter.ConvertAll(r => r.Arende), ct);
        }

        foreach (var akt in block.Skolkakter)
        {
            var act = akt.Slag switch
            {
                Skolkaktslag.Avsluta => Acts.SkolkrapportEnded,
                Skolkaktslag.Andra => Acts.SkolkrapportChanged,
                _ => Acts.SkolkrapportDeleted,
            };
            Notera(act, akt.Rapport, akt.Rapport.Borttagningsskal, akt.Historik);
            if (akt.Slag == Skolkaktslag.TaBort)
            {
                Notera(Acts.CaseWithdrawn, akt.Rapport, null, null);
                await new Atertagandemejl(db, new MejlService(db, klocka, skydd)).AddAsync(akt.Rapport, akt.Arende, ct);
            }
        }
    }

    private async Task BeslutAsync(List<Arende> arenden, CancellationToken ct)
    {
        var id = await _bulk.ReserveraIdAsync<Skolkbeslut>(ct);
        foreach (var (arende, beslut) in arenden.SelectMany(a => a.Beslut.Select(b => (a, b))))
        {
            BeslutId(beslut, id++);
            BeslutArende(beslut, arende.Id);
        }

        await _bulk.LaddaAsync(arenden.SelectMany(a => a.Beslut).ToList(), ct);
    }

    /// <summary>The history of a report is read from the log, however it was sent.</summary>
    private void Notera(string act, Skolkrapport rapport, string? varfor, string? andringar) => Notera(act, AuditObjects.Skolkrapport, rapport.Id, varfor, andringar);

    private void Notera(string act, string objekt, long id, string? varfor = null, string? andringar = null) =>
        db.Add(new AuditEvent(klocka.UtcNu(), act, AuditOutcome.Accepted)
        {
            KontoId = sandning.KontoId,
            SkolaId = sandning.Skola.Id,
            Objekt = objekt,
            ObjektId = id,
            Why = varfor,
            Changes = andringar,
        });
}
