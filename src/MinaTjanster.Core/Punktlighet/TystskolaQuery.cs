using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Punktlighet;

/// <summary>A silent school that may be reminded.</summary>
/// <param name="Pamind">UTC, the latest reminder of its silence; null before the first.</param>
public sealed record Tystskola(Punktlighetsrad Rad, DateTime? Pamind);

/// <summary>Somebody at the school who reports or gives behörigheter, as their account says.</summary>
public sealed record Skolkontakt(string Namn, string? Epost, string? Telefon, IReadOnlyList<Behorighetsslag> Slag);

/// <summary>What the school last reported, as CSN can see it; null where nothing has come.</summary>
public sealed record Senastrapporterat(DateOnly? Skolk, DateOnly? Underlag, DateOnly? Handelser, DateOnly? Studietider);

/// <summary>One school's timeliness, and whom to turn to there.</summary>
/// <param name="Manader">The twelve months that end with the current one, the latest first.</param>
/// <param name="Kontaktpersoner">Who at CSN answers for the school.</param>
public sealed record Skolbild(
    Punktlighetsrad Rad,
    bool ArTyst,
    IReadOnlyList<(DateOnly Manad, Punktlighetstal Tal)> Manader,
    Senastrapporterat Senast,
    IReadOnlyList<Skolkontakt> Kontakter,
    IReadOnlyList<string> Kontaktpersoner,
    DateTime? Pamind,
    string? PamindAv);

/// <summary>For CSN: the schools that say nothing, one by one. The context's scope is all schools. Names nobody but the school's own users and CSN's.</summary>
public sealed class TystskolaQuery(PortalDbContext db, SkolpunktlighetQuery skolor, Punktlighetsminne minne, Punktlighetsinstallning installning, TimeProvider klocka)
{
    private const int AntalManader = 12;

    private static readonly Behorighetsslag[] Kontaktslag = [Behorighetsslag.Studeranderapportering, Behorighetsslag.Behorighetsadministrator];

    /// <summary>When each of these schools was last reminded of its silence; those that never were are not there. UTC.</summary>
    public async Task<IReadOnlyDictionary<long, DateTime>> PamindaAsync(IReadOnlyCollection<long> ids, CancellationToken ct) =>
        await db.Nationellt<Fristpaminnelse>().Where(p => p.Steg == Paminnelsesteg.Tyst && ids.Contains(p.SkolaId))
            .GroupBy(p => p.SkolaId).Select(g => new { g.Key, Tid = g.Max(p => p.Tid) }).ToDictionaryAsync(g => g.Key, g => g.Tid, ct);

    /// <summary>Those of these schools that are silent, most expected first.</summary>
    public async Task<IReadOnlyList<Tystskola>> ValdaAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var tysta = (await skolor.ListaAsync(new(), ct)).Rader.Where(r => ids.Contains(r.SkolaId)).ToList();
        var paminda = await PamindaAsync(ids, ct);
        return tysta.ConvertAll(r => new Tystskola(r, paminda.TryGetValue(r.SkolaId, out var tid) ? tid : null));
    }

    /// <returns>Null for a school that is not there, or where ogiltig frånvaro is not to be expected.</returns>
    public async Task<Skolbild?> ForAsync(long skolaId, CancellationToken ct)
    {
        if ((await skolor.ListaAsync(new(BaraTysta: false), ct)).Rader.FirstOrDefault(r => r.SkolaId == skolaId) is not { } rad)
            return null;

        var idag = klocka.SvenskDag();
        var manader = (await minne.HamtaAsync(ct)).Skolor.FirstOrDefault(s => s.SkolaId == skolaId)?.Manader;
        var pamind = await (
            from p in db.Nationellt<Fristpaminnelse>()
            where p.SkolaId == skolaId && p.Steg == Paminnelsesteg.Tyst
            orderby p.Tid descending
            select new { p.Tid, Av = db.Konton.Where(k => k.Id == p.KontoId).Select(k => k.Namn).FirstOrDefault() }).FirstOrDefaultAsync(ct);
        return new(
            rad,
            rad.ArTyst(installning),
            [.. Enumerable.Range(0, AntalManader).Select(i => Punktlighetsminne.Manad(idag, i)).Select(m => (m, manader?.GetValueOrDefault(m) ?? Punktlighetstal.Inga))],
            await SenastAsync(skolaId, ct),
            await KontakterAsync(skolaId, idag, ct),
            await (from a in db.Kontaktansvar where a.SkolaId == skolaId join k in db.Konton on a.KontoId equals k.Id orderby k.Namn select k.Namn).ToListAsync(ct),
            pamind?.Tid,
            pamind?.Av);
    }

    /// <summary>Nothing whose window is open, a report of ogiltig frånvaro with its underlag or a sending of events: it is not CSN's yet.</summary>
    private async Task<Senastrapporterat> SenastAsync(long skolaId, CancellationToken ct)
    {
        var arenden = db.Nationellt<Arende>().HosCsn(klocka.UtcNu()).Where(a => a.SkolaId == skolaId);
        var skolk = await arenden.Select(a => (DateOnly?)a.Skolkrapport.Rapportdag).MaxAsync(ct);
        var underlag = await arenden.Select(a => a.SenasteUnderlagInkom).MaxAsync(ct);
        var fonstret = Sandningsfonster.Oppnade(klocka.UtcNu());
        var handelser = await db.Nationellt<Sandning>().Where(s => s.SkolaId == skolaId && s.Skickad < fonstret).OrderByDescending(s => s.Skickad).Select(s => (DateOnly?)s.Rapportdag).FirstOrDefaultAsync(ct);
        var studietider = await db.Nationellt<Studietidsrapport>().Where(r => r.SkolaId == skolaId && r.Status != Rapportstatus.Utkast).Select(r => r.Inskickad).MaxAsync(ct);
        return new(skolk, underlag?.SvenskDag(), handelser, studietider?.SvenskDag());
    }

    private async Task<IReadOnlyList<Skolkontakt>> KontakterAsync(long skolaId, DateOnly idag, CancellationToken ct)
    {
        var rader = await (
            from b in db.Behorigheter.Gallande(idag)
            where b.SkolaId == skolaId && Kontaktslag.Contains(b.Slag)
            join k in db.Konton on b.KontoId equals k.Id
            select new { k.Id, k.Namn, k.Email, k.PhoneNumber, b.Slag }).ToListAsync(ct);
        return
        [
            .. rader.GroupBy(r => r.Id)
                .Select(g => new Skolkontakt(g.First().Namn, g.First().Email, g.First().PhoneNumber, [.. g.Select(r => r.Slag).Distinct().OrderBy(s => Array.IndexOf(Kontaktslag, s))]))
                .OrderBy(k => Array.IndexOf(Kontaktslag, k.Slag[0])).ThenBy(k => SvenskText.SorteringsNyckel(k.Namn), StringComparer.Ordinal),
        ];
    }
}
