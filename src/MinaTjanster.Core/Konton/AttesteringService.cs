using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>A behörighet in the list that the administrator confirms.</summary>
/// <param name="GiltigTill">Last day it holds, inclusive; null for no end.</param>
/// <param name="SenastInloggad">UTC; null before the first login.</param>
public sealed record Attesteringsrad(
    long BehorighetId,
    long KontoId,
    string Namn,
    string Anvandarnamn,
    Behorighetsslag Slag,
    DateOnly? GiltigTill,
    DateTime? SenastInloggad,
    Bekraftelse Bekraftelse);

/// <summary>Where a behörighet stands in a round.</summary>
public enum Bekraftelse
{
    /// <summary>An administrator must say that the person shall keep it, or it lapses.</summary>
    Saknas,

    /// <summary>Given or confirmed since the round opened.</summary>
    Bekraftad,

    /// <summary>Held by the school's only administrator: nobody else can confirm it, so it does not lapse.</summary>
    Undantagen,
}

/// <param name="Rader">By name; the signed-in person's own among them.</param>
public sealed record Attesteringssida(Attestering Runda, IReadOnlyList<Attesteringsrad> Rader);

/// <summary>Confirms the users' behörigheter at the active school, half-yearly.</summary>
public sealed class AttesteringService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, TimeProvider klocka)
{
    /// <summary>The school's latest round with what stands in it; null before the first.</summary>
    public async Task<Attesteringssida?> ForAsync(CancellationToken ct) =>
        await db.Attesteringar.AsNoTracking().OrderByDescending(a => a.Oppnad).FirstOrDefaultAsync(ct) is { } runda
            ? new Attesteringssida(runda, await RaderAsync(runda, ct))
            : null;

    /// <summary>Confirms these behörigheter. Those of oneself, of another school, or gone meanwhile are refused, and then nothing is confirmed.</summary>
    public async Task<Result<Attestering>> BekraftaAsync(IReadOnlyCollection<long> behorighetIds, int version, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var skolaId = anvandare.AktivSkola!.Id;
        var runda = await db.Attesteringar.OrderByDescending(a => a.Oppnad).FirstOrDefaultAsync(ct);
        var rader = runda is null ? [] : await RaderAsync(runda, ct);
        Refusal? nej = runda is not { Status: Attesteringsstatus.Oppen } ? new IngenOppenAttestering()
            : runda.Version != version ? new AttesteringenAndrad()
            : behorighetIds.Count == 0 ? new IngetValt()
            : behorighetIds.Any(id => rader.Any(r => r.BehorighetId == id && r.KontoId == anvandare.KontoId)) ? new InteSigSjalv()
            : !behorighetIds.All(id => rader.Any(r => r.BehorighetId == id)) ? new AttesteringenAndrad()
            : null;
        if (nej is not null)
        {
            await audit.AddRefusalAsync(Acts.PermissionConfirmed, AuditObjects.Skola, skolaId, skolaId, nej.Code);
            return nej;
        }

        foreach (var behorighet in await db.Behorigheter.Where(b => behorighetIds.Contains(b.Id) && b.SkolaId == skolaId).ToListAsync(ct))
            behorighet.Bekrafta(idag);
        foreach (var person in rader.Where(r => behorighetIds.Contains(r.BehorighetId)).GroupBy(r => r.KontoId))
            audit.Add(Acts.PermissionConfirmed, AuditObjects.Konto, person.Key, skolaId, changes: $"Bekräftat: {string.Join(", ", person.Select(r => r.Slag.Text()))}");
        if (rader.All(r => r.Bekraftelse != Bekraftelse.Saknas || behorighetIds.Contains(r.BehorighetId)))
        {
            runda!.Avsluta(Attesteringsstatus.Bekraftad, idag);
            audit.Add(Acts.AttestationCompleted, AuditObjects.Skola, skolaId, skolaId);
        }
        else
        {
            // Two administrators who confirm at once: the second sees what the first has done.
            db.Entry(runda!).Property(a => a.Status).IsModified = true;
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return runda!;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            nej = new AttesteringenAndrad();
            await audit.AddRefusalAsync(Acts.PermissionConfirmed, AuditObjects.Skola, skolaId, skolaId, nej.Code);
            return nej;
        }
    }

    private Task<IReadOnlyList<Attesteringsrad>> RaderAsync(Attestering runda, CancellationToken ct) => RaderAsync(db, runda, klocka.SvenskDag(), ct);

    /// <summary>The services held at the round's school, by name.</summary>
    internal static async Task<IReadOnlyList<Attesteringsrad>> RaderAsync(PortalDbContext db, Attestering runda, DateOnly idag, CancellationToken ct)
    {
        var rader = await (
            from b in db.Behorigheter.AsNoTracking().Gallande(idag)
            where b.SkolaId == runda.SkolaId
            join k in db.Konton.AsNoTracking() on b.KontoId equals k.Id
            select new { Behorighet = b, k.Namn, k.UserName, k.SenastInloggad }).ToListAsync(ct);
        var administratorer = rader.Where(r => r.Behorighet.Slag == Behorighetsslag.Behorighetsadministrator).Select(r => r.Behorighet.KontoId).ToList();
        return
        [
            .. rader.Where(r => r.Behorighet.Slag.ArTjanst())
                .Select(r => new Attesteringsrad(
                    r.Behorighet.Id,
                    r.Behorighet.KontoId,
                    r.Namn,
                    r.UserName!,
                    r.Behorighet.Slag,
                    r.Behorighet.GiltigTill,
                    r.SenastInloggad,
                    r.Behorighet.Godkand >= runda.Oppnad ? Bekraftelse.Bekraftad
                        : administratorer is [var ensam] && ensam == r.Behorighet.KontoId ? Bekraftelse.Undantagen
                        : Bekraftelse.Saknas))
                .OrderBy(r => r.Namn, StringComparer.CurrentCulture).ThenBy(r => r.KontoId).ThenBy(r => r.Slag),
        ];
    }
}
