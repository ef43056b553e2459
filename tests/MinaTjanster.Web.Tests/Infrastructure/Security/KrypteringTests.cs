using System.Net;
using Microsoft.Extensions.Hosting;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Infrastructure.Security;

/// <summary>Production reached by plain http: by mistake, or behind a proxy that nobody has named.</summary>
public sealed class KrypteringTests : IDisposable
{
    private readonly DirectoryInfo _mapp = Directory.CreateTempSubdirectory("minatjanster-http-");

    public void Dispose() => _mapp.Delete(recursive: true);

    [Fact]
    public async Task Production_OverPlainHttp_SaysThatHttpsIsNeeded()
    {
        await using (var portal = Produktion())
        {
            using var klient = Okrypterad(portal);
            foreach (var adress in new[] { "/logga-in", "/", "/losenordskiosk/andra", "/finns-inte" })
            {
                var svar = await klient.HamtaUtanOmdirigeringAsync(adress);

                svar.Status.ShouldBe(HttpStatusCode.BadRequest, adress);
                svar.Rubrik.ShouldBe("Mina tjänster nås bara med en säker anslutning (https)");
                svar.Dokument.QuerySelector("main a.ds-button")!.GetAttribute("href").ShouldBe("https://portalen.example.org/");
                svar.Svar.Headers.Contains("Set-Cookie").ShouldBeFalse(adress);
                svar.Svar.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            }

            var post = new HttpRequestMessage(HttpMethod.Post, "/logga-in") { Content = new FormUrlEncodedContent([new("Anvandarnamn", "annlin01")]) };
            (await klient.SkickaAsync(post, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        var logg = await File.ReadAllTextAsync(_mapp.GetFiles("http-*.log").ShouldHaveSingleItem().FullName);
        logg.Split("inställningen Proxyer").Length.ShouldBe(2, "it is said once");
    }

    [Theory]
    [InlineData("/halsa")]
    [InlineData("/ikon.svg")]
    [InlineData("/css/bas.css")]
    public async Task Production_OverPlainHttp_AnswersHealthAndStyles(string adress)
    {
        await using var portal = Produktion();
        using var klient = Okrypterad(portal);

        (await klient.HamtaUtanOmdirigeringAsync(adress)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Development_WorksOverPlainHttp()
    {
        await using var portal = new PortalFabrik();
        using var klient = Okrypterad(portal);

        (await klient.HamtaAsync("/logga-in")).Rubrik.ShouldBe("Logga in i Mina tjänster");
    }

    private static Portalklient Okrypterad(PortalFabrik portal)
    {
        var klient = portal.NyKlient();
        klient.Http.BaseAddress = new Uri("http://portalen.example.org");
        return klient;
    }

    private PortalFabrik Produktion() => new()
    {
        Miljo = Environments.Production,
        Installningar = new()
        {
            ["Epost:Host"] = "localhost",
            ["Loggning:Fil"] = Path.Combine(_mapp.FullName, "http-.log"),
            ["Loggning:Konsol"] = "false",
            ["Serilog:MinimumLevel:Default"] = "Warning",
        },
    };
}
