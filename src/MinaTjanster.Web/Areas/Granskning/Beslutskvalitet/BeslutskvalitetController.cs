using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared.Diagram;

namespace MinaTjanster.Web.Areas.Granskning.Beslutskvalitet;

/// <summary>CSN: how many of the outcomes that were checked a colleague sent back. Never by person.</summary>
[Area("Granskning"), Kraver(Rattighet.GranskaUnderlag), Route("/granskning/kvalitet")]
public sealed class BeslutskvalitetController(BeslutskvalitetQuery kvalitet, Fyraogoninstallning installning) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new KvalitetModell(await kvalitet.ManaderAsync(ct), installning));
}

/// <param name="Manader">The oldest first.</param>
public sealed record KvalitetModell(IReadOnlyList<Kvalitetstal> Manader, Fyraogoninstallning Installning)
{
    public Kvalitetstal Summa { get; } = BeslutskvalitetQuery.Summa(Manader);

    public Linjediagram Diagram => new([.. Manader.Select(m => new Diagrammanad(m.Manad, m.AndelAterlamnade))], procent: true);

    public string Urval => Installning switch
    {
        { Andel: 0, Belopp: 0 } => "Just nu kontrolleras inga utfall, utom de som har lämnats tillbaka.",
        { Belopp: 0 } => $"En kollega kontrollerar {Installning.Andel} procent av utfallen, slumpvis valda.",
        { Andel: 0 } => $"En kollega kontrollerar alla utfall där minst {SvenskText.Kronor(Installning.Belopp)} är felaktigt utbetalt.",
        _ => $"En kollega kontrollerar alla utfall där minst {SvenskText.Kronor(Installning.Belopp)} är felaktigt utbetalt, och {Installning.Andel} procent av de andra, slumpvis valda.",
    };

    /// <summary>What the sample is of.</summary>
    public string Galler => Installning.Belopp > 0
        ? $"Andelen räknas bara på de slumpvis valda och säger något om utfall under {SvenskText.Kronor(Installning.Belopp)}."
        : "Andelen räknas bara på de slumpvis valda och säger något om alla utfall.";

    public static string Andel(Kvalitetstal tal) => tal.AndelAterlamnade is { } andel ? $"{andel} %" : "–";

    public static string Manad(DateOnly manad) => $"{SvenskText.Manad(manad)} {manad.Year}";
}
