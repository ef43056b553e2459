using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>Notes and drafts are kept with the case. Who may not, and cases that are not there: <see cref="ArendesidaTests"/>.</summary>
public sealed class AnteckningarTests
{
    [Fact]
    public async Task Saved_IsSeenNextTime_ByTheColleagueWhoTakesOver_AndNeverByTheSchool()
    {
        await using var portal = new PortalFabrik();
        var (stina, greta) = await TagetAsync(portal);
        using var _ = greta;
        var formular = (await greta.HamtaAsync($"/granskning/{stina.Id}/anteckningar")).FindForm("Spara anteckningar");

        var sida = await formular.Satt("Text", "Ring mentorn.").Markera("Kontrollerat", "TIMMAR").Satt("Komplettering", "Skicka oktober.").SkickaAsync();

        sida.Notis.ShouldContain("Anteckningarna är sparade.");
        sida.Text.ShouldContain("Du sparade 22 november 2026 kl. 10.00.");
        sida.Text.ShouldContain("1 av 7 kontroller är jämförda med filerna.");
        (await greta.HamtaAsync("/granskning?flik=mina&visa=paborjade")).Text.ShouldContain("Anteckningar 2026-11-22");
        (await greta.HamtaAsync($"/granskning/{stina.Id}/komplettering")).FindForm("Begär komplettering").Varde("Text").ShouldBe("Skicka oktober.");
        await portal.AndraAsync(stina, a => a.LamnaOver(a.HandlaggareKontoId!.Value, portal.KontoId(Personer.StigSkyman), new DateTime(2026, 11, 22, 8, 42, 0, DateTimeKind.Utc)));
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        var hans = (await stig.HamtaAsync($"/granskning/{stina.Id}/anteckningar")).FindForm("Spara anteckningar");
        (hans.Varde("Text"), hans.Varde("Kontrollerat")).ShouldBe(("Ring mentorn.", "TIMMAR"));
        (await formular.SkickaAsync()).Status.ShouldBe(HttpStatusCode.Conflict, "it is no longer hers");
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var skolan = await anna.HamtaAsync($"/ogiltig-franvaro/{stina.SkolkrapportId}");
        skolan.Text.ShouldNotContain("Ring mentorn.");
        skolan.Text.ShouldNotContain("Anteckningar");
        (await anna.HamtaAsync("/")).Text.ShouldNotContain("Anteckningar");
    }

    [Theory]
    [InlineData("komplettering", "Begär komplettering", "Text")]
    [InlineData("godkann", "Godkänn underlag", "Motivering")]
    public async Task Draft_OfAForm_IsThereWhenItIsOpenedAgain_AndNothingIsDecided(string del, string knapp, string falt)
    {
        await using var portal = new PortalFabrik();
        var (stina, greta) = await TagetAsync(portal);
        using var _ = greta;
        var adress = $"/granskning/{stina.Id}/{del}";

        var sida = await (await greta.HamtaAsync(adress)).SkickaAsync("Spara utkast", (falt, "Halvskrivet"));

        sida.Notis.ShouldContain("Texten är sparad bland anteckningarna i ärendet.");
        (await greta.HamtaAsync(adress)).FindForm(knapp).Varde(falt).ShouldBe("Halvskrivet");
        (await portal.LasAsync(stina.Id)).Status.ShouldBe(Arendestatus.Granskas);
        var nej = await (await greta.HamtaAsync(adress)).SkickaAsync("Spara utkast", (falt, "Se 20090412-2383"));
        nej.Fel.ShouldContain("Skriv inte personnummer i texten. Ta bort det och försök igen.");
        (await greta.HamtaAsync(adress)).FindForm(knapp).Varde(falt).ShouldBe("Halvskrivet");
    }

    [Fact]
    public async Task SecondTab_IsRefused_AndWhatWasTypedStands()
    {
        await using var portal = new PortalFabrik();
        var (stina, greta) = await TagetAsync(portal);
        using var _ = greta;
        var sida = await greta.HamtaAsync($"/granskning/{stina.Id}/anteckningar");
        await sida.FindForm("Spara anteckningar").Satt("Text", "Första").SkickaAsync();

        var nej = await sida.FindForm("Spara anteckningar").Satt("Text", "Andra").SkickaAsync();

        nej.Status.ShouldBe(HttpStatusCode.Conflict);
        nej.Text.ShouldContain("Anteckningarna har ändrats sedan du öppnade sidan. Du sparade dem 22 november 2026 kl. 10.00.");
        nej.FindForm("Spara anteckningar").Varde("Text").ShouldBe("Andra");
        await nej.FindForm("Spara anteckningar").SkickaAsync();
        await using var db = portal.Databas.Alla();
        (await db.Nationellt<Arendeanteckning>().SingleAsync()).Text.ShouldBe("Andra");
    }

    [Theory]
    [InlineData("Text", "Se 20090412-2383", "Skriv inte personnummer i texten. Ta bort det och försök igen.")]
    [InlineData("Text", "2001", "Texten är för lång. Skriv högst 2000 tecken.")]
    [InlineData("Kontrollerat", "PAHITTAD", "Kontrollerna har ändrats. Kryssa bland dem som står på sidan nu.")]
    [InlineData("Version", "x", null)]
    [InlineData("Version", null, null)]
    [InlineData("__RequestVerificationToken", null, null)]
    public async Task BadOrTampered_IsRefused_AndNothingIsSaved(string falt, string? varde, string? fel)
    {
        await using var portal = new PortalFabrik();
        var (stina, greta) = await TagetAsync(portal);
        using var _ = greta;
        varde = varde == "2001" ? new string('ö', 2001) : varde;
        var formular = (await greta.HamtaAsync($"/granskning/{stina.Id}/anteckningar")).FindForm("Spara anteckningar").Satt("Text", "Hej");

        var sida = await (falt == "Kontrollerat" ? formular.LaggTill(falt, varde!) : formular.Manipulera(falt, varde)).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        if (fel is not null)
        {
            sida.Fel.ShouldContain(fel);
        }

        await using var db = portal.Databas.Alla();
        (await db.Nationellt<Arendeanteckning>().AnyAsync()).ShouldBeFalse();
    }

    private static async Task<(Arende Stina, Portalklient Klient)> TagetAsync(PortalFabrik portal) =>
        (await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg), await portal.InloggadAsync(Personer.GretaGranberg));
}
