using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>A user that CSN's search found, with the school.</summary>
public sealed record Anvandartraff(Anvandarrad Rad, Skola Skola);

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

    /// <summary>Users of all schools: by skolkod, or by words of name, username or e-mail. For CSN; at most <paramref name="antal"/> persons.</summary>
    public async Task<IReadOnlyList<Anvandartraff>> SokAsync(string text, int antal, CancellationToken ct)
    {
        var sokt = text.Trim();
        IQueryable<Skolanvandare> urval;
        if (Skola.ArSkolkod(sokt))
        {
            urval = db.Nationellt<Skolanvandare>().Where(a => db.Skolor.Any(s => s.Id == a.SkolaId && s.Skolkod == sokt));
        }
        else
        {
            // Some thousands of accounts, read a few times a day: simpler than a word table, and finds Åke as the database would not.
            var ord = sokt.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(SvenskText.Folda).ToList();
            if (ord.Count == 0)
                return [];
            var alla = await db.Konton.AsNoTracking().Select(k => new { k.Id, Text = k.Namn + " " + k.UserName + " " + k.Email }).ToListAsync(ct);
            var konton = alla.Where(k => SvenskText.Folda(k.Text) is var foldad && ord.TrueForAll(o => foldad.Contains(o, StringComparison.Ordinal)))
                .Select(k => k.Id).Take(antal).ToList();
            urval = db.Nationellt<Skolanvandare>().Where(a => konton.Contains(a.KontoId));
        }

        var rader = await RaderAsync(urval, ct);
        var skolor = rader.Select(r => r.SkolaId).Distinct().ToList();
        var namn = await db.Skolor.AsNoTracking().Where(s => skolor.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        return [.. rader.Select(r => new Anvandartraff(r, namn[r.SkolaId]))];
    }

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
        var behorigheter = await db.Behorigheter.AsNoTracking().Gallande(idag)
            .Where(b => konton.Contains(b.KontoId) && b.SkolaId != null)
            .ToListAsync(ct);
        var nycklar = personer.SelectMany(p => new[] { InloggningssparrService.Nyckel(p.Konto.UserName), TvastegsinloggningService.Sparrnyckel(p.Konto) }).Distinct().ToList();
        var last = await db.Inloggningssparrar.AsNoTracking().Where(s => nycklar.Contains(s.Nyckel) && s.LastTill > nu).ToDictionaryAsync(s => s.Nyckel, s => s.LastTill, ct);
        var skickade = await db.Synliga<Kontobrev>().AsNoTracking().Where(b => konton.Contains(b.KontoId) && b.Skickad != null).Select(b => b.KontoId).ToListAsync(ct);
        var medTvasteg = await db.Autentiseringsappar.Where(a => konton.Contains(a.KontoId)).Select(a => a.KontoId)
            .Union(db.UserPasskeys.Where(p => konton.Contains(p.UserId)).Select(p => p.UserId)).ToListAsync(ct);
        var mejl = await db.UtgaendeMejl.AsNoTracking()
            .Where(m => m.KontoId != null && konton.Contains(m.KontoId.Value) && (m.Status == Mejlstatus.Misslyckat || m.Status == Mejlstatus.Skickat))
            .Select(m => new { m.KontoId, m.Till, m.Status, m.Skapad }).ToListAsync(ct);
        return
        [
            .. personer.Select(p => new Anvandarrad(
                p.Person.Id,
                p.Person.Version,
                p.Person.SkolaId,
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
                last.GetValueOrDefault(InloggningssparrService.Nyckel(p.Konto.UserName)) ?? last.GetValueOrDefault(TvastegsinloggningService.Sparrnyckel(p.Konto)),
                p.Person.AterstallsSenast,
                // To the address the account has now, and nothing has arrived there since.
                mejl.Where(m => m.KontoId == p.Konto.Id && m.Till == p.Konto.Email).OrderByDescending(m => m.Skapad).FirstOrDefault()
                    is { Status: Mejlstatus.Misslyckat } sista ? sista.Skapad : null,
                medTvasteg.Contains(p.Konto.Id)))
                .OrderBy(r => r.Lage == Kontolage.Avslutat).ThenBy(r => r.Namn, StringComparer.CurrentCulture).ThenBy(r => r.Id),
        ];
    }

    private static Kontolage Lage(Skolanvandare person, Konto konto, bool brevSkickat, DateTime nu) =>
        !person.ArAktiv ? Kontolage.Avslutat
        : konto.PasswordHash is null ? brevSkickat ? Kontolage.BrevSkickat : Kontolage.BrevVantar
        : konto.Losenordsstatus == Losenordsstatus.Eget ? Kontolage.Aktivt
        : konto.EngangslosenordGiltigtTill < nu ? Kontolage.EngangslosenordForGammalt : Kontolage.EngangslosenordSkickat;
}
