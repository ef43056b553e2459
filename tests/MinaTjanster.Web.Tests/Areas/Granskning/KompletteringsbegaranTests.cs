using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

public sealed class KompletteringsbegaranTests
{
    [Fact]
    public async Task Post_AsksTheSchoolAndMailsItsReporters()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var formular = await klient.HamtaAsync($"/granskning/{stina.Id}/komplettering");
        formular.Text.ShouldContain("senast 6 december 2026");

        var sida = await formular.SkickaAsync("Begär komplettering", ("Orsak", "ForKortPeriod"), ("Text", "Skicka dagarna efter 28 oktober."));

        sida.Notis.ShouldContain("Kompletteringen är begärd. Ett mejl går till den som rapporterar för skolan.");
        var lagrat = await portal.LasAsync(stina.Id);
        lagrat.Status.ShouldBe(Arendestatus.KompletteringBegard);
        (lagrat.ObesvaradKomplettering!.Orsak, lagrat.ObesvaradKomplettering.Text, lagrat.ObesvaradKomplettering.SvarSenast)
            .ShouldBe((Kompletteringsorsak.ForKortPeriod, "Skicka dagarna efter 28 oktober.", new DateOnly(2026, 12, 6)));
        (await portal.HandelserAsync(stina))[0].Act.ShouldBe(Acts.CaseComplementRequested);
        await using var db = portal.Databas.Alla();
        var mejl = await db.UtgaendeMejl.SingleAsync();
        mejl.Till.ShouldBe(Personer.AnnaLind.Konto.Epost);
        (mejl.Amne + mejl.Text).ShouldNotContain("Stina");
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        (await anna.HamtaAsync("/")).Text.ShouldContain("Stina Vall");
    }

    [Theory]
    [InlineData("Orsak", null, "Välj varför underlaget behöver kompletteras.")]
    [InlineData("Orsak", "0", "Välj varför underlaget behöver kompletteras.")]
    [InlineData("Orsak", "99", "Välj varför underlaget behöver kompletteras.")]
    [InlineData("Orsak", "Påhittad", "Välj varför underlaget behöver kompletteras.")]
    [InlineData("Text", " ", "Skriv vad skolan behöver skicka.")]
    [InlineData("Text", "1001", "Texten är för lång. Skriv högst 1000 tecken.")]
    public async Task Post_InvalidField_ShowsErrorAndKeepsWhatWasTyped(string falt, string? varde, string fel)
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        varde = varde == "1001" ? new string('ö', Komplettering.MaxText + 1) : varde;
        var formular = (await klient.HamtaAsync($"/granskning/{stina.Id}/komplettering")).FindForm("Begär komplettering");

        var sida = await formular.Satt("Orsak", "Annat").Satt("Text", "Skicka resten.").Manipulera(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(fel);
        sida.FindForm("Begär komplettering").Varde("Text").ShouldBe(falt == "Text" ? varde : "Skicka resten.");
        (await portal.LasAsync(stina.Id)).Status.ShouldBe(Arendestatus.Granskas);
        await using var db = portal.Databas.Alla();
        (await db.UtgaendeMejl.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_LineBreaks_CountOnceAgainstTheLimit()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var text = string.Concat(Enumerable.Repeat("ö\r\n", Komplettering.MaxText / 2 - 1)) + "öö";

        var sida = await (await klient.HamtaAsync($"/granskning/{stina.Id}/komplettering")).SkickaAsync("Begär komplettering", ("Orsak", "Annat"), ("Text", text));

        sida.Notis.ShouldContain("Kompletteringen är begärd.");
        (await portal.LasAsync(stina.Id)).ObesvaradKomplettering!.Text.ShouldBe(text.Replace("\r\n", "\n"));
    }

    [Fact]
    public async Task Post_WhenTheCaseHasBeenTakenBack_SaysSoAndShowsWhatWasTyped()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var formular = await klient.HamtaAsync($"/granskning/{stina.Id}/komplettering");
        await portal.AndraAsync(stina, a => a.Aterta(new DateTime(2026, 11, 22, 8, 42, 0, DateTimeKind.Utc)));

        var sida = await formular.SkickaAsync("Begär komplettering", ("Orsak", "Annat"), ("Text", "Skicka resten."));

        sida.Status.ShouldBe(HttpStatusCode.Conflict);
        sida.Fel.ShouldContain("Skolan har tagit tillbaka rapporten 22 november 2026 kl. 09.42. Ärendet kan inte ändras längre.");
        sida.Text.ShouldContain("Det här hade du skrivit: Skicka resten.");
        (await portal.LasAsync(stina.Id)).Kompletteringar.ShouldBeEmpty();
        (await portal.HandelserAsync(stina))[0].Outcome.ShouldBe(AuditOutcome.Refused);
    }

    [Theory]
    [InlineData("Version", "x")]
    [InlineData("Version", null)]
    [InlineData("__RequestVerificationToken", null)]
    public async Task Post_Tampered_IsRefused(string falt, string? varde)
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var formular = (await klient.HamtaAsync($"/granskning/{stina.Id}/komplettering")).FindForm("Begär komplettering");

        var sida = await formular.Satt("Orsak", "Annat").Satt("Text", "Skicka resten.").Manipulera(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await portal.LasAsync(stina.Id)).Status.ShouldBe(Arendestatus.Granskas);
    }
}
