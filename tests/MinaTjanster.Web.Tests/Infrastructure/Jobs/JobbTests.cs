using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studeranderapportering.Publicerat;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Jobs;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Infrastructure.Jobs;

/// <summary>Quartz really wakes the workers, although the app's clock stands still.</summary>
public sealed class JobbTests
{
    /// <summary>Only so that a broken scheduler fails instead of hanging.</summary>
    private static readonly TimeSpan Tak = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Start_DeliversWhatComesAfterwards()
    {
        await using var ena = new PortalFabrik { Installningar = new() { ["Jobb:Aktiva"] = "true" } };
        using var klient = ena.NyKlient();

        // Once for the wake-up at the start, once for a later one.
        for (var omgang = 0; omgang < 2; omgang++)
        {
            var id = await LaggIKonAsync(ena);
            using var tak = new CancellationTokenSource(Tak);
            while (await StatusAsync(ena, id) == Mejlstatus.Vantar)
            {
                await Task.Delay(100, tak.Token);
            }

            (await StatusAsync(ena, id)).ShouldBe(Mejlstatus.Skickat);
        }
    }

    [Fact]
    public async Task Start_PublishesEventsWhoseWindowHasClosed()
    {
        await using var portal = new PortalFabrik { Installningar = new() { ["Jobb:Aktiva"] = "true" } };
        var id = await HandelseAsync(portal);
        portal.Klocka.Satt(Testklocka.Standarddag, new(15, 2));
        using var klient = portal.NyKlient();
        using var tak = new CancellationTokenSource(Tak);
        await using var db = portal.Databas.Alla();
        while (!await db.Nationellt<Publicering>().AnyAsync(p => p.HandelseId == id, tak.Token))
        {
            await Task.Delay(100, tak.Token);
        }

        (await db.Nationellt<Handelse>().SingleAsync(h => h.Id == id, tak.Token)).AttPublicera.ShouldBeNull();
    }

    /// <summary>What is due waits while the portal is read-only, and is done when it no longer is.</summary>
    [Fact]
    public async Task ReadOnlyMode_HoldsTheJobs_UntilItIsOver()
    {
        var reglage = new Reglage();
        await using var portal = new PortalFabrik
        {
            Installningar = new() { ["Jobb:Aktiva"] = "true" },
            Tjanster = s => s.AddSingleton(sp => new Laslage(sp.GetRequiredService<Driftminne>(), new ConfigurationBuilder().Add(reglage).Build(), sp.GetRequiredService<TimeProvider>())),
        };
        using var klient = portal.NyKlient();
        var id = await LaggIKonAsync(portal);
        using var tak = new CancellationTokenSource(Tak);
        // Every job has asked once at the start, and the mails' at least twice.
        while (reglage.Fragor < 12)
            await Task.Delay(100, tak.Token);

        (await StatusAsync(portal, id)).ShouldBe(Mejlstatus.Vantar);
        reglage.Av();
        while (await StatusAsync(portal, id) == Mejlstatus.Vantar)
            await Task.Delay(100, tak.Token);

        (await StatusAsync(portal, id)).ShouldBe(Mejlstatus.Skickat);
    }

    [Fact]
    public async Task Start_InDevelopmentWithAClockOfItsOwn_KeepsTheAppsClock()
    {
        await using var portal = new PortalFabrik { Installningar = new() { ["Jobb:Aktiva"] = "true" } };

        portal.Services.GetRequiredService<TimeProvider>().ShouldBeSameAs(portal.Klocka);
        await using var app = Enbart();
        app.Services.GetRequiredService<TimeProvider>().ShouldBeSameAs(app.Services.GetRequiredService<Testklocka>());
    }

    /// <summary>The clock first and the jobs after, as the program registers them; the test host puts its clock last.</summary>
    private static WebApplication Enbart()
    {
        var builder = WebApplication.CreateBuilder();
        var klocka = new Testklocka();
        builder.Services.AddSingleton(klocka).AddSingleton<TimeProvider>(klocka).AddJobb(builder.Configuration);
        return builder.Build();
    }

    /// <summary>The operator's switch, which counts how often it is asked.</summary>
    private sealed class Reglage : ConfigurationProvider, IConfigurationSource
    {
        private int _fragor;
        private volatile string _lage = "true";

        public int Fragor => Volatile.Read(ref _fragor);

        public void Av() => _lage = "false";

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            Interlocked.Increment(ref _fragor);
            value = key == "Drift:Laslage" ? _lage : null;
            return value is not null;
        }
    }

    private static async Task<long> HandelseAsync(PortalFabrik portal)
    {
        await using var db = portal.Databas.Alla();
        var studerande = await db.Nationellt<Studerande>().FirstAsync();
        var konto = await db.Konton.FirstAsync();
        var sandning = new Sandning(studerande.SkolaId, "SR-2345-6789", Hemlighet.Ny(), Sandningskanal.Skarm, konto.Id, portal.Klocka.GetUtcNow().UtcDateTime, Testklocka.Standarddag);
        var handelse = new Handelse(studerande.Id, sandning, new() { Slag = Handelseslag.Avbrott, ForstaDag = Testklocka.Standarddag });
        db.Add(handelse);
        await db.SaveChangesAsync();
        return handelse.Id;
    }

    private static async Task<long> LaggIKonAsync(PortalFabrik portal)
    {
        await using var db = portal.Databas.Alla();
        new MejlService(db, portal.Klocka, Testskydd.Mejl).Add("anna@example.org", "Ämne", "Text");
        await db.SaveChangesAsync();
        return await db.UtgaendeMejl.MaxAsync(m => m.Id);
    }

    private static async Task<Mejlstatus> StatusAsync(PortalFabrik portal, long id)
    {
        await using var db = portal.Databas.Alla();
        return await db.UtgaendeMejl.Where(m => m.Id == id).Select(m => m.Status).SingleAsync();
    }
}
