using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Utbildningar;

/// <summary>The active school's educations: list, search, one of them; added, changed, archived and taken back. None is ever deleted.</summary>
[Area("StudietiderUtbildningar"), Kraver(Rattighet.RapporteraStudietider), Route("/utbildningar")]
public sealed class UtbildningarController(
    UtbildningQuery utbildningar,
    UtbildningService service,
    StudieurvalQuery studerande,
    HistorikQuery historik,
    SokningService sokningar,
    AktuellAnvandare anvandare,
    AuditService audit,
    TimeProvider klocka) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Utbildningsplats plats, CancellationToken ct)
    {
        var text = await SoktextAsync(plats, ct);
        var lista = await utbildningar.ListaAsync(plats.Urval(text), plats.Sidnummer, ct);
        return View(new UtbildningslistaModell(lista, plats, await FormAsync(ct)) { Text = text, Slag = plats.Slag, SokningSaknas = text is null && plats.Sok is { Length: > 0 } });
    }

    /// <summary>A search, kept with the session (design decision 10).</summary>
    [HttpPost(""), TillatILaslage]
    public async Task<IActionResult> Index(UtbildningssokInput input, CancellationToken ct)
    {
        var plats = new Utbildningsplats { Slag = input.Slag, Visa = input.Visa };
        if (!string.IsNullOrWhiteSpace(input.Text))
            plats.Sok = await sokningar.SparaAsync(input.Text, ct);
        return Redirect(plats.Lista());
    }

    /// <summary>In the format that a file is read in by.</summary>
    [HttpGet("csv")]
    public async Task<IActionResult> Csv(Utbildningsplats plats, CancellationToken ct)
    {
        var skola = anvandare.AktivSkola!;
        var rader = await utbildningar.AllaAsync(plats.Urval(await SoktextAsync(plats, ct)), ct);
        audit.Add(Acts.EducationListExported, AuditObjects.Skola, skola.Id, skola.Id);
        await audit.SparaAsync(ct);
        return new CsvSvar(
            $"utbildningar-{skola.Skolkod}-{klocka.SvenskDag():yyyy-MM-dd}.csv",
            [.. Inlasningsformat.Utbildningar.Namn],
            InlasningQuery.Rader(rader));
    }

    [HttpGet("ny")]
    public async Task<IActionResult> Ny(CancellationToken ct)
    {
        var form = await FormAsync(ct);
        return View(new UtbildningInput
        {
            Form = form,
            Slag = $"{form.Slag[0]}",
            Niva = $"{form.Nivaer[0]}",
            Avdelning = $"{form.Avdelningar[0]}",
            Omfattning = "100",
            Undervisning = $"{Undervisningssatt.PaPlats}",
            FranLasar = Lasar.For(klocka.SvenskDag()).ToString(),
        });
    }

    [HttpPost("ny")]
    public async Task<IActionResult> Ny(UtbildningInput input, CancellationToken ct)
    {
        input.Form = await FormAsync(ct);
        var svar = await service.LaggTillAsync(input.Tolka(input.Form), ct);
        if (!svar.IsAccepted)
            return Nekad(svar.Refusals, nameof(Ny), input);

        TempData.Klart($"{svar.Value.Uppgift.Namn} är tillagd.");
        return Redirect($"/utbildningar/{svar.Value.Id}");
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Utbildning(long id, CancellationToken ct) =>
        await utbildningar.ForAsync(id, ct) is { } sida
            ? View(new UtbildningModell(sida, await historik.ForAsync(AuditObjects.Utbildning, id, ct))
            {
                Studerande = await studerande.AntalAsync(id, ct) ?? 0,
                FarSeStuderande = anvandare.Har(Rattighet.VisaStuderande),
            })
            : NotFound();

    [HttpGet("{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, CancellationToken ct)
    {
        if (await utbildningar.ForAsync(id, ct) is not { Utbildning: var utbildning } sida)
            return NotFound();
        if (utbildning.Status == Utbildningsstatus.Arkiverad)
            return Tillbaka(id, new UtbildningenArArkiverad());

        var input = new UtbildningInput { Form = Utbildningsformer.For(sida.Skolform), Nu = utbildning, Version = $"{utbildning.Version}", Berorda = await studerande.AntalAsync(id, ct) ?? 0 };
        input.Fyll(utbildning.Uppgift);
        return View(input);
    }

    [HttpPost("{id:long}/andra")]
    public async Task<IActionResult> Andra(long id, UtbildningInput input, CancellationToken ct)
    {
        input.Form = await FormAsync(ct);
        var svar = await service.AndraAsync(id, input.Tolka(input.Form), Formularversion.Tolka(input.Version), input.Bekraftad, ct);
        if (svar is null)
            return NotFound();
        if (svar.Refusals.OfType<UtbildningenArArkiverad>().FirstOrDefault() is { } arkiverad)
            return Tillbaka(id, arkiverad);
        if (svar.IsAccepted)
        {
            TempData.Klart("Ändringen är sparad.");
            return Redirect($"/utbildningar/{id}");
        }

        input.Nu = (await utbildningar.ForAsync(id, ct))!.Utbildning;
        input.Berorda = await studerande.AntalAsync(id, ct) ?? 0;
        input.ArKonflikt = svar.Refusals.Any(r => r is UtbildningenAndradAvAnnan);
        if (input.ArKonflikt)
        {
            // What is saved next time is saved by somebody who has seen both.
            ModelState.SetModelValue(nameof(input.Version), null, null);
            input.Version = $"{input.Nu.Version}";
        }

        return Nekad(svar.Refusals, nameof(Andra), input);
    }

    [HttpGet("{id:long}/arkivera")]
    public async Task<IActionResult> Arkivera(long id, CancellationToken ct)
    {
        if (await utbildningar.ForAsync(id, ct) is not { } sida)
            return NotFound();

        return sida.Utbildning.Status == Utbildningsstatus.Arkiverad
            ? Tillbaka(id, new UtbildningenArRedan(sida.Utbildning.Status))
            : View(new UtbildningsbytesModell(sida, await service.ArkivhinderAsync(id, ct)) { Studerande = await studerande.AntalAsync(id, ct) ?? 0 });
    }

    /// <summary>The same page's form: what would hinder it is shown there again.</summary>
    [HttpPost("{id:long}/arkivera"), ActionName("Arkivera")]
    public async Task<IActionResult> ArkiveraNu(long id, CancellationToken ct) =>
        await BytAsync(id, await service.ArkiveraAsync(id, ct), "Arkivera", "är arkiverad. Du hittar den under Arkiverade.", ct);

    [HttpGet("{id:long}/aterta")]
    public async Task<IActionResult> Aterta(long id, CancellationToken ct)
    {
        if (await utbildningar.ForAsync(id, ct) is not { } sida)
            return NotFound();

        return sida.Utbildning.Status == Utbildningsstatus.Aktuell
            ? Tillbaka(id, new UtbildningenArRedan(sida.Utbildning.Status))
            : View(new UtbildningsbytesModell(sida, null));
    }

    [HttpPost("{id:long}/aterta"), ActionName("Aterta")]
    public async Task<IActionResult> AtertaNu(long id, CancellationToken ct) =>
        await BytAsync(id, await service.AtertaAsync(id, ct), "Aterta", "är tillbaka bland de aktuella.", ct);

    private async Task<IActionResult> BytAsync(long id, Result<Utbildning>? svar, string vy, string klart, CancellationToken ct)
    {
        if (svar is null)
            return NotFound();
        if (svar.IsAccepted)
        {
            TempData.Klart($"{svar.Value.Uppgift.Namn} {klart}");
            return Redirect($"/utbildningar/{id}");
        }

        if (svar.Refusals[0] is UtbildningenArRedan redan)
            return Tillbaka(id, redan);

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(vy, new UtbildningsbytesModell((await utbildningar.ForAsync(id, ct))!, svar.Refusals[0]) { Studerande = await studerande.AntalAsync(id, ct) ?? 0 });
    }

    private ViewResult Nekad(IReadOnlyList<Refusal> hinder, string vy, UtbildningInput input)
    {
        ModelState.AddRefusals(hinder);
        Response.StatusCode = input.ArKonflikt ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return View(vy, input);
    }

    private RedirectResult Tillbaka(long id, Refusal hinder)
    {
        TempData.Upplysning(hinder.Sentence);
        return Redirect($"/utbildningar/{id}");
    }

    private async Task<Utbildningsform> FormAsync(CancellationToken ct) => Utbildningsformer.For(await utbildningar.SkolformAsync(ct));

    private async Task<string?> SoktextAsync(Utbildningsplats plats, CancellationToken ct) =>
        plats.Sok is { Length: > 0 and <= 32 } nyckel ? await sokningar.HamtaAsync(nyckel, ct) : null;
}
