using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering.Filer;

/// <summary>A row with an event that no file holds leads to where it is reported; the school is a högskola that reports by file.</summary>
public sealed class EgenSidaTests : IAsyncLifetime
{
    private readonly PortalFabrik _portal = new();
    private Portalklient _jonas = null!;

    public async ValueTask InitializeAsync()
    {
        await using (var db = _portal.Databas.Alla())
        {
            (await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.Tonklang)).BytRapporteringssatt(Rapporteringssatt.Fil);
            await db.SaveChangesAsync();
        }

        _jonas = await _portal.InloggadAsync(Personer.JonasHolm);
    }

    public async ValueTask DisposeAsync()
    {
        _jonas.Dispose();
        await _portal.DisposeAsync();
    }

    [Theory]
    [InlineData("91", "Rapportera avstängning")]
    [InlineData("82", "Rapportera intyg om kursregistrering (2441W)")]
    public async Task StudentWhomTheSchoolHas_IsOneLinkAway_WithNoNumberInIt(string kod, string lank)
    {
        var elev = await new Skolkvarld(_portal).ElevAsync(skolkod: Demoskolor.Tonklang);

        var sida = await RadsidaAsync(elev.Personnummer.Varde, kod);

        sida.Fel.ShouldContain(f => f.Contains("kan inte skickas i en fil", StringComparison.Ordinal));
        var mal = await sida.KlickaAsync(lank);
        mal.Url.PathAndQuery.ShouldBe($"/studerande/{elev.Id}/rapportera/{kod}");
        mal.FindForm("Granska").ShouldNotBeNull();
    }

    /// <summary>Nobody to report for; and an event that the school form does not have.</summary>
    [Theory]
    [InlineData("20040301T123", "91")]
    [InlineData(null, "11")]
    public async Task OtherRows_HaveNoSuchLink(string? person, string kod)
    {
        person ??= (await new Skolkvarld(_portal).ElevAsync(skolkod: Demoskolor.Tonklang)).Personnummer.Varde;

        var sida = await RadsidaAsync(person, kod);

        sida.Dokument.QuerySelectorAll("main a[href*='/rapportera/']").ShouldBeEmpty();
    }

    private async Task<Sida> RadsidaAsync(string person, string kod)
    {
        var fil = Encoding.UTF8.GetBytes($"personnummer;fornamn;efternamn;handelse;forsta_dag\n{person};Kim;Berg;{kod};2026-11-02\n");
        var skickad = await (await _jonas.HamtaAsync("/filer")).FindForm("Skicka fil").Bifoga("Filer", new("elever.csv", fil, "text/csv")).SkickaAsync();
        await _portal.Services.GetRequiredService<FilinlasningService>().KorAsync(TestContext.Current.CancellationToken);
        return await (await _jonas.HamtaAsync(skickad.Url.AbsolutePath)).KlickaAsync("Rätta rad 2");
    }
}
