using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Web.Shared.Hjalp;

/// <summary>Where a task is explained, and why it is asked for.</summary>
/// <param name="Text">The handbook or page, as its file is called under Partner/Innehall: <c>handbok/inloggning</c>, <c>amne/blanketter</c>.</param>
/// <param name="Avsnitt">The id of the heading.</param>
/// <param name="Varfor">A sentence or two; null where the page already says it.</param>
public sealed record Hjalpavsnitt(string Text, string Avsnitt, string? Varfor)
{
    private const string Amne = "amne/";

    /// <summary>The school forms that have the section, the one that stands for the others first; all of them when there is none.</summary>
    public IReadOnlyList<Skolform> Bara { get; init; } = [];

    public bool ArHandbok => !Text.StartsWith(Amne, StringComparison.Ordinal);

    /// <param name="skolform">Of the chosen school; null where none is: before the login, at CSN.</param>
    public string Adress(Skolform? skolform) => $"/partner/{Skolformsval(skolform).Slug()}/{(ArHandbok ? Text : Text[Amne.Length..])}#{Avsnitt}";

    public Skolform Skolformsval(Skolform? skolform) => skolform is { } vald && (Bara.Count == 0 || Bara.Contains(vald)) ? vald : Bara.Count > 0 ? Bara[0] : Skolform.Gymnasieskola;
}

public static class Partneradress
{
    /// <summary>The school form in the addresses of the public pages. <see cref="Skolform.AnnanEftergymnasial"/> has no pages of its own and reads those of yrkeshögskola.</summary>
    public static string Slug(this Skolform skolform) => skolform switch
    {
        Skolform.Gymnasieskola => "gymnasieskola",
        Skolform.Komvux => "komvux",
        Skolform.Folkhogskola => "folkhogskola",
        Skolform.Yrkeshogskola or Skolform.AnnanEftergymnasial => "yrkeshogskola",
        Skolform.Hogskola => "hogskola",
        Skolform.KonstOchKultur => "konst-och-kultur",
        _ => throw new ArgumentOutOfRangeException(nameof(skolform), skolform, null),
    };
}
