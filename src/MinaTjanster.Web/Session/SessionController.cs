using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Session;

/// <summary>What the time-out dialog asks: how long is left (which does not extend it), and to stay.</summary>
public sealed class SessionController(AktuellAnvandare anvandare, SessionService sessioner, TimeProvider klocka) : Controller
{
    [HttpGet("/session/status"), AllowAnonymous, UtanAktivitet]
    public IActionResult Status() =>
        Json(new Sessionsstatus(
            anvandare.ArInloggad ? Sekunder(Inloggningssession.Slut(anvandare.Session.Skapad, anvandare.Session.SenastAktiv)) : null,
            (int)Inloggningssession.Dialogtid.TotalSeconds));

    [HttpPost("/session/forlang"), Inloggad, UtanSkolmarke, UtanAktivitet]
    public async Task<IActionResult> Forlang(CancellationToken ct) =>
        Json(new Sessionsstatus(
            Sekunder(await sessioner.RorAsync(anvandare.Session, genast: true, ct)),
            (int)Inloggningssession.Dialogtid.TotalSeconds));

    private int Sekunder(DateTime slut) => Math.Max(0, (int)(slut - klocka.UtcNu()).TotalSeconds);
}

/// <param name="SekunderKvar">Until the session ends; null when nobody is signed in.</param>
/// <param name="DialogFran">The dialog comes when this many seconds are left.</param>
internal sealed record Sessionsstatus(int? SekunderKvar, int DialogFran);
