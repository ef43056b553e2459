using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Validation;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.Kontoadministration.Bestallningsko;

/// <summary>CSN's queue of permission orders, and each order with its decisions.</summary>
[Area("Kontoadministration"), Kraver(Rattighet.HandlaggBehorigheter), Route("/csn/bestallningar")]
public sealed class BestallningskoController(
    BestallningQuery query,
    BestallningsbeslutService beslut,
    HistorikQuery historik,
    AuditService audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? flik, int sida, CancellationToken ct)
    {
        var vald = Bestallningsflikar.Fran(flik);
        var antal = await query.AntalAsync(ct);
        return View(new KoModell(vald, await query.KoAsync(vald, sida, ct), antal.AttHandlagga, antal.VantarPaSkolan));
    }

    [HttpGet("{id:long}")]
    public Task<IActionResult> Bestallning(long id, CancellationToken ct) => VisaAsync(id, ct);

    /// <summary>Approves one row.</summary>
    [HttpPost("{id:long}")]
    public async Task<IActionResult> Bestallning(long id, BeslutInput input, CancellationToken ct)
    {
        if (!int.TryParse(input.Version, out var version) || !long.TryParse(input.Rad, out var radId))
            return BadRequest();

        if (await beslut.GodkannAsync(id, radId, version, ct) is not { } svar)
            return NotFound();

        if (svar.IsAccepted)
        {
            TempData.Klart(svar.Value.Brev ? "Raden är godkänd. Brevet med användarnamnet väntar på utskrift." : "Raden är godkänd.");
            return Redirect(Adress(id));
        }

        // The order is shown as it is now; what was posted was drawn from an older one.
        ModelState.Clear();
        ModelState.AddRefusals(svar.Refusals.Select(n => new Hinder(n)));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await VisaAsync(id, ct);
    }

    [HttpGet("{id:long}/rader/{radId:long}/avsla")]
    public Task<IActionResult> Avsla(long id, long radId, CancellationToken ct) => VisaAvslagAsync(id, radId, null, ct);

    [HttpPost("{id:long}/rader/{radId:long}/avsla")]
    public async Task<IActionResult> Avsla(long id, long radId, AvslagInput input, CancellationToken ct)
    {
        if (!int.TryParse(input.Version, out var version))
            return BadRequest();

        if (await beslut.AvslaAsync(id, radId, version, input.Skal, ct) is not { } svar)
            return NotFound();

        if (svar.IsAccepted)
        {
            TempData.Klart("Raden är avslagen.");
            return Redirect(Adress(id));
        }

        ModelState.AddRefusals(svar.Refusals);
        Svara(svar.Refusals);
        return await VisaAvslagAsync(id, radId, input.Skal, ct);
    }

    [HttpGet("{id:long}/fraga")]
    public Task<IActionResult> Fraga(long id, CancellationToken ct) => VisaFragaAsync(id, null, ct);

    [HttpPost("{id:long}/fraga")]
    public async Task<IActionResult> Fraga(long id, FragaInput input, CancellationToken ct)
    {
        if (!int.TryParse(input.Version, out var version))
            return BadRequest();

        if (await beslut.FragaAsync(id, version, input.Text, ct) is not { } svar)
            return NotFound();

        if (svar.IsAccepted)
        {
            TempData.Klart("Frågan är ställd. Beställaren får ett mejl.");
            return Redirect(Adress(id));
        }

        ModelState.AddRefusals(svar.Refusals);
        Svara(svar.Refusals);
        return await VisaFragaAsync(id, input.Text, ct);
    }

    private static string Adress(long id) => $"/csn/bestallningar/{id}";

    /// <summary>A fault in a field, or an order that is no longer what the page showed: then the form is for what it is now.</summary>
    private void Svara(IReadOnlyList<Refusal> nej)
    {
        ModelState.Remove("Version");
        Response.StatusCode = nej.All(n => n.Field is null) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
    }

    private async Task<IActionResult> VisaAsync(long id, CancellationToken ct) =>
        await HamtaAsync(id, ct) is { } bild
            ? View("Bestallning", new CsnbestallningModell(bild, bild.MedPersoner(await historik.ForAsync(AuditObjects.Behorighetsbestallning, id, ct))))
            : NotFound();

    private async Task<IActionResult> VisaAvslagAsync(long id, long radId, string? skal, CancellationToken ct)
    {
        if (await HamtaAsync(id, ct) is not { } bild || bild.Bestallning.Rader.SingleOrDefault(r => r.Id == radId) is not { } rad)
            return NotFound();

        if (HttpMethods.IsGet(Request.Method) && (!bild.Bestallning.ArOppen || rad.Status != Bestallningsradstatus.Vantar))
        {
            TempData.Upplysning(new RadenAvgjord().Sentence);
            return Redirect(Adress(id));
        }

        return View("Avsla", new AvslagModell(bild, rad) { Skal = skal });
    }

    private async Task<IActionResult> VisaFragaAsync(long id, string? text, CancellationToken ct)
    {
        if (await HamtaAsync(id, ct) is not { } bild)
            return NotFound();

        if (HttpMethods.IsGet(Request.Method) && bild.Bestallning.Status != Bestallningsstatus.HosCsn)
        {
            TempData.Upplysning(bild.Bestallning.ArOppen ? new BestallningenVantar().Sentence : new BestallningenStangd(bild.Bestallning.Status).Sentence);
            return Redirect(Adress(id));
        }

        return View("Fraga", new FragaModell(bild) { Text = text });
    }

    /// <summary>Opens the order, and records that CSN looked at a school's data.</summary>
    private async Task<Bestallningsbild?> HamtaAsync(long id, CancellationToken ct)
    {
        if (await query.HamtaAsync(id, ct) is not { } bild)
            return null;

        await audit.AddVisningAsync(Visningsslag.Csn, AuditObjects.Behorighetsbestallning, id, bild.Skola.Id);
        return bild;
    }

    /// <summary>The page has no field to point at.</summary>
    private sealed record Hinder(Refusal Nej) : Refusal(Nej.Code, Nej.Sentence);
}

/// <summary>The tabs as addresses name them.</summary>
public static class Bestallningsflikar
{
    public static IReadOnlyList<(Bestallningsflik Flik, string Namn, string Text)> Alla { get; } =
    [
        (Bestallningsflik.AttHandlagga, "att-handlagga", "Att handlägga"),
        (Bestallningsflik.VantarPaSkolan, "vantar", "Väntar på skolan"),
        (Bestallningsflik.Avgjorda, "avgjorda", "Avgjorda"),
    ];

    public static Bestallningsflik Fran(string? namn) => Alla.FirstOrDefault(f => f.Namn == namn, Alla[0]).Flik;

    public static string Namn(this Bestallningsflik flik) => Alla.Single(f => f.Flik == flik).Namn;

    public static string Text(this Bestallningsflik flik) => Alla.Single(f => f.Flik == flik).Text;
}

public sealed record KoModell(Bestallningsflik Flik, Listsida<Bestallningsradlista> Lista, int AttHandlagga, int VantarPaSkolan)
{
    public int? Antal(Bestallningsflik flik) => flik switch
    {
        Bestallningsflik.AttHandlagga => AttHandlagga,
        Bestallningsflik.VantarPaSkolan => VantarPaSkolan,
        _ => null,
    };
}

/// <summary>An approval: the row, and the order's version that the page showed.</summary>
public sealed class BeslutInput
{
    public string? Rad { get; init; }

    public string? Version { get; init; }
}

public class AvslagInput
{
    /// <summary>With the line breaks that the field counts.</summary>
    public string? Skal { get; init => field = value?.ReplaceLineEndings("\n"); }

    public string? Version { get; init; }
}

public class FragaInput
{
    /// <summary>With the line breaks that the field counts.</summary>
    public string? Text { get; init => field = value?.ReplaceLineEndings("\n"); }

    public string? Version { get; init; }
}

public sealed record CsnbestallningModell(Bestallningsbild Bild, IReadOnlyList<Historikrad> Historik)
{
    public Behorighetsbestallning Bestallning => Bild.Bestallning;

    /// <summary>What the handläggare should know before deciding the row, or null.</summary>
    public string? Anmarkning(Bestallningsrad rad) =>
        rad.Status != Bestallningsradstatus.Vantar ? null
        : !rad.Slag.KanBestallas(Bild.Skola)
            ? $"Raden kan inte godkännas: behörigheten sköts nu av {Behorighetsadministration.For(rad.Slag.Behorighet(), Bild.Skola).Text()}. Avslå raden och hänvisa dit."
        : rad.KontoId is not null && rad.KontoId == Bestallning.SkickadAvKontoId ? "Beställaren beställer för sig själv."
        : null;
}

public sealed class AvslagModell(Bestallningsbild bild, Bestallningsrad rad) : AvslagInput
{
    public Bestallningsbild Bild => bild;

    public Bestallningsrad Rad => rad;
}

public sealed class FragaModell(Bestallningsbild bild) : FragaInput
{
    public Bestallningsbild Bild => bild;
}
