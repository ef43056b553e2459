using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// Verifies username and password, for the login page and the kiosk's password step, which share one counter (domain.md section 3).
/// Answer, text and cost are the same for an unknown username.
/// </summary>
public sealed class InloggningService(
    PortalDbContext db,
    InloggningssparrService sparr,
    IPasswordHasher<Konto> hasher,
    Attrapphash attrapp,
    AuditService audit,
    TimeProvider klocka)
{
    /// <returns>The account, whose password may still be a one-time password to be changed.</returns>
    public async Task<Result<Konto>> VerifieraAsync(string? anvandarnamn, string? losenord, CancellationToken ct)
    {
        var nyckel = InloggningssparrService.Nyckel(anvandarnamn);
        if (!await sparr.RaknaAsync(nyckel, ct))
        {
            return await NekaAsync(new KontotLast(sparr.Minuter), ct);
        }

        var konto = await HittaAsync(anvandarnamn, ct);
        var verifierat = Verifiera(konto, losenord);
        if (verifierat == PasswordVerificationResult.Failed)
        {
            return await NekaAsync(
                await sparr.ArLastAsync(nyckel, ct) ? new KontotLast(sparr.Minuter) : new FelInloggningsuppgifter(),
                ct,
                konto);
        }

        await sparr.NollstallAsync(nyckel, ct);
        if (verifierat == PasswordVerificationResult.SuccessRehashNeeded)
        {
            // Saved with the login.
            konto!.StarkHash(hasher.HashPassword(konto, losenord!));
        }

        return konto!.EngangslosenordGiltigtTill < klocka.UtcNu()
            ? await NekaAsync(new EngangslosenordetForGammalt(), ct, konto)
            : konto;
    }

    /// <summary>Notes the login on the account and in the log; refused if the password was changed since it was verified.</summary>
    /// <param name="andraSteget">How the second step was taken, for the log; null when there was none.</param>
    public async Task<Result<Konto>> LoggaAsync(Konto konto, CancellationToken ct, string? andraSteget = null)
    {
        konto.Inloggad(klocka.UtcNu());
        audit.Add(Acts.LoggedIn, AuditObjects.Konto, konto.Id, null, andraSteget);
        try
        {
            await db.SaveChangesAsync(ct);
            return konto;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await NekaAsync(new FelInloggningsuppgifter(), ct, konto);
        }
    }

    private async Task<Konto?> HittaAsync(string? anvandarnamn, CancellationToken ct)
    {
        var sokt = Konto.Soknamn(anvandarnamn);
        var konto = await db.Konton.SingleOrDefaultAsync(k => k.NormalizedUserName == sokt, ct);
        // SQL Server also finds full-width letters, trailing spaces and names with signs it does not weigh: each such spelling has a
        // counter of its own, so that a lock could be gone round. Only the very name is the account.
        return konto?.NormalizedUserName == sokt ? konto : null;
    }

    private PasswordVerificationResult Verifiera(Konto? konto, string? losenord)
    {
        // A password longer than any allowed is cut, so that its hashing costs no more.
        var provat = losenord is { Length: > Losenordsregler.MaxLangd } ? losenord[..Losenordsregler.MaxLangd] + "\n" : losenord ?? "";
        var hash = konto?.PasswordHash ?? attrapp.Hash;
        var resultat = hasher.VerifyHashedPassword(konto!, hash, provat);
        return konto?.PasswordHash is null ? PasswordVerificationResult.Failed : resultat;
    }

    private async Task<Refusal> NekaAsync(Refusal refusal, CancellationToken ct, Konto? konto = null)
    {
        await audit.AddRefusalAsync(Acts.LoggedIn, AuditObjects.Konto, konto?.Id, null, refusal.Code);
        return refusal;
    }
}

/// <summary>A hash that no password matches, verified when the username is unknown so that the cost is the same.</summary>
public sealed class Attrapphash(IPasswordHasher<Konto> hasher)
{
    private readonly Lazy<string> _hash = new(() => hasher.HashPassword(null!, Hemlighet.Ny()));

    public string Hash => _hash.Value;
}
