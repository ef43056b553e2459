using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Driftinformation;

/// <summary>CSN's news: a draft, published, changed, taken down; and who sees it. Today is 22 November 2026.</summary>
public sealed class NyheterTests : IAsyncDisposable
{
    private const string Lista = Driftportal.Nyheter;

    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task WithoutTheRight_ThePagesAreForbidden_AndNotInTheMenu() =>
        Personer.VarOchEnUtanAsync(Rattighet.SkotaNyheter, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());
            var id = await UtkastAsync();

            foreach (var adress in new[] { "", "/ny", $"/{id}", $"/{id}/andra" })
                (await klient.HamtaAsync(Lista + adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
            (await klient.HamtaAsync($"/nyheter/{id}")).Status.ShouldBe(HttpStatusCode.NotFound, "a draft is CSN's own");
            var meny = (await klient.HamtaAsync("/nyheter")).Dokument;
            meny.QuerySelector($".meny a[href='{Lista}']").ShouldBeNull();
            meny.QuerySelector(".meny a[href='/nyheter']").ShouldNotBeNull();
        });

    [Fact]
    public async Task NotSignedIn_IsSentToTheLogin()
    {
        using var klient = _portal.NyKlient();

        foreach (var adress in new[] { "/nyheter", "/nyheter/1", "/driftavbrott", "/driftavbrott/1/intyg.pdf" })
            (await klient.HamtaUtanOmdirigeringAsync(adress)).Omdirigering.ShouldStartWith("/logga-in");
    }

    [Fact]
    public async Task MissingItem_IsNotFound()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var id = await UtkastAsync();
        foreach (var adress in new[] { $"{Lista}/99999999", $"{Lista}/99999999/andra", "/nyheter/99999999" })
            (await kristina.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound);

        foreach (var (sida, knapp, plats) in new[] { ("/andra", "Spara ändringen", "/andra"), ("", "Publicera nyheten", "/publicera"), ("", "Publicera nyheten", "/ta-ned") })
        {
            var begaran = (await kristina.HamtaAsync($"{Lista}/{id}{sida}")).FindForm(knapp).Begaran();
            begaran.RequestUri = new Uri($"{Lista}/99999999{plats}", UriKind.Relative);
            (await kristina.SkickaAsync(begaran, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    /// <summary>From the menu to the school's start page, and away again; whatever is pressed twice is done once.</summary>
    [Fact]
    public async Task Item_IsWritten_SeenByItsSchoolForms_AndTakenDown()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var ny = await (await (await kristina.HamtaAsync("/csn/rapporteringssatt")).KlickaAsync("Skriv nyheter")).KlickaAsync("Ny nyhet");
        var form = Driftportal.FyllNyhet(ny, "Nya regler", "Gymnasieskola");
        var utkast = await form.SkickaAsync();
        utkast.Notis.ShouldContain("Utkastet är sparat.");
        (await form.SkickaAsync()).Url.ShouldBe(utkast.Url, "the second post finds the first's");
        var id = utkast.Id();
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        (await anna.HamtaAsync("/")).Text.ShouldNotContain("Nya regler");

        var publicera = utkast.FindForm("Publicera nyheten");
        (await publicera.SkickaAsync()).Notis.ShouldContain("Nyheten är publicerad.");
        await publicera.SkickaAsync();

        var sida = await (await anna.HamtaAsync("/")).KlickaAsync("Nya regler");
        sida.Rubrik.ShouldBe("Nya regler");
        sida.Texter(".brodtext p").ShouldBe(["Första stycket.", "Andra <b>stycket</b>, se https://www.csn.se."]);
        sida.Dokument.QuerySelector(".brodtext a")!.GetAttribute("href").ShouldBe("https://www.csn.se");
        (await anna.HamtaAsync("/nyheter")).Text.ShouldContain("Nya regler");
        using var fredrik = await _portal.InloggadAsync(Personer.FredrikDahl);
        (await fredrik.HamtaAsync("/")).Text.ShouldNotContain("Nya regler", Case.Sensitive, "a komvux");
        (await fredrik.HamtaAsync($"/nyheter/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);
        (await greta.HamtaAsync($"/nyheter/{id}")).Status.ShouldBe(HttpStatusCode.OK, "CSN sees all");

        (await (await kristina.HamtaAsync($"{Lista}/{id}")).SkickaAsync("Ta ned nyheten")).Notis.ShouldContain("Nyheten är nedtagen.");
        (await anna.HamtaAsync($"/nyheter/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AkterAsync(id)).ShouldBe([Acts.NewsAdded, Acts.NewsPublished, Acts.NewsTakenDown]);
    }

    [Fact]
    public async Task Days_DecideWhenItIsShown()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var utkast = await Driftportal.FyllNyhet(await kristina.HamtaAsync($"{Lista}/ny"), "Bara i november").Satt("Fran", "2026-11-23").SkickaAsync();
        (await utkast.SkickaAsync("Publicera nyheten")).Text.ShouldContain("Publicerad, visas senare");

        foreach (var (dag, visas) in new[] { (22, false), (23, true), (30, true) })
        {
            _portal.Klocka.Satt(new(2026, 11, dag), new(10, 0));
            using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
            (await anna.HamtaAsync("/nyheter")).Text.Contains("Bara i november", StringComparison.Ordinal).ShouldBe(visas, $"{dag}");
        }

        _portal.Klocka.Satt(new(2026, 12, 1), new(0, 0));
        using var efter = await _portal.InloggadAsync(Personer.AnnaLind);
        (await efter.HamtaAsync($"/nyheter/{utkast.Id()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Rubrik", "", "Skriv en rubrik")]
    [InlineData("Text", " ", "Skriv en text")]
    [InlineData("Fran", "snart", "Skriv den dag då nyheten börjar visas")]
    [InlineData("Till", "2026-11-21", "Skriv den sista dag då nyheten visas")]
    public async Task FaultyField_IsToldThere_AndWhatWasTypedIsKept(string falt, string varde, string mening)
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var fore = await AntalAsync();

        var sida = await Driftportal.FyllNyhet(await kristina.HamtaAsync($"{Lista}/ny"), "Prov").Satt(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(falt)[0].ShouldStartWith(mening);
        sida.FindForm("Spara utkastet").Varde(falt).ShouldBe(varde);
        (await AntalAsync()).ShouldBe(fore);
    }

    [Fact]
    public async Task TamperedPost_ChangesNothingThatTheFormDoesNotAsk()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var form = Driftportal.FyllNyhet(await kristina.HamtaAsync($"{Lista}/ny"), "Ändrad post", "Komvux").LaggTill("Skolformer", "Simskola");
        foreach (var (falt, varde) in new[] { ("Status", "Publicerad"), ("Id", "1"), ("Nu.Status", "Publicerad"), ("SkapadAvKontoId", "1") })
            form.Manipulera(falt, varde);

        var sida = await form.SkickaAsync();

        sida.Text.ShouldContain("Utkast");
        sida.Text.ShouldContain("för komvux");
        var utan = Driftportal.FyllNyhet(await kristina.HamtaAsync($"{Lista}/ny"), "Utan nyckel").Manipulera("Nyckel", null);
        (await utan.SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task TheSecondOfTwo_SeesWhatHolds_AndAnOldPageDoesNotPublish()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var adress = $"{Lista}/{await UtkastAsync()}";
        var publicera = (await kristina.HamtaAsync(adress)).FindForm("Publicera nyheten");
        var gammal = (await kristina.HamtaAsync($"{adress}/andra")).FindForm("Spara ändringen").Satt("Rubrik", "Den andras");

        await (await kristina.HamtaAsync($"{adress}/andra")).SkickaAsync("Spara ändringen", ("Rubrik", "Den förstas"), ("Text", "Ny text."));
        var konflikt = await gammal.SkickaAsync();

        konflikt.Status.ShouldBe(HttpStatusCode.Conflict);
        konflikt.Text.ShouldContain("Rubrik Den förstas");
        (await publicera.SkickaAsync()).Notis.ShouldContain("Någon annan har ändrat nyheten");
        var sida = await konflikt.SkickaAsync("Spara ändringen");
        sida.Rubrik.ShouldBe("Den andras");
        sida.Text.ShouldContain("Text: ändrad");
        sida.Text.ShouldContain("Utkast");
    }

    [Fact]
    public async Task ItemWhoseLastDayHasBeen_IsNotPublished()
    {
        using (var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin))
            await Driftportal.FyllNyhet(await kristina.HamtaAsync($"{Lista}/ny"), "För sent").SkickaAsync();
        _portal.Klocka.Satt(new(2026, 12, 1), new(10, 0));
        using var igen = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var sida = await (await igen.HamtaAsync(Lista)).KlickaAsync("För sent");

        (await sida.SkickaAsync("Publicera nyheten")).Notis.ShouldContain("Sista dagen har varit.");
    }

    /// <summary>The demo's draft.</summary>
    private async Task<long> UtkastAsync()
    {
        await using var db = _portal.Databas.Alla();
        return await db.Nyheter.Where(n => n.Status == Nyhetsstatus.Utkast).Select(n => n.Id).FirstAsync();
    }

    private async Task<List<string>> AkterAsync(long id)
    {
        await using var db = _portal.Databas.Alla();
        return await db.AuditEvents.Where(e => e.Objekt == AuditObjects.Nyhet && e.ObjektId == id && e.Outcome == AuditOutcome.Accepted).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync();
    }

    private async Task<int> AntalAsync()
    {
        await using var db = _portal.Databas.Alla();
        return await db.Nyheter.CountAsync();
    }
}
