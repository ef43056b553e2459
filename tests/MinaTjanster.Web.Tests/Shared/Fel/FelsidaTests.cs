using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Infrastructure.Security;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Shared.Fel;

[AllowAnonymous]
public sealed class ProvfelController : Controller
{
    [HttpGet("/prov/undantag")]
    public IActionResult Undantag() => throw new InvalidOperationException("hemlig detalj");

    [HttpGet("/prov/for-stort")]
    public IActionResult ForStort() => throw new BadHttpRequestException("hemlig detalj", StatusCodes.Status413PayloadTooLarge);

    [AcceptVerbs("GET", "POST", Route = "/prov/kod/{kod:int}"), IgnoreAntiforgeryToken, UtanSkolmarke]
    public IActionResult Kod(int kod) => StatusCode(kod);
}

/// <summary>Every error is a page of ours, with its own code, and says nothing of what happened inside.</summary>
public sealed class FelsidaTests : IAsyncLifetime
{
    private readonly PortalFabrik _portal = new() { Tjanster = s => s.AddControllersWithViews().AddApplicationPart(typeof(ProvfelController).Assembly) };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("/finns-inte", 404, "Sidan finns inte")]
    [InlineData("/prov/kod/400", 400, "Vi kunde inte ta emot det du skickade")]
    [InlineData("/prov/kod/403", 403, "Du har inte behörighet till sidan")]
    [InlineData("/prov/kod/409", 409, "Någon annan hann före")]
    [InlineData("/prov/kod/413", 413, "Det du skickade är för stort")]
    [InlineData("/prov/kod/418", 418, "Vi kunde inte ta emot det du skickade")]
    [InlineData("/prov/kod/429", 429, "För många försök på kort tid")]
    [InlineData("/prov/kod/500", 500, "Något gick fel hos oss")]
    [InlineData("/prov/undantag", 500, "Något gick fel hos oss")]
    [InlineData("/prov/for-stort", 413, "Det du skickade är för stort")]
    [InlineData("/fel/404", 404, "Sidan finns inte")]
    public async Task Error_HasItsPage(string url, int kod, string rubrik)
    {
        using var anonym = _portal.NyKlient();
        using var inloggad = await _portal.InloggadAsync(Personer.AnnaLind);
        foreach (var klient in new[] { anonym, inloggad })
        {
            var sida = await klient.HamtaAsync(url);

            ((int)sida.Status).ShouldBe(kod);
            sida.Rubrik.ShouldBe(rubrik);
            sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain("hemlig");
            sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain("Exception");
            sida.Dokument.QuerySelector("main a[href='/']").ShouldNotBeNull();
            sida.Text.ShouldContain("0771-276 400");
            sida.Svar.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Post_RefusedEmpty_HasItsPage()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);

        var sida = await klient.SkickaAsync(new HttpRequestMessage(HttpMethod.Post, "/prov/kod/409") { Content = new FormUrlEncodedContent([]) }, foljOmdirigering: false);

        sida.Status.ShouldBe(HttpStatusCode.Conflict);
        sida.Rubrik.ShouldBe("Någon annan hann före");
    }

    [Fact]
    public async Task SignedIn_ErrorPageKeepsTheMenu()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);

        (await klient.HamtaAsync("/finns-inte")).Dokument.QuerySelector("nav[aria-label='Tjänster'] a[href='/']").ShouldNotBeNull();
    }

    [Fact]
    public async Task DatabaseDown_StillShowsThePage()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        await using (var db = _portal.Databas.Alla())
        {
            db.Model.FindEntityType(typeof(Inloggningssession))!.GetTableName().ShouldBe("Inloggningssessioner");
            await db.Database.ExecuteSqlAsync($"DROP TABLE Inloggningssessioner");
        }

        var sida = await klient.HamtaUtanOmdirigeringAsync("/");

        sida.Status.ShouldBe(HttpStatusCode.InternalServerError);
        sida.Rubrik.ShouldBe("Något gick fel hos oss");
    }
}
