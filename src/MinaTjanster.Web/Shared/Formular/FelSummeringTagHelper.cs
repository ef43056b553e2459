using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinaTjanster.Web.Shared.Formular;

/// <summary>
/// Every error of the form at the top, each a link to its field; errors of the whole form first. Takes focus by itself
/// (<c>autofocus</c>; felsummering.js where the browser does not) and is nothing at all when there is no error.
/// </summary>
[HtmlTargetElement("fel-summering", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FelSummeringTagHelper : TagHelper
{
    public string Rubrik { get; set; } = "Rätta följande för att gå vidare";

    /// <summary>The fields' names in the order of the page, where they are not properties of the input model.</summary>
    public IEnumerable<string> Ordning { get; set; } = [];

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var fel = Samla();
        if (fel.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-error-summary");
        output.Attributes.SetAttribute("id", "felsummering");
        output.Attributes.SetAttribute("data-color", "danger");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute(new TagHelperAttribute("autofocus"));
        output.Attributes.SetAttribute("aria-labelledby", "felsummering-rubrik");

        output.Content.AppendHtml("<h2 class=\"ds-heading\" id=\"felsummering-rubrik\">").Append(Rubrik).AppendHtml("</h2><ul class=\"ds-list\">");
        foreach (var (namn, text) in fel)
        {
            output.Content.AppendHtml("<li>");
            if (namn.Length == 0)
            {
                output.Content.Append(text);
            }
            else
            {
                var lank = new TagBuilder("a");
                lank.AddCssClass("ds-link");
                lank.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(namn, "_");
                lank.InnerHtml.Append(text);
                output.Content.AppendHtml(lank);
            }

            output.Content.AppendHtml("</li>");
        }

        output.Content.AppendHtml("</ul>");
    }

    /// <summary>In the order of the input model's properties, which is the order of the fields on the page.</summary>
    private List<(string Namn, string Text)> Samla()
    {
        var ordning = ViewContext.ViewData.ModelMetadata.Properties
            .OrderBy(Djup)
            .Select((property, plats) => (property.PropertyName, plats))
            .ToDictionary(p => p.PropertyName ?? string.Empty, p => p.plats, StringComparer.OrdinalIgnoreCase);
        var inom = Ordning.ToList();
        return [.. ViewContext.ViewData.ModelState
            .Where(rad => rad.Value is { Errors.Count: > 0 })
            .OrderBy(rad => Plats(rad.Key))
            .ThenBy(rad => inom.IndexOf(rad.Key))
            .SelectMany(rad => rad.Value!.Errors.Select(e => (rad.Key, Text: e.ErrorMessage)))
            .Distinct()];

        // What a page adds to a form that several have stands after it.
        static int Djup(ModelMetadata property)
        {
            var djup = 0;
            for (var typ = property.ContainerType?.GetProperty(property.PropertyName!)?.DeclaringType; typ is not null; typ = typ.BaseType)
                djup++;
            return djup;
        }

        int Plats(string key) =>
            key.Length == 0 ? -1 : ordning.GetValueOrDefault(key.Split('.', '[')[0], int.MaxValue);
    }
}
