using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Web.Shared.Skolk;

/// <summary>The theme's colour of a status; the sign before the word follows it (innehall.css).</summary>
public static class Skolkstatusfarg
{
    public static string For(Skolkstatusslag slag) => slag switch
    {
        Skolkstatusslag.Upplysning => "info",
        Skolkstatusslag.Klart => "success",
        Skolkstatusslag.Atgard => "warning",
        Skolkstatusslag.Forsenad => "danger",
        _ => "neutral",
    };
}
