using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Infrastructure.Publikt;

/// <summary>
/// Pages that are the same for everybody and may be kept. What they are made of has an edition (<see cref="Utbudsutgava"/>), and the portal keeps a page for as long
/// as that is the same (ADR 0038).
/// </summary>
internal static class PubliktExtensions
{
    public const string Regel = "Publikt";

    /// <summary>Kept pages, in all; the least used go first.</summary>
    private const long MaxBytes = 32 * 1024 * 1024;

    public static void AddPublikt(this IServiceCollection services)
    {
        services.AddScoped<UtbudQuery>();
        services.AddSingleton<Utbudsminne>();
        services.AddSingleton<Utbudskalender>();
        services.AddSingleton<Publikutgava>();
        services.AddScoped<PubliktSvarFilter>();
        services.AddOutputCache(o =>
        {
            o.SizeLimit = MaxBytes;
            o.MaximumBodySize = 1024 * 1024;
            o.AddPolicy(Regel, new Publiktregel());
        });
    }
}

/// <summary>What all that is public is told apart by: data, day and program.</summary>
internal sealed class Publikutgava(Utbudsminne minne, TimeProvider klocka)
{
    /// <summary>A new version of the program may draw the same data otherwise.</summary>
    private static readonly string Program = typeof(Publikutgava).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    public async Task<string> HamtaAsync(CancellationToken ct)
    {
        var nummer = await minne.UtgavaAsync(ct);
        return string.Create(CultureInfo.InvariantCulture, $"{nummer}-{klocka.SvenskDag():yyyyMMdd}-{Program}");
    }
}

/// <summary>
/// What may be kept: whole answers to addresses, told apart by edition and by the parameters that the pages know. An address with any other parameter is neither
/// answered with what is kept nor kept itself, so that nothing that a page might read can stand outside the key. An answer is kept from the second time it is asked for.
/// </summary>
internal sealed class Publiktregel : IOutputCachePolicy
{
    private static readonly TimeSpan Langst = TimeSpan.FromHours(1);

    private static readonly string[] Parametrar = ["sok", "skolform", "niva", "takt", "undervisning", "datum", "nar", "efter"];

    private readonly Dorrvakt _dorrvakt = new();

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var ar = HttpMethods.IsGet(http.Request.Method) && http.Request.Query.Keys.All(k => Parametrar.Contains(k, StringComparer.OrdinalIgnoreCase));
        context.EnableOutputCaching = ar;
        context.AllowCacheLookup = ar;
        context.ResponseExpirationTimeSpan = Langst;
        context.CacheVaryByRules.QueryKeys = Parametrar;
        var utgava = await http.RequestServices.GetRequiredService<Publikutgava>().HamtaAsync(cancellation);
        context.CacheVaryByRules.VaryByValues["utgava"] = utgava;
        context.AllowCacheStorage = ar && _dorrvakt.HarSett($"{http.Request.Path}{http.Request.QueryString}|{utgava}");
        context.AllowLocking = context.AllowCacheStorage;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var svar = context.HttpContext.Response;
        if (svar.StatusCode != StatusCodes.Status200OK || svar.Headers.SetCookie.Count > 0)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}

/// <summary>Lets browsers and proxies keep the answer for a while and ask whether it is the same after that; says so at once when it is.</summary>
internal sealed class PubliktSvarFilter(Publikutgava utgava) : IAsyncActionFilter
{
    private const string Sparas = "public, max-age=60";

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var http = context.HttpContext;
        var marke = new EntityTagHeaderValue($"\"{await utgava.HamtaAsync(http.RequestAborted)}\"", isWeak: true);
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(m => m.Compare(marke, useStrongComparison: false)))
        {
            Marka(http.Response, marke);
            context.Result = new StatusCodeResult(StatusCodes.Status304NotModified);
            return;
        }

        var gjort = await next();
        if (gjort.Exception is null && http.Response.StatusCode == StatusCodes.Status200OK && gjort.Result is ViewResult or JsonResult or ContentResult)
            Marka(http.Response, marke);
    }

    private static void Marka(HttpResponse svar, EntityTagHeaderValue marke)
    {
        svar.Headers.CacheControl = Sparas;
        svar.GetTypedHeaders().ETag = marke;
    }
}
