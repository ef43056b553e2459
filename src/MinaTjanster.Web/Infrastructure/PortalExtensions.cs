using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Web.Areas.Granskning;
using MinaTjanster.Web.Areas.Losenordskiosk.GlomtLosenord;
using MinaTjanster.Web.Areas.Losenordskiosk.Losenordsbyte;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Front;
using MinaTjanster.Web.Infrastructure.Halsa;
using MinaTjanster.Web.Infrastructure.Jobs;
using MinaTjanster.Web.Infrastructure.Logging;
using MinaTjanster.Web.Infrastructure.Mail;
using MinaTjanster.Web.Infrastructure.Publikt;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Infrastructure.Tid;
using MinaTjanster.Web.Infrastructure.Uppladdningar;
using MinaTjanster.Web.Partner;

namespace MinaTjanster.Web.Infrastructure;

/// <summary>What the program is made of, in the order it is put together.</summary>
internal static class PortalExtensions
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        // Used only when nothing else says where to listen (demo.md: ASPNETCORE_URLS).
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls("http://localhost:5080");
        }

        builder.AddPortalLogging();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var svenska = CultureInfo.GetCultureInfo("sv-SE");
        CultureInfo.DefaultThreadCurrentCulture = svenska;
        CultureInfo.DefaultThreadCurrentUICulture = svenska;

        builder.AddKlocka();
        builder.Services.AddPortalDatabas(
            builder.Configuration.GetValue("Databas:Provider", Databasprovider.Sqlite),
            Databasval.ConnectionString(builder));
        builder.Services.AddScoped<AuditService>();
        builder.Services.AddScoped<HistorikQuery>();
        builder.Services.AddScoped<KontohistorikQuery>();
        builder.Services.AddScoped<LoggQuery>();
        builder.AddKonton();
        builder.AddAtkomst();
        builder.AddTvasteg();
        builder.Services.AddRapportering();
        builder.Services.AddStudietider();
        builder.Services.AddFrister(builder.Configuration);
        builder.Services.AddPublikt();
        builder.Services.AddDrift(builder.Configuration);
        builder.Services.AddSidsvar(builder.Configuration);
        builder.Services.AddPartner();
        builder.Services.AddFront();
        builder.Services.AddMejl(builder.Configuration, builder.Environment);
        builder.Services.AddJobb(builder.Configuration);
        builder.Services.AddGranskning(builder.Configuration);
        builder.Services.AddUnderlag();
        builder.Services.AddFranvarocoach(builder.Configuration);
        builder.Services.AddBlanketter();
        builder.Services.AddBestallningar(builder.Configuration, builder.Environment);
        builder.Services.AddCsnOrder(builder.Configuration);
        builder.Services.AddControllersWithViews(mvc =>
        {
            mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            mvc.Filters.Add<SkolmarkeFilter>();
            mvc.Filters.Add<AterstallFormularFilter>();
            mvc.Filters.Add<Skyddsvakt>();
        });
        foreach (var validator in AssemblyScanner.FindValidatorsInAssembly(typeof(PortalExtensions).Assembly, includeInternalTypes: true))
        {
            builder.Services.AddSingleton(validator.InterfaceType, validator.ValidatorType);
        }
    }

    public static void UsePortal(this WebApplication app)
    {
        app.StartaPartner();
        app.UseForwardedHeaders();
        app.UseBegaranslogg();
        app.UseFront();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseKravPaKryptering();
        app.UseTomning();
        // Before limits and sessions: what is kept is nobody's, and costs one reading of the database a request, the edition's only row by its key. That is not limited here.
        app.UseOutputCache();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseLaslage();
        app.UseAuthorization();
        app.MapFront();
        app.MapHalsa();
    }

    private static void AddKonton(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = builder.Configuration.GetValue("Losenord:Iterationer", 210_000));
        services.AddIdentityCore<Konto>().AddEntityFrameworkStores<PortalDbContext>();
        services.AddSingleton<IPasswordHasher<Konto>, PasswordHasher<Konto>>();
        services.AddSingleton<Attrapphash>();
        services.AddSingleton(new Sparrinstallning(
            builder.Configuration.GetValue("Inloggning:MaxForsok", 3),
            builder.Configuration.GetValue("Inloggning:LastMinuter", 30)));
        services.AddSingleton<InloggningssparrService>();
        services.AddScoped<AktuellAnvandare>();
        services.AddScoped<SessionService>();
        services.AddScoped<InloggningService>();
        services.AddSingleton(Vanligalosenord.FranFil(Path.Combine(AppContext.BaseDirectory, "Losenord", "vanliga.json")));
        services.AddScoped<LosenordService>();
        services.AddSingleton(new Kodinstallning(
            builder.Configuration.GetValue("Losenordskiosk:KoderPerTimme", 3),
            builder.Configuration.GetValue("Losenordskiosk:KoderPerDygn", 8),
            builder.Configuration.GetValue("Losenordskiosk:KodMinuter", 10)));
        services.AddScoped<EngangskodService>();
        services.AddScoped<SparatformularService>();
        services.AddSingleton<Losenordskaka>();
        services.AddSingleton<Kodkaka>();
        services.AddKontoadministration();
    }
}
