using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Flergodkannande;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;

namespace MinaTjanster.Web.Areas.Granskning;

internal static class GranskningExtensions
{
    public static IServiceCollection AddGranskning(this IServiceCollection services, IConfiguration installningar) => services
        .AddScoped<ArendeQuery>()
        .AddScoped<ArendedetaljQuery>()
        .AddScoped<Kompletteringsmejl>()
        .AddScoped<ArendeService>()
        .AddSingleton((installningar.GetSection("Fyraogon").Get<Fyraogoninstallning>() ?? new Fyraogoninstallning()).Kontrollerad())
        .AddScoped<BeslutskvalitetQuery>()
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
