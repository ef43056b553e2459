using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Avstangningar;

/// <summary>A received suspension in the list.</summary>
/// <param name="Skickad">UTC, when the school sent it.</param>
/// <param name="Student">Masked in lists for everyone, as the personnummer (domain.md section 6).</param>
/// <param name="HanteradAv">Who last marked it as handled; null while nobody has.</param>
public sealed record Avstangningsrad(
    long Id, string Kvittensnummer, DateTime Skickad, string Student, string Personnummer, string Skola, string Skolkod, DateOnly ForstaDag, DateOnly? SistaDag, Avstangningsstatus Status, string? HanteradAv, DateTime? Hanterad);

/// <summary>A page of one lane.</summary>
/// <param name="Vantar">How many wait in the lane, whatever the page shows.</param>
public sealed record Avstangningssida(Listsida<Avstangningsrad> Rader, int Vantar);

/// <summary>One received suspension with all that belongs to it.</summary>
/// <param name="Rapportor">Who sent it.</param>
/// <param name="ErsatterId">The case of the one it took the place of, where CSN had that; null otherwise.</param>
/// <param name="ErsattAvId">The case that has taken its place, where CSN has it; null otherwise.</param>
public sealed record Avstangningsdetaljer(
    Avstangning Avstangning,
    Handelse Handelse,
    Studerande Studerande,
    Skola Skola,
    Dokument Dokument,
    string Rapportor,
    string? RapportorTelefon,
    string? HanteradAv,
    long? ErsatterId,
    long? ErsattAvId,
    DateTime Nu)
{
    public Avstangningsstatus Status => Avstangning.Status(Nu);

    public bool Vantar => Avstangning.Vantar(Nu);
}

/// <summary>
/// The suspensions of all schools that CSN has received: only when the window in which they were sent has closed. Those of protected students are in a lane
/// of their own, for those who are cleared; nothing of the other lane, not even a number, holds them.
/// </summary>
public sealed class AvstangningQuery(PortalDbContext db, AktuellAnvandare anvandare, TimeProvider klocka)
{
    private bool FarSeSkyddade => anvandare.Har(Rattighet.SeSkyddadeIdentiteter);

    /// <summary>How many wait in each lane, for the menu; 0 for those who do not handle them.</summary>
    public async Task<(int Vanliga, int Skyddade)> AntalAsync()
    {
        if (!anvandare.Har(Rattighet.GranskaUnderlag))
            return (0, 0);

        var nu = klocka.UtcNu();
        // The menu stands on every page, also where the scope is not all schools.
        var vantar =
            from a in db.Avstangningar.IgnoreQueryFilters([PortalDbContext.Skolfilter]).Where(Avstangning.HosCsn(nu)).Where(Avstangning.VantarPaCsn(nu))
            join h in db.Handelser on a.HandelseId equals h.Id
            select h.StuderandeId;
        var (vanliga, skyddade) = (db.StuderandeILane(Personskydd.Inget), db.StuderandeILane(Personskydd.Skyddad));
        return (
            await vantar.CountAsync(id => vanliga.Any(s => s.Id == id)),
            FarSeSkyddade ? await vantar.CountAsync(id => skyddade.Any(s => s.Id == id)) : 0);
    }

    /// <param name="lane">Whose: <see cref="Personskydd.Skyddad"/> for the cleared only.</param>
    /// <param name="vantar">Those that wait, the longest first; else the handled, the latest first.</param>
    /// <param name="sida">From 1; a page beyond the last gives the last.</param>
    /// <exception cref="InvalidOperationException">The signed-in person is not cleared.</exception>
    public async Task<Avstangningssida> SidaAsync(Personskydd lane, bool vantar, int sida, CancellationToken ct)
    {
        if (lane != Personskydd.Inget && !FarSeSkyddade)
            throw new InvalidOperationException("The protected lane is for the cleared.");

        var nu = klocka.UtcNu();
        var alla = db.Nationellt<Avstangning>().AsNoTracking().Where(Avstangning.HosCsn(nu));
        var vantande = alla.Where(Avstangning.VantarPaCsn(nu));
        var antalVantande = await ILane(vantande, lane).CountAsync(ct);
        var urval = ILane(vantar ? vantande : alla.Where(a => !vantande.Any(v => v.Id == a.Id)), lane);
        var antal = vantar ? antalVantande : await urval.CountAsync(ct);
        sida = Math.Clamp(sida, 1, Listsida<Avstangningsrad>.SistaSida(antal));
        var ordnade = vantar ? urval.OrderBy(p => p.Avstangning.Mottagen).ThenBy(p => p.Avstangning.Id) : urval.OrderByDescending(p => p.Avstangning.Mottagen).ThenByDescending(p => p.Avstangning.Id);
        var poster = await (
            from p in ordnade.Skip((sida - 1) * Listsida<Avstangningsrad>.Storlek).Take(Listsida<Avstangningsrad>.Storlek)
            join s in db.Nationellt<Sandning>() on p.Handelse.SandningId equals s.Id
            join k in db.Skolor on p.Avstangning.SkolaId equals k.Id
            select new
            {
                p.Avstangning,
                p.Handelse,
                p.Studerande,
                s.Kvittensnummer,
                s.Skickad,
                k.Namn,
                k.Skolkod,
                HanteradAv = db.Konton.Where(x => x.Id == p.Avstangning.HanteradAvKontoId).Select(x => x.Namn).FirstOrDefault(),
            }).ToListAsync(ct);
        // The joins may lose the order of the page.
        poster.Sort((x, y) => (vantar ? 1 : -1) * (x.Avstangning.Mottagen, x.Avstangning.Id).CompareTo((y.Avstangning.Mottagen, y.Avstangning.Id)));
        if (lane == Personskydd.Skyddad)
            poster.ForEach(p => db.Omfang.NoteraSkyddad(p.Studerande.Id, p.Studerande.SkolaId));

        var rader = poster.ConvertAll(p => new Avstangningsrad(
            p.Avstangning.Id,
            p.Kvittensnummer,
            p.Skickad,
            Studerande.VisatNamn(lane, p.Studerande.Fornamn, p.Studerande.Efternamn, farSeSkyddade: false),
            Studerande.VisatPersonnummer(lane, p.Studerande.Personnummer, farSeSkyddade: false),
            p.Namn,
            p.Skolkod,
            p.Handelse.Uppgift.ForstaDag,
            p.Handelse.Uppgift.SistaDag,
            p.Avstangning.Status(nu),
            p.HanteradAv,
            p.Avstangning.Hanterad));
        return new(new(rader, antal, sida), antalVantande);
    }

    /// <summary>Null when CSN has no such suspension, or the signed-in person is not cleared to see it.</summary>
    public async Task<Avstangningsdetaljer?> ForAsync(long id, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        if (await db.SynligaAvstangningar(anvandare, nu).AsNoTracking().Include(a => a.Handelse).ThenInclude(h => h.Sandning).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } avstangning)
            return null;

        var handelse = avstangning.Handelse;
        var rapportor = await db.Konton.Where(k => k.Id == handelse.Sandning.SkickadAvKontoId).Select(k => new { k.Namn, k.PhoneNumber }).SingleAsync(ct);
        var (fore, efter) = await GrannarAsync(handelse, nu, ct);
        return new(
            avstangning,
            handelse,
            await db.Nationellt<Studerande>().AsNoTracking().SingleAsync(s => s.Id == handelse.StuderandeId, ct),
            await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == avstangning.SkolaId, ct),
            await db.Nationellt<Dokument>().AsNoTracking().SingleAsync(d => d.Id == avstangning.DokumentId, ct),
            rapportor.Namn,
            rapportor.PhoneNumber,
            await db.Konton.Where(k => k.Id == avstangning.HanteradAvKontoId).Select(k => k.Namn).SingleOrDefaultAsync(ct),
            fore,
            efter,
            nu);
    }

    /// <summary>The nearest that CSN has on either side in the chain of changes; those of a closed window's inside it never had.</summary>
    private async Task<(long? Fore, long? Efter)> GrannarAsync(Handelse handelse, DateTime nu, CancellationToken ct)
    {
        var alla = await db.Nationellt<Handelse>().AsNoTracking()
            .Where(h => h.StuderandeId == handelse.StuderandeId && h.Uppgift.Slag == Handelseslag.Avstangning)
            .Select(h => new { h.Id, h.ErsatterId })
            .ToListAsync(ct);
        var hosCsn = await db.Nationellt<Avstangning>().Where(Avstangning.HosCsn(nu)).Where(a => a.Handelse.StuderandeId == handelse.StuderandeId)
            .ToDictionaryAsync(a => a.HandelseId, a => a.Id, ct);
        long? fore = null, efter = null;
        for (var led = alla.Find(h => h.Id == handelse.ErsatterId); led is not null && fore is null; led = alla.Find(h => h.Id == led.ErsatterId))
            fore = hosCsn.TryGetValue(led.Id, out var id) ? id : null;
        for (var led = alla.Find(h => h.ErsatterId == handelse.Id); led is not null && efter is null; led = alla.Find(h => h.ErsatterId == led.Id))
            efter = hosCsn.TryGetValue(led.Id, out var id) ? id : null;
        return (fore, efter);
    }

    private IQueryable<Post> ILane(IQueryable<Avstangning> avstangningar, Personskydd lane) =>
        from a in avstangningar
        join h in db.Nationellt<Handelse>() on a.HandelseId equals h.Id
        join s in db.StuderandeILane(lane) on h.StuderandeId equals s.Id
        select new Post { Avstangning = a, Handelse = h, Studerande = s };

    private sealed class Post
    {
        public required Avstangning Avstangning { get; init; }

        public required Handelse Handelse { get; init; }

        public required Studerande Studerande { get; init; }
    }
}

internal static class Avstangningsurval
{
    /// <summary>Those that CSN has and that the signed-in person may open: of protected students only when cleared.</summary>
    public static IQueryable<Avstangning> SynligaAvstangningar(this PortalDbContext db, AktuellAnvandare anvandare, DateTime nu)
    {
        var alla = db.Nationellt<Avstangning>().Where(Avstangning.HosCsn(nu));
        var oskyddade = db.StuderandeILane(Personskydd.Inget);
        return anvandare.Har(Rattighet.SeSkyddadeIdentiteter)
            ? alla
            : alla.Where(a => oskyddade.Any(s => s.Id == a.Handelse.StuderandeId));
    }
}
