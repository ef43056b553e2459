using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MinaTjanster.Web.Shared.Formular;

/// <summary>One line of text. <c>type</c>, <c>inputmode</c>, <c>autocomplete</c> and the like are written as on an input.</summary>
[HtmlTargetElement("falt-text", Attributes = "for")]
public class FaltTextTagHelper : FaltTagHelper
{
    protected override void Rita(TagHelperOutput output, IHtmlContent hjalp)
    {
        output.TagName = "input";
        output.TagMode = TagMode.StartTagOnly;
        SattOmSaknas(output, "type", "text");
        SattOmSaknas(output, "autocomplete", "off");
        output.Attributes.SetAttribute("value", Varde);
        RitaFalt(output, hjalp);
    }
}

/// <summary>A date as text: 2026-11-22 or 20261122 (<c>type=date</c> drops what it cannot read: design decision 9).</summary>
[HtmlTargetElement("falt-datum", Attributes = "for")]
public sealed class FaltDatumTagHelper : FaltTextTagHelper
{
    protected override void Rita(TagHelperOutput output, IHtmlContent hjalp)
    {
        Bredd ??= 12;
        SattOmSaknas(output, "inputmode", "numeric");
        base.Rita(output, hjalp);
    }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Hint = Hint is null ? "Skriv som ÅÅÅÅ-MM-DD." : $"{Hint} Skriv som ÅÅÅÅ-MM-DD.";
        return base.ProcessAsync(context, output);
    }
}

/// <summary>Hours with a decimal comma: 11,5. The unit stands after the field.</summary>
[HtmlTargetElement("falt-timmar", Attributes = "for")]
public sealed class FaltTimmarTagHelper : FaltTextTagHelper
{
    public string Enhet { get; set; } = "timmar";

    protected override string Etikettillagg => Enhet;

    protected override void Rita(TagHelperOutput output, IHtmlContent hjalp)
    {
        Bredd ??= 6;
        SattOmSaknas(output, "inputmode", "decimal");
        base.Rita(output, hjalp);
        output.PreElement.AppendHtml("<div class=\"ds-field-affixes\">");
        var fel = output.PostElement.GetContent();
        output.PostElement.SetHtmlContent("<span class=\"ds-field-affix\" aria-hidden=\"true\">");
        output.PostElement.Append(Enhet).AppendHtml("</span></div>").AppendHtml(fel);
    }
}

/// <summary>A password: never written back, may be pasted and shown by the browser's own tools.</summary>
[HtmlTargetElement("falt-losenord", Attributes = "for")]
public sealed class FaltLosenordTagHelper : FaltTagHelper
{
    /// <summary>A new password is being chosen: password managers then offer one.</summary>
    public bool Nytt { get; set; }

    protected override void Rita(TagHelperOutput output, IHtmlContent hjalp)
    {
        output.TagName = "input";
        output.TagMode = TagMode.StartTagOnly;
        output.Attributes.SetAttribute("type", "password");
        SattOmSaknas(output, "autocomplete", Nytt ? "new-password" : "current-password");
        SattOmSaknas(output, "autocapitalize", "none");
        SattOmSaknas(output, "spellcheck", "false");
        RitaFalt(output, hjalp);
    }
}

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("falt-flerrad", Attributes = "for")]
public sealed class FaltFlerradTagHelper : FaltTagHelper
{
    public int Rader { get; set; } = 4;

    protected override void Rita(TagHelperOutput output, IHtmlContent hjalp)
    {
        output.TagName = "textarea";
        output.Attributes.SetAttribute("rows", Rader.ToString(CultureInfo.InvariantCulture));
        output.Content.AppendHtml("\n").Append(Varde); // HTML drops the first line break of a textarea: ours, not the user's
        RitaFalt(output, hjalp);
        output.Attributes.RemoveAll("size");
    }
}

/// <summary>One or more files. The server judges content and size; <c>accept</c> only helps the file dialog.</summary>
[HtmlTargetElement("falt-fil", Attributes = "for")]
public sealed class FaltFilTagHelper : FaltTagHelper
{
    public bool Flera { get; set; }

    protected override void Rita(TagHelperOutput output, IHtmlContent hjalp)
    {
        output.TagName = "input";
        output.TagMode = TagMode.StartTagOnly;
        output.Attributes.SetAttribute("type", "file");
        if (Flera)
            output.Attributes.SetAttribute(new TagHelperAttribute("multiple"));
        RitaFalt(output, hjalp);
    }
}
