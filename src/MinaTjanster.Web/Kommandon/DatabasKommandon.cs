using Microsoft.AspNetCore.Identity;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Publikt;

namespace MinaTjanster.Web.Kommandon;

/// <summary><c>migrate</c>, <c>seed</c>, <c>seed --rikstackande</c> and <c>publicera-studietider</c>.</summary>
internal static class DatabasKommandon
{
    public static async Task<int> MigreraAsync(IServiceProvider services, TextWriter ut)
    {
        var tillagda = await Databasstart.MigreraAsync(services.GetRequiredService<NyPortalDbContext>());
        await Sorteringsnycklar.FyllSaknadeAsync(services.GetRequiredService<NyPortalDbContext>(), default);
        await Utbudspublicering.FyllSaknadeAsync(services.GetRequiredService<NyPortalDbContext>(), services.GetRequiredService<TimeProvider>(), default);
        await ut.WriteLineAsync(tillagda.Count == 0
            ? "Databasen är redan uppdaterad."
            : $"Databasen är uppdaterad med {string.Join(", ", tillagda)}.");
        return 0;
    }

    public static async Task<int> SeedaAsync(IServiceProvider services, TextWriter ut)
    {
        var demodata = Demodata(services);
        try
        {
            demodata.KravTillaten();
        }
        catch (DemodataForbjudnaException fel)
        {
            throw new KommandoException(fel.Message);
        }

        await MigreraAsync(services, ut);
        await ut.WriteLineAsync(await demodata.SeedaAsync() ? "Demodata är inlagda." : "Demodata finns redan. Inget är ändrat.");
        return 0;
    }

    public static async Task<int> SeedaRikstackandeAsync(IServiceProvider services, TextWriter ut)
    {
        await SeedaAsync(services, ut);
        var riket = new Rikstackande(
            services.GetRequiredService<NyPortalDbContext>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<IPasswordHasher<Konto>>());
        var tillagda = await riket.SeedaAsync(klara => ut.WriteLine($"{klara} skolor klara …"));
        await ut.WriteLineAsync(tillagda == 0
            ? "Det rikstäckande underlaget finns redan. Inget är ändrat."
            : $"Databasen är rikstäckande: {Riksmatt.Skolor} gymnasieskolor, {Riksmatt.Elever} elever.");
        return 0;
    }

    public static async Task<int> PubliceraStudietiderAsync(IServiceProvider services, TextWriter ut)
    {
        var skolor = await Utbudspublicering.PubliceraAllaAsync(services.GetRequiredService<NyPortalDbContext>(), services.GetRequiredService<TimeProvider>(), default);
        await ut.WriteLineAsync($"Studietiderna för {skolor} skolor visas för studerande.");
        return 0;
    }

    /// <summary>What Development starts with. The history comes with the demo data, both or neither: never to a database that has that already.</summary>
    public static Task DemodataMedHistorikAsync(IServiceProvider services)
    {
        var historik = new Demohistorik(services.GetRequiredService<NyPortalDbContext>(), services.GetRequiredService<TimeProvider>());
        return Demodata(services).SeedaAsync(sedan: db => historik.LaggInAsync(db, CancellationToken.None));
    }

    public static Demodata Demodata(IServiceProvider services) => new(
        services.GetRequiredService<NyPortalDbContext>(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<IPasswordHasher<Konto>>(),
        services.GetRequiredService<IHostEnvironment>().EnvironmentName);
}
