namespace MinaTjanster.Core.Meddelanden;

/// <summary>Where the portal is reached from outside, for links in mails: a mail is written by jobs too, which have no request to ask (setting <c>Portal:Adress</c>).</summary>
/// <param name="Bas">Absolute, http or https.</param>
public sealed record Portaladress(Uri Bas)
{
    /// <summary>The full address of a page.</summary>
    /// <param name="vag">Begins with a slash.</param>
    public string Till(string vag) => new Uri(Bas, vag).AbsoluteUri;
}
