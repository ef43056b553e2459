using System.Linq.Expressions;
using MinaTjanster.Core.Studietider.Rapporter;

namespace MinaTjanster.Core.Studietider.Omgangar;

/// <summary>How far a school has come with what a round asks for.</summary>
public enum Omgangslage
{
    /// <summary>Nothing is begun.</summary>
    Inget,

    /// <summary>Begun, not sent.</summary>
    Utkast,

    /// <summary>Sent back by CSN, to be amended and sent again.</summary>
    Ater,

    /// <summary>Sent, under review or approved.</summary>
    Rapporterat,
}

public static class Omgangslagen
{
    public static string Text(this Omgangslage lage) => lage switch
    {
        Omgangslage.Inget => "Inte börjat",
        Omgangslage.Utkast => "Utkast",
        Omgangslage.Ater => "Åter för komplettering",
        Omgangslage.Rapporterat => "Rapporterat",
        _ => throw new ArgumentOutOfRangeException(nameof(lage), lage, null),
    };

    /// <summary>A report that answers a round: CSN has it. A later report of the same läsår takes nothing back.</summary>
    internal static Expression<Func<Studietidsrapport, bool>> Inskickad { get; } =
        r => r.Status == Rapportstatus.Inskickad || r.Status == Rapportstatus.Granskas || r.Status == Rapportstatus.Godkand;
}
