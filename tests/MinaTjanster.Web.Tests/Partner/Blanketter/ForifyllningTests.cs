using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas.Skolkrapportering;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Partner.Blanketter;

/// <summary>What the portal fills in for whoever is signed in, and for nobody else.</summary>
public sealed class ForifyllningTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    public static IEnumerable<object[]> UtanUnderlag => Personer.Utan(Rattighet.SkickaUnderlag);

    public static IEnumerable<object[]> UtanHandelser => Personer.Utan(Rattighet.RapporteraHandelser);

    [Fact]
    public async Task Form_SignedIn_HasTheSchoolAndTheReporter_AndSaysSo()
    {
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await klient.HamtaAsync("/blanketter/forsattsblad");

        var formular = sida.FindForm("/blanketter/forsattsblad");
        formular.Varde("Varden[Skola]").ShouldBe("Södra Bergets gymnasium");
        formular.Varde("Varden[Ort]").ShouldBe("Sundsvall");
        formular.Varde("Varden[Skolkod]").ShouldBe("12345678");
        formular.Varde("Varden[Kontaktperson]").ShouldBe("Anna Lind");
        formular.Varde("Varden[Telefon]").ShouldNotBeNullOrEmpty();
        formular.Varde("Varden[Namn]").ShouldBe("");
        formular.Varde("Varden[Personnummer]").ShouldBe("");
        sida.Texter("#ur-portalen").ShouldHaveSingleItem().ShouldBe("Ifyllt ur Mina tjänster: skola, ort, skolkod, kontaktperson för rapporteringen, telefon. Ändra det som inte stämmer.");
        sida.Dokument.GetElementById("Varden_Skola_-hjalp")!.TextContent.ShouldContain("Från Mina tjänster.");
        sida.Dokument.GetElementById("Varden_Namn_-hjalp").ShouldBeNull();
    }

    [Fact]
    public async Task Form_SignedIn_ForAHogskola_HasAddressAndMail()
    {
        using var klient = await portal.InloggadAsync(Personer.IngridStorm);

        var formular = (await klient.HamtaAsync("/blanketter/intyg-2441w")).FindForm("/blanketter/intyg-2441w");

        formular.Varde("Varden[Skola]").ShouldBe("Universitetet i Lindsala");
        formular.Varde("Varden[Adress]")!.ShouldMatch(@", [0-9]{3} [0-9]{2} \S+$");
        formular.Varde("Varden[Epost]")!.ShouldContain("@");
    }

    [Fact]
    public async Task Form_NoSchoolChosen_OrNoSchoolAtAll_IsEmpty()
    {
        foreach (var person in new[] { Personer.DavidAbdi, Personer.GretaGranberg })
        {
            using var klient = await portal.InloggadAsync(person);
            var sida = await klient.HamtaAsync("/blanketter/underlag-for-skolk");
            sida.Status.ShouldBe(HttpStatusCode.OK);
            sida.Dokument.QuerySelector("#ur-portalen").ShouldBeNull(person.ToString());
        }

        using var vald = await portal.InloggadAsync(Personer.DavidAbdi);
        await vald.ValjSkolaAsync(Demoskolor.Angsholm);
        (await vald.HamtaAsync("/blanketter/underlag-for-skolk")).FindForm("/blanketter/underlag-for-skolk").Varde("Varden[Skolkod]").ShouldBe(Demoskolor.Angsholm);
    }

    [Fact]
    public async Task PostBySomebodySignedIn_NeedsNoSchoolMark_AndKeepsWhatIsTyped()
    {
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await (await klient.HamtaAsync("/blanketter/forsattsblad")).SkickaAsync("Kontrollera", ("Varden[Namn]", "Åke Öst"));

        sida.Text.ShouldContain("Inget fel hittades");
        sida.FindForm("/blanketter/forsattsblad").Varde("Varden[Namn]").ShouldBe("Åke Öst");
    }

    [Fact]
    public async Task Report_LeadsToItsForms_FilledIn()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        var elev = await fall.StuderandeAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await (await klient.HamtaAsync($"/ogiltig-franvaro/{fall.Id}")).KlickaAsync("Fyll i Underlag för skolk");

        sida.Url.PathAndQuery.ShouldBe($"/ogiltig-franvaro/{fall.Id}/blanketter/underlag-for-skolk");
        var formular = sida.FindForm("/blanketter/underlag-for-skolk");
        formular.Varde("Varden[Namn]").ShouldBe($"{elev.Fornamn} {elev.Efternamn}");
        formular.Varde("Varden[Personnummer]").ShouldBe(elev.Personnummer.TioSiffror(Testklocka.Standarddag));
        formular.Varde("Varden[ForstaDag]").ShouldBe("2026-10-05");
        formular.Varde("Varden[SistaDag]").ShouldBe("2026-11-22");
        formular.Varde("Varden[Undervisningstid]").ShouldBe("", "the portal does not know it");
        (await formular.SkickaAsync()).Text.ShouldContain("Inget fel hittades");

        sida = await (await klient.HamtaAsync($"/ogiltig-franvaro/{fall.Id}/forsattsblad")).KlickaAsync("Fyll i försättsbladet själv");
        formular = sida.FindForm("/blanketter/forsattsblad");
        formular.Varde("Varden[OgiltigTid]").ShouldBe("11,5");
        formular.Varde("Varden[Lasar]").ShouldBe("2026/27");
        formular.Varde("Varden[Datum]").ShouldBe("2026-11-22");
        formular.Varde("Varden[Kontaktperson]").ShouldBe("Anna Lind");
        (await formular.SkickaAsync()).Text.ShouldContain("Inget fel hittades");
    }

    [Theory, MemberData(nameof(UtanUnderlag))]
    public async Task Report_WithoutTheRight_IsForbidden_AndTheFormHasOnlyTheSchools(Person person)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        var elev = await fall.StuderandeAsync();
        using var klient = await portal.InloggadAsync(person);

        (await klient.HamtaAsync($"/ogiltig-franvaro/{fall.Id}/blanketter/forsattsblad")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await klient.HamtaAsync("/blanketter/forsattsblad")).Dokument.DocumentElement.OuterHtml.ShouldNotContain(elev.Personnummer.TioSiffror(Testklocka.Standarddag));
    }

    [Fact]
    public async Task Report_SignedOut_LeadsToLogin()
    {
        using var klient = portal.NyKlient();

        (await klient.HamtaUtanOmdirigeringAsync("/ogiltig-franvaro/1/blanketter/forsattsblad")).Omdirigering.ShouldStartWith("/logga-in");
    }

    [Fact]
    public async Task Report_AnotherSchoolsOrMissing_OrAFormThatIsNotForReports_IsNotFound()
    {
        var egen = await Skolkfall.SkapaAsync(portal);
        var annan = await Skolkfall.SkapaAsync(portal, Demoskolor.Viken, Personer.FredrikDahl);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        foreach (var adress in new[] { $"{annan.Id}/blanketter/forsattsblad", $"{annan.Id}/blanketter/underlag-for-skolk", "999999/blanketter/forsattsblad", $"{egen.Id}/blanketter/handledarintyg", $"{egen.Id}/blanketter/finns-inte" })
            (await klient.HamtaAsync($"/ogiltig-franvaro/{adress}")).Status.ShouldBe(HttpStatusCode.NotFound, adress);
    }

    [Fact]
    public async Task Report_ProtectedStudent_IsLeftOut_AndTheViewIsRecorded()
    {
        var fall = await Skolkfall.SkapaAsync(portal, skydd: Personskydd.Skyddad);
        var elev = await fall.StuderandeAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var fore = await fall.VisningarAsync(Visningsslag.SkyddadIdentitet);

        var sida = await klient.HamtaAsync($"/ogiltig-franvaro/{fall.Id}/blanketter/underlag-for-skolk");

        sida.FindForm("/blanketter/underlag-for-skolk").Varde("Varden[Namn]").ShouldBe("");
        sida.FindForm("/blanketter/underlag-for-skolk").Varde("Varden[Personnummer]").ShouldBe("");
        sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain(elev.Efternamn);
        sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain(elev.Personnummer.Fullt[^4..]);
        sida.Text.ShouldContain("Namn och personnummer fylls inte i här.");
        (await fall.VisningarAsync(Visningsslag.SkyddadIdentitet)).ShouldBe(fore + 1);
    }

    [Fact]
    public async Task Student_HasAnIntygWithNameAndSchool()
    {
        var studerande = await StuderandeAsync(Demoskolor.Lindsala);
        using var klient = await portal.InloggadAsync(Personer.IngridStorm);

        var sida = await (await klient.HamtaAsync($"/studerande/{studerande.Id}/rapportera")).KlickaAsync("handledarintyg");

        var formular = sida.FindForm("/blanketter/handledarintyg");
        formular.Varde("Varden[Namn]").ShouldBe($"{studerande.Fornamn} {studerande.Efternamn}");
        formular.Varde("Varden[Personnummer]").ShouldBe(studerande.Personnummer.TioSiffror(Testklocka.Standarddag));
        formular.Varde("Varden[Skola]").ShouldBe("Universitetet i Lindsala");
        formular.Varde("Varden[Handledare]").ShouldBe("");
    }

    [Theory, MemberData(nameof(UtanHandelser))]
    public async Task Student_WithoutTheRight_IsForbidden(Person person)
    {
        var studerande = await StuderandeAsync(Demoskolor.Lindsala);
        using var klient = await portal.InloggadAsync(person);

        (await klient.HamtaAsync($"/studerande/{studerande.Id}/blanketter/intyg-2441w")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Student_AnotherSchoolsOrMissing_OrAFormForReports_IsNotFound()
    {
        var annan = await StuderandeAsync(Demoskolor.SodraBerget);
        var egen = await StuderandeAsync(Demoskolor.Lindsala);
        using var klient = await portal.InloggadAsync(Personer.IngridStorm);

        foreach (var adress in new[] { $"{annan.Id}/blanketter/intyg-2441w", "999999/blanketter/intyg-2441w", $"{egen.Id}/blanketter/forsattsblad", $"{egen.Id}/blanketter/bestallning-av-behorighet" })
            (await klient.HamtaAsync($"/studerande/{adress}")).Status.ShouldBe(HttpStatusCode.NotFound, adress);
    }

    [Fact]
    public async Task Order_HasThePersonsOwnDraft_AndNobodyElses()
    {
        using var cecilia = await portal.InloggadAsync(Personer.CeciliaNordin);
        await (await cecilia.HamtaAsync("/behorighetsbestallningar/ny/rapportor")).SkickaAsync(
            "Lägg till i beställningen", ("Person", "ny"), ("Namn", "Vendela Blankettsson"), ("Epost", "vendela@skola.example"), ("Personnummer", "20000101-2384"));

        var sida = await (await cecilia.HamtaAsync("/behorighetsbestallningar/ny")).KlickaAsync("Öppna blanketten, ifylld");

        var formular = sida.FindForm("/blanketter/bestallning-av-behorighet");
        formular.Varde("Varden[Kontaktperson]").ShouldBe("Cecilia Nordin");
        formular.Varde("Rader[0][Arende]").ShouldBe("NyRapportor");
        formular.Varde("Rader[0][Namn]").ShouldBe("Vendela Blankettsson");
        formular.Varde("Rader[0][Personnummer]").ShouldBe("20000101-2384");
        sida.Texter("#ur-portalen").ShouldHaveSingleItem().ShouldContain("personerna i din påbörjade beställning");
        (await formular.SkickaAsync()).Text.ShouldContain("Inget fel hittades");
        foreach (var person in new[] { Personer.AnnaLind, Personer.NoraLindqvist })
        {
            using var annan = await portal.InloggadAsync(person);
            (await annan.HamtaAsync("/blanketter/bestallning-av-behorighet")).Dokument.DocumentElement.OuterHtml.ShouldNotContain("Blankettsson", Case.Sensitive, person.ToString());
        }
    }

    private async Task<Studerande> StuderandeAsync(string skolkod)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Studerande>().AsNoTracking()
            .Where(s => s.Skydd == Personskydd.Inget && db.Skolor.Any(k => k.Id == s.SkolaId && k.Skolkod == skolkod)).OrderBy(s => s.Id).FirstAsync();
    }
}
