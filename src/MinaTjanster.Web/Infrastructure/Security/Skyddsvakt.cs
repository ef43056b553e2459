using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using MinaTjanster.Core.Audit;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>
/// Where views of protected students are recorded for whoever is cleared (ADR 0050): before a page or file leaves, every protected student that was read for it,
/// and that the page has not written itself, has a row in the log. A new page that reads students is watched without asking for it; one that makes rows of its own
/// in a query notes them. A row that cannot be written is an error, and nothing is shown. At a school the pages write their own.
/// </summary>
internal sealed class Skyddsvakt(AuditService audit) : IAsyncActionFilter, IAsyncResultFilter
{
    public Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.ActionDescriptor is ControllerActionDescriptor sida)
            audit.Sida = $"{sida.ControllerName}.{sida.ActionName}";

        return next();
    }

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        // The page of an error is drawn again in the same work as what was refused: it shows nobody that was read there.
        var visar = context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null && Visar(context.Result);
        if (visar)
            await audit.AddLastaSkyddadeAsync();

        await next();

        // What a file read while it was being written.
        if (visar)
            await audit.AddLastaSkyddadeAsync();
    }

    /// <summary>Redirects and bare refusals show nothing.</summary>
    private static bool Visar(IActionResult svar) => svar is not (IKeepTempDataResult or StatusCodeResult or ForbidResult or ChallengeResult or EmptyResult);
}
