namespace MinaTjanster.Web.Partner;

/// <summary>Names the words of the frame around the public texts: Skaltext.resx in Swedish, Skaltext.en.resx in English.</summary>
public sealed class Skaltext;
