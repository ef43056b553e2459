using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton.Tvasteg;

/// <summary>Ten codes for the day the phone is lost: shown once, stored hashed, each used once.</summary>
public sealed class AterstallningskodService(PortalDbContext db, TimeProvider klocka)
{
    public const int Antal = 10;

    /// <summary>Without characters that are mistaken for one another: they are read from paper and typed.</summary>
    private const string Alfabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>24 of 31 characters: 118 bits.</summary>
    private const int Tecken = 24;

    private const int Grupp = 4;

    /// <summary>Makes new codes in place of the account's old ones. The caller has a transaction; returns them in clear, to be shown once.</summary>
    internal async Task<IReadOnlyList<string>> SkapaAsync(long kontoId, CancellationToken ct)
    {
        await TaBortAsync(kontoId, ct);
        var koder = Enumerable.Range(0, Antal).Select(_ => RandomNumberGenerator.GetString(Alfabet, Tecken)).ToList();
        db.AddRange(koder.Select(k => new Aterstallningskod(kontoId, Hemlighet.Hash(k), klocka.UtcNu())));
        await db.SaveChangesAsync(ct);
        return koder.ConvertAll(k => string.Join('-', k.Chunk(Grupp).Select(g => new string(g))));
    }

    internal Task<int> TaBortAsync(long kontoId, CancellationToken ct) =>
        db.SkrivAsync(() => db.Aterstallningskoder.Where(k => k.KontoId == kontoId).ExecuteDeleteAsync(ct), ct);

    /// <summary>Uses the code, once under any number of parallel attempts. Hyphens, spaces and case do not matter.</summary>
    internal async Task<bool> AnvandAsync(long kontoId, string kod, CancellationToken ct)
    {
        var hash = Hemlighet.Hash(new string([.. kod.Take(200).Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]));
        var nu = klocka.UtcNu();
        return await db.SkrivAsync(
            () => db.Aterstallningskoder
                .Where(k => k.KontoId == kontoId && k.Hash == hash && k.Anvand == null)
                .ExecuteUpdateAsync(rad => rad.SetProperty(k => k.Anvand, nu), ct),
            ct) > 0;
    }
}
