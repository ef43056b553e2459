using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>
/// Shows what was typed before a time-out: the kept fields become the form's attempted values, which the field tag helpers show first.
/// A form's GET and POST therefore share one address.
/// </summary>
internal sealed class AterstallFormularFilter(AktuellAnvandare anvandare, SparatformularService sparade) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) &&
            anvandare.ArInloggad &&
            request.Query[UtgangenPost.Parameter].ToString() is { Length: 32 } nyckel &&
            context.Controller is Controller controller)
        {
            var falt = await sparade.HamtaAsync(nyckel, anvandare.KontoId, anvandare.AktivSkola?.Id, request.Path, context.HttpContext.RequestAborted);
            if (falt is not null)
            {
                foreach (var (namn, varden) in falt)
                {
                    context.ModelState.SetModelValue(namn, varden.Length == 1 ? varden[0] : varden, string.Join(",", varden));
                }

                controller.ViewData["Aterstallt"] = true;
            }
        }

        await next();
    }
}
