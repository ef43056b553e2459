using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Sidomdomen;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;

namespace MinaTjanster.Web.Sidfraga;

/// <summary>
/// "Hjälpte den här sidan dig?" The question stands on pages that are the same for all and may be kept (<c>&lt;partial name="_Sidfraga" /&gt;</c>), and so without a
/// token or a cookie; it leads here, where it is answered.
/// </summary>
[AllowAnonymous, UtanSkolmarke, EnableRateLimiting(AtkomstExtensions.Svarsgrans)]
public sealed partial class SidfragaController(SidsvarService svaren, Fragesidor sidor) : Controller
{
    public const string Adress = "/hjalpte-sidan";

    [HttpGet(Adress)]
    public IActionResult Index(string? sida, string? svar) =>
        sidor.Hitta(sida) is { } vag ? View(new SidfragaInput { Sida = vag, Svar = svar is "ja" or "nej" ? svar : null, Nyckel = Hemlighet.NyKort(), Vag = vag }) : NotFound();

    [HttpPost(Adress)]
    public async Task<IActionResult> Index(SidfragaInput input, CancellationToken ct)
    {
        if (sidor.Hitta(input.Sida) is not { } vag || !Nyckelform().IsMatch(input.Nyckel ?? ""))
            return BadRequest();

        var mottaget = await svaren.SvaraAsync(vag, input.Nyckel!, input.Svar switch { "ja" => true, "nej" => false, _ => null }, input.Kommentar, ct);
        if (mottaget.IsAccepted)
            return Redirect($"{Adress}/tack?sida={Uri.EscapeDataString(input.Sida!)}");

        input.Vag = vag;
        ModelState.AddRefusals(mottaget.Refusals);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(input);
    }

    [HttpGet(Adress + "/tack")]
    public IActionResult Tack(string? sida) => View((object?)sidor.Hitta(sida));

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Nyckelform();
}

/// <summary>An answer as it was given.</summary>
public sealed class SidfragaInput
{
    public string? Svar { get; set; }

    public string? Kommentar { get; set; }

    /// <summary>The path of the page that asked.</summary>
    public string? Sida { get; set; }

    /// <summary>Once per form: sent twice it is one answer.</summary>
    public string? Nyckel { get; set; }

    [BindNever, ValidateNever]
    public string Vag { get; set; } = "";
}
