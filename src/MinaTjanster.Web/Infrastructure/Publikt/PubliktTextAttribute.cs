using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MinaTjanster.Web.Infrastructure.Publikt;

/// <summary>
/// A text that is the same for everybody and changes with the program alone: browsers and proxies may keep it for some minutes. Only an answer that is the page itself is
/// marked; an error page may be drawn for a person.
/// </summary>
internal sealed class PubliktTextAttribute : ActionFilterAttribute
{
    private const string Sparas = "public, max-age=300";

    public override void OnActionExecuted(ActionExecutedContext context)
    {
        if (context.Exception is null && context.Result is ViewResult or ContentResult)
            context.HttpContext.Response.Headers.CacheControl = Sparas;
    }
}
