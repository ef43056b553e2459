using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Meddelandetradar;

/// <summary>A message as one side reads it.</summary>
/// <param name="Av">A name; "CSN" to a school.</param>
public sealed record Tradrad(long Id, Meddelandepart Fran, string Text, string Av, DateTime Skickat, DateTime? Last)
{
    /// <summary>It is CSN's, and the school has neither answered nor need do so.</summary>
    public bool UtanSvar { get; init; }
}

/// <summary>The messages of a case, and whether more can be written.</summary>
/// <param name="Rader">The oldest first.</param>
/// <param name="Hinder">Why the reader cannot write now, or null.</param>
/// <param name="Nytt">The other side's latest waits for the reader.</param>
public sealed record Meddelandetrad(IReadOnlyList<Tradrad> Rader, Refusal? Hinder, bool Nytt)
{
    /// <summary>CSN waits for the school's answer.</summary>
    public bool VantarPaSkolan { get; init; }

    /// <summary>The newest message that the page shows, to be posted with its forms; 0 where there is none.</summary>
    public long Senaste => Rader.Count == 0 ? 0 : Rader[^1].Id;
}

/// <summary>What an act led to.</summary>
/// <param name="AntalMejl">Mails that follow with it.</param>
/// <param name="Nyss">False when a first post of the same page had already done it.</param>
public sealed record Meddelandeutfall(int AntalMejl, bool Nyss);

/// <summary>
/// CSN writes to a school about a case, and the school answers. CSN's side is reached by the case, with the clearance that the case asks for; the school's by the
/// report, within the active school. Null answers: nothing within reach.
/// </summary>
public sealed class MeddelandeService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, Meddelandemejl mejl, TimeProvider klocka)
{
    private const int Forsok = 5;

    /// <summary>The messages of a case that the caller has found to be within reach.</summary>
    public async Task<Meddelandetrad> TradAsync(Arende arende, Meddelandepart lasare, CancellationToken ct)
    {
        var rader = await (
            from m in db.Synliga<Arendemeddelande>().AsNoTracking()
            where m.ArendeId == arende.Id
            join k in db.Konton on m.KontoId equals k.Id
            orderby m.Id
            select new Tradrad(m.Id, m.Fran, m.Text, k.Namn, m.Skickat, m.Last)).ToListAsync(ct);
        rader = rader.ConvertAll(r => r with { UtanSvar = r.Fran == Meddelandepart.Csn && r.Last is null && arende.SkolanSkaSvara is null });
        var hinder = await HinderAsync(arende, lasare, rader.Exists(r => r.Fran == Meddelandepart.Csn), ct);
        return new(
            lasare == Meddelandepart.Skolan ? rader.ConvertAll(r => r.Fran == Meddelandepart.Csn ? r with { Av = "CSN" } : r) : rader,
            hinder,
            (lasare == Meddelandepart.Csn ? arende.SkolanHarSvarat : arende.SkolanSkaSvara) is not null)
        {
            VantarPaSkolan = arende.SkolanSkaSvara is not null,
        };
    }

    /// <summary>By whoever has the case, or by anybody who reviews while nobody has.</summary>
    /// <param name="nyckel">The page's key.</param>
    /// <param name="sett">The newest message that the page showed (<see cref="Meddelandetrad.Senaste"/>).</param>
    /// <param name="behoverSvar">False for what only tells the school something: then the case does not wait for the school, not for an answer to what was asked before either.</param>
    public Task<Result<Meddelandeutfall>?> SkrivTillSkolanAsync(long arendeId, string nyckel, string? text, long sett, CancellationToken ct, bool behoverSvar = true) =>
        SkrivAsync(() => HosCsnAsync(arendeId, ct), Meddelandepart.Csn, nyckel, text, sett, behoverSvar, ct);

    public Task<Result<Meddelandeutfall>?> SvaraAsync(long skolkrapportId, string nyckel, string? text, long sett, CancellationToken ct) =>
        SkrivAsync(() => HosSkolanAsync(skolkrapportId, ct), Meddelandepart.Skolan, nyckel, text, sett, behoverSvar: true, ct);

    public Task<Result<Meddelandeutfall>?> LasHosCsnAsync(long arendeId, long sett, CancellationToken ct) =>
        LasAsync(() => HosCsnAsync(arendeId, ct), Meddelandepart.Csn, sett, ct);

    public Task<Result<Meddelandeutfall>?> LasHosSkolanAsync(long skolkrapportId, long sett, CancellationToken ct) =>
        LasAsync(() => HosSkolanAsync(skolkrapportId, ct), Meddelandepart.Skolan, sett, ct);

    private Task<Result<Meddelandeutfall>?> SkrivAsync(Func<Task<Arende?>> ladda, Meddelandepart fran, string nyckel, string? text, long sett, bool behoverSvar, CancellationToken ct)
    {
        var skrivet = (text ?? "").Trim().ReplaceLineEndings("\n");
        return MedOmtagAsync(ladda, Acts.CaseMessageSent, async arende =>
        {
            if (arende.Meddelanden.Any(m => m.Nyckel == nyckel && m.Fran == fran))
                return new Meddelandeutfall(0, Nyss: false);
            if (await HinderAsync(arende, fran, arende.Meddelanden.Any(m => m.Fran == Meddelandepart.Csn), ct) is { } hinder)
                return hinder;
            if (HarOsett(arende, fran, sett))
                return new MeddelandeNyttKommit();
            if (skrivet.Length == 0)
                return new MeddelandeTextSaknas();
            if (skrivet.Length > Arendemeddelande.MaxText)
                return new MeddelandeForLangt();
            if (Personnummermask.Finns(skrivet))
                return new MeddelandeMedPersonnummer();

            arende.Skriv(fran, skrivet, anvandare.KontoId, nyckel, klocka.UtcNu(), behoverSvar);
            audit.Add(Acts.CaseMessageSent, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId, changes: behoverSvar ? null : "Inget svar behövs");
            if (fran == Meddelandepart.Csn)
                return new Meddelandeutfall(await mejl.AddTillSkolanAsync(arende, behoverSvar, ct), Nyss: true);

            await mejl.AddTillHandlaggarenAsync(arende, ct);
            return new Meddelandeutfall(0, Nyss: true);
        }, ct);
    }

    private Task<Result<Meddelandeutfall>?> LasAsync(Func<Task<Arende?>> ladda, Meddelandepart lasare, long sett, CancellationToken ct) =>
        MedOmtagAsync(ladda, Acts.CaseMessageRead, async arende =>
        {
            if (await HinderAsync(arende, lasare, arende.Meddelanden.Any(m => m.Fran == Meddelandepart.Csn), ct) is { } hinder)
                return hinder;
            if ((lasare == Meddelandepart.Csn ? arende.SkolanHarSvarat : arende.SkolanSkaSvara) is null)
                return new MeddelandeRedanLast();
            if (HarOsett(arende, lasare, sett))
                return new MeddelandeNyttKommit();

            arende.LasMeddelanden(lasare, klocka.UtcNu());
            audit.Add(Acts.CaseMessageRead, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId);
            return new Meddelandeutfall(0, Nyss: true);
        }, ct);

    private async Task<Result<Meddelandeutfall>?> MedOmtagAsync(Func<Task<Arende?>> ladda, string act, Func<Arende, Task<Result<Meddelandeutfall>>> akt, CancellationToken ct)
    {
        for (var forsok = 1; ; forsok++)
        {
            db.ChangeTracker.Clear();
            if (await ladda() is not { } arende)
                return null;

            try
            {
                var svar = await akt(arende);
                if (svar.IsAccepted)
                {
                    await db.SaveChangesAsync(ct);
                }
                else
                {
                    db.ChangeTracker.Clear();
                    await audit.AddRefusalAsync(act, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId, svar.Refusals);
                }

                return svar;
            }
            catch (DbUpdateException) when (forsok < Forsok)
            {
                // The case changed, or the same page was posted twice, in the same moment: judge what holds now.
            }
        }
    }

    /// <summary>Has the other side written something that the page did not show?</summary>
    private static bool HarOsett(Arende arende, Meddelandepart lasare, long sett) => arende.Meddelanden.Any(m => m.Fran != lasare && m.Id > sett);

    private async Task<Refusal?> HinderAsync(Arende arende, Meddelandepart vem, bool csnHarSkrivit, CancellationToken ct) =>
        !arende.ArOppet ? new MeddelandeStangt()
        : vem == Meddelandepart.Skolan ? csnHarSkrivit ? null : new MeddelandeIngenFraga()
        : arende.HandlaggareKontoId is { } har && har != anvandare.KontoId
            ? new ArendeAnnanHandlaggare(await db.Konton.Where(k => k.Id == har).Select(k => k.Namn).SingleAsync(ct), arende.Taget)
            : null;

    private Task<Arende?> HosCsnAsync(long arendeId, CancellationToken ct) =>
        MedMeddelanden(db.SynligaArenden(anvandare, klocka.UtcNu())).SingleOrDefaultAsync(a => a.Id == arendeId, ct);

    private Task<Arende?> HosSkolanAsync(long skolkrapportId, CancellationToken ct) =>
        MedMeddelanden(db.Arenden).SingleOrDefaultAsync(a => a.SkolkrapportId == skolkrapportId, ct);

    private static IQueryable<Arende> MedMeddelanden(IQueryable<Arende> arenden) => arenden.Include(a => a.Skolkrapport).Include(a => a.Meddelanden);
}
