using Microsoft.AspNetCore.Mvc;

namespace MinaTjanster.Web.Inloggning;

public static class ReturExtensions
{
    /// <summary>Where to go after a login: only addresses within the portal, and never back to the login itself.</summary>
    public static string Retur(this IUrlHelper url, string? retur) =>
        url.IsLocalUrl(retur) && retur != "/logga-in" && !retur!.StartsWith("/logga-in/", StringComparison.Ordinal) ? retur : "/";
}
