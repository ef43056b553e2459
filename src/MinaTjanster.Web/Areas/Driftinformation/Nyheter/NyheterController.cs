using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Driftinformation.Nyheter;

/// <summary>News as schools read them: those that are current for the chosen school's form.</summary>
[Area("Driftinformation"), Inloggad, Route("/nyheter")]
public sealed class NyheterController(DriftQuery drift) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await drift.NyheterAsync(ct));

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Nyhet(long id, CancellationToken ct) =>
        (await drift.NyheterAsync(ct)).FirstOrDefault(n => n.Id == id) is { } nyhet ? View(nyhet) : NotFound();
}
