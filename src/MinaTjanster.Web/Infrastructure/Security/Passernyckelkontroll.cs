using Microsoft.AspNetCore.Identity;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>
/// ASP.NET Core Identity's own passkey handler, with the challenge kept in the begun step instead of in Identity's cookie. What it verifies: the
/// challenge, the origin, the user's verification (PIN or biometrics), the signature and its counter.
/// </summary>
public sealed class Passernyckelkontroll(IPasskeyHandler<Konto> passernycklar, FaktorstegService steg)
{
    /// <summary>Longer answers are none: one with attestation is some 1 500 characters.</summary>
    private const int MaxSvar = 20_000;

    /// <summary>What navigator.credentials.create is asked, as JSON. A new challenge each time; the last one holds.</summary>
    public async Task<string> SkapandevalAsync(Paborjat paborjat, HttpContext context, CancellationToken ct)
    {
        var konto = paborjat.Konto;
        var val = await passernycklar.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = $"{konto.Id}", Name = konto.UserName!, DisplayName = konto.Namn },
            context);
        await steg.MinnsAsync(paborjat, val.AttestationState ?? "", ct);
        return val.CreationOptionsJson;
    }

    /// <summary>The new passkey, or null when the answer does not hold.</summary>
    public async Task<UserPasskeyInfo?> SkapadAsync(Paborjat paborjat, string? svar, HttpContext context)
    {
        if (!ArRimligt(svar) || steg.Text(paborjat) is not { Length: > 0 } fraga)
        {
            return null;
        }

        var resultat = await passernycklar.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = svar!, AttestationState = fraga });
        return resultat.Succeeded && resultat.UserEntity.Id == $"{paborjat.Konto.Id}" ? resultat.Passkey : null;
    }

    /// <summary>What navigator.credentials.get is asked, as JSON: the account's own passkeys only.</summary>
    public async Task<string> AnvandningsvalAsync(Paborjat paborjat, HttpContext context, CancellationToken ct)
    {
        var val = await passernycklar.MakeRequestOptionsAsync(paborjat.Konto, context);
        await steg.MinnsAsync(paborjat, val.AssertionState ?? "", ct);
        return val.RequestOptionsJson;
    }

    /// <summary>The passkey that was used, or null when the answer does not hold or is another account's.</summary>
    public async Task<UserPasskeyInfo?> AnvandAsync(Paborjat paborjat, string? svar, HttpContext context)
    {
        if (!ArRimligt(svar) || steg.Text(paborjat) is not { Length: > 0 } fraga)
        {
            return null;
        }

        var resultat = await passernycklar.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = svar!, AssertionState = fraga });
        return resultat.Succeeded && resultat.User.Id == paborjat.Konto.Id ? resultat.Passkey : null;
    }

    private static bool ArRimligt(string? svar) => svar is { Length: > 1 and < MaxSvar };
}
