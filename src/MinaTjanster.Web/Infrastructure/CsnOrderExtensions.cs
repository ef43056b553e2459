using MinaTjanster.Core.Materialbestallningar;

namespace MinaTjanster.Web.Infrastructure;

/// <summary>CSN-order: the school's side and blankettservice's.</summary>
internal static class CsnOrderExtensions
{
    public static void AddCsnOrder(this IServiceCollection services, IConfiguration config)
    {
        var forvald = new Csnorderkontakt();
        services.AddSingleton(new Csnorderkontakt(config.GetValue("CsnOrder:Epost", forvald.Epost)!, config.GetValue("CsnOrder:Telefon", forvald.Telefon)!));
        var gallring = new Materialgallring();
        services.AddSingleton(new Materialgallring(config.GetValue("CsnOrder:KorgDagar", gallring.KorgDagar), config.GetValue("CsnOrder:BestallningManader", gallring.BestallningManader)));
        services.AddScoped<ArtikelQuery>();
        services.AddScoped<ArtikelService>();
        services.AddScoped<KorgService>();
        services.AddScoped<MaterialbestallningService>();
        services.AddScoped<MaterialleveransService>();
        services.AddScoped<Materialmejl>();
        services.AddScoped<MaterialQuery>();
    }
}
