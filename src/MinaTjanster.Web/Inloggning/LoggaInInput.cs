using Microsoft.AspNetCore.Mvc.ModelBinding;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.Inloggning;

public sealed class LoggaInInput
{
    public string? Anvandarnamn { get; set; }

    public string? Losenord { get; set; }

    /// <summary>Where to go afterwards, within the portal.</summary>
    public string? Retur { get; set; }

    /// <summary>The person comes here because the session timed out.</summary>
    public bool Utgangen { get; set; }

    /// <summary>This browser's session was ended from elsewhere; null when it was not.</summary>
    [BindNever]
    public Sessionsslut? Slut { get; set; }
}
