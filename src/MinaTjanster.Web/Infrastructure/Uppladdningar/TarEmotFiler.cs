using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace MinaTjanster.Web.Infrastructure.Uppladdningar;

/// <summary>
/// Model binding does not read the body as a form: for an action that reads it as a stream, or must answer whatever the body holds
/// (a form that cannot be read leaves every parameter unbound).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public class UtanFormularAttribute : Attribute, IResourceFilter
{
    public virtual void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

/// <summary>
/// The action reads its body as a stream (<see cref="Uppladdning"/>). Whatever the answer is, the rest of the body is read, so that the browser
/// shows it: what one post may hold for anybody, and far more for whoever may upload. The server counts, once for the whole request.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TarEmotFilerAttribute : UtanFormularAttribute, IRequestSizeLimitMetadata
{
    /// <summary>More than this is no mistake: it is not read, and the connection is closed. Bytes.</summary>
    private const long HogstForBehorig = 2L * 1024 * 1024 * 1024;

    /// <summary>Set by routing, before anybody knows who asks. Bytes.</summary>
    public long? MaxRequestBodySize => Uppladdning.MaxPost + Uppladdning.Ram;

    // Reached only past authorization. The post limit itself is Uppladdning's, which answers with a page.
    public override void OnResourceExecuting(ResourceExecutingContext context)
    {
        base.OnResourceExecuting(context);
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } grans)
            grans.MaxRequestBodySize = HogstForBehorig;
    }
}

internal static class Tomning
{
    /// <summary>
    /// Reads what is left of an upload after an early answer (not signed in, another school). A browser shows no answer while it still
    /// sends, only a broken connection.
    /// </summary>
    public static void UseTomning(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<TarEmotFilerAttribute>() is not null)
            await TomAsync(context);
    });

    private static async Task TomAsync(HttpContext context)
    {
        var buffert = new byte[64 * 1024];
        try
        {
            while (await context.Request.Body.ReadAsync(buffert, context.RequestAborted) > 0)
            {
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The sender has gone, or sent something that cannot be read or more than TarEmotFiler lets in: nobody waits for the rest.
        }
    }
}
