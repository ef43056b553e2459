using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>The log that can be handed to a person with protected identity (ADR 0050). Each test has a portal of its own, since the log is what it counts.</summary>
public sealed class AtkomstloggTests : IAsyncLifetime
{
    private const string Sidan = "/csn/skyddade/atkomstlogg";

    private readonly PortalFabrik _portal = new();
    private Arende _arende = null!;
    private Studerande _hon = null!;
    private string _nummer = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _arende = await _portal.SkyddadAsync();
        await using var db = _portal.Databas.Alla();
        var rapport = await db.Nationellt<Skolkrapport>().SingleAsync(r => r.Id == _arende.SkolkrapportId, Ct);
        _hon = await db.Nationellt<Studerande>().SingleAsync(s => s.Id == rapport.StuderandeId, Ct);
        _nummer = rapport.Kvittensnummer;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task ByOthersThanTheCleared_IsForbidden() =>
        Personer.VarOchEnUtanAsync(Rattighet.LamnaUtAtkomstlogg, async person =>
        {
            using var klient = await _portal.InloggadMedSkolaAsync(person);

            foreach (var adress in new[] { Sidan, $"{Sidan}/pdf", $"{Sidan}?sok={new string('a', 32)}" })
                (await klient.HamtaUtanOmdirigeringAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden);
            var post = new HttpRequestMessage(HttpMethod.Post, Sidan) { Content = new FormUrlEncodedContent([]) };
            (await klient.SkickaAsync(post, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.Forbidden);
        });

    [Fact]
    public async Task WithoutSession_LeadsToLogin()
    {
        using var klient = _portal.NyKlient();

        (await klient.HamtaUtanOmdirigeringAsync(Sidan)).Omdirigering.ShouldStartWith("/logga-in");
    }

    [Fact]
    public async Task Search_ShowsWhoSawWhatAndWhen_InOrder_WithRoleUnitAndSign_AndNoName()
    {
        using (var anna = await _portal.InloggadAsync(Personer.AnnaLind))
            await anna.HamtaAsync($"/ogiltig-franvaro/{_arende.SkolkrapportId}");
        using (var greta = await _portal.InloggadAsync(Personer.GretaGranberg))
            await greta.HamtaAsync($"/granskning/{_arende.Id}");
        using var stig = await _portal.InloggadAsync(Personer.StigSkyman);
        await stig.HamtaAsync("/granskning/skyddade");
        await stig.HamtaAsync($"/granskning/{_arende.Id}");

        var sida = await SokAsync(stig);

        sida.Url.Query.ShouldMatch("^\\?sok=[0-9a-f]{32}$", "no number stands in the address");
        sida.Text.ShouldContain($"3 visningar av {_hon.Fornamn} {_hon.Efternamn}");
        var (annas, stigs) = ($"AL-{_portal.KontoId(Personer.AnnaLind)}", $"SS-{_portal.KontoId(Personer.StigSkyman)}");
        var rader = sida.Texter("tbody tr");
        rader[0].ShouldBe($"2026-11-22 10:00 RapportörSödra Bergets gymnasium {annas} Rapport om ogiltig frånvaro {_nummer}");
        rader[1].ShouldStartWith($"2026-11-22 10:00 HandläggareCSN {stigs} Listan över ärenden med skyddade personuppgifter");
        rader[2].ShouldBe($"2026-11-22 10:00 HandläggareCSN {stigs} Ärendet om ogiltig frånvaro {_nummer}");
        foreach (var person in (Person[])[Personer.AnnaLind, Personer.GretaGranberg])
        {
            sida.Text.ShouldNotContain(person.Namn);
            sida.Text.ShouldNotContain(person.Anvandarnamn);
        }

        // The log is a view of her too, and asking is an act.
        (await (await stig.HamtaAsync(Sidan)).SkickaAsync("Visa loggen", ("Personnummer", _hon.Personnummer.Varde))).Texter("tbody tr")[3].ShouldContain("Åtkomstloggen");
        await using var db = _portal.Databas.Alla();
        var handelser = await db.AuditEvents.Where(e => e.Act == Acts.AccessLogSearched).ToListAsync(Ct);
        handelser.ForEach(h => (h.Objekt, h.ObjektId, h.SkolaId, h.Why).ShouldBe((AuditObjects.Studerande, _hon.Id, _hon.SkolaId, null)));
        handelser.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Period_IsSwedishDays_BothInclusive()
    {
        using var stig = await _portal.InloggadAsync(Personer.StigSkyman);
        await stig.HamtaAsync($"/granskning/{_arende.Id}");

        (await SokAsync(stig, ("Fran", "20261122"), ("Till", "2026-11-22"))).Text.ShouldContain("1 visning av");
        foreach (var (fran, till) in new[] { ("2026-11-01", "2026-11-21"), ("2026-11-23", "2026-11-30") })
            (await SokAsync(stig, ("Fran", fran), ("Till", till))).Text.ShouldContain("Ingen visning är sparad för perioden");
    }

    [Fact]
    public async Task Pdf_IsToHandOver_NamesNobodyInItsFileName_AndMakingItIsLogged()
    {
        using var stig = await _portal.InloggadAsync(Personer.StigSkyman);
        await stig.HamtaAsync($"/granskning/{_arende.Id}");
        var sida = await SokAsync(stig);

        var pdf = await sida.KlickaAsync("Hämta som PDF att lämna ut");

        pdf.Innehallshuvuden.ContentType!.MediaType.ShouldBe("application/pdf");
        Encoding.Latin1.GetString(pdf.Innehall, 0, 5).ShouldBe("%PDF-");
        pdf.Innehallshuvuden.ContentDisposition!.FileName.ShouldBe("atkomstlogg-2026-11-22.pdf");
        pdf.Svar.Headers.CacheControl!.NoStore.ShouldBeTrue();
        await using var db = _portal.Databas.Alla();
        var gjord = await db.AuditEvents.SingleAsync(e => e.Act == Acts.AccessLogMade, Ct);
        (gjord.ObjektId, gjord.KontoId, gjord.Changes).ShouldBe((_hon.Id, _portal.KontoId(Personer.StigSkyman), "Visningar: 2"));
        (await db.Visningar.OrderBy(v => v.Id).LastAsync(Ct)).Sida.ShouldBe("Atkomstlogg.Pdf");
    }

    [Fact]
    public async Task SomebodyWhoIsNotProtected_IsNotFound_AndThatWasAskedIsLogged()
    {
        Personnummer annan;
        await using (var db = _portal.Databas.Alla())
            annan = (await db.Nationellt<Studerande>().FirstAsync(s => s.Skydd == Personskydd.Inget, Ct)).Personnummer;
        using var stig = await _portal.InloggadAsync(Personer.StigSkyman);

        var sida = await SokAsync(stig, ("Personnummer", annan.Fullt));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor("Personnummer").ShouldBe(["Ingen person med skyddade personuppgifter har det här personnumret. Kontrollera numret."]);
        sida.FindForm("Visa loggen").Varde("Personnummer").ShouldBe(annan.Fullt);
        await using var efter = _portal.Databas.Alla();
        var handelse = await efter.AuditEvents.SingleAsync(e => e.Act == Acts.AccessLogSearched, Ct);
        (handelse.Objekt, handelse.Why).ShouldBe((AuditObjects.Konto, "Ingen träff"));
    }

    [Theory]
    [InlineData("Personnummer", "", "Skriv personnumret som ÅÅÅÅMMDD-NNNN.")]
    [InlineData("Personnummer", "12", "Skriv personnumret som ÅÅÅÅMMDD-NNNN.")]
    [InlineData("Fran", "2026-02-30", "Skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2026-11-22.")]
    [InlineData("Till", "", "Skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2026-11-22.")]
    [InlineData("Till", "2020-01-01", "Den sista dagen ligger före den första. Ändra ett av datumen.")]
    public async Task Post_Invalid_SaysSoAtTheField_AndSearchesNothing(string falt, string varde, string fel)
    {
        using var stig = await _portal.InloggadAsync(Personer.StigSkyman);

        var sida = await SokAsync(stig, (falt, varde));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(falt).ShouldBe([fel]);
        await using var db = _portal.Databas.Alla();
        (await db.AuditEvents.AnyAsync(e => e.Act == Acts.AccessLogSearched, Ct)).ShouldBeFalse();
        (await db.Sokningar.AnyAsync(Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task AKeyOfAnotherSession_OrOfAnotherSearch_ShowsNothing()
    {
        using var stig = await _portal.InloggadAsync(Personer.StigSkyman);
        var nyckel = (await SokAsync(stig)).Url.Query;
        using var annan = await _portal.InloggadAsync(Personer.StigSkyman);

        foreach (var fraga in new[] { nyckel, "?sok=x", $"?sok={new string('0', 32)}" })
        {
            var sida = await annan.HamtaAsync(Sidan + fraga);
            sida.Text.ShouldContain("Sökningen finns inte kvar.");
            sida.Text.ShouldNotContain(_hon.Efternamn);
            (await annan.HamtaAsync($"{Sidan}/pdf{fraga}")).Notis.ShouldContain("Sökningen finns inte kvar.");
        }

        (await annan.HamtaAsync($"{Sidan}/pdf")).Url.AbsolutePath.ShouldBe(Sidan);
    }

    [Theory]
    [InlineData("__RequestVerificationToken")]
    [InlineData("__skola")]
    public async Task Post_WithoutTheHiddenFields_IsRefused(string falt)
    {
        using var stig = await _portal.InloggadAsync(Personer.StigSkyman);

        (await (await stig.HamtaAsync(Sidan)).FindForm("Visa loggen").Satt("Personnummer", _hon.Personnummer.Fullt).Manipulera(falt, null).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<Sida> SokAsync(Portalklient klient, params (string Falt, string? Varde)[] andringar) =>
        await (await klient.HamtaAsync(Sidan)).SkickaAsync("Visa loggen", [("Personnummer", _hon.Personnummer.Fullt), .. andringar]);
}
