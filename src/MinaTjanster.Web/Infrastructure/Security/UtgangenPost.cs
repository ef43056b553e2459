using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>Keeps the fields of a form posted after its session timed out; never passwords, tokens or files.</summary>
internal static class UtgangenPost
{
    public const string Parameter = "aterstall";

    public static async Task<string?> SparaAsync(HttpContext context, Sessionsagare agare)
    {
        var request = context.Request;
        // Files stand as drafts already; only plain fields are kept.
        if (!HttpMethods.IsPost(request.Method) ||
            request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true ||
            request.ContentLength is null or > SparatformularService.MaxTecken * 4)
        {
            return null;
        }

        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }

        var falt = form
            .Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal) && !f.Key.Contains("losenord", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray());
        return falt.Count == 0
            ? null
            : await context.RequestServices.GetRequiredService<SparatformularService>()
                .SparaAsync(agare, request.Path, falt, context.RequestAborted);
    }
}
