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
        // One save for both: a password changed since it was verified ends this session too, since it is never there.
        var satt = andraSteget is null ? Inloggningssatt.BaraLosenord : Inloggningssatt.TvaSteg;
        var nyckel = sessioner.LaggTill(konto, satt, Webblasarnamn.Fran(context.Request.Headers.UserAgent));
        var inloggad = await inloggning.LoggaAsync(konto, ct, andraSteget);
        if (!inloggad.IsAccepted)
        {
            return inloggad.Refusals[0];
        }

        if (kaka.Las(context) is { } tidigare)
        {
            await sessioner.AvslutaAsync(tidigare, ct);
        }

        kaka.Satt(context, nyckel);
        return null;
    }
}
