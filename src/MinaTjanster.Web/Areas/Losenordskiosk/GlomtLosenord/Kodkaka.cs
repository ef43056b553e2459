using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Losenordskiosk.GlomtLosenord;

/// <summary>Carries the handle of a one-time code, so that the code only works in the browser that asked for it. The database says how long it holds.</summary>
public sealed class Kodkaka(Sessionskaka kaka, IDataProtectionProvider skydd)
{
    private readonly IDataProtector _skydd = skydd.CreateProtector("Kodkaka");

    private string Namn => kaka.KakNamn("minatjanster-engangskod");

    public void Satt(HttpContext context, string nyckel) => context.Response.Cookies.Append(Namn, _skydd.Protect(nyckel), kaka.Val(context));

    /// <summary>Null when there is none, or somebody has changed it.</summary>
    public string? Las(HttpContext context)
    {
        if (context.Request.Cookies[Namn] is not { Length: > 0 } varde)
        {
            return null;
        }

        try
        {
            return _skydd.Unprotect(varde);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void TaBort(HttpContext context) => context.Response.Cookies.Delete(Namn, kaka.Val(context));
}
