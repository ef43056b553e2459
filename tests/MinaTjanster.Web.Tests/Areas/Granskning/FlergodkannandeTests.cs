using System.Net;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>Several cases are chosen, checked and approved in one post.</summary>
public sealed class FlergodkannandeTests
{
    private const string Adress = "/granskning/godkann-flera";

    [Fact]
    public async Task ByOthersThanReviewers_IsForbidden()
    {
        await using var portal = new PortalFabrik();
        await Personer.VarOchEnUtanAsync(Rattighet.GranskaUnderlag, async person =>
        {
            using var klient = await portal.InloggadMedSkolaAsync(person);

            (await klient.HamtaUtanOmdirigeringAsync(Adress)).Status.ShouldBe(HttpStatusCode.Forbidden);
            foreach (var del in new[] { "", "/godkann" })
            {
                var post = new HttpRequestMessage(HttpMethod.Post, Adress + del) { Content = new FormUrlEncodedContent([]) };
                (await klient.SkickaAsync(post, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.Forbidden);
            }
        });
    }

    [Fact]
    public async Task OpenedCase_IsOffered_Checked_AndApproved_AndASecondPostSaysTheSame()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.StinaAsync();
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        (await greta.HamtaAsync(Adress)).Text.ShouldContain("Det finns inga ärenden att välja.");
        await greta.HamtaAsync($"/granskning/{stina.Id}");

        var val = await greta.HamtaAsync(Adress);
        (await val.SkickaAsync("Gå vidare")).Fel.ShouldContain("Välj minst ett ärende.");
        var granska = await val.FindForm("Gå vidare").Markera("Arenden", $"{stina.Id}").SkickaAsync();
        granska.Text.ShouldContain("1 underlag godkänns");
        (await portal.LasAsync(stina.Id)).Status.ShouldBe(Arendestatus.AttGranska, "nothing is changed before the last page");
        var formular = granska.FindForm("Godkänn underlaget");

        (await formular.SkickaAsync()).Notis.ShouldContain("1 underlag är godkänt.");
        (await formular.SkickaAsync()).Notis.ShouldContain("1 underlag är godkänt.");

        var lagrat = await portal.LasAsync(stina.Id);
        (lagrat.Status, lagrat.HandlaggareKontoId).ShouldBe((Arendestatus.Godkant, portal.KontoId(Personer.GretaGranberg)));
    }

    [Fact]
    public async Task ChangedSinceTheCheckPage_IsLeftWithTheReason_AndTheOtherGoesThrough()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.StinaAsync();
        var omar = await portal.OmarAsync();
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        await greta.HamtaAsync($"/granskning/{stina.Id}");
        var formular = (await (await greta.HamtaAsync(Adress)).FindForm("Gå vidare").Markera("Arenden", $"{stina.Id}").SkickaAsync()).FindForm("Godkänn underlaget");
        formular.LaggTill("Arenden", $"{omar.Id}").LaggTill("Arenden", $"{(await portal.SkyddadAsync()).Id}").LaggTill("Arenden", "987654321");

        var sida = await formular.SkickaAsync();

        sida.Rubrik.ShouldBe("Några ärenden lämnades kvar");
        sida.Text.ShouldContain("1 underlag är godkänt.");
        sida.Text.ShouldContain("3 ärenden lämnas kvar");
        sida.Text.ShouldContain("Ärendet finns inte.");
        (await portal.LasAsync(stina.Id)).Status.ShouldBe(Arendestatus.Godkant);
        (await portal.LasAsync(omar.Id)).Status.ShouldBe(Arendestatus.KompletteringBegard);
    }

    [Fact]
    public async Task AnotherHandlaggareTookIt_IsLeft_AndOpeningItAgainIsNotEnough()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.StinaAsync();
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        await greta.HamtaAsync($"/granskning/{stina.Id}");
        var formular = (await (await greta.HamtaAsync(Adress)).FindForm("Gå vidare").Markera("Arenden", $"{stina.Id}").SkickaAsync()).FindForm("Godkänn underlaget");
        await portal.TagetAvAsync(stina, Personer.StigSkyman);
        await greta.HamtaAsync($"/granskning/{stina.Id}");

        var sida = await formular.SkickaAsync();

        sida.Text.ShouldContain("Inget underlag är godkänt.");
        sida.Text.ShouldContain("Ärendet handläggs av Stig Skyman");
        (await portal.LasAsync(stina.Id)).Status.ShouldBe(Arendestatus.Granskas);
    }

    [Theory]
    [InlineData("Arenden", "x")]
    [InlineData("Arenden", "-1")]
    [InlineData("__RequestVerificationToken", null)]
    [InlineData("__skola", null)]
    public async Task Tampered_IsRefused_AndChangesNothing(string falt, string? varde)
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.StinaAsync();
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        await greta.HamtaAsync($"/granskning/{stina.Id}");
        var formular = (await (await greta.HamtaAsync(Adress)).FindForm("Gå vidare").Markera("Arenden", $"{stina.Id}").SkickaAsync()).FindForm("Godkänn underlaget");

        (await formular.Manipulera(falt, varde).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await portal.LasAsync(stina.Id)).Status.ShouldBe(Arendestatus.AttGranska);
    }
}
