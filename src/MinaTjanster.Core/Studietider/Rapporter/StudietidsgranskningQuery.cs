using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>A report that waits at CSN.</summary>
/// <param name="Inskickad">UTC.</param>
/// <param name="Granskare">Who has opened it; null when nobody has.</param>
/// <param name="ArEgen">The school is the contact person's own, not one that nobody answers for.</param>
public sealed record Granskningsrad(
    long Id, string Skola, string Skolkod, Lasar Lasar, int Omgang, Rapportstatus Status, DateTime Inskickad, string? Granskare, int Nya, int Andrade, int Borttagna, bool ArEgen);

/// <summary>The queue and how much there is of each status.</summary>
public sealed record Granskningsko(Listsida<Granskningsrad> Sida, int Inskickade, int Granskas);

/// <summary>A report as its contact person reviews it.</summary>
/// <param name="Rapport">With its rows.</param>
/// <param name="Ersatts">The approved rows that it changes or removes, by id.</param>
/// <param name="MotForraLasaret">What the läsår would be with the report approved, beside what was approved the läsår before.</param>
/// <param name="Lasaret">What holds and what is proposed, row by row.</param>
/// <param name="Varningar">What the rule asks about a row of the report, by its id.</param>
/// <param name="Berorda">How many students are reported within an approved one that a row changes or removes, by the row's id.</param>
/// <param name="Utbildningar">The names by id.</param>
public sealed record Granskningsbild(
    Studietidsrapport Rapport,
    Skola Skola,
    string? InskickadAv,
    string? Granskare,
    IReadOnlyDictionary<long, Studietid> Ersatts,
    IReadOnlyList<Skillnadsrad> MotForraLasaret,
    IReadOnlyList<Lasarsrad> Lasaret,
    ILookup<long, Varning> Varningar,
    IReadOnlyDictionary<long, int> Berorda,
    IReadOnlyDictionary<long, string> Utbildningar)
{
    /// <summary>It waits for a decision.</summary>
    public bool Vantar => Rapport.Status is Rapportstatus.Inskickad or Rapportstatus.Granskas;
}

/// <summary>The reports of a contact person's schools: their own, and those that nobody answers for.</summary>
public sealed class StudietidsgranskningQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    private static readonly Expression<Func<Studietidsrapport, bool>> Vantar = r => r.Status == Rapportstatus.Inskickad || r.Status == Rapportstatus.Granskas;

    /// <summary>What waits: one's own schools first, the oldest first.</summary>
    /// <param name="sida">From 1; a page beyond the last gives the last.</param>
    public async Task<Granskningsko> KoAsync(int sida, CancellationToken ct)
    {
        var mig = anvandare.KontoId;
        var mina = db.SkolorFor(mig).Select(s => s.Id);
        var vantar = db.Nationellt<Studietidsrapport>().AsNoTracking()
            .Where(Vantar).Where(r => mina.Contains(r.SkolaId));
        var inskickade = await vantar.CountAsync(r => r.Status == Rapportstatus.Inskickad, ct);
        var granskas = await vantar.CountAsync(r => r.Status == Rapportstatus.Granskas, ct);
        sida = Math.Clamp(sida, 1, Listsida<Granskningsrad>.SistaSida(inskickade + granskas));
        var rader = db.Nationellt<Studietid>();
        var funna = await (
            from r in vantar
            join s in db.Skolor on r.SkolaId equals s.Id
            let arEgen = db.Kontaktansvar.Any(k => k.SkolaId == s.Id && k.KontoId == mig)
            orderby arEgen descending, r.Inskickad, r.Id
            select new
            {
                r.Id,
                s.Namn,
                s.Skolkod,
                r.Lasar,
                r.Omgang,
                r.Status,
                r.Inskickad,
                Granskare = db.Konton.Where(k => r.Status == Rapportstatus.Granskas && k.Id == r.GranskareKontoId).Select(k => k.Namn).FirstOrDefault(),
                Nya = rader.Count(t => t.StudietidsrapportId == r.Id && t.Atgard == Studietidsatgard.Ny),
                Andrade = rader.Count(t => t.StudietidsrapportId == r.Id && t.Atgard == Studietidsatgard.Andring),
                Borttagna = rader.Count(t => t.StudietidsrapportId == r.Id && t.Atgard == Studietidsatgard.Borttagning),
                ArEgen = arEgen,
            }).Skip((sida - 1) * Listsida<Granskningsrad>.Storlek).Take(Listsida<Granskningsrad>.Storlek).ToListAsync(ct);
        return new(
            new(
                funna.ConvertAll(f => new Granskningsrad(
                    f.Id, f.Namn, f.Skolkod, new(f.Lasar), f.Omgang, f.Status, f.Inskickad!.Value, f.Granskare, f.Nya, f.Andrade, f.Borttagna, f.ArEgen)),
                inskickade + granskas,
                sida),
            inskickade,
            granskas);
    }

    /// <summary>How many wait; for the menu, which public pages have too, where nothing has lifted the filter.</summary>
    public Task<int> AntalAsync()
    {
        var mina = db.SkolorFor(anvandare.KontoId).Select(s => s.Id);
        return db.Studietidsrapporter.IgnoreQueryFilters(new[] { PortalDbContext.Skolfilter }).Where(Vantar).CountAsync(r => mina.Contains(r.SkolaId));
    }

    /// <returns>Null when there is no such report at the contact person's schools, or it has never been sent.</returns>
    public async Task<Granskningsbild?> ForAsync(long id, CancellationToken ct)
    {
        var mina = db.SkolorFor(anvandare.KontoId).Select(s => s.Id);
        var rapport = await db.Nationellt<Studietidsrapport>().AsNoTrackingWithIdentityResolution()
            .Include(r => r.Studietider).ThenInclude(s => s.Uppehall).AsSplitQuery()
            .SingleOrDefaultAsync(r => r.Id == id && r.Inskickad != null && r.Status != Rapportstatus.Ater && r.Status != Rapportstatus.Utkast && mina.Contains(r.SkolaId), ct);
        if (rapport is null)
            return null;

        var lasar = new Lasar(rapport.Lasar);
        var fore = await Lasarslage.LaddaAsync(db, rapport.SkolaId, lasar.Foregaende, s => s.Status == Studietidsstatus.Galler, ct);
        var nu = await Lasarslage.LaddaAsync(db, rapport.SkolaId, lasar, null, ct);
        var rader = db.Nationellt<Studietid>();
        var ersatts = await rader.AsNoTracking().Include(s => s.Uppehall).Where(s => rader.Any(f => f.StudietidsrapportId == id && f.ErsatterId == s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == rapport.SkolaId, ct);
        var utbildningar = await db.Nationellt<Utbildningar.Utbildning>().AsNoTracking().Where(u => u.SkolaId == rapport.SkolaId).ToDictionaryAsync(u => u.Id, ct);
        var provning = Studietidsprovning.For(skola.Skolform, lasar, nu);
        return new(
            rapport,
            skola,
            await NamnAsync(rapport.InskickadAvKontoId, ct),
            await NamnAsync(rapport.GranskareKontoId, ct),
            ersatts,
            Studietidsskillnad.Jamfor(fore.Galler, nu.Blir()),
            Lasarsrad.For(nu.Galler, nu.Forslag),
            rapport.Studietider.SelectMany(s => provning.BedomRad(s.UtbildningId is { } u ? utbildningar[u] : null, s).Varningar.Select(v => (s.Id, v))).ToLookup(v => v.Id, v => v.v),
            await BerordaAsync(rapport, ct),
            utbildningar.ToDictionary(u => u.Key, u => u.Value.Uppgift.Namn));
    }

    /// <summary>As <see cref="Studieurval"/> counts for one, for all rows of the report that change or remove something, in one question.</summary>
    private async Task<Dictionary<long, int>> BerordaAsync(Studietidsrapport rapport, CancellationToken ct)
    {
        var (rader, utbildningar) = (db.Nationellt<Studietid>(), db.Nationellt<Utbildningar.Utbildning>());
        var berorda = await (
            from rad in rader
            where rad.StudietidsrapportId == rapport.Id
            join ersatt in rader on rad.ErsatterId equals ersatt.Id
            from p in db.Nationellt<Studieperiod>()
            where p.SkolaId == rapport.SkolaId && p.ForstaDag <= ersatt.SistaDag && p.SistaDag >= ersatt.ForstaDag
                && (rad.UtbildningId == null || utbildningar.Any(u => u.Id == rad.UtbildningId
                    && (p.Utbildning == u.Uppgift.Namn || (u.Uppgift.Kod != null && (p.Kurskod == u.Uppgift.Kod || p.Studievagskod == u.Uppgift.Kod)))))
            select new { rad.Id, p.StuderandeId }).Distinct()
            .GroupBy(b => b.Id).Select(g => new { g.Key, Antal = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Antal, ct);
        return rapport.Studietider.Where(s => s.ErsatterId is not null).ToDictionary(s => s.Id, s => berorda.GetValueOrDefault(s.Id));
    }

    private Task<string?> NamnAsync(long? kontoId, CancellationToken ct) => db.Konton.Where(k => k.Id == kontoId).Select(k => (string?)k.Namn).SingleOrDefaultAsync(ct);
}
