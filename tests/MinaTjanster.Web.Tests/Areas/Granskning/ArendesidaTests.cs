using System.Net;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas.Skolkrapportering;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

public sealed class ArendesidaTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private static readonly string[] Sidor = ["", "/godkann", "/komplettering", "/kommunicera", "/utfall", "/lamna-over", "/avsluta", "/meddelanden", "/anteckningar"];

    [Theory]
    [MemberData(nameof(Personer.UtomHandlaggare), MemberType = typeof(Personer))]
    public async Task Get_ByOthersThanReviewers_IsForbidden(Person person)
    {
        var stina = await portal.StinaAsync();
        using var klient = await portal.InloggadMedSkolaAsync(person);

        foreach (var sida in Sidor)
        {
            (await klient.HamtaUtanOmdirigeringAsync($"/granskning/{stina.Id}{sida}")).Status.ShouldBe(HttpStatusCode.Forbidden);
            var post = new HttpRequestMessage(HttpMethod.Post, $"/granskning/{stina.Id}{sida}") { Content = new FormUrlEncodedContent([]) };
            (await klient.SkickaAsync(post, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Get_MissingCase_IsNotFound()
    {
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        foreach (var sida in Sidor)
        {
            (await klient.HamtaAsync($"/granskning/987654321{sida}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Get_SeveralUnderlag_HeadingsFollowOneAnother()
    {
        // A portal of its own: the demo students of the shared one have one case each.
        await using var egen = new PortalFabrik();
        var fall = await Skolkfall.SkapaAsync(egen);
        using var skola = await egen.InloggadAsync(Personer.AnnaLind);
        await fall.SkickaAsync(skola);
        await fall.BegarKompletteringAsync("Skicka även oktober.");
        await fall.SkickaAsync(skola);
        using var klient = await egen.InloggadAsync(Personer.GretaGranberg);

        var sida = await klient.HamtaAsync($"/granskning/{fall.ArendeId}");

        sida.Dokument.QuerySelectorAll("#dokument h2, #dokument h3").Select(h => h.LocalName).ShouldBe(["h2", "h3", "h3", "h3"], "the file, the two arrivals, the marked pages");
        sida.Text.ShouldContain("utbetalningen för november");
    }

    [Fact]
    public async Task Get_ProtectedStudentsCase_IsNotFoundForThoseNotCleared_AndNotRecorded()
    {
        var skyddad = await portal.SkyddadAsync();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        foreach (var sida in Sidor)
        {
            (await klient.HamtaAsync($"/granskning/{skyddad.Id}{sida}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        var greta = portal.KontoId(Personer.GretaGranberg);
        (await portal.VisningarAsync()).ShouldNotContain(v => v.KontoId == greta && v.ObjektId == skyddad.SkolkrapportId);
    }

    [Fact]
    public async Task Get_ProtectedStudentsCase_ByTheCleared_ShowsTheNameAndRecordsBothViews()
    {
        var skyddad = await portal.SkyddadAsync();
        using var klient = await portal.InloggadAsync(Personer.StigSkyman);

        var sida = await klient.HamtaAsync($"/granskning/{skyddad.Id}");

        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.Text.ShouldContain("Skyddade personuppgifter. Att sidan har öppnats är noterat.");
        sida.Rubrik.ShouldNotContain("Skyddade");
        sida.Dokument.Title!.ShouldNotContain(sida.Rubrik.Split(' ')[0]);
        var stig = portal.KontoId(Personer.StigSkyman);
        (await portal.VisningarAsync()).Where(v => v.KontoId == stig).Select(v => (v.Slag, v.Objekt)).ShouldBe(
            [(Visningsslag.Csn, AuditObjects.Skolkrapport), (Visningsslag.SkyddadIdentitet, AuditObjects.Studerande)]);
    }

    [Fact]
    public async Task Get_ShowsDocumentFactsAndTimeline()
    {
        var stina = await portal.StinaAsync();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await klient.HamtaAsync($"/granskning/{stina.Id}");

        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.Rubrik.ShouldBe("Stina Vall Att granska");
        sida.Text.ShouldContain("nästa utbetalning 30 november 2026");
        sida.Texter("main h2").ShouldBe(
            ["Tidslinje", "franvarorapport.pdf", "Stämmer det?", "Uppskattning", "Rapporten", "Underlaget", "Kontakt på skolan", "Så är uppskattningen räknad", "Beslut", "Anteckningar", "Meddelanden med skolan", "Kompletteringar", "Allt som har kommit in", "Historik"], ignoreOrder: true);
        sida.Texter(".kontroller > li").Count.ShouldBe(7);
        var stod = sida.Texter(".utrakning > li > span");
        stod.Count.ShouldBe(6);
        stod[1].ShouldBe("En månad räknas som utbetald när rapporten kommer efter den 22:a. Regeln är portalens egen uppskattning.");
        stod[5].ShouldBe("Det som inte kan avräknas: 5 kap. studiestödslagen (1999:1395).");
        sida.Dokument.QuerySelectorAll("figure.tidslinje svg[role=img] rect").Length.ShouldBeGreaterThan(3);
        sida.Texter(".tidslinje-tabell tbody tr").ShouldContain(r => r.StartsWith("Underlaget täcker"));
        sida.Text.ShouldContain("Anna Lind");
        sida.Dokument.QuerySelector("[data-visare=pdf] a[href^='/granskning/dokument/']").ShouldNotBeNull();
        sida.Dokument.QuerySelectorAll("[style]").Length.ShouldBe(0);
        sida.Dokument.QuerySelectorAll("main script, main style").Length.ShouldBe(0);
        (await portal.VisningarAsync()).ShouldContain(v => v.Slag == Visningsslag.Csn && v.ObjektId == stina.SkolkrapportId && v.SkolaId == stina.SkolaId);
    }

    [Fact]
    public async Task Get_WithoutUnderlag_SaysSo()
    {
        var lisa = await portal.LisaAsync();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await klient.HamtaAsync($"/granskning/{lisa.Id}");

        sida.Text.ShouldContain("Skolan har inte skickat något underlag än.");
        sida.HarForm($"/granskning/{lisa.Id}").ShouldBeFalse();
    }

    [Fact]
    public async Task Get_WaitingForAComplement_ShowsTheQuestionAndThatTheClockStandsStill()
    {
        var omar = await portal.OmarAsync();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await klient.HamtaAsync($"/granskning/{omar.Id}");

        sida.Rubrik.ShouldBe("Omar Haddad Komplettering begärd");
        sida.Texter(".komplettering h3").ShouldContain(t => t.StartsWith("Underlaget täcker för kort period Svar senast"));
        sida.Text.ShouldContain("står still medan ärendet inte ligger hos CSN");
        sida.Text.ShouldContain("Vårt system skrev bara ut tiden fram till rapportdagen.");
        sida.Dokument.QuerySelectorAll("rect.tl-lucka").Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Get_AnImage_StandsInline()
    {
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var ko = await klient.HamtaAsync("/granskning");

        foreach (var nummer in ko.Texter(".arendelista tbody th"))
        {
            var sida = await ko.KlickaAsync(nummer);
            if (sida.Dokument.QuerySelector("[data-visare=bild] img") is { } bild)
            {
                bild.GetAttribute("alt").ShouldBe("Underlag: franvarolista.png");
                var fil = await klient.HamtaAsync(bild.GetAttribute("src")!);
                fil.Innehallshuvuden.ContentType!.MediaType.ShouldBe("image/png");
                return;
            }
        }

        Assert.Fail("No demo case has an image.");
    }

    [Theory]
    [InlineData("Atgard", "Godkann")]
    [InlineData("Atgard", "BegarKomplettering")]
    [InlineData("Atgard", "0")]
    [InlineData("Atgard", "ta")]
    [InlineData("Atgard", null)]
    [InlineData("Version", "x")]
    [InlineData("Version", null)]
    [InlineData("__RequestVerificationToken", null)]
    [InlineData("__skola", null)]
    public async Task Post_Tampered_IsRefusedAndChangesNothing(string falt, string? varde)
    {
        var stina = await portal.StinaAsync();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var formular = (await klient.HamtaAsync($"/granskning/{stina.Id}")).FindForm("Ta ärendet");

        (await formular.Manipulera(falt, varde).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await portal.LasAsync(stina.Id)).Status.ShouldBe(Arendestatus.AttGranska);
    }

    [Fact]
    public async Task Post_ToAMissingOrProtectedCase_IsNotFound()
    {
        var (stina, skyddad) = (await portal.StinaAsync(), await portal.SkyddadAsync());
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var formular = (await klient.HamtaAsync($"/granskning/{stina.Id}")).FindForm("Ta ärendet");

        foreach (var id in new[] { 987654321, skyddad.Id })
        {
            var begaran = formular.Begaran();
            begaran.RequestUri = new Uri($"/granskning/{id}", UriKind.Relative);
            (await klient.SkickaAsync(begaran, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await portal.LasAsync(skyddad.Id)).Status.ShouldBe(Arendestatus.AttGranska);
    }
}
