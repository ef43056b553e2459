using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Flergodkannande;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;

namespace MinaTjanster.Web.Areas.Granskning;

internal static class GranskningExtensions
{
    public static IServiceCollection AddGranskning(this IServiceCollection services) => services
        .AddScoped<ArendeQuery>()
        .AddScoped<ArendedetaljQuery>()
        .AddScoped<Kompletteringsmejl>()
        .AddScoped<ArendeService>()
        .AddScoped<SidmarkeringService>()
        .AddScoped<Arendeoppning>()
        .AddScoped<AtkomstloggQuery>()
        .AddScoped<AnteckningService>()
        .AddScoped<FlergodkannandeService>()
        .AddScoped<Meddelandemejl>()
        .AddScoped<MeddelandeService>()
        .AddScoped<BeslutsbrevService>()
        .AddSingleton<Beslutsbrevsantal>()
        .AddScoped<AvstangningQuery>()
        .AddScoped<AvstangningService>();
}
