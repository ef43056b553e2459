using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Data;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Shared.Fel;

/// <summary>What a page that throws answers with: in Swedish, with a number that finds the error in the log, and with nothing of what happened inside.</summary>
public sealed class UndantagssidaTests : IAsyncLifetime
{
    private readonly DirectoryInfo _mapp = Directory.CreateTempSubdirectory("minatjanster-fel-");
    private readonly Databasavbrott _avbrott = new();
    private readonly PortalFabrik _portal;
    private bool _stangd;

    public UndantagssidaTests() => _portal = new()
    {
        Installningar = new() { ["Loggning:Fil"] = Path.Combine(_mapp.FullName, "fel-.log"), ["Loggning:Konsol"] = "false" },
        Tjanster = s =>
        {
            s.AddControllersWithViews().AddApplicationPart(typeof(ProvfelController).Assembly);
            s.ConfigureDbContext<SqlitePortalDbContext>(o => o.AddInterceptors(_avbrott));
        },
    };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await StangAsync();
        _mapp.Delete(recursive: true);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task APageThatThrows_IsOurs_WithTheLogsNumber_SignedInOrNot_AndWithoutADatabase(bool inloggad, bool utanDatabas)
    {
        using var klient = inloggad ? await _portal.InloggadAsync(Personer.AnnaLind) : _portal.NyKlient();
        await klient.HamtaAsync("/logga-in"); // it has started
        _avbrott.Pagar = utanDatabas;
        var adress = !utanDatabas ? "/prov/undantag" : inloggad ? "/" : "/mina-sidor/studietider";

        var sida = await klient.HamtaUtanOmdirigeringAsync($"{adress}?p=20090412-9830");

        sida.Status.ShouldBe(HttpStatusCode.InternalServerError);
        _avbrott.Nekade.ShouldBe(utanDatabas);
        sida.Rubrik.ShouldBe("Något gick fel hos oss");
        sida.Dokument.DocumentElement.GetAttribute("lang").ShouldBe("sv");
        sida.Text.ShouldContain("Det är ett tekniskt fel och beror inte på dig.");
        sida.Text.ShouldContain("0771-276 400");
        sida.Dokument.QuerySelector("main a[href='/']").ShouldNotBeNull();
        var html = sida.Dokument.DocumentElement.OuterHtml;
        foreach (var inre in new[] { "hemlig", "Exception", "Databasen svarar inte", "   at ", ".cs:", "Sqlite", "20090412", "Anna Lind" })
        {
            html.ShouldNotContain(inre);
        }

        var huvuden = sida.Svar.Headers;
        huvuden.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'none'");
        huvuden.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        huvuden.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        huvuden.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        huvuden.CacheControl!.NoStore.ShouldBeTrue();

        var nummer = sida.Dokument.QuerySelector("article.felsida strong[translate=no]").ShouldNotBeNull().TextContent;
        nummer.ShouldMatch("^[0-9a-f]{8}$");
        var igen = await klient.HamtaUtanOmdirigeringAsync(adress);
        igen.Dokument.QuerySelector("article.felsida strong[translate=no]")!.TextContent.ShouldNotBe(nummer, "each error has its own");
        await StangAsync();
        var rader = (await File.ReadAllTextAsync(_mapp.GetFiles("fel-*.log").ShouldHaveSingleItem().FullName)).Split('\n');
        rader.ShouldContain(r => r.Contains($"{nummer} ", StringComparison.Ordinal) && r.Contains("unhandled exception", StringComparison.Ordinal));
        rader.ShouldContain(r => r.Contains($"{nummer} GET ", StringComparison.Ordinal) && r.Contains(" 500 ", StringComparison.Ordinal), "and the request's own line");
        rader.ShouldContain(r => r.Contains(utanDatabas ? "Databasen svarar inte" : "hemlig detalj", StringComparison.Ordinal), "what happened stands in the log alone");
        rader.ShouldAllBe(r => !r.Contains("20090412", StringComparison.Ordinal));
    }

    /// <summary>What the sender did wrong is not ours to look up.</summary>
    [Theory]
    [InlineData("/finns-inte", false)]
    [InlineData("/prov/for-stort", false)]
    [InlineData("/prov/kod/500", true)]
    public async Task OnlyAnErrorOfOurs_HasANumber(string url, bool nummer)
    {
        using var klient = _portal.NyKlient();

        (await klient.HamtaAsync(url)).Text.Contains("Felets nummer:", StringComparison.Ordinal).ShouldBe(nummer);
    }

    private async Task StangAsync()
    {
        if (!_stangd)
        {
            _stangd = true;
            await _portal.DisposeAsync();
        }
    }

    /// <summary>While it lasts, no connection is opened.</summary>
    private sealed class Databasavbrott : DbConnectionInterceptor
    {
        public bool Pagar { get; set; }

        public bool Nekade { get; private set; }

        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => Prova(result);

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Prova(result));

        private InterceptionResult Prova(InterceptionResult result)
        {
            if (!Pagar)
                return result;
            Nekade = true;
            throw new InvalidOperationException("Databasen svarar inte.");
        }
    }
}
