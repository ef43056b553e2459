using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Losenordskiosk.Losenordsbyte;

/// <summary>Carries the permission to set a new password from the first step to the second, for ten minutes.</summary>
public sealed class Losenordskaka(Sessionskaka kaka, IDataProtectionProvider skydd, TimeProvider klocka)
{
    private static readonly TimeSpan Livslangd = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _skydd = skydd.CreateProtector("Losenordskaka");

    private string Namn => kaka.KakNamn("minatjanster-losenordsbyte");

    public void Satt(HttpContext context, Losenordsbiljett biljett) =>
        context.Response.Cookies.Append(
            Namn,
            _skydd.Protect(JsonSerializer.Serialize(new Innehall(biljett, klocka.UtcNu() + Livslangd))),
            kaka.Val(context));

    public Losenordsbiljett? Las(HttpContext context)
    {
        if (context.Request.Cookies[Namn] is not { Length: > 0 } varde)
        {
            return null;
        }

        try
        {
            var innehall = JsonSerializer.Deserialize<Innehall>(_skydd.Unprotect(varde))!;
            return innehall.GiltigTill > klocka.UtcNu() ? innehall.Biljett : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void TaBort(HttpContext context) => context.Response.Cookies.Delete(Namn, kaka.Val(context));

    private sealed record Innehall(Losenordsbiljett Biljett, DateTime GiltigTill);
}
