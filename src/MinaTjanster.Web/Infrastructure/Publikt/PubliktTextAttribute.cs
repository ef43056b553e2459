using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Infrastructure.Publikt;

/// <summary>
/// What is the same for everybody, and may be some minutes old: texts that change with the program alone, and published statistics, whose tables are added once a month. Browsers and
/// proxies may keep it for so long. Only an answer that is the page or the file itself is marked; an error page may be drawn for a person.
/// </summary>
internal sealed class PubliktTextAttribute : ActionFilterAttribute
{
    private const string Sparas = "public, max-age=300";

    public override void OnActionExecuted(ActionExecutedContext context)
    {
        if (context.Exception is null && context.Result is ViewResult or ContentResult or JsonResult or CsvSvar)
            context.HttpContext.Response.Headers.CacheControl = Sparas;
    }
}
