using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Infrastructure.Security;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Infrastructure.Security;

/// <summary>Says nothing about who may open it: must be closed to all.</summary>
public sealed class UtanKravController : Controller
{
    [HttpGet("/prov/utan-krav")]
    public IActionResult Index() => Ok();
}

/// <summary>Closed by default (design decision 7), and every endpoint says for whom it opens.</summary>
public sealed class AtkomstTests : IAsyncLifetime
{
    /// <summary>All that one who has not signed in may open. A new address comes here by decision, not by accident.</summary>
    private static readonly string[] Oppna =
    [
        "logga-in", "logga-in/tvasteg", "losenordskiosk", "losenordskiosk/andra", "losenordskiosk/nytt-losenord", "losenordskiosk/glomt", "losenordskiosk/kod", "session/status",
        "forsakran/{nyckel:regex(^[0-9a-f]{{64}}$)}",
        "filer/format", "partner/felkoder", "tillganglighet", "hjalpte-sidan", "hjalpte-sidan/tack", "utvecklingspost", "/halsa", "fel/{kod:int:range(400,599)}", "{*path}",
        // Texts for schools, and for search engines where they are.
        "partner", "partner/sok", "partner/{skolform}", "partner/{skolform}/{amne}", "partner/{skolform}/handbok/{slug}", "integritet", "kakor", "en", "en/{slug}", "sitemap.xml", "robots.txt",
        // Forms and webinars; what a form is filled in with is asked of the person (ForifyllningTests).
        "blanketter", "blanketter/{slug}", "blanketter/{slug}/{utgava}", "blanketter/{slug}.pdf",
        "webbinarier", "webbinarier/{slug}", "webbinarier/{slug}/bilder", "webbinarier/{slug}/utskrift", "webbinarier/{slug}.ics",
        // Statistics without persons or schools, and as files.
        "statistik", "statistik.csv", "statistik.json",
        // By a person's secret link alone (PaminnelserTests).
        "kalenderflode/{nyckel:length(64)}.ics",
        // For students: what CSN has approved and nothing else.
        "mina-sidor/studietider", "mina-sidor/studietider.json", "mina-sidor/studietider.ics", "mina-sidor/studietider/{skolkod:length(8)}/{utbildning:long?}",
        "mina-sidor/studietider/{skolkod:length(8)}.ics", "mina-sidor/studietider/{skolkod:length(8)}/{utbildning:long}.ics",
    ];

    private readonly PortalFabrik _portal = new() { Tjanster = s => s.AddControllersWithViews().AddApplicationPart(typeof(UtanKravController).Assembly) };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public void EveryEndpoint_SaysForWhomItOpens()
    {
        var endpoints = Egna().Where(e => e.RoutePattern.RawText != "prov/utan-krav").ToList();
        endpoints.Count.ShouldBeGreaterThan(20);

        foreach (var endpoint in endpoints)
        {
            var sager = endpoint.Metadata.GetMetadata<KraverAttribute>() is not null
                || endpoint.Metadata.GetMetadata<InloggadAttribute>() is not null
                || endpoint.Metadata.GetMetadata<KraverSystemkontoAttribute>() is not null
                || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            sager.ShouldBeTrue(endpoint.DisplayName);
        }

        endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => e.RoutePattern.RawText!).Distinct()
            .ShouldBe(Oppna, ignoreOrder: true);
    }

    [Fact]
    public void EveryPostingAction_ChecksTheSchoolMarkOrIsKnownNotTo()
    {
        var utan = Egna()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Where(e => e.Metadata.GetMetadata<UtanSkolmarkeAttribute>() is not null)
            .Select(e => e.RoutePattern.RawText!)
            // The kiosk's are nobody's yet, those of Mitt konto the person's own whatever school is chosen.
            .Where(r => !r.StartsWith("losenordskiosk/", StringComparison.Ordinal) && !r.StartsWith("mitt-konto/", StringComparison.Ordinal))
            .ToList();

        // The uploads are streamed: they check the mark themselves, before the first file (tested with the uploads).
        utan.ShouldBeSubsetOf(
        [
            "logga-in", "logga-in/tvasteg", "logga-ut", "skola", "session/forlang",
            "filer", "ogiltig-franvaro/{id:long}/underlag/filer", "granskning/{arendeId:long}/papper/filer", "kvar-att-rapportera/antagna",
            "franvarocoach",
            "utbildningar/fil", "studietider/fil",
            "studerande/{studerandeId:long}/rapportera/91", "handelser/{id:long}/andra-avstangning",
            "forsakran/{nyckel:regex(^[0-9a-f]{{64}}$)}",
            // Anyone's, about a public page.
            "hjalpte-sidan",
            // Keeps nothing, and reads no school's.
            "blanketter/{slug}",
            // A key's, which no browser sends by itself.
            "ladok/handelser",
        ]);
    }

    [Fact]
    public async Task PageThatSaysNothing_IsClosedToAll()
    {
        using var anonym = _portal.NyKlient();
        (await anonym.HamtaUtanOmdirigeringAsync("/prov/utan-krav")).Omdirigering.ShouldStartWith("/logga-in");

        foreach (var person in (Person[])[Personer.AnnaLind, Personer.StigSkyman])
        {
            using var klient = await _portal.InloggadAsync(person);
            var sida = await klient.HamtaAsync("/prov/utan-krav");
            sida.Status.ShouldBe(HttpStatusCode.Forbidden);
            sida.Rubrik.ShouldBe("Du har inte behörighet till sidan");
        }
    }

    [Fact]
    public async Task Refusal_IsAuditedWithTheRouteAndNotTheAddress()
    {
        using var klient = await _portal.InloggadAsync(Personer.BjornSvensson);

        (await klient.HamtaAsync("/studerande/1?namn=Lisa")).Status.ShouldBe(HttpStatusCode.Forbidden);

        await using var db = _portal.Databas.Alla();
        var handelse = await db.AuditEvents.SingleAsync(e => e.Act == Acts.AccessRefused, TestContext.Current.CancellationToken);
        handelse.Outcome.ShouldBe(AuditOutcome.Refused);
        handelse.Why.ShouldBe("GET studerande/{id:long}");
        handelse.SkolaId.ShouldNotBeNull();
    }

    [Fact]
    public Task Menu_HoldsWhatThePersonMayOpenAndNothingElse() =>
        Personer.VarOchEnAsync(Personer.AllaInloggade(), async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
            {
                await klient.ValjSkolaAsync(person.Skolkoder.First());
            }

            var sida = await klient.HamtaAsync("/tillganglighet");
            var meny = sida.Dokument.QuerySelectorAll("nav[aria-label='Tjänster'] a").Select(a => a.GetAttribute("href")!).ToList();

            meny.Contains("/studerande").ShouldBe(person.Har(Rattighet.VisaStuderande));
            meny.Contains("/ogiltig-franvaro").ShouldBe(person.Har(Rattighet.RapporteraSkolk) && !new[] { Personer.HasanYilmaz, Personer.IngridStorm, Personer.JonasHolm }.Contains(person), "not where all have studiemedel");
            meny.Contains("/franvarocoach").ShouldBe(meny.Contains("/ogiltig-franvaro"));
            meny.Contains("/granskning").ShouldBe(person.Har(Rattighet.GranskaUnderlag));
            meny.Contains("/csn/ladokrattelser").ShouldBe(person.Har(Rattighet.GranskaUnderlag));
            meny.Contains("/identity-manager/systemkonton").ShouldBe(person == Personer.SaraFalk, "the only administrator of a school on Ladok");
            meny.Contains("/utbildningar").ShouldBe(person.Har(Rattighet.RapporteraStudietider));
            meny.Contains("/studietider").ShouldBe(person.Har(Rattighet.RapporteraStudietider));
            meny.Contains("/csn/studietider").ShouldBe(person.Har(Rattighet.GranskaStudietider));
            meny.Contains("/csn-order").ShouldBe(person.Har(Rattighet.BestallMaterial));
            meny.Contains("/csn/csn-order").ShouldBe(person.Har(Rattighet.SkotaCsnOrder));
        });

    [Theory]
    [InlineData("/studerande/sok", null, HttpStatusCode.BadRequest)]
    [InlineData("/studerande/sok", "skrivet för hand", HttpStatusCode.Conflict)]
    public async Task PostWithoutAValidSchoolMark_IsRefused(string adress, string? marke, HttpStatusCode vantat)
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await klient.HamtaAsync("/studerande")).FindForm(adress);

        (await formular.Manipulera(Skolmarke.Falt, marke).SkickaAsync()).Status.ShouldBe(vantat);
    }

    /// <remarks>Without the static files, and without the files that MapStaticAssets looks for in Development only.</remarks>
    private IEnumerable<RouteEndpoint> Egna() => _portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText != "{**path:file}")
        .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not { } action || action.ControllerTypeInfo.Assembly == typeof(UtanSkolmarkeAttribute).Assembly
            || action.ControllerTypeInfo == typeof(UtanKravController));
}
