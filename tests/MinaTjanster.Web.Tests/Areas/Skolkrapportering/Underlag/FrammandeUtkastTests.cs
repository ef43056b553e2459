using System.Net;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Underlag;

/// <summary>The keys of drafts are no secrets: a school that guesses the one of CSN's half registered letter must not send it.</summary>
public sealed class FrammandeUtkastTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    [Fact]
    public async Task Post_WithTheKeyOfCsnsPaperDraft_SendsNothing()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        await (await greta.HamtaAsync(fall.Papper)).SkickaAsync(
            "Registrera",
            ("Ankomstdag", "2026-12-24"),
            ("Sidor", "4"),
            ("TackerFran", "2026-10-05"),
            ("TackerTill", "2026-11-18"),
            ("OgiltigMinuter", "11,5"),
            ("Tillfallen", "6"),
            ("ForstaDagen", "Ja"));
        var brevet = (await fall.UnderlagenAsync()).ShouldHaveSingleItem();
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.LaddaUppAsync(anna, Testfiler.Pdf());
        var granska = await fall.AngeAsync(anna);

        var svar = await granska.SkickaAsync("Skicka underlaget", ("Nyckel", brevet.Sandningsnyckel), ("Version", $"{brevet.Version}"));

        svar.Status.ShouldBe(HttpStatusCode.NotFound);
        (await fall.UnderlagenAsync()).ShouldAllBe(u => !u.ArInskickat);
        (await fall.ArendeAsync()).Status.ShouldBe(Arendestatus.VantarPaUnderlag);
    }
}
