using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>
/// The school a form was drawn for, protected, in every form (design decision 6). A post drawn for another school than the active one,
/// as from a second tab, changes nothing.
/// </summary>
public sealed class Skolmarke(IDataProtectionProvider skydd, AktuellAnvandare anvandare)
{
    public const string Falt = "__skola";

    private readonly IDataProtector _skydd = skydd.CreateProtector("Skolmarke");

    /// <summary>The value of the hidden field.</summary>
    public string Skapa() => _skydd.Protect(Aktuell());

    public bool Stammer(string? marke)
    {
        if (string.IsNullOrEmpty(marke))
        {
            return false;
        }

        try
        {
            return _skydd.Unprotect(marke) == Aktuell();
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private string Aktuell() => anvandare.AktivSkola?.Skolkod ?? "-";
}

/// <summary>A post that touches no school's data, or checks the mark by itself (a streamed upload).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UtanSkolmarkeAttribute : Attribute;

/// <summary>Refuses a signed-in person's post whose mark is missing or names another school.</summary>
internal sealed class SkolmarkeFilter(AktuellAnvandare anvandare, Skolmarke skolmarke) : IAsyncResourceFilter
{
    /// <summary>Set on the request when the mark named another school, for the page that says so.</summary>
    public const string AnnanSkola = "AnnanSkola";

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (anvandare.ArInloggad &&
            !HttpMethods.IsGet(request.Method) &&
            !HttpMethods.IsHead(request.Method) &&
            !context.ActionDescriptor.EndpointMetadata.OfType<UtanSkolmarkeAttribute>().Any())
        {
            var marke = request.HasFormContentType ? (await request.ReadFormAsync(context.HttpContext.RequestAborted))[Skolmarke.Falt].ToString() : null;
            if (!skolmarke.Stammer(marke))
            {
                context.HttpContext.Items[AnnanSkola] = true;
                context.Result = new StatusCodeResult(string.IsNullOrEmpty(marke) ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict);
                return;
            }
        }

        await next();
    }
}
