using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Infrastructure.Uppladdningar;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>
/// The form stands on a page so many segments above its action's address, which is no page: after a time-out that page is opened, with what was typed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FormularPaSidaAttribute(int segmentUpp) : Attribute
{
    public string Sida(PathString adress) => string.Join('/', adress.ToString().Split('/')[..^segmentUpp]);
}

/// <summary>Keeps the fields of a form posted after its session timed out; never passwords, tokens or files.</summary>
internal static class UtgangenPost
{
    public const string Parameter = "aterstall";

    /// <summary>The page of the posted form, without its query.</summary>
    public static string Sida(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<FormularPaSidaAttribute>()?.Sida(context.Request.Path) ?? context.Request.Path;

    public static async Task<string?> SparaAsync(HttpContext context, Sessionsagare agare)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || await LasAsync(context) is not { } last)
        {
            return null;
        }

        var falt = last
            .Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal) && !f.Key.Contains("losenord", StringComparison.OrdinalIgnoreCase))
            .ToDictionary();
        return falt.Count == 0
            ? null
            : await context.RequestServices.GetRequiredService<SparatformularService>()
                .SparaAsync(agare, Sida(context), falt, context.RequestAborted);
    }

    private static async Task<IReadOnlyDictionary<string, string[]>?> LasAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.GetEndpoint()?.Metadata.GetMetadata<TarEmotFilerAttribute>() is not null)
        {
            // The files are read past: those that were uploaded before stand as drafts, these must be chosen again.
            return (await Uppladdning.LasFaltAsync(context))?.ToDictionary(f => f.Key, f => new[] { f.Value });
        }

        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true ||
            request.ContentLength is null or > SparatformularService.MaxTecken * 4)
        {
            return null;
        }

        try
        {
            return (await request.ReadFormAsync(context.RequestAborted)).ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
