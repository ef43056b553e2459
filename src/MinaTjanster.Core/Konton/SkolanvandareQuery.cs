using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>The users of a school: those in use, and those who ended so lately that they can be given back.</summary>
public sealed class SkolanvandareQuery(PortalDbContext db, TimeProvider klocka)
{
    /// <summary>All users of the active school by name; some tens, so in one list.</summary>
    public Task<IReadOnlyList<Anvandarrad>> AllaAsync(CancellationToken ct) => RaderAsync(db.Skolanvandare, ct);

    /// <summary>One user within the signed-in person's reach, with the school; null when there is none, or it ended long ago.</summary>
    public async Task<(Anvandarrad Rad, Skola Skola)?> ForAsync(long id, CancellationToken ct)
    {
        var skolaId = await db.Synliga<Skolanvandare>().Where(a => a.Id == id).Select(a => a.SkolaId).SingleOrDefaultAsync(ct);
        return skolaId == 0 || await RaderAsync(db.Synliga<Skolanvandare>().Where(a => a.Id == id), ct) is not [var rad]
            ? null
            : (rad, await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == skolaId, ct));
    }

    /// <summary>The users that a person is, at every school: for CSN.</summary>
    public Task<IReadOnlyList<Anvandarrad>> ForKontoAsync(long kontoId, CancellationToken ct) =>
        RaderAsync(db.Nationellt<Skolanvandare>().Where(a => a.KontoId == kontoId), ct);

    private async Task<IReadOnlyList<Anvandarrad>> RaderAsync(IQueryable<Skolanvandare> urval, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        var idag = klocka.SvenskDag();
        var aldst = nu - Skolanvandare.Angertid;
        var personer = await (
            from a in urval.AsNoTracking()
            where a.Avslutad == null || a.Avslutad >= aldst
            join k in db.Konton.AsNoTracking() on a.KontoId equals k.Id
            select new { Person = a, Konto = k }).ToListAsync(ct);
        var konton = personer.Select(p => p.Konto.Id).Distinct().ToList();
        var behorigheter = await db.Behorigheter.AsNoTracking()
            .Where(b => konton.Contains(b.KontoId) && b.SkolaId != null && b.Avslutad == null && (b.GiltigTill == null || b.GiltigTill >= idag))
            .ToListAsync(ct);
        var nycklar = personer.Select(p => InloggningssparrService.Nyckel(p.Konto.UserName)).Distinct().ToList();
        var last = await db.Inloggningssparrar.AsNoTracking().Where(s => nycklar.Contains(s.Nyckel) && s.LastTill > nu).ToDictionaryAsync(s => s.Nyckel, s => s.LastTill, ct);
        var skickade = await db.Synliga<Kontobrev>().AsNoTracking().Where(b => konton.Contains(b.KontoId) && b.Skickad != null).Select(b => b.KontoId).ToListAsync(ct);
        var adresser = personer.Select(p => p.Konto.Email!).Distinct().ToList();
        var olevererade = await db.UtgaendeMejl.AsNoTracking()
            .Where(m => m.Status == Mejlstatus.Misslyckat && adresser.Contains(m.Till))
            .GroupBy(m => m.Till).Select(g => new { Till = g.Key, Tid = g.Max(m => m.Skapad) }).ToDictionaryAsync(m => m.Till, m => m.Tid, ct);
        return
        [
            .. personer.Select(p => new Anvandarrad(
                p.Person.Id,
                p.Person.Version,
                p.Konto.Id,
                p.Konto.UserName!,
                p.Konto.Namn,
                p.Konto.Email ?? "",
                p.Konto.PhoneNumber,
                p.Konto.Personnummer is not null,
                [.. Behorighetsadministration.Skolslag.SelectMany(slag => behorigheter
                    .Where(b => b.KontoId == p.Konto.Id && b.SkolaId == p.Person.SkolaId && b.Slag == slag)
                    .Select(b => new Innehavrad(slag, b.GiltigTill)))],
                Lage(p.Person, p.Konto, skickade.Contains(p.Konto.Id), nu),
                p.Person.Skapad,
                p.Konto.SenastInloggad,
                last.GetValueOrDefault(InloggningssparrService.Nyckel(p.Konto.UserName)),
                p.Person.AterstallsSenast,
                olevererade.TryGetValue(p.Konto.Email ?? "", out var tid) ? tid : null))
                .OrderBy(r => r.Lage == Kontolage.Avslutat).ThenBy(r => r.Namn, StringComparer.CurrentCulture).ThenBy(r => r.Id),
        ];
    }

    private static Kontolage Lage(Skolanvandare person, Konto konto, bool brevSkickat, DateTime nu) =>
        !person.ArAktiv ? Kontolage.Avslutat
        : konto.PasswordHash is null ? brevSkickat ? Kontolage.BrevSkickat : Kontolage.BrevVantar
        : konto.Losenordsstatus == Losenordsstatus.Eget ? Kontolage.Aktivt
        : konto.EngangslosenordGiltigtTill < nu ? Kontolage.EngangslosenordForGammalt : Kontolage.EngangslosenordSkickat;
}
