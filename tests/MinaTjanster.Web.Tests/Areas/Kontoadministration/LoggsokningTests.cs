using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Kontoadministration;

/// <summary>CSN's search in the log. One portal a test: each counts its own rows.</summary>
public sealed class LoggsokningTests : IAsyncLifetime
{
    private const string Sidan = "/csn/logg";

    private readonly PortalFabrik _portal = new();

    private long _anna;
    private long _bjorn;
    private long _greta;
    private long _sodra;
    private long _norra;
    private Studerande _skyddad = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = _portal.Databas.Alla();
        async Task<long> Konto(Person person) => (await db.Konton.SingleAsync(k => k.UserName == person.Anvandarnamn, Ct)).Id;
        (_anna, _bjorn, _greta) = (await Konto(Personer.AnnaLind), await Konto(Personer.BjornSvensson), await Konto(Personer.GretaGranberg));
        _sodra = (await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.SodraBerget, Ct)).Id;
        _norra = (await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.NorraHamnen, Ct)).Id;
        _skyddad = await db.Nationellt<Studerande>().FirstAsync(s => s.SkolaId == _sodra && s.Skydd == Personskydd.Skyddad, Ct);
        await Loggrader.LaggTillAsync(_portal, new(2025, 1, 10), _bjorn, Acts.PermissionGiven, AuditObjects.Konto, _anna, _sodra, changes: "Behörighet: – → Studeranderapportering");
        await Loggrader.LaggTillAsync(_portal, new(2025, 1, 11), null, Acts.LoggedIn, AuditObjects.Konto, _anna, null, AuditOutcome.Refused, "LOGIN-FEL");
        await Loggrader.LaggTillAsync(_portal, new(2025, 1, 12), _anna, Acts.LoggedIn, AuditObjects.Konto, _anna, null);
        await Loggrader.LaggTillAsync(_portal, new(2025, 1, 13), _greta, Acts.AccessRefused, AuditObjects.Konto, _greta, null, AuditOutcome.Refused, "GET csn/logg");
        await Loggrader.LaggTillAsync(_portal, new(2025, 1, 14), _bjorn, Acts.PermissionGiven, AuditObjects.Konto, _bjorn, _norra);
        await Loggrader.VisaAsync(_portal, new(2025, 1, 15), _anna, Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, _skyddad.Id, _sodra);
        await Loggrader.VisaAsync(_portal, new(2025, 1, 16), _greta, Visningsslag.Csn, AuditObjects.Skolkrapport, (await db.Nationellt<Skolkrapport>().FirstAsync(Ct)).Id, _sodra);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task ByOthersThanBehorighetshandlaggare_IsForbidden() =>
        Personer.VarOchEnUtanAsync(Rattighet.SokILogg, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Skip(1).Any())
            {
                await klient.ValjSkolaAsync(person.Skolkoder.First());
            }

            foreach (var sida in new[] { Sidan, $"{Sidan}/csv" })
            {
                (await klient.HamtaUtanOmdirigeringAsync(sida)).Status.ShouldBe(HttpStatusCode.Forbidden);
            }

            var post = new HttpRequestMessage(HttpMethod.Post, Sidan) { Content = new FormUrlEncodedContent([]) };
            (await klient.SkickaAsync(post, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.Forbidden);
        });

    [Fact]
    public async Task Get_BeforeASearch_ShowsNothingOfTheLog()
    {
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);

        var sida = await klient.HamtaAsync(Sidan);

        sida.Rubrik.ShouldBe("Sök i loggen");
        sida.Dokument.QuerySelector("table").ShouldBeNull();
    }

    [Theory]
    [InlineData("annlin01", "", "", "", 3)]
    [InlineData("anna lind", "", "", "", 3)]
    [InlineData("ANNLIN01", "", "", "Refused", 1)]
    [InlineData("granberg", "", "", "", 2)]
    [InlineData("", "Södra Bergets", "", "", 2)]
    [InlineData("", "sodra berget", "visning.csn", "", 1)]
    [InlineData("", "", "permission.given", "", 2)]
    [InlineData("bjosve01", "Norra Hamnen", "permission.given", "", 1)]
    [InlineData("", "", "visning.skyddad", "", 0)]
    [InlineData("", "", "visning.csn", "", 1)]
    [InlineData("", "", "visning.csn", "Refused", 0)]
    [InlineData("", "", "", "Refused", 2)]
    [InlineData("", "", "", "", 6)]
    [InlineData("finns inte", "", "", "", 0)]
    public async Task Post_FindsByPersonSchoolActAndOutcome(string person, string skola, string handelse, string utfall, int antal)
    {
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);

        var sida = await SokAsync(klient, ("Person", person), ("Skola", skola), ("Handelse", handelse), ("Utfall", utfall));

        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.Texter("tbody tr").Count.ShouldBe(antal);
        sida.FindForm("Sök").Varde("Person").ShouldBe(person);
        sida.Url.Query.ShouldMatch("^\\?sok=[0-9a-f]{32}$", "no name stands in the address");
    }

    [Fact]
    public async Task Login_IsByThePerson_AndActsAreChosenByWhatTheyAreAbout()
    {
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);
        using var utan = _portal.NyKlient();
        await utan.ForsokLoggaInAsync("finns-inte", "fel");

        var sida = await SokAsync(klient, ("Handelse", Acts.LoggedIn), ("Fran", ""), ("Till", ""));

        var rader = sida.Texter("tbody tr");
        string.Join("|", rader).ShouldContain("Berit Hagström (csnbeh01) Loggade in");
        rader.ShouldContain(r => r.Contains("Inte inloggad Misslyckad inloggning Nekat okänt användarnamn"));
        var grupper = sida.Dokument.QuerySelectorAll("#Handelse optgroup");
        grupper.Select(g => g.GetAttribute("label")).ShouldBeUnique();
        grupper.Single(g => g.GetAttribute("label") == "Inloggning och åtkomst").TextContent.ShouldContain("Loggade in");
        sida.Dokument.QuerySelectorAll("#Handelse > option").Length.ShouldBe(1, "all of them but the empty choice stand in a group");
    }

    [Fact]
    public async Task Row_SaysWhoWhatWhomAndWhere()
    {
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);

        var rader = (await SokAsync(klient, ("Person", "annlin01"))).Texter("tbody tr");

        rader[1].ShouldStartWith("2025-01-11 10:00:00 Inte inloggad Misslyckad inloggning Nekat fel lösenord Anna Lind (annlin01)");
        rader[2].ShouldStartWith("2025-01-10 10:00:00 Björn Svensson (bjosve01) Behörighet tilldelad Behörighet: Studeranderapportering Anna Lind (annlin01)");
        rader[2].ShouldContain("Södra Bergets gymnasium");
    }

    /// <summary>Beside the view of a case they would say whose case it is.</summary>
    [Fact]
    public async Task ViewsOfTheProtected_AreForTheCleared()
    {
        using (var berit = await _portal.InloggadAsync(Personer.BeritHagstrom))
        {
            var sida = await SokAsync(berit);
            sida.Text.ShouldNotContain("Visade en person med skyddade personuppgifter");
            sida.Text.ShouldNotContain($"Studerande nr {_skyddad.Id}");
        }

        await using (var db = _portal.Databas.Alla())
        {
            db.Add(new Behorighet((await db.Konton.SingleAsync(k => k.UserName == Personer.BeritHagstrom.Anvandarnamn, Ct)).Id, null, Behorighetsslag.CsnSkyddadeIdentiteter));
            await db.SaveChangesAsync(Ct);
        }

        using var klarad = await _portal.InloggadAsync(Personer.BeritHagstrom);
        var rader = (await SokAsync(klarad, ("Person", "annlin01"))).Texter("tbody tr");

        rader[0].ShouldStartWith("2025-01-15 10:00:00 Anna Lind (annlin01) Visade en person med skyddade personuppgifter");
        rader[0].ShouldContain($"Studerande nr {_skyddad.Id}");
    }

    [Fact]
    public async Task ProtectedPerson_IsNeverNamed_NorAnyPersonnummer()
    {
        // What a school writes about a protected person's report is for those who may see the case.
        await Loggrader.LaggTillAsync(_portal, new(2025, 1, 17), _anna, Acts.SkolkrapportDeleted, AuditObjects.Skolkrapport, 1, _sodra, why: $"{_skyddad.Fornamn} var hemma");
        await Loggrader.LaggTillAsync(_portal, new(2025, 1, 17), _anna, Acts.AccountDetailsChanged, AuditObjects.Konto, _anna, _sodra, why: "Gäller 20090412-2380");
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);

        var sida = await SokAsync(klient);

        sida.Text.ShouldContain("Rapporten borttagen");
        sida.Text.ShouldNotContain("var hemma");
        sida.Text.ShouldNotContain("20090412");
        sida.Text.ShouldNotContain(_skyddad.Efternamn);
    }

    [Fact]
    public async Task Search_IsItselfAnAct_ThatSaysOnWhatButNotForWhom()
    {
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);

        await SokAsync(klient, ("Person", "annlin01"));

        await using var db = _portal.Databas.Alla();
        var handelse = await db.AuditEvents.SingleAsync(e => e.Act == Acts.LogSearched, Ct);
        (handelse.Outcome, handelse.Why).ShouldBe((AuditOutcome.Accepted, "Sökt på person, datum"));
        handelse.KontoId.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Person", "20090412-2380", "inga personnummer")]
    [InlineData("Skola", "0904122380", "inga personnummer")]
    [InlineData("Fran", "2025-02-30", "Skriv datumet")]
    [InlineData("Till", "2024-12-31", "före den första")]
    public async Task Post_Invalid_SaysSoAtTheField_AndIsNotASearch(string falt, string varde, string vantat)
    {
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);

        var sida = await (await klient.HamtaAsync(Sidan)).FindForm("Sök").Satt("Fran", "2025-01-01").Satt(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(falt).ShouldHaveSingleItem().ShouldContain(vantat);
        sida.FindForm("Sök").Varde(falt).ShouldBe(varde);
        await using var db = _portal.Databas.Alla();
        (await db.AuditEvents.AnyAsync(e => e.Act == Acts.LogSearched, Ct)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Person")]
    [InlineData("Skola")]
    public async Task Post_TooLong_SaysSo(string falt)
    {
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);

        (await (await klient.HamtaAsync(Sidan)).SkickaAsync("Sök", (falt, new string('å', 121)))).FelFor(falt).ShouldBe(["Skriv högst 120 tecken."]);
    }

    [Theory]
    [InlineData("Handelse", "finns.inte")]
    [InlineData("Utfall", "Kanske")]
    public async Task Post_Tampered_IsRefused(string falt, string varde)
    {
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);

        (await (await klient.HamtaAsync(Sidan)).FindForm("Sök").Manipulera(falt, varde).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task ManyRows_AreAllFoundOnce_PageByPage()
    {
        // All of one instant, acts and views mixed: the hardest place to go on from.
        for (var i = 0; i < 60; i++)
        {
            await Loggrader.LaggTillAsync(_portal, new(2025, 1, 20), _anna, Acts.LoggedOut, AuditObjects.Konto, _anna, null, why: $"nr {i}");
            await Loggrader.VisaAsync(_portal, new(2025, 1, 20), _anna, Visningsslag.Csn, AuditObjects.Skolkrapport, 100_000 + i, _sodra);
        }

        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);
        var sida = await SokAsync(klient, ("Fran", "2025-01-20"), ("Till", "2025-01-20"));
        var rader = new List<string>();
        for (var varv = 0; ; varv++)
        {
            rader.AddRange(sida.Texter("tbody tr"));
            if (sida.Dokument.QuerySelector("a[rel=next]") is null)
            {
                break;
            }

            varv.ShouldBeLessThan(5);
            sida = await sida.KlickaAsync("Äldre rader");
        }

        rader.Count.ShouldBe(120);
        rader.Distinct().Count().ShouldBe(120);
        (await sida.KlickaAsync("Till de senaste")).Texter("tbody tr").ShouldBe(rader.Take(50));
    }

    [Fact]
    public async Task AnotherSessionsSearch_IsNotThere()
    {
        using var berit = await _portal.InloggadAsync(Personer.BeritHagstrom);
        var adress = (await SokAsync(berit, ("Person", "annlin01"))).Url.PathAndQuery;
        using var annan = await _portal.InloggadAsync(Personer.BeritHagstrom);

        foreach (var fel in new[] { adress, $"{Sidan}?sok=abc", $"{Sidan}?sok={new string('0', 32)}" })
        {
            var sida = await annan.HamtaAsync(fel);
            sida.Text.ShouldContain("Sökningen finns inte kvar.");
            sida.Dokument.QuerySelector("table").ShouldBeNull();
        }

        (await annan.HamtaAsync(adress.Replace("?sok", "/csv?sok", StringComparison.Ordinal))).Url.AbsolutePath.ShouldBe(Sidan);
        foreach (var efter in new[] { "skräp", "h", "123h", "-5v1", "99999999999999999999h1" })
        {
            (await berit.HamtaAsync($"{adress}&efter={Uri.EscapeDataString(efter)}")).Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task TooManyPersons_AsksForMore()
    {
        await using (var db = _portal.Databas.Alla())
        {
            db.AddRange(Enumerable.Range(0, 51).Select(i => new Konto($"massor{i}", "Massor Massorsson", $"m{i}@skolan.example", null)));
            await db.SaveChangesAsync(Ct);
        }

        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);

        (await SokAsync(klient, ("Person", "massor"))).Text.ShouldContain("Fler än 50 personer eller skolor");
    }

    [Fact]
    public async Task Csv_HoldsEveryRow_AndIsAudited()
    {
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);
        var sida = await SokAsync(klient);

        var fil = await klient.HamtaAsync(sida.Dokument.QuerySelector("a[href*='/csv']")!.GetAttribute("href")!);

        var rader = Encoding.UTF8.GetString(fil.Innehall).TrimStart('\uFEFF').Trim().Split('\n');
        rader[0].Trim().ShouldBe("Tid;Vem;Händelse;Utfall;Skola;Gäller;Ändringar;Skäl");
        rader.Length.ShouldBe(7);
        rader.ShouldContain(r => r.Contains("Nekat") && r.Contains("fel lösenord"));
        await using var db = _portal.Databas.Alla();
        (await db.AuditEvents.SingleAsync(e => e.Act == Acts.LogExported, Ct)).Why.ShouldBe("6 rader. Sökt på datum");
    }

    /// <summary>In the days of the rows made here, unless others are given.</summary>
    private static async Task<Sida> SokAsync(Portalklient klient, params (string Falt, string? Varde)[] falt) =>
        await (await klient.HamtaAsync(Sidan)).SkickaAsync("Sök", [("Fran", "2025-01-01"), ("Till", "2025-01-31"), .. falt]);
}
