using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Infrastructure.Security;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Isolering;

/// <summary>
/// A school never sees or changes another school's anything: every endpoint that takes an id or a key, with every kind of id of another school,
/// as every role. A new endpoint is walked without being listed.
/// </summary>
public sealed partial class AnnanSkolaTests : IAsyncLifetime
{
    private readonly PortalFabrik _portal = new();
    private FrammandeData _frammande = null!;

    public static IEnumerable<object[]> Alla => Personer.AllaInloggade();

    public async ValueTask InitializeAsync() => _frammande = await FrammandeData.SkapaAsync(_portal.Databas, new Testklocka());

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory, MemberData(nameof(Alla))]
    public async Task EveryEndpoint_WithEveryKindOfForeignId_ShowsAndChangesNothing(Person person)
    {
        using var klient = await _portal.InloggadAsync(person);
        if (person.Skolkoder.Count() > 1)
        {
            await klient.ValjSkolaAsync(person.Skolkoder.First(k => k != FrammandeData.Skolkod));
        }

        var tecken = await TeckenAsync(klient);
        var egenRapport = await _frammande.EgenRapportAsync(person);
        var fore = await FotografiAsync();
        var prov = 0;

        foreach (var endpoint in Vagar().Where(e => !ArPersonensEgenNationella(e, person)))
        {
            foreach (var metod in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
            {
                foreach (var adress in Adresser(endpoint.RoutePattern.RawText!, egenRapport))
                {
                    using var begaran = new HttpRequestMessage(new HttpMethod(metod), adress);
                    if (metod == "POST")
                    {
                        begaran.Content = new FormUrlEncodedContent(tecken);
                    }

                    using var direkt = await klient.Http.SendAsync(begaran, TestContext.Current.CancellationToken);
                    // The address of an upload's form only points to the page itself: what counts is what stands there.
                    using var svar = metod == "GET" && direkt.StatusCode == HttpStatusCode.Found
                        ? await klient.Http.GetAsync(direkt.Headers.Location, TestContext.Current.CancellationToken)
                        : direkt;
                    var text = await svar.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    var vad = $"{person} {metod} {adress}";
                    if (endpoint.Metadata.GetMetadata<KraverSystemkontoAttribute>() is not null)
                    {
                        // Closed to everybody's session; a key with foreign ids is tested with the feed.
                        svar.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, vad);
                        continue;
                    }

                    svar.StatusCode.ShouldBeOneOf([HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType], vad);
                    text.ShouldNotContain(FrammandeData.Hemlighet, Case.Insensitive, vad);
                    if (metod == "GET")
                    {
                        svar.StatusCode.ShouldBeOneOf([HttpStatusCode.NotFound, HttpStatusCode.Forbidden], vad);
                    }

                    prov++;
                }
            }
        }

        prov.ShouldBeGreaterThan(40);
        (await FotografiAsync()).ShouldBe(fore, "nothing may have changed");
    }

    [Fact]
    public async Task FormDrawnForOneSchool_PostedAfterChoosingAnother_ChangesNothing()
    {
        using var klient = await _portal.InloggadAsync(Personer.DavidAbdi);
        await klient.ValjSkolaAsync(Demoskolor.NorraHamnen);
        var rapport = await _frammande.RapportAsync(Demoskolor.NorraHamnen);
        var sida = await klient.HamtaAsync($"/ogiltig-franvaro/{rapport}/ta-bort");
        var formular = sida.FindForm("Ta bort rapporten").Satt("Skal", "Ny bedömning");

        // The second tab.
        await klient.ValjSkolaAsync(Demoskolor.Angsholm);
        var fore = await FotografiAsync();
        var svar = await formular.SkickaAsync();

        svar.Status.ShouldBe(HttpStatusCode.Conflict);
        svar.Text.ShouldContain("Ängsholms komvux");
        (await FotografiAsync()).ShouldBe(fore);
    }

    /// <summary>All routes with a parameter, but the error pages.</summary>
    private IEnumerable<RouteEndpoint> Vagar() => _portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.Parameters.Count > 0
            && e.Metadata.GetMetadata<HttpMethodMetadata>() is not null
            && e.RoutePattern.RawText?.Contains("{kod", StringComparison.Ordinal) == false
            && e.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor>() is not null);

    /// <summary>CSN staff's own pages show every school's cases and users, and are tested with their areas.</summary>
    private static bool ArPersonensEgenNationella(RouteEndpoint endpoint, Person person) =>
        person.ArCsn && endpoint.Metadata.GetMetadata<KraverAttribute>() is { } krav && person.Har(krav.Rattighet);

    /// <summary>The route with every kind of foreign id in every place, and with the person's own report before a foreign id.</summary>
    private IEnumerable<string> Adresser(string monster, long? egenRapport)
    {
        foreach (var id in _frammande.Id)
        {
            yield return Fyll(monster, _ => id);
            if (egenRapport is { } egen && Parameter().Count(monster) > 1)
            {
                var plats = 0;
                yield return Fyll(monster, _ => plats++ == 0 ? egen : id);
            }
        }

        string Fyll(string m, Func<string, long> varde) => "/" + Parameter().Replace(
            m,
            traff => traff.Value.Contains("nyckel", StringComparison.OrdinalIgnoreCase) ? _frammande.Nyckel : varde(traff.Value).ToString()).TrimStart('/');
    }

    private static async Task<Dictionary<string, string>> TeckenAsync(Portalklient klient)
    {
        Dictionary<string, string> tecken = [];
        foreach (var sida in new[] { "/", "/studerande", "/granskning" })
        {
            foreach (var falt in (await klient.HamtaAsync(sida)).Dokument.QuerySelectorAll("input[name^='__']"))
            {
                tecken[falt.GetAttribute("name")!] = falt.GetAttribute("value")!;
            }
        }

        return tecken;
    }

    /// <summary>All rows of all tables but those that any visit writes to.</summary>
    private async Task<string> FotografiAsync()
    {
        string[] utom = ["AuditEvents", "Visningar", "Inloggningssessioner", "Inloggningssparrar", "Sokningar", "Dataskyddsnycklar", "Konton"];
        await using var anslutning = new SqliteConnection(_portal.Databas.ConnectionString);
        await anslutning.OpenAsync();
        var tabeller = new List<string>();
        await using (var fraga = anslutning.CreateCommand())
        {
            fraga.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
            await using var rader = await fraga.ExecuteReaderAsync();
            while (await rader.ReadAsync())
            {
                tabeller.Add(rader.GetString(0));
            }
        }

        var text = new StringBuilder();
        foreach (var tabell in tabeller.Except(utom))
        {
            await using var fraga = anslutning.CreateCommand();
#pragma warning disable CA2100 // the table's name comes from the database itself
            fraga.CommandText = $"SELECT * FROM \"{tabell}\"";
#pragma warning restore CA2100
            await using var rader = await fraga.ExecuteReaderAsync();
            while (await rader.ReadAsync())
            {
                text.Append(tabell);
                for (var i = 0; i < rader.FieldCount; i++)
                {
                    text.Append('|').Append(rader.GetValue(i) is byte[] bytes ? Convert.ToHexString(SHA256.HashData(bytes)) : rader.GetValue(i));
                }

                text.Append('\n');
            }
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
