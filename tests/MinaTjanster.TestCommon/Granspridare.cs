using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MinaTjanster.TestCommon;

/// <summary>
/// Stops the rate limiters when a portal is done. ASP.NET Core's middleware makes limiters with a timer each and disposes of none: a program ends with its process. Here hundreds of portals live in one, and the timers
/// kept them all in memory, eleven megabytes each.
/// </summary>
internal sealed class Granspridare : IStartupFilter, IDisposable
{
    private readonly List<IDisposable> _granser = [];

    /// <summary>The pipeline is built from its end: when this, its first part, is built, the rest is there.</summary>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(resten =>
        {
            Samla(resten);
            return resten;
        });
        next(app);
    };

    public void Dispose() => _granser.ForEach(g => g.Dispose());

    /// <exception cref="InvalidOperationException">The middleware is not where it was: look for it anew.</exception>
    private void Samla(RequestDelegate rorledning)
    {
        HashSet<object> sedda = new(ReferenceEqualityComparer.Instance);
        Queue<object> ko = new([rorledning.Target!]);
        while (ko.TryDequeue(out var del))
        {
            if (!sedda.Add(del))
                continue;

            var falt = del.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(f => f.GetValue(del)).ToList();
            if (del.GetType().Name == "RateLimitingMiddleware")
                _granser.AddRange(falt.OfType<System.Threading.RateLimiting.PartitionedRateLimiter<HttpContext>>());

            // From one middleware to the next, directly or by what a lambda has captured.
            var lambda = del.GetType().IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
            foreach (var varde in falt.OfType<object>())
            {
                if (varde is RequestDelegate { Target: { } nasta })
                    ko.Enqueue(nasta);
                else if (lambda && varde.GetType() is { IsClass: true } typ && typ != typeof(string) && varde is not IServiceProvider)
                    ko.Enqueue(varde);
            }
        }

        if (_granser.Count == 0)
            throw new InvalidOperationException("The rate limiters were not found in the pipeline.");
    }
}
