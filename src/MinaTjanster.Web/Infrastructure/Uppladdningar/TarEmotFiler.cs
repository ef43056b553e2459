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
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

/// <summary>The action reads its body as a stream (<see cref="Uppladdning"/>). Whatever the answer is, the rest of the body is read, so that the browser shows it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TarEmotFilerAttribute : UtanFormularAttribute;

internal static class Tomning
{
    /// <summary>More than this is no mistake: the connection is closed. Bytes.</summary>
    private const long Hogst = 2L * 1024 * 1024 * 1024;

    /// <summary>
    /// Reads what is left of an upload after an early answer (too large, not signed in, another school). A browser shows no answer while it
    /// still sends, only a broken connection.
    /// </summary>
    public static void UseTomning(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<TarEmotFilerAttribute>() is not null)
            await TomAsync(context);
    });

    public static async Task TomAsync(HttpContext context)
    {
        var buffert = new byte[64 * 1024];
        var last = 0L;
        try
        {
            for (int antal; (antal = await context.Request.Body.ReadAsync(buffert, context.RequestAborted)) > 0;)
            {
                last += antal;
                if (last > Hogst)
                {
                    context.Abort();
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The sender has gone, or sent something that cannot be read: nobody waits for the rest.
        }
    }
}
