using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Systemkonton;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Tests.Areas.Studeranderapportering.Ladok;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Kontoadministration;

/// <summary>Identity Manager: the keys of the school's Ladok.</summary>
public sealed class SystemkontonTests : IAsyncLifetime
{
    private const string Adress = "/identity-manager/systemkonton";

    private readonly PortalFabrik _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task Others_AreRefused() =>
        Personer.VarOchEnUtanAsync(Rattighet.AdministreraAnvandare, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());

            (await klient.HamtaAsync(Adress)).Status.ShouldBe(HttpStatusCode.Forbidden);
        });

    [Fact]
    public async Task AKey_IsShownOnce_AndCanBeRevoked()
    {
        using var sara = await _portal.InloggadAsync(Personer.SaraFalk);
        var sida = await sara.HamtaAsync(Adress);
        sida.Text.ShouldContain("Skolan har inga systemkonton");

        var formular = sida.FindForm("Skapa nyckel").Satt("Namn", "Ladok produktion");
        var svar = await formular.SkickaAsync();
        svar.Svar.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var nyckel = svar.Texter("code").Single(t => t.StartsWith(SystemkontoService.Nyckelprefix, StringComparison.Ordinal));
        svar.Text.ShouldContain("https://portalen.example.org/ladok/handelser");
        // A reload of the answer posts the same form again: no second account, and no key.
        var igen = await formular.SkickaAsync();
        igen.Notis.ShouldContain("redan skapat");
        igen.Text.ShouldNotContain(nyckel);

        (await _portal.SkickaAsync(nyckel, Ladokportal.Kurs())).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var lista = await sara.HamtaAsync(Adress);
        lista.Text.ShouldContain("Ladok produktion (systemkonto)");
        lista.Text.ShouldContain("2026-11-22 10:00");
        lista.Text.ShouldContain("2027-11-22");
        lista.Text.ShouldNotContain(nyckel);
        lista.Texter("tbody tr").Count.ShouldBe(1);
        var efter = await lista.FindForm("Återkalla Ladok produktion (systemkonto)").SkickaAsync();
        efter.Notis.ShouldContain("är återkallat");
        efter.Text.ShouldContain("Återkallat");

        await using var db = _portal.Databas.Alla();
        var handelser = await db.AuditEvents.Where(e => e.Act.StartsWith("service-account.")).OrderBy(e => e.Id).ToListAsync();
        handelser.Select(e => (e.Act, e.Outcome)).ShouldBe(
        [
            (Acts.ServiceAccountCreated, AuditOutcome.Accepted), (Acts.ServiceAccountCreated, AuditOutcome.Refused), (Acts.ServiceAccountRevoked, AuditOutcome.Accepted),
        ]);
    }

    [Theory]
    [InlineData("", "Skriv ett namn på systemkontot")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901", "högst 60 tecken")]
    public async Task AFaultyName_IsSaidAtTheField_AndKept(string namn, string fel)
    {
        using var sara = await _portal.InloggadAsync(Personer.SaraFalk);

        var svar = await (await sara.HamtaAsync(Adress)).SkickaAsync("Skapa nyckel", ("Namn", namn));

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        svar.FelFor("Namn").Single().ShouldContain(fel);
        svar.FindForm("Skapa nyckel").Varde("Namn").ShouldBe(namn);
    }

    [Fact]
    public async Task TamperedPosts_ChangeNothing()
    {
        using var sara = await _portal.InloggadAsync(Personer.SaraFalk);
        var sida = await sara.HamtaAsync(Adress);

        (await sida.FindForm("Skapa nyckel").Satt("Namn", "Prov").Manipulera("Nyckel", "kort").SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await sida.FindForm("Skapa nyckel").Satt("Namn", "Prov").Manipulera(Skolmarke.Falt, null).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await sida.FindForm("Skapa nyckel").Satt("Namn", "Prov").Manipulera("__RequestVerificationToken", null).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        await using var db = _portal.Databas.Alla();
        (await db.Nationellt<Systemkonto>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task OnlyASchoolOnLadok_MakesThem_AndAnotherSchoolsIsNotFound()
    {
        await _portal.NyckelAsync();
        using var sara = await _portal.InloggadAsync(Personer.SaraFalk);
        using var mikael = await _portal.InloggadAsync(Personer.MikaelAstrom);
        (await sara.HamtaAsync("/")).Texter(".meny a").ShouldContain("Systemkonton");

        var sida = await mikael.HamtaAsync(Adress);
        sida.Text.ShouldContain("Skolan rapporterar inte genom Ladok");
        sida.HarForm(Adress).ShouldBeFalse();
        sida.Texter(".meny a").ShouldNotContain("Systemkonton");
        var formular = (await sara.HamtaAsync(Adress)).FindForm("Återkalla Ladok produktion (systemkonto)");
        var annan = (await mikael.HamtaAsync("/identity-manager/tvastegsinloggning")).FindForm("Spara");
        using var begaran = new HttpRequestMessage(HttpMethod.Post, formular.Adress)
        {
            Content = new FormUrlEncodedContent(annan.Falt.Where(f => f.Namn.StartsWith("__", StringComparison.Ordinal)).Select(f => KeyValuePair.Create(f.Namn, f.Varde))),
        };
        using var svar = await mikael.Http.SendAsync(begaran);
        svar.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>The account is no user: not in lists, not counted, not to be found.</summary>
    [Fact]
    public async Task ItIsNoUser()
    {
        using var sara = await _portal.InloggadAsync(Personer.SaraFalk);
        var fore = (await sara.HamtaAsync("/identity-manager")).Texter(".kort");
        await _portal.NyckelAsync();

        (await sara.HamtaAsync("/identity-manager")).Texter(".kort").ShouldBe(fore);
        foreach (var adress in new[] { "/identity-manager/anvandare", "/identity-manager/attestering", "/identity-manager/administratorer" })
            (await sara.HamtaAsync(adress)).Text.ShouldNotContain("systemkonto");
        using var klient = _portal.NyKlient();
        foreach (var namn in new[] { "Ladok produktion (systemkonto)", "Ladok produktion", "" })
            (await klient.ForsokLoggaInAsync(namn, "")).Url.AbsolutePath.ShouldBe("/logga-in");
        (await sara.HamtaAsync("/identity-manager/historik")).Text.ShouldContain("Systemkonto skapat");
    }
}
