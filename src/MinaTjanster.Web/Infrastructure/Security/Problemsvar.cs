using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MinaTjanster.Core;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Meddelanden;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>What a system is answered when something is refused: <c>application/problem+json</c>, with the codes of <c>/partner/felkoder</c>.</summary>
/// <param name="Type">The code's own section of that page (RFC 9457), or about:blank.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Detail">The first error.</param>
/// <param name="Kod">Its code.</param>
/// <param name="Fel">All errors.</param>
public sealed record Problemsvar(string Type, string Title, int Status, string Detail, string Kod, IReadOnlyList<Problemfel> Fel)
{
    /// <summary>å ä ö as they are, as in the receipts.</summary>
    public static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Task SkrivAsync(HttpContext context, int status, IReadOnlyList<Refusal> fel)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(
            new Problemsvar(Lank(context, fel[0].Code) ?? "about:blank", Rubrik(context, status), status, fel[0].Sentence, fel[0].Code, [.. fel.Select(f => new Problemfel(f.Code, f.Sentence, Lank(context, f.Code)))]),
            Form,
            "application/problem+json",
            context.RequestAborted);
    }

    /// <summary>Where the code is explained, as a whole address; null for a code that the catalogue does not have.</summary>
    public static string? Lank(HttpContext context, string kod) =>
        Felkatalog.Med(kod) is { } fel ? context.RequestServices.GetRequiredService<Portaladress>().Till(fel.Adress) : null;

    private static string Rubrik(HttpContext context, int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Nyckeln gäller inte",
        StatusCodes.Status403Forbidden => "Skolan får inte skicka",
        StatusCodes.Status404NotFound => "Finns inte",
        StatusCodes.Status413PayloadTooLarge => "Filen är för stor",
        StatusCodes.Status429TooManyRequests => "För många anrop",
        StatusCodes.Status503ServiceUnavailable => "Tillfälligt stängt",
        _ => HttpMethods.IsGet(context.Request.Method) ? "Frågan går inte att läsa" : "Filen är inte mottagen",
    };
}

/// <param name="Text">What is wrong and what to do.</param>
/// <param name="Lank">Where it is explained.</param>
public sealed record Problemfel(string Kod, string Text, string? Lank);

public sealed record ForMangaAnrop() : Refusal("ANROP-ANTAL", "För många anrop på kort tid. Vänta en minut och försök igen.");

public sealed record HandelsefilenFinnsInte() : Refusal("ANROP-SAKNAS", "Det finns ingen sådan sändning från skolans Ladok. Kontrollera numret.");

public sealed record SandningenAvbruten() : Refusal("ANROP-AVBRUTET", "Hela filen kom inte fram. Skicka den igen.");
