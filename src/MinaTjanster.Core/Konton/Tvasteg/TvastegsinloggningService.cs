using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton.Tvasteg;

/// <summary>The ways an account has to take the second step.</summary>
public sealed record Tvastegsval(bool App, bool Passernyckel, int Aterstallningskoder)
{
    /// <summary>Recovery codes alone are no second factor: they stand in for a lost one.</summary>
    public bool HarFaktor => App || Passernyckel;
}

/// <summary>
/// The second step of a login. Each attempt is counted before anything is verified, on a counter of its own: a right password sets the password's
/// counter to zero, and must not give three more guesses here. A finished login sets this one to zero.
/// </summary>
public sealed class TvastegsinloggningService(
    PortalDbContext db,
    FaktorstegService steg,
    AppService app,
    AterstallningskodService koder,
    InloggningssparrService sparr,
    AuditService audit,
    TimeProvider klocka)
{
    /// <summary>The counter of the second step. A typed username is upper case when it is hashed, so none can reach it by the password's counter.</summary>
    public static string Sparrnyckel(Konto konto) => Hemlighet.Hash("tvåsteg:" + konto.NormalizedUserName);

    public async Task<Tvastegsval> ValAsync(long kontoId, CancellationToken ct) => new(
        await db.Autentiseringsappar.AnyAsync(a => a.KontoId == kontoId, ct),
        await db.UserPasskeys.AnyAsync(p => p.UserId == kontoId, ct),
        await db.Aterstallningskoder.CountAsync(k => k.KontoId == kontoId && k.Anvand == null, ct));

    public Task<Result<Konto>> MedAppAsync(Paborjat paborjat, string? kod, CancellationToken ct) =>
        ProvaAsync(paborjat, () => app.AnvandAsync(paborjat.Konto.Id, kod ?? "", ct), new FelAppkod(), ct);

    public Task<Result<Konto>> MedAterstallningskodAsync(Paborjat paborjat, string? kod, CancellationToken ct) =>
        ProvaAsync(paborjat, () => koder.AnvandAsync(paborjat.Konto.Id, kod ?? "", ct), new FelAterstallningskod(), ct);

    /// <param name="kontrollera">Verifies the browser's answer; the passkey as it now is, or null. Called only if the attempt was allowed.</param>
    public Task<Result<Konto>> MedPassernyckelAsync(Paborjat paborjat, Func<Task<UserPasskeyInfo?>> kontrollera, CancellationToken ct) =>
        ProvaAsync(
            paborjat,
            async () => await kontrollera() is { } nyckel && await NoteraAsync(paborjat.Konto.Id, nyckel, ct),
            new FelPassernyckel(),
            ct);

    private async Task<Result<Konto>> ProvaAsync(Paborjat paborjat, Func<Task<bool>> prov, Refusal fel, CancellationToken ct)
    {
        var nyckel = Sparrnyckel(paborjat.Konto);
        if (!await sparr.RaknaAsync(nyckel, ct))
        {
            return await NekaAsync(paborjat, new TvastegetLast(sparr.Minuter));
        }

        if (!await prov())
        {
            return await NekaAsync(paborjat, await sparr.ArLastAsync(nyckel, ct) ? new TvastegetLast(sparr.Minuter) : fel);
        }

        if (!await steg.AnvandAsync(paborjat, ct))
        {
            return await NekaAsync(paborjat, new TvastegetForGammalt());
        }

        await sparr.NollstallAsync(nyckel, ct);
        return paborjat.Konto;
    }

    /// <summary>Keeps the signature counter, which tells a copied key; saved with the login.</summary>
    private async Task<bool> NoteraAsync(long kontoId, UserPasskeyInfo nyckel, CancellationToken ct)
    {
        var rad = await db.UserPasskeys.SingleOrDefaultAsync(p => p.UserId == kontoId && p.CredentialId == nyckel.CredentialId, ct);
        if (rad is null)
        {
            return false;
        }

        rad.Data.SignCount = nyckel.SignCount;
        rad.Data.IsBackedUp = nyckel.IsBackedUp;
        rad.Data.IsUserVerified = nyckel.IsUserVerified;
        db.Entry(rad).Property<DateTime?>(PassernyckelKolumner.SenastAnvand).CurrentValue = klocka.UtcNu();
        return true;
    }

    private async Task<Refusal> NekaAsync(Paborjat paborjat, Refusal refusal)
    {
        await audit.AddRefusalAsync(Acts.LoggedIn, AuditObjects.Konto, paborjat.Konto.Id, null, refusal.Code);
        return refusal;
    }
}

/// <summary>Columns that Identity's passkey does not have, by the app's clock (its own CreatedAt follows the real one).</summary>
internal static class PassernyckelKolumner
{
    public const string Tillagd = "Tillagd";
    public const string SenastAnvand = "SenastAnvand";
}
