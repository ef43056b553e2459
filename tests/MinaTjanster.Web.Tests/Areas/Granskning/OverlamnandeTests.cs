using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>A case is handed over. Who may not, and cases that are not there: <see cref="ArendesidaTests"/>.</summary>
public sealed class OverlamnandeTests
{
    [Fact]
    public async Task Post_GivesTheCaseToTheColleague_WithTheMessageInTheHistoryAndAMailWithoutNames()
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await TagetAsync(portal);
        using var _ = klient;
        var stig = portal.KontoId(Personer.StigSkyman);

        var svar = await (await klient.HamtaAsync($"/granskning/{stina.Id}/lamna-over")).SkickaAsync("Lämna över", ("Till", $"{stig}"), ("Meddelande", "Ring Stinas mentor."));

        svar.Url.AbsolutePath.ShouldBe("/granskning");
        svar.Notis.ShouldContain("Ärendet är överlämnat.");
        (await portal.LasAsync(stina.Id)).HandlaggareKontoId.ShouldBe(stig);
        var handelse = (await portal.HandelserAsync(stina))[0];
        (handelse.Act, handelse.Why).ShouldBe((Acts.CaseHandedOver, "Ring Stinas mentor."));
        await using var db = portal.Databas.Alla();
        var mejl = await db.UtgaendeMejl.SingleAsync();
        mejl.Till.ShouldBe(Personer.StigSkyman.Konto.Epost);
        (mejl.Amne + mejl.Text).ShouldNotContain("Stina");
        using var hans = await portal.InloggadAsync(Personer.StigSkyman);
        (await hans.HamtaAsync($"/granskning/{stina.Id}")).Text.ShouldContain("Ring Stinas mentor.");
        using var skolan = await portal.InloggadAsync(Personer.AnnaLind);
        (await skolan.HamtaAsync($"/ogiltig-franvaro/{stina.SkolkrapportId}")).Text.ShouldNotContain("Ring Stinas mentor.");
    }

    [Fact]
    public async Task ByTheOnlyOneWhoIsCleared_SaysThatNobodyCanTakeIt()
    {
        await using var portal = new PortalFabrik();
        var skyddad = await portal.TagetAvAsync(await portal.SkyddadAsync(), Personer.StigSkyman);
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);

        var sida = await stig.HamtaAsync($"/granskning/{skyddad.Id}/lamna-over");

        sida.Text.ShouldContain("Ingen annan på CSN kan ta ärendet just nu.");
        sida.Text.ShouldNotContain("Välj kollega");
    }

    [Fact]
    public async Task Post_ToWhoeverIsNoReviewer_IsRefusedAndChangesNothing()
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await TagetAsync(portal);
        using var _ = klient;
        var sida = await klient.HamtaAsync($"/granskning/{stina.Id}/lamna-over");

        foreach (var till in new[] { null, "", "abc", "-1", "987654321", $"{portal.KontoId(Personer.GretaGranberg)}", $"{portal.KontoId(Personer.AnnaLind)}", $"{portal.KontoId(Personer.BeritHagstrom)}" })
        {
            var svar = await sida.FindForm("Lämna över").Manipulera("Till", till).SkickaAsync();
            svar.Status.ShouldBe(HttpStatusCode.BadRequest, till);
            svar.Fel.ShouldContain("Välj en kollega som får handlägga ärendet.", till);
        }

        (await portal.LasAsync(stina.Id)).HandlaggareKontoId.ShouldBe(portal.KontoId(Personer.GretaGranberg));
    }

    [Theory]
    [InlineData("Se 20090412-2383.", "Skriv inte personnummer i meddelandet. Ta bort det och försök igen.")]
    [InlineData(null, "Meddelandet är för långt. Skriv högst 1000 tecken.")]
    public async Task Post_BadMessage_IsRefused(string? meddelande, string fel)
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await TagetAsync(portal);
        using var _ = klient;

        var svar = await (await klient.HamtaAsync($"/granskning/{stina.Id}/lamna-over"))
            .SkickaAsync("Lämna över", ("Till", $"{portal.KontoId(Personer.StigSkyman)}"), ("Meddelande", meddelande ?? new string('a', 1001)));

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        svar.Fel.ShouldContain(fel);
        (await portal.LasAsync(stina.Id)).HandlaggareKontoId.ShouldBe(portal.KontoId(Personer.GretaGranberg));
    }

    [Fact]
    public async Task Post_Twice_HandsOverOnce_AndATamperedVersionIsNoAct()
    {
        await using var portal = new PortalFabrik();
        var (stina, klient) = await TagetAsync(portal);
        using var _ = klient;
        var sida = await klient.HamtaAsync($"/granskning/{stina.Id}/lamna-over");
        (await sida.FindForm("Lämna över").Manipulera("Version", "x").SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        var formular = sida.FindForm("Lämna över").Satt("Till", $"{portal.KontoId(Personer.StigSkyman)}");

        (await formular.SkickaUtanOmdirigeringAsync()).Status.ShouldBe(HttpStatusCode.Redirect);
        (await formular.SkickaAsync()).Status.ShouldBe(HttpStatusCode.Conflict);

        (await portal.HandelserAsync(stina)).Count(h => h.Act == Acts.CaseHandedOver && h.Outcome == AuditOutcome.Accepted).ShouldBe(1);
    }

    [Fact]
    public async Task AProtectedStudentsCase_IsGivenToTheClearedOnly()
    {
        await using var portal = new PortalFabrik();
        var skyddad = await portal.TagetAvAsync(await portal.SkyddadAsync(), Personer.StigSkyman);
        await using (var db = portal.Databas.Alla())
        {
            // Somebody to choose, so that there is a form.
            db.AddRange(new[] { Behorighetsslag.CsnHandlaggare, Behorighetsslag.CsnSkyddadeIdentiteter }.Select(slag => new Behorighet(portal.KontoId(Personer.KristinaOhlin), null, slag)));
            await db.SaveChangesAsync();
        }

        using var stig = await portal.InloggadAsync(Personer.StigSkyman);

        var svar = await (await stig.HamtaAsync($"/granskning/{skyddad.Id}/lamna-over")).FindForm("Lämna över").Manipulera("Till", $"{portal.KontoId(Personer.GretaGranberg)}").SkickaAsync();

        svar.Fel.ShouldContain("Välj en kollega som får handlägga ärendet.");
        (await portal.LasAsync(skyddad.Id)).HandlaggareKontoId.ShouldBe(portal.KontoId(Personer.StigSkyman));
    }

    private static async Task<(Arende Stina, Portalklient Klient)> TagetAsync(PortalFabrik portal) =>
        (await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg), await portal.InloggadAsync(Personer.GretaGranberg));
}
