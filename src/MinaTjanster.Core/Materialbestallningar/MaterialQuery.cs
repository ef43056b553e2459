using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>Which of the orders blankettservice looks at.</summary>
public enum Materialflik
{
    /// <summary>Something of it is there to be put in a parcel: new orders, and back-ordered lines for which stock has come in.</summary>
    AttPacka,

    /// <summary>The parcel waits to be sent.</summary>
    Packade,

    /// <summary>Something of it waits for stock.</summary>
    Restnoterade,

    /// <summary>All that was ordered, and not struck, has left.</summary>
    Skickade,

    Annullerade,
}

/// <summary>An order in a list.</summary>
/// <param name="Bestalld">UTC.</param>
/// <param name="Antal">How many articles, of all kinds.</param>
/// <param name="Rest">How many of them wait for stock.</param>
/// <param name="AttPacka">How many of them are there to be put in a parcel.</param>
public sealed record Materialrader(
    long Id, string Kvittensnummer, string Skola, string Skolkod, string Bestallare, DateTime Bestalld, int Rader, int Antal, int Rest, int AttPacka, Materialstatus Status);

/// <summary>An order with the name of who placed it.</summary>
public sealed record Materialbild(Materialbestallning Bestallning, string Bestallare, string Skola, string Skolkod);

/// <summary>Orders for both sides: the active school's, or all schools' where CSN's right has opened them.</summary>
public sealed class MaterialQuery(PortalDbContext db)
{
    /// <summary>The active school's orders, the latest first.</summary>
    public Task<Listsida<Materialrader>> SkolansAsync(int sida, CancellationToken ct) => SidaAsync(db.Materialbestallningar.OrderByDescending(b => b.Id), sida, ct);

    /// <summary>All schools' orders that are asked for by what a school says on the phone, whatever has become of them, the latest first.</summary>
    /// <param name="sok">A receipt number, however it is written, or a skolkod.</param>
    public Task<Listsida<Materialrader>> SokAsync(string sok, int sida, CancellationToken ct)
    {
        var kvitto = Kvittensnummer.TryParse(sok, out var nummer) ? nummer.Text : "";
        var kod = sok.Trim();
        return SidaAsync(
            db.Nationellt<Materialbestallning>().Where(b => b.Kvittensnummer == kvitto || db.Skolor.Any(s => s.Id == b.SkolaId && s.Skolkod == kod)).OrderByDescending(b => b.Id), sida, ct);
    }

    /// <summary>All schools' orders on a tab: in the order of arrival, or the latest first of those that are done.</summary>
    public Task<Listsida<Materialrader>> KoAsync(Materialflik flik, int sida, CancellationToken ct)
    {
        var urval = Urval(db.Nationellt<Materialbestallning>(), flik);
        return SidaAsync(flik is Materialflik.Skickade or Materialflik.Annullerade ? urval.OrderByDescending(b => b.Id) : urval.OrderBy(b => b.Id), sida, ct);
    }

    public async Task<IReadOnlyDictionary<Materialflik, int>> AntalAsync(CancellationToken ct)
    {
        Dictionary<Materialflik, int> antal = [];
        foreach (var flik in new[] { Materialflik.AttPacka, Materialflik.Packade, Materialflik.Restnoterade })
            antal[flik] = await Urval(db.Nationellt<Materialbestallning>(), flik).CountAsync(ct);
        return antal;
    }

    /// <summary>What waits for blankettservice's hands. For the menu, on pages of any scope: the caller has asked the right.</summary>
    public async Task<int> AttGoraAsync()
    {
        var alla = db.Materialbestallningar.IgnoreQueryFilters([PortalDbContext.Skolfilter]);
        return await Urval(alla, Materialflik.AttPacka).CountAsync() + await Urval(alla, Materialflik.Packade).CountAsync();
    }

    /// <summary>Null when there is none within reach.</summary>
    public async Task<Materialbild?> HamtaAsync(long id, CancellationToken ct)
    {
        if (await db.Synliga<Materialbestallning>().AsNoTracking().Include(b => b.Rader.OrderBy(r => r.Id)).SingleOrDefaultAsync(b => b.Id == id, ct) is not { } bestallning)
            return null;

        var (kontoId, skolaId) = (bestallning.BestalldAvKontoId, bestallning.SkolaId);
        var namn = await (from k in db.Konton where k.Id == kontoId from s in db.Skolor where s.Id == skolaId select new { Bestallare = k.Namn, s.Namn, s.Skolkod }).SingleAsync(ct);
        return new(bestallning, namn.Bestallare, namn.Namn, namn.Skolkod);
    }

    /// <summary>The orders as entities say it too: HarAttPacka, HarRest.</summary>
    private static IQueryable<Materialbestallning> Urval(IQueryable<Materialbestallning> alla, Materialflik flik) => flik switch
    {
        Materialflik.AttPacka => alla.Where(b => (b.Status == Materialstatus.Mottagen || b.Status == Materialstatus.Skickad) && b.Rader.Any(r => r.Reserverat > r.Packat)),
        Materialflik.Packade => alla.Where(b => b.Status == Materialstatus.Packad),
        Materialflik.Restnoterade => alla.Where(b => b.Status != Materialstatus.Annullerad && b.Rader.Any(r => r.Antal > r.Reserverat + r.Struket)),
        Materialflik.Skickade => alla.Where(b => b.Status == Materialstatus.Skickad && b.Rader.All(r => r.Antal == r.Skickat + r.Struket)),
        _ => alla.Where(b => b.Status == Materialstatus.Annullerad),
    };

    private async Task<Listsida<Materialrader>> SidaAsync(IQueryable<Materialbestallning> urval, int sida, CancellationToken ct)
    {
        var antal = await urval.CountAsync(ct);
        var vald = Math.Clamp(sida, 1, Listsida<Materialrader>.SistaSida(antal));
        var rader = await urval.AsNoTracking()
            .Skip((vald - 1) * Listsida<Materialrader>.Storlek)
            .Take(Listsida<Materialrader>.Storlek)
            .Select(b => new Materialrader(
                b.Id,
                b.Kvittensnummer,
                db.Skolor.Where(s => s.Id == b.SkolaId).Select(s => s.Namn).First(),
                db.Skolor.Where(s => s.Id == b.SkolaId).Select(s => s.Skolkod).First(),
                db.Konton.Where(k => k.Id == b.BestalldAvKontoId).Select(k => k.Namn).First(),
                b.Bestalld,
                b.Rader.Count,
                b.Rader.Sum(r => r.Antal),
                b.Status == Materialstatus.Annullerad ? 0 : b.Rader.Sum(r => r.Antal - r.Reserverat - r.Struket),
                b.Status == Materialstatus.Annullerad ? 0 : b.Rader.Sum(r => r.Reserverat - r.Packat),
                b.Status))
            .ToListAsync(ct);
        return new(rader, antal, vald);
    }
}
