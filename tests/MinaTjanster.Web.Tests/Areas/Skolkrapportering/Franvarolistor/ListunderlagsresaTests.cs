using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas.Granskning;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Franvarolistor;

/// <summary>From a list to the approval of its underlag, over days without school. The list is read and reported on Sunday 22 November 2026.</summary>
public sealed class ListunderlagsresaTests
{
    /// <summary>Absence now and then, with no stretch of attendance that says that she is back.</summary>
    private static readonly string[] Borta = ["2026-10-05", "2026-10-07", "2026-10-12", "2026-10-15", "2026-10-22", "2026-10-30", "2026-11-06", "2026-11-12", "2026-11-19"];

    [Theory]
    [InlineData("2026-11-23", false, "2026-11-20", "Underlaget täcker alla skoldagar fram till den dag det skickas.")] // Friday to Monday
    [InlineData("2026-11-25", true, "2026-11-06", "Underlaget täcker alla skoldagar till och med sista skolkdagen i rapporten, 15 oktober 2026.")] // back
    public async Task AllSchoolDaysInTheList_NeedNoExplanation_AndAreApprovedTogetherWithOthers(string skickas, bool tillbaka, string tackerTill, string mening)
    {
        await using var portal = new PortalFabrik();
        var (varld, rapport) = await RapporteradAsync(portal, tillbaka);
        (rapport.SistaDag is not null).ShouldBe(tillbaka);
        portal.Klocka.Satt(DateOnly.Parse(skickas), new(10, 0));

        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await anna.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/underlag");
        sida.FindForm("Spara och kontrollera").Varde("TackerTill").ShouldBe(tackerTill);
        sida.Text.ShouldContain(tillbaka ? "till och med sista skolkdagen, 15 oktober 2026" : "till den dag du skickar det");
        var kontroll = await anna.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/underlag/granska");
        kontroll.Texter(".kontroller li").ShouldAllBe(r => r.StartsWith("Stämmer: ", StringComparison.Ordinal));
        kontroll.Texter(".kontroller li").ShouldContain($"Stämmer: {mening}");
        kontroll.Dokument.QuerySelector("[name=Forklaring]").ShouldBeNull();
        (await kontroll.SkickaAsync("Skicka underlaget")).Notis.ShouldContain("Underlaget är skickat till CSN.");

        var arende = await varld.ArendeAsync(rapport);
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        (await greta.HamtaAsync("/granskning?visa=stammer")).Text.ShouldContain(rapport.Kvittensnummer);
        var oppnat = await greta.HamtaAsync($"/granskning/{arende.Id}");
        oppnat.Text.ShouldContain(mening);
        oppnat.Dokument.QuerySelectorAll("figure .tl-lucka").Length.ShouldBe(0, "the timeline shows no gap");
        (await greta.HamtaAsync($"/granskning/{arende.Id}/jamforelse")).Texter(".jamforelse tr.skiljer").ShouldBeEmpty();
        var val = await (await greta.HamtaAsync("/granskning/godkann-flera")).FindForm("Gå vidare").Markera("Arenden", $"{arende.Id}").SkickaAsync();
        (await val.SkickaAsync("Godkänn underlaget")).Notis.ShouldContain("1 underlag är godkänt.");
        (await portal.LasAsync(arende.Id)).Status.ShouldBe(Arendestatus.Godkant);
    }

    [Fact]
    public async Task ASchoolDayMissing_IsNamed_Explained_AndNotAmongThoseToApproveTogether()
    {
        await using var portal = new PortalFabrik();
        var (varld, rapport) = await RapporteradAsync(portal, tillbaka: false);
        portal.Klocka.Satt(new(2026, 11, 24), new(10, 0));
        const string saknas = "1 skoldag saknas fram till den dag det skickas: 23 november 2026.";

        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var kontroll = await anna.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/underlag/granska");
        kontroll.Texter(".kontroller li").ShouldContain(r => r.StartsWith("Observera: ", StringComparison.Ordinal) && r.Contains(saknas, StringComparison.Ordinal));
        (await kontroll.SkickaAsync("Skicka underlaget")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await kontroll.SkickaAsync("Skicka underlaget", ("Forklaring", "Vi hade studiedag i måndags."))).Notis.ShouldContain("Underlaget är skickat till CSN.");

        var arende = await varld.ArendeAsync(rapport);
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        var oppnat = await greta.HamtaAsync($"/granskning/{arende.Id}");
        oppnat.Text.ShouldContain(saknas);
        oppnat.Text.ShouldContain("1 skoldag saknas i underlaget");
        oppnat.Dokument.QuerySelectorAll("figure .tl-lucka").Length.ShouldBe(1);
        (await greta.HamtaAsync("/granskning/godkann-flera")).Text.ShouldNotContain(rapport.Kvittensnummer);
    }

    /// <summary>Reads the list, reports the student and draws the underlag from it.</summary>
    private static async Task<(Skolkvarld Varld, Skolkrapport Rapport)> RapporteradAsync(PortalFabrik portal, bool tillbaka)
    {
        var varld = new Skolkvarld(portal);
        var elev = await varld.ElevAsync("Frida", "Fredagsson");
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var rader = tillbaka
            ? (Listfall.Manga(elev), Listfall.Narvaro(elev, "2026-10-16", "2026-11-06"))
            : (Listfall.Lektioner(elev, Borta), Listfall.Narvaro(elev, "2026-10-05", "2026-11-20"));
        var kvittens = await (await (await Listfall.LaddaUppAsync(anna, rader.Item1, rader.Item2)).ValjAsync(elev)).SkickaAsync("Skicka rapporten");
        (await kvittens.SkickaAsync("Skapa underlaget")).Status.ShouldBe(HttpStatusCode.OK);
        return (varld, (await varld.RapporterAsync(elev)).Single());
    }
}
