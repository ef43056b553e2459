using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>The receipt of an order.</summary>
/// <param name="Nyss">False when a first post of the same page had already placed it.</param>
public sealed record Bestallningskvitto(long Id, string Kvittensnummer, bool Nyss);

/// <summary>The school places orders, once whatever is clicked twice, and takes them back. Null answers: no such basket or order at the active school.</summary>
public sealed class MaterialbestallningService(PortalDbContext db, NyPortalDbContext nyDb, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka)
{
    private const string Prefix = "CO";

    /// <summary>
    /// Orders what lies in the basket: each line gets what there is in stock, the rest of it is back-ordered. The order is there, the stock is taken and the basket is gone
    /// in one transaction. When more would be back-ordered than the check page said, nothing is ordered.
    /// </summary>
    /// <param name="nyckel">The basket's key, from the check page.</param>
    /// <param name="version">The basket's version when the check page was drawn.</param>
    /// <param name="visat">What the check page said, <see cref="Korgbild.Visat"/>; what cannot be read was not said.</param>
    public Task<Result<Bestallningskvitto>?> BestallAsync(string nyckel, int version, string? visat, CancellationToken ct)
    {
        var skolaId = anvandare.AktivSkola!.Id;
        return db.GorAsync(
            () => ForsokAsync(nyckel, version, Tolka(visat), ct),
            new KorgenAndrad(),
            nej => audit.AddRefusalAsync(Acts.MaterialOrdered, AuditObjects.Skola, skolaId, skolaId, nej),
            ct);
    }

    /// <summary>Takes the order back while nobody has packed it. What it had is in stock again, or goes to those who wait for it, at whatever school.</summary>
    public async Task<Result<Materialbestallning>?> AnnulleraAsync(long id, CancellationToken ct)
    {
        var skolaId = anvandare.AktivSkola!.Id;
        await using var alla = nyDb.NyForAlla("lagret är gemensamt för skolorna");
        var handelser = new AuditService(alla, nyDb, anvandare, klocka);
        return await alla.GorAsync<Materialbestallning>(
            async () =>
            {
                if (await alla.Nationellt<Materialbestallning>().Include(b => b.Rader.OrderBy(r => r.Id)).SingleOrDefaultAsync(b => b.Id == id && b.SkolaId == skolaId, ct) is not { } bestallning)
                    return null;
                if (!bestallning.KanAnnulleras)
                    return new KanInteAnnulleras(bestallning.Status);

                var tillbaka = bestallning.Annullera(klocka.UtcNu()).OrderBy(a => a.ArtikelId).ToList();
                foreach (var (artikelId, antal) in tillbaka)
                {
                    if (!await Lager.AndraAsync(alla, artikelId, antal, ct))
                        throw new InvalidOperationException("What was in stock has room there.");
                }

                handelser.Add(Acts.MaterialCancelled, AuditObjects.Materialbestallning, id, skolaId);
                await alla.SaveChangesAsync(ct);
                foreach (var (artikelId, _) in tillbaka.Where(a => a.Antal > 0))
                    await Lager.FordelaAsync(alla, handelser, artikelId, ct);
                return bestallning;
            },
            new MaterialbestallningenAndrad(),
            nej => audit.AddRefusalAsync(Acts.MaterialCancelled, AuditObjects.Materialbestallning, id, skolaId, nej),
            ct);
    }

    private async Task<Result<Bestallningskvitto>?> ForsokAsync(string nyckel, int version, Dictionary<long, int> visat, CancellationToken ct)
    {
        var kontoId = anvandare.KontoId;
        // The basket goes in the save that the order comes in: a second post, click or retry finds the one or the other.
        if (await db.Materialkorgar.Include(k => k.Rader).SingleOrDefaultAsync(k => k.Nyckel == nyckel && k.KontoId == kontoId, ct) is not { } korg)
        {
            return await db.Materialbestallningar.SingleOrDefaultAsync(b => b.Sandningsnyckel == nyckel && b.BestalldAvKontoId == kontoId, ct) is { } fanns
                ? (Result<Bestallningskvitto>)new Bestallningskvitto(fanns.Id, fanns.Kvittensnummer, Nyss: false)
                : null;
        }

        if (korg.Version != version)
            return new KorgenAndrad();
        if (korg.Rader.Count == 0)
            return new KorgenTom();

        var skola = await db.Skolor.SingleAsync(s => s.Id == korg.SkolaId, ct);
        if (Leveransadress.For(skola, korg.Att) is not { } adress)
            return new LeveransadressSaknas();

        Dictionary<long, int> tagna = [];
        foreach (var rad in korg.Rader.OrderBy(r => r.MaterialartikelId))
            tagna[rad.MaterialartikelId] = await Lager.TaAsync(db, rad.MaterialartikelId, rad.Antal, ct);

        // Read after the stock was taken: nobody withdraws or changes them now before this is done.
        var ids = tagna.Keys.ToList();
        var artiklar = await db.Materialartiklar.AsNoTracking().Where(a => ids.Contains(a.Id)).Ordnade().ToListAsync(ct);
        var korgrader = artiklar.ConvertAll(a => new Korgrad(a, korg.Rader.Single(r => r.MaterialartikelId == a.Id).Antal));
        var hinder = korgrader.Select(r => r.Hinder).OfType<Refusal>().ToList();
        if (hinder.Count > 0)
            return Result<Bestallningskvitto>.Refused(hinder);
        if (korg.Rader.Any(r => r.Antal - tagna[r.MaterialartikelId] > visat.GetValueOrDefault(r.MaterialartikelId)))
            return new LagretAndrat();

        var rader = korgrader.ConvertAll(r => new Materialrad(korg.SkolaId, r.Artikel.Id, r.Artikel.Benamning, r.Antal, tagna[r.Artikel.Id]));
        var bestallning = new Materialbestallning(korg.SkolaId, Kvittensnummer.Nytt(Prefix).Text, nyckel, kontoId, adress, rader, klocka.UtcNu());
        db.Add(bestallning);
        db.Remove(korg);
        audit.AddForNew(
            Acts.MaterialOrdered,
            AuditObjects.Materialbestallning,
            () => bestallning.Id,
            korg.SkolaId,
            changes: string.Join('\n', rader.Select(r => r.Radtext)));
        await db.SaveChangesAsync(ct);
        return new Bestallningskvitto(bestallning.Id, bestallning.Kvittensnummer, Nyss: true);
    }

    private static Dictionary<long, int> Tolka(string? visat)
    {
        Dictionary<long, int> rester = [];
        foreach (var del in (visat ?? "").Split(',', Materialkorg.MaxRader + 1))
        {
            if (del.Split(':') is [var id, var antal]
                && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var artikelId)
                && int.TryParse(antal, NumberStyles.None, CultureInfo.InvariantCulture, out var rest))
                rester[artikelId] = rest;
        }

        return rester;
    }
}
