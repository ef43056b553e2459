using System.Globalization;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Infrastructure.Tid;

/// <summary>The app's clock: the real one, or in Development one that started elsewhere and runs on (demo.md, Klocka:Start).</summary>
/// <param name="forskjutning">How far it stands from the real clock.</param>
/// <param name="notis">What the pages say about it, or null when it is the real time.</param>
public sealed class Portalklocka(TimeSpan forskjutning, string? notis) : TimeProvider
{
    public string? Notis { get; } = notis;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + forskjutning;
}

internal static class KlockaExtensions
{
    public static void AddKlocka(this WebApplicationBuilder builder)
    {
        var klocka = new Portalklocka(TimeSpan.Zero, null);
        if (builder.Environment.IsDevelopment() && builder.Configuration["Klocka:Start"] is { Length: > 0 } start)
        {
            var svensk = DateTime.Parse(start, CultureInfo.InvariantCulture);
            klocka = Fran(klocka, SvenskTid.TillUtc(DateOnly.FromDateTime(svensk), TimeOnly.FromDateTime(svensk)));
        }
        else if (builder.Environment.IsDevelopment() && Demoklocka.Start(klocka.SvenskDag()) is { } dag)
        {
            // Nothing is in mid-term: the demo data's läsår is shown as it stood in November (demo data, ADR 0024).
            klocka = Fran(klocka, SvenskTid.TillUtc(dag, TimeOnly.FromDateTime(klocka.UtcNu().SvenskTidpunkt())));
        }

        builder.Services.AddSingleton(klocka);
        builder.Services.AddSingleton<TimeProvider>(klocka);
    }

    public static Portalklocka Fran(TimeProvider verklig, DateTime startUtc)
    {
        var dag = startUtc.SvenskDag();
        return new Portalklocka(startUtc - verklig.UtcNu(), $"Utvecklingsläge: portalens klocka startade {SvenskText.Datum(dag)}.");
    }
}
