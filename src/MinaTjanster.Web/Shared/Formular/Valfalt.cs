using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinaTjanster.Web.Shared.Formular;

/// <summary>One choice of a drop-down, radio group or group of check boxes.</summary>
/// <param name="Grupp">In a drop-down: the group it stands in, with its neighbours of the same.</param>
public sealed record Alternativ(string Varde, string Text, string? Hint = null, string? Grupp = null);

/// <summary>A drop-down. <c>tomt</c> is the text of the empty first choice.</summary>
[HtmlTargetElement("falt-val", Attributes = "for,alternativ")]
public sealed class FaltValTagHelper : FaltTagHelper
{
    public IEnumerable<Alternativ> Alternativ { get; set; } = [];

    public string? Tomt { get; set; }

    protected override void Rita(TagHelperOutput output, IHtmlContent hjalp)
    {
        output.TagName = "select";
        if (Tomt is not null)
            output.Content.AppendHtml(Rad(new Alternativ(string.Empty, Tomt)));
        string? grupp = null;
        foreach (var alternativ in Alternativ)
        {
            if (alternativ.Grupp != grupp)
            {
                if (grupp is not null)
                    output.Content.AppendHtml("</optgroup>");
                grupp = alternativ.Grupp;
                if (grupp is not null)
                    output.Content.AppendHtml("<optgroup label=\"").Append(grupp).AppendHtml("\">");
            }

            output.Content.AppendHtml(Rad(alternativ));
        }

        if (grupp is not null)
            output.Content.AppendHtml("</optgroup>");
        RitaFalt(output, hjalp);
        output.Attributes.RemoveAll("size"); // on a select, size is the number of rows
        if (Bredd is not null)
            output.Attributes.SetAttribute("data-width", "auto");
    }

    private TagBuilder Rad(Alternativ alternativ)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = alternativ.Varde;
        if (alternativ.Varde == Varde)
            option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(alternativ.Text);
        return option;
    }
}

/// <summary>A group of radio buttons, or of check boxes (<c>falt-kryssgrupp</c>), in a fieldset with the label as its legend.</summary>
[HtmlTargetElement("falt-radio", Attributes = "for,alternativ")]
[HtmlTargetElement("falt-kryssgrupp", Attributes = "for,alternativ")]
public sealed class FaltGruppTagHelper : FaltTagHelper
{
    public IEnumerable<Alternativ> Alternativ { get; set; } = [];

    protected override void Rita(TagHelperOutput output, IHtmlContent hjalp)
    {
        var typ = output.TagName == "falt-radio" ? "radio" : "checkbox";
        output.TagName = "fieldset";
        LaggTill(output, "class", "ds-fieldset");
        RitaAria(output);
        if (typ == "radio")
            output.Attributes.SetAttribute("role", "radiogroup"); // a role that may be invalid and required
        else
            output.Attributes.RemoveAll("aria-required");
        if (typ == "checkbox")
            output.Attributes.RemoveAll("aria-invalid");

        output.Content.AppendHtml("<legend class=\"ds-label\">").AppendHtml(Etikett()).AppendHtml("</legend>").AppendHtml(Hjalptext(hjalp));
        var nummer = 0;
        foreach (var alternativ in Alternativ)
            output.Content.AppendHtml(Rad(alternativ, typ, nummer++));
        output.Content.AppendHtml(Felmeddelanden());
    }

    private TagBuilder Rad(Alternativ alternativ, string typ, int nummer)
    {
        var id = nummer == 0 ? Id : $"{Id}-{nummer + 1}"; // the error summary links to the first
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.StartTag };
        input.AddCssClass("ds-input");
        input.MergeAttributes(new Dictionary<string, string?> { ["type"] = typ, ["id"] = id, ["name"] = Namn, ["value"] = alternativ.Varde });
        if (Varden.Contains(alternativ.Varde))
            input.Attributes["checked"] = "checked";
        if (Fel.Count > 0)
            input.Attributes["aria-invalid"] = "true";
        if (alternativ.Hint is not null)
            input.Attributes["aria-describedby"] = id + "-valhjalp";

        var label = new TagBuilder("label");
        label.AddCssClass("ds-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(alternativ.Text);

        var rad = new TagBuilder("div");
        rad.AddCssClass("ds-field");
        rad.InnerHtml.AppendHtml(input).AppendHtml(label);
        if (alternativ.Hint is not null)
        {
            var hint = new TagBuilder("div");
            hint.MergeAttributes(new Dictionary<string, string?> { ["data-field"] = "description", ["id"] = id + "-valhjalp" });
            hint.InnerHtml.Append(alternativ.Hint);
            rad.InnerHtml.AppendHtml(hint);
        }

        return rad;
    }
}

/// <summary>One check box that posts <c>true</c> when ticked and nothing otherwise (bind to a bool).</summary>
[HtmlTargetElement("falt-kryss", Attributes = "for")]
public sealed class FaltKryssTagHelper : FaltTagHelper
{
    protected override void Rita(TagHelperOutput output, IHtmlContent hjalp)
    {
        output.TagName = "input";
        output.TagMode = TagMode.StartTagOnly;
        output.Attributes.SetAttribute("type", "checkbox");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("name", Namn);
        output.Attributes.SetAttribute("value", "true");
        LaggTill(output, "class", "ds-input");
        if (string.Equals(Varde, "true", StringComparison.OrdinalIgnoreCase))
            output.Attributes.SetAttribute(new TagHelperAttribute("checked"));
        RitaAria(output);

        output.PreElement.AppendHtml("<div class=\"ds-field\">");
        var label = new TagBuilder("label");
        label.AddCssClass("ds-label");
        label.Attributes["for"] = Id;
        label.InnerHtml.Append(Label);
        output.PostElement.AppendHtml(label).AppendHtml(Hjalptext(hjalp)).AppendHtml(Felmeddelanden()).AppendHtml("</div>");
    }
}
