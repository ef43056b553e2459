using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>Which articles are shown; null for all.</summary>
public sealed record Artikelurval(Artikelslag? Slag = null, Artikelsprak? Sprak = null, Artikelstatus? Status = null);

/// <summary>An article in blankettservice's list.</summary>
/// <param name="Vantar">How many are back-ordered, at all schools.</param>
public sealed record Artikelrad(Materialartikel Artikel, int Vantar);

/// <summary>The order in which articles stand everywhere.</summary>
internal static class Artikelordning
{
    /// <summary>By name; of those with the same, the Swedish one first, then by language: the names that languages are stored by stand in the order of their Swedish names.</summary>
    public static IOrderedQueryable<Materialartikel> Ordnade(this IQueryable<Materialartikel> artiklar) =>
        artiklar.OrderBy(a => a.Sorteringsnyckel).ThenBy(a => a.Sprak == Artikelsprak.Svenska ? 0 : 1).ThenBy(a => a.Sprak).ThenBy(a => a.Id);
}

/// <summary>The articles, by name.</summary>
public sealed class ArtikelQuery(PortalDbContext db)
{
    public async Task<Listsida<Materialartikel>> ListaAsync(Artikelurval urval, int sida, CancellationToken ct)
    {
        var alla = Urval(urval);
        var antal = await alla.CountAsync(ct);
        var vald = Math.Clamp(sida, 1, Listsida<Materialartikel>.SistaSida(antal));
        return new(await Sida(alla, vald).ToListAsync(ct), antal, vald);
    }

    /// <summary>With what is back-ordered of them. For CSN.</summary>
    public async Task<Listsida<Artikelrad>> MedVantandeAsync(Artikelurval urval, int sida, CancellationToken ct)
    {
        var lista = await ListaAsync(urval, sida, ct);
        var ids = lista.Rader.Select(a => a.Id).ToList();
        var vantar = await Vantande().Where(r => ids.Contains(r.MaterialartikelId))
            .GroupBy(r => r.MaterialartikelId)
            .Select(g => new { g.Key, Antal = g.Sum(r => r.Antal - r.Reserverat - r.Struket) })
            .ToDictionaryAsync(g => g.Key, g => g.Antal, ct);
        return new([.. lista.Rader.Select(a => new Artikelrad(a, vantar.GetValueOrDefault(a.Id)))], lista.Antal, lista.Sida);
    }

    /// <summary>Null when there is none. For CSN.</summary>
    public async Task<Artikelrad?> HamtaAsync(long id, CancellationToken ct) =>
        await db.Materialartiklar.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is { } artikel
            ? new(artikel, await Vantande().Where(r => r.MaterialartikelId == id).SumAsync(r => r.Antal - r.Reserverat - r.Struket, ct))
            : null;

    private IQueryable<Materialrad> Vantande() =>
        db.Nationellt<Materialbestallning>().Where(b => b.Status != Materialstatus.Annullerad).SelectMany(b => b.Rader).Where(r => r.Antal > r.Reserverat + r.Struket);

    private IQueryable<Materialartikel> Urval(Artikelurval urval)
    {
        IQueryable<Materialartikel> alla = db.Materialartiklar.AsNoTracking();
        if (urval.Slag is { } slag)
            alla = alla.Where(a => a.Slag == slag);
        if (urval.Sprak is { } sprak)
            alla = alla.Where(a => a.Sprak == sprak);
        return urval.Status is { } status ? alla.Where(a => a.Status == status) : alla;
    }

    private static IQueryable<Materialartikel> Sida(IQueryable<Materialartikel> alla, int sida) => alla
        .Ordnade()
        .Skip((sida - 1) * Listsida<Materialartikel>.Storlek)
        .Take(Listsida<Materialartikel>.Storlek);
}
