using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Publikt;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;

namespace MinaTjanster.Web.Areas.MinaSidor.Studietidssok;

/// <summary>
/// What a student chooses from when applying: open to all, over what CSN has approved. Nothing of it is personal, so a search stands in the address
/// and can be kept, sent and bookmarked.
/// </summary>
[Area("MinaSidor"), AllowAnonymous, Route(Utbudspost.Bas)]
[OutputCache(PolicyName = PubliktExtensions.Regel), ServiceFilter<PubliktSvarFilter>, EnableRateLimiting(AtkomstExtensions.Publikgrans)]
public sealed class StudietidssokController(UtbudQuery utbud, Utbudskalender kalender, Portaladress adress, TimeProvider klocka) : Controller
{
    /// <summary>Hits on a page.</summary>
    public const int PerSida = 25;

    private const string Kalendertyp = "text/calendar; charset=utf-8";

    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery(Name = "")] StudietidssokInput input, CancellationToken ct)
    {
        var svar = await SokAsync(input, PerSida, ct);
        if (svar.IsAccepted)
            return View(new StudietidssokModell(input, svar.Value, klocka.SvenskDag()));

        ModelState.AddRefusals(svar.Refusals);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(new StudietidssokModell(input, null, klocka.SvenskDag()));
    }

    /// <summary>As the page, in the format that docs/mina-sidor.md tells.</summary>
    [HttpGet("/mina-sidor/studietider.json")]
    public async Task<IActionResult> Json([FromQuery(Name = "")] StudietidssokInput input, CancellationToken ct)
    {
        var svar = await SokAsync(input, UtbudQuery.MaxAntal, ct);
        return svar.IsAccepted
            ? new JsonResult(Studietidsflode.For(svar.Value, adress, input), Problemsvar.Form)
            : Nekad(svar.Refusals);
    }

    /// <summary>The first hits as a calendar; the calendar itself says when there are more.</summary>
    [HttpGet("/mina-sidor/studietider.ics")]
    public async Task<IActionResult> Ics([FromQuery(Name = "")] StudietidssokInput input, CancellationToken ct)
    {
        input.Efter = null;
        var svar = await SokAsync(input, UtbudQuery.MaxAntal, ct);
        return svar.IsAccepted
            ? Content(kalender.Skriv(string.IsNullOrWhiteSpace(input.Sok) ? "Studietider" : $"Studietider: {input.Sok.Trim()}", svar.Value.Traffar, svar.Value.ArFler), Kalendertyp)
            : Nekad(svar.Refusals);
    }

    [HttpGet("{skolkod:length(8)}/{utbildning:long?}")]
    public async Task<IActionResult> Utbildning([FromRoute] string skolkod, [FromRoute] long? utbildning, CancellationToken ct) =>
        await utbud.ForAsync(skolkod, utbildning, ct) is { } post ? View(new StudietiderModell(post, klocka.SvenskDag())) : NotFound();

    [HttpGet("{skolkod:length(8)}.ics")]
    public Task<IActionResult> SkolansIcs([FromRoute] string skolkod, CancellationToken ct) => UtbildningensIcs(skolkod, null, ct);

    [HttpGet("{skolkod:length(8)}/{utbildning:long}.ics")]
    public async Task<IActionResult> UtbildningensIcs([FromRoute] string skolkod, [FromRoute] long? utbildning, CancellationToken ct) =>
        await utbud.ForAsync(skolkod, utbildning, ct) is { } post
            ? Content(kalender.Skriv($"Studietider: {post.Rubrik}", [new(post, post.Tider)], arFler: false), Kalendertyp)
            : NotFound();

    private async Task<Result<Utbudstraffar>> SokAsync(StudietidssokInput input, int antal, CancellationToken ct)
    {
        var urval = input.Tolka();
        return urval.IsAccepted ? await utbud.SokAsync(urval.Value, antal, input.Efter, ct) : Result<Utbudstraffar>.Refused(urval.Refusals);
    }

    private static ProblemResultat Nekad(IReadOnlyList<Refusal> fel) => new(StatusCodes.Status400BadRequest, fel);
}

/// <summary>A refusal to a program.</summary>
internal sealed class ProblemResultat(int status, IReadOnlyList<Refusal> fel) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context) => Problemsvar.SkrivAsync(context.HttpContext, status, fel);
}
