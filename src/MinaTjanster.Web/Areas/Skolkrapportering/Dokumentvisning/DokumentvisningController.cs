using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Dokumentvisning;

/// <summary>Gives an uploaded file back, byte for byte, to the school that owns it and to CSN. <c>?ladda-ner</c> saves it instead of showing it.</summary>
[Area("Skolkrapportering")]
public sealed class DokumentvisningController(
    UnderlagQuery underlag, AvstangningsdokumentService beslut, DokumentService dokument, AuditService audit, AktuellAnvandare anvandare) : Controller
{
    [HttpGet("/dokument/{id:long}")]
    [Kraver(Rattighet.SkickaUnderlag)]
    public async Task<IActionResult> Skola(long id, CancellationToken ct)
    {
        if (await beslut.ForSkolaAsync(id, ct) is { } avstangning)
            return await VisaAsync(avstangning.Dokument, avstangning.StuderandeId, avstangning.Skydd, null, ct);

        // A scan that a handläggare is still registering is CSN's own draft.
        return await underlag.DokumentAsync(id, ct) is { Underlag: not { ArInskickat: false, Ankomstsatt: Ankomstsatt.Papper } } lage
            ? await VisaAsync(lage.Dokument, lage.StuderandeId, lage.Skydd, lage.Underlag.SkolkrapportId, ct)
            : NotFound();
    }

    [HttpGet("/granskning/dokument/{id:long}")]
    [Kraver(Rattighet.GranskaUnderlag)]
    public async Task<IActionResult> Csn(long id, CancellationToken ct)
    {
        if (await beslut.ForCsnAsync(id, ct) is { HandelseId: { } handelse } avstangning)
            return await VisaForCsnAsync(avstangning.Dokument, avstangning.StuderandeId, avstangning.Skydd, AuditObjects.Handelse, handelse, ct);

        // What a school has not sent is its own.
        return await underlag.DokumentAsync(id, ct) is { Underlag: not { ArInskickat: false, Ankomstsatt: Ankomstsatt.Portal } } lage
            ? await VisaForCsnAsync(lage.Dokument, lage.StuderandeId, lage.Skydd, AuditObjects.Skolkrapport, lage.Underlag.SkolkrapportId, ct)
            : NotFound();
    }

    private async Task<IActionResult> VisaForCsnAsync(Dokument fil, long studerandeId, Personskydd skydd, string objekt, long objektId, CancellationToken ct)
    {
        // The pages name the person: they are for those who may see the name.
        if (skydd != Personskydd.Inget && !anvandare.Har(Rattighet.SeSkyddadeIdentiteter))
        {
            await audit.AddRefusalAsync(Acts.AccessRefused, objekt, objektId, fil.SkolaId, nameof(Rattighet.SeSkyddadeIdentiteter));
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await audit.AddVisningAsync(Visningsslag.Csn, objekt, objektId, fil.SkolaId);
        return await VisaAsync(fil, studerandeId, skydd, objekt == AuditObjects.Skolkrapport ? objektId : null, ct);
    }

    private async Task<IActionResult> VisaAsync(Dokument fil, long studerandeId, Personskydd skydd, long? skolkrapportId, CancellationToken ct)
    {
        var innehall = await dokument.OppnaAsync(fil, ct);
        if (skydd != Personskydd.Inget)
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, studerandeId, fil.SkolaId, skolkrapportId);

        var huvud = Response.Headers;
        var disposition = new ContentDispositionHeaderValue(Request.Query.ContainsKey("ladda-ner") ? "attachment" : "inline");
        disposition.SetHttpFileName(fil.VisatFilnamn(skydd));
        huvud.ContentDisposition = disposition.ToString();
        huvud.CacheControl = "private, no-store";
        huvud.XContentTypeOptions = "nosniff";

        // Somebody else's file, on our address: it may run nothing and fetch nothing. A browser's PDF viewer is a plug-in, which sandbox
        // would stop; scripts in PDFs are refused when they are uploaded. Our own pages may frame it.
        huvud.ContentSecurityPolicy = fil.Typ == Dokumenttyp.Pdf
            ? "default-src 'none'; object-src 'self'; frame-ancestors 'self'"
            : "default-src 'none'; sandbox; frame-ancestors 'self'";
        huvud.XFrameOptions = "SAMEORIGIN";
        huvud.ContentLength = fil.Langd;
        return new FileStreamResult(innehall, fil.Typ switch
        {
            Dokumenttyp.Pdf => "application/pdf",
            Dokumenttyp.Jpeg => "image/jpeg",
            Dokumenttyp.Png => "image/png",
            _ => "application/octet-stream",
        });
    }
}
