namespace MinaTjanster.Web.Areas.Losenordskiosk.GlomtLosenord;

public sealed class GlomtInput
{
    public string? Anvandarnamn { get; set; }
}

public sealed class KodInput
{
    /// <summary>The one-time code from the mail.</summary>
    public string? Kod { get; set; }
}
