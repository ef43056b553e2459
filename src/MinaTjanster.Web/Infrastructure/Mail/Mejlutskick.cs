using System.Net.Mail;
using System.Security.Cryptography;
using MinaTjanster.Core.Meddelanden;

namespace MinaTjanster.Web.Infrastructure.Mail;

/// <summary>Sends what is due. Any number may run at once, here and in other copies of the portal (<see cref="MejlkoService"/>).</summary>
public sealed class Mejlutskick(MejlkoService ko, Mejlskydd skydd, IMejltransport transport, ILogger<Mejlutskick> logg)
{
    private const int Omgang = 50;

    /// <summary>Tries every mail that is due, at most <see cref="Omgang"/>; returns how many went.</summary>
    public async Task<int> SkickaForfallnaAsync(CancellationToken ct)
    {
        var skickade = 0;
        foreach (var id in await ko.HamtaForfallnaAsync(Omgang, ct))
        {
            if (await ko.TaAsync(id, ct) is { } mejl && await SkickaAsync(mejl, ct))
            {
                skickade++;
            }
        }

        return skickade;
    }

    private async Task<bool> SkickaAsync(UtgaendeMejl mejl, CancellationToken ct)
    {
        try
        {
            var text = skydd.Text(mejl) ?? throw new ArgumentException("The text has been erased.", nameof(mejl));
            await transport.SkickaAsync(mejl, text, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The portal is stopping: the lease runs out and the mail is tried again. It counts as no try.
            throw;
        }
        catch (Exception fel) when (fel is SmtpException or IOException or OperationCanceledException or FormatException or ArgumentException or InvalidOperationException or CryptographicException)
        {
            // An address or subject that cannot be written as a mail will not become one by waiting, nor a text whose key is gone.
            var nasta = await ko.HarMisslyckatsAsync(mejl.Id, Orsak(fel), meningslost: fel is FormatException or ArgumentException or CryptographicException);
            logg.Log(nasta is null ? LogLevel.Error : LogLevel.Warning, fel, "Mejl {MejlId} gick inte iväg, nästa försök {NastaForsok}", mejl.Id, nasta);
            return false;
        }

        await ko.HarSkickatsAsync(mejl.Id);
        return true;
    }

    private static string Orsak(Exception fel) =>
        fel is OperationCanceledException ? "Servern svarade inte i tid." : fel.InnerException is { } inre ? $"{fel.Message} {inre.Message}" : fel.Message;
}
