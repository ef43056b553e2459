using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Kontoadministration;

/// <summary>The order on screen, and CSN's queue: the six questions of each page.</summary>
public sealed class BestallningssidorTests : IAsyncLifetime
{
    private readonly PortalFabrik _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Order_FromTheFirstRowToTheReceipt()
    {
        using var klient = await _portal.InloggadAsync(Personer.CeciliaNordin);

        var sida = await (await klient.HamtaAsync("/behorighetsbestallningar/ny/rapportor")).SkickaAsync(
            "Lägg till i beställningen", ("Person", "ny"), ("Namn", "Vera Ny"), ("Epost", "vera.ny@skola.example"), ("Personnummer", "20000101-2384"));
        sida.Url.AbsolutePath.ShouldBe("/behorighetsbestallningar/ny");
        sida = await (await sida.KlickaAsync("Lägg till avanmälan av rapportör")).SkickaAsync("Lägg till i beställningen", ("Person", await KontoAsync(Personer.AnnaLind)));
        sida = await sida.KlickaAsync("Granska beställningen");
        sida.Text.ShouldContain("Vera Ny");
        sida.Text.ShouldContain("Avanmälan av rapportör: Anna Lind");
        var formular = sida.FindForm("Skicka beställningen");

        sida = await formular.SkickaAsync();
        var igen = await formular.SkickaAsync();

        sida.Rubrik.ShouldStartWith("Beställning BB-");
        sida.Notis.ShouldContain("skickad till CSN");
        igen.Url.AbsolutePath.ShouldBe(sida.Url.AbsolutePath);
        (await klient.HamtaAsync("/behorighetsbestallningar")).Text.ShouldContain("1 beställning");
        (await klient.HamtaAsync(sida.Url.AbsolutePath + "/utskrift")).Text.ShouldContain("20000101-2384");
        (await klient.HamtaAsync("/behorighetsbestallningar/ny")).Text.ShouldContain("Ingen är tillagd än.");
    }

    [Fact]
    public async Task Draft_SurvivesALogout_AndARowCanBeRemoved()
    {
        using (var forst = await _portal.InloggadAsync(Personer.CeciliaNordin))
            await LaggTillAsync(forst);
        using var klient = await _portal.InloggadAsync(Personer.CeciliaNordin);

        (await klient.HamtaAsync("/")).Text.ShouldContain("En beställning är påbörjad men inte skickad");
        var sida = await klient.HamtaAsync("/behorighetsbestallningar/ny");
        var formular = sida.FindForm("Ta bort ny rapportör: Vera Ny");
        sida = await formular.SkickaAsync();

        sida.Notis.ShouldContain("Raden är borttagen.");
        (await formular.SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await klient.HamtaAsync("/behorighetsbestallningar/ny/granska")).Url.AbsolutePath.ShouldBe("/behorighetsbestallningar/ny");
    }

    [Theory]
    [InlineData("rapportor", "Person", "", "Välj vem det gäller.")]
    [InlineData("rapportor", "Namn", "Vera", "Skriv personens för- och efternamn, högst 120 tecken.")]
    [InlineData("rapportor", "Epost", "vera", "E-postadressen är inte giltig. Skriv den som namn@exempel.se.")]
    [InlineData("rapportor", "Telefon", "ring mig", "Telefonnumret får innehålla siffror, mellanslag, bindestreck och plus, högst 30 tecken.")]
    [InlineData("rapportor", "Personnummer", "123", "Personnumret är inte giltigt. Skriv det som ÅÅÅÅMMDD-NNNN, eller lämna fältet tomt.")]
    [InlineData("epost", "Person", "", "Välj vem det gäller.")]
    [InlineData("epost", "Epost", "inte en adress", "E-postadressen är inte giltig. Skriv den som namn@exempel.se.")]
    [InlineData("avanmalan", "Person", "", "Välj vem det gäller.")]
    [InlineData("behorighetsansvarig", "Tidigare", "", "Välj den som är behörighetsansvarig i dag, eller att ingen lämnar uppdraget.")]
    public async Task Row_InvalidField_ShowsTheErrorAndKeepsWhatWasTyped(string slag, string falt, string varde, string fel)
    {
        using var klient = await _portal.InloggadAsync(Personer.CeciliaNordin);
        var formular = (await klient.HamtaAsync($"/behorighetsbestallningar/ny/{slag}")).FindForm("Lägg till i beställningen");
        if (slag is "rapportor" or "behorighetsansvarig")
            formular.Satt("Person", "ny").Satt("Namn", "Vera Ny").Satt("Epost", "vera.ny@skola.example");
        else
            formular.Satt("Person", await KontoAsync(Personer.AnnaLind));
        if (slag == "behorighetsansvarig")
            formular.Satt("Tidigare", "ingen");
        if (slag == "epost")
            formular.Satt("Epost", "anna.ny@skola.example");

        var sida = await formular.Satt(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(fel);
        sida.FindForm("Lägg till i beställningen").Varde(falt).ShouldBe(varde);
        await using var db = _portal.Databas.Alla();
        (await db.Nationellt<Behorighetsbestallning>().CountAsync(b => b.Status == Bestallningsstatus.Utkast)).ShouldBe(0);
    }

    [Fact]
    public async Task Row_Tampered_IsRefused()
    {
        using var klient = await _portal.InloggadAsync(Personer.CeciliaNordin);
        var frammande = await KontoAsync(Personer.FredrikDahl);

        var sida = await (await klient.HamtaAsync("/behorighetsbestallningar/ny/rapportor")).FindForm("Lägg till i beställningen").Manipulera("Person", frammande).SkickaAsync();
        var utan = await (await klient.HamtaAsync("/behorighetsbestallningar/ny/rapportor")).FindForm("Lägg till i beställningen").Manipulera("__RequestVerificationToken", null).SkickaAsync();

        sida.Fel.ShouldContain("Välj en person som är användare på skolan.");
        utan.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await klient.HamtaAsync("/behorighetsbestallningar/ny/nagot-annat")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await klient.HamtaAsync("/behorighetsbestallningar/999999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Version", "x", HttpStatusCode.BadRequest)]
    [InlineData("Version", "99", HttpStatusCode.Conflict)]
    [InlineData("Nyckel", "kort", HttpStatusCode.BadRequest)]
    [InlineData("Nyckel", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", HttpStatusCode.NotFound)]
    public async Task Send_Tampered_SendsNothing(string falt, string varde, HttpStatusCode kod)
    {
        using var klient = await _portal.InloggadAsync(Personer.CeciliaNordin);
        await LaggTillAsync(klient);

        var sida = await (await klient.HamtaAsync("/behorighetsbestallningar/ny/granska")).FindForm("Skicka beställningen").Manipulera(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(kod);
        (await klient.HamtaAsync("/behorighetsbestallningar/ny")).Text.ShouldContain("Vera Ny");
    }

    [Fact]
    public async Task SchoolWhoseSrItAdministersItself_IsToldWho_AndOffersOnlyTheRole()
    {
        await using (var db = _portal.Databas.Alla())
        {
            (await db.Skolor.SingleAsync(s => s.Skolkod == Core.Data.Seed.Demoskolor.Viken)).BytRapporteringssatt(Core.Skolor.Rapporteringssatt.Fil);
            await db.SaveChangesAsync();
        }

        using var klient = await _portal.InloggadAsync(Personer.OskarWikstrom);
        var sida = await klient.HamtaAsync("/behorighetsbestallningar/ny");

        sida.Text.ShouldContain("Behörigheten Studeranderapportering beställs inte hos CSN.");
        sida.Text.ShouldContain("skolans behörighetsadministratör som ger och tar behörigheten, i Identity Manager");
        sida.Text.ShouldNotContain("Lägg till ny rapportör");
        sida.Text.ShouldContain("Lägg till ändrad behörighetsansvarig");
        (await klient.HamtaAsync("/behorighetsbestallningar/ny/rapportor")).Dokument.QuerySelector("[name=Person]").ShouldBeNull();
    }

    [Fact]
    public async Task ChangedEmail_SaysThatThePasswordIsVoided_OnEveryPage()
    {
        using var klient = await _portal.InloggadAsync(Personer.CeciliaNordin);
        var ny = await klient.HamtaAsync("/behorighetsbestallningar/ny/epost");
        ny.Text.ShouldContain("Personen loggas ut och lösenordet slutar gälla");

        await ny.SkickaAsync("Lägg till i beställningen", ("Person", await KontoAsync(Personer.AnnaLind)), ("Epost", "anna.ny@sodraberget.example"));
        var granska = await klient.HamtaAsync("/behorighetsbestallningar/ny/granska");
        var skickad = await granska.SkickaAsync("Skicka beställningen");

        foreach (var sida in new[] { granska, skickad, await klient.HamtaAsync($"{skickad.Url.AbsolutePath}/utskrift") })
            sida.Text.ShouldContain("Personen loggas ut och lösenordet slutar gälla. Ett engångslösenord mejlas till den nya adressen.");
    }

    [Fact]
    public async Task Csn_ApprovesRefusesAndAsks()
    {
        var id = await BestalldAsync();
        using var berit = await _portal.InloggadAsync(Personer.BeritHagstrom);
        var ko = await berit.HamtaAsync("/");
        ko.Url.AbsolutePath.ShouldBe("/csn/bestallningar");
        ko.Rubrik.ShouldBe("Beställningar");

        // Asks, and is answered.
        var sida = await (await berit.HamtaAsync($"/csn/bestallningar/{id}/fraga")).SkickaAsync("Ställ frågan", ("Text", "Är namnet rätt?"));
        sida.Notis.ShouldContain("Frågan är ställd");
        using var cecilia = await _portal.InloggadAsync(Personer.CeciliaNordin);
        (await cecilia.HamtaAsync("/")).Text.ShouldContain("CSN har en fråga om beställning");
        sida = await (await cecilia.HamtaAsync($"/behorighetsbestallningar/{id}")).SkickaAsync("Skicka svaret", ("Svar", "Ja."));
        sida.Notis.ShouldContain("Svaret är skickat");

        // Approves, from a page that is then out of date.
        sida = await berit.HamtaAsync($"/csn/bestallningar/{id}");
        var formular = sida.FindForm("Godkänn ny rapportör: Vera Ny");
        sida = await formular.SkickaAsync();
        sida.Notis.ShouldContain("Brevet med användarnamnet väntar på utskrift.");
        sida.Text.ShouldContain("Användarnamn verny01");
        sida.Texter(".handelser li").ShouldContain(r => r.Contains("Rad godkänd") && r.Contains("Ny rapportör: Vera Ny"));
        var igen = await formular.SkickaAsync();
        igen.Status.ShouldBe(HttpStatusCode.Conflict);
        igen.Fel.ShouldContain("Beställningen kan inte ändras längre. Den är avgjord.");
        (await cecilia.HamtaAsync($"/behorighetsbestallningar/{id}")).Text.ShouldContain("Godkänd");
        await using var db = _portal.Databas.Alla();
        (await db.Visningar.AnyAsync(v => v.Objekt == AuditObjects.Behorighetsbestallning && v.ObjektId == id)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "Skriv varför, högst 500 tecken.")]
    [InlineData("Fel person: 20000101-2384", "Skriv inget personnummer i texten.")]
    public async Task Refusal_InvalidReason_ShowsErrorAndDecidesNothing(string skal, string fel)
    {
        var id = await BestalldAsync();
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);

        var sida = await (await (await klient.HamtaAsync($"/csn/bestallningar/{id}")).KlickaAsync("Avslå ny rapportör: Vera Ny")).SkickaAsync("Avslå raden", ("Skal", skal));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(fel);
        sida.FindForm("Avslå raden").Varde("Skal").ShouldBe(skal);
        (await sida.SkickaAsync("Avslå raden", ("Skal", "Personen är inte anställd."))).Text.ShouldContain("Avslagen");
    }

    [Theory]
    [InlineData("Version", "x", HttpStatusCode.BadRequest)]
    [InlineData("Version", "99", HttpStatusCode.Conflict)]
    [InlineData("Rad", "x", HttpStatusCode.BadRequest)]
    [InlineData("Rad", "999999", HttpStatusCode.NotFound)]
    public async Task Approval_Tampered_MakesNothing(string falt, string varde, HttpStatusCode kod)
    {
        var id = await BestalldAsync();
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);

        var sida = await (await klient.HamtaAsync($"/csn/bestallningar/{id}")).FindForm("Godkänn ny rapportör: Vera Ny").Manipulera(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(kod);
        await using var db = _portal.Databas.Alla();
        (await db.Konton.AnyAsync(k => k.Email == "vera.ny@skola.example")).ShouldBeFalse();
    }

    [Fact]
    public async Task Letters_ArePrintedAndMarkedAsSent()
    {
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);
        var sida = await klient.HamtaAsync("/csn/brev");
        sida.Text.ShouldContain("Nils Nyström");
        var formular = sida.FindForm("Skriv ut alla nya");

        sida = await formular.SkickaAsync();
        var igen = await formular.SkickaAsync();
        var pdf = await klient.HamtaAsync(sida.Dokument.QuerySelector("a[href^='/csn/brev/utskrifter/']")!.GetAttribute("href")!);
        var ett = await klient.HamtaAsync(sida.Dokument.QuerySelector("a[href$='/igen']")!.GetAttribute("href")!);
        var tomt = await sida.FindForm("Markera som skickade").Manipulera("Brev", null).SkickaAsync();
        (await sida.SkickaAsync("Markera som skickade")).Status.ShouldBe(HttpStatusCode.BadRequest, "no box is ticked from the start");
        var skickat = await (await sida.KlickaAsync("Markera alla")).SkickaAsync("Markera som skickade");

        sida.Notis.ShouldContain("1 brev är klart att skriva ut.");
        igen.Notis.ShouldContain("Det finns inga nya brev att skriva ut.");
        pdf.Innehallshuvuden.ContentType!.MediaType.ShouldBe("application/pdf");
        ett.Innehall[..5].ShouldBe("%PDF-"u8.ToArray());
        tomt.Status.ShouldBe(HttpStatusCode.BadRequest);
        tomt.Fel.ShouldContain("Välj minst ett brev att markera som skickat.");
        skickat.Notis.ShouldContain("1 brev är markerat som skickat.");
        var skickade = await klient.HamtaAsync("/csn/brev?flik=skickade");
        skickade.Text.ShouldContain("behövs inte");
        skickade.Texter("form button").ShouldContain(t => t.Contains("Ångra: inte skickade"));
        (await klient.HamtaAsync("/csn/brev/utskrifter/00000000000000000000000000000000")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await klient.HamtaAsync("/csn/brev/999999/igen")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> KontoAsync(Person person)
    {
        await using var db = _portal.Databas.Alla();
        return $"{await db.Konton.Where(k => k.UserName == person.Anvandarnamn).Select(k => k.Id).SingleAsync()}";
    }

    private static async Task LaggTillAsync(Portalklient klient) =>
        await (await klient.HamtaAsync("/behorighetsbestallningar/ny/rapportor")).SkickaAsync(
            "Lägg till i beställningen", ("Person", "ny"), ("Namn", "Vera Ny"), ("Epost", "vera.ny@skola.example"));

    private async Task<long> BestalldAsync()
    {
        using var klient = await _portal.InloggadAsync(Personer.CeciliaNordin);
        await LaggTillAsync(klient);
        var sida = await (await klient.HamtaAsync("/behorighetsbestallningar/ny/granska")).SkickaAsync("Skicka beställningen");
        return long.Parse(sida.Url.Segments[^1]);
    }
}
