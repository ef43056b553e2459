using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;

namespace MinaTjanster.Web.Areas.Granskning;

internal static class GranskningExtensions
{
    public static IServiceCollection AddGranskning(this IServiceCollection services) => services
        .AddScoped<ArendeQuery>()
        .AddScoped<ArendedetaljQuery>()
        .AddScoped<Kompletteringsmejl>()
        .AddScoped<ArendeService>()
        .AddScoped<Arendeoppning>()
        .AddScoped<BeslutsbrevService>()
        .AddSingleton<Beslutsbrevsantal>()
        .AddScoped<AvstangningQuery>()
        .AddScoped<AvstangningService>();
}
