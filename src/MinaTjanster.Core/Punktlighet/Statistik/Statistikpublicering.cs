using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Punktlighet.Statistik;

/// <summary>
/// Publishes a month when it may be published, once, and gives what has been published. All schools, because the statistics are of all of them. The job does it in time; where it has not,
/// the first reader does, and others wait for that one. Several copies may try at once: the unique key lets one table in, whole.
/// </summary>
public sealed class Statistikpublicering
{
    private readonly NyPortalDbContext _nyDb;
    private readonly TimeProvider _klocka;
    private readonly Kortminne<bool> _publicering;

    public Statistikpublicering(NyPortalDbContext nyDb, TimeProvider klocka)
    {
        (_nyDb, _klocka) = (nyDb, klocka);
        _publicering = new(TimeSpan.Zero, SkrivAsync);
    }

    /// <summary>The months that are published, the latest first.</summary>
    public async Task<IReadOnlyList<Statistikmanad>> HamtaAsync(CancellationToken ct)
    {
        var idag = _klocka.SvenskDag();
        await using var db = _nyDb.Ny();
        var publicerat = await LasAsync(db, idag, ct);
        if (Saknas(publicerat, idag).Count > 0)
        {
            await _publicering.HamtaAsync(ct);
            publicerat = await LasAsync(db, idag, ct);
        }

        return OppenStatistik.Tabeller(publicerat, idag);
    }

    /// <returns>True when there was something to publish.</returns>
    public async Task<bool> PubliceraAsync(CancellationToken ct) => await _publicering.HamtaAsync(ct);

    private static async Task<List<PubliceradStatistik>> LasAsync(PortalDbContext db, DateOnly idag, CancellationToken ct)
    {
        var (forst, sist) = (OppenStatistik.Manader(idag)[^1], OppenStatistik.SenasteManad(idag));
        return await db.PubliceradStatistik.AsNoTracking().Where(r => r.Manad >= forst && r.Manad <= sist).ToListAsync(ct);
    }

    private static List<(DateOnly Manad, Statistikdel Del)> Saknas(List<PubliceradStatistik> publicerat, DateOnly idag)
    {
        var finns = publicerat.Select(r => (r.Manad, r.Del)).ToHashSet();
        return
        [
            .. from manad in OppenStatistik.Manader(idag)
               from del in Enum.GetValues<Statistikdel>()
               where (del == Statistikdel.Inkomna || OppenStatistik.HarUtfall(manad, idag)) && !finns.Contains((manad, del))
               select (manad, del),
        ];
    }

    private async Task<bool> SkrivAsync(CancellationToken ct)
    {
        var (idag, nu) = (_klocka.SvenskDag(), _klocka.UtcNu());
        await using var db = _nyDb.NyForAlla("öppen statistik");
        var saknas = Saknas(await LasAsync(db, idag, ct), idag);
        if (saknas.Count == 0)
            return false;

        var skolformer = await db.Skolor.Select(s => new { s.Id, s.Skolform }).ToDictionaryAsync(s => s.Id, s => s.Skolform, ct);
        var rapporter = await Punktlighetsfraga.RapporterAsync(db, saknas.Min(s => s.Manad), ct);
        foreach (var manad in saknas.Where(s => s.Del == Statistikdel.Inkomna).Select(s => s.Manad))
            await EnGangAsync(db, OppenStatistik.Inkomna(manad, rapporter, skolformer, nu), ct);

        // Beside what stands, whoever wrote it.
        var publicerat = await LasAsync(db, idag, ct);
        foreach (var manad in saknas.Where(s => s.Del == Statistikdel.Utfall).Select(s => s.Manad))
            await EnGangAsync(db, OppenStatistik.Utfall(manad, rapporter, skolformer, publicerat.FindAll(r => r.Manad == manad && r.Del == Statistikdel.Inkomna), nu), ct);
        return true;
    }

    /// <summary>A table whole or not at all; not at all when another copy was first.</summary>
    private static async Task EnGangAsync(PortalDbContext db, IReadOnlyList<PubliceradStatistik> rader, CancellationToken ct)
    {
        db.AddRange(rader);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            var (manad, del) = (rader[0].Manad, rader[0].Del);
            db.ChangeTracker.Clear();
            if (!await db.PubliceradStatistik.AnyAsync(r => r.Manad == manad && r.Del == del, ct))
                throw;
        }
    }
}
