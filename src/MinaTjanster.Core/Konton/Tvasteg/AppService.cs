using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton.Tvasteg;

/// <summary>Verifies an authenticator app's codes. The keys are encrypted where they are stored.</summary>
public sealed class AppService(PortalDbContext db, IDataProtectionProvider skydd, VerkligKlocka verklig, TimeProvider klocka)
{
    private readonly IDataProtector _skydd = skydd.CreateProtector("Autentiseringsapp");

    /// <summary>Uses the code: true once for each step of 30 seconds, under any number of parallel attempts.</summary>
    internal async Task<bool> AnvandAsync(long kontoId, string kod, CancellationToken ct)
    {
        var app = await db.Autentiseringsappar.AsNoTracking().SingleOrDefaultAsync(a => a.KontoId == kontoId, ct);
        if (app is null || !Las(app.Nyckel, out var nyckel) || Totp.FinnSteg(nyckel, Rensa(kod), verklig.Tid.UtcNu(), app.SenasteSteg) is not { } steg)
        {
            return false;
        }

        var nu = klocka.UtcNu();
        return await db.SkrivAsync(
            () => db.Autentiseringsappar
                .Where(a => a.Id == app.Id && a.SenasteSteg < steg)
                .ExecuteUpdateAsync(rad => rad.SetProperty(a => a.SenasteSteg, steg).SetProperty(a => a.SenastAnvand, nu), ct),
            ct) > 0;
    }

    /// <summary>The app of a first code that is right; null when it is wrong. Not yet added.</summary>
    internal Autentiseringsapp? Aktivera(long kontoId, byte[] nyckel, string kod) =>
        Totp.FinnSteg(nyckel, Rensa(kod), verklig.Tid.UtcNu(), senasteSteg: 0) is { } steg
            ? new Autentiseringsapp(kontoId, _skydd.Protect(nyckel), klocka.UtcNu(), steg)
            : null;

    /// <summary>Apps show the code in groups: spaces do not matter.</summary>
    private static string Rensa(string kod) => new([.. kod.Take(20).Where(c => !char.IsWhiteSpace(c))]);

    /// <summary>False when the key that protects it is gone (restored database, lost keys): then no code is right, and the factor must be reset.</summary>
    private bool Las(byte[] skyddad, out byte[] nyckel)
    {
        try
        {
            nyckel = _skydd.Unprotect(skyddad);
            return true;
        }
        catch (CryptographicException)
        {
            nyckel = [];
            return false;
        }
    }
}
