using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.Infrastructure.Logging;

/// <summary>
/// One line a request: method, route template, status, time, account. Never the address itself: it may name a person,
/// and the query may hold what somebody typed.
/// </summary>
public sealed class Begaranslogg(RequestDelegate next, ILogger<Begaranslogg> logg)
{
    private const string UtanRutt = "(ingen rutt)";

    /// <summary>Ties the log's lines of one request together; also shown on error pages.</summary>
    public static string Korrelationsid(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    public async Task InvokeAsync(HttpContext context)
    {
        using var ram = logg.BeginScope(new Dictionary<string, object> { ["KorrelationsId"] = Korrelationsid(context) });
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Skriv(context, Stopwatch.GetElapsedTime(start));
        }
    }

    private void Skriv(HttpContext context, TimeSpan tid)
    {
        var anvandare = context.RequestServices.GetService<AktuellAnvandare>();
        logg.Log(
            context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogLevel.Error : LogLevel.Information,
            "{Metod} {Rutt} {Status} {Millisekunder} ms konto {KontoId}",
            context.Request.Method,
            Rutt(context),
            context.Response.StatusCode,
            (int)tid.TotalMilliseconds,
            anvandare is { ArInloggad: true } ? anvandare.KontoId : null);
    }

    /// <summary>The page that was asked for, also when an error page answered.</summary>
    private static string Rutt(HttpContext context)
    {
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint
            ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint
            ?? context.GetEndpoint();
        return (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? UtanRutt;
    }
}
