namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>
/// The portal's cookies: in production <c>__Host-</c> and Secure; on Development's plain http neither would work (design decision 11).
/// None carries Expires: a settable clock would make browsers drop it.
/// </summary>
public sealed class Sessionskaka(IHostEnvironment miljo)
{
    private const string Namn = "minatjanster";

    public string KakNamn(string namn) => miljo.IsDevelopment() ? namn : $"__Host-{namn}";

    public CookieSecurePolicy SecurePolicy => miljo.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    public string? Las(HttpContext context) => context.Request.Cookies[KakNamn(Namn)] is { Length: > 0 and < 200 } varde ? varde : null;

    public void Satt(HttpContext context, string nyckel) => context.Response.Cookies.Append(KakNamn(Namn), nyckel, Val(context));

    public void TaBort(HttpContext context) => context.Response.Cookies.Delete(KakNamn(Namn), Val(context));

    /// <summary>Strictly necessary, unreadable to scripts, sent on links into the portal but not on posts from elsewhere.</summary>
    public CookieOptions Val(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = !miljo.IsDevelopment() || context.Request.IsHttps,
    };
}
