namespace MinaTjanster.Web.Infrastructure.Mail;

/// <summary>Settings <c>Epost:*</c> (docs/drift.md).</summary>
public sealed class Epostinstallning
{
    public const string Avsnitt = "Epost";

    /// <summary>The SMTP server; empty only in Development, where mails are then shown at /utvecklingspost.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 25;

    /// <summary>The address mails come from.</summary>
    public string Avsandare { get; set; } = "mina-tjanster@localhost";

    /// <summary>The name shown beside the address.</summary>
    public string Avsandarnamn { get; set; } = "Mina tjänster";

    public string? Anvandare { get; set; }

    public string? Losenord { get; set; }

    /// <summary>STARTTLS, demanded: a server without it gets no mail.</summary>
    public bool Tls { get; set; }

    public bool HarServer => !string.IsNullOrWhiteSpace(Host);
}
