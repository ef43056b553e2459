using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Dokumentvisning;

/// <summary>Gives an uploaded file back, byte for byte, to the school that owns it and to CSN. <c>?ladda-ner</c> saves it instead of showing it.</summary>
[Area("Skolkrapportering")]
public sealed class DokumentvisningController(UnderlagQuery query, DokumentService dokument, AuditService audit, AktuellAnvandare anvandare) : Controller
{
    [HttpGet("/dokument/{id:long}")]
    [Kraver(Rattighet.SkickaUnderlag)]
    public async Task<IActionResult> Skola(long id, CancellationToken ct)
    {
        // A scan that a handläggare is still registering is CSN's own draft.
        if (await query.DokumentAsync(id, ct) is not { } lage || lage.Underlag is { ArInskickat: false, Ankomstsatt: Ankomstsatt.Papper })
            return NotFound();

        return await VisaAsync(lage, ct);
    }

    [HttpGet("/granskning/dokument/{id:long}")]
    [Kraver(Rattighet.GranskaUnderlag)]
    public async Task<IActionResult> Csn(long id, CancellationToken ct)
    {
        // What a school has not sent is its own.
        if (await query.DokumentAsync(id, ct) is not { } lage || lage.Underlag is { ArInskickat: false, Ankomstsatt: Ankomstsatt.Portal })
            return NotFound();

        // The pages name the person: they are for those who may see the name.
        if (lage.Skydd != Core.Studeranderapportering.Personskydd.Inget && !anvandare.Har(Rattighet.SeSkyddadeIdentiteter))
        {
            await audit.AddRefusalAsync(Acts.AccessRefused, AuditObjects.Skolkrapport, lage.Underlag.SkolkrapportId, lage.Underlag.SkolaId, nameof(Rattighet.SeSkyddadeIdentiteter));
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await audit.AddVisningAsync(Visningsslag.Csn, AuditObjects.Skolkrapport, lage.Underlag.SkolkrapportId, lage.Underlag.SkolaId);
        return await VisaAsync(lage, ct);
    }

    private async Task<IActionResult> VisaAsync(Dokumentlage lage, CancellationToken ct)
    {
        var fil = lage.Dokument;
        var innehall = await dokument.OppnaAsync(fil, ct);
        if (lage.Skydd != Core.Studeranderapportering.Personskydd.Inget)
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, lage.StuderandeId, lage.Underlag.SkolaId);

        var huvud = Response.Headers;
        var disposition = new ContentDispositionHeaderValue(Request.Query.ContainsKey("ladda-ner") ? "attachment" : "inline");
        disposition.SetHttpFileName(fil.Filnamn);
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
