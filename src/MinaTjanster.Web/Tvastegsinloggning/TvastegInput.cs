using MinaTjanster.Core.Konton.Tvasteg;

namespace MinaTjanster.Web.Tvastegsinloggning;

/// <summary>Which of the page's forms was posted.</summary>
public enum Tvastegssatt
{
    App,
    Passernyckel,
    Aterstallningskod,
}

public sealed class TvastegInput
{
    public Tvastegssatt Satt { get; set; }

    /// <summary>Six digits from the app.</summary>
    public string? Kod { get; set; }

    public string? Aterstallningskod { get; set; }

    /// <summary>What navigator.credentials.get answered, as JSON (passernyckel.js).</summary>
    public string? Svar { get; set; }

    /// <summary>Where to go afterwards, within the portal.</summary>
    public string? Retur { get; set; }
}

/// <param name="Passernyckelval">What the browser is asked for a passkey, as JSON; null when the account has none.</param>
public sealed record TvastegModell(TvastegInput Input, Tvastegsval Val, string? Passernyckelval)
{
    // The fields' names are the input's own.
    public string? Kod => Input.Kod;

    public string? Aterstallningskod => Input.Aterstallningskod;
}
