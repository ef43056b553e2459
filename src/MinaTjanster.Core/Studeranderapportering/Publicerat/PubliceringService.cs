using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Publicerat;

/// <param name="Epost">Where CSN is told of corrections in Ladok (domain.md section 8).</param>
public sealed record Rattelseinstallning(string Epost = "studierapporter@csn.se");

/// <summary>
/// Tells payments what has been sent, once its window has closed (docs/adr/0035). The work list is <see cref="Handelse.AttPublicera"/>: some students'
/// events of one window are judged and written in one transaction, which fails if another copy was there first.
/// </summary>
public sealed class PubliceringService(NyPortalDbContext nyDb, Mejlskydd mejlskydd, Portaladress adress, Rattelseinstallning installning, TimeProvider klocka)
{
    /// <summary>What was begun before a window closed may be saved just after.</summary>
    public static readonly TimeSpan Marginal = TimeSpan.FromMinutes(1);

    /// <summary>Students in one transaction.</summary>
    private const int Antal = 500;
    private const int FlestForsok = 5;

    /// <summary>For tests: inside the transaction, just before it is committed.</summary>
    internal Func<Task>? ForeBekraftelse { get; set; }

    /// <returns>How many events were judged.</returns>
    public async Task<int> KorAsync(CancellationToken ct)
    {
        var (antal, forsok) = (0, 0);
        while (true)
        {
            await using var db = nyDb.NyForAlla("publicering");
            try
            {
                if (await NastaAsync(db, ct) is not (var fonster, { Count: > 0 } delar))
                    return antal;

                await db.ITransaktionAsync(() => SkrivAsync(db, fonster, delar, ct), ct);
                antal += delar.Count;
                forsok = 0;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another copy was first, or one of the students was changed just now: judged again, from what is there. Others are at it: the next
                // wake-up sees what they leave.
                if (++forsok == FlestForsok)
                    return antal;
            }
            catch (DbUpdateException) when (++forsok < FlestForsok)
            {
                // As above, where the database was the one to say so.
            }
        }
    }

    /// <summary>The oldest window with something to tell, and some students' events in it.</summary>
    private async Task<(DateTime Fonster, List<Del> Delar)> NastaAsync(PortalDbContext db, CancellationToken ct)
    {
        var grans = klocka.UtcNu() - Marginal;
        // A file that was sent in time and waits to be read in belongs to the window.
        var vantar = db.Nationellt<Filjobb>().Where(j => j.Andamal == Filandamal.Skicka && (j.Status == Filjobbstatus.Vantar || j.Status == Filjobbstatus.Pagar));
        var forfallna = db.Nationellt<Handelse>().Where(h => h.AttPublicera <= grans && !vantar.Any(j => j.SkolaId == h.SkolaId && j.Uppladdad < h.AttPublicera));
        if (await forfallna.MinAsync(h => h.AttPublicera, ct) is not { } fonster)
            return (default, []);

        var elever = await forfallna.Where(h => h.AttPublicera == fonster).Select(h => h.StuderandeId).Distinct().OrderBy(id => id).Take(Antal).ToListAsync(ct);
        var rader = await (
            from h in db.Nationellt<Handelse>().AsNoTracking()
            where h.AttPublicera == fonster && elever.Contains(h.StuderandeId)
            join s in db.Nationellt<Sandning>() on h.SandningId equals s.Id
            orderby h.Id
            select new { Handelse = h, s.Kanal, Publicerad = db.Nationellt<Publicering>().Any(p => p.HandelseId == h.Id && p.Slag == Publiceringsslag.Ny) }).ToListAsync(ct);
        return (fonster, rader.ConvertAll(r => new Del(
            r.Handelse.SkolaId,
            r.Handelse.StuderandeId,
            new(r.Handelse.Id, r.Handelse.ErsatterId, r.Handelse.Uppgift, r.Kanal, r.Handelse.Fonster, r.Handelse.Status, r.Handelse.Upphorde, r.Publicerad))));
    }

    private async Task<bool> SkrivAsync(PortalDbContext db, DateTime fonster, List<Del> delar, CancellationToken ct)
    {
        await BockaAvAsync(db, fonster, delar, ct);
        var nu = klocka.UtcNu();
        List<Ladokrattelse> rattelser = [];
        foreach (var elev in delar.GroupBy(d => (d.SkolaId, d.StuderandeId)))
        {
            var beslut = Publiceringsregel.Bedom([.. elev.Select(d => d.Handelse)], fonster);
            db.AddRange(beslut.Publiceras.Select(p => new Publicering(elev.Key.SkolaId, p.HandelseId, p.Slag, fonster, nu)));
            rattelser.AddRange(beslut.Rattelser.Select(r => new Ladokrattelse(elev.Key.SkolaId, elev.Key.StuderandeId, r.HandelseId, r.NyHandelseId, fonster, nu)));
        }

        if (rattelser.Count > 0 && !await db.Nationellt<Ladokrattelse>().AnyAsync(r => r.Mejlfonster == fonster, ct))
        {
            rattelser[0].MedMejl();
            Mejla(db);
        }

        db.AddRange(rattelser);
        await db.SaveChangesAsync(ct);
        if (ForeBekraftelse is not null)
            await ForeBekraftelse();
        return true;
    }

    /// <summary>Strikes the events off the list, or moves those that have ceased since to the window in which they did.</summary>
    private static async Task BockaAvAsync(PortalDbContext db, DateTime fonster, List<Del> delar, CancellationToken ct)
    {
        var antal = 0;
        foreach (var grupp in delar.GroupBy(d => d.Handelse.Upphorde is { } tid && Sandningsfonster.Stanger(tid) is var stanger && stanger > fonster ? stanger : (DateTime?)null))
        {
            var ids = grupp.Select(d => d.Handelse.Id).ToList();
            var sedan = grupp.Key;
            // Of one that was read as holding and has ceased just now, nothing more would be told: it is not struck off.
            antal += await db.Nationellt<Handelse>()
                .Where(h => ids.Contains(h.Id) && h.AttPublicera == fonster && (sedan != null || h.Upphorde == null || h.Upphorde < fonster))
                // The version too: whoever takes it back just now, from what they read before, must read again, or payments would never hear of it.
                .ExecuteUpdateAsync(rad => rad.SetProperty(h => h.AttPublicera, sedan).SetProperty(h => h.Version, h => h.Version + 1), ct);
        }

        if (antal != delar.Count)
            throw new DbUpdateConcurrencyException("Another copy was first, or an event was changed.");
    }

    private void Mejla(PortalDbContext db) =>
        new MejlService(db, klocka, mejlskydd).Add(
            installning.Epost,
            "Rättelser i Ladok att hantera",
            $"""
            Hej!

            Lärosäten har rättat uppgifter i Ladok efter att de hade gått vidare till utbetalning. Rättelserna är inte gjorda i utbetalningen: en handläggare behöver gå igenom dem.
            {adress.Till("/csn/ladokrattelser")}

            Det går inte att svara på det här mejlet.

            Mina tjänster, CSN
            """);

    private sealed record Del(long SkolaId, long StuderandeId, Handelseforlopp Handelse);
}
