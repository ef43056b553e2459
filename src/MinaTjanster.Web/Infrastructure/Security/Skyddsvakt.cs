using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using MinaTjanster.Core.Audit;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>
/// The one place where views of protected students are recorded for whoever is cleared (ADR 0050): before a page or file leaves, every protected student that
/// was read for it has a row in the log. A new page is watched without asking for it. A row that cannot be written is an error, and nothing is shown.
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
        var visar = Visar(context.Result);
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
