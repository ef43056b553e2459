using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>Blankettservice keeps the articles and their stock. Null answers: no such article.</summary>
public sealed class ArtikelService(PortalDbContext db, AuditService audit)
{
    public const int MaxSkal = 200;

    public async Task<Result<Materialartikel>> LaggTillAsync(Artikeltext text, CancellationToken ct) =>
        (await GorAsync(
            Acts.ArticleAdded,
            null,
            async () =>
            {
                var bedomt = Artikelregel.Bedom(text);
                if (!bedomt.IsAccepted)
                    return Result<Materialartikel>.Refused(bedomt.Refusals);
                if (await FinnsAsync(bedomt.Value.Nummer, null, ct))
                    return new ArtikelnummerFinns();

                var ny = new Materialartikel(bedomt.Value);
                db.Add(ny);
                audit.AddForNew(
                    Acts.ArticleAdded, AuditObjects.Materialartikel, () => ny.Id, null, changes: string.Join('\n', Artikelregel.Rader(bedomt.Value).Select(r => $"{r.Namn}: {r.Varde}")));
                return ny;
            },
            ct))!;

    /// <param name="version">The version that the form was drawn from.</param>
    public Task<Result<Materialartikel>?> AndraAsync(long id, Artikeltext text, int version, CancellationToken ct) =>
        MedAsync(
            Acts.ArticleChanged,
            id,
            version,
            async artikel =>
            {
                var bedomt = Artikelregel.Bedom(text);
                if (!bedomt.IsAccepted)
                    return Result<Materialartikel>.Refused(bedomt.Refusals);
                if (await FinnsAsync(bedomt.Value.Nummer, id, ct))
                    return new ArtikelnummerFinns();

                var fore = Artikelregel.Rader(artikel.Uppgift);
                artikel.Andra(bedomt.Value);
                var skilda = fore.Zip(Artikelregel.Rader(artikel.Uppgift)).Where(p => p.First != p.Second).Select(p => $"{p.First.Namn}: {p.First.Varde} → {p.Second.Varde}").ToList();
                if (skilda.Count > 0)
                    audit.Add(Acts.ArticleChanged, AuditObjects.Materialartikel, id, null, changes: string.Join('\n', skilda));
                return artikel;
            },
            ct);

    /// <summary>No school orders it any more; what is back-ordered stays.</summary>
    /// <param name="version">The version that the page showed.</param>
    public Task<Result<Materialartikel>?> DraInAsync(long id, int version, CancellationToken ct) =>
        MedAsync(Acts.ArticleWithdrawn, id, version, artikel => Task.FromResult(Byt(artikel, Acts.ArticleWithdrawn, artikel.ArBestallbar ? null : new ArtikelnRedanIndragen(), a => a.DraIn())), ct);

    /// <param name="version">The version that the page showed.</param>
    public Task<Result<Materialartikel>?> AterinforAsync(long id, int version, CancellationToken ct) =>
        MedAsync(Acts.ArticleRestored, id, version, artikel => Task.FromResult(Byt(artikel, Acts.ArticleRestored, artikel.ArBestallbar ? new ArtikelnInteIndragen() : null, a => a.Aterinfor())), ct);

    /// <summary>So many more or fewer in stock. What comes in goes at once to the orders that wait for it, in the order in which they came.</summary>
    /// <param name="forandring">As typed: 500 or -20.</param>
    /// <param name="skal">Why, for the history.</param>
    /// <param name="version">The version that the page showed; raised with it, so that a second click does not do it twice.</param>
    public Task<Result<Materialartikel>?> JusteraAsync(long id, string? forandring, string? skal, int version, CancellationToken ct) =>
        MedAsync(
            Acts.StockAdjusted,
            id,
            version,
            async artikel =>
            {
                var text = SvenskText.Enkelrad(skal) ?? "";
                List<Refusal> fel = [];
                if (!Artikelregel.TryForandring(forandring, out var antal))
                    fel.Add(new ForandringFel());
                if (text.Length is 0 or > MaxSkal || Personnummermask.Finns(text))
                    fel.Add(new LagerskalSaknas());
                if (fel.Count > 0)
                    return Result<Materialartikel>.Refused(fel);

                var fore = await Lager.LasAsync(db, id, ct);
                if (fore + antal > Artikelregel.MaxSaldo || !await Lager.AndraAsync(db, id, antal, ct))
                    return new SaldotRackerInte(fore);

                audit.Add(Acts.StockAdjusted, AuditObjects.Materialartikel, id, null, text, $"Saldo: {fore} → {fore + antal}");
                if (antal > 0)
                    await Lager.FordelaAsync(db, audit, id, ct);
                db.Entry(artikel).Property(a => a.Version).IsModified = true;
                return artikel;
            },
            ct);

    private Task<bool> FinnsAsync(string nummer, long? id, CancellationToken ct) => db.Materialartiklar.AnyAsync(a => a.Nummer == nummer && a.Id != id, ct);

    private Result<Materialartikel> Byt(Materialartikel artikel, string act, Refusal? nej, Action<Materialartikel> verb)
    {
        if (nej is not null)
            return nej;

        verb(artikel);
        audit.Add(act, AuditObjects.Materialartikel, artikel.Id, null);
        return artikel;
    }

    private Task<Result<Materialartikel>?> MedAsync(string act, long id, int version, Func<Materialartikel, Task<Result<Materialartikel>>> gor, CancellationToken ct) =>
        GorAsync(
            act,
            id,
            async () =>
                await db.Materialartiklar.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } artikel ? null
                : artikel.Version != version ? new ArtikelnAndrad()
                : await gor(artikel),
            ct);

    private Task<Result<Materialartikel>?> GorAsync(string act, long? id, Func<Task<Result<Materialartikel>?>> gor, CancellationToken ct) =>
        db.GorAsync(gor, new ArtikelnAndrad(), nej => audit.AddRefusalAsync(act, AuditObjects.Materialartikel, id, null, nej), ct);
}
