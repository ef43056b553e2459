using System.Net;
using Microsoft.AspNetCore.Html;

namespace MinaTjanster.Web.Shared;

/// <summary>A mail address that breaks where a reader expects it, before @ and full stops, and not in the middle of a name: <c>@Brytbar.Epost(rad.Epost)</c>.</summary>
public static class Brytbar
{
    public static IHtmlContent Epost(string? epost) => new HtmlString(
        WebUtility.HtmlEncode(epost ?? "")
            .Replace("@", "<wbr>@", StringComparison.Ordinal)
            .Replace(".", "<wbr>.", StringComparison.Ordinal));
}
