using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Web.Areas.Granskning;

public static class Arendestatusfarg
{
    /// <summary>The theme's colour of a state; the sign before the word follows it (innehall.css).</summary>
    public static string Farg(this Arendestatus status) => status switch
    {
        Arendestatus.AttGranska or Arendestatus.Granskas => "info",
        Arendestatus.Godkant => "success",
        Arendestatus.Atertaget => "danger",
        Arendestatus.VantarPaUnderlag or Arendestatus.KompletteringBegard => "warning",
        _ => "neutral",
    };
}
