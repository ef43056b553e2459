using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Systemkonton;

namespace MinaTjanster.Web.Infrastructure;

/// <summary>What the pages about users and behörigheter ask for.</summary>
internal static class KontoadministrationExtensions
{
    public static void AddKontoadministration(this IServiceCollection services)
    {
        services.AddScoped<SkolanvandareQuery>();
        services.AddScoped<Administratorsvakt>();
        services.AddScoped<BehorighetService>();
        services.AddScoped<KontoService>();
        services.AddScoped<KontovardService>();
        services.AddScoped<KontoavslutService>();
        services.AddScoped<EngangslosenordService>();
        services.AddScoped<EpostbyteService>();
        services.AddScoped<AttesteringService>();
        services.AddScoped<AttesteringsjobbService>();
        services.AddScoped<AdministratorsbyteQuery>();
        services.AddScoped<Bytesmejl>();
        services.AddScoped<AdministratorsbyteService>();
        services.AddScoped<Behorighetsko>();
        services.AddScoped<CsnpersonalService>();
        services.AddScoped<CsnpersonalQuery>();
        services.AddScoped<SystemkontoService>();
        services.AddScoped<NyckelService>();
    }
}
