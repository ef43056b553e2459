using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Web.Infrastructure.Uppladdningar;

namespace MinaTjanster.Web.Infrastructure;

internal static class UnderlagExtensions
{
    /// <summary>Uploads, documents, drafts and sendings of underlag, the cover sheet.</summary>
    public static void AddUnderlag(this IServiceCollection services)
    {
        services.AddScoped<DokumentService>();
        services.AddScoped<UnderlagQuery>();
        services.AddScoped<UnderlagService>();
        services.AddScoped<UnderlagSandning>();
        services.AddScoped<ForsattsbladQuery>();
        services.AddScoped<Uppladdning>();

        services.AddSingleton(_ => Pdftypsnitt.LoadInter(Path.Combine(AppContext.BaseDirectory, "Teckensnitt")));
    }
}
