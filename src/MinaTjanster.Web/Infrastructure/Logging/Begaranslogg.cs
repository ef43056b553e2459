using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Infrastructure.Drift;

namespace MinaTjanster.Web.Infrastructure.Logging;

/// <summary>
/// One line a request: method, route template, status, time, account. Never the address itself: it may name a person,
/// and the query may hold what somebody typed.
/// </summary>
public sealed class Begaranslogg(RequestDelegate next, ILogger<Begaranslogg> logg)
{
    private const string UtanRutt = "(ingen rutt)";

    /// <summary>Characters of the id that are read out to support: its last, which are random also where somebody else has made it.</summary>
    private const int Referenslangd = 8;

    /// <summary>Ties the log's lines of one request together.</summary>
    public static string Korrelationsid(HttpContext context) => context.Items[typeof(Begaranslogg)] as string ?? Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    /// <summary>The error's number on error pages: how the id ends that stands in the log, short enough to be read out.</summary>
    public static string Referens(HttpContext context) => Korrelationsid(context) is { Length: > Referenslangd } id ? id[^Referenslangd..] : Korrelationsid(context);

    public async Task InvokeAsync(HttpContext context)
    {
        var id = Korrelationsid(context);
        context.Items[typeof(Begaranslogg)] = id;
        using var ram = logg.BeginScope(new Dictionary<string, object> { ["KorrelationsId"] = id });
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
        var endpoint = Endpoint(context);
        logg.Log(
            context.Items.ContainsKey(LaslageExtensions.Nekad) ? LogLevel.Information : Niva(context.Response.StatusCode, endpoint),
            "{Metod} {Rutt} {Status} {Millisekunder} ms konto {KontoId}",
            context.Request.Method,
            (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? UtanRutt,
            context.Response.StatusCode,
            (int)tid.TotalMilliseconds,
            anvandare is { ArInloggad: true } ? anvandare.KontoId : null);
    }

    /// <summary>The page that was asked for, also when an error page answered.</summary>
    private static Endpoint? Endpoint(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Endpoint
        ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint
        ?? context.GetEndpoint();

    /// <summary>Styles, fonts and health checks that went well would drown the rest.</summary>
    private static LogLevel Niva(int status, Endpoint? endpoint) =>
        status >= StatusCodes.Status500InternalServerError ? LogLevel.Error
        : status < StatusCodes.Status400BadRequest && endpoint?.Metadata.GetMetadata<TystLoggAttribute>() is not null ? LogLevel.Debug
        : status < StatusCodes.Status400BadRequest && endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null ? LogLevel.Debug
        : LogLevel.Information;
}

/// <summary>Requests to this endpoint are logged only when they fail.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class TystLoggAttribute : Attribute;
