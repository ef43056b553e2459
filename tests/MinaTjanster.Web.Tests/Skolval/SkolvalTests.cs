using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Skolval;

/// <summary>One school at a time, chosen among the person's own and remembered (domain.md section 1).</summary>
public sealed class SkolvalTests : IAsyncLifetime
{
    private readonly PortalFabrik _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task SeveralSchools_OneMustBeChosenFirst_AndIsRemembered()
    {
        using var klient = await _portal.InloggadAsync(Personer.DavidAbdi);
        var val = await klient.HamtaAsync("/studerande");
        val.Rubrik.ShouldBe("Välj skola att rapportera för");
        val.Dokument.QuerySelectorAll("select[name=skola]").Length.ShouldBe(1, "one place to choose, not two");

        var sida = await klient.ValjSkolaAsync(Demoskolor.Angsholm);

        sida.Notis.ShouldContain("Du rapporterar nu för Ängsholms komvux");
        using var annanDag = await _portal.InloggadAsync(Personer.DavidAbdi);
        (await annanDag.HamtaAsync("/studerande")).Url.AbsolutePath.ShouldBe("/studerande");
        await using var db = _portal.Databas.Alla();
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.Angsholm, Ct);
        (await db.AuditEvents.SingleAsync(e => e.Act == Acts.SchoolChosen, Ct)).SkolaId.ShouldBe(skola.Id);
    }

    [Fact]
    public async Task Header_ChangesTheSchool()
    {
        using var klient = await _portal.InloggadAsync(Personer.DavidAbdi);
        await klient.ValjSkolaAsync(Demoskolor.NorraHamnen);

        var sida = await (await klient.HamtaAsync("/studerande")).FindForm("Byt skola").ValjText(Demoskolor.Angsholm).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.Notis.ShouldContain("Ängsholms komvux");
    }

    [Theory]
    [InlineData(Demoskolor.SodraBerget)]
    [InlineData("0")]
    [InlineData("inget tal")]
    public async Task SomeoneElsesSchool_IsNotFoundAndAudited(string skolkod)
    {
        using var klient = await _portal.InloggadAsync(Personer.DavidAbdi);
        var formular = (await klient.HamtaAsync("/")).FindForm("/skola");
        await using var db = _portal.Databas.Alla();
        var id = (await db.Skolor.SingleOrDefaultAsync(s => s.Skolkod == skolkod, Ct))?.Id.ToString() ?? skolkod;

        (await formular.Manipulera("skola", id).SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);

        (await db.AuditEvents.SingleAsync(e => e.Act == Acts.SchoolChosen, Ct)).Outcome.ShouldBe(AuditOutcome.Refused);
        (await klient.HamtaAsync("/studerande")).Rubrik.ShouldBe("Välj skola att rapportera för");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
