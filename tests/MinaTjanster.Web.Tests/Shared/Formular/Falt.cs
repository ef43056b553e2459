using System.Linq.Expressions;
using System.Text.Encodings.Web;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Tests.Shared.Formular;

public sealed class ProvInput
{
    public string? Text { get; set; }

    public string? Losenord { get; set; }

    public DateOnly? Dag { get; set; }

    public string? Val { get; set; }

    public bool Kryss { get; set; }

    public string[]? Flera { get; set; }
}

/// <summary>Draws fields outside a page: a model, a ModelState, and the HTML a browser would read.</summary>
internal sealed class Falt
{
    private readonly ModelExplorer _explorer;
    private readonly ViewContext _vy;

    public Falt(ProvInput? model = null)
    {
        var metadata = new EmptyModelMetadataProvider();
        _explorer = metadata.GetModelExplorerForType(typeof(ProvInput), model ?? new ProvInput());
        _vy = new ViewContext
        {
            HttpContext = new DefaultHttpContext(),
            ViewData = new ViewDataDictionary<ProvInput>(metadata, new ModelStateDictionary()) { Model = model ?? new ProvInput() },
        };
    }

    public ModelStateDictionary Post => _vy.ViewData.ModelState;

    /// <summary>As when a form was posted, or restored after a time-out.</summary>
    public Falt Skrivet(string namn, params string[] varden)
    {
        Post.SetModelValue(namn, varden.Length == 1 ? varden[0] : varden, string.Join(',', varden));
        return this;
    }

    public IHtmlDocument Rita<T>(Expression<Func<ProvInput, object?>> egenskap, string tagg, Action<T>? satt = null, string innehall = "")
        where T : FaltTagHelper, new()
    {
        var medlem = egenskap.Body is UnaryExpression u ? (MemberExpression)u.Operand : (MemberExpression)egenskap.Body;
        var falt = new T { For = new ModelExpression(medlem.Member.Name, _explorer.GetExplorerForProperty(medlem.Member.Name)), Label = "Etikett", ViewContext = _vy };
        satt?.Invoke(falt);
        return Html(falt, tagg, innehall);
    }

    public IHtmlDocument RitaSummering() => Html(new FelSummeringTagHelper { ViewContext = _vy }, "fel-summering", "");

    private static IHtmlDocument Html(TagHelper hjalpare, string tagg, string innehall)
    {
        var output = new TagHelperOutput(tagg, [], (_, _) =>
        {
            var content = new DefaultTagHelperContent();
            content.SetHtmlContent(innehall);
            return Task.FromResult<TagHelperContent>(content);
        });
        hjalpare.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "prov"), output).GetAwaiter().GetResult();
        using var text = new StringWriter();
        output.WriteTo(text, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(text.ToString());
    }
}
