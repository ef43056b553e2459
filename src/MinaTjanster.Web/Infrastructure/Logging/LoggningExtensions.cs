using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace MinaTjanster.Web.Infrastructure.Logging;

public static class LoggningExtensions
{
    /// <summary>Where the file sink writes when <c>Loggning:Fil</c> says nothing; relative to the app's folder, the date is put before the dot.</summary>
    private const string Standardfil = "App_Data/loggar/portal-.log";

    private const int DagarSomSparas = 30;

    private const string Mall =
        "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {SourceContext} {KorrelationsId} {Message:lj}{NewLine}{Exception}";

    /// <summary>
    /// Console and a file a day, behind the mask. Levels and more sinks come from the section <c>Serilog</c>;
    /// <c>Loggning:Fil</c> moves the file, or turns it off when it is empty; <c>Loggning:Konsol=false</c> silences the console.
    /// </summary>
    public static WebApplicationBuilder AddPortalLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(Skapa(builder.Configuration, builder.Environment.ContentRootPath), dispose: true);
        return builder;
    }

    /// <summary>First in the pipeline, so that it sees every answer, also those of the error pages.</summary>
    public static IApplicationBuilder UseBegaranslogg(this IApplicationBuilder app) => app.UseMiddleware<Begaranslogg>();

    internal static Logger Skapa(IConfiguration config, string rot)
    {
        var inre = new LoggerConfiguration().MinimumLevel.Verbose();
        if (config.GetValue("Loggning:Konsol", defaultValue: true))
        {
            inre.WriteTo.Console(outputTemplate: Mall, formatProvider: CultureInfo.InvariantCulture);
        }

        if (config["Loggning:Fil"] is not "")
        {
            inre.WriteTo.File(
                Path.Combine(rot, config["Loggning:Fil"] ?? Standardfil),
                outputTemplate: Mall,
                formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: DagarSomSparas,
                shared: true);
        }

        var sinkar = config.GetSection("Serilog:WriteTo").Exists() ? inre.ReadFrom.Configuration(config) : inre;
        // The outer logger decides levels, the inner one writes; the mask is the only way between them.
        var yttre = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information);
        foreach (var niva in config.GetSection("Serilog:MinimumLevel:Override").GetChildren())
        {
            yttre.MinimumLevel.Override(niva.Key, Enum.Parse<LogEventLevel>(niva.Value!, ignoreCase: true));
        }

        if (config["Serilog:MinimumLevel:Default"] is { } standard)
        {
            yttre.MinimumLevel.Is(Enum.Parse<LogEventLevel>(standard, ignoreCase: true));
        }

        return yttre.Enrich.FromLogContext().WriteTo.Sink(new Maskeringssink(sinkar.CreateLogger())).CreateLogger();
    }
}
