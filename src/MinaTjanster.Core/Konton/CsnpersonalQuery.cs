using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>Somebody who works at CSN.</summary>
/// <param name="SenastInloggad">UTC; null before the first login.</param>
/// <param name="LastTill">The end of the lock of the username (UTC); null when it is not locked.</param>
public sealed record Csnrad(
    long KontoId,
    string Anvandarnamn,
    string Namn,
    string Epost,
    string? Telefon,
    IReadOnlyList<Behorighetsslag> Roller,
    DateTime? SenastInloggad,
    DateTime? LastTill,
    bool HarTvasteg);

/// <summary>CSN's own accounts: those that hold something at CSN, or held it.</summary>
public sealed class CsnpersonalQuery(PortalDbContext db, TimeProvider klocka)
{
    public async Task<IReadOnlyList<Csnrad>> AllaAsync(CancellationToken ct) => await RaderAsync(null, ct);

    public async Task<Csnrad?> ForAsync(long kontoId, CancellationToken ct) => (await RaderAsync(kontoId, ct)).SingleOrDefault();

    /// <summary>Open cases that the person has.</summary>
    public Task<int> AntalArendenAsync(long kontoId, CancellationToken ct) => OppnaArenden(db, kontoId).CountAsync(ct);

    internal static IQueryable<Arende> OppnaArenden(PortalDbContext db, long kontoId) =>
        db.Nationellt<Arende>().Where(a => a.HandlaggareKontoId == kontoId && a.Status != Arendestatus.Avslutat && a.Status != Arendestatus.Atertaget);

    private async Task<List<Csnrad>> RaderAsync(long? kontoId, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        var idag = klocka.SvenskDag();
        var innehav = await db.Behorigheter.AsNoTracking().Where(b => b.SkolaId == null && (kontoId == null || b.KontoId == kontoId)).ToListAsync(ct);
        var ids = innehav.Select(b => b.KontoId).Distinct().ToList();
        var konton = await db.Konton.AsNoTracking().Where(k => ids.Contains(k.Id)).ToListAsync(ct);
        var nycklar = konton.ConvertAll(k => InloggningssparrService.Nyckel(k.UserName));
        var last = await db.Inloggningssparrar.AsNoTracking().Where(s => nycklar.Contains(s.Nyckel) && s.LastTill > nu).ToDictionaryAsync(s => s.Nyckel, s => s.LastTill, ct);
        var medTvasteg = await db.Autentiseringsappar.Where(a => ids.Contains(a.KontoId)).Select(a => a.KontoId)
            .Union(db.UserPasskeys.Where(p => ids.Contains(p.UserId)).Select(p => p.UserId)).ToListAsync(ct);
        return
        [
            .. konton.Select(k => new Csnrad(
                k.Id,
                k.UserName!,
                k.Namn,
                k.Email ?? "",
                k.PhoneNumber,
                [.. Behorighetsadministration.Csnslag.Where(s => innehav.Exists(b => b.KontoId == k.Id && b.Slag == s && b.GallerDen(idag)))],
                k.SenastInloggad,
                last.GetValueOrDefault(InloggningssparrService.Nyckel(k.UserName)),
                medTvasteg.Contains(k.Id)))
                .OrderBy(r => r.Namn, StringComparer.CurrentCulture).ThenBy(r => r.KontoId),
        ];
    }
}
