using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Session;

/// <summary>What the time-out dialog asks: how long is left (which does not extend it), and to stay.</summary>
public sealed class SessionController(AktuellAnvandare anvandare, SessionService sessioner, TimeProvider klocka) : Controller
{
    [HttpGet("/session/status"), AllowAnonymous, UtanAktivitet]
    public IActionResult Status() =>
        Json(For(anvandare.ArInloggad ? Inloggningssession.Slut(anvandare.Session.Skapad, anvandare.Session.SenastAktiv) : null));

    [HttpPost("/session/forlang"), Inloggad(UnderRegistrering = true), UtanSkolmarke, UtanAktivitet, TillatILaslage]
    public async Task<IActionResult> Forlang(CancellationToken ct) =>
        Json(For(await sessioner.RorAsync(anvandare.Session, genast: true, ct)));

    private Sessionsstatus For(DateTime? slut) => new(
        slut is { } tid ? Math.Max(0, (int)(tid - klocka.UtcNu()).TotalSeconds) : null,
        (int)Inloggningssession.Dialogtid.TotalSeconds,
        slut?.SvenskTidpunkt().ToString("HH:mm", CultureInfo.InvariantCulture));
}

/// <param name="SekunderKvar">Until the session ends; null when nobody is signed in.</param>
/// <param name="DialogFran">The dialog comes when this many seconds are left.</param>
/// <param name="Slut">The time of day when the session ends, as Swedish clocks show it: the browser's own may be wrong.</param>
internal sealed record Sessionsstatus(int? SekunderKvar, int DialogFran, string? Slut);
