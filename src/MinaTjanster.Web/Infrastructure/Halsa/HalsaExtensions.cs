using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Web.Infrastructure.Logging;

namespace MinaTjanster.Web.Infrastructure.Halsa;

public static class HalsaExtensions
{
    private static readonly TimeSpan Tidsgrans = TimeSpan.FromSeconds(5);

    /// <summary>
    /// <c>GET /halsa</c>: 200 when the app can serve, 503 when not. Says nothing about why: that stands in the log.
    /// </summary>
    public static IEndpointConventionBuilder MapHalsa(this IEndpointRouteBuilder app) =>
        app.MapGet("/halsa", SvaraAsync).AllowAnonymous().WithMetadata(new TystLoggAttribute());

    private static async Task<IResult> SvaraAsync(HttpContext context, NyPortalDbContext nyDb, ILoggerFactory loggar)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await KanSvaraAsync(nyDb, loggar.CreateLogger(typeof(HalsaExtensions)), context.RequestAborted)
            ? Results.Text("ok")
            : Results.Text("otillgänglig", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The database answers and has every migration of this version.</summary>
    private static async Task<bool> KanSvaraAsync(NyPortalDbContext nyDb, ILogger logg, CancellationToken avbruten)
    {
        using var grans = CancellationTokenSource.CreateLinkedTokenSource(avbruten);
        grans.CancelAfter(Tidsgrans);
        try
        {
            await using var db = nyDb.Ny();
            // Asked first: on SQLite the question about migrations would otherwise create an empty file.
            if (!await db.Database.CanConnectAsync(grans.Token))
            {
                logg.LogWarning("Hälsokontroll: databasen nås inte");
                return false;
            }

            var saknas = (await db.Database.GetPendingMigrationsAsync(grans.Token)).Count();
            if (saknas > 0)
            {
                logg.LogWarning("Hälsokontroll: {Antal} migrationer saknas", saknas);
            }

            return saknas == 0;
        }
        catch (Exception fel) when (!avbruten.IsCancellationRequested)
        {
            logg.LogWarning(fel, "Hälsokontroll: databasen svarar inte");
            return false;
        }
    }
}
