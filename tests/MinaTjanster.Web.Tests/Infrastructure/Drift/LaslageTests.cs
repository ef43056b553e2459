using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Infrastructure.Drift;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Tests.Areas;
using MinaTjanster.Web.Tests.Areas.Driftinformation;
using MinaTjanster.Web.Tests.Areas.Studeranderapportering.Ladok;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Infrastructure.Drift;

/// <summary>The read-only mode: everything can be read, and nothing sent, but what is named here. Now is 22 November 2026, 10.00.</summary>
public sealed partial class LaslageTests : IAsyncDisposable
{
    /// <summary>All that is answered. A new address comes here by decision, not by accident.</summary>
    private static readonly string[] Tillatna =
    [
        "logga-in", "logga-in/tvasteg", "logga-ut", "session/forlang", "skola", "mitt-konto/inloggningar/avsluta", "mitt-konto/inloggningar/avsluta-andra",
        // Searches, and what a form leads to: nothing is changed by them.
        "studerande/sok", "granskning/sok", "granskning/skyddade/sok", "utbildningar", "identity-manager/historik", "csn/anvandare", "csn/logg", "csn/skolor", "csn/rapporteringssatt", "csn/skyddade/atkomstlogg", "ogiltig-franvaro/foljder/{studerandeId:long}", "blanketter/{slug}",
        // The mode itself.
        "csn/driftavbrott/ny", "csn/driftavbrott/{id:long}/andra", "csn/driftavbrott/{id:long}/avsluta", "csn/driftavbrott/{id:long}/stall-in",
        "fel/{kod:int:range(400,599)}",
    ];

    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task EveryPost_IsRefused_ButTheNamed_AndNothingIsWritten()
    {
        var poster = _portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: [_, ..] metoder } || metoder.Any(m => m is not ("GET" or "HEAD" or "OPTIONS")))
            .ToList();
        poster.Count.ShouldBeGreaterThan(120);
        poster.Where(e => e.Metadata.GetMetadata<TillatILaslageAttribute>() is not null).Select(e => e.RoutePattern.RawText!.TrimStart('/')).Distinct().ShouldBe(Tillatna, ignoreOrder: true);

        await _portal.LaggUppAsync("Uppdatering", "9.00", "12.00", laslage: true);
        using var anonym = _portal.NyKlient();
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        using var berit = await _portal.InloggadAsync(Personer.BeritHagstrom);
        (Portalklient Klient, Dictionary<string, string> Tecken)[] alla = [(anonym, await TeckenAsync(anonym, "/logga-in")), (anna, await TeckenAsync(anna, "/studerande")), (berit, await TeckenAsync(berit, "/csn/skolor"))];
        await using var vakt = new SqliteConnection(_portal.Databas.ConnectionString);
        await vakt.OpenAsync(Ct);
        var fore = await VersionAsync(vakt);

        foreach (var endpoint in poster.Where(e => !Tillatna.Contains(e.RoutePattern.RawText!.TrimStart('/'))))
        {
            foreach (var (klient, tecken) in alla)
            {
                var adress = Adress(endpoint.RoutePattern.RawText!);
                using var begaran = new HttpRequestMessage(HttpMethod.Post, adress) { Content = new FormUrlEncodedContent(tecken) };
                using var svar = await klient.Http.SendAsync(begaran, Ct);
                if (klient == anonym && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<KraverSystemkontoAttribute>() is null)
                {
                    svar.Headers.Location?.OriginalString.ShouldStartWith("/logga-in", Case.Sensitive, adress);
                    continue;
                }

                svar.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, adress);
                svar.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromHours(2), adress);
            }
        }

        (await VersionAsync(vakt)).ShouldBe(fore, "nobody has written to the database");
    }

    /// <summary>From its first minute until its last; what was typed can be sent from the page afterwards.</summary>
    [Fact]
    public async Task RefusedForm_SaysUntilWhen_KeepsWhatWasTyped_AndIsSentAgainAfterwards()
    {
        var elev = await new Skolkvarld(_portal).ElevAsync("Lova", "Läslägeson");
        await _portal.LaggUppAsync("Uppdatering", "10.01", "10.20", laslage: true);
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await anna.HamtaAsync($"/ogiltig-franvaro/rapportera/{elev.Id}")).FindForm("Granska rapporten")
            .Satt("ForstaDag", "2026-10-05").Satt("Timmar", "11,5").Satt("Tillfallen", "4").Satt("Tillbaka", "nej").Manipulera("Stodform", null);

        _portal.Klocka.Satt(Testklocka.Standarddag, new(10, 1));
        var nej = await formular.SkickaAsync();

        nej.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        nej.Svar.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(19));
        nej.Rubrik.ShouldBe("Det går inte att skicka just nu");
        nej.Text.ShouldContain("i läsläge till 22 november 2026 kl. 10.20");
        nej.Text.ShouldContain("Ingenting av det du skickade har sparats.");
        (await UtkastAsync(elev.Id)).ShouldBe(0);
        (await anna.HamtaAsync($"/studerande/{elev.Id}")).Notis.ShouldContain("Läsläge till 22 november 2026 kl. 10.20.");
        var igen = nej.FindForm("Skicka igen");
        igen.Varde("ForstaDag").ShouldBe("2026-10-05");
        (await igen.SkickaAsync()).Status.ShouldBe(HttpStatusCode.ServiceUnavailable, "still");

        _portal.Klocka.Satt(Testklocka.Standarddag, new(10, 20));
        var granska = await igen.SkickaAsync();

        granska.Rubrik.ShouldBe("Granska rapporten");
        granska.Text.ShouldContain("5 oktober 2026");
        (await UtkastAsync(elev.Id)).ShouldBe(1);
        granska.Notis.ShouldNotContain("Läsläge");
    }

    /// <summary>The login comes first, with what was typed; sent from there it is refused, and still not lost.</summary>
    [Fact]
    public async Task FormOfASessionThatTimedOut_IsKeptThroughTheLogin()
    {
        var elev = await new Skolkvarld(_portal).ElevAsync("Lova", "Läslägeson");
        await _portal.LaggUppAsync("Uppdatering", "10.01", "11.59", laslage: true);
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await anna.HamtaAsync($"/ogiltig-franvaro/rapportera/{elev.Id}")).FindForm("Granska rapporten")
            .Satt("ForstaDag", "2026-10-05").Satt("Timmar", "11,5").Satt("Tillfallen", "4").Satt("Tillbaka", "nej").Manipulera("Stodform", null);
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(31));

        var sida = await (await formular.SkickaAsync()).SkickaAsync("Logga in", ("Anvandarnamn", Personer.AnnaLind.Anvandarnamn), ("Losenord", Personer.AnnaLind.Losenord));

        sida.Notis.ShouldContain("Det du skrev finns kvar");
        var kvar = sida.FindForm("Granska rapporten");
        kvar.Varde("Timmar").ShouldBe("11,5");
        var nej = await kvar.SkickaAsync();
        nej.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        nej.FindForm("Skicka igen").Varde("Timmar").ShouldBe("11,5");
        (await UtkastAsync(elev.Id)).ShouldBe(0);
    }

    /// <summary>Another site could make a page of ours that sends its fields; a password is never sent back.</summary>
    [Fact]
    public async Task FieldsOfAnotherSite_AndPasswords_AreNotSentBack()
    {
        await _portal.LaggUppAsync("Uppdatering", "9.00", "12.00", laslage: true);
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        var tecken = await TeckenAsync(anna, "/studerande");
        foreach (var falt in new Dictionary<string, string>[] { new() { ["Namn"] = "utifrån" }, new(tecken) { ["NyttLosenord"] = "hemligt", ["Namn"] = "utifrån" } })
        {
            var nej = await anna.SkickaAsync(new(HttpMethod.Post, "/studerande/ny") { Content = new FormUrlEncodedContent(falt) }, foljOmdirigering: true);

            nej.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            nej.Dokument.QuerySelector("input[name='Namn']").ShouldBeNull();
            nej.Text.ShouldContain("Gå tillbaka i webbläsaren.");
        }

        var kvar = await anna.SkickaAsync(new(HttpMethod.Post, "/studerande/ny") { Content = new FormUrlEncodedContent(new Dictionary<string, string>(tecken) { ["Namn"] = "<eget>" }) }, foljOmdirigering: true);
        kvar.FindForm("Skicka igen").Varde("Namn").ShouldBe("<eget>");
    }

    [Fact]
    public async Task SigningInAndOut_ChoosingASchool_AndSearching_Work()
    {
        await _portal.LaggUppAsync("Uppdatering", "9.00", "12.00", laslage: true);

        using var david = await _portal.InloggadAsync(Personer.DavidAbdi);
        (await david.ValjSkolaAsync(Demoskolor.NorraHamnen)).Notis.ShouldContain("Du rapporterar nu för Norra Hamnens gymnasium.");
        var sok = await david.HamtaAsync("/studerande");
        (await sok.FindForm("/studerande/sok").SkickaAsync()).Status.ShouldBe(HttpStatusCode.OK);
        (await david.LoggaUtAsync()).Url.AbsolutePath.ShouldBe("/logga-in");
        var fel = await david.ForsokLoggaInAsync(Personer.DavidAbdi.Anvandarnamn, "fel");
        fel.Status.ShouldBe(HttpStatusCode.BadRequest);
        fel.Text.ShouldContain("Avbrott pågår: Uppdatering");
        fel.Text.ShouldContain("Du kan logga in och läsa, men inte skicka eller ändra något.");
        (await david.Http.GetAsync("/halsa", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task CsnIsRefusedToo_ButWhoeverEndsTheOutage()
    {
        var adress = (await _portal.LaggUppAsync("Uppdatering", "9.00", "12.00", laslage: true)).Url.AbsolutePath;
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);
        var ta = (await greta.HamtaAsync("/granskning")).FindForm("/granskning");
        (await ta.SkickaAsync()).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);

        (await (await kristina.HamtaAsync(adress)).SkickaAsync("Avsluta avbrottet nu")).Notis.ShouldNotContain("Läsläge");

        (await ta.SkickaAsync()).Status.ShouldBe(HttpStatusCode.OK, "at once");
    }

    /// <summary>The one page that begins something by being opened.</summary>
    [Fact]
    public async Task OpeningAReportOfStudietider_DoesNotBeginItsReview()
    {
        await _portal.LaggUppAsync("Uppdatering", "9.00", "12.00", laslage: true);
        await using var db = _portal.Databas.Alla();
        var id = await db.Nationellt<Studietidsrapport>().Where(r => r.Status == Rapportstatus.Inskickad).Select(r => r.Id).FirstAsync(Ct);
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);

        (await kristina.HamtaAsync($"/csn/studietider/{id}")).Status.ShouldBe(HttpStatusCode.OK);

        (await db.Nationellt<Studietidsrapport>().Where(r => r.Id == id).Select(r => r.Status).SingleAsync(Ct)).ShouldBe(Rapportstatus.Inskickad);
    }

    [Fact]
    public async Task AnOutageWithoutTheMode_RefusesNothing()
    {
        await _portal.LaggUppAsync("Ladok är nere", "9.00", "12.00");
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await greta.HamtaAsync("/granskning");

        sida.Notis.ShouldNotContain("Läsläge");
        (await sida.FindForm("/granskning").SkickaAsync()).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Systems_GetAProblem_WithWhenToComeBack()
    {
        var nyckel = await _portal.NyckelAsync();
        await _portal.LaggUppAsync("Uppdatering", "9.00", "12.00", laslage: true);

        using var svar = await _portal.SkickaAsync(nyckel, Ladokportal.Kurs());

        svar.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        svar.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromHours(2));
        svar.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await svar.JsonAsync()).GetProperty("kod").GetString().ShouldBe("ANROP-LASLAGE");
        using var fraga = await _portal.FragaAsync(nyckel, $"{Ladokportal.Adress}/1");
        fraga.StatusCode.ShouldBe(HttpStatusCode.NotFound, "asking is reading");
    }

    [Fact]
    public async Task Upload_IsRefused_AndSaysThatFilesMustBeChosenAgain()
    {
        using var david = await _portal.InloggadAsync(Personer.DavidAbdi);
        await david.ValjSkolaAsync(Demoskolor.NorraHamnen);
        var formular = (await david.HamtaAsync("/filer")).FindForm("Skicka fil").Bifoga("Filer", new("elever.csv", Encoding.UTF8.GetBytes("personnummer;handelse\n"), "text/csv"));
        await _portal.LaggUppAsync("Uppdatering", "9.00", "12.00", laslage: true);

        var nej = await formular.SkickaAsync();

        nej.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        nej.Text.ShouldContain("välj filerna på nytt");
        await using var db = _portal.Databas.Alla();
        (await db.Nationellt<Core.Dokumentlagring.Dokument>().AnyAsync(d => d.Filnamn == "elever.csv", Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task Switch_HoldsUntilItIsTurnedOff_AndSaysSo()
    {
        await using var portal = new PortalFabrik { Installningar = new() { ["Drift:Laslage"] = "true" } };
        using var klient = portal.NyKlient();

        var sida = await klient.HamtaAsync("/logga-in");
        sida.Text.ShouldContain("Läsläge tills vidare.");
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var nej = await anna.SkickaAsync(new(HttpMethod.Post, "/utkast"), foljOmdirigering: false);

        nej.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        nej.Svar.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(5));
        nej.Text.ShouldContain("Mina tjänster är i läsläge tills vidare.");
    }

    [Fact]
    public async Task ARefusalToNobody_AsksNothingOfTheDatabase()
    {
        using var raknare = new Kommandoraknare(_portal.Databas.Fil);
        await _portal.LaggUppAsync("Uppdatering", "9.00", "12.00", laslage: true);
        using var klient = _portal.NyKlient();
        (await klient.Http.PostAsync("/losenordskiosk/glomt", null, Ct)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        raknare.Kommandon.Clear();

        (await klient.Http.PostAsync("/losenordskiosk/glomt", null, Ct)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        raknare.Kommandon.ShouldBeEmpty();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<Dictionary<string, string>> TeckenAsync(Portalklient klient, string sida) => (await klient.HamtaAsync(sida)).Dokument.QuerySelectorAll("main input[name^='__']")
        .GroupBy(f => f.GetAttribute("name")!).ToDictionary(f => f.Key, f => f.First().GetAttribute("value")!);

    /// <summary>Changes whenever another connection has written.</summary>
    private static async Task<object?> VersionAsync(SqliteConnection anslutning)
    {
        await using var fraga = anslutning.CreateCommand();
        fraga.CommandText = "PRAGMA data_version";
        return await fraga.ExecuteScalarAsync(Ct);
    }

    private async Task<int> UtkastAsync(long studerandeId)
    {
        await using var db = _portal.Databas.Alla();
        return await db.Nationellt<Skolkutkast>().CountAsync(u => u.StuderandeId == studerandeId, Ct);
    }

    /// <summary>An address of the route: what it asks about need not exist, since nobody gets as far as to look.</summary>
    private static string Adress(string monster) => "/" + Parameter().Replace(
        monster.TrimStart('/'),
        p => p.Value.Contains("length(", StringComparison.Ordinal) ? new string('a', int.Parse(Siffror().Match(p.Value).Value))
            : p.Value.Contains("regex", StringComparison.Ordinal) ? new string('a', 64)
            : p.Value.Contains("lasar", StringComparison.Ordinal) ? "2026-27" : "1");

    [GeneratedRegex(@"\{(?:[^{}]|\{\{|\}\})+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Siffror();
}
