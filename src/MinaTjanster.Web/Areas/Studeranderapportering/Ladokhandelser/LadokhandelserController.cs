using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MinaTjanster.Core;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Jobs;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Uppladdningar;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Ladokhandelser;

/// <summary>The feed of a university's Ladok (docs/ladok.md): a file as the body, read by the same reader as those sent on the page.</summary>
/// <remarks>The key of a systemkonto is no cookie: another site cannot make a browser send it, so there is no antiforgery token, and no page's mark.</remarks>
[Area("Studeranderapportering"), KraverSystemkonto, EnableRateLimiting(AtkomstExtensions.Systemgrans), IgnoreAntiforgeryToken, UtanSkolmarke]
public sealed class LadokhandelserController(FiluppladdningService uppladdningar, FilQuery filer, Filvackare vackare, TimeProvider klocka) : Controller
{
    /// <summary>Rows with remarks in one answer.</summary>
    private const int Antal = 1000;

    [HttpPost("/ladok/handelser")]
    [UtanFormular]
    [RequestSizeLimit(FiluppladdningService.MaxStorlek + (1024 * 1024))]
    public async Task<IActionResult> TaEmot(CancellationToken ct)
    {
        // Said before anything is read; what tells no length is counted as it comes.
        if (Request.ContentLength > FiluppladdningService.MaxStorlek)
            return await NekaAsync(StatusCodes.Status413PayloadTooLarge, [new StuderandefilForStor()]);

        Result<IReadOnlyList<Mottagetfiljobb>> mottagen;
        try
        {
            mottagen = await uppladdningar.TaEmotAsync(
                $"ladok-{klocka.UtcNu().SvenskTidpunkt():yyyyMMdd-HHmmss}.csv", Filandamal.Skicka, Request.Body, ct, Sandningskanal.Ladok);
        }
        catch (BadHttpRequestException fel)
        {
            return await NekaAsync(fel.StatusCode, [fel.StatusCode == StatusCodes.Status413PayloadTooLarge ? new StuderandefilForStor() : new SandningenAvbruten()]);
        }

        catch (IOException)
        {
            // Hung up: nothing is kept.
            return await NekaAsync(StatusCodes.Status400BadRequest, [new SandningenAvbruten()]);
        }

        if (!mottagen.IsAccepted)
        {
            return await NekaAsync(
                mottagen.Refusals[0] switch
                {
                    SkolanRapporterarInteILadok => StatusCodes.Status403Forbidden,
                    StuderandefilForStor => StatusCodes.Status413PayloadTooLarge,
                    _ => StatusCodes.Status400BadRequest,
                },
                mottagen.Refusals);
        }

        vackare.Vack();
        var jobb = mottagen.Value[0];
        var fil = (await filer.ForAsync(jobb.FiljobbId, ct))!;
        var redan = jobb.Mottagande == Filmottagande.RedanSkickat;
        Response.Headers.Location = Adress(jobb.FiljobbId);
        return Svara(
            redan ? StatusCodes.Status200OK : StatusCodes.Status202Accepted,
            new Mottagetsvar(jobb.FiljobbId, fil.Kvittensnummer!, redan, fil.Jobb.Uppladdad, Sandningsfonster.Stanger(fil.Jobb.Uppladdad), Adress(jobb.FiljobbId)));
    }

    /// <summary>How far it has come, and what is wrong with which rows. Names no student: a row is told by its line.</summary>
    /// <param name="efter">Only rows after this line: how to go on when there are more.</param>
    [HttpGet("/ladok/handelser/{id:long}")]
    public async Task<IActionResult> Lage(long id, string? efter, CancellationToken ct)
    {
        if (await filer.FranLadokAsync(id, ct) is not { } fil)
            return await NekaAsync(StatusCodes.Status404NotFound, [new HandelsefilenFinnsInte()]);

        var jobb = fil.Jobb;
        var rader = await filer.AnmarktaAsync(id, long.TryParse(efter, out var rad) ? rad : 0, Antal + 1, ct);
        var visade = rader.Take(Antal).ToList();
        return Svara(
            StatusCodes.Status200OK,
            new Lagesvar(
                jobb.Id, fil.Kvittensnummer!, jobb.Status.ToString().ToLowerInvariant(), Filkvittens.Statustext(jobb.Status), jobb.ArAvslutad, fil.Procent, jobb.Uppladdad, jobb.Avslutad,
                jobb.Rader, jobb.Godtagna, jobb.Oforandrade, jobb.Nekade, fil.Kvar, jobb.Varnade, jobb.Sha256, jobb.Regelversion, fil.Filvarningar,
                [.. visade.SelectMany(r => r.Fel.OrderBy(f => f.Id).Select(f => new Radsvar(r.Radnummer, f.Slag.ToString().ToLowerInvariant(), f.Falt, f.Kod, f.Mening, Felkatalog.Med(f.Kod)?.Gor ?? "", Problemsvar.Lank(HttpContext, f.Kod))))],
                rader.Count > Antal ? $"{Adress(id)}?efter={visade[^1].Radnummer}" : null));
    }

    private static string Adress(long id) => $"/ladok/handelser/{id}";

    private JsonResult Svara(int status, object svar)
    {
        Response.Headers.CacheControl = "no-store";
        return new JsonResult(svar, Problemsvar.Form) { StatusCode = status };
    }

    private async Task<EmptyResult> NekaAsync(int status, IReadOnlyList<Refusal> fel)
    {
        await Problemsvar.SkrivAsync(HttpContext, status, fel);
        return new();
    }
}

/// <param name="RedanSkickat">The same content had been sent before: this is the first one's receipt.</param>
/// <param name="KanTasTillbakaTill">UTC: payments and CSN act on it after.</param>
/// <param name="Adress">Where to ask how it has gone.</param>
public sealed record Mottagetsvar(long Id, string Kvittensnummer, bool RedanSkickat, DateTime Mottaget, DateTime KanTasTillbakaTill, string Adress);

/// <param name="Status">vantar, pagar, klar, avbruten or misslyckad.</param>
/// <param name="Nasta">Where there are more rows; null when these are all.</param>
public sealed record Lagesvar(
    long Id,
    string Kvittensnummer,
    string Status,
    string Statustext,
    bool Klart,
    int Procent,
    DateTime Mottaget,
    DateTime? Inlast,
    int Rader,
    int Godtagna,
    int Oforandrade,
    int Nekade,
    int KvarAttRatta,
    int MedVarning,
    string Sha256,
    string Regelversion,
    IReadOnlyList<string> Filvarningar,
    IReadOnlyList<Radsvar> Anmarkningar,
    string? Nasta);

/// <param name="Rad">The line in the file, from 1.</param>
/// <param name="Slag">fel or varning.</param>
/// <param name="Lank">Where the code is explained.</param>
public sealed record Radsvar(long Rad, string Slag, string? Falt, string Kod, string Text, string Gor, string? Lank);
