using MinaTjanster.Core.Data;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Web.Kommandon;

namespace MinaTjanster.Web.Infrastructure;

internal static class DatabasstartExtensions
{
    /// <summary>The embedded database is brought up to date, and in Development filled with demo data, before anyone is served.</summary>
    public static async Task StartaDatabasAsync(this WebApplication app)
    {
        var saknas = await Databasstart.StartaAsync(
            app.Services.GetRequiredService<NyPortalDbContext>(),
            app.Environment.IsDevelopment() ? () => DatabasKommandon.DemodataMedHistorikAsync(app.Services) : null);
        if (saknas.Count > 0)
        {
            app.Logger.LogWarning("The database lacks {Count} migrations. Run the command migrate, or the script (docs/drift.md).", saknas.Count);
            return;
        }

        var (nyDb, klocka) = (app.Services.GetRequiredService<NyPortalDbContext>(), app.Services.GetRequiredService<TimeProvider>());
        await Sorteringsnycklar.FyllSaknadeAsync(nyDb, default);
        await Utbudspublicering.FyllSaknadeAsync(nyDb, klocka, default);
        await Riskbeloppsfyllning.FyllSaknadeAsync(nyDb, klocka, app.Logger, default);
        await Svarstidsrattning.RattaAsync(nyDb, default);
        await Artikelnummer.HojSmaAsync(nyDb, default);
    }
}
