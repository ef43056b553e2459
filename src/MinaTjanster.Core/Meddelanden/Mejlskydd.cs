using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace MinaTjanster.Core.Meddelanden;

/// <summary>What becomes of a secret mail's text once the mail has left or been given up.</summary>
/// <param name="BehallHemliga">Keep it, still protected, until the row is purged: only for Development's own mailbox.</param>
public sealed record Mejlinstallning(bool BehallHemliga = false);

/// <summary>
/// Keeps the text of a secret mail unreadable in the database and its backups while it waits. The keys stand in the same database, protected
/// as docs/drift.md says, or this would hide nothing from one who has taken a copy.
/// </summary>
public sealed class Mejlskydd(IDataProtectionProvider skydd)
{
    private readonly IDataProtector _skydd = skydd.CreateProtector("Hemligt mejl");

    internal byte[] Skydda(string text) => _skydd.Protect(Encoding.UTF8.GetBytes(text));

    /// <summary>The mail's text in clear; null when it has been erased.</summary>
    /// <exception cref="CryptographicException">It was protected with a key that is gone.</exception>
    public string? Text(UtgaendeMejl mejl) => mejl switch
    {
        { Slag: Mejlslag.Vanligt } => mejl.Text,
        { SkyddadText: { } skyddad } => Encoding.UTF8.GetString(_skydd.Unprotect(skyddad)),
        _ => null,
    };
}
