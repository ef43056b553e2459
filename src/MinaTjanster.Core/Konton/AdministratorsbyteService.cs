using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>What a school asks for.</summary>
/// <param name="AvgarKontoId">Who stops being administrator; null when the new one comes beside.</param>
public sealed record Bytesbegaran(Kontouppgifter Ny, long? AvgarKontoId, string RektorNamn, string RektorEpost);

/// <summary>Asks for, signs and decides a change of behörighetsadministratör.</summary>
public sealed class AdministratorsbyteService(
    PortalDbContext db,
    NyPortalDbContext nyDb,
    AktuellAnvandare anvandare,
    AuditService audit,
    MejlService mejl,
    Portaladress adress,
    Bytesmejl bytesmejl,
    KontoService konton,
    BehorighetService behorigheter,
    Administratorsvakt vakt,
    SessionService sessioner,
    TimeProvider klocka)
{
    /// <summary>Stores the request and mails the rektor the link. The same sändningsnyckel again gives the first one's request.</summary>
    public async Task<Result<Administratorsbyte>> BegarAsync(string sandningsnyckel, Bytesbegaran begaran, CancellationToken ct)
    {
        if (await db.Administratorsbyten.SingleOrDefaultAsync(b => b.Sandningsnyckel == sandningsnyckel, ct) is { } tidigare)
            return tidigare;

        var skola = await db.Skolor.SingleAsync(s => s.Id == anvandare.AktivSkola!.Id, ct);
        if (await ProvaAsync(skola, sandningsnyckel, begaran, ct) is { Count: > 0 } nej)
        {
            await audit.AddRefusalAsync(Acts.AdministratorChangeRequested, AuditObjects.Administratorsbyte, null, skola.Id, nej);
            return Result<Administratorsbyte>.Refused(nej);
        }

        var nyckel = Hemlighet.Ny();
        var begart = new Administratorsbyte(
            skola.Id, anvandare.KontoId, sandningsnyckel, begaran.Ny, begaran.AvgarKontoId, begaran.RektorNamn, begaran.RektorEpost, Hemlighet.Hash(nyckel), klocka.UtcNu());
        db.Add(begart);
        audit.AddForNew(Acts.AdministratorChangeRequested, AuditObjects.Administratorsbyte, () => begart.Id, skola.Id);
        mejl.AddHemligt(begaran.RektorEpost, $"Skriv under en försäkran för {skola.Namn}", TillRektor(skola, begart, nyckel));
        try
        {
            await db.SaveChangesAsync(ct);
            return begart;
        }
        catch (DbUpdateException)
        {
            // The same post twice at once: the other one was first.
            db.ChangeTracker.Clear();
            if (await db.Administratorsbyten.SingleOrDefaultAsync(b => b.Sandningsnyckel == sandningsnyckel, ct) is { } forsta)
                return forsta;
            throw;
        }
    }

    /// <summary>What the link leads to; null when no link has this key. Whoever has the link reads it, so it shows no more than is signed.</summary>
    public async Task<(Administratorsbyte Byte, Skola Skola, string Begart, string? Avgar)?> ForLankAsync(string nyckel, CancellationToken ct)
    {
        await using var alla = nyDb.NyForAlla("rektors försäkran");
        var hash = Hemlighet.Hash(nyckel);
        if (await alla.Nationellt<Administratorsbyte>().AsNoTracking().SingleOrDefaultAsync(b => b.LankHash == hash, ct) is not { } hittat)
            return null;

        var namn = await alla.Konton.Where(k => k.Id == hittat.BegartAvKontoId || k.Id == hittat.AvgarKontoId).ToDictionaryAsync(k => k.Id, k => k.Namn, ct);
        return (
            hittat,
            await alla.Skolor.AsNoTracking().SingleAsync(s => s.Id == hittat.SkolaId, ct),
            namn[hittat.BegartAvKontoId],
            hittat.AvgarKontoId is { } avgar ? namn[avgar] : null);
    }

    /// <summary>The rektor signs by the link: once. Null: no such link.</summary>
    public async Task<Result<Administratorsbyte>?> SigneraAsync(string nyckel, string? namn, bool forsakrar, CancellationToken ct)
    {
        await using var alla = nyDb.NyForAlla("rektors försäkran");
        var hash = Hemlighet.Hash(nyckel);
        if (await alla.Nationellt<Administratorsbyte>().SingleOrDefaultAsync(b => b.LankHash == hash, ct) is not { } hittat)
            return null;

        var skrivet = string.Join(' ', (namn ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        List<Refusal> nej = [];
        if (!hittat.KanSigneras(klocka.UtcNu()))
        {
            nej.Add(new LankenForbrukad());
        }
        else
        {
            if (!forsakrar)
                nej.Add(new ForsakranSaknas());
            if (skrivet.Length is < 3 or > Konto.MaxNamn || Personnummermask.Finns(skrivet))
                nej.Add(new SigneringUtanNamn());
        }

        var egenAudit = new AuditService(alla, nyDb, anvandare, klocka);
        if (nej.Count == 0)
        {
            hittat.Signera(skrivet, klocka.UtcNu());
            egenAudit.Add(Acts.AdministratorChangeSigned, AuditObjects.Administratorsbyte, hittat.Id, hittat.SkolaId);
            try
            {
                await alla.SaveChangesAsync(ct);
                return hittat;
            }
            catch (DbUpdateConcurrencyException)
            {
                nej.Add(new LankenForbrukad());
            }
        }

        await egenAudit.AddRefusalAsync(Acts.AdministratorChangeSigned, AuditObjects.Administratorsbyte, hittat.Id, hittat.SkolaId, nej);
        return Result<Administratorsbyte>.Refused(nej);
    }

    /// <summary>The school takes its request back.</summary>
    public Task<Result<Administratorsbyte>?> AterkallaAsync(long id, int version, CancellationToken ct) =>
        AvgorAsync(id, version, Acts.AdministratorChangeWithdrawn, (skola, hittat) =>
        {
            if (!hittat.ArOppet)
                return Task.FromResult<Refusal?>(new BytetAvgjort());

            hittat.Aterkalla(anvandare.KontoId, klocka.UtcNu());
            return Task.FromResult<Refusal?>(null);
        }, ct);

    /// <summary>CSN approves: the person gets an account, if there is none, and the role; the one who leaves loses it.</summary>
    public Task<Result<Administratorsbyte>?> GodkannAsync(long id, int version, CancellationToken ct) =>
        AvgorAsync(id, version, Acts.AdministratorChangeApproved, async (skola, hittat) =>
        {
            if (hittat.Status != Bytesstatus.VantarPaCsn)
                return new BytetAvgjort();
            if (hittat.BegartAvKontoId == anvandare.KontoId)
                return new InteSigSjalv();

            var kontoId = await KontoIdAsync(skola, hittat, ct);
            if (kontoId.Refusals is [var nej, ..])
                return nej;
            if (await behorigheter.GeAsync(skola, kontoId.Value, Behorighetsslag.Behorighetsadministrator, null, null, ct) is { } inte and not BehorighetenGallerRedan)
                return inte;
            if (hittat.AvgarKontoId is { } avgar
                && await behorigheter.TaBortAsync(skola, avgar, Behorighetsslag.Behorighetsadministrator, null, ct) is { } fel and not BehorighetenGallerInte)
                return fel;

            hittat.Godkann(anvandare.KontoId, klocka.UtcNu());
            return null;
        }, ct);

    /// <summary>CSN refuses, with a reason that the school reads.</summary>
    public Task<Result<Administratorsbyte>?> AvslaAsync(long id, string? skal, int version, CancellationToken ct) =>
        AvgorAsync(id, version, Acts.AdministratorChangeRefused, (_, hittat) =>
        {
            if (string.IsNullOrWhiteSpace(skal))
                return Task.FromResult<Refusal?>(new AvslagUtanSkal());
            if (skal.Length > Administratorsbyte.MaxSkal || Personnummermask.Finns(skal))
                return Task.FromResult<Refusal?>(new AvslagSkalOgiltigt(Administratorsbyte.MaxSkal));
            if (hittat.Status != Bytesstatus.VantarPaCsn)
                return Task.FromResult<Refusal?>(new BytetAvgjort());

            hittat.Avsla(anvandare.KontoId, klocka.UtcNu(), skal.Trim());
            return Task.FromResult<Refusal?>(null);
        }, ct);

    /// <summary>The open and the latest closed requests of the active school, newest first.</summary>
    public Task<List<Administratorsbyte>> SkolansAsync(CancellationToken ct) =>
        db.Administratorsbyten.AsNoTracking().OrderByDescending(b => b.Begart).Take(20).ToListAsync(ct);

    private async Task<Result<Administratorsbyte>?> AvgorAsync(long id, int version, string act, Func<Skola, Administratorsbyte, Task<Refusal?>> beslut, CancellationToken ct)
    {
        long? skolaId = null;
        var svar = await db.BeslutaAsync<Administratorsbyte>(
            async () =>
            {
                if (await db.Synliga<Administratorsbyte>().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } hittat)
                    return null;

                skolaId = hittat.SkolaId;
                var skola = await db.Skolor.SingleAsync(s => s.Id == hittat.SkolaId, ct);
                if (hittat.Version != version)
                    return new BytetAvgjort();
                if (await beslut(skola, hittat) is { } hinder)
                    return hinder;

                audit.Add(act, AuditObjects.Administratorsbyte, hittat.Id, skola.Id, hittat.Avslagsskal);
                await db.SaveChangesAsync(ct);
                // Whom the school's mails go to is asked of what the decision made.
                await bytesmejl.BeslutAsync(hittat, skola, ct);
                await db.SaveChangesAsync(ct);
                await vakt.BevakaAsync(skola, ct);
                if (hittat is { Status: Bytesstatus.Godkant, AvgarKontoId: { } avgar })
                    await sessioner.AvslutaOmTomtAsync(avgar, ct);
                return hittat;
            },
            new BytetAvgjort(),
            ct);
        if (svar is { IsAccepted: false })
            await audit.AddRefusalAsync(act, AuditObjects.Administratorsbyte, id, skolaId, svar.Refusals);
        return svar;
    }

    private async Task<List<Refusal>> ProvaAsync(Skola skola, string sandningsnyckel, Bytesbegaran begaran, CancellationToken ct)
    {
        var egen = await db.Konton.Where(k => k.Id == anvandare.KontoId).Select(k => k.NormalizedEmail).SingleAsync(ct);
        var (ny, rektor) = (begaran.Ny.Epost.ToUpperInvariant(), begaran.RektorEpost.ToUpperInvariant());
        List<Refusal> fel = [];
        if (ny == egen)
            fel.Add(new InteSigSjalv());
        if (rektor == egen || rektor == ny)
            fel.Add(new RektorArNagonAnnan());
        var nu = klocka.UtcNu();
        if (await db.Administratorsbyten.AnyAsync(
            b => b.Sandningsnyckel != sandningsnyckel && ((b.Status == Bytesstatus.VantarPaRektor && b.LankGiltigTill > nu) || b.Status == Bytesstatus.VantarPaCsn), ct))
            fel.Add(new BytePagarRedan());

        var idag = klocka.SvenskDag();
        if (begaran.AvgarKontoId is { } avgar && !await db.Behorigheter.Gallande(idag).AnyAsync(
            b => b.SkolaId == skola.Id && b.KontoId == avgar && b.Slag == Behorighetsslag.Behorighetsadministrator, ct))
            fel.Add(new AvgaendeArInteAdministrator());
        return fel;
    }

    /// <summary>The new administrator's account at the school: there already, or made now.</summary>
    private async Task<Result<long>> KontoIdAsync(Skola skola, Administratorsbyte hittat, CancellationToken ct)
    {
        var svar = await konton.LaggTillAsync(skola, new Kontouppgifter(hittat.Namn, hittat.Epost, hittat.Telefon, null), redanDuger: true, ct);
        return svar.IsAccepted ? svar.Value.KontoId : Result<long>.Refused(svar.Refusals);
    }

    private string TillRektor(Skola skola, Administratorsbyte hittat, string nyckel) =>
        $"""
        Hej {hittat.RektorNamn}!

        {anvandare.Namn} vid {skola.Namn} (skolkod {skola.Skolkod}) har föreslagit en ny behörighetsadministratör för skolan i CSN:s portal Mina tjänster. En behörighetsadministratör bestämmer vem som får rapportera studerande till CSN. Därför behöver du som rektor skriva under en försäkran innan CSN godkänner.

        Läs och skriv under här, senast {SvenskText.Datum(hittat.LankGiltigTill.SvenskDag())}:
        {adress.Till($"/forsakran/{nyckel}")}

        Länken är bara din och fungerar en gång. Känner du inte till det här? Skriv inte under, utan ring CSN på {Hjalpvag.Partnertelefon}.

        Mina tjänster, CSN
        """;
}
