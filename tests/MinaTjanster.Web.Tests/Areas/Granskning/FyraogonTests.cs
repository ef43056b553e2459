using System.Net;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>A second handläggare checks an outcome, and the figure of how good they are (ADR 0053).</summary>
public sealed class FyraogonTests
{
    private static readonly DateTime Tid = new(2026, 11, 22, 8, 42, 0, DateTimeKind.Utc);

    [Fact]
    public async Task ByOthersThanReviewers_IsForbidden()
    {
        await using var portal = Allt();
        var stina = await portal.StinaAsync();
        await Personer.VarOchEnUtanAsync(Rattighet.GranskaUnderlag, async person =>
        {
            using var klient = await portal.InloggadMedSkolaAsync(person);

            foreach (var adress in new[] { $"/granskning/{stina.Id}/fyra-ogon", "/granskning/kvalitet" })
            {
                (await klient.HamtaUtanOmdirigeringAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden);
            }

            foreach (var adress in new[] { $"/granskning/{stina.Id}/fyra-ogon", $"/granskning/{stina.Id}/fyra-ogon/instam" })
            {
                var post = new HttpRequestMessage(HttpMethod.Post, adress) { Content = new FormUrlEncodedContent([]) };
                (await klient.SkickaAsync(post, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.Forbidden);
            }
        });
    }

    [Fact]
    public async Task Missing_IsNotFound_AndWhatDoesNotWaitLeadsToTheCase()
    {
        await using var portal = Allt();
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);

        (await stig.HamtaAsync("/granskning/987654321/fyra-ogon")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stig.HamtaAsync($"/granskning/{(await portal.StinaAsync()).Id}/fyra-ogon")).Notis.ShouldContain("Ärendet väntar inte på någon kontroll.");
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        (await greta.HamtaAsync($"/granskning/{(await portal.SkyddadAsync()).Id}/fyra-ogon")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheComment_IsNotCalledVoluntary_WhereItMayBeNeeded()
    {
        await using var portal = Allt();
        var (stina, greta) = await BeslutatAsync(portal);
        greta.Dispose();
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);

        var sida = await stig.HamtaAsync($"/granskning/{stina.Id}/fyra-ogon");

        sida.Texter("label[for=Ord]").ShouldBe(["Kommentar"]);
        sida.Texter("#Ord-hjalp").ShouldHaveSingleItem().ShouldStartWith("Behövs om du väljer Annat, annars frivillig.");
        sida.Dokument.QuerySelector("#Ord")!.HasAttribute("aria-required").ShouldBeFalse();
        sida.Text.ShouldContain("brevet till vårdnadshavaren hamnar i utskriftskön");
        sida.Text.ShouldNotContain("eleven");
    }

    [Fact]
    public async Task Drawn_WaitsOnTheCaseAndInTheTab_AndHoldsWhenTheColleagueAgrees_Once()
    {
        await using var portal = Allt();
        var (stina, greta) = await BeslutatAsync(portal);
        using var _ = greta;
        (await portal.LasAsync(stina.Id)).UtfallBeslutat.ShouldBeNull();
        (await greta.HamtaAsync($"/granskning/{stina.Id}")).Text.ShouldContain("Väntar på en kollegas kontroll.");
        (await greta.HamtaAsync($"/granskning/{stina.Id}/fyra-ogon")).Notis.ShouldContain("Du har själv beslutat utfallet.");
        (await greta.HamtaAsync("/granskning?flik=fyra-ogon")).Text.ShouldContain("Inget utfall väntar på din kontroll.");
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        (await stig.HamtaAsync("/granskning?flik=fyra-ogon")).Text.ShouldContain("Väntar på kontroll");
        (await stig.HamtaAsync($"/granskning/{stina.Id}")).Text.ShouldContain("Kontrollera utfallet");
        var sida = await stig.HamtaAsync($"/granskning/{stina.Id}/fyra-ogon");
        sida.Text.ShouldContain("Frånvaron är styrkt.");
        var formular = sida.FindForm("Jag håller med");

        (await formular.SkickaUtanOmdirigeringAsync()).Status.ShouldBe(HttpStatusCode.Redirect);
        (await formular.SkickaAsync()).Status.ShouldBe(HttpStatusCode.Conflict);

        var beslut = (await portal.LasAsync(stina.Id)).Beslut.Single(b => b.Slag == Skolkbeslutsslag.Utfall);
        beslut.KontoId.ShouldBe(portal.KontoId(Personer.GretaGranberg));
        (await portal.HandelserAsync(stina)).First(h => h.Outcome == AuditOutcome.Accepted).Act.ShouldBe(Acts.CaseOutcomeAgreed);
        (await greta.HamtaAsync($"/granskning/{stina.Id}")).Text.ShouldContain("en kollega håller med");
        (await stig.HamtaAsync("/granskning/kvalitet")).Text.ShouldContain("En kollega kontrollerar 100 procent av utfallen");
        using var skolan = await portal.InloggadAsync(Personer.AnnaLind);
        (await skolan.HamtaAsync($"/ogiltig-franvaro/{stina.SkolkrapportId}")).Text.ShouldNotContain("kollega");
        (await skolan.HamtaAsync("/")).Text.ShouldNotContain("kollega");
    }

    [Fact]
    public async Task SentBack_WithAReason_IsDecidedAnewByTheFirst()
    {
        await using var portal = Allt();
        var (stina, greta) = await BeslutatAsync(portal);
        using var _ = greta;
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        var sida = await stig.HamtaAsync($"/granskning/{stina.Id}/fyra-ogon");

        (await sida.FindForm("Lämna tillbaka").Satt("Orsak", "Motivering").Satt("Ord", "Se 20090412-2383.").SkickaAsync()).Fel.ShouldContain("Skriv inte personnummer i kommentaren. Ta bort det och försök igen.");
        (await sida.FindForm("Lämna tillbaka").Satt("Orsak", "Motivering").Satt("Ord", "Skriv enklare.").SkickaAsync()).Notis.ShouldContain("Utfallet är lämnat tillbaka.");

        var tillbaka = await greta.HamtaAsync($"/granskning/{stina.Id}");
        tillbaka.Text.ShouldContain("En kollega har lämnat tillbaka utfallet.");
        tillbaka.Text.ShouldContain("Skriv enklare.");
        (await greta.HamtaAsync("/granskning?flik=mina")).Text.ShouldContain("Återlämnat");
        (await greta.HamtaAsync($"/granskning/{stina.Id}/utfall")).Text.ShouldContain("Frånvaron är styrkt.");
    }

    [Theory]
    [InlineData("Orsak", null)]
    [InlineData("Orsak", "1")]
    [InlineData("Orsak", "Inget")]
    [InlineData("Version", "x")]
    [InlineData("__RequestVerificationToken", null)]
    public async Task Tampered_IsRefused_AndChangesNothing(string falt, string? varde)
    {
        await using var portal = Allt();
        var (stina, greta) = await BeslutatAsync(portal);
        using var _ = greta;
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        var sida = await stig.HamtaAsync($"/granskning/{stina.Id}/fyra-ogon");

        (await sida.FindForm("Lämna tillbaka").Manipulera("Orsak", "Annat").Manipulera(falt, varde).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await portal.LasAsync(stina.Id)).KontrollVantar.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Version", "x")]
    [InlineData("__RequestVerificationToken", null)]
    [InlineData("__skola", null)]
    public async Task Agreement_Tampered_IsRefused_AndChangesNothing(string falt, string? varde)
    {
        await using var portal = Allt();
        var (stina, greta) = await BeslutatAsync(portal);
        using var _ = greta;
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        var formular = (await stig.HamtaAsync($"/granskning/{stina.Id}/fyra-ogon")).FindForm("Jag håller med");

        (await formular.Manipulera(falt, varde).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await portal.LasAsync(stina.Id)).KontrollVantar.ShouldNotBeNull();
    }

    [Fact]
    public async Task WhoDecided_WithdrawsFromTheCase_Once()
    {
        await using var portal = Allt();
        var (stina, greta) = await BeslutatAsync(portal);
        using var _ = greta;
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        (await stig.HamtaAsync($"/granskning/{stina.Id}")).Text.ShouldNotContain("Återta utfallet");
        var formular = (await greta.HamtaAsync($"/granskning/{stina.Id}")).FindForm("Återta utfallet");

        (await formular.SkickaAsync()).Notis.ShouldContain("Utfallet är återtaget.");
        (await formular.SkickaAsync()).Notis.ShouldContain("Ärendet väntar inte på någon kontroll.");

        (await portal.LasAsync(stina.Id)).KontrollVantar.ShouldBeNull();
        (await greta.HamtaAsync($"/granskning/{stina.Id}")).Text.ShouldContain("Besluta utfall");
    }

    [Fact]
    public async Task Figure_WithoutOutcomes_SaysSo()
    {
        await using var portal = new PortalFabrik();
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);

        var sida = await greta.HamtaAsync("/granskning/kvalitet");

        sida.Text.ShouldContain("Just nu kontrolleras inga utfall");
        sida.Text.ShouldContain("Inga utfall än");
    }

    private static PortalFabrik Allt() => new() { Installningar = new() { ["Fyraogon:Andel"] = "100" } };

    /// <summary>Greta has decided that something is taken back.</summary>
    private static async Task<(Arende Stina, Portalklient Greta)> BeslutatAsync(PortalFabrik portal)
    {
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        await portal.AndraAsync(stina, a => a.Godkann(portal.KontoId(Personer.GretaGranberg), Tid));
        var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        await (await greta.HamtaAsync($"/granskning/{stina.Id}/kommunicera")).SkickaAsync("Lägg brevet i utskriftskön");
        await (await greta.HamtaAsync("/granskning/brev")).SkickaAsync("Skriv ut alla nya");
        await greta.SkickaBrevenAsync();
        var svar = await (await greta.HamtaAsync($"/granskning/{stina.Id}/utfall"))
            .SkickaAsync("Besluta utfall", ("Svar", "Synpunkter"), ("Val", "EnligtUppskattningen"), ("Motivering", "Frånvaron är styrkt."));
        svar.Notis.ShouldContain("Utfallet är beslutat och väntar på en kollegas kontroll.");
        return (stina, greta);
    }
}
