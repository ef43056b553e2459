using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Inlasningar;

/// <summary>A file in the list.</summary>
/// <param name="Tid">UTC.</param>
/// <param name="Kvar">Rows to correct, and rows that still wait.</param>
public sealed record Inlasningslistrad(long Id, string Filnamn, DateTime Tid, string Av, int Rader, int Kvar);

/// <summary>A file with its counts.</summary>
/// <param name="Nekade">Its refused rows, a page of them.</param>
/// <param name="Lasaren">Of studietider: the läsår whose reports its rows lie in, and wait to be sent.</param>
public sealed record Inlasningssida(Inlasning Inlasning, string Av, IReadOnlyDictionary<Inlasningstillstand, int> Antal, Listsida<Inlasningsrad> Nekade, IReadOnlyList<Lasar> Lasaren)
{
    public Inlasningsformat Format => Inlasningsformat.For(Inlasning.Slag);

    public int AntalMed(Inlasningstillstand tillstand) => Antal.GetValueOrDefault(tillstand);
}

/// <summary>A row of a file.</summary>
public sealed record Inlasningsradsbild(Inlasning Inlasning, Inlasningsrad Rad)
{
    public Inlasningsformat Format => Inlasningsformat.For(Inlasning.Slag);
}

/// <summary>The active school's files of utbildningar and studietider, and what it has as such files.</summary>
public sealed class InlasningQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    private const int Senaste = 10;

    public Task<List<Inlasningslistrad>> SenasteAsync(Inlasningsslag slag, CancellationToken ct) =>
        db.Inlasningar.Where(i => i.Slag == slag).OrderByDescending(i => i.Id).Take(Senaste)
            .Select(i => new Inlasningslistrad(
                i.Id,
                i.Filnamn,
                i.Tid,
                db.Konton.Where(k => k.Id == i.KontoId).Select(k => k.Namn).Single(),
                i.Rader.Count,
                i.Rader.Count(r => r.Tillstand == Inlasningstillstand.Nekad || r.Tillstand == Inlasningstillstand.Vantar)))
            .ToListAsync(ct);

    /// <param name="sida">From 1; a page beyond the last gives the last.</param>
    /// <returns>Null when the active school has no such file.</returns>
    public async Task<Inlasningssida?> ForAsync(long id, int sida, CancellationToken ct)
    {
        if (await db.Inlasningar.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } inlasning)
            return null;

        var antal = await db.Inlasningsrader.Where(r => r.InlasningId == id).GroupBy(r => r.Tillstand).Select(g => new { g.Key, Antal = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Antal, ct);
        var nekade = antal.GetValueOrDefault(Inlasningstillstand.Nekad);
        sida = Math.Clamp(sida, 1, Listsida<Inlasningsrad>.SistaSida(nekade));
        var rader = await Nekade(id).Skip((sida - 1) * Listsida<Inlasningsrad>.Storlek).Take(Listsida<Inlasningsrad>.Storlek).ToListAsync(ct);
        var av = await db.Konton.Where(k => k.Id == inlasning.KontoId).Select(k => k.Namn).SingleAsync(ct);
        return new(inlasning, av, antal, new(rader, nekade, sida), inlasning.Slag == Inlasningsslag.Studietider ? await LasarenAsync(id, ct) : []);
    }

    private async Task<IReadOnlyList<Lasar>> LasarenAsync(long id, CancellationToken ct)
    {
        var format = Inlasningsformat.Studietider;
        var inlasta = await db.Inlasningsrader.AsNoTracking()
            .Where(r => r.InlasningId == id && (r.Tillstand == Inlasningstillstand.Inlast || r.Tillstand == Inlasningstillstand.Oforandrad)).ToListAsync(ct);
        // What was unchanged may lie in a report that is not sent, or hold already: then there is nothing to send.
        var oppna = await db.Studietidsrapporter.Where(r => (r.Status == Rapportstatus.Utkast || r.Status == Rapportstatus.Ater) && r.Studietider.Any()).Select(r => r.Lasar).ToListAsync(ct);
        return
        [
            .. inlasta.Select(r => Datumtolk.TryTolka(r.Falt(format.Antal)[format.Plats("forsta_dag")], out var dag) ? Lasar.For(dag) : null)
                .OfType<Lasar>().Distinct().Where(l => oppna.Contains(l.Startar)).OrderBy(l => l.Startar),
        ];
    }

    /// <summary>One row and its file, without the file's other rows. Null when the active school has no such row.</summary>
    public async Task<Inlasningsradsbild?> RadAsync(long id, long radId, CancellationToken ct) =>
        await db.Inlasningsrader.AsNoTracking().SingleOrDefaultAsync(r => r.Id == radId && r.InlasningId == id, ct) is { } rad
            ? new(await db.Inlasningar.AsNoTracking().SingleAsync(i => i.Id == id, ct), rad)
            : null;

    /// <summary>Refused rows as a file to mend and read in again: all columns, and last what is wrong.</summary>
    public async Task<IReadOnlyList<string?[]>> FelraderAsync(long id, Inlasningsformat format, CancellationToken ct) =>
        (await Nekade(id).ToListAsync(ct)).ConvertAll(r => (string?[])[.. r.Falt(format.Antal), string.Join(' ', r.Felen.Select(f => $"{f.Kod}: {f.Mening}"))]);

    /// <summary>The educations of the choice, as rows that can be read in again.</summary>
    public static IEnumerable<string?[]> Rader(IEnumerable<Utbildning> utbildningar) => utbildningar.Select(Utbildningsrader.Skriv);

    /// <summary>A läsår as the open report would make it, as rows that can be read in again.</summary>
    public async Task<IReadOnlyList<string?[]>> StudietiderAsync(Lasar lasar, CancellationToken ct)
    {
        var lage = await Lasarslage.LaddaAsync(db, anvandare.AktivSkola!.Id, lasar, null, ct);
        var utbildningar = await db.Utbildningar.AsNoTracking().ToDictionaryAsync(u => u.Id, ct);
        return [.. lage.Blir().Select(s => Studietidsrader.Skriv(s, s.UtbildningId is { } id ? utbildningar[id] : null))];
    }

    private IQueryable<Inlasningsrad> Nekade(long id) =>
        db.Inlasningsrader.AsNoTracking().Where(r => r.InlasningId == id && r.Tillstand == Inlasningstillstand.Nekad).OrderBy(r => r.Radnummer);
}
