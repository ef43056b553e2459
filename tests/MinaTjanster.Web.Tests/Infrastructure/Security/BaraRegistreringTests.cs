using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Infrastructure.Security;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Infrastructure.Security;

/// <summary>Those of whom a second factor is required can do nothing before they have it, but to add it and to log out.</summary>
public sealed partial class BaraRegistreringTests : IAsyncLifetime
{
    private static readonly string[] Oppna =
    [
        "/logga-ut", "/session/forlang",
        "/mitt-konto/tvasteg", "/mitt-konto/tvasteg/app", "/mitt-konto/tvasteg/app/koppla", "/mitt-konto/tvasteg/app/qr.svg", "/mitt-konto/tvasteg/app/ta-bort",
        "/mitt-konto/tvasteg/passernyckel", "/mitt-konto/tvasteg/passernyckel/skapa", "/mitt-konto/tvasteg/passernyckel/{id:length(16)}/ta-bort", "/mitt-konto/tvasteg/koder",
    ];

    private readonly PortalFabrik _portal = new() { Installningar = new() { ["Inloggning:AndraFaktor"] = "Kravs" } };

    public static IEnumerable<object[]> Utpekade => Personer.MedEgetLosenord.Where(p => p.Slag.Any(s => s.ArUtpekad())).Select(p => new object[] { p });

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task EveryEndpoint_IsClosed_ExceptThoseNeededToAddOne()
    {
        var endpoints = _portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null && e.Metadata.GetMetadata<IAllowAnonymous>() is null
                // No session opens these at all (LadokhandelserTests).
                && e.Metadata.GetMetadata<KraverSystemkontoAttribute>() is null)
            .ToList();
        endpoints.Count.ShouldBeGreaterThan(40);
        foreach (var person in (Person[])[Personer.GretaGranberg, Personer.BjornSvensson])
        {
            using var klient = await _portal.InloggadAsync(person);
            foreach (var endpoint in endpoints)
            {
                var monster = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
                if (Oppna.Contains(monster))
                {
                    continue;
                }

                foreach (var metod in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                {
                    using var begaran = new HttpRequestMessage(HttpMethod.Parse(metod), Adress(monster));
                    (await klient.SkickaAsync(begaran, foljOmdirigering: false)).Omdirigering.ShouldBe("/mitt-konto/tvasteg", $"{person} {metod} {monster}");
                }
            }
        }
    }

    [Fact]
    public Task AfterLogin_OnlyTheFirstFactorIsOffered() =>
        Personer.VarOchEnAsync(Utpekade, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);

            var sida = await klient.HamtaAsync("/");

            sida.Url.AbsolutePath.ShouldBe("/mitt-konto/tvasteg");
            sida.Text.ShouldContain("Lägg till tvåstegsinloggning för att komma vidare");
            sida.Texter("nav[aria-label='Tjänster'] a").ShouldBeEmpty();
            sida.Dokument.QuerySelector("#skolval").ShouldBeNull();
            (await klient.HamtaAsync("/tillganglighet")).Status.ShouldBe(HttpStatusCode.OK, "public pages stay public");
        });

    [Fact]
    public async Task AddingOne_OpensThePortal_AtOnce_AndItIsAskedForNextTime()
    {
        using var klient = await _portal.InloggadAsync(Personer.GretaGranberg);

        var app = await klient.LaggTillAppAsync(Personer.GretaGranberg, _portal.VerkligKlocka);

        (await klient.HamtaAsync("/granskning")).Status.ShouldBe(HttpStatusCode.OK);
        var sida = await klient.HamtaAsync("/mitt-konto/tvasteg");
        sida.Text.ShouldContain("Vill du ta bort det sätt du har måste du först lägga till ett annat");
        var nekad = await (await klient.HamtaAsync("/mitt-konto/tvasteg/app/ta-bort")).SkickaAsync("Ta bort appen", ("Losenord", Personer.GretaGranberg.Losenord));
        nekad.Status.ShouldBe(HttpStatusCode.BadRequest);
        nekad.Fel.ShouldHaveSingleItem().ShouldStartWith("Du måste ha tvåstegsinloggning");
        await klient.LoggaUtAsync();
        (await (await klient.TillTvastegAsync(Personer.GretaGranberg)).SkickaAsync("Logga in", ("Kod", app.Kod()))).Url.AbsolutePath.ShouldBe("/granskning");
    }

    [Fact]
    public async Task WhoBecomesAdministrator_IsStoppedAtTheNextRequest()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        (await klient.HamtaAsync("/studerande")).Status.ShouldBe(HttpStatusCode.OK);
        await using (var db = _portal.Databas.Alla())
        {
            var anna = await db.Konton.SingleAsync(k => k.UserName == Personer.AnnaLind.Anvandarnamn, Ct);
            var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.SodraBerget, Ct);
            db.Add(new Behorighet(anna.Id, skola.Id, Behorighetsslag.Behorighetsansvarig));
            await db.SaveChangesAsync(Ct);
        }

        (await klient.HamtaUtanOmdirigeringAsync("/studerande")).Omdirigering.ShouldBe("/mitt-konto/tvasteg");
    }

    [Fact]
    public async Task LoggingOut_Works()
    {
        using var klient = await _portal.InloggadAsync(Personer.GretaGranberg);

        (await klient.LoggaUtAsync()).Url.AbsolutePath.ShouldBe("/logga-in");
    }

    [Theory]
    [InlineData("Production", null, true)]
    [InlineData("Production", "Erbjuds", false)]
    [InlineData("Development", null, false)]
    [InlineData("Development", "Kravs", true)]
    public async Task Required_UnlessSomebodySaysOtherwise_AndInDevelopmentNot(string miljo, string? installning, bool kravs)
    {
        await using var portal = new PortalFabrik { Miljo = miljo, Installningar = new() { ["Epost:Host"] = "localhost" } };
        if (installning is not null)
        {
            portal.Installningar["Inloggning:AndraFaktor"] = installning;
        }

        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        (await klient.HamtaAsync("/")).Url.AbsolutePath.ShouldBe(kravs ? "/mitt-konto/tvasteg" : "/granskning");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An address of the route: what it asks about need not exist, since nobody gets as far as to look.</summary>
    private static string Adress(string monster) => Parameter().Replace(monster, m =>
        m.Groups["langd"].Success ? new string('a', int.Parse(m.Groups["langd"].Value)) : "1");

    [GeneratedRegex(@"\{[^}(]*(\((?<langd>\d+)\))?[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
