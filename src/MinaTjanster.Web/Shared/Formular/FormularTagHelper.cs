using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Shared.Formular;

/// <summary>
/// A form that posts: always with the framework's antiforgery token and the protected skolkod it was drawn for (design decision 6).
/// <c>&lt;formular action="@Url.Action("Skapa")"&gt;</c>; other attributes land on the form. The browser's own validation is off:
/// the sentences are ours, the same with and without scripts.
/// </summary>
[HtmlTargetElement("formular")]
public sealed class FormularTagHelper(IHtmlGenerator generator, Skolmarke skolmarke) : TagHelper
{
    /// <summary>Where the form is posted; the page's own address without it.</summary>
    public string? Action { get; set; }

    /// <summary>Files are sent with it; scripts show the progress (uppladdning.js).</summary>
    public bool Filer { get; set; }

    /// <summary>The action is marked <see cref="UtanSkolmarkeAttribute"/>: log in and out, choose school, change password.</summary>
    public bool UtanSkola { get; set; }

    /// <summary>The address that answers with the consequences of what is typed, as an HTML fragment (foljder.js).</summary>
    public string? FoljderUrl { get; set; }

    /// <summary>The id of the element that shows them.</summary>
    public string FoljderMal { get; set; } = "foljder";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        if (Action is not null)
            output.Attributes.SetAttribute("action", Action);
        if (Filer)
        {
            output.Attributes.SetAttribute("enctype", "multipart/form-data");
            output.Attributes.SetAttribute(new TagHelperAttribute("data-uppladdning"));
        }

        if (FoljderUrl is not null)
        {
            output.Attributes.SetAttribute("data-foljder-url", FoljderUrl);
            output.Attributes.SetAttribute("data-foljder-mal", FoljderMal);
        }

        var innehall = await output.GetChildContentAsync();
        output.Content.SetHtmlContent(generator.GenerateAntiforgery(ViewContext));
        if (!UtanSkola)
        {
            var falt = new TagBuilder("input") { TagRenderMode = TagRenderMode.StartTag };
            falt.MergeAttributes(new Dictionary<string, string?> { ["type"] = "hidden", ["name"] = Skolmarke.Falt, ["value"] = skolmarke.Skapa() });
            output.Content.AppendHtml(falt);
        }

        output.Content.AppendHtml(innehall);
    }
}
