using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>A line of the basket, with what would become of it now.</summary>
public sealed record Korgrad(Materialartikel Artikel, int Antal)
{
    /// <summary>How many would be back-ordered.</summary>
    public int Rest => Math.Max(0, Antal - Artikel.Saldo);

    /// <summary>Why it cannot be ordered as it stands, or null.</summary>
    public Refusal? Hinder =>
        !Artikel.ArBestallbar ? new ArtikelnIndragen(Artikel.Benamning)
        : !Artikel.Ryms(Antal) ? new AntalFel(Artikel.Benamning, Artikel.Minst, Artikel.Mest, null)
        : null;
}

/// <summary>The basket as it is shown.</summary>
/// <param name="Adress">Where it would go; null when CSN has no address of the school.</param>
public sealed record Korgbild(Materialkorg Korg, Leveransadress? Adress, IReadOnlyList<Korgrad> Rader)
{
    public bool HarRest => Rader.Any(r => r.Rest > 0);

    /// <summary>Why it cannot be ordered as it stands.</summary>
    public IReadOnlyList<Refusal> Hinder =>
        [.. Rader.Select(r => r.Hinder).OfType<Refusal>(), .. Adress is null ? [new LeveransadressSaknas()] : Array.Empty<Refusal>()];

    /// <summary>What the check page says will be back-ordered: each article's id and how many.</summary>
    public string Visat => string.Join(',', Rader.Where(r => r.Rest > 0).Select(r => $"{r.Artikel.Id}:{r.Rest}"));
}

/// <summary>What became of ordering the same again.</summary>
/// <param name="Utelamnade">The articles that are withdrawn, or found no room.</param>
public sealed record Omlagd(int Rader, IReadOnlyList<string> Utelamnade);

/// <summary>The signed-in person's basket at the active school.</summary>
public sealed class KorgService(PortalDbContext db, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>Null when there is none, or nothing in it.</summary>
    public async Task<Korgbild?> BildAsync(CancellationToken ct)
    {
        if (await EgenAsync(ct) is not { Rader.Count: > 0 } korg)
            return null;

        var ids = korg.Rader.Select(r => r.MaterialartikelId).ToList();
        var artiklar = await db.Materialartiklar.AsNoTracking().Where(a => ids.Contains(a.Id)).Ordnade().ToListAsync(ct);
        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == korg.SkolaId, ct);
        return new(
            korg,
            Leveransadress.For(skola, korg.Att),
            artiklar.ConvertAll(a => new Korgrad(a, korg.Rader.Single(r => r.MaterialartikelId == a.Id).Antal)));
    }

    /// <summary>How many of each article lie in the basket.</summary>
    public Task<Dictionary<long, int>> AntalAsync(CancellationToken ct)
    {
        var kontoId = anvandare.KontoId;
        return db.Materialkorgar.Where(k => k.KontoId == kontoId).SelectMany(k => k.Rader).ToDictionaryAsync(r => r.MaterialartikelId, r => r.Antal, ct);
    }

    /// <summary>So many of the article, whatever lay there before; null when there is no such article.</summary>
    /// <param name="antal">As typed.</param>
    public Task<Result<Materialartikel>?> LaggIAsync(long artikelId, string? antal, CancellationToken ct) =>
        db.BeslutaAsync<Materialartikel>(
            async () =>
            {
                if (await db.Materialartiklar.AsNoTracking().SingleOrDefaultAsync(a => a.Id == artikelId, ct) is not { } artikel)
                    return null;
                if (!artikel.ArBestallbar)
                    return new ArtikelnIndragen(artikel.Benamning);
                if (!Heltal.TryTolka(antal, out var tal) || !artikel.Ryms(tal))
                    return new AntalFel(artikel.Benamning, artikel.Minst, artikel.Mest);

                var korg = await EgenAsync(ct) ?? Ny();
                if (korg.Rader.Count >= Materialkorg.MaxRader && korg.Rader.All(r => r.MaterialartikelId != artikelId))
                    return new KorgenFull();

                korg.Satt(artikelId, tal);
                await SparaAsync(korg, ct);
                return artikel;
            },
            new KorgenAndrad(),
            ct);

    /// <summary>All numbers at once, and to whom it goes; null when there is no basket.</summary>
    /// <param name="rader">The articles in the order of the page, with their numbers as typed. Those that are not in the basket are left.</param>
    /// <param name="version">The version that the page showed.</param>
    public Task<Result<Materialkorg>?> SattAsync(IReadOnlyList<(long ArtikelId, string? Antal)> rader, string? att, int version, CancellationToken ct) =>
        db.BeslutaAsync<Materialkorg>(
            async () =>
            {
                if (await EgenAsync(ct) is not { Rader.Count: > 0 } korg)
                    return null;
                if (korg.Version != version)
                    return new KorgenAndrad();

                var artiklar = await db.Materialartiklar.AsNoTracking().Where(a => db.Materialkorgar.Any(k => k.Id == korg.Id && k.Rader.Any(r => r.MaterialartikelId == a.Id))).ToDictionaryAsync(a => a.Id, ct);
                List<Refusal> fel = [];
                foreach (var (plats, (artikelId, antal)) in rader.Index())
                {
                    if (!artiklar.TryGetValue(artikelId, out var artikel))
                        continue;
                    if (Heltal.TryTolka(antal, out var tal) && artikel.Ryms(tal))
                        korg.Satt(artikelId, tal);
                    else
                        fel.Add(new AntalFel(artikel.Benamning, artikel.Minst, artikel.Mest, $"Rader[{plats}].Antal"));
                }

                var vem = SvenskText.Enkelrad(att);
                if (vem?.Length > Leveransadress.MaxAtt || Personnummermask.Finns(vem))
                    fel.Add(new AttFel());
                if (fel.Count > 0)
                    return Result<Materialkorg>.Refused(fel);

                korg.SattAtt(vem);
                await SparaAsync(korg, ct);
                return korg;
            },
            new KorgenAndrad(),
            ct);

    /// <summary>Null when it does not lie in the basket, as after a second click. What was typed of the other lines is kept where it may be, unless the basket has changed since.</summary>
    /// <param name="rader">As in <see cref="SattAsync"/>.</param>
    /// <param name="version">The version that the page showed.</param>
    public Task<Result<Materialkorg>?> TaBortAsync(long artikelId, IReadOnlyList<(long ArtikelId, string? Antal)> rader, string? att, int version, CancellationToken ct) =>
        db.BeslutaAsync<Materialkorg>(
            async () =>
            {
                if (await EgenAsync(ct) is not { } korg || korg.Rader.All(r => r.MaterialartikelId != artikelId))
                    return null;

                korg.TaBort(artikelId);
                if (korg.Version == version)
                {
                    var ids = korg.Rader.Select(r => r.MaterialartikelId).ToList();
                    var artiklar = await db.Materialartiklar.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
                    foreach (var (id, antal) in rader)
                    {
                        if (artiklar.TryGetValue(id, out var artikel) && Heltal.TryTolka(antal, out var tal) && artikel.Ryms(tal))
                            korg.Satt(id, tal);
                    }

                    if (SvenskText.Enkelrad(att) is var vem && !(vem?.Length > Leveransadress.MaxAtt || Personnummermask.Finns(vem)))
                        korg.SattAtt(vem);
                }

                await SparaAsync(korg, ct);
                return korg;
            },
            new KorgenAndrad(),
            ct);

    /// <summary>Puts what an earlier order of the school had in the basket, beside what lies there; what can still be ordered, in numbers that still may be. Null: no such order.</summary>
    public Task<Result<Omlagd>?> BestallIgenAsync(long bestallningId, CancellationToken ct) =>
        db.BeslutaAsync<Omlagd>(
            async () =>
            {
                if (await db.Materialbestallningar.AsNoTracking().Include(b => b.Rader.OrderBy(r => r.Id)).SingleOrDefaultAsync(b => b.Id == bestallningId, ct) is not { } tidigare)
                    return null;

                var ids = tidigare.Rader.Select(r => r.MaterialartikelId).ToList();
                var artiklar = await db.Materialartiklar.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
                var korg = await EgenAsync(ct) ?? Ny();
                List<string> utelamnade = [];
                var antal = 0;
                foreach (var rad in tidigare.Rader)
                {
                    var artikel = artiklar[rad.MaterialartikelId];
                    if (!artikel.ArBestallbar || (korg.Rader.Count >= Materialkorg.MaxRader && korg.Rader.All(r => r.MaterialartikelId != artikel.Id)))
                    {
                        utelamnade.Add(artikel.Benamning);
                        continue;
                    }

                    korg.Satt(artikel.Id, Math.Clamp(rad.Antal, artikel.Minst, artikel.Mest));
                    antal++;
                }

                await SparaAsync(korg, ct);
                return new Omlagd(antal, utelamnade);
            },
            new KorgenAndrad(),
            ct);

    private Task<Materialkorg?> EgenAsync(CancellationToken ct)
    {
        var kontoId = anvandare.KontoId;
        return db.Materialkorgar.Include(k => k.Rader).SingleOrDefaultAsync(k => k.KontoId == kontoId, ct);
    }

    private Materialkorg Ny()
    {
        var korg = new Materialkorg(anvandare.AktivSkola!.Id, anvandare.KontoId, Hemlighet.Ny(), klocka.UtcNu());
        db.Add(korg);
        return korg;
    }

    /// <summary>Raises the basket's version whether or not its own columns change: a check page is about its rows.</summary>
    private Task<int> SparaAsync(Materialkorg korg, CancellationToken ct)
    {
        korg.Ror(klocka.UtcNu());
        if (db.Entry(korg).State != EntityState.Added)
            db.Entry(korg).Property(k => k.Version).IsModified = true;
        return db.SaveChangesAsync(ct);
    }
}
