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
/// <param name="UtanMottagare">Schools where nobody can be mailed.</param>
/// <param name="Misslyckade">Schools whose mails could not be saved: they can be tried again.</param>
public sealed record Paminnelseutfall(int Skickade, int RedanIDag, int Klara, int UtanMottagare = 0, int Misslyckade = 0);

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
        List<Utskick> utskick = [];
        var klara = 0;
        foreach (var skolaId in skolor.Distinct())
        {
            if (await SkolaAsync(skolaId, ct) is not { } skola || await ForsenatAsync(skola, ct) is not { Count: > 0 } plikter)
                klara++;
            else
                utskick.Add(await SkickaAsync(skola, Paminnelsesteg.Manuell, plikter, [$"{klocka.SvenskDag():yyyy-MM-dd}"], anvandare, ct));
        }

        int Antal(Utskick sadant) => utskick.Count(u => u == sadant);
        return new(Antal(Utskick.Skickat), Antal(Utskick.Redan), klara, Antal(Utskick.UtanMottagare), Antal(Utskick.Misslyckat));
    }

    /// <summary>
    /// The steps that have come, for everything overdue: each once. Of what has been overdue for long the school is reminded once, and its contact person told only when it has had the time
    /// between the two steps to answer, or when nobody at the school can be reached.
    /// </summary>
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
            try
            {
                antal += await EskaleraAsync(skolaId, idag, ct);
            }
            catch (Exception fel) when (fel is not OperationCanceledException)
            {
                // One school's fault is not the next one's: it is tried again at the next run.
                logg.LogError(fel, "Påminnelserna till skola {Skola} kunde inte göras", skolaId);
            }
        }

        return antal;
    }

    private async Task<int> EskaleraAsync(long skolaId, DateOnly idag, CancellationToken ct)
    {
        if (await SkolaAsync(skolaId, ct) is not { } skola)
            return 0;

        var tagna = await TagnaAsync(skolaId, ct);
        var steg = (await ForsenatAsync(skola, ct))
            .Where(p => Fristregler.For(p.Slag, p.Senast!.Value).Eskaleras)
            .Select(p => (Plikt: p, Steg: Nasta(p, tagna.FindAll(t => t.Plikt == p.Nyckel), idag)))
            .Where(p => p.Steg is not null)
            .GroupBy(p => p.Steg!.Value).OrderBy(g => g.Key).ToList();
        var antal = 0;
        foreach (var grupp in steg)
        {
            List<Plikt> plikter = [.. grupp.Select(p => p.Plikt)];
            List<string> nycklar = [.. plikter.Select(p => p.Nyckel)];
            var utskick = await SkickaAsync(skola, grupp.Key, plikter, nycklar, null, ct);
            if (utskick == Utskick.UtanMottagare && grupp.Key != Paminnelsesteg.Kontaktperson)
                utskick = await SkickaAsync(skola, Paminnelsesteg.Kontaktperson, plikter, nycklar, null, ct);
            antal += utskick == Utskick.Skickat ? 1 : 0;
        }

        return antal;
    }

    /// <summary>The step that a duty has come to; null when it is taken, or the school has just been reminded.</summary>
    private Paminnelsesteg? Nasta(Plikt plikt, List<(string Plikt, Paminnelsesteg Steg, DateTime Tid)> tagna, DateOnly idag)
    {
        if (installning.Steg(idag.DayNumber - plikt.Senast!.Value.DayNumber) is not { } steg || tagna.Exists(t => t.Steg >= steg))
            return null;
        if (steg != Paminnelsesteg.Kontaktperson)
            return steg;
        if (tagna.Count == 0)
            return Paminnelsesteg.Andra;

        return tagna.Max(t => t.Tid).SvenskDag().AddDays(installning.Kontaktperson - installning.AndraPaminnelse) <= idag ? steg : null;
    }

    /// <summary>How many the mail of a school would go to, for whoever is about to send it.</summary>
    public async Task<int> AntalMottagareAsync(long skolaId, CancellationToken ct)
    {
        if (await SkolaAsync(skolaId, ct) is not { } skola)
            return 0;

        await using var db = nyDb.NyForAlla(Darfor);
        return (await MottagareAsync(db, skolaId, Paminnelsesteg.Manuell, await ForsenatAsync(skola, ct), ct)).Select(m => m.KontoId).Distinct().Count();
    }

    private async Task<Skola?> SkolaAsync(long skolaId, CancellationToken ct)
    {
        await using var db = nyDb.Ny();
        return await db.Skolor.AsNoTracking().SingleOrDefaultAsync(s => s.Id == skolaId, ct);
    }

    /// <summary>What the school itself sees as late, of the kinds that CSN follows up.</summary>
    private async Task<List<Plikt>> ForsenatAsync(Skola skola, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var innehav = new Fristinnehav(new(skola.Id, skola.Skolkod, skola.Namn, skola.Rapporteringssatt, skola.Skolform), Rapporterande);
        return [.. (await frister.ForAsync(innehav, new(idag, idag), ct)).Where(p => p.ArForsenad && p.Senast is not null && ForseningQuery.Slagen.Contains(p.Slag))];
    }

    private async Task<List<(string Plikt, Paminnelsesteg Steg, DateTime Tid)>> TagnaAsync(long skolaId, CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla(Darfor);
        var rader = await db.Nationellt<Fristpaminnelse>().Where(p => p.SkolaId == skolaId && p.Steg != Paminnelsesteg.Manuell && p.Steg != Paminnelsesteg.Tyst).Select(p => new { p.Plikt, p.Steg, p.Tid }).ToListAsync(ct);
        return rader.ConvertAll(r => (r.Plikt, r.Steg, r.Tid));
    }

    /// <summary>One school and step. Nothing is written where nobody can be mailed.</summary>
    private async Task<Utskick> SkickaAsync(Skola skola, Paminnelsesteg steg, List<Plikt> plikter, List<string> nycklar, AktuellAnvandare? anvandare, CancellationToken ct)
    {
        var omfang = new Skolomfang();
        omfang.ValjSkola(skola.Id);
        await using var db = nyDb.Ny(omfang);
        if (await db.Fristpaminnelser.AnyAsync(p => p.Steg == steg && nycklar.Contains(p.Plikt), ct))
            return Utskick.Redan;

        var mottagare = await MottagareAsync(db, skola.Id, steg, plikter, ct);
        if (mottagare.Count == 0)
            return Utskick.UtanMottagare;

        var mejl = new MejlService(db, klocka, skydd);
        foreach (var (epost, kontoId, roll, rader) in mottagare)
            mejl.Add(epost, Forseningsmejl.Amne(skola, roll, rader), Forseningsmejl.Text(skola, roll, rader, adress), kontoId);
        var antal = mottagare.Select(m => m.KontoId).Distinct().Count();
        db.AddRange(nycklar.Select(n => new Fristpaminnelse(skola.Id, steg, n, plikter.Count, antal, anvandare?.KontoId, klocka.UtcNu())));
        new AuditService(db, nyDb, anvandare ?? new AktuellAnvandare(), klocka)
            .Add(Acts.DeadlineReminded, AuditObjects.Skola, skola.Id, skola.Id, changes: $"Steg: {steg.Text()}\nFörsenat: {plikter.Count}\nMottagare: {antal}");
        return await db.SparaEnGangAsync(
            async () =>
            {
                await using var efter = nyDb.Ny(omfang);
                return await efter.Fristpaminnelser.AnyAsync(p => p.Steg == steg && nycklar.Contains(p.Plikt), ct);
            },
            fel => logg.LogWarning(fel, "Påminnelsen {Steg} till skola {Skola} kunde inte sparas, och försöks igen", steg, skola.Id),
            ct) switch
        {
            Sparutfall.Sparat => Utskick.Skickat,
            Sparutfall.GjortAvAnnan => Utskick.Redan,
            _ => Utskick.Misslyckat,
        };
    }

    /// <summary>
    /// Those who report what is late at the school, each with what is theirs to report; where nobody does, those who can see to it that somebody gets the behörighet. The last step goes to the
    /// school's contact person at CSN; a school with none is every contact person's (domain.md section 1).
    /// </summary>
    private async Task<List<Mottagare>> MottagareAsync(PortalDbContext db, long skolaId, Paminnelsesteg steg, List<Plikt> plikter, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        if (steg == Paminnelsesteg.Kontaktperson)
        {
            var alla = await db.InnehavareAsync(Behorighetsslag.CsnKontaktperson, null, idag, ct);
            var ansvariga = await db.Kontaktansvar.Where(k => k.SkolaId == skolaId).Select(k => k.KontoId).ToListAsync(ct);
            var nycklar = plikter.ConvertAll(p => p.Nyckel);
            var roll = await db.Fristpaminnelser.AnyAsync(p => nycklar.Contains(p.Plikt), ct) ? Mottagarroll.Kontaktperson : Mottagarroll.KontaktpersonForst;
            return (alla.Where(k => ansvariga.Contains(k.KontoId)).ToList() is { Count: > 0 } egna ? egna : alla).Select(k => new Mottagare(k.Epost, k.KontoId, roll, plikter)).ToList();
        }

        List<Mottagare> mottagare = [];
        foreach (var grupp in plikter.GroupBy(p => p.Slag == Fristslag.Studietider ? Behorighetsslag.StudietiderUtbildningar : Behorighetsslag.Studeranderapportering))
        {
            List<Plikt> rader = [.. grupp];
            var rapportorer = await db.InnehavareAsync(grupp.Key, skolaId, idag, ct);
            mottagare.AddRange(rapportorer.Select(r => new Mottagare(r.Epost, r.KontoId, Mottagarroll.Rapportor, rader)));
            if (rapportorer.Count == 0)
                mottagare.AddRange((await db.InnehavareAsync(Behorighetsslag.Behorighetsadministrator, skolaId, idag, ct)).Select(r => new Mottagare(r.Epost, r.KontoId, Mottagarroll.Administrator, rader)));
        }

        // One mail to whom both are for.
        return [.. mottagare.GroupBy(m => (m.KontoId, m.Roll)).Select(g => g.First() with { Plikter = [.. g.SelectMany(m => m.Plikter).OrderBy(p => p.Senast)] })];
    }

    private sealed record Mottagare(string Epost, long KontoId, Mottagarroll Roll, IReadOnlyList<Plikt> Plikter);

    private enum Utskick
    {
        Skickat,
        Redan,
        UtanMottagare,
        Misslyckat,
    }
}
