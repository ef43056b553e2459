using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>A proposal that is open, with its school.</summary>
public sealed record Bytesrad(Administratorsbyte Bytet, Skola Skola);

/// <summary>A proposal as CSN decides it.</summary>
/// <param name="Begart">Who proposed.</param>
/// <param name="Avgar">Who stops being administrator; null when the new one comes beside.</param>
/// <param name="FrammandeDoman">The domain of the rektor's address, when no other user of the school has one like it; null otherwise.</param>
public sealed record Bytesbild(Administratorsbyte Bytet, Skola Skola, string Begart, string? Avgar, string? FrammandeDoman)
{
    /// <summary>Whether somebody else than the named rektor has signed, by the name.</summary>
    public bool ArAnnatNamn => Bytet.SigneratNamn is { } signerat && SvenskText.Folda(signerat) != SvenskText.Folda(Bytet.RektorNamn);
}

/// <summary>Proposals of behörighetsadministratör at all schools, for CSN.</summary>
public sealed class AdministratorsbyteQuery(PortalDbContext db)
{
    private const int Max = 200;

    /// <summary>Those that wait: for CSN first, then for the rektor; the oldest first.</summary>
    public Task<List<Bytesrad>> OppnaAsync(CancellationToken ct) =>
        (from b in db.Nationellt<Administratorsbyte>().AsNoTracking()
         join s in db.Skolor.AsNoTracking() on b.SkolaId equals s.Id
         where b.Status == Bytesstatus.VantarPaCsn || b.Status == Bytesstatus.VantarPaRektor
         orderby b.Status == Bytesstatus.VantarPaCsn ? 0 : 1, b.Signerat, b.Begart
         select new Bytesrad(b, s)).Take(Max).ToListAsync(ct);

    public async Task<Bytesbild?> ForAsync(long id, CancellationToken ct)
    {
        if (await db.Nationellt<Administratorsbyte>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } bytet)
            return null;

        var namn = await db.Konton.Where(k => k.Id == bytet.BegartAvKontoId || k.Id == bytet.AvgarKontoId).ToDictionaryAsync(k => k.Id, k => k.Namn, ct);
        return new Bytesbild(
            bytet,
            await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == bytet.SkolaId, ct),
            namn[bytet.BegartAvKontoId],
            bytet.AvgarKontoId is { } avgar ? namn[avgar] : null,
            await FrammandeDomanAsync(bytet, ct));
    }

    private async Task<string?> FrammandeDomanAsync(Administratorsbyte bytet, CancellationToken ct)
    {
        var doman = Doman(bytet.RektorEpost);
        var ny = bytet.Epost.ToUpperInvariant();
        // The proposed person's own address says nothing about whose the rektor's is.
        var skolans = await (
            from a in db.Nationellt<Skolanvandare>()
            where a.SkolaId == bytet.SkolaId && a.Avslutad == null
            join k in db.Konton on a.KontoId equals k.Id
            where k.Email != null && k.NormalizedEmail != ny
            select k.Email!).ToListAsync(ct);
        return skolans.TrueForAll(e => Doman(e) != doman) ? doman : null;
    }

    private static string Doman(string epost) => epost[(epost.LastIndexOf('@') + 1)..].ToLowerInvariant();
}
