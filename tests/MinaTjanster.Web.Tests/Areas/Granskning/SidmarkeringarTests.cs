using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas.Skolkrapportering;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>A page is marked beside the document, the request points at it, and the school sees it.</summary>
public sealed class SidmarkeringarTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    [Fact]
    public async Task MarkedPage_GoesWithTheRequest_AndTheSchoolOpensItThere()
    {
        await using var egen = new PortalFabrik();
        var (fall, fil) = await FallAsync(egen);
        using var klient = await egen.InloggadAsync(Personer.GretaGranberg);

        var markt = await (await klient.HamtaAsync($"/granskning/{fall.ArendeId}?sida=2")).FindForm("Märk sidan").Satt("Sida", "3").Satt("Brist", "Dagarna efter 12 oktober saknas.").SkickaAsync();

        markt.Notis.ShouldContain("Sida 3 är märkt.");
        markt.Url.PathAndQuery.ShouldContain($"dokument={fil}&sida=3");
        markt.Dokument.QuerySelector("[data-visare]")!.GetAttribute("data-sida").ShouldBe("3");
        markt.Dokument.QuerySelector("[data-visare]")!.GetAttribute("data-markta").ShouldBe("3");
        markt.Texter(".markeringar li small").ShouldBe(["Dagarna efter 12 oktober saknas."]);
        (await fall.HandelserAsync())[^1].Act.ShouldBe(Acts.CasePageMarked);

        using var skola = await egen.InloggadAsync(Personer.AnnaLind);
        (await skola.HamtaAsync($"/ogiltig-franvaro/{fall.Id}")).Text.ShouldNotContain("sida 3", Case.Insensitive, "the school is told by the request");
        var begaran = (await klient.HamtaAsync($"/granskning/{fall.ArendeId}/komplettering")).FindForm("Begär komplettering");
        begaran.Varde("Markeringar").ShouldNotBeNull("a mark is made to be pointed at");
        (await begaran.Satt("Orsak", "ForKortPeriod").Satt("Text", "Skicka resten.").SkickaAsync()).Notis.ShouldContain("Kompletteringen är begärd.");

        foreach (var adress in new[] { $"/ogiltig-franvaro/{fall.Id}", fall.Underlag })
        {
            var sida = await skola.HamtaAsync(adress);
            var lank = sida.Dokument.QuerySelectorAll("main a").Single(a => a.GetAttribute("href") == $"/dokument/{fil}#page=3");
            lank.TextContent.ShouldBe("Underlag från 22 november 2026, sida 3 (öppnas i en ny flik)");
            sida.Text.ShouldContain("Dagarna efter 12 oktober saknas.");
            sida.Text.ShouldNotContain("Sida märkt");
        }

        var efter = await klient.HamtaAsync($"/granskning/{fall.ArendeId}");
        efter.Dokument.QuerySelector(".markeringar").ShouldBeNull();
        efter.Texter(".komplettering li").ShouldContain("Underlag från 22 november 2026, sida 3: Dagarna efter 12 oktober saknas.");
    }

    [Fact]
    public async Task Request_TakesOnlyWhatIsTicked_AndRefusesWhatIsNotTheCases()
    {
        await using var egen = new PortalFabrik();
        var (fall, fil) = await FallAsync(egen);
        var (annat, annanFil) = await FallAsync(egen);
        using var klient = await egen.InloggadAsync(Personer.GretaGranberg);
        foreach (var (f, dokument, sida) in new[] { (fall, fil, "1"), (fall, fil, "2"), (annat, annanFil, "4") })
        {
            await (await klient.HamtaAsync($"/granskning/{f.ArendeId}")).FindForm("Märk sidan").Satt("Sida", sida).SkickaAsync();
        }

        var markeringar = await LasAsync(egen);
        var annans = markeringar.Single(m => m.ArendeId == annat.ArendeId).Id;
        Formular Ifylld(Sida sida) => sida.FindForm("Begär komplettering").Manipulera("Markeringar", null).Satt("Orsak", "Annat").Satt("Text", "Skicka resten.");
        var formular = await klient.HamtaAsync($"/granskning/{fall.ArendeId}/komplettering");
        foreach (var falsk in new[] { $"{annans}", "987654321", "x", "-1" })
        {
            var nekad = await Ifylld(formular).LaggTill("Markeringar", falsk).SkickaAsync();
            nekad.Status.ShouldBe(HttpStatusCode.BadRequest, falsk);
            nekad.Fel.ShouldContain("En märkt sida som du valde finns inte längre, eller är redan skickad. Se vilka som är kvar och försök igen.");
            nekad.FindForm("Begär komplettering").Varde("Text").ShouldBe("Skicka resten.");
        }

        var for_manga = Ifylld(formular);
        Enumerable.Range(1, Sidmarkering.FlestOskickade + 1).ToList().ForEach(i => for_manga.LaggTill("Markeringar", $"{i}"));
        (await for_manga.SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await egen.LasAsync(fall.ArendeId)).Status.ShouldBe(Arendestatus.Granskas);

        var tvaan = markeringar.Single(m => m.ArendeId == fall.ArendeId && m.Sida == 2).Id;
        (await Ifylld(formular).Markera("Markeringar", $"{tvaan}").SkickaAsync()).Notis.ShouldContain("Kompletteringen är begärd.");

        (await LasAsync(egen)).Where(m => m.ArSkickad).Select(m => m.Id).ShouldBe([tvaan]);
    }

    [Theory]
    [InlineData("Sida", "5", "Filen har 4 sidor. Skriv en sida från 1 till 4.")]
    [InlineData("Sida", "0", "Filen har 4 sidor. Skriv en sida från 1 till 4.")]
    [InlineData("Sida", "tre", "Skriv sidans nummer med siffror, till exempel 3.")]
    [InlineData("Sida", null, "Skriv sidans nummer med siffror, till exempel 3.")]
    [InlineData("Brist", "Gäller 20090412-2383.", "Skriv inte personnummer i texten. Ta bort det och försök igen.")]
    [InlineData("Brist", "201", "Texten är för lång. Skriv högst 200 tecken.")]
    [InlineData("Dokument", "x", "Välj vilken fil sidan finns i.")]
    public async Task Post_WhatCannotBe_SaysSoAndKeepsWhatWasTyped(string falt, string? varde, string fel)
    {
        var (fall, _) = await FallAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        varde = varde == "201" ? new string('ö', Sidmarkering.MaxBrist + 1) : varde;

        var sida = await (await klient.HamtaAsync($"/granskning/{fall.ArendeId}")).FindForm("Märk sidan").Satt("Sida", "3").Satt("Brist", "Oläsligt.").Manipulera(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Rubrik.ShouldBe("Märk en sida");
        sida.Fel.ShouldContain(fel);
        sida.FindForm("Märk sidan").Varde("Brist").ShouldBe(falt == "Brist" ? varde : "Oläsligt.");
        (await LasAsync(portal)).ShouldNotContain(m => m.ArendeId == fall.ArendeId);
        if (falt == "Sida")
        {
            (await sida.FindForm("Märk sidan").Satt("Sida", "4").SkickaAsync()).Notis.ShouldContain("Sida 4 är märkt.");
        }
    }

    [Fact]
    public async Task Post_Twice_MarksOnce_AndTheMarkCanBeTakenAway()
    {
        var (fall, fil) = await FallAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var formular = (await klient.HamtaAsync($"/granskning/{fall.ArendeId}/sidmarkeringar?dokument={fil}&sida=2")).FindForm("Märk sidan");
        formular.Varde("Sida").ShouldBe("2");

        (await formular.SkickaUtanOmdirigeringAsync()).Status.ShouldBe(HttpStatusCode.Redirect);
        var sida = await formular.SkickaAsync();
        (await LasAsync(portal)).Count(m => m.ArendeId == fall.ArendeId).ShouldBe(1);
        var bort = sida.FindForm("Ta bort märkningen av Underlag från 22 november 2026, sida 2");
        (await bort.SkickaAsync()).Notis.ShouldContain("Sida 2 är inte längre märkt.");

        var igen = await bort.SkickaAsync();
        (igen.Status, igen.Url.AbsolutePath).ShouldBe((HttpStatusCode.OK, $"/granskning/{fall.ArendeId}"));
        igen.Notis.ShouldContain("Sidan är inte längre märkt.");
        (await LasAsync(portal)).ShouldNotContain(m => m.ArendeId == fall.ArendeId);
        (await fall.HandelserAsync()).TakeLast(2).Select(h => (h.Act, h.Outcome)).ShouldBe([(Acts.CasePageMarked, AuditOutcome.Accepted), (Acts.CasePageUnmarked, AuditOutcome.Accepted)]);
    }

    [Fact]
    public async Task Post_ByAColleague_OrTampered_ChangesNothing()
    {
        var (fall, fil) = await FallAsync(portal);
        var (annat, annanFil) = await FallAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        var formular = (await klient.HamtaAsync($"/granskning/{fall.ArendeId}")).FindForm("Märk sidan");
        (await formular.SkickaAsync()).Notis.ShouldContain("Sida 1 är märkt.");
        var markering = (await LasAsync(portal)).Single(m => m.ArendeId == fall.ArendeId);

        // A colleague sees the mark, and no form.
        var hans = await stig.HamtaAsync($"/granskning/{fall.ArendeId}");
        hans.Texter(".markeringar li a").ShouldBe(["Underlag från 22 november 2026, sida 1"]);
        hans.HarForm($"/granskning/{fall.ArendeId}/sidmarkeringar").ShouldBeFalse();
        (await stig.HamtaAsync($"/granskning/{fall.ArendeId}/sidmarkeringar")).Notis.ShouldContain("Ärendet handläggs av Greta Granberg");

        (await formular.Manipulera("Dokument", $"{annanFil}").SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await formular.Manipulera("Dokument", "987654321").SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var falt in new[] { "__RequestVerificationToken", "__skola" })
        {
            var utan = (await klient.HamtaAsync($"/granskning/{fall.ArendeId}")).FindForm("Märk sidan").Satt("Sida", "2").Manipulera(falt, null);
            (await utan.SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest, falt);
        }

        // Another case's mark by this case's address: nothing is there to take away.
        var bort = (await klient.HamtaAsync($"/granskning/{fall.ArendeId}")).FindForm("Ta bort märkningen av Underlag från 22 november 2026, sida 1");
        var begaran = bort.Begaran();
        begaran.RequestUri = new Uri($"/granskning/{annat.ArendeId}/sidmarkeringar/{markering.Id}/ta-bort", UriKind.Relative);
        (await klient.SkickaAsync(begaran, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.Redirect);

        (await LasAsync(portal)).Where(m => m.ArendeId == fall.ArendeId || m.ArendeId == annat.ArendeId).ShouldHaveSingleItem().DokumentId.ShouldBe(fil);
    }

    [Theory]
    [MemberData(nameof(Personer.UtomHandlaggare), MemberType = typeof(Personer))]
    public async Task ByOthersThanReviewers_IsForbidden(Person person)
    {
        var stina = await portal.StinaAsync();
        using var klient = await portal.InloggadMedSkolaAsync(person);

        foreach (var (metod, sida) in new[] { ("GET", "/sidmarkeringar"), ("POST", "/sidmarkeringar"), ("POST", "/sidmarkeringar/1/ta-bort"), ("GET", "/jamforelse") })
        {
            using var begaran = new HttpRequestMessage(HttpMethod.Parse(metod), $"/granskning/{stina.Id}{sida}");
            (await klient.SkickaAsync(begaran, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.Forbidden, sida);
        }
    }

    [Fact]
    public async Task MissingOrProtectedCase_IsNotFound()
    {
        var (stina, skyddad) = (await portal.StinaAsync(), await portal.SkyddadAsync());
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        foreach (var id in new[] { 987654321, skyddad.Id })
        {
            (await klient.HamtaAsync($"/granskning/{id}/sidmarkeringar")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await klient.HamtaAsync($"/granskning/{id}/jamforelse")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        // A case that nobody has taken is shown, and has no form.
        (await klient.HamtaAsync($"/granskning/{stina.Id}")).HarForm($"/granskning/{stina.Id}/sidmarkeringar").ShouldBeFalse();
        (await klient.HamtaAsync($"/granskning/{stina.Id}/sidmarkeringar")).Notis.ShouldContain("Ingen har tagit ärendet.");
    }

    /// <summary>A case of Greta's, with a PDF of four pages.</summary>
    private static async Task<(Skolkfall Fall, long Fil)> FallAsync(PortalFabrik portal)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var skola = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(skola, Testfiler.Pdf(sidor: 4));
        await (await fall.AngeAsync(skola)).SkickaAsync("Skicka underlaget");
        await fall.AndraAsync(a => a.Ta(portal.KontoId(Personer.GretaGranberg), new DateTime(2026, 11, 22, 9, 30, 0, DateTimeKind.Utc)));
        return (fall, (await fall.UnderlagenAsync()).Single().Dokument.Single().Id);
    }

    private static async Task<List<Sidmarkering>> LasAsync(PortalFabrik portal)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Sidmarkering>().AsNoTracking().OrderBy(m => m.Id).ToListAsync();
    }
}
