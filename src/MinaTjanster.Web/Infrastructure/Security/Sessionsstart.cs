using MinaTjanster.Core;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.Infrastructure.Security;

/// <summary>The end of every login, whether it took one step or two: noted, an earlier session in the browser ended, a new one's cookie set.</summary>
public sealed class Sessionsstart(InloggningService inloggning, SessionService sessioner, Sessionskaka kaka)
{
    /// <summary>Why not, or null when the person is signed in.</summary>
    /// <param name="andraSteget">How the second step was taken; null when the account has none.</param>
    public async Task<Refusal?> BorjaAsync(HttpContext context, Konto konto, string? andraSteget, CancellationToken ct)
    {
        var inloggad = await inloggning.LoggaAsync(konto, ct, andraSteget);
        if (!inloggad.IsAccepted)
        {
            return inloggad.Refusals[0];
        }

        if (kaka.Las(context) is { } tidigare)
        {
            await sessioner.AvslutaAsync(tidigare, ct);
        }

        var satt = andraSteget is null ? Inloggningssatt.BaraLosenord : Inloggningssatt.TvaSteg;
        kaka.Satt(context, await sessioner.SkapaAsync(konto, ct, satt, Webblasarnamn.Fran(context.Request.Headers.UserAgent)));
        return null;
    }
}
