namespace MinaTjanster.Web.Areas.Losenordskiosk.Losenordsbyte;

public sealed class AndraInput
{
    public string? Anvandarnamn { get; set; }

    /// <summary>The present password, or a one-time password.</summary>
    public string? Losenord { get; set; }
}

public sealed class NyttLosenordInput
{
    public string? NyttLosenord { get; set; }

    public string? Upprepa { get; set; }
}
