using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Driftinformation;

/// <summary>Outages and news as CSN keeps them, and as the signed-in person may read them.</summary>
public sealed class DriftQuery(PortalDbContext db, AktuellAnvandare anvandare, Driftminne minne, TimeProvider klocka)
{
    private const int Flest = 200;

    /// <summary>CSN: all outages, the latest first.</summary>
    public Task<List<Driftavbrott>> AllaAvbrottAsync(CancellationToken ct) =>
        db.Driftavbrott.AsNoTracking().OrderByDescending(a => a.Borjar).ThenByDescending(a => a.Id).Take(Flest).ToListAsync(ct);

    public Task<Driftavbrott?> AvbrottAsync(long id, CancellationToken ct) => db.Driftavbrott.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);

    /// <summary>CSN: all news, the latest first.</summary>
    public Task<List<Nyhet>> AllaNyheterAsync(CancellationToken ct) => db.Nyheter.AsNoTracking().OrderByDescending(n => n.Skapad).ThenByDescending(n => n.Id).Take(Flest).ToListAsync(ct);

    public Task<Nyhet?> NyhetAsync(long id, CancellationToken ct) => db.Nyheter.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct);

    /// <summary>The reader's: under way and to come, the nearest first.</summary>
    public async Task<IReadOnlyList<Driftavbrott>> KommandeAsync(CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        return [.. (await minne.HamtaAsync(ct)).Avbrott.Where(a => nu < a.Slutar && anvandare.Nar(a.Skolformer))];
    }

    /// <summary>The reader's: what has been, the latest first.</summary>
    public async Task<IReadOnlyList<Driftavbrott>> TidigareAsync(CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        var alla = await db.Driftavbrott.AsNoTracking().Where(a => a.Status == Avbrottsstatus.Galler && a.Slutar <= nu)
            .OrderByDescending(a => a.Borjar).ThenByDescending(a => a.Id).Take(Flest).ToListAsync(ct);
        return alla.FindAll(a => anvandare.Nar(a.Skolformer));
    }

    /// <summary>The certificate of an outage that has been; null when there is none, or it concerns other school forms.</summary>
    public async Task<Avbrottsintyg?> IntygAsync(long id, CancellationToken ct) =>
        await AvbrottAsync(id, ct) is { } avbrott && avbrott.HarVarit(klocka.UtcNu()) && anvandare.Nar(avbrott.Skolformer)
            ? Avbrottsintyg.For(avbrott, anvandare.AktivSkola, klocka.SvenskDag())
            : null;

    /// <summary>The reader's news, the latest first.</summary>
    public async Task<IReadOnlyList<Nyhet>> NyheterAsync(CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        return [.. (await minne.HamtaAsync(ct)).Nyheter.Where(n => n.Visas(idag) && anvandare.Nar(n.Skolformer))];
    }
}
