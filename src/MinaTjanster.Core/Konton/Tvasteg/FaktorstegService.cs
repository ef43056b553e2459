using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton.Tvasteg;

/// <summary>A step that may be finished now, and whose account it is.</summary>
public sealed record Paborjat(Faktorsteg Steg, Konto Konto);

/// <summary>Begins, finds and uses up <see cref="Faktorsteg"/>.</summary>
public sealed class FaktorstegService(PortalDbContext db, IDataProtectionProvider skydd, TimeProvider klocka)
{
    private readonly IDataProtector _skydd = skydd.CreateProtector("Faktorsteg");

    /// <summary>After the right password of an account that has a second factor: returns the key for the cookie. Also saves the password's rehash.</summary>
    public async Task<string> BorjaInloggningAsync(Konto konto, CancellationToken ct)
    {
        var nyckel = Hemlighet.Ny();
        db.Add(new Faktorsteg(Hemlighet.Hash(nyckel), konto, Faktorandamal.Inloggning, null, klocka.UtcNu()));
        await db.SaveChangesAsync(ct);
        return nyckel;
    }

    public async Task<Paborjat?> InloggningAsync(string nyckel, CancellationToken ct)
    {
        var hash = Hemlighet.Hash(nyckel);
        return await GiltigtAsync(db.Faktorsteg.Where(s => s.NyckelHash == hash && s.Andamal == Faktorandamal.Inloggning), ct);
    }

    /// <summary>After the right password in Mitt konto. An earlier one of the same kind in the session falls.</summary>
    public async Task BorjaAndringAsync(Konto konto, long sessionId, Faktorandamal andamal, CancellationToken ct)
    {
        var steg = new Faktorsteg(Hemlighet.Hash(Hemlighet.Ny()), konto, andamal, sessionId, klocka.UtcNu());
        if (andamal == Faktorandamal.NyApp)
        {
            steg.Minns(_skydd.Protect(Totp.NyNyckel()));
        }

        await db.ITransaktionAsync(
            async () =>
            {
                await db.Faktorsteg.Where(s => s.SessionId == sessionId && s.Andamal == andamal).ExecuteDeleteAsync(ct);
                db.Add(steg);
                return await db.SaveChangesAsync(ct);
            },
            ct);
    }

    public Task<Paborjat?> AndringAsync(long sessionId, Faktorandamal andamal, CancellationToken ct) =>
        GiltigtAsync(db.Faktorsteg.Where(s => s.SessionId == sessionId && s.Andamal == andamal), ct);

    /// <summary>Keeps the challenge that the browser is about to answer; a newer one takes its place.</summary>
    public async Task MinnsAsync(Paborjat paborjat, string innehall, CancellationToken ct)
    {
        paborjat.Steg.Minns(_skydd.Protect(System.Text.Encoding.UTF8.GetBytes(innehall)));
        await db.SaveChangesAsync(ct);
    }

    public string? Text(Paborjat paborjat) => Nyckel(paborjat) is { } byteArray ? System.Text.Encoding.UTF8.GetString(byteArray) : null;

    /// <summary>The new app's key.</summary>
    public byte[]? Nyckel(Paborjat paborjat)
    {
        try
        {
            return paborjat.Steg.Innehall is { } innehall ? _skydd.Unprotect(innehall) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Uses it up: true once, under any number of parallel attempts.</summary>
    internal async Task<bool> AnvandAsync(Paborjat paborjat, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        var id = paborjat.Steg.Id;
        return await db.SkrivAsync(
            () => db.Faktorsteg.Where(s => s.Id == id && s.Anvand == null).ExecuteUpdateAsync(rad => rad.SetProperty(s => s.Anvand, nu), ct),
            ct) > 0;
    }

    private async Task<Paborjat?> GiltigtAsync(IQueryable<Faktorsteg> fraga, CancellationToken ct)
    {
        var aldst = klocka.UtcNu() - Faktorsteg.Livslangd;
        var rad = await (
            from s in fraga
            where s.Anvand == null && s.Skapad > aldst
            join k in db.Konton on s.KontoId equals k.Id
            where k.SecurityStamp == s.Stampel
            orderby s.Id descending
            select new { Steg = s, Konto = k }).FirstOrDefaultAsync(ct);
        return rad is null ? null : new Paborjat(rad.Steg, rad.Konto);
    }
}
