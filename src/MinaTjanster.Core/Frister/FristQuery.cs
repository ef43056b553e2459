using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Kvar;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Frister;

/// <summary>What a person holds at one school, whose duties there are asked for.</summary>
public sealed record Fristinnehav(Skolval Skola, IReadOnlySet<Behorighetsslag> Slag);

/// <summary>Loads what <see cref="Fristmotor"/> needs: of the active school, or of each school of a person. A few commands a school, however many reports it has.</summary>
public sealed class FristQuery(NyPortalDbContext nyDb, Fristinstallning installning, TimeProvider klocka)
{
    /// <summary>What has a last day at one school, with a context of its own.</summary>
    public async Task<IReadOnlyList<Plikt>> ForAsync(Fristinnehav innehav, Dagperiod period, CancellationToken ct) =>
        Fristmotor.Plikter(await UnderlagAsync(innehav, ct) with { Starter = await StarterAsync(innehav, ct) }, period, klocka.SvenskDag(), installning);

    /// <summary>Where the person holds something today that has duties, by the school's name.</summary>
    public async Task<IReadOnlyList<Fristinnehav>> InnehavAsync(long kontoId, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        await using var db = nyDb.Ny();
        var rader = await (
            from b in db.Behorigheter.AsNoTracking().Gallande(idag)
            where b.KontoId == kontoId
                && (b.Slag == Behorighetsslag.Studeranderapportering || b.Slag == Behorighetsslag.StudietiderUtbildningar || b.Slag == Behorighetsslag.Behorighetsadministrator)
            join s in db.Skolor on b.SkolaId equals s.Id
            select new { b.Slag, s.Id, s.Skolkod, s.Namn, s.Rapporteringssatt, s.Skolform }).ToListAsync(ct);
        return
        [
            .. rader.GroupBy(r => new Skolval(r.Id, r.Skolkod, r.Namn, r.Rapporteringssatt, r.Skolform))
                .Select(g => new Fristinnehav(g.Key, g.Select(r => r.Slag).ToHashSet()))
                .OrderBy(i => SvenskText.SorteringsNyckel(i.Skola.Namn), StringComparer.Ordinal).ThenBy(i => i.Skola.Id),
        ];
    }

    /// <summary>What is known of the school, for one who holds this there.</summary>
    public async Task<Fristunderlag> UnderlagAsync(Fristinnehav innehav, CancellationToken ct)
    {
        var (skola, slag) = (innehav.Skola, innehav.Slag);
        var omfang = new Skolomfang();
        omfang.ValjSkola(skola.Id);
        await using var db = nyDb.Ny(omfang);
        var (idag, plikter) = (klocka.SvenskDag(), new SkolpliktQuery(db, new AktuellAnvandare(), klocka));
        var (rapporterar, studietider, administrerar) =
            (slag.Contains(Behorighetsslag.Studeranderapportering), slag.Contains(Behorighetsslag.StudietiderUtbildningar), slag.Contains(Behorighetsslag.Behorighetsadministrator));
        return new(skola)
        {
            ArRapportor = rapporterar,
            HarStudiehjalp = rapporterar && skola.HarSkolk && await Studiehjalpselever.FinnsAsync(db, skola.Skolform, idag, ct),
            Vantande = rapporterar && skola.HarSkolk ? await new AttGoraQuery(db).RaderAsync(ct) : [],
            Studietider = studietider ? await plikter.StudietiderAsync(skola, ct) : [],
            UtanRapportor = administrerar && !studietider ? await plikter.UtanRapportorAsync(skola, ct) : [],
            Attestering = administrerar ? await AttesteringAsync(db, ct) : null,
        };
    }

    /// <summary>How many starts are left, where they have a last day: in autumn, at a gymnasieskola. Pages count them with all else that is left.</summary>
    private async Task<int> StarterAsync(Fristinnehav innehav, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        if (innehav.Skola.Skolform != Skolform.Gymnasieskola || !innehav.Slag.Contains(Behorighetsslag.Studeranderapportering) || Termin.For(idag).Slag != Terminsslag.Host)
            return 0;

        var omfang = new Skolomfang();
        omfang.ValjSkola(innehav.Skola.Id);
        await using var db = nyDb.Ny(omfang);
        return await KvarQuery.Vantade(db, idag).CountAsync(ct);
    }

    /// <summary>The open round of the context's school; null when there is none.</summary>
    public static Task<Attestering?> AttesteringAsync(PortalDbContext db, CancellationToken ct) =>
        db.Attesteringar.AsNoTracking().Where(a => a.Status == Attesteringsstatus.Oppen).OrderByDescending(a => a.Oppnad).FirstOrDefaultAsync(ct);
}
