using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Frister.Forsening;

/// <summary>How a bulk reminder went.</summary>
/// <param name="Skickade">Schools that were reminded now.</param>
/// <param name="RedanIDag">Schools that had been reminded by CSN the same day.</param>
/// <param name="Klara">Schools that are late with nothing any more.</param>
public sealed record Paminnelseutfall(int Skickade, int RedanIDag, int Klara);

/// <summary>
/// Tells schools what they are late with: by hand for many at once, and by the steps of <see cref="Fristinstallning"/>. All schools, because the rules are the same
/// for all; one school at a time, its mails and the rows that say so in one save, so that nothing is sent twice however often it is clicked or how many copies run.
/// </summary>
public sealed class ForseningsmejlService(NyPortalDbContext nyDb, FristQuery frister, Fristinstallning installning, Mejlskydd skydd, Portaladress adress, TimeProvider klocka, ILogger<ForseningsmejlService> logg)
{
    private const string Darfor = "försenat";

    private static readonly HashSet<Behorighetsslag> Rapporterande = [Behorighetsslag.Studeranderapportering, Behorighetsslag.StudietiderUtbildningar];

    /// <summary>Reminds each school once a day, of all that it is late with.</summary>
    /// <param name="anvandare">Who at CSN sends it.</param>
    public async Task<Paminnelseutfall> PaminnAsync(IReadOnlyCollection<long> skolor, AktuellAnvandare anvandare, CancellationToken ct)
    {
        var (skickade, redan, klara) = (0, 0, 0);
        foreach (var skolaId in skolor.Distinct())
        {
            if (await SkolaAsync(skolaId, ct) is not { } skola || await ForsenatAsync(skola, ct) is not { Count: > 0 } plikter)
                klara++;
            else if (await SkickaAsync(skola, Paminnelsesteg.Manuell, plikter, [$"{klocka.SvenskDag():yyyy-MM-dd}"], anvandare, ct))
                skickade++;
            else
                redan++;
        }

        return new(skickade, redan, klara);
    }

    /// <summary>The steps that have come, for everything overdue: each once. Only the latest step is taken of what has been overdue for long.</summary>
    /// <returns>How many mails' worth of steps were taken by this copy: one a school and step.</returns>
    public async Task<int> EskaleraAsync(CancellationToken ct)
    {
        if (Studietider.Omgangar.PaminnelseService.ArForTidigt(klocka))
            return 0;

        var idag = klocka.SvenskDag();
        List<long> skolor;
        await using (var db = nyDb.NyForAlla(Darfor))
            skolor = [.. (await ForseningQuery.AllaAsync(db, idag, ct)).Where(f => f.Underlag + f.Kompletteringar > 0 && installning.Steg(idag.DayNumber - f.Aldst.DayNumber) is not null).Select(f => f.SkolaId)];

        var antal = 0;
        foreach (var skolaId in skolor)
        {
            if (await SkolaAsync(skolaId, ct) is not { } skola)
                continue;

            var tagna = await TagnaAsync(skolaId, ct);
            var steg = (await ForsenatAsync(skola, ct))
                .Where(p => Fristregler.For(p.Slag, p.Senast!.Value).Eskaleras)
                .Select(p => (Plikt: p, Steg: installning.Steg(idag.DayNumber - p.Senast!.Value.DayNumber)))
                .Where(p => p.Steg is { } s && !tagna.Any(t => t.Plikt == p.Plikt.Nyckel && t.Steg >= s));
            foreach (var grupp in steg.GroupBy(p => p.Steg!.Value).OrderBy(g => g.Key).ToList())
                antal += await SkickaAsync(skola, grupp.Key, [.. grupp.Select(p => p.Plikt)], [.. grupp.Select(p => p.Plikt.Nyckel)], null, ct) ? 1 : 0;
        }

        return antal;
    }

    /// <summary>How many the mail of a school would go to, for whoever is about to send it.</summary>
    public async Task<int> AntalMottagareAsync(long skolaId, CancellationToken ct)
    {
        if (await SkolaAsync(skolaId, ct) is not { } skola)
            return 0;

        await using var db = nyDb.NyForAlla(Darfor);
        return (await MottagareAsync(db, skolaId, Paminnelsesteg.Manuell, await ForsenatAsync(skola, ct), ct)).Count;
    }

    private async Task<Skola?> SkolaAsync(long skolaId, CancellationToken ct)
    {
        await using var db = nyDb.Ny();
        return await db.Skolor.AsNoTracking().SingleOrDefaultAsync(s => s.Id == skolaId, ct);
    }

    /// <summary>What the school itself sees as late.</summary>
    private async Task<List<Plikt>> ForsenatAsync(Skola skola, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var innehav = new Fristinnehav(new(skola.Id, skola.Skolkod, skola.Namn, skola.Rapporteringssatt, skola.Skolform), Rapporterande);
        return [.. (await frister.ForAsync(innehav, new(idag, idag), ct)).Where(p => p.ArForsenad && p.Senast is not null)];
    }

    private async Task<List<(string Plikt, Paminnelsesteg Steg)>> TagnaAsync(long skolaId, CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla(Darfor);
        var rader = await db.Nationellt<Fristpaminnelse>().Where(p => p.SkolaId == skolaId && p.Steg != Paminnelsesteg.Manuell).Select(p => new { p.Plikt, p.Steg }).ToListAsync(ct);
        return rader.ConvertAll(r => (r.Plikt, r.Steg));
    }

    /// <summary>One school and step. False when it has been taken.</summary>
    private async Task<bool> SkickaAsync(Skola skola, Paminnelsesteg steg, List<Plikt> plikter, List<string> nycklar, AktuellAnvandare? anvandare, CancellationToken ct)
    {
        var omfang = new Skolomfang();
        omfang.ValjSkola(skola.Id);
        await using var db = nyDb.Ny(omfang);
        if (await db.Fristpaminnelser.AnyAsync(p => p.Steg == steg && nycklar.Contains(p.Plikt), ct))
            return false;

        var mottagare = await MottagareAsync(db, skola.Id, steg, plikter, ct);
        var mejl = new MejlService(db, klocka, skydd);
        foreach (var (epost, kontoId) in mottagare)
            mejl.Add(epost, Forseningsmejl.Amne(skola, steg, plikter), Forseningsmejl.Text(skola, steg, plikter, adress), kontoId);
        db.AddRange(nycklar.Select(n => new Fristpaminnelse(skola.Id, steg, n, plikter.Count, mottagare.Count, anvandare?.KontoId, klocka.UtcNu())));
        new AuditService(db, nyDb, anvandare ?? new AktuellAnvandare(), klocka)
            .Add(Acts.DeadlineReminded, AuditObjects.Skola, skola.Id, skola.Id, changes: $"Steg: {steg.Text()}\nFörsenat: {plikter.Count}\nMottagare: {mottagare.Count}");
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException fel)
        {
            await using var efter = nyDb.Ny(omfang);
            if (!await efter.Fristpaminnelser.AnyAsync(p => p.Steg == steg && nycklar.Contains(p.Plikt), ct))
                logg.LogWarning(fel, "Påminnelsen {Steg} till skola {Skola} kunde inte sparas, och försöks igen", steg, skola.Id);
            // Else another copy, or another click, did it.
            return false;
        }
    }

    /// <summary>
    /// Those who report what is late at the school; where there is nobody, those who can give somebody the behörighet. The last step goes to the school's contact person at CSN; a
    /// school with none is every contact person's (domain.md section 1).
    /// </summary>
    private async Task<IReadOnlyList<(string Epost, long KontoId)>> MottagareAsync(PortalDbContext db, long skolaId, Paminnelsesteg steg, List<Plikt> plikter, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        if (steg == Paminnelsesteg.Kontaktperson)
        {
            var alla = await db.InnehavareAsync(Behorighetsslag.CsnKontaktperson, null, idag, ct);
            var ansvariga = await db.Kontaktansvar.Where(k => k.SkolaId == skolaId).Select(k => k.KontoId).ToListAsync(ct);
            return alla.Where(k => ansvariga.Contains(k.KontoId)).ToList() is { Count: > 0 } egna ? egna : alla;
        }

        List<(string Epost, long KontoId)> rapportorer = [];
        foreach (var slag in plikter.Select(p => p.Slag == Fristslag.Studietider ? Behorighetsslag.StudietiderUtbildningar : Behorighetsslag.Studeranderapportering).Distinct())
            rapportorer.AddRange(await db.InnehavareAsync(slag, skolaId, idag, ct));
        return rapportorer.Count > 0 ? [.. rapportorer.DistinctBy(r => r.KontoId)] : await db.InnehavareAsync(Behorighetsslag.Behorighetsadministrator, skolaId, idag, ct);
    }
}
