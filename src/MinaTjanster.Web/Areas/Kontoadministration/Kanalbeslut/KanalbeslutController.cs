using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Areas.Kontoadministration.KontaktaCsn;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Kontoadministration.Kanalbeslut;

/// <summary>A contact person's schools and how they report: what is asked for, a change from a day, a refusal, a decision withdrawn.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.AndraRapporteringssatt), Route("/csn/rapporteringssatt")]
public sealed class KanalbeslutController(
    KontaktQuery kontakter,
    KanalandringService andringar,
    SokningService sokningar,
    AuditService audit,
    TimeProvider klocka) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? sok, int sida, CancellationToken ct)
    {
        var text = sok is null ? null : await sokningar.HamtaAsync(sok, ct);
        return View(new KanallistaModell(await kontakter.MinaAsync(text, sida, ct), sok) { Text = text });
    }

    /// <summary>A search, kept with the session (design decision 10).</summary>
    [HttpPost(""), TillatILaslage]
    public async Task<IActionResult> Index(KanalsokInput input, CancellationToken ct) =>
        Redirect(string.IsNullOrWhiteSpace(input.Text) ? "/csn/rapporteringssatt" : $"/csn/rapporteringssatt?sok={await sokningar.SparaAsync(input.Text, ct)}");

    [HttpGet("{skolaId:long}")]
    public Task<IActionResult> Skola(long skolaId, CancellationToken ct) => VisaAsync(skolaId, new KanalInput(), ct);

    /// <summary>A decision is shown with what follows before it is carried out: a refused one, and one gone back to, is the page with what was typed.</summary>
    [HttpPost("{skolaId:long}")]
    public async Task<IActionResult> Skola(long skolaId, KanalInput input, CancellationToken ct)
    {
        int? version = int.TryParse(input.Version, out var ritad) ? ritad : null;
        if (input.Atgard is not ("Granska" or "Andra" or "Besluta" or "Avsla" or "Aterkalla")
            || (version is null && (input.Atgard is "Avsla" or "Aterkalla" || !string.IsNullOrEmpty(input.Version))))
            return BadRequest();

        if (input.Atgard == "Andra")
            return await VisaAsync(skolaId, input, ct);

        if (input.Atgard == "Granska")
        {
            return await andringar.ProvaAsync(skolaId, input.Tolka(), input.Dag(), version, ct) switch
            {
                null => NotFound(),
                [] => await GranskaAsync(skolaId, input, ct),
                var fel => await NekaAsync(skolaId, input, fel, ct),
            };
        }

        var svar = await (input.Atgard switch
        {
            "Besluta" => andringar.BeslutaAsync(skolaId, input.Tolka(), input.Dag(), version, ct),
            "Avsla" => andringar.AvslaAsync(skolaId, version!.Value, input.Skal, ct),
            _ => andringar.AterkallaAsync(skolaId, version!.Value, ct),
        });
        if (svar is null)
            return NotFound();

        if (svar.IsAccepted)
        {
            TempData.Klart(svar.Value.Status switch
            {
                Kanalandringsstatus.Genomford => $"Skolan rapporterar nu: {svar.Value.Satt.Text()}. Skolan och CSN får mejl.",
                Kanalandringsstatus.Beslutad => $"Ändringen är beslutad och gäller från {SvenskText.Datum(svar.Value.Fran!.Value)}. Skolan och CSN får mejl.",
                Kanalandringsstatus.Avslagen => "Begäran är avslagen. Skolan får ett mejl.",
                _ => "Beslutet är återkallat. Skolan och CSN får mejl.",
            });
            return Redirect($"/csn/rapporteringssatt/{skolaId}");
        }

        return await NekaAsync(skolaId, input, svar.Refusals, ct);
    }

    private async Task<IActionResult> NekaAsync(long skolaId, KanalInput input, IReadOnlyList<Refusal> fel, CancellationToken ct)
    {
        ModelState.AddRefusals(fel);
        ModelState.Remove(nameof(input.Version));
        Response.StatusCode = fel.All(n => n.Field is null) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return await VisaAsync(skolaId, input, ct);
    }

    private async Task<IActionResult> GranskaAsync(long skolaId, KanalInput input, CancellationToken ct)
    {
        await audit.AddVisningAsync(Visningsslag.Csn, AuditObjects.Skola, skolaId, skolaId);
        return View("Granska", new KanalModell(await kontakter.BildAsync(skolaId, ct)) { Satt = input.Satt, Fran = input.Fran, Version = input.Version });
    }

    private async Task<IActionResult> VisaAsync(long skolaId, KanalInput input, CancellationToken ct)
    {
        if (!await andringar.ArMinAsync(skolaId, ct))
            return NotFound();

        await audit.AddVisningAsync(Visningsslag.Csn, AuditObjects.Skola, skolaId, skolaId);
        var bild = await kontakter.BildAsync(skolaId, ct);
        var begard = bild.Oppen is { Status: Kanalandringsstatus.Begard } oppen ? oppen : null;
        return View("Skola", new KanalModell(bild)
        {
            Satt = input.Satt ?? begard?.Satt.ToString(),
            Fran = input.Fran ?? $"{(begard?.Fran is { } onskad && onskad > klocka.SvenskDag() ? onskad : klocka.SvenskDag()):yyyy-MM-dd}",
            Skal = input.Skal,
        });
    }
}

public class KanalsokInput
{
    public string? Text { get; init; }
}

/// <param name="sok">The search's key in the address, or null.</param>
public sealed class KanallistaModell(Listsida<Kanalskola> lista, string? sok) : KanalsokInput
{
    public Listsida<Kanalskola> Lista => lista;

    public string Sida(int sida) => sok is null ? $"/csn/rapporteringssatt?sida={sida}" : $"/csn/rapporteringssatt?sok={Uri.EscapeDataString(sok)}&sida={sida}";
}

/// <summary>As typed.</summary>
public class KanalInput : SattInput
{
    public string? Atgard { get; init; }

    public string? Version { get; init; }
}

/// <summary>One school.</summary>
public sealed class KanalModell(Kanalbild bild) : KanalInput
{
    public Kanalbild Bild => bild;

    public IEnumerable<Alternativ> Valbara =>
        bild.Skola.Skolform.Valbara().Where(s => s != bild.Skola.Rapporteringssatt).Select(s => new Alternativ(s.ToString(), Kanaltext.For(s), Foljd(s)));

    /// <summary>Who administers SR after the change.</summary>
    public string Foljd(Rapporteringssatt satt)
    {
        var sr = Behorighetsslag.Studeranderapportering;
        var (nu, sedan) = (Behorighetsadministration.For(sr, bild.Skola), Behorighetsadministration.For(sr, bild.Skola.Skolform, satt));
        return nu == sedan
            ? $"Behörigheten Studeranderapportering sköts som förut av {sedan.Text()}."
            : $"Behörigheten Studeranderapportering sköts då av {sedan.Text()} i stället för av {nu.Text()}.";
    }
}
