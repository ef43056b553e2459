using MinaTjanster.Core.Skolor;
using MinaTjanster.Web.Partner.Texter;

namespace MinaTjanster.Web.Shared.Hjalp;

/// <summary>Where a task is explained, and why it is asked for.</summary>
/// <param name="Text">The page's address after the school form: <c>handbok/inloggning</c>, <c>blanketter</c>.</param>
/// <param name="Avsnitt">The id of the heading.</param>
/// <param name="Varfor">A sentence or two; null where the page already says it.</param>
public sealed record Hjalpavsnitt(string Text, string Avsnitt, string? Varfor)
{
    /// <summary>The school forms that have the section, the one that stands for the others first; all of them when there is none.</summary>
    public IReadOnlyList<Skolform> Bara { get; init; } = [];

    public bool ArHandbok => Text.StartsWith("handbok/", StringComparison.Ordinal);

    /// <param name="skolform">Of the chosen school; null where none is: before the login, at CSN. They read gymnasieskola's.</param>
    public string Adress(Skolform? skolform, Innehallsbibliotek bibliotek)
    {
        var form = skolform ?? Skolform.Gymnasieskola;
        if (Bara.Count > 0 && !Bara.Contains(form))
            form = Bara[0];
        var adress = bibliotek.Hjalpadress(form, Text);
        return adress.EndsWith(Text, StringComparison.Ordinal) ? $"{adress}#{Avsnitt}" : adress;
    }
}
