using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using MinaTjanster.Core.Meddelanden;

namespace MinaTjanster.Web.Infrastructure.Mail;

/// <summary>One SMTP conversation a mail. A subject or address that would add a header is refused by MailMessage itself.</summary>
public sealed class Smtptransport(Epostinstallning installning) : IMejltransport
{
    /// <summary>Half the lease of <see cref="MejlkoService.Lan"/>: a slow server never makes another worker send the same mail.</summary>
    public static readonly TimeSpan Tidsgrans = MejlkoService.Lan / 2;

    public async Task SkickaAsync(UtgaendeMejl mejl, string text, CancellationToken ct)
    {
        using var brev = new MailMessage
        {
            From = new MailAddress(installning.Avsandare, installning.Avsandarnamn, Encoding.UTF8),
            Subject = mejl.Amne,
            SubjectEncoding = Encoding.UTF8,
            Body = text,
            BodyEncoding = Encoding.UTF8,
            // Base64 keeps long lines, lines of one dot and every letter intact through any server.
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        brev.To.Add(new MailAddress(mejl.Till));
        // RFC 3834: no out-of-office answers to a portal.
        brev.Headers.Add("Auto-Submitted", "auto-generated");
        brev.Headers.Add("Message-ID", $"<mejl-{mejl.Id}-{mejl.AntalForsok + 1}@{brev.From.Host}>");

        using var klient = new SmtpClient(installning.Host!, installning.Port) { EnableSsl = installning.Tls };
        if (!string.IsNullOrEmpty(installning.Anvandare))
        {
            klient.Credentials = new NetworkCredential(installning.Anvandare, installning.Losenord);
        }

        using var grans = CancellationTokenSource.CreateLinkedTokenSource(ct);
        grans.CancelAfter(Tidsgrans);
        await klient.SendMailAsync(brev, grans.Token);
    }
}
