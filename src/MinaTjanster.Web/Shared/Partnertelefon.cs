using Microsoft.AspNetCore.Razor.TagHelpers;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor.Telefon;

namespace MinaTjanster.Web.Shared;

/// <summary>CSN's partner phone as a link, and when it answers, as CSN's staff have set it: &lt;partnertelefon /&gt;.</summary>
[HtmlTargetElement("partnertelefon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PartnertelefonTagHelper(IServiceProvider tjanster) : TagHelper
{
    /// <summary>False where the database may not be asked: on error pages, and in what stands on every page.</summary>
    public bool Tider { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent($"<a class=\"ds-link nobryt\" href=\"{Telefonnummer.Lank(Hjalpvag.Partnertelefon)}\">{Hjalpvag.Partnertelefon}</a>");
        if (Tider && await tjanster.GetRequiredService<Telefonminne>().MeningAsync(CancellationToken.None) is { Length: > 0 } mening)
            output.Content.Append($", {mening}");
    }
}
