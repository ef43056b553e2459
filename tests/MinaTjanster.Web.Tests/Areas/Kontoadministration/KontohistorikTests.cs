using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Kontoadministration;

/// <summary>What a school sees of the history of its accounts.</summary>
public sealed class KontohistorikTests : IAsyncLifetime
{
    private const string Sidan = "/identity-manager/historik";

    private readonly PortalFabrik _portal = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task ByOthersThanAdministrators_IsForbidden() =>
        Personer.VarOchEnUtanAsync(Rattighet.AdministreraAnvandare, async person =>
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
    public async Task Get_ShowsWhoDidWhatToWhom_OfThisSchoolOnly()
    {
        await HandelserAsync();
        using var klient = await _portal.InloggadAsync(Personer.BjornSvensson);

        var sida = await klient.HamtaAsync(Sidan);

        sida.Rubrik.ShouldBe("Historik");
        var rader = sida.Texter("tbody tr");
        rader.Count.ShouldBe(4);
        rader[0].ShouldContain("Bytte lösenord");
        rader[0].ShouldEndWith("Lösenordskiosken");
        rader[1].ShouldContain("Behörighet borttagen");
        rader[1].ShouldEndWith("CSN");
        rader[1].ShouldNotContain("Berit");
        rader[2].ShouldContain("Behörighet tilldelad Behörighet: Studietider och utbildningar");
        rader[2].ShouldContain("Anna Lind (annlin01) Björn Svensson");
        rader[3].ShouldContain("Konto skapat");
        rader.ShouldAllBe(r => !r.Contains("Loggade in"));
        sida.Text.ShouldNotContain("David Abdi");
    }

    [Fact]
    public async Task Post_ByPersonAndPeriod_ShowsThose_WithoutANameInTheAddress()
    {
        await HandelserAsync();
        using var klient = await _portal.InloggadAsync(Personer.BjornSvensson);
        var formular = (await klient.HamtaAsync(Sidan)).FindForm("Visa");

        var anna = await formular.ValjText("Anna Lind").Satt("Fran", "2026-11-21").Satt("Till", "20261121").SkickaAsync();

        anna.Url.Query.ShouldNotContain("Anna");
        anna.Texter("tbody tr").ShouldHaveSingleItem().ShouldContain("Behörighet tilldelad");
        anna.FindForm("Visa").Varde("Fran").ShouldBe("2026-11-21");
        (await formular.ValjText("Anna Lind").Satt("Fran", "2026-11-23").Satt("Till", "").SkickaAsync()).Text.ShouldContain("Inga händelser");
    }

    [Theory]
    [InlineData("2026-13-01", "", "Fran", "Skriv datumet som ÅÅÅÅ-MM-DD")]
    [InlineData("", "i går", "Till", "Skriv datumet som ÅÅÅÅ-MM-DD")]
    [InlineData("2026-11-22", "2026-11-21", "Till", "före den första")]
    public async Task Post_InvalidDates_SaysSoAndKeepsThem(string fran, string till, string falt, string vantat)
    {
        using var klient = await _portal.InloggadAsync(Personer.BjornSvensson);

        var sida = await (await klient.HamtaAsync(Sidan)).SkickaAsync("Visa", ("Fran", fran), ("Till", till));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(falt).ShouldHaveSingleItem().ShouldContain(vantat);
        sida.FindForm("Visa").Varde("Fran").ShouldBe(fran);
        (await klient.HamtaAsync($"{Sidan}?fran={Uri.EscapeDataString(fran)}&till={Uri.EscapeDataString(till)}")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task AnotherSchoolsUser_InTheAddress_ShowsNothing()
    {
        await HandelserAsync();
        await using var db = _portal.Databas.Alla();
        var david = await db.Nationellt<Skolanvandare>().FirstAsync(a => db.Konton.Any(k => k.Id == a.KontoId && k.UserName == "davabd01"), Ct);
        using var klient = await _portal.InloggadAsync(Personer.BjornSvensson);

        foreach (var person in new[] { $"{david.Id}", "0", "abc", "99999999999999999999" })
        {
            (await klient.HamtaAsync($"{Sidan}?person={person}")).Text.ShouldContain("Inga händelser");
        }
    }

    [Fact]
    public async Task Csv_HoldsTheSameRows_AndIsAudited()
    {
        await HandelserAsync();
        using var klient = await _portal.InloggadAsync(Personer.BjornSvensson);

        var fil = await (await klient.HamtaAsync(Sidan)).KlickaAsync("Hämta som CSV");

        var rader = Encoding.UTF8.GetString(fil.Innehall).TrimStart('\uFEFF').Trim().Split('\n');
        rader[0].Trim().ShouldBe("Tid;Händelse;Gäller;Av;Ändringar;Skäl");
        rader.Length.ShouldBe(5);
        await using var db = _portal.Databas.Alla();
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.AccountHistoryExported, Ct)).ShouldBe(1);
    }

    /// <summary>An account made, a right given by Björn and taken away by CSN, a password changed; and the like at another school.</summary>
    private async Task HandelserAsync()
    {
        await using var db = _portal.Databas.Alla();
        var skola = (await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.SodraBerget, Ct)).Id;
        var annan = (await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.NorraHamnen, Ct)).Id;
        async Task<long> Konto(Person person) => (await db.Konton.SingleAsync(k => k.UserName == person.Anvandarnamn, Ct)).Id;
        var (anna, bjorn, david, berit) = (await Konto(Personer.AnnaLind), await Konto(Personer.BjornSvensson), await Konto(Personer.DavidAbdi), await Konto(Personer.BeritHagstrom));
        await LoggAsync(new(2026, 11, 20), bjorn, Acts.AccountCreated, anna, skola);
        await LoggAsync(new(2026, 11, 21), bjorn, Acts.PermissionGiven, anna, skola, "Behörighet: – → Studietider och utbildningar");
        await LoggAsync(new(2026, 11, 22), berit, Acts.PermissionEnded, anna, skola);
        await LoggAsync(new(2026, 11, 22), null, Acts.PasswordChanged, anna, null);
        await LoggAsync(new(2026, 11, 22), david, Acts.PermissionGiven, david, annan);
        await LoggAsync(new(2026, 11, 22), null, Acts.PasswordChanged, david, null);
        await LoggAsync(new(2026, 11, 22), anna, Acts.LoggedIn, anna, null);
    }

    private Task LoggAsync(DateOnly dag, long? vem, string act, long vem2, long? skola, string? changes = null) =>
        Loggrader.LaggTillAsync(_portal, dag, vem, act, AuditObjects.Konto, vem2, skola, changes: changes);
}
