using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Uppladdningar;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Inlasningar;

/// <summary>Files of utbildningar and studietider: taken in, and what became of their rows.</summary>
[Area("StudietiderUtbildningar"), Kraver(Rattighet.RapporteraStudietider)]
public sealed class InlasningarController(
    InlasningQuery fraga, InlasningService service, UtbildningQuery utbildningar, Uppladdning uppladdning, AktuellAnvandare anvandare, AuditService audit, TimeProvider klocka) : Controller
{
    [HttpGet("/utbildningar/fil")]
    public Task<IActionResult> Utbildningar(CancellationToken ct) => ListaAsync(Inlasningsslag.Utbildningar, ct);

    [HttpGet("/studietider/fil")]
    public Task<IActionResult> Studietider(CancellationToken ct) => ListaAsync(Inlasningsslag.Studietider, ct);

    /// <summary>The upload checks the antiforgery token and the school's mark itself, before it looks at the file.</summary>
    [HttpPost("/utbildningar/fil"), ActionName("Utbildningar"), TarEmotFiler, IgnoreAntiforgeryToken, UtanSkolmarke]
    public Task<IActionResult> TaEmotUtbildningar(CancellationToken ct) => TaEmotAsync(Inlasningsslag.Utbildningar, ct);

    /// <inheritdoc cref="TaEmotUtbildningar"/>
    [HttpPost("/studietider/fil"), ActionName("Studietider"), TarEmotFiler, IgnoreAntiforgeryToken, UtanSkolmarke]
    public Task<IActionResult> TaEmotStudietider(CancellationToken ct) => TaEmotAsync(Inlasningsslag.Studietider, ct);

    [HttpGet("/inlasningar/{id:long}")]
    public async Task<IActionResult> Inlasning(long id, string? sida, CancellationToken ct) =>
        await fraga.ForAsync(id, Heltal.Sida(sida), ct) is { } inlasning ? View(new InlasningModell(inlasning)) : NotFound();

    /// <summary>Goes on where it was interrupted.</summary>
    [HttpPost("/inlasningar/{id:long}/resten"), FormularPaSida(1)]
    public async Task<IActionResult> Resten(long id, CancellationToken ct) =>
        await service.LasInAsync(id, ct) ? Redirect($"/inlasningar/{id}") : NotFound();

    [HttpGet("/inlasningar/{id:long}/felrader.csv")]
    public async Task<IActionResult> Felrader(long id, CancellationToken ct)
    {
        if (await fraga.ForAsync(id, 1, ct) is not { } inlasning)
            return NotFound();

        audit.Add(Acts.StudyFileErrorsExported, AuditObjects.Inlasning, id, inlasning.Inlasning.SkolaId);
        await audit.SparaAsync(ct);
        return new CsvSvar(
            $"felrader-{anvandare.AktivSkola!.Skolkod}-{klocka.SvenskDag():yyyy-MM-dd}.csv",
            [.. inlasning.Format.Namn, Inlasningsformat.Fel],
            await fraga.FelraderAsync(id, inlasning.Format, ct));
    }

    private async Task<IActionResult> ListaAsync(Inlasningsslag slag, CancellationToken ct) =>
        View("Index", new InlasningarModell(slag, Utbildningsformer.For(await utbildningar.SkolformAsync(ct)), await fraga.SenasteAsync(slag, ct)));

    private async Task<IActionResult> TaEmotAsync(Inlasningsslag slag, CancellationToken ct)
    {
        Result<long>? inlast = null;
        var svar = await uppladdning.LasAsync(HttpContext, async (filnamn, _, innehall) =>
        {
            using var fil = await Minnesfil.LasAsync(innehall, InlasningService.MaxStorlek, ct);
            if (fil is null)
                return [new InlasningsfilenForStor()];

            inlast = await service.TaEmotAsync(slag, filnamn, fil, ct);
            return inlast.Refusals;
        });
        if (svar.Utfall == Uppladdningsutfall.AnnanSkola)
            return StatusCode(StatusCodes.Status409Conflict);
        if (inlast is { IsAccepted: true })
            return Redirect($"/inlasningar/{inlast.Value}");
        if (svar.Utfall == Uppladdningsutfall.Felaktig && svar.Avslag.Count == 0)
            return BadRequest();

        ModelState.AddRefusals(svar.Avslag.Select(a => a.Orsak with { Field = nameof(InlasningarModell.Filer) }));
        if (ModelState.ErrorCount == 0)
            ModelState.AddModelError(nameof(InlasningarModell.Filer), svar.Utfall == Uppladdningsutfall.PostForStor ? new InlasningsfilenForStor().Sentence : "Välj filen som ska läsas in.");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await ListaAsync(slag, ct);
    }
}

/// <summary>The page of files of one kind; its file is read as a stream.</summary>
public sealed record InlasningarModell(Inlasningsslag Slag, Utbildningsform Form, IReadOnlyList<Inlasningslistrad> Senaste)
{
    public string? Filer => null;

    public Inlasningsformat Format => Inlasningsformat.For(Slag);

    public bool ArUtbildningar => Slag == Inlasningsslag.Utbildningar;

    /// <summary>Where the list is that the file is about.</summary>
    public string Hem => ArUtbildningar ? "/utbildningar" : "/studietider";

    /// <summary>Two rows that the school form could send.</summary>
    public string Exempel => Inlasningsexempel.For(Slag, Form);
}

/// <summary>One file.</summary>
public sealed record InlasningModell(Inlasningssida Sida)
{
    public Inlasning Inlasning => Sida.Inlasning;

    public bool ArUtbildningar => Inlasning.Slag == Inlasningsslag.Utbildningar;

    public string Hem => ArUtbildningar ? "/utbildningar" : "/studietider";

    public string Adress(int sida) => sida > 1 ? $"/inlasningar/{Inlasning.Id}?sida={sida}" : $"/inlasningar/{Inlasning.Id}";

    public int Vantar => Sida.AntalMed(Inlasningstillstand.Vantar);

    public int Nekade => Sida.AntalMed(Inlasningstillstand.Nekad);

    /// <summary>What the row is about, as far as it can be told.</summary>
    public string Vad(Inlasningsrad rad)
    {
        var varden = rad.Falt(Sida.Format.Antal);
        var namn = varden[Sida.Format.Plats(ArUtbildningar ? "namn" : "utbildning")].Trim();
        var dag = ArUtbildningar ? "" : varden[Sida.Format.Plats("forsta_dag")].Trim();
        return namn.Length == 0 && dag.Length == 0 ? "–" : dag.Length == 0 ? namn : $"{namn}, {dag}";
    }

    /// <summary>The page's name of a column.</summary>
    public string? Etikett(string? kolumn) => Sida.Format.Kolumner.FirstOrDefault(k => k.Namn == kolumn)?.Etikett;
}
