using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Kvittenser;

/// <summary>What the school has sent, and the receipt of each sending.</summary>
[Area("Studeranderapportering"), Kraver(Rattighet.RapporteraHandelser)]
public sealed class KvittenserController(SandningQuery sandningar, RapporteringssidaQuery sidor, AktuellAnvandare anvandare, AuditService audit) : Controller
{
    [HttpGet("/kvittenser")]
    public async Task<IActionResult> Index(string? sida, CancellationToken ct) => View(await sandningar.SidaAsync(Heltal.Sida(sida), ct));

    [HttpGet("/kvittenser/{nummer:length(12)}")]
    public async Task<IActionResult> Kvittens(string nummer, string? sida, string? kvar, CancellationToken ct)
    {
        if (await sandningar.ForAsync(nummer, Heltal.Sida(sida), ct) is not { } kvittens)
        {
            return NotFound();
        }

        foreach (var skyddad in kvittens.Rader.Rader.Where(r => r.Skydd == Core.Studeranderapportering.Personskydd.Skyddad))
        {
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, skyddad.StuderandeId, kvittens.Sandning.SkolaId);
        }

        return View(new KvittensModell(
            kvittens, (await sidor.SkolaAsync(ct)).Skolform, anvandare.Har(Rattighet.SeSkyddadeIdentiteter), Heltal.TryTolka(kvar, out var antal) ? antal : 0));
    }
}

/// <param name="Kvar">Rows that could not be sent and stay as a draft.</param>
public sealed record KvittensModell(Kvittens Kvittens, Skolform Skolform, bool FarSeSkyddade, int Kvar)
{
    public Sandning Sandning => Kvittens.Sandning;

    public Listsida<Kvittensrad> Rader => Kvittens.Rader;

    /// <summary>What a sending held, beside its file; null where the file says it all.</summary>
    public static string? Vad(Sandningsrad rad) => rad switch
    {
        { Fil.ArAvslutad: false } => "Läses in",
        { Antal: 0 } => "Inget i filen godtogs",
        { Slag: { } slag, ArAndring: true } => $"Ändring: {Handelsetext.Liten(slag.Typ())}",
        { Slag: { } slag } => slag.Typ().Rubrik,
        { ArFleraSlag: true } => "Flera slags händelser",
        _ => null,
    };

    public Sandningsfil? Fil => Kvittens.Fil;

    /// <summary>Nothing has come of it.</summary>
    public bool ArTom => Rader.Antal == 0 && Fil is { ArAvslutad: true, Skickade: 0 };

    /// <summary>Why no event stands on the receipt.</summary>
    public string UtanHandelser => Fil switch
    {
        { ArAvslutad: false } => "Filen läses in. Händelserna visas här när de är inlästa.",
        { Skickade: > 0 } => "Filen har inga nya händelser. Den ändrade eller tog tillbaka sådant som redan var rapporterat, eller gällde ogiltig frånvaro.",
        _ => "Inget i filen godtogs. Öppna filen för att se vad som är fel.",
    };

    public static string Lista(int sida) => sida > 1 ? $"/kvittenser?sida={sida}" : "/kvittenser";

    public string Adress(int sida) => $"/kvittenser/{Sandning.Kvittensnummer}{(sida > 1 ? $"?sida={sida}" : "")}";

    public DateTime FonstretStanger => Sandningsfonster.Stanger(Sandning.Skickad).SvenskTidpunkt();
}
