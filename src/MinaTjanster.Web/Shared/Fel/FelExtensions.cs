using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using MinaTjanster.Web.Infrastructure.Logging;

namespace MinaTjanster.Web.Shared.Fel;

/// <summary>The designed pages for empty error answers and for exceptions. The status code stays; no detail leaks.</summary>
public static class FelExtensions
{
    public static void UseFelsidor(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/fel/{0}");
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // A request that Kestrel or a form reader refuses (too large, malformed) is the sender's error, not ours.
            StatusCodeSelector = e => e is BadHttpRequestException felbegaran ? felbegaran.StatusCode : StatusCodes.Status500InternalServerError,
            ExceptionHandler = VisaUndantagAsync,
        });
    }

    /// <summary>
    /// Drawn here and now, not through the pipeline again: authentication reads the database, and the database may be what failed.
    /// </summary>
    private static Task VisaUndantagAsync(HttpContext context) =>
        VisaAsync(context, Felsida.For(context.Response.StatusCode) with { MedMeny = false });

    /// <summary>An error of ours has a number to give to support.</summary>
    internal static Felsida MedReferens(this Felsida sida, HttpContext context) =>
        sida.Kod >= StatusCodes.Status500InternalServerError ? sida with { Referens = Begaranslogg.Referens(context) } : sida;

    /// <summary>Answers with a page, outside the controllers.</summary>
    internal static Task VisaAsync(HttpContext context, Felsida sida)
    {
        var vy = new ViewResult
        {
            ViewName = FelController.Vy,
            StatusCode = sida.Kod,
            ViewData = new ViewDataDictionary<Felsida>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = sida.MedReferens(context) },
        };
        return context.RequestServices.GetRequiredService<IActionResultExecutor<ViewResult>>()
            .ExecuteAsync(new ActionContext(context, new RouteData(), new ActionDescriptor()), vy);
    }
}
