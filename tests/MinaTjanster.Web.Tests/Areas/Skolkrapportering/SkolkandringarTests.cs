using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering;

/// <summary>Last day, correction, deletion. Today is 22 November 2026.</summary>
public sealed class SkolkandringarTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private readonly Skolkvarld _varld = new(portal);

    [Fact]
    public async Task Avsluta_Valid_SetsTheLastDayAndKeepsThePlace()
    {
        var rapport = await _varld.RapportAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/avsluta?status=pagar")).SkickaAsync("Spara sista dag", ("SistaDag", "20261115"), ("Tillbaka", "true"));

        sida.Url.PathAndQuery.ShouldBe($"/ogiltig-franvaro/{rapport.Id}?status=pagar");
        sida.Notis.ShouldContain("Sista dag är 15 november 2026.");
        var efter = await _varld.LasAsync(rapport);
        (efter.SistaDag, efter.Status).ShouldBe((new(2026, 11, 15), Skolkrapportstatus.Avslutad));
        var beslut = (await _varld.ArendeAsync(rapport)).Beslut[^1];
        (beslut.Slag, beslut.SistaDag).ShouldBe((Skolkbeslutsslag.Aterupptagande, new(2026, 11, 15)), "the payments go on");
        var handelse = (await _varld.HandelserAsync(AuditObjects.Skolkrapport, rapport.Id)).ShouldHaveSingleItem();
        (handelse.Act, handelse.Outcome, handelse.Changes).ShouldBe((Acts.SkolkrapportEnded, AuditOutcome.Accepted, "Sista dag: – → 2026-11-15"));
    }

    [Theory]
    [InlineData("", "true", "Ange sista dagen med ogiltig frånvaro.")]
    [InlineData("2026-13-01", "true", "Skriv sista dagen som ett datum")]
    [InlineData("2026-11-23", "true", "Sista skolkdagen kan inte ligga i framtiden.")]
    [InlineData("2026-10-04", "true", "Sista skolkdagen kan inte ligga före den första.")]
    [InlineData("2026-11-15", null, "Bekräfta att den studerande är tillbaka")]
    public async Task Avsluta_InvalidField_ShowsError(string sistaDag, string? tillbaka, string fel)
    {
        var rapport = await _varld.RapportAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/avsluta")).SkickaAsync("Spara sista dag", ("SistaDag", sistaDag), ("Tillbaka", tillbaka));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(f => f.Contains(fel));
        sida.FindForm("Spara sista dag").Varde("SistaDag").ShouldBe(sistaDag);
        (await _varld.LasAsync(rapport)).SistaDag.ShouldBeNull();
    }

    /// <summary>A refused post draws the student again: two views.</summary>
    [Fact]
    public async Task ProtectedStudent_IsAViewAlsoWhenThePostIsRefused()
    {
        var rapport = await _varld.RapportAsync(await _varld.ElevAsync(skydd: Personskydd.Skyddad));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        (await (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/avsluta")).SkickaAsync("Spara sista dag", ("SistaDag", ""), ("Tillbaka", "true"))).Status.ShouldBe(HttpStatusCode.BadRequest);

        await using var efter = portal.Databas.Alla();
        (await efter.Visningar.CountAsync(v => v.SkolkrapportId == rapport.Id && v.Sida == "Skolkandringar.Avsluta" && v.Slag == Visningsslag.SkyddadIdentitet)).ShouldBe(2);
    }

    [Fact]
    public async Task Avsluta_ClosedCase_IsAllowed()
    {
        var rapport = await _varld.RapportAsync(status: Arendestatus.Avslutat);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        await (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/avsluta")).SkickaAsync("Spara sista dag", ("SistaDag", "2026-11-15"), ("Tillbaka", "true"));

        (await _varld.LasAsync(rapport)).SistaDag.ShouldBe(new(2026, 11, 15));
    }

    [Fact]
    public async Task Avsluta_OverANewerReport_IsRefused()
    {
        var elev = await _varld.ElevAsync();
        var rapport = await _varld.RapportAsync(elev, "2026-09-01", "2026-09-10", "2026-10-01");
        await _varld.RapportAsync(elev, "2026-10-05");
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/avsluta")).SkickaAsync("Spara sista dag", ("SistaDag", "2026-10-05"), ("Tillbaka", "true"));

        sida.Fel.ShouldContain(f => f.Contains("En annan skolkrapport för den studerande börjar 5 oktober 2026"));
    }

    [Fact]
    public async Task Andra_Valid_CorrectsTheFactsAndTellsHistory()
    {
        var rapport = await _varld.RapportAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var formular = await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/andra");
        formular.FindForm("Spara ändringarna").Varde("Timmar").ShouldBe("11,5");

        var sida = await formular.SkickaAsync("Spara ändringarna", ("Timmar", "12:15"), ("Tillbaka", "ja"), ("SistaDag", "2026-11-01"));

        sida.Notis.ShouldContain("Uppgifterna är ändrade.");
        (await _varld.LasAsync(rapport)).Uppgift.ShouldBe(new Skolkuppgift(new(2026, 10, 5), new(2026, 11, 1), 735, 4, true));
        var handelse = (await _varld.HandelserAsync(AuditObjects.Skolkrapport, rapport.Id)).ShouldHaveSingleItem();
        (await _varld.ArendeAsync(rapport)).RapportAndrad.ShouldNotBeNull("the handläggare sees it on the case");
        (handelse.Act, handelse.Changes).ShouldBe((Acts.SkolkrapportChanged, "Sista dag: – → 2026-11-01\nTimmar: 11,5 → 12,25"));
    }

    [Theory]
    [InlineData("2026-11-08", "Det har inte gått 15 dagar sedan första skolkdagen.")]
    [InlineData("2026-08-16", "ligger utanför den studerandes studietid")]
    [InlineData("2026-10-05", "Du har inte ändrat något.")]
    public async Task Andra_FirstDay_IsJudgedAgain(string forstaDag, string fel)
    {
        var rapport = await _varld.RapportAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/andra")).SkickaAsync("Spara ändringarna", ("ForstaDag", forstaDag));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(f => f.Contains(fel));
        (await _varld.LasAsync(rapport)).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Andra_ClosedCase_IsRefusedInWords()
    {
        var rapport = await _varld.RapportAsync(status: Arendestatus.Avslutat);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/andra");

        sida.Url.AbsolutePath.ShouldBe($"/ogiltig-franvaro/{rapport.Id}");
        sida.Notis.ShouldContain("CSN har avslutat ärendet, så uppgifterna kan inte ändras.");
    }

    [Fact]
    public async Task Andra_AfterSomebodyElse_ShowsBothVersionsAndSavesKnowingly()
    {
        var rapport = await _varld.RapportAsync();
        using var forst = await portal.InloggadAsync(Personer.AnnaLind);
        using var sedan = await portal.InloggadAsync(Personer.AnnaLind);
        var formular = await sedan.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/andra");
        await (await forst.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/andra")).SkickaAsync("Spara ändringarna", ("Timmar", "20"));

        var konflikt = await formular.SkickaAsync("Spara ändringarna", ("Timmar", "30"));

        konflikt.Status.ShouldBe(HttpStatusCode.Conflict);
        konflikt.Text.ShouldContain("Anna Lind var först");
        konflikt.Text.ShouldContain("20 timmar");
        konflikt.FindForm("Spara ändringarna").Varde("Timmar").ShouldBe("30");
        (await _varld.LasAsync(rapport)).OgiltigMinuter.ShouldBe(1200);

        (await konflikt.SkickaAsync("Spara ändringarna")).Notis.ShouldContain("Uppgifterna är ändrade.");
        (await _varld.LasAsync(rapport)).OgiltigMinuter.ShouldBe(1800);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public async Task Andra_ForgedVersion_IsAConflictAndChangesNothing(string? version)
    {
        var rapport = await _varld.RapportAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/andra")).FindForm("Spara ändringarna").Satt("Timmar", "20").Manipulera("Version", version);

        (await formular.SkickaAsync()).Status.ShouldBe(HttpStatusCode.Conflict);

        (await _varld.LasAsync(rapport)).OgiltigMinuter.ShouldBe(690);
    }

    [Fact]
    public async Task Andra_TenAtOnce_LetsOneThrough()
    {
        var rapport = await _varld.RapportAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/andra");

        var svar = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => sida.FindForm("Spara ändringarna").Satt("Timmar", $"{20 + i}").SkickaUtanOmdirigeringAsync()));

        svar.Count(s => s.Status == HttpStatusCode.Found).ShouldBe(1);
        svar.Count(s => s.Status == HttpStatusCode.Conflict).ShouldBe(9);
        (await _varld.LasAsync(rapport)).Version.ShouldBe(1);
    }

    [Theory]
    [InlineData(Arendestatus.VantarPaUnderlag, false)]
    [InlineData(Arendestatus.Granskas, true)]
    [InlineData(Arendestatus.KompletteringBegard, true)]
    [InlineData(Arendestatus.Godkant, true)]
    [InlineData(Arendestatus.Avslutat, true)]
    public async Task TaBort_InAnyState_WithdrawsTheCaseAndTellsItsHandlaggare(Arendestatus status, bool mejl)
    {
        var rapport = await _varld.RapportAsync(await _varld.ElevAsync("Bort", "Bortsson"), status: status);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/ta-bort")).SkickaAsync("Ta bort rapporten", ("Skal", "Frånvaron var giltig."));

        sida.Notis.ShouldContain("Rapporten är borttagen");
        sida.Text.ShouldContain("Skäl: Frånvaron var giltig.");
        (await _varld.LasAsync(rapport)).Status.ShouldBe(Skolkrapportstatus.Borttagen);
        var arende = await _varld.ArendeAsync(rapport);
        arende.Status.ShouldBe(Arendestatus.Atertaget);
        arende.ObesvaradKomplettering.ShouldBeNull();
        var handelser = await _varld.HandelserAsync(AuditObjects.Skolkrapport, rapport.Id);
        handelser.Select(h => h.Act).ShouldBe([Acts.CaseWithdrawn, Acts.SkolkrapportDeleted], ignoreOrder: true);
        handelser.Single(h => h.Act == Acts.SkolkrapportDeleted).Why.ShouldBe("Frånvaron var giltig.");
        await using var db = portal.Databas.Alla();
        var brev = await db.UtgaendeMejl.Where(m => m.Amne.Contains(rapport.Kvittensnummer)).ToListAsync();
        brev.Count.ShouldBe(mejl ? 1 : 0);
        brev.ShouldAllBe(m => !m.Text.Contains("Bortsson") && m.Text.Contains("Södra Bergets gymnasium (12345678)"));
    }

    [Theory]
    [InlineData("  ", "Skriv varför rapporten tas bort")]
    [InlineData("Gäller 20090412-1234 i stället", "Skriv inte personnummer i skälet.")]
    public async Task TaBort_InvalidReason_ShowsError(string skal, string fel)
    {
        var rapport = await _varld.RapportAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/ta-bort")).SkickaAsync("Ta bort rapporten", ("Skal", skal));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(f => f.Contains(fel));
        (await _varld.LasAsync(rapport)).ArBorttagen.ShouldBeFalse();
    }

    [Fact]
    public async Task TaBort_LineBreaks_CountOnceAgainstTheLimit()
    {
        var rapport = await _varld.RapportAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var skal = string.Concat(Enumerable.Repeat("x\r\n", Skolkrapport.MaxSkal / 2 - 1)) + "xx";

        var sida = await (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/ta-bort")).SkickaAsync("Ta bort rapporten", ("Skal", skal));

        sida.Notis.ShouldContain("Rapporten är borttagen");
        (await _varld.LasAsync(rapport)).Borttagningsskal.ShouldBe(skal.Replace("\r\n", "\n"));
    }

    [Fact]
    public async Task TaBort_TooLongReason_ShowsErrorAndKeepsIt()
    {
        var rapport = await _varld.RapportAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var skal = new string('x', Skolkrapport.MaxSkal + 1);

        var sida = await (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/ta-bort")).SkickaAsync("Ta bort rapporten", ("Skal", skal));

        sida.Fel.ShouldContain(f => f.Contains("högst 500 tecken"));
        sida.FindForm("Ta bort rapporten").Varde("Skal").ShouldBe(skal);
    }

    [Fact]
    public async Task TaBort_Twice_LeadsBackToTheReportAndMailsOnce()
    {
        var rapport = await _varld.RapportAsync(status: Arendestatus.Granskas);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/ta-bort")).FindForm("Ta bort rapporten").Satt("Skal", "Fel bedömt");

        var svar = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => formular.SkickaUtanOmdirigeringAsync()));

        svar.ShouldAllBe(s => s.Omdirigering == $"/ogiltig-franvaro/{rapport.Id}");
        await using var db = portal.Databas.Alla();
        (await db.UtgaendeMejl.CountAsync(m => m.Amne.Contains(rapport.Kvittensnummer))).ShouldBe(1);
        (await _varld.HandelserAsync(AuditObjects.Skolkrapport, rapport.Id)).Count(h => h.Outcome == AuditOutcome.Accepted).ShouldBe(2);
        (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/avsluta")).Notis.ShouldContain("Rapporten är borttagen och kan inte ändras.");
    }

    [Fact]
    public async Task TaBort_ThenReportAnew_IsAllowed()
    {
        var rapport = await _varld.RapportAsync();
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await (await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/ta-bort")).SkickaAsync("Ta bort rapporten", ("Skal", "Fel dag"));

        var granska = await (await klient.HamtaAsync($"/ogiltig-franvaro/rapportera/{rapport.StuderandeId}")).SkickaAsync("Granska rapporten", ("ForstaDag", "2026-10-05"), ("Tillbaka", "nej"));

        (await granska.SkickaAsync("Skicka rapporten")).Rubrik.ShouldBe("Rapporten är skickad");
    }

    [Fact]
    public async Task Post_ToAnotherSchoolsReport_IsNotFoundAndChangesNothing()
    {
        var egen = await _varld.RapportAsync();
        var annan = await _varld.RapportAsync(await _varld.ElevAsync(skolkod: Demoskolor.NorraHamnen));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        foreach (var (del, knapp) in new[] { ("avsluta", "Spara sista dag"), ("andra", "Spara ändringarna"), ("ta-bort", "Ta bort rapporten") })
        {
            var formular = (await klient.HamtaAsync($"/ogiltig-franvaro/{egen.Id}/{del}")).FindForm(knapp)
                .Manipulera("SistaDag", "2026-11-15").Manipulera("Tillbaka", del == "avsluta" ? "true" : "ja").Manipulera("Skal", "Kapad");
            var svar = await klient.SkickaAsync(new HttpRequestMessage(HttpMethod.Post, $"/ogiltig-franvaro/{annan.Id}/{del}") { Content = formular.Begaran().Content }, foljOmdirigering: false);
            svar.Status.ShouldBe(HttpStatusCode.NotFound, del);
        }

        (await _varld.LasAsync(annan)).Version.ShouldBe(0);
    }
}
