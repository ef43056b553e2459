using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Infrastructure.Security;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Kontoadministration;

/// <summary>Identity Manager: a school's demand of a second factor.</summary>
public sealed class TvastegskravTests : IAsyncLifetime
{
    private const string Adress = "/identity-manager/tvastegsinloggning";

    private readonly PortalFabrik _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    public static IEnumerable<object[]> Utan() => Personer.Utan(Rattighet.AdministreraAnvandare);

    [Fact]
    public Task Others_AreRefused() =>
        Personer.VarOchEnUtanAsync(Rattighet.AdministreraAnvandare, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
            {
                await klient.ValjSkolaAsync(person.Skolkoder.First());
            }

            (await klient.HamtaAsync(Adress)).Status.ShouldBe(HttpStatusCode.Forbidden);
        });

    [Fact]
    public async Task Post_Demand_HoldsForTheSchoolsUsersAtOnce_AndForNoOthers()
    {
        using var bjorn = await _portal.InloggadAsync(Personer.BjornSvensson);
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        using var fredrik = await _portal.InloggadAsync(Personer.FredrikDahl);
        var sida = await bjorn.HamtaAsync(Adress);
        sida.FindForm("Spara").Varde("Krav").ShouldBe("Erbjuds");

        sida = await sida.SkickaAsync("Spara", ("Krav", "Kravs"));

        sida.Url.AbsolutePath.ShouldBe("/mitt-konto/tvasteg", "Björn himself has none either");
        (await anna.HamtaUtanOmdirigeringAsync("/studerande")).Omdirigering.ShouldBe("/mitt-konto/tvasteg");
        (await fredrik.HamtaUtanOmdirigeringAsync("/studerande")).Status.ShouldBe(HttpStatusCode.OK);
        await anna.LaggTillAppAsync(Personer.AnnaLind, _portal.VerkligKlocka);
        (await anna.HamtaAsync("/studerande")).Status.ShouldBe(HttpStatusCode.OK);
        await using var db = _portal.Databas.Alla();
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.SodraBerget, Ct);
        skola.AndraFaktor.ShouldBe(AndraFaktor.Kravs);
        var handelse = await db.AuditEvents.SingleAsync(e => e.Act == Acts.SchoolSecondFactorChanged, Ct);
        (handelse.ObjektId, handelse.SkolaId, handelse.Changes).ShouldBe((skola.Id, skola.Id, "Tvåstegsinloggning: erbjuds → krävs"));
    }

    [Fact]
    public async Task Post_VoluntaryAgain_IsSaidAndAudited_WithHowManyHaveOne()
    {
        using var bjorn = await _portal.InloggadAsync(Personer.BjornSvensson);
        await bjorn.LaggTillAppAsync(Personer.BjornSvensson, _portal.VerkligKlocka);
        var sida = await (await bjorn.HamtaAsync(Adress)).SkickaAsync("Spara", ("Krav", "Kravs"));
        sida.Notis.ShouldContain("Södra Bergets gymnasium kräver nu tvåstegsinloggning");
        sida.Texter("dd").ShouldContain("1", "Björn has one");

        sida = await sida.SkickaAsync("Spara", ("Krav", "Erbjuds"));

        sida.Notis.ShouldContain("Tvåstegsinloggning är nu frivillig på Södra Bergets gymnasium");
        await using var db = _portal.Databas.Alla();
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.SchoolSecondFactorChanged, Ct)).ShouldBe(2);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("kravs")]
    [InlineData("Annat")]
    public async Task Post_NoChoice_SaysWhatToDo_AndChangesNothing(string? krav)
    {
        using var bjorn = await _portal.InloggadAsync(Personer.BjornSvensson);

        var sida = await (await bjorn.HamtaAsync(Adress)).FindForm("Spara").Manipulera("Krav", krav).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldBe(["Välj om tvåstegsinloggning ska vara frivillig eller krävas."]);
        await using var db = _portal.Databas.Alla();
        (await db.Skolor.CountAsync(s => s.AndraFaktor == AndraFaktor.Kravs, Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task Post_WithTheMarkOfAnotherSchool_ChangesNothing()
    {
        using var mikael = await _portal.InloggadAsync(Personer.MikaelAstrom);
        using var bjorn = await _portal.InloggadAsync(Personer.BjornSvensson);
        var frammande = (await mikael.HamtaAsync(Adress)).FindForm("Spara").Varde(Skolmarke.Falt);

        var sida = await (await bjorn.HamtaAsync(Adress)).FindForm("Spara").Satt("Krav", "Kravs").Manipulera(Skolmarke.Falt, frammande).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.Conflict);
        await using var db = _portal.Databas.Alla();
        (await db.Skolor.CountAsync(s => s.AndraFaktor == AndraFaktor.Kravs, Ct)).ShouldBe(0);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
