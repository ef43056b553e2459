using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinaTjanster.Web.Shared.Formular;

/// <summary>
/// The one family of form fields (design decision 9): label, hint, field and error, tied together for assistive technology.
/// The element itself becomes the input, so any other attribute (<c>maxlength</c>, <c>autocomplete</c>, <c>data-…</c>) lands on it.
/// A field shows what was typed (ModelState's attempted value) before what the model holds, so that a refused or restored form keeps every character.
/// Content between the tags is a further hint, as HTML.
/// </summary>
public abstract class FaltTagHelper : TagHelper
{
    /// <summary>The input model's property; ids are <c>Property</c>, <c>Property-hjalp</c> and <c>Property-fel</c>.</summary>
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = string.Empty;

    /// <summary>Why it is asked, or how it is written.</summary>
    public string? Hint { get; set; }

    /// <summary>Width in characters; without it the field fills its column.</summary>
    public int? Bredd { get; set; }

    /// <summary>The field may be left empty, and its label says so. Fields are required otherwise.</summary>
    public bool Valfri { get; set; }

    /// <summary>False where the word beside the label would only disturb: a search field, which nobody takes for a demand.</summary>
    public bool VisaValfri { get; set; } = true;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected string Namn => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => TagBuilder.CreateSanitizedId(Namn, "_");

    /// <summary>What the eye sees beside the field and a screen reader must hear with its name: the unit.</summary>
    protected virtual string? Etikettillagg => null;

    protected string HjalpId => Id + "-hjalp";

    protected bool HarHjalp { get; private set; }

    protected IReadOnlyList<string> Fel => Post is { Errors.Count: > 0 } post
        ? [.. post.Errors.Select(e => e.ErrorMessage).Distinct(StringComparer.Ordinal)]
        : [];

    protected ModelStateEntry? Post => ViewContext.ViewData.ModelState.GetValueOrDefault(Namn);

    /// <summary>What the field shows: exactly what was typed, else the model's value as a Swede writes it.</summary>
    protected string Varde => Post?.AttemptedValue ?? Som(For.Model);

    /// <summary>As <see cref="Varde"/>, for fields with several values.</summary>
    protected IReadOnlyList<string> Varden => Post switch
    {
        { RawValue: string[] flera } => flera,
        { AttemptedValue: { } ett } => [ett],
        _ => For.Model is System.Collections.IEnumerable many and not string ? [.. many.Cast<object?>().Select(Som)] : [Som(For.Model)],
    };

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var extra = (await output.GetChildContentAsync()).GetContent();
        HarHjalp = !string.IsNullOrWhiteSpace(Hint) || !string.IsNullOrWhiteSpace(extra);
        var hjalp = new HtmlString((Hint is null ? "" : WebUtility.HtmlEncode(Hint)) + (string.IsNullOrWhiteSpace(extra) ? "" : " " + extra.Trim()));
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.Clear();
        Rita(output, hjalp);
    }

    protected abstract void Rita(TagHelperOutput output, IHtmlContent hjalp);

    /// <summary>A label, a hint, the element and its errors in Designsystemet's field.</summary>
    protected void RitaFalt(TagHelperOutput output, IHtmlContent hjalp)
    {
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("name", Namn);
        LaggTill(output, "class", "ds-input");
        if (Bredd is { } bredd)
            output.Attributes.SetAttribute("size", bredd);
        RitaAria(output);

        output.PreElement.AppendHtml("<div class=\"ds-field\">");
        var label = new TagBuilder("label");
        label.AddCssClass("ds-label");
        label.Attributes["for"] = Id;
        label.InnerHtml.AppendHtml(Etikett());
        output.PreElement.AppendHtml(label);
        output.PreElement.AppendHtml(Hjalptext(hjalp));
        output.PostElement.AppendHtml(Felmeddelanden());
        output.PostElement.AppendHtml("</div>");
    }

    protected void RitaAria(TagHelperOutput output)
    {
        var ids = string.Join(' ', Fel.Select((_, i) => FelId(i)).Prepend(HarHjalp ? HjalpId : "")).Trim();
        if (ids.Length > 0)
            output.Attributes.SetAttribute("aria-describedby", ids);
        if (Fel.Count > 0)
            output.Attributes.SetAttribute("aria-invalid", "true");
        if (!Valfri)
            output.Attributes.SetAttribute("aria-required", "true");
    }

    protected IHtmlContent Etikett()
    {
        var builder = new HtmlContentBuilder();
        builder.Append(Label.Length > 0 ? Label : For.Metadata.DisplayName ?? For.Name);
        if (Etikettillagg is { } tillagg)
            builder.AppendHtml("<span class=\"ds-sr-only\"> (").Append(tillagg).AppendHtml(")</span>");
        if (Valfri && VisaValfri)
            builder.AppendHtml(" <span class=\"valfri\">(frivilligt)</span>");
        return builder;
    }

    protected IHtmlContent Hjalptext(IHtmlContent hjalp)
    {
        if (!HarHjalp)
            return HtmlString.Empty;
        var p = new TagBuilder("div");
        p.Attributes["data-field"] = "description";
        p.Attributes["id"] = HjalpId;
        p.InnerHtml.AppendHtml(hjalp);
        return p;
    }

    protected IHtmlContent Felmeddelanden()
    {
        var alla = new HtmlContentBuilder();
        for (var i = 0; i < Fel.Count; i++)
        {
            var p = new TagBuilder("p");
            p.AddCssClass("ds-validation-message");
            p.MergeAttributes(new Dictionary<string, string?> { ["data-field"] = "validation", ["id"] = FelId(i) });
            p.InnerHtml.Append(Fel[i]);
            alla.AppendHtml(p);
        }

        return alla;
    }

    protected static void LaggTill(TagHelperOutput output, string attribut, string varde)
    {
        var fanns = output.Attributes[attribut]?.Value?.ToString();
        output.Attributes.SetAttribute(attribut, string.IsNullOrEmpty(fanns) ? varde : $"{varde} {fanns}");
    }

    protected static void SattOmSaknas(TagHelperOutput output, string attribut, string varde)
    {
        if (!output.Attributes.ContainsName(attribut))
            output.Attributes.SetAttribute(attribut, varde);
    }

    private string FelId(int nummer) => nummer == 0 ? $"{Id}-fel" : $"{Id}-fel-{nummer + 1}";

    private static string Som(object? varde) => varde switch
    {
        null => string.Empty,
        string text => text,
        DateOnly dag => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum e => e.ToString(),
        bool b => b ? "true" : "false",
        IFormattable f => f.ToString(null, CultureInfo.CurrentCulture),
        _ => varde.ToString() ?? string.Empty,
    };
}
