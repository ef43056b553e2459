using Microsoft.AspNetCore.Diagnostics;

namespace MinaTjanster.Web.Shared.Fel;

/// <summary>The designed pages for empty error answers and for exceptions. The status code stays; no detail leaks.</summary>
public static class FelExtensions
{
    public static void UseFelsidor(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/fel/{0}");
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/fel/undantag",

            // A request that Kestrel or a form reader refuses (too large, malformed) is the sender's error, not ours.
            StatusCodeSelector = e => e is BadHttpRequestException felbegaran ? felbegaran.StatusCode : StatusCodes.Status500InternalServerError,
        });
    }
}
