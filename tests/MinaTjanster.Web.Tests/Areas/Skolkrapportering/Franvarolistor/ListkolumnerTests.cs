using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Franvarolistor;

/// <summary>The page where columns are chosen: what it proposes, and what it says at once of a list that cannot be read. Who may see it, and what is another school's, is in <see cref="FranvarolistorTests"/>.</summary>
public sealed class ListkolumnerTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private readonly Skolkvarld _varld = new(portal);

    [Fact]
    public async Task SwedishDates_BothEndsInOneColumn_AndHours_AreProposedAndRead()
    {
        var elev = await _varld.ElevAsync("Sven", "Svensksson", Demoskolor.Viken);
        using var klient = await portal.InloggadAsync(Personer.FredrikDahl);
        var lista = "Personnr;Elevnamn;Lektionsdatum;Lektionstid;Lektionslängd (min);Frånvaro;Typ\n"
            + string.Concat(new[] { "5/10 2026", "7/10 2026", "12/10 2026", "15/10 2026" }.Select(d => $"{elev.Personnummer.Fullt};Sven;{d};08:20-09:40;80;1,33 tim;Skolk\n"));

        var kolumner = await KlistraInAsync(klient, lista);

        kolumner.Rubrik.ShouldBe("Välj listans kolumner");
        kolumner.Text.ShouldContain("Vi läser alltid dagen före månaden.");
        var formular = kolumner.FindForm("Läs listan");
        new[] { "Personnummer", "Namn", "Datum", "Start", "SchemalagdTid", "Franvarotid", "Slag" }.Select(formular.Varde)
            .ShouldBe(["Personnr", "Elevnamn", "Lektionsdatum", "Lektionstid", "Lektionslängd (min)", "Frånvaro", "Typ"]);
        // The same column as start and end is what the list says.
        var sida = await formular.Satt("Slut", "Lektionstid").SkickaAsync();
        sida.Rubrik.ShouldBe("Vad listan visar");
        sida.Text.ShouldContain("2026-10-05");
        sida.Text.ShouldContain("5,33 timmar");
    }

    [Theory]
    [InlineData("5/10-26", "08:20-09:40", "Minuter", "Ingen av listans rader går att läsa så här. Datumet går inte att läsa. Skriv det som 2026-11-17, 20261117 eller 17/11 2026.", "Datum")]
    [InlineData("10/15 2026", "08:20-09:40", "Minuter", "Ingen av listans rader går att läsa så här. Datumet går inte att läsa.", "Datum")]
    [InlineData("2026-10-05", "från 8 till 9", "Minuter", "Ingen av listans rader går att läsa så här. Klockslaget går inte att läsa.", "Start")]
    public async Task AListThatCannotBeRead_SaysSoOnThePage_AndKeepsNothing(string dag, string tid, string enhet, string text, string falt)
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var kolumner = await KlistraInAsync(klient, Lista(elev, (dag, tid), (dag, tid)));

        var svar = await kolumner.SkickaAsync("Läs listan", ("Start", "När"), ("Enhet", enhet));

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        svar.Fel.ShouldContain(f => f.StartsWith(text, StringComparison.Ordinal));
        svar.Dokument.QuerySelector($"#{falt}[aria-invalid=true]").ShouldNotBeNull("it stands at the column");
        svar.FindForm("Läs listan").Varde("Start").ShouldBe("När", "what was chosen is still there");
        await using var db = portal.Databas.Alla();
        var id = long.Parse(kolumner.Adress().Split('/')[^1]);
        (await db.Nationellt<Franvarolista>().SingleAsync(l => l.Id == id, TestContext.Current.CancellationToken)).Mappning.ShouldBeNull();
    }

    [Fact]
    public async Task AListWithTheMonthFirst_IsNotGuessedAt()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var kolumner = await KlistraInAsync(klient, Lista(elev, ("10/5 2026", "08:20-09:40"), ("10/15 2026", "08:20-09:40")));

        var svar = await kolumner.SkickaAsync("Läs listan", ("Start", "När"));

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        svar.Fel.ShouldContain(f => f.StartsWith("Datumet på rad 3 finns bara om månaden står först.", StringComparison.Ordinal));
    }

    private static string Lista(Studerande elev, params (string Dag, string Tid)[] rader) =>
        "Personnr;Lektionsdatum;När;Minuter;Typ\n" + string.Concat(rader.Select(r => $"{elev.Personnummer.Fullt};{r.Dag};{r.Tid};80;Skolk\n"));

    private static async Task<Sida> KlistraInAsync(Portalklient klient, string lista) =>
        await (await klient.HamtaAsync("/franvarocoach")).SkickaAsync("Läs de inklistrade raderna", ("Rader", lista));
}
