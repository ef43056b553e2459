using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolor.Kontaktuppgifter;

/// <summary>A school's facts and contact persons.</summary>
/// <param name="Information">Null when the school has said nothing yet.</param>
/// <param name="Kontakter">By role, then name.</param>
public sealed record Kontaktbild(Skola Skola, Skolinformation? Information, IReadOnlyList<Skolkontaktperson> Kontakter, string? BekraftadAv, bool SkaBekraftas)
{
    public Skolfakta Fakta => Information?.Fakta ?? Skolfakta.Tom;

    /// <summary>Carried by forms; -1 where there is nothing.</summary>
    public int Version => Information?.Version ?? -1;

    /// <summary>UTC; null for never.</summary>
    public DateTime? Bekraftad => Skolinformation.Bekraftelse(Information?.Bekraftad);

    /// <summary>Roles that nobody has.</summary>
    public IReadOnlyList<Skolkontaktroll> Saknas => [.. Enum.GetValues<Skolkontaktroll>().Where(r => Kontakter.All(k => k.Roll != r))];
}

/// <summary>Facts and contact persons of schools, for the school itself and for CSN.</summary>
public sealed class KontaktuppgiftQuery(PortalDbContext db, AktuellAnvandare anvandare, TimeProvider klocka)
{
    private const int MaxHistorik = 100;

    /// <summary>A school that the caller may see.</summary>
    public async Task<Kontaktbild> ForAsync(long skolaId, CancellationToken ct)
    {
        var information = await db.Synliga<Skolinformation>().AsNoTracking().SingleOrDefaultAsync(i => i.SkolaId == skolaId, ct);
        var kontakter = await db.Synliga<Skolkontaktperson>().AsNoTracking().Where(k => k.SkolaId == skolaId).ToListAsync(ct);
        return new(
            await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == skolaId, ct),
            information,
            [.. kontakter.OrderBy(k => k.Roll).ThenBy(k => SvenskText.SorteringsNyckel(k.Namn), StringComparer.Ordinal)],
            information is null ? null : await db.Konton.Where(k => k.Id == information.BekraftadAvKontoId).Select(k => k.Namn).SingleOrDefaultAsync(ct),
            Skolinformation.SkaBekraftas(information?.Bekraftad, klocka.SvenskDag()));
    }

    /// <returns>Null when the active school has no such contact person.</returns>
    public Task<Skolkontaktperson?> KontaktAsync(long id, CancellationToken ct) => db.Skolkontaktpersoner.AsNoTracking().SingleOrDefaultAsync(k => k.Id == id, ct);

    /// <summary>What has been changed, from what to what, newest first.</summary>
    public async Task<List<Historikrad>> HistorikAsync(long skolaId, CancellationToken ct)
    {
        var rader = await (
            from a in db.Synliga<Skoluppgiftsandring>().AsNoTracking()
            where a.SkolaId == skolaId
            orderby a.Tid descending, a.Id descending
            select new
            {
                Andring = a,
                Namn = db.Konton.Where(k => k.Id == a.KontoId).Select(k => k.Namn).FirstOrDefault(),
                ArCsn = db.Behorigheter.Any(b => b.KontoId == a.KontoId && b.SkolaId == null),
            }).Take(MaxHistorik).ToListAsync(ct);
        return rader.ConvertAll(r => new Historikrad(
            r.Andring.Tid, HistorikQuery.Vem(r.Namn, r.ArCsn, anvandare), ActTexts.Text(r.Andring.Act), null, HistorikQuery.Visade(r.Andring.Andringar), null));
    }
}
