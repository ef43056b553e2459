using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
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
        return await new LosenordService(db, new SessionService(db, audit, new AndraFaktorInstallning(AndraFaktor.Kravs), Klocka), Hasher, new Vanligalosenord(() => []), audit).BytAsync(biljett, nytt, CancellationToken.None);
    }

    public async Task MisslyckasAsync(string namn, int antal)
    {
        for (var i = 0; i < antal; i++)
        {
            await ForsokAsync(namn, "fel");
        }
    }

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
