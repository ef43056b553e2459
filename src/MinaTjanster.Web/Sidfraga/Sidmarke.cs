using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MinaTjanster.Core.Sidomdomen;

namespace MinaTjanster.Web.Sidfraga;

/// <summary>The page that a question was asked on, protected: only pages that ask can be answered about.</summary>
public sealed class Sidmarke(IDataProtectionProvider skydd)
{
    private readonly IDataProtector _skydd = skydd.CreateProtector("Sidfraga.Sida");

    /// <param name="sida">The page's path; its query is no part of it.</param>
    public string Skapa(PathString sida) => _skydd.Protect(Vag(sida));

    /// <returns>The path; null for what is no mark of ours.</returns>
    public string? Tolka(string? marke)
    {
        if (string.IsNullOrEmpty(marke))
            return null;

        try
        {
            return _skydd.Unprotect(marke);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Vag(PathString sida)
    {
        var vag = (sida.Value ?? "").TrimEnd('/').ToLowerInvariant();
        return vag.Length > Sidsvar.MaxSida ? vag[..Sidsvar.MaxSida] : vag;
    }
}
