using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Bestallningar;

/// <summary>
/// The school's side of an order: a draft that grows row by row, one send, an answer, a taking back. The table is asked when a row is added and
/// again when the order is sent. Null answers: no such order at the active school.
/// </summary>
public sealed class BestallningService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, TimeProvider klocka)
{
    /// <summary>The signed-in person's draft at the active school, or null.</summary>
    public Task<Behorighetsbestallning?> UtkastAsync(CancellationToken ct)
    {
        var kontoId = anvandare.KontoId;
        return Alla().Where(b => b.Status == Bestallningsstatus.Utkast && b.SkapadAvKontoId == kontoId).OrderBy(b => b.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>Adds a row to the draft, which is begun by the first one.</summary>
    public async Task<Result<Behorighetsbestallning>> LaggTillRadAsync(Bestallningsuppgift uppgift, CancellationToken ct)
    {
        var skola = await SkolaAsync(ct);
        var utkast = await UtkastAsync(ct);
        if (utkast?.Rader.Count >= Behorighetsbestallning.MaxRader)
            return await NekaAsync(Acts.OrderRowAdded, utkast.Id, skola.Id, new ForManga());
        if (await ProvaAsync(skola, uppgift, utkast, null, ct) is { } nej)
            return await NekaAsync(Acts.OrderRowAdded, utkast?.Id, skola.Id, nej);

        if (utkast is null)
        {
            utkast = new Behorighetsbestallning(skola.Id, anvandare.KontoId, Hemlighet.Ny(), klocka.UtcNu());
            db.Add(utkast);
        }

        utkast.LaggTill(new Bestallningsrad(skola.Id, uppgift));
        audit.AddForNew(Acts.OrderRowAdded, AuditObjects.Behorighetsbestallning, () => utkast.Id, skola.Id, uppgift.Slag.Text());
        return await SparaAsync(Acts.OrderRowAdded, utkast, ct);
    }

    /// <summary>Null when the draft has no such row, as after a second click.</summary>
    public async Task<Result<Behorighetsbestallning>?> TaBortRadAsync(long radId, CancellationToken ct)
    {
        if (await UtkastAsync(ct) is not { } utkast || utkast.Rader.SingleOrDefault(r => r.Id == radId) is not { } rad)
            return null;

        utkast.TaBort(rad);
        db.Remove(rad);
        audit.Add(Acts.OrderRowRemoved, AuditObjects.Behorighetsbestallning, utkast.Id, utkast.SkolaId, rad.Slag.Text());
        return await SparaAsync(Acts.OrderRowRemoved, utkast, ct);
    }

    /// <summary>Sends the draft. A second post of the same page is answered with what the first one sent.</summary>
    public async Task<Result<Behorighetsbestallning>?> SkickaAsync(string nyckel, int version, CancellationToken ct)
    {
        var kontoId = anvandare.KontoId;
        if (await Alla().SingleOrDefaultAsync(b => b.Sandningsnyckel == nyckel && b.SkapadAvKontoId == kontoId, ct) is not { } bestallning)
            return null;
        if (bestallning.Skickad is not null)
            return bestallning;

        var skola = await SkolaAsync(ct);
        Refusal? nej = bestallning.Rader.Count == 0 ? new BestallningenTom() : bestallning.Version != version ? new BestallningenAndrad() : null;
        foreach (var rad in bestallning.Rader)
        {
            nej ??= await ProvaAsync(
                skola, new Bestallningsuppgift(rad.Slag, rad.Person, rad.KontoId, rad.KontoId is null ? null : rad.Epost, rad.TidigareKontoId), null, bestallning.Id, ct);
        }

        if (nej is not null)
            return await NekaAsync(Acts.OrderSent, bestallning.Id, skola.Id, nej);

        Sand(bestallning, kontoId);
        try
        {
            await db.SaveChangesAsync(ct);
            return bestallning;
        }
        catch (DbUpdateException)
        {
            // Sent, or changed, by another post in the same moment.
            db.ChangeTracker.Clear();
            bestallning = await Alla().SingleAsync(b => b.Sandningsnyckel == nyckel, ct);
            return bestallning.Skickad is not null ? bestallning : await NekaAsync(Acts.OrderSent, bestallning.Id, skola.Id, new BestallningenAndrad());
        }
    }

    /// <summary>Adds an order that is sent at once to the caller's context: a yes to a request. The caller saves.</summary>
    /// <returns>Why it may not be ordered, or the order.</returns>
    public async Task<Result<Behorighetsbestallning>> SkickaDirektAsync(Skola skola, Bestallningsuppgift uppgift, CancellationToken ct)
    {
        if (await ProvaAsync(skola, uppgift, null, null, ct) is { } nej)
            return nej;

        var bestallning = new Behorighetsbestallning(skola.Id, anvandare.KontoId, Hemlighet.Ny(), klocka.UtcNu());
        bestallning.LaggTill(new Bestallningsrad(skola.Id, uppgift));
        db.Add(bestallning);
        Sand(bestallning, anvandare.KontoId);
        return bestallning;
    }

    public async Task<Result<Behorighetsbestallning>?> BesvaraAsync(long id, string? svar, int version, CancellationToken ct)
    {
        var text = (svar ?? "").Trim();
        return await AndraAsync(id, version, Acts.OrderAnswered, b =>
            b.Status != Bestallningsstatus.VantarPaSkolan ? (b.ArOppen ? new IngenFraga() : new BestallningenStangd(b.Status))
            : text.Length is 0 or > Bestallningsfraga.MaxText ? new SvarSaknas()
            : Personnummermask.Finns(text) ? new PersonnummerITexten("Svar")
            : null, b => b.Besvara(text, anvandare.KontoId, klocka.UtcNu()), ct);
    }

    public Task<Result<Behorighetsbestallning>?> AtertaAsync(long id, int version, CancellationToken ct) =>
        AndraAsync(id, version, Acts.OrderWithdrawn, b =>
            !b.ArOppen ? new BestallningenStangd(b.Status) : b.KanAtertas ? null : new DelvisAvgjord(), b => b.Aterta(klocka.UtcNu()), ct);

    private async Task<Result<Behorighetsbestallning>?> AndraAsync(
        long id,
        int version,
        string act,
        Func<Behorighetsbestallning, Refusal?> prova,
        Action<Behorighetsbestallning> verb,
        CancellationToken ct)
    {
        if (await Alla().SingleOrDefaultAsync(b => b.Id == id && b.Status != Bestallningsstatus.Utkast, ct) is not { } bestallning)
            return null;
        if ((prova(bestallning) ?? (bestallning.Version == version ? null : new BestallningenAndrad())) is { } nej)
            return await NekaAsync(act, id, bestallning.SkolaId, nej);

        verb(bestallning);
        audit.Add(act, AuditObjects.Behorighetsbestallning, id, bestallning.SkolaId);
        return await SparaAsync(act, bestallning, ct);
    }

    /// <summary>Why the row may not be ordered, or null.</summary>
    /// <param name="utkast">The draft it is added to.</param>
    /// <param name="sandsId">The order that is being sent with it: another post may have sent it a moment ago.</param>
    private async Task<Refusal?> ProvaAsync(Skola skola, Bestallningsuppgift uppgift, Behorighetsbestallning? utkast, long? sandsId, CancellationToken ct)
    {
        if (!uppgift.Slag.KanBestallas(skola))
            return new BestallsInteHosCsn(uppgift.Slag, Behorighetsadministration.For(uppgift.Slag.Behorighet(), skola));
        if (utkast?.Rader.Any(r => Samma(r, uppgift)) == true)
            return new RadenFinnsRedan();
        if (uppgift.KontoId is null && uppgift.Person is null)
            return new BestalldAnvandareSaknas();
        if (uppgift.KontoId is { } kontoId && await ProvaAnvandareAsync(skola, uppgift, kontoId, ct) is { } nej)
            return nej;
        if (uppgift.TidigareKontoId is { } tidigare && (tidigare == uppgift.KontoId || !await HarAsync(skola, tidigare, Behorighetsslag.Behorighetsansvarig, ct)))
            return new TidigareArInteAnsvarig();

        var oppna = await Alla().Where(b => b.Id != sandsId && (b.Status == Bestallningsstatus.HosCsn || b.Status == Bestallningsstatus.VantarPaSkolan)).ToListAsync(ct);
        return oppna.Find(b => b.Rader.Any(r => r.Status == Bestallningsradstatus.Vantar && Samma(r, uppgift))) is { } pagar
            ? new RedanBestalld(pagar.Kvittensnummer!)
            : null;
    }

    private async Task<Refusal?> ProvaAnvandareAsync(Skola skola, Bestallningsuppgift uppgift, long kontoId, CancellationToken ct)
    {
        if (!await db.Skolanvandare.AnyAsync(a => a.KontoId == kontoId && a.Avslutad == null, ct))
            return new BestalldAnvandareSaknas();

        var rapportor = await HarAsync(skola, kontoId, Behorighetsslag.Studeranderapportering, ct);
        return uppgift.Slag switch
        {
            Bestallningsradslag.NyRapportor => rapportor ? new ArRapportorRedan() : null,
            Bestallningsradslag.Avanmalan => rapportor ? null : new ArInteRapportor(),
            Bestallningsradslag.AndradEpost =>
                !rapportor ? new ArInteRapportor()
                : !Kontouppgifter.ArEpost(uppgift.NyEpost ?? "") ? new EpostOgiltig()
                : await db.Konton.AnyAsync(k => k.Id == kontoId && k.Email == uppgift.NyEpost, ct) ? new SammaEpost()
                : null,
            _ => await HarAsync(skola, kontoId, Behorighetsslag.Behorighetsansvarig, ct) ? new ArBehorighetsansvarigRedan() : null,
        };
    }

    private Task<bool> HarAsync(Skola skola, long kontoId, Behorighetsslag slag, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        return db.Behorigheter.Gallande(idag).AnyAsync(
            b => b.SkolaId == skola.Id && b.KontoId == kontoId && b.Slag == slag, ct);
    }

    private static bool Samma(Bestallningsrad rad, Bestallningsuppgift uppgift) =>
        rad.Slag == uppgift.Slag && rad.KontoId == uppgift.KontoId
        && (uppgift.KontoId is not null || string.Equals(rad.Epost, uppgift.Person?.Epost, StringComparison.OrdinalIgnoreCase));

    private void Sand(Behorighetsbestallning bestallning, long kontoId)
    {
        bestallning.Skicka(Kvittensnummer.Nytt("BB").Text, kontoId, klocka.UtcNu());
        audit.AddForNew(
            Acts.OrderSent,
            AuditObjects.Behorighetsbestallning,
            () => bestallning.Id,
            bestallning.SkolaId,
            changes: $"Kvittensnummer: {bestallning.Kvittensnummer}\nRader: {bestallning.Rader.Count}");
    }

    private IQueryable<Behorighetsbestallning> Alla() => db.Behorighetsbestallningar.Include(b => b.Rader).Include(b => b.Fragor);

    private Task<Skola> SkolaAsync(CancellationToken ct)
    {
        var id = anvandare.AktivSkola!.Id;
        return db.Skolor.SingleAsync(s => s.Id == id, ct);
    }

    private async Task<Result<Behorighetsbestallning>> SparaAsync(string act, Behorighetsbestallning bestallning, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return bestallning;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return await NekaAsync(act, bestallning.Id == 0 ? null : bestallning.Id, bestallning.SkolaId, new BestallningenAndrad());
        }
    }

    private async Task<Result<Behorighetsbestallning>> NekaAsync(string act, long? id, long skolaId, Refusal nej)
    {
        await audit.AddRefusalAsync(act, AuditObjects.Behorighetsbestallning, id, skolaId, nej.Code);
        return nej;
    }
}
