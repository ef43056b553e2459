namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>
/// Security headers on every answer (design decision 22). An endpoint may set a stricter value itself, for example
/// <c>sandbox</c> on an uploaded document: what is already there is kept.
/// </summary>
public sealed class Sakerhetshuvuden(RequestDelegate next)
{
    // No unsafe-*: no inline script, no inline style, no eval. data: is for the icons of Designsystemet; blob: is not needed.
    private const string Innehallspolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "worker-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private const string Funktionspolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state => Satt((HttpContext)state), context);
        return next(context);
    }

    private static Task Satt(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy", Innehallspolicy);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("X-Frame-Options", "DENY");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", Funktionspolicy);
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd("X-Permitted-Cross-Domain-Policies", "none");

        // Pages hold personal data: no shared computer may show them again after log-out. Static files and the few public pages
        // that may be kept have said so themselves.
        headers.TryAdd("Cache-Control", "no-store");
        return Task.CompletedTask;
    }
}
