using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Publicerat;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas.Studeranderapportering.Ladok;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>The corrections that universities make in Ladok after the window, at CSN.</summary>
public sealed class LadokrattelserTests : IAsyncLifetime
{
    private const string Adress = "/csn/ladokrattelser";

    private readonly PortalFabrik _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task WithoutTheRight_NothingOpens()
    {
        var id = await _portal.RattelseAsync();
        await Personer.VarOchEnUtanAsync(Rattighet.GranskaUnderlag, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());

            (await klient.HamtaAsync(Adress)).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await klient.HamtaAsync($"{Adress}/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        });
    }

    [Fact]
    public async Task Missing_IsNotFound()
    {
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);
        (await greta.HamtaAsync($"{Adress}/999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await greta.HamtaAsync(Adress)).Text.ShouldContain("Inga rättelser väntar");
    }

    [Fact]
    public async Task ACorrection_IsShownWithBothSides_AndHandledOnce()
    {
        var id = await _portal.RattelseAsync();
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);
        var lista = await greta.HamtaAsync(Adress);
        lista.Text.ShouldContain("Kim Bergkvist");
        lista.Texter(".meny a").ShouldContain(t => t.StartsWith("Rättelser i Ladok", StringComparison.Ordinal) && t.Contains('1'));

        var sida = await greta.HamtaAsync($"{Adress}/{id}");
        sida.Rubrik.ShouldBe("Kursregistrering har tagits bort");
        sida.Text.ShouldContain("HIA101");
        sida.Text.ShouldContain("Universitetet i Lindsala");
        sida.Text.ShouldContain("tillbakatagen 2026-11-23 14:50");
        using var stig = await _portal.InloggadAsync(Personer.StigSkyman);
        var andra = await stig.HamtaAsync($"{Adress}/{id}");

        (await sida.SkickaAsync("Markera som hanterad")).Notis.ShouldContain("hanterad");
        (await andra.SkickaAsync("Markera som hanterad")).Notis.ShouldContain("Greta Granberg markerade");

        (await greta.HamtaAsync(Adress)).Text.ShouldContain("Inga rättelser väntar");
        (await greta.HamtaAsync($"{Adress}?visa=hanterade")).Text.ShouldContain("Kim Bergkvist");
        await using var db = _portal.Databas.Alla();
        (await db.Nationellt<Ladokrattelse>().SingleAsync()).Hanterad.ShouldNotBeNull();
        var handelser = await db.AuditEvents.Where(e => e.Act == Acts.LadokCorrectionHandled).ToListAsync();
        handelser.Select(e => (e.Outcome, e.ObjektId)).ShouldBe([(AuditOutcome.Accepted, id), (AuditOutcome.Refused, id)]);
        (await db.Visningar.CountAsync(v => v.Objekt == AuditObjects.Ladokrattelse && v.Slag == Visningsslag.Csn)).ShouldBe(2);
    }

    [Fact]
    public async Task OfAProtectedStudent_OnlyClearedStaffSeeIt_AndTheViewIsKept()
    {
        var id = await _portal.RattelseAsync(skydd: "ja");
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);
        using var stig = await _portal.InloggadAsync(Personer.StigSkyman);

        var lista = await greta.HamtaAsync(Adress);
        lista.Text.ShouldContain("Inga rättelser väntar");
        lista.Text.ShouldNotContain("Bergkvist");
        (await greta.HamtaAsync($"{Adress}/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stig.HamtaAsync(Adress)).Text.ShouldNotContain("Bergkvist"); // masked in lists, for everyone
        (await stig.HamtaAsync(Adress)).Text.ShouldContain(Studerande.SkyddadText);
        var sida = await stig.HamtaAsync($"{Adress}/{id}");
        sida.Text.ShouldContain("Kim Bergkvist");

        var formular = sida.FindForm("Markera som hanterad");
        (await formular.Manipulera("__RequestVerificationToken", null).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        await using var db = _portal.Databas.Alla();
        (await db.Visningar.CountAsync(v => v.Slag == Visningsslag.SkyddadIdentitet && v.Objekt == AuditObjects.Studerande)).ShouldBe(3, "two lists and a page");
        (await db.Nationellt<Ladokrattelse>().SingleAsync()).Hanterad.ShouldBeNull();
    }
}
