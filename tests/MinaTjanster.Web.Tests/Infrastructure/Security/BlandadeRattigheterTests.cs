using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Infrastructure.Security;

/// <summary>Somebody who holds one right at a school and another at CSN.</summary>
public sealed class BlandadeRattigheterTests : IAsyncDisposable
{
    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    /// <summary>
    /// Björn administers his school and is at CSN's blankettservice: he sees the users of all schools, but what needs the school's right too he does
    /// for his own school alone.
    /// </summary>
    [Fact]
    public async Task PageWithSeveralRights_ReachesAllSchools_OnlyWhenEachIsHeldAtCsn()
    {
        long egen, annan;
        await using (var db = _portal.Databas.Alla())
        {
            db.Add(new Behorighet(await db.Konton.Where(k => k.UserName == Personer.BjornSvensson.Anvandarnamn).Select(k => k.Id).SingleAsync(), null, Behorighetsslag.CsnBlankettservice));
            // And he reports: the menu of his school follows him to CSN's pages.
            db.Add(new Behorighet(
                await db.Konton.Where(k => k.UserName == Personer.BjornSvensson.Anvandarnamn).Select(k => k.Id).SingleAsync(),
                await db.Skolor.Where(s => s.Skolkod == Demoskolor.SodraBerget).Select(s => s.Id).SingleAsync(),
                Behorighetsslag.Studeranderapportering));
            await db.SaveChangesAsync();
            egen = await db.Skolanvandare.IgnoreQueryFilters().Where(a => db.Skolor.Any(s => s.Id == a.SkolaId && s.Skolkod == Demoskolor.SodraBerget)
                && db.Konton.Any(k => k.Id == a.KontoId && k.UserName == Personer.AnnaLind.Anvandarnamn)).Select(a => a.Id).SingleAsync();
            annan = await db.Skolanvandare.IgnoreQueryFilters().Where(a => db.Skolor.Any(s => s.Id == a.SkolaId && s.Skolkod == Demoskolor.NorraHamnen)
                && db.Konton.Any(k => k.Id == a.KontoId && k.UserName == Personer.DavidAbdi.Anvandarnamn)).Select(a => a.Id).SingleAsync();
        }

        using var klient = await _portal.InloggadAsync(Personer.BjornSvensson);
        var sida = await klient.HamtaAsync($"/identity-manager/anvandare/{annan}");

        var formular = (await klient.HamtaAsync("/begar-behorighet")).FindForm("Skicka begäran");

        sida.Status.ShouldBe(HttpStatusCode.OK, "blankettservice sees the users of all schools");
        (await LasUppAsync(annan)).ShouldBe(HttpStatusCode.NotFound, "unlocking needs the school's right too");
        (await LasUppAsync(egen)).ShouldBe(HttpStatusCode.Redirect, "his own school's");

        async Task<HttpStatusCode> LasUppAsync(long id)
        {
            var begaran = formular.Begaran();
            begaran.RequestUri = new Uri($"/identity-manager/anvandare/{id}/las-upp", UriKind.Relative);
            return (await klient.SkickaAsync(begaran, foljOmdirigering: false)).Status;
        }
    }
}
