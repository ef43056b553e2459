using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>The queue of protected students' cases, for the cleared (ADR 0050). What everybody else meets: <see cref="Isolering.SkyddadIdentitetTests"/>.</summary>
public sealed class SkyddadkoTests : IAsyncDisposable
{
    private const string Lane = "/granskning/skyddade";

    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task ByOthersThanTheCleared_IsForbidden_AndTakesNothing() =>
        Personer.VarOchEnUtanAsync(Rattighet.SeSkyddadeIdentiteter, async person =>
        {
            using var klient = await _portal.InloggadMedSkolaAsync(person);

            (await klient.HamtaUtanOmdirigeringAsync(Lane)).Status.ShouldBe(HttpStatusCode.Forbidden);
            var post = new HttpRequestMessage(HttpMethod.Post, Lane) { Content = new FormUrlEncodedContent([]) };
            (await klient.SkickaAsync(post, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.Forbidden);

            (await _portal.SkyddadAsync()).Status.ShouldBe(Arendestatus.AttGranska);
        });

    [Fact]
    public async Task WithoutSession_LeadsToLogin()
    {
        using var klient = _portal.NyKlient();

        (await klient.HamtaUtanOmdirigeringAsync(Lane)).Omdirigering.ShouldStartWith("/logga-in");
    }

    [Fact]
    public async Task Lane_HoldsTheProtectedAlone_Masked_WithoutAFile_AndEachRowIsAView()
    {
        var skyddad = await _portal.SkyddadAsync();
        using var stig = await _portal.InloggadAsync(Personer.StigSkyman);

        var sida = await stig.HamtaAsync(Lane);

        sida.Rubrik.ShouldBe("Ärenden med skyddade personuppgifter");
        sida.Texter(".arendelista td[data-rubrik=Studerande]").ShouldBe([$"{Studerande.SkyddadText}xxxxxxxx-xxxx"]);
        sida.Texter(".flikar a[aria-current]").ShouldBe(["Att granska 1 ärenden"]);
        sida.Dokument.QuerySelector("a[href*='.csv']").ShouldBeNull();
        sida.Texter(".meny a[aria-current]").ShouldBe(["Ärenden, skyddade 1 att granska"]);
        var visning = (await _portal.VisningarAsync()).ShouldHaveSingleItem();
        (visning.Slag, visning.Objekt, visning.Sida, visning.Roll, visning.SkolaId).ShouldBe(
            (Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, "Arendeko.Skyddade", Visningsroll.Csn, skyddad.SkolaId));

        // The tab of closed cases shows nobody, and the ordinary queue with its file neither.
        await stig.HamtaAsync($"{Lane}?flik=avslutade");
        await stig.HamtaAsync("/granskning");
        var fil = await stig.HamtaAsync("/granskning/arenden.csv?flik=oppna");
        Encoding.UTF8.GetString(fil.Innehall).ShouldNotContain(Studerande.SkyddadText);
        (await stig.HamtaAsync("/granskning?flik=oppna")).Text.ShouldNotContain(Studerande.SkyddadText);
        (await _portal.VisningarAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task NextCase_IsTheLanes_AndLeadsBackToIt()
    {
        using var stig = await _portal.InloggadAsync(Personer.StigSkyman);

        var arende = await (await stig.HamtaAsync($"{Lane}?sortering=belopp")).SkickaAsync("Nästa ärende");

        arende.Notis.ShouldContain("Du har tagit ärendet.");
        arende.Url.Query.ShouldBe("?ko=skyddade.att-granska.belopp.fallande.1");
        var skyddad = await _portal.SkyddadAsync();
        (skyddad.Status, skyddad.HandlaggareKontoId).ShouldBe((Arendestatus.Granskas, _portal.KontoId(Personer.StigSkyman)));
        (await arende.KlickaAsync("Att granska")).Url.PathAndQuery.ShouldBe($"{Lane}?flik=att-granska&sortering=belopp&riktning=fallande");
        (await (await stig.HamtaAsync(Lane)).SkickaAsync("Nästa ärende")).Notis.ShouldBe("Det finns inget ärende att granska just nu.");
        var visning = (await _portal.VisningarAsync()).Last(v => v.Sida == "Arendesida.Index" && v.Slag == Visningsslag.SkyddadIdentitet);
        visning.SkolkrapportId.ShouldBe(skyddad.SkolkrapportId);
    }

    [Theory]
    [InlineData("skyddade.att-granska.inkommet.stigande.1")]
    [InlineData("skyddade.skyddade.skyddade.")]
    public async Task ThePlaceOfTheOtherLane_PostedToTheOrdinaryQueue_TakesNoneOfIt(string ko)
    {
        foreach (var person in (Person[])[Personer.GretaGranberg, Personer.StigSkyman])
        {
            using var klient = await _portal.InloggadAsync(person);

            (await (await klient.HamtaAsync("/granskning")).FindForm("Nästa ärende").Manipulera("ko", ko).SkickaAsync()).Status.ShouldBe(HttpStatusCode.OK);
            (await klient.HamtaAsync($"/granskning?flik={ko}")).Text.ShouldNotContain(Studerande.SkyddadText);

            (await _portal.SkyddadAsync()).HandlaggareKontoId.ShouldBeNull();
        }
    }

    /// <summary>The page for handing over sends the reader back while nobody has the case.</summary>
    [Fact]
    public async Task WhatWasReadAndNotShown_IsNoView()
    {
        var skyddad = await _portal.SkyddadAsync();
        using var stig = await _portal.InloggadAsync(Personer.StigSkyman);

        (await stig.HamtaUtanOmdirigeringAsync($"/granskning/{skyddad.Id}/lamna-over")).Omdirigering.ShouldStartWith($"/granskning/{skyddad.Id}");

        (await _portal.VisningarAsync()).ShouldNotContain(v => v.Slag == Visningsslag.SkyddadIdentitet);
    }

    [Fact]
    public async Task ACaseThatIsOpenedFromElsewhere_LeadsBackToItsOwnLane()
    {
        var (stina, skyddad) = (await _portal.StinaAsync(), await _portal.SkyddadAsync());
        using var stig = await _portal.InloggadAsync(Personer.StigSkyman);

        (await (await stig.HamtaAsync($"/granskning/{skyddad.Id}")).KlickaAsync("Att granska")).Url.AbsolutePath.ShouldBe(Lane);
        (await (await stig.HamtaAsync($"/granskning/{stina.Id}?ko=skyddade.att-granska.inkommet.stigande.1")).KlickaAsync("Att granska")).Url.AbsolutePath.ShouldBe("/granskning");
    }

    [Theory]
    [InlineData("__RequestVerificationToken")]
    [InlineData("__skola")]
    public async Task Post_WithoutTheHiddenFields_ChangesNothing(string falt)
    {
        using var stig = await _portal.InloggadAsync(Personer.StigSkyman);

        (await (await stig.HamtaAsync(Lane)).FindForm("Nästa ärende").Manipulera(falt, null).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await _portal.SkyddadAsync()).Status.ShouldBe(Arendestatus.AttGranska);
    }
}
