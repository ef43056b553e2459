using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Framskrivningar;

/// <summary>The next läsår proposed from one, and the two beside each other.</summary>
[Area("StudietiderUtbildningar"), Kraver(Rattighet.RapporteraStudietider), Route("/studietider")]
public sealed class FramskrivningarController(StudietidQuery studietider, FramskrivningService service, TimeProvider klocka) : Controller
{
    /// <summary>As many as a message can hold.</summary>
    private const int FlestNamnda = 5;

    [HttpGet("{lasar}/framskriv")]
    public async Task<IActionResult> Framskriv(string lasar, CancellationToken ct)
    {
        if (!Lasar.TryFranAdress(lasar, out var fran))
            return NotFound();

        var nu = await studietider.LasarAsync(fran, ct);
        if (!nu.Finns(klocka.SvenskDag()))
            return NotFound();

        var nasta = await studietider.LasarAsync(fran.Nasta, ct);
        if (nasta.Hinder(klocka.SvenskDag()) is { } hinder)
            return Tillbaka(fran, hinder);

        return nu.Galler.Count == 0 ? Tillbaka(fran, new IngetAttSkrivaFram(fran)) : View(new FramskrivModell(nu, nasta));
    }

    [HttpPost("{lasar}/framskriv"), ActionName("Framskriv")]
    public async Task<IActionResult> FramskrivNu(string lasar, CancellationToken ct)
    {
        if (!Lasar.TryFranAdress(lasar, out var fran))
            return NotFound();

        var svar = await service.SkrivFramAsync(fran, ct);
        if (!svar.IsAccepted)
            return Tillbaka(fran, svar.Refusals[0]);

        var (antal, ute) = (svar.Value.Antal, svar.Value.Utelamnade);
        if (antal > 0)
            TempData.Klart($"{Studietidsord.Antal(antal)} är {(antal == 1 ? "föreslagen" : "föreslagna")} för {fran.Nasta}.{Flyttade(svar.Value.Flyttade)} Inget är skickat än.");
        if (ute.Count > 0)
            TempData.Upplysning($"Kom inte med: {string.Join("; ", ute.Take(FlestNamnda).Select(u => $"{u.Vad} ({u.Text().TrimEnd('.')})"))}{(ute.Count > FlestNamnda ? $" och {ute.Count - FlestNamnda} till" : "")}.");
        return Redirect($"/studietider/{fran.Nasta.Adress}/skillnad");
    }

    [HttpGet("{lasar}/skillnad")]
    public async Task<IActionResult> Skillnad(string lasar, CancellationToken ct)
    {
        if (!Lasar.TryFranAdress(lasar, out var valt))
            return NotFound();

        var sida = await studietider.LasarAsync(valt, ct);
        if (!sida.Finns(klocka.SvenskDag()))
            return NotFound();

        return View(new SkillnadModell(sida, await studietider.SkillnadAsync(valt.Foregaende, ct), sida.Hinder(klocka.SvenskDag()) is null));
    }

    private static string Flyttade(int antal) => antal switch
    {
        0 => "",
        1 => " En är flyttad för en helgdag: titta på den.",
        _ => $" {antal} är flyttade för helgdagar: titta på dem.",
    };

    private RedirectResult Tillbaka(Lasar lasar, Refusal hinder)
    {
        TempData.Upplysning(hinder.Sentence);
        return Redirect($"/studietider/{lasar.Adress}");
    }
}

/// <summary>Before the next läsår is proposed.</summary>
public sealed record FramskrivModell(Lasarssida Nu, Lasarssida Nasta)
{
    public int Veckor => Framskrivning.Dagar(Nu.Galler.Min(g => g.ForstaDag)) / 7;

    public bool FinnsNagot => Nasta.Galler.Count + Nasta.Forslag.Count > 0;
}

/// <summary>A läsår beside the one before.</summary>
/// <param name="Rader">By education.</param>
/// <param name="KanAndras">It may be amended now.</param>
public sealed record SkillnadModell(Lasarssida Sida, IReadOnlyList<Skillnadsrad> Rader, bool KanAndras);
