using Microsoft.AspNetCore.Razor.TagHelpers;
using MinaTjanster.Core.Konton;
using MinaTjanster.Web.Partner.Texter;

namespace MinaTjanster.Web.Shared.Hjalp;

/// <summary>
/// Help in place: why the form asks, and a link to where it is explained. <c>&lt;hjalp uppgift="SistaSkolkdag" /&gt;</c>, or <c>&lt;hjalp handelse="@kod" /&gt;</c> on
/// an event's own form. Opens in a new tab, so that nothing typed is lost.
/// </summary>
[HtmlTargetElement("hjalp", Attributes = "uppgift", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("hjalp", Attributes = "handelse", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HjalpTagHelper(AktuellAnvandare anvandare, Innehallsbibliotek bibliotek) : TagHelper
{
    public Hjalpuppgift Uppgift { get; set; }

    /// <summary>The code of the event that the form is about.</summary>
    public string? Handelse { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var avsnitt = Handelse is { } kod ? Hjalptabell.ForHandelse(kod) : Hjalptabell.For(Uppgift);
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "hjalp bara-skarm");
        if (avsnitt.Varfor is { } varfor)
            output.Content.Append(varfor).Append(" ");
        output.Content
            .AppendHtml("<a class=\"ds-link\" target=\"_blank\" rel=\"noopener\" href=\"").Append(avsnitt.Adress(anvandare.AktivSkola?.Skolform, bibliotek)).AppendHtml("\">")
            .Append(avsnitt.ArHandbok ? "Läs mer i handboken" : "Läs mer om blanketter och broschyrer")
            .AppendHtml("<span class=\"ds-sr-only\"> (öppnas i en ny flik)</span></a>");
    }
}
