using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Bestallningar;

/// <summary>A tab of CSN's queue.</summary>
public enum Bestallningsflik
{
    AttHandlagga,
    VantarPaSkolan,
    Avgjorda,
}

/// <summary>One line of a list of orders.</summary>
public sealed record Bestallningsradlista(
    long Id,
    string? Kvittensnummer,
    long SkolaId,
    string Skola,
    string Skolkod,
    string Bestallare,
    DateTime Tid,
    int AntalRader,
    int AntalAvgjorda,
    Bestallningsstatus Status,
    DateOnly? AdministrationFlyttad);

/// <summary>An order with the names of the people in it.</summary>
/// <param name="Namn">Names and addresses of the accounts that the order mentions.</param>
public sealed record Bestallningsbild(Behorighetsbestallning Bestallning, Skola Skola, IReadOnlyDictionary<long, Kontobild> Namn)
{
    public Kontobild Vem(long kontoId) => Namn[kontoId];

    /// <summary>Whom a row concerns, as people say it; with the username or the address where another person in the order has the same name.</summary>
    public string Person(Bestallningsrad rad) =>
        Bestallning.Rader.Any(r => Namnet(r) == Namnet(rad) && (r.KontoId, r.KontoId is null ? r.Epost : null) != (rad.KontoId, rad.KontoId is null ? rad.Epost : null))
            ? $"{Namnet(rad)} ({(rad.KontoId is { } id ? Vem(id).Anvandarnamn : rad.Epost)})"
            : Namnet(rad);

    /// <summary>The order's history with the persons of its rows: the log itself holds no names.</summary>
    public IReadOnlyList<Historikrad> MedPersoner(IReadOnlyList<Historikrad> historik) =>
    [
        .. historik.Select(h => h with
        {
            Andringar = [.. h.Andringar.Select(a => Bestallning.Rader.FirstOrDefault(r => Bestallning.Radtext(r) == a) is { } rad ? $"{rad.Slag.Text()}: {Person(rad)}" : a)],
        }),
    ];

    private string Namnet(Bestallningsrad rad) => rad.KontoId is { } id ? Vem(id).Namn : rad.Namn!;
}

public sealed record Kontobild(string Namn, string Anvandarnamn, string? Epost);

/// <summary>Orders as lists and pages show them; a school its own, CSN all that are sent.</summary>
public sealed class BestallningQuery(PortalDbContext db, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>The active school's orders, the newest first; of drafts only one's own.</summary>
    public async Task<Listsida<Bestallningsradlista>> SkolansAsync(int sida, CancellationToken ct)
    {
        var kontoId = anvandare.KontoId;
        return await SidaAsync(
            db.Behorighetsbestallningar.Where(b => b.Status != Bestallningsstatus.Utkast || (b.SkapadAvKontoId == kontoId && b.Rader.Any())),
            b => b.OrderByDescending(x => x.Skickad ?? x.Skapad).ThenByDescending(x => x.Id),
            sida,
            ct);
    }

    /// <summary>CSN's queue: what has waited longest first, among the decided ones the latest.</summary>
    public Task<Listsida<Bestallningsradlista>> KoAsync(Bestallningsflik flik, int sida, CancellationToken ct)
    {
        var alla = db.Nationellt<Behorighetsbestallning>();
        return flik switch
        {
            Bestallningsflik.AttHandlagga => SidaAsync(alla.Where(b => b.Status == Bestallningsstatus.HosCsn), AldstForst, sida, ct),
            Bestallningsflik.VantarPaSkolan => SidaAsync(alla.Where(b => b.Status == Bestallningsstatus.VantarPaSkolan), AldstForst, sida, ct),
            _ => SidaAsync(
                alla.Where(b => b.Status == Bestallningsstatus.Avgjord || b.Status == Bestallningsstatus.Atertagen),
                b => b.OrderByDescending(x => x.Avslutad).ThenByDescending(x => x.Id),
                sida,
                ct),
        };
    }

    /// <summary>How many wait for CSN and for the schools.</summary>
    public async Task<(int AttHandlagga, int VantarPaSkolan)> AntalAsync(CancellationToken ct)
    {
        var antal = await Oppna(alla: true).GroupBy(b => b.Status).Select(g => new { g.Key, Antal = g.Count() }).ToListAsync(ct);
        return (antal.Where(a => a.Key == Bestallningsstatus.HosCsn).Sum(a => a.Antal), antal.Where(a => a.Key == Bestallningsstatus.VantarPaSkolan).Sum(a => a.Antal));
    }

    /// <summary>The active school's orders that CSN has asked about, oldest question first.</summary>
    public Task<List<Bestallningsfragerad>> FragorAsync(CancellationToken ct)
    {
        // For the menu, on pages of any scope.
        var skolaId = anvandare.AktivSkola?.Id;
        return (
            from b in db.Behorighetsbestallningar.IgnoreQueryFilters(new[] { PortalDbContext.Skolfilter })
            where b.SkolaId == skolaId && b.Status == Bestallningsstatus.VantarPaSkolan
            orderby b.Skickad
            select new Bestallningsfragerad(b.Id, b.Kvittensnummer!)).ToListAsync(ct);
    }

    /// <summary>An order that is sent; null when there is none within reach.</summary>
    public async Task<Bestallningsbild?> HamtaAsync(long id, CancellationToken ct)
    {
        var bestallning = await db.Synliga<Behorighetsbestallning>().AsNoTracking().Include(b => b.Rader).Include(b => b.Fragor)
            .SingleOrDefaultAsync(b => b.Id == id && b.Status != Bestallningsstatus.Utkast, ct);
        return bestallning is null ? null : await BildAsync(bestallning, ct);
    }

    /// <summary>The order with the names in it, for pages.</summary>
    public async Task<Bestallningsbild> BildAsync(Behorighetsbestallning bestallning, CancellationToken ct)
    {
        var ids = bestallning.Rader.SelectMany(r => new[] { r.KontoId, r.TidigareKontoId, r.AvgjordAvKontoId, r.ResultatKontoId })
            .Concat(bestallning.Fragor.SelectMany(f => new[] { f.StalldAvKontoId, f.BesvaradAvKontoId }))
            .Append(bestallning.SkapadAvKontoId).Append(bestallning.SkickadAvKontoId)
            .Where(i => i is not null).Select(i => i!.Value).Distinct().ToList();
        var namn = await db.Konton.AsNoTracking().Where(k => ids.Contains(k.Id))
            .ToDictionaryAsync(k => k.Id, k => new Kontobild(k.Namn, k.UserName!, k.Email), ct);
        return new Bestallningsbild(bestallning, await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == bestallning.SkolaId, ct), namn);
    }

    /// <summary>The active school's users, for the choices of the form: who they are and what they hold of what orders concern.</summary>
    public async Task<IReadOnlyList<Bestallningsanvandare>> AnvandareAsync(CancellationToken ct)
    {
        var gallande = db.Behorigheter.Gallande(klocka.SvenskDag());
        var rader = await (
            from a in db.Skolanvandare.AsNoTracking()
            where a.Avslutad == null
            join k in db.Konton on a.KontoId equals k.Id
            select new
            {
                k.Id,
                k.Namn,
                k.UserName,
                k.Email,
                Slag = gallande
                    .Where(b => b.KontoId == k.Id && b.SkolaId == a.SkolaId)
                    .Select(b => b.Slag).ToList(),
            }).ToListAsync(ct);
        return [.. rader
            .OrderBy(r => SvenskText.SorteringsNyckel(r.Namn), StringComparer.Ordinal)
            .Select(r => new Bestallningsanvandare(
                r.Id,
                r.Namn,
                r.UserName!,
                r.Email,
                r.Slag.Contains(Behorighetsslag.Studeranderapportering),
                r.Slag.Contains(Behorighetsslag.Behorighetsansvarig)))];
    }

    private static IOrderedQueryable<Behorighetsbestallning> AldstForst(IQueryable<Behorighetsbestallning> b) => b.OrderBy(x => x.Skickad).ThenBy(x => x.Id);

    /// <summary>For the menu, which is drawn on pages whose scope is not CSN's too: the caller has asked the right.</summary>
    private IQueryable<Behorighetsbestallning> Oppna(bool alla) =>
        (alla ? db.Behorighetsbestallningar.IgnoreQueryFilters([PortalDbContext.Skolfilter]) : db.Behorighetsbestallningar)
        .Where(b => b.Status == Bestallningsstatus.HosCsn || b.Status == Bestallningsstatus.VantarPaSkolan);

    private async Task<Listsida<Bestallningsradlista>> SidaAsync(
        IQueryable<Behorighetsbestallning> urval,
        Func<IQueryable<Behorighetsbestallning>, IOrderedQueryable<Behorighetsbestallning>> ordna,
        int sida,
        CancellationToken ct)
    {
        var antal = await urval.CountAsync(ct);
        var vald = Math.Clamp(sida, 1, Listsida<Bestallningsradlista>.SistaSida(antal));
        var rader = await ordna(urval.AsNoTracking())
            .Skip((vald - 1) * Listsida<Bestallningsradlista>.Storlek)
            .Take(Listsida<Bestallningsradlista>.Storlek)
            .Select(b => new Bestallningsradlista(
                b.Id,
                b.Kvittensnummer,
                b.SkolaId,
                db.Skolor.Where(s => s.Id == b.SkolaId).Select(s => s.Namn).First(),
                db.Skolor.Where(s => s.Id == b.SkolaId).Select(s => s.Skolkod).First(),
                db.Konton.Where(k => k.Id == (b.SkickadAvKontoId ?? b.SkapadAvKontoId)).Select(k => k.Namn).First(),
                b.Skickad ?? b.Skapad,
                b.Rader.Count,
                b.Rader.Count(r => r.Status != Bestallningsradstatus.Vantar),
                b.Status,
                b.AdministrationFlyttad))
            .ToListAsync(ct);
        return new Listsida<Bestallningsradlista>(rader, antal, vald);
    }
}

/// <summary>An order that waits for the school's answer.</summary>
public sealed record Bestallningsfragerad(long Id, string Kvittensnummer);

/// <summary>A user of the school, as the form's choices need them.</summary>
public sealed record Bestallningsanvandare(long KontoId, string Namn, string Anvandarnamn, string? Epost, bool ArRapportor, bool ArAnsvarig);
