using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Infrastructure.Drift;

/// <summary>A post that is answered also in the read-only mode: signing in and out, choosing a school, searching, and ending the mode. Others are refused.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TillatILaslageAttribute : Attribute;

/// <summary>The read-only mode that holds now.</summary>
/// <param name="Till">Until when, UTC; null when nobody knows: the operator's switch.</param>
public sealed record Laslagesuppgift(DateTime? Till)
{
    /// <summary>till den 23 november 2026 kl. 20.00, or tills vidare.</summary>
    public string TillText => Till is { } till ? $"till {SvenskText.Tidpunkt(till.SvenskTidpunkt())}" : "tills vidare";
}

/// <summary>Is the portal read-only: an outage with the mode is under way, or the operator has set <c>Drift:Laslage</c> (ADR 0042)?</summary>
public sealed class Laslage(Driftminne minne, IConfiguration config, TimeProvider klocka)
{
    /// <summary>What a system is told to wait when nobody knows how long.</summary>
    private const int OkandSekunder = 300;

    /// <summary>Null when everything works as usual.</summary>
    public async Task<Laslagesuppgift?> NuAsync(CancellationToken ct)
    {
        if (config.GetValue("Drift:Laslage", defaultValue: false))
            return new(Till: null);

        return (await minne.HamtaAsync(ct)).Laslage(klocka.UtcNu()) is { } avbrott ? new(avbrott.Slutar) : null;
    }

    /// <summary>For Retry-After.</summary>
    public int Sekunder(Laslagesuppgift nu) => nu.Till is { } till ? Math.Max(1, (int)Math.Ceiling((till - klocka.UtcNu()).TotalSeconds)) : OkandSekunder;
}
