using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering;

/// <summary>Form, check page and receipt. Today is 22 November 2026.</summary>
public sealed class RapporteringTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private readonly Skolkvarld _varld = new(portal);

    private static string Adress(Studerande elev) => $"/ogiltig-franvaro/rapportera/{elev.Id}";

    [Theory, MemberData(nameof(Personer.UtomRapportorer), MemberType = typeof(Personer))]
    public async Task Get_ByOneWhoDoesNotReport_IsForbidden(Person person)
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(person);

        (await klient.HamtaAsync(Adress(elev))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_MissingOrAnotherSchoolsStudent_IsNotFound()
    {
        var annan = await _varld.ElevAsync(skolkod: Demoskolor.NorraHamnen);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        (await klient.HamtaAsync("/ogiltig-franvaro/rapportera/999999999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await klient.HamtaAsync(Adress(annan))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await klient.HamtaAsync($"/ogiltig-franvaro/granska/{Hemlighet.Ny()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await klient.HamtaAsync("/ogiltig-franvaro/999999999/kvittens")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WholeWay_ReportsOnceAndShowsTheReceipt()
    {
        var elev = await _varld.ElevAsync("Lova", "Lind");
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var granska = await FyllIAsync(klient, elev, ("ForstaDag", "20261105"), ("Timmar", "11,5"), ("Tillfallen", "4"), ("Bekraftad", "true"), ("Underlag", "direkt"));
        granska.Rubrik.ShouldBe("Granska rapporten");
        granska.Text.ShouldContain("11,5 timmar");
        granska.Text.ShouldContain("22 november 2026 kl. 23.59 stoppas studiehjälpen för november");
        granska.Text.ShouldContain("Skickar du nu tar CSN hand om rapporten från och med 22 november 2026 kl. 15.00. Tas den bort före dess ser CSN den aldrig.");
        (await _varld.RapporterAsync(elev)).ShouldBeEmpty();

        var kvittens = await granska.SkickaAsync("Skicka rapporten");

        var rapport = (await _varld.RapporterAsync(elev)).ShouldHaveSingleItem();
        rapport.Uppgift.ShouldBe(new Skolkuppgift(new(2026, 11, 5), null, 690, 4, true));
        rapport.Rapportdag.ShouldBe(Testklocka.Standarddag);
        rapport.Skickad.ShouldBe(new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc));
        var arende = await _varld.ArendeAsync(rapport);
        arende.Status.ShouldBe(Arendestatus.VantarPaUnderlag);
        arende.Beslut.ShouldHaveSingleItem("the report itself stops the payments").Slag.ShouldBe(Skolkbeslutsslag.Stopp);
        var handelse = (await _varld.HandelserAsync(AuditObjects.Skolkrapport, rapport.Id)).ShouldHaveSingleItem();
        handelse.Act.ShouldBe(Acts.SkolkrapportSent);
        handelse.KontoId.ShouldBe(await _varld.KontoAsync(Personer.AnnaLind));
        handelse.Changes!.ShouldContain("Första dag: – → 2026-11-05");
        await using (var db = portal.Databas.Alla())
        {
            (await db.Nationellt<Skolkutkast>().AnyAsync(u => u.StuderandeId == elev.Id)).ShouldBeFalse();
        }

        kvittens.Url.AbsolutePath.ShouldBe($"/ogiltig-franvaro/{rapport.Id}/kvittens");
        kvittens.Text.ShouldContain(rapport.Kvittensnummer);
        kvittens.Text.ShouldContain("Lova Lind");
        kvittens.Text.ShouldContain("Steg 2 av 2");
        kvittens.Dokument.QuerySelector($"a[href='/ogiltig-franvaro/{rapport.Id}/underlag']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Granska_DrawnBeforeTheDraftWasChangedInAnotherTab_SendsNothingAndShowsWhatHolds()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var forsta = await FyllIAsync(klient, elev, ("ForstaDag", "2026-10-05"), ("Timmar", "5,25"));
        var andra = await klient.HamtaAsync(forsta.Dokument.QuerySelector("a.tillbaka")!.GetAttribute("href")!);
        var igen = await andra.SkickaAsync("Granska rapporten", ("ForstaDag", "2026-10-12"));

        var nej = await forsta.SkickaAsync("Skicka rapporten");

        nej.Status.ShouldBe(HttpStatusCode.BadRequest);
        nej.Fel.ShouldContain(f => f.Contains("ändrats i ett annat fönster"));
        nej.Text.ShouldContain("12 oktober 2026");
        (await _varld.RapporterAsync(elev)).ShouldBeEmpty();

        await igen.SkickaAsync("Skicka rapporten");
        (await _varld.RapporterAsync(elev)).ShouldHaveSingleItem().ForstaDag.ShouldBe(new DateOnly(2026, 10, 12));
    }

    [Fact]
    public async Task Back_FormCheckAndReceipt_SayThatPaymentsGoOn()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        const string mening = "Utbetalningarna fortsätter, eftersom den studerande är tillbaka: CSN:s beslut om stopp gäller bara tiden till och med 30 oktober 2026. "
            + "Det som redan är utbetalt för 5–30 oktober 2026 kan dras av från dem eller behöva betalas tillbaka.";
        var granska = await FyllIAsync(klient, elev, ("Tillbaka", "ja"), ("SistaDag", "2026-10-30"));
        granska.Text.ShouldContain(mening);
        granska.Text.ShouldNotContain("Sista dag att stoppa");

        var kvittens = await granska.SkickaAsync("Skicka rapporten");

        kvittens.Text.ShouldContain(mening);
        kvittens.Text.ShouldNotContain("skulle ha betalats ut");
        (await _varld.RapporterAsync(elev)).ShouldHaveSingleItem().SistaDag.ShouldBe(new DateOnly(2026, 10, 30));
    }

    [Fact]
    public async Task Rapportera_PrefilledFromTheDraft_KeepsOneDraft()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var granska = await FyllIAsync(klient, elev, ("ForstaDag", "2026-10-05"), ("Timmar", "5,25"), ("Tillbaka", "ja"), ("SistaDag", "2026-10-30"));

        var formular = await klient.HamtaAsync(granska.Dokument.QuerySelector("a.tillbaka")!.GetAttribute("href")!);
        formular.FindForm("Granska rapporten").Varde("ForstaDag").ShouldBe("2026-10-05");
        formular.FindForm("Granska rapporten").Varde("Timmar").ShouldBe("5,25");
        formular.FindForm("Granska rapporten").Varde("Tillbaka").ShouldBe("ja");
        var igen = await formular.SkickaAsync("Granska rapporten", ("SistaDag", "2026-11-02"));

        igen.Url.ShouldBe(granska.Url);
        igen.Text.ShouldContain("2 november 2026");
        await using var db = portal.Databas.Alla();
        (await db.Nationellt<Skolkutkast>().CountAsync(u => u.StuderandeId == elev.Id)).ShouldBe(1);
    }

    [Theory]
    [InlineData("ForstaDag", "", "Ange första dagen med ogiltig frånvaro.")]
    [InlineData("ForstaDag", "2026-02-30", "Skriv första dagen som ett datum, till exempel 2026-10-05.")]
    [InlineData("ForstaDag", "2026-11-23", "Första skolkdagen kan inte ligga i framtiden.")]
    [InlineData("ForstaDag", "2026-11-08", "Det har inte gått 15 dagar sedan första skolkdagen.")]
    [InlineData("ForstaDag", "2026-08-16", "ligger utanför den studerandes studietid")]
    [InlineData("Timmar", "elva", "Skriv timmarna med siffror, till exempel 11,5.")]
    [InlineData("Timmar", "-3", "Skriv timmarna med siffror, till exempel 11,5.")]
    [InlineData("Timmar", "0", "Timmarna måste vara fler än 0")]
    [InlineData("Timmar", "9999", "Timmarna är fler än vad som ryms i perioden")]
    [InlineData("Tillfallen", "två", "Skriv antalet tillfällen med siffror, till exempel 3.")]
    [InlineData("Tillfallen", "0", "Antalet tillfällen måste vara minst 1")]
    [InlineData("Tillbaka", null, "Svara på om den studerande är tillbaka i stabila heltidsstudier.")]
    [InlineData("SistaDag", "2026-11-10", "Du har svarat att frånvaron pågår men angett en sista dag.")]
    public async Task Post_InvalidField_ShowsErrorAndKeepsWhatWasTyped(string falt, string? varde, string fel)
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await FyllIAsync(klient, elev, (falt, varde));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(f => f.Contains(fel));
        sida.Dokument.Title!.ShouldStartWith("Fel:");
        (sida.FindForm("Granska rapporten").Varde(falt) ?? "").ShouldBe(varde ?? "");
        await using var db = portal.Databas.Alla();
        (await db.Nationellt<Skolkutkast>().AnyAsync(u => u.StuderandeId == elev.Id)).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_Day29WithoutConfirmation_IsRefusedByEachFieldAndAllowedOnDay30()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await FyllIAsync(klient, elev, ("ForstaDag", "2026-10-24"), ("Timmar", ""), ("Tillfallen", ""), ("Bekraftad", null));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        var fel = sida.Texter("#felsummering li");
        fel.Count.ShouldBe(3);
        fel.ShouldAllBe(f => f.Contains("23 november 2026"));
        (await FyllIAsync(klient, elev, ("ForstaDag", "2026-10-23"), ("Timmar", ""), ("Tillfallen", ""), ("Bekraftad", null))).Rubrik.ShouldBe("Granska rapporten");
    }

    [Fact]
    public async Task Post_BackWithoutLastDay_ShowsError()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await FyllIAsync(klient, elev, ("Tillbaka", "ja"));

        sida.Fel.ShouldContain("Ange sista dagen med ogiltig frånvaro, eller svara att frånvaron pågår.");
        (await FyllIAsync(klient, elev, ("Tillbaka", "ja"), ("SistaDag", "2026-10-01"))).Fel.ShouldContain(f => f.Contains("Sista skolkdagen kan inte ligga före den första"));
        (await FyllIAsync(klient, elev, ("Tillbaka", "ja"), ("SistaDag", "2026-11-23"))).Fel.ShouldContain(f => f.Contains("Sista skolkdagen kan inte ligga i framtiden"));
    }

    [Fact]
    public async Task Post_Refused_IsAuditedWithItsCode()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        await FyllIAsync(klient, elev, ("ForstaDag", "2026-11-08"));

        var handelse = (await _varld.HandelserAsync(AuditObjects.Studerande, elev.Id)).ShouldHaveSingleItem();
        (handelse.Act, handelse.Outcome, handelse.Why).ShouldBe((Acts.SkolkrapportSent, AuditOutcome.Refused, "SKOLK-DAG15"));
    }

    [Fact]
    public async Task Post_OpenReport_IsRefusedAndTheFormIsReplacedByALink()
    {
        var rapport = await _varld.RapportAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await klient.HamtaAsync($"/ogiltig-franvaro/rapportera/{rapport.StuderandeId}");

        sida.Rubrik.ShouldBe("Ogiltig frånvaro kan inte rapporteras");
        sida.Text.ShouldContain("Det finns redan en pågående rapport från 5 oktober 2026");
        sida.Dokument.QuerySelector($"a[href='/ogiltig-franvaro/{rapport.Id}']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rapportera_LeadsBackToThePlaceInTheList(bool hindrad)
    {
        var elev = hindrad ? await _varld.ElevAsync(avdelning: Avdelning.B) : await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await klient.HamtaAsync($"{Adress(elev)}?sok=abc&rapportera=ja&sida=2&mer=x");

        sida.Rubrik.ShouldBe(hindrad ? "Ogiltig frånvaro kan inte rapporteras" : "Rapportera ogiltig frånvaro");
        sida.Dokument.QuerySelectorAll($"main a[href^='/studerande/{elev.Id}']").Select(a => a.GetAttribute("href")).Distinct()
            .ShouldBe([$"/studerande/{elev.Id}?sok=abc&rapportera=ja&sida=2"]);
    }

    [Theory]
    [InlineData(Arendestatus.VantarPaUnderlag, "Nästa steg: frånvarounderlaget")]
    [InlineData(Arendestatus.KompletteringBegard, "CSN behöver en komplettering")]
    [InlineData(Arendestatus.Granskas, null)]
    [InlineData(Arendestatus.Avslutat, null)]
    public async Task Kvittens_SaysTheNextStepOfTheCaseAsItIs(Arendestatus status, string? nasta)
    {
        var rapport = await _varld.RapportAsync(status: status);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/kvittens");

        sida.Texter("#nasta").ShouldBe(nasta is null ? [] : [nasta]);
        sida.Texter("main a").Contains("Skicka kompletteringen").ShouldBe(status == Arendestatus.KompletteringBegard);
        sida.Text.ShouldContain("stoppas");
        sida.Text.ShouldNotContain("lärlingsersättningen");
    }

    [Fact]
    public async Task Kvittens_OfADeletedReport_PromisesNothing()
    {
        var rapport = await _varld.RapportAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/ta-bort")).SkickaAsync("Ta bort rapporten", ("Skal", "Fel dag"));

        var sida = await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/kvittens");

        sida.Text.ShouldContain("Rapporten är borttagen.");
        sida.Text.ShouldContain(rapport.Kvittensnummer);
        sida.Text.ShouldNotContain("Det här händer nu");
        sida.Text.ShouldNotContain("stoppas");
        sida.Texter("#nasta").ShouldBeEmpty();
    }

    [Fact]
    public async Task Kvittens_OfALarling_NamesLarlingsersattningenToo()
    {
        var rapport = await _varld.RapportAsync(await _varld.ElevAsync(larling: Larlingskap.Ja));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/kvittens")).Text.ShouldContain("Studiehjälpen och lärlingsersättningen för november");
    }

    [Fact]
    public async Task Send_ReportedMeanwhile_IsRefusedAtTheMomentOfSending()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var granska = await FyllIAsync(klient, elev);
        await _varld.RapportAsync(elev, "2026-09-01");

        var sida = await granska.SkickaAsync("Skicka rapporten");

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(f => f.Contains("redan en pågående skolkrapport från 1 september 2026"));
        (await _varld.RapporterAsync(elev)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_TenAtOnce_MakesOneReportAndOneReceipt()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await FyllIAsync(klient, elev)).FindForm("Skicka rapporten");

        var svar = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => formular.SkickaUtanOmdirigeringAsync()));

        var rapport = (await _varld.RapporterAsync(elev)).ShouldHaveSingleItem();
        svar.Select(s => s.Omdirigering).Distinct().ShouldBe([$"/ogiltig-franvaro/{rapport.Id}/kvittens"]);
        (await _varld.HandelserAsync(AuditObjects.Skolkrapport, rapport.Id)).Count.ShouldBe(1);
        (await formular.SkickaUtanOmdirigeringAsync()).Omdirigering.ShouldBe(svar[0].Omdirigering);
    }

    [Fact]
    public async Task Send_OverlappingByTwoReportersAtOnce_LandsOne()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        List<Formular> formular = [];
        for (var i = 0; i < 8; i++)
        {
            formular.Add((await FyllIAsync(klient, elev, ("ForstaDag", $"2026-10-{i + 1:00}"))).FindForm("Skicka rapporten"));
        }

        var svar = await Task.WhenAll(formular.Select(f => f.SkickaUtanOmdirigeringAsync()));

        (await _varld.RapporterAsync(elev)).ShouldHaveSingleItem();
        svar.Count(s => s.Omdirigering is not null).ShouldBe(1);
        svar.Count(s => s.Status == HttpStatusCode.BadRequest && s.Fel.Any(f => f.Contains("redan en pågående skolkrapport"))).ShouldBe(7);
    }

    [Fact]
    public async Task Granska_AnotherReportersDraft_IsNotFound()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var granska = await FyllIAsync(klient, elev);
        using var annan = await portal.InloggadAsync(Personer.DavidAbdi);
        await annan.ValjSkolaAsync(Demoskolor.NorraHamnen);

        (await annan.HamtaAsync(granska.Url.AbsolutePath)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Avdelning.B, "2009-04-12", "Utbildningen ger studiemedel.")]
    [InlineData(Avdelning.A1, "2006-03-14", "till och med 30 juni det år man fyller 20")]
    public async Task Get_StudentWithStudiemedel_SaysWhyNot(Avdelning avdelning, string fodd, string varfor)
    {
        var elev = await _varld.ElevAsync(avdelning: avdelning, fodd: DateOnly.Parse(fodd));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        (await klient.HamtaAsync(Adress(elev))).Text.ShouldContain(varfor);
    }

    [Fact]
    public async Task Post_ForgedForStudentWithStudiemedel_IsRefused()
    {
        var elev = await _varld.ElevAsync(avdelning: Avdelning.B);
        var vanlig = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await klient.HamtaAsync(Adress(vanlig))).FindForm("Granska rapporten");
        formular.Satt("ForstaDag", "2026-10-05").Satt("Tillbaka", "nej");

        var sida = await klient.SkickaAsync(new HttpRequestMessage(HttpMethod.Post, Adress(elev)) { Content = formular.Begaran().Content }, foljOmdirigering: true);

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(f => f.Contains("Utbildningen ger studiemedel den dagen"));
    }

    [Theory]
    [InlineData("Studiehjalp", null)]
    [InlineData("Studiemedel", "Utbildningen ger studiemedel den dagen")]
    [InlineData(null, "Ange vilket stöd den studerande har valt")]
    public async Task Post_AvdelningA3_AsksForTheChoiceAndKeepsIt(string? val, string? fel)
    {
        var elev = await _varld.ElevAsync(skolkod: Demoskolor.Palett, avdelning: Avdelning.A3);
        using var klient = await portal.InloggadAsync(Personer.KarinVik);

        var sida = await FyllIAsync(klient, elev, ("Stodform", val));

        if (fel is not null)
        {
            sida.Fel.ShouldContain(f => f.Contains(fel));
            return;
        }

        await sida.SkickaAsync("Skicka rapporten");
        (await _varld.RapporterAsync(elev)).ShouldHaveSingleItem();
        await using var db = portal.Databas.Alla();
        (await db.Nationellt<Studieperiod>().SingleAsync(p => p.StuderandeId == elev.Id)).ValdStodform.ShouldBe(Stodform.Studiehjalp);
    }

    /// <summary>Skolk is reported on screen by every school, whatever its channel (domain.md section 2).</summary>
    [Theory]
    [InlineData(Demoskolor.NorraHamnen, "davabd01", Avdelning.A1)]
    [InlineData(Demoskolor.Angsholm, "davabd01", Avdelning.A2)]
    [InlineData(Demoskolor.Viken, "fredah01", Avdelning.A2)]
    [InlineData(Demoskolor.Fjallberget, "gunber01", Avdelning.A2)]
    [InlineData(Demoskolor.Malarstranden, "hasyil01", Avdelning.B)]
    [InlineData(Demoskolor.Lindsala, "ingsto01", Avdelning.B)]
    public async Task EverySchool_OfEveryChannel_ReportsOrIsToldWhyNot(string skolkod, string anvandarnamn, Avdelning avdelning)
    {
        var elev = await _varld.ElevAsync(skolkod: skolkod, avdelning: avdelning);
        using var klient = await portal.InloggadAsync(Personer.Alla.Single(p => p.Anvandarnamn == anvandarnamn));
        if (anvandarnamn == "davabd01")
        {
            await klient.ValjSkolaAsync(skolkod);
        }

        if (avdelning == Avdelning.B)
        {
            (await klient.HamtaAsync(Adress(elev))).Text.ShouldContain("rapporteras bara för studiehjälp och lärlingsersättning");
            return;
        }

        (await (await FyllIAsync(klient, elev)).SkickaAsync("Skicka rapporten")).Rubrik.ShouldBe("Rapporten är skickad");
    }

    [Fact]
    public async Task Post_DrawnForAnotherSchool_ChangesNothing()
    {
        var elev = await _varld.ElevAsync(skolkod: Demoskolor.NorraHamnen);
        using var klient = await portal.InloggadAsync(Personer.DavidAbdi);
        await klient.ValjSkolaAsync(Demoskolor.NorraHamnen);
        var granska = await FyllIAsync(klient, elev);
        await klient.ValjSkolaAsync(Demoskolor.Angsholm);

        (await granska.SkickaAsync("Skicka rapporten")).Status.ShouldBe(HttpStatusCode.Conflict);

        (await _varld.RapporterAsync(elev)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Protected_IsMaskedEverywhereAndEachViewIsRecorded()
    {
        var elev = await _varld.ElevAsync("Hemlig", "Person", skydd: Personskydd.Skyddad);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var formular = await klient.HamtaAsync(Adress(elev));
        var granska = await FyllIAsync(klient, elev);
        var kvittens = await granska.SkickaAsync("Skicka rapporten");

        foreach (var sida in new[] { formular, granska, kvittens })
        {
            sida.Text.ShouldContain(Studerande.SkyddadText);
            sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain("Hemlig");
            sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain(elev.Personnummer.Fullt);
        }

        (await _varld.VisningarAsync(elev)).ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task Foljder_WhileTyping_AnswersWithTheSameRules()
    {
        var elev = await _varld.ElevAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await klient.HamtaAsync(Adress(elev))).FindForm("Granska rapporten");

        async Task<string> FoljderAsync(string forsta)
        {
            var svar = await klient.Http.PostAsync($"/ogiltig-franvaro/foljder/{elev.Id}", formular.Satt("ForstaDag", forsta).Begaran().Content);
            svar.StatusCode.ShouldBe(HttpStatusCode.OK);
            var html = await svar.Content.ReadAsStringAsync();
            html.ShouldNotContain("<html");
            html.ShouldNotContain("style=");
            return html;
        }

        (await FoljderAsync("2026-09-07")).ShouldContain("2&#xA0;500&#xA0;kr (2 månader, 60 dagar)");
        (await FoljderAsync("2026-11-17")).ShouldContain("2 december 2026");
        (await FoljderAsync("2026-11-05")).ShouldContain("bekräftar att frånvaron är minst 4 timmar");
        (await FoljderAsync("2026-08-01")).ShouldContain("ligger utanför den studerandes studietid");
        (await FoljderAsync("inget")).ShouldContain("Fyll i första dagen");
        (await FoljderAsync("1901-01-01")).ShouldContain("ligger utanför den studerandes studietid");
        (await _varld.HandelserAsync(AuditObjects.Studerande, elev.Id)).ShouldBeEmpty();
    }

    private static async Task<Sida> FyllIAsync(Portalklient klient, Studerande elev, params (string Falt, string? Varde)[] andringar)
    {
        var formular = (await klient.HamtaAsync(Adress(elev))).FindForm("Granska rapporten");
        formular.Satt("ForstaDag", "2026-10-05").Satt("Timmar", "11,5").Satt("Tillfallen", "4").Satt("Tillbaka", "nej");
        if (formular.Falt.Any(f => f.Namn == "Stodform") || andringar.Any(a => a.Falt == "Stodform"))
        {
            formular.Manipulera("Stodform", null);
        }

        foreach (var (falt, varde) in andringar)
        {
            formular.Satt(falt, varde);
        }

        return await formular.SkickaAsync();
    }
}
