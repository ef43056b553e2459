using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolor;

/// <summary>
/// Changes how a school reports, from a day (domain.md section 2). Behörigheter that exist stay as they are; who administers them follows the table
/// from the moment the change holds, and both sides are told. A change is carried out once, by the decision itself or by the job of its day.
/// Null answers: no such school or change among the contact person's.
/// </summary>
public sealed class KanalandringService(
    PortalDbContext db,
    AktuellAnvandare anvandare,
    AuditService audit,
    Kanalmejl mejl,
    TimeProvider klocka)
{
    private const int MaxAr = 2;

    /// <summary>The active school asks for another way to report.</summary>
    /// <param name="onskad">From which day.</param>
    public async Task<Result<Kanalandring>> BegarAsync(Rapporteringssatt? satt, DateOnly? onskad, string? skal, CancellationToken ct)
    {
        var id = anvandare.AktivSkola!.Id;
        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == id, ct);
        var text = (skal ?? "").Trim();
        List<Refusal> fel = [];
        if (ProvaSatt(skola, satt) is { } nej)
            fel.Add(nej);
        if (ProvaDag(onskad) is { } dag)
            fel.Add(dag);
        if (text.Length is 0 or > Kanalandring.MaxSkal)
            fel.Add(new KanalskalSaknas());
        else if (Personnummermask.Finns(text))
            fel.Add(new KanalskalMedPersonnummer());
        if (await db.Kanalandringar.AnyAsync(k => k.OppenForSkolaId == id, ct))
            fel.Add(new AndringPagar());
        if (fel.Count > 0)
            return await NekaAsync(Acts.ChannelRequested, id, fel);

        var andring = new Kanalandring(id, satt!.Value, onskad, text, anvandare.KontoId, klocka.UtcNu());
        db.Add(andring);
        audit.Add(Acts.ChannelRequested, AuditObjects.Skola, id, id, text, $"{Byte(skola.Rapporteringssatt, andring.Satt)}\nÖnskas från: – → {onskad:yyyy-MM-dd}");
        await mejl.AddBegardAsync(andring, skola, ct);
        return await SparaAsync(Acts.ChannelRequested, andring, new AndringPagar(), ct);
    }

    /// <summary>What a decision would be refused for, as the check page asks; nothing is changed. Parameters and null as <see cref="BeslutaAsync(long, Rapporteringssatt?, DateOnly?, int?, CancellationToken)"/>.</summary>
    public async Task<IReadOnlyList<Refusal>?> ProvaAsync(long skolaId, Rapporteringssatt? satt, DateOnly? fran, int? version, CancellationToken ct)
    {
        if (!await ArMinAsync(skolaId, ct))
            return null;

        var oppen = await db.Nationellt<Kanalandring>().AsNoTracking().SingleOrDefaultAsync(k => k.OppenForSkolaId == skolaId, ct);
        return oppen?.Version != version
            ? [new KanalandringenAndrad()]
            : ProvaBeslut(await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == skolaId, ct), oppen, satt, fran);
    }

    /// <summary>The contact person decides what holds and from when: of the school's request when there is one, else on their own.</summary>
    /// <param name="version">The request's version that the page showed; null when it showed none.</param>
    public async Task<Result<Kanalandring>?> BeslutaAsync(long skolaId, Rapporteringssatt? satt, DateOnly? fran, int? version, CancellationToken ct)
    {
        if (!await ArMinAsync(skolaId, ct))
            return null;

        return await BeslutaAsync(skolaId, version, Acts.ChannelDecided, async (skola, oppen) =>
        {
            var fel = ProvaBeslut(skola, oppen, satt, fran);
            if (fel.Count > 0)
                return Result<Kanalandring>.Refused(fel);

            if (oppen is null)
            {
                oppen = new Kanalandring(skolaId, satt!.Value, null, null, null, klocka.UtcNu());
                db.Add(oppen);
            }

            oppen.Besluta(satt!.Value, fran!.Value, anvandare.KontoId, klocka.UtcNu());
            audit.Add(
                Acts.ChannelDecided, AuditObjects.Skola, skolaId, skolaId, changes: $"{Byte(skola.Rapporteringssatt, satt.Value)}\nGäller från: – → {fran:yyyy-MM-dd}");
            if (fran == klocka.SvenskDag())
                await GenomforAsync(oppen, skola, ct);
            else
                await mejl.AddBeslutadAsync(oppen, skola, skola.Rapporteringssatt, ct);
            await db.SaveChangesAsync(ct);
            return oppen;
        }, ct);
    }

    public async Task<Result<Kanalandring>?> AvslaAsync(long skolaId, int version, string? skal, CancellationToken ct)
    {
        if (!await ArMinAsync(skolaId, ct))
            return null;

        var text = (skal ?? "").Trim();
        return await BeslutaAsync(skolaId, version, Acts.ChannelRefused, async (skola, oppen) =>
        {
            if (oppen is not { Status: Kanalandringsstatus.Begard })
                return new KanalandringenAndrad();
            if (text.Length is 0 or > Kanalandring.MaxSkal)
                return new KanalskalSaknas();
            if (Personnummermask.Finns(text))
                return new KanalskalMedPersonnummer();

            oppen.Avsla(text, anvandare.KontoId, klocka.UtcNu());
            audit.Add(Acts.ChannelRefused, AuditObjects.Skola, skolaId, skolaId, text);
            await mejl.AddAvslagenAsync(oppen, skola, ct);
            await db.SaveChangesAsync(ct);
            return oppen;
        }, ct);
    }

    /// <summary>Withdraws a decision whose day has not come.</summary>
    public async Task<Result<Kanalandring>?> AterkallaAsync(long skolaId, int version, CancellationToken ct)
    {
        if (!await ArMinAsync(skolaId, ct))
            return null;

        return await BeslutaAsync(skolaId, version, Acts.ChannelWithdrawn, async (skola, oppen) =>
        {
            if (oppen is not { Status: Kanalandringsstatus.Beslutad })
                return new KanalandringenAndrad();

            oppen.Aterkalla(anvandare.KontoId, klocka.UtcNu());
            audit.Add(Acts.ChannelWithdrawn, AuditObjects.Skola, skolaId, skolaId);
            await mejl.AddAterkalladAsync(oppen, skola, ct);
            await db.SaveChangesAsync(ct);
            return oppen;
        }, ct);
    }

    /// <summary>Carries out every decision whose day has come; any number of workers may do it at once. Returns how many this one did.</summary>
    public async Task<int> GenomforForfallnaAsync(CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var antal = 0;
        var forfallna = await db.Nationellt<Kanalandring>().Where(k => k.Status == Kanalandringsstatus.Beslutad && k.Fran <= idag)
            .OrderBy(k => k.Fran).ThenBy(k => k.Id).Select(k => k.Id).ToListAsync(ct);
        foreach (var id in forfallna)
        {
            try
            {
                antal += await db.ITransaktionAsync(
                    async () =>
                    {
                        db.ChangeTracker.Clear();
                        if (await db.Nationellt<Kanalandring>().SingleOrDefaultAsync(k => k.Id == id && k.Status == Kanalandringsstatus.Beslutad, ct) is not { } andring)
                            return 0;

                        await GenomforAsync(andring, await db.Skolor.SingleAsync(s => s.Id == andring.SkolaId, ct), ct);
                        await db.SaveChangesAsync(ct);
                        return 1;
                    },
                    ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another worker was first.
                db.ChangeTracker.Clear();
            }
        }

        return antal;
    }

    /// <summary>Is the school one of the signed-in contact person's: theirs, or nobody's?</summary>
    public Task<bool> ArMinAsync(long skolaId, CancellationToken ct) => db.SkolorFor(anvandare.KontoId).AnyAsync(s => s.Id == skolaId, ct);

    private async Task<Result<Kanalandring>> BeslutaAsync(
        long skolaId, int? version, string act, Func<Skola, Kanalandring?, Task<Result<Kanalandring>>> beslut, CancellationToken ct)
    {
        var svar = (await db.BeslutaAsync<Kanalandring>(
            async () =>
            {
                var oppen = await db.Nationellt<Kanalandring>().SingleOrDefaultAsync(k => k.OppenForSkolaId == skolaId, ct);
                return oppen?.Version != version
                    ? new KanalandringenAndrad()
                    : await beslut(await db.Skolor.SingleAsync(s => s.Id == skolaId, ct), oppen);
            },
            new KanalandringenAndrad(),
            ct))!;
        if (!svar.IsAccepted)
            await audit.AddRefusalAsync(act, AuditObjects.Skola, skolaId, skolaId, svar.Refusals);
        return svar;
    }

    private async Task GenomforAsync(Kanalandring andring, Skola skola, CancellationToken ct)
    {
        var fore = skola.Rapporteringssatt;
        if (!skola.Skolform.Valbara().Contains(andring.Satt))
        {
            // The school has become another skolform meanwhile, by CSN's register: the decision no longer means anything.
            andring.Aterkalla(andring.BeslutadAvKontoId!.Value, klocka.UtcNu());
            audit.Add(Acts.ChannelWithdrawn, AuditObjects.Skola, skola.Id, skola.Id, new BaraHogskolor().Sentence);
            return;
        }

        andring.Genomfor(klocka.UtcNu());
        skola.BytRapporteringssatt(andring.Satt);
        audit.Add(Acts.ChannelChanged, AuditObjects.Skola, skola.Id, skola.Id, changes: Byte(fore, andring.Satt));
        await MarkBestallningarAsync(skola, ct);
        await mejl.AddBeslutadAsync(andring, skola, fore, ct);
    }

    /// <summary>Orders that wait for what CSN no longer decides: its handläggare is to see why they can only be refused.</summary>
    private async Task MarkBestallningarAsync(Skola skola, CancellationToken ct)
    {
        var oppna = await db.Nationellt<Behorighetsbestallning>().Include(b => b.Rader)
            .Where(b => b.SkolaId == skola.Id && (b.Status == Bestallningsstatus.HosCsn || b.Status == Bestallningsstatus.VantarPaSkolan))
            .ToListAsync(ct);
        foreach (var bestallning in oppna.Where(b => b.Rader.Any(r => r.Status == Bestallningsradstatus.Vantar && !r.Slag.KanBestallas(skola))))
            bestallning.AdministrationenFlyttade(klocka.SvenskDag());
    }

    private List<Refusal> ProvaBeslut(Skola skola, Kanalandring? oppen, Rapporteringssatt? satt, DateOnly? fran)
    {
        List<Refusal> fel = [];
        if (oppen is { Status: Kanalandringsstatus.Beslutad, Fran: { } beslutad })
            fel.Add(new AndringBeslutad(beslutad));
        if (ProvaSatt(skola, satt) is { } nej)
            fel.Add(nej);
        if (ProvaDag(fran) is { } dag)
            fel.Add(dag);
        return fel;
    }

    private FranOgiltigt? ProvaDag(DateOnly? fran)
    {
        var idag = klocka.SvenskDag();
        return fran is not { } dag || dag < idag || dag > idag.AddYears(MaxAr) ? new FranOgiltigt() : null;
    }

    private static Refusal? ProvaSatt(Skola skola, Rapporteringssatt? satt) =>
        satt is not { } valt || valt == skola.Rapporteringssatt ? new SattSaknas() : skola.Skolform.Valbara().Contains(valt) ? null : new BaraHogskolor();

    private static string Byte(Rapporteringssatt fran, Rapporteringssatt till) => $"Rapporteringssätt: {fran.Text()} → {till.Text()}";

    private async Task<Result<Kanalandring>> SparaAsync(string act, Kanalandring andring, Refusal krock, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return andring;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return await NekaAsync(act, andring.SkolaId, [krock]);
        }
    }

    private async Task<Result<Kanalandring>> NekaAsync(string act, long skolaId, IReadOnlyList<Refusal> fel)
    {
        await audit.AddRefusalAsync(act, AuditObjects.Skola, skolaId, skolaId, fel);
        return Result<Kanalandring>.Refused(fel);
    }
}
