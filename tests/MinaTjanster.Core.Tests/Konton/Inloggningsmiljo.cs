using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>The login as the app puts it together, with a hasher that counts.</summary>
internal sealed class Inloggningsmiljo
{
    private readonly Testdatabas _databas;
    private readonly Attrapphash _attrapp;

    public Inloggningsmiljo(Testdatabas databas, int iterationer = Testdatabaser.Iterationer)
    {
        _databas = databas;
        Hasher = new RaknandeHasher(iterationer);
        Sparr = new InloggningssparrService(databas.NyDb, Klocka, new Sparrinstallning());
        _attrapp = new Attrapphash(Hasher);
    }

    public Testklocka Klocka { get; } = new();

    public RaknandeHasher Hasher { get; }

    public InloggningssparrService Sparr { get; }

    public async Task<Result<Konto>> ForsokAsync(string namn, string losenord)
    {
        await using var db = _databas.NyDb.Ny();
        return await Inloggning(db).VerifieraAsync(namn, losenord, CancellationToken.None);
    }

    /// <summary>Signs in wholly: verifies, and notes the login.</summary>
    public async Task<Result<Konto>> LoggaInAsync(string namn, string losenord, Func<Task>? daremellan = null)
    {
        await using var db = _databas.NyDb.Ny();
        var inloggning = Inloggning(db);
        var konto = (await inloggning.VerifieraAsync(namn, losenord, CancellationToken.None)).Value;
        await (daremellan?.Invoke() ?? Task.CompletedTask);
        return await inloggning.LoggaAsync(konto, CancellationToken.None);
    }

    public async Task<Result<Konto>> BytAsync(Losenordsbiljett biljett, string nytt)
    {
        await using var db = _databas.NyDb.Ny();
        var audit = new AuditService(db, _databas.NyDb, new AktuellAnvandare(), Klocka);
        return await new LosenordService(db, new SessionService(db, audit, new AndraFaktorInstallning(AndraFaktor.Kravs), Klocka), Hasher, new Vanligalosenord(() => []), new MejlService(db, Klocka, Testskydd.Mejl), audit, Klocka)
            .BytAsync(biljett, nytt, CancellationToken.None);
    }

    /// <summary>Asks the kiosk for a code; the handle, or null when there are no more.</summary>
    public async Task<string?> BegarKodAsync(string namn, Kodinstallning? installning = null)
    {
        await using var db = _databas.NyDb.Ny();
        return await Koder(db, installning).BegarAsync(namn, CancellationToken.None);
    }

    public async Task<Result<Losenordsbiljett>> AngeKodAsync(string nyckel, string kod)
    {
        await using var db = _databas.NyDb.Ny();
        return await Koder(db).VerifieraAsync(nyckel, kod, CancellationToken.None);
    }

    /// <summary>The code in the newest mail.</summary>
    public async Task<string> SenasteKodAsync()
    {
        await using var db = _databas.Alla();
        var mejl = await db.UtgaendeMejl.AsNoTracking()
            .Where(m => m.Status == Mejlstatus.Vantar && m.Amne == EngangskodService.Mejlamne)
            .OrderByDescending(m => m.Id)
            .FirstAsync();
        return Testskydd.Mejl.Text(mejl)!.Split("engångslösenord är: ")[1].Split('\n')[0].Trim();
    }

    public async Task MisslyckasAsync(string namn, int antal)
    {
        for (var i = 0; i < antal; i++)
        {
            await ForsokAsync(namn, "fel");
        }
    }

    private EngangskodService Koder(PortalDbContext db, Kodinstallning? installning = null) => new(
        db,
        _databas.NyDb,
        new MejlService(db, Klocka, Testskydd.Mejl),
        new AuditService(db, _databas.NyDb, new AktuellAnvandare(), Klocka),
        Hasher,
        installning ?? new Kodinstallning(),
        Klocka);

    private InloggningService Inloggning(PortalDbContext db) =>
        new(db, Sparr, Hasher, _attrapp, new AuditService(db, _databas.NyDb, new AktuellAnvandare(), Klocka), Klocka);
}

internal sealed class RaknandeHasher(int iterationer) : PasswordHasher<Konto>(Options.Create(new PasswordHasherOptions { IterationCount = iterationer }))
{
    private int _verifieringar;

    public int Verifieringar => _verifieringar;

    public override PasswordVerificationResult VerifyHashedPassword(Konto user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref _verifieringar);
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
