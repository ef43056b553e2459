using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Frister.Sammandrag;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas.Skolkrapportering;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.MittKonto;

/// <summary>Mitt konto: mails about duties, and the secret link to the feed. A portal of its own: each test changes the person.</summary>
public sealed class PaminnelserTests : IAsyncDisposable
{
    private const string Sidan = "/mitt-konto/paminnelser";

    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task NotSignedIn_IsAskedToSignIn_AndCsnHasNothingToChoose()
    {
        using var anonym = _portal.NyKlient();
        (await anonym.HamtaUtanOmdirigeringAsync(Sidan)).Omdirigering.ShouldStartWith("/logga-in");
        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);
        (await greta.HamtaAsync(Sidan)).Text.ShouldContain("Inga sista dagar gäller dig");
    }

    [Fact]
    public async Task Choice_IsKept_AndWhatIsNoChoiceChangesNothing()
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        var sida = await (await anna.HamtaAsync("/mitt-konto")).KlickaAsync("Påminnelser");
        sida.FindForm("Spara").Varde("Takt").ShouldBe("Manadsvis");

        sida = await sida.SkickaAsync("Spara", ("Takt", "Veckovis"));
        sida.Notis.ShouldContain("Sparat. Du får mejl: på måndagar när något väntar.");
        sida.FindForm("Spara").Varde("Takt").ShouldBe("Veckovis");

        foreach (var fel in new[] { "Varje timme", "3", "", null })
        {
            var nekad = await (await anna.HamtaAsync(Sidan)).FindForm("Spara").Manipulera("Takt", fel).SkickaAsync();
            nekad.Status.ShouldBe(HttpStatusCode.BadRequest);
            nekad.Fel.ShouldBe(["Välj hur ofta du vill ha mejl."]);
        }

        // The choice is one's own, whatever is posted beside.
        await (await anna.HamtaAsync(Sidan)).FindForm("Spara").Satt("Takt", "Dagligen").Manipulera("KontoId", "1").SkickaAsync();
        await using var db = _portal.Databas.Alla();
        var val = await db.Fristval.SingleAsync();
        val.Takt.ShouldBe(Sammandragstakt.Dagligen);
        (await db.Konton.SingleAsync(k => k.Id == val.KontoId)).UserName.ShouldBe(Personer.AnnaLind.Anvandarnamn);
    }

    [Fact]
    public async Task Link_IsShownOnce_ServesTheFeedWithoutLogin_AndOnlyItsHashIsKept()
    {
        var fall = await Skolkfall.SkapaAsync(_portal);
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);

        var (lank, sida) = await SkapaAsync(anna, "Skapa en länk");

        sida.Svar.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await anna.HamtaAsync(Sidan)).Text.ShouldNotContain(lank.Split('/')[^1][..64]);
        await using (var db = _portal.Databas.Alla())
            (await db.Kalenderlankar.SingleAsync()).Nyckelhash.ShouldBe(Hemlighet.Hash(lank.Split('/')[^1][..64]));

        using var anonym = _portal.NyKlient();
        var flode = await anonym.HamtaAsync(lank);
        flode.Status.ShouldBe(HttpStatusCode.OK);
        flode.Innehallshuvuden.ContentType!.MediaType.ShouldBe("text/calendar");
        var text = Utvecklat(flode);
        text.ShouldContain("SUMMARY:Sista dag att stoppa utbetalningen för november");
        text.Split("\r\n").ShouldContain(r => r.StartsWith("DESCRIPTION:Rapportera ogiltig frånvaro senast 22 november 2026", StringComparison.Ordinal) && r.Contains("22 november 2026 är en söndag. Den flyttas inte.", StringComparison.Ordinal));
        text.ShouldContain($"Frånvarounderlag för {(await fall.RapportAsync()).Kvittensnummer}");
        var elev = await fall.StuderandeAsync();
        text.ShouldNotContain(elev.Personnummer.Varde);
        text.ShouldNotContain($"{elev.Fornamn} {elev.Efternamn}");
    }

    [Fact]
    public async Task RevokedOrReplacedLink_IsNotFound_AndNothingIsTold()
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        using var anonym = _portal.NyKlient();
        var (forsta, _) = await SkapaAsync(anna, "Skapa en länk");
        var (andra, _) = await SkapaAsync(anna, "Skapa en ny länk");
        (await anonym.HamtaAsync(andra)).Status.ShouldBe(HttpStatusCode.OK);

        var form = (await anna.HamtaAsync(Sidan)).FindForm("Återkalla länken");
        (await form.SkickaAsync()).Notis.ShouldContain("Kalenderlänken är återkallad.");
        (await form.SkickaAsync()).Notis.ShouldContain("Du har ingen kalenderlänk.");

        foreach (var adress in new[] { forsta, andra, $"/kalenderflode/{new string('0', 64)}.ics", "/kalenderflode/kort.ics" })
        {
            var svar = await anonym.HamtaAsync(adress);
            svar.Status.ShouldBe(HttpStatusCode.NotFound);
            svar.Text.ShouldNotContain("Södra");
            svar.Text.ShouldNotContain("SUMMARY");
        }
    }

    /// <summary>Judged at each fetch: a school where nothing is held any more is gone from the feed.</summary>
    [Fact]
    public async Task LostBehorighet_LeavesTheFeed()
    {
        using var david = await _portal.InloggadAsync(Personer.DavidAbdi);
        var (lank, _) = await SkapaAsync(david, "Skapa en länk");
        using var anonym = _portal.NyKlient();
        var fore = Utvecklat(await anonym.HamtaAsync(lank));
        fore.ShouldContain("Norra Hamnens gymnasium");
        fore.ShouldContain("Ängsholms komvux");

        await using (var db = _portal.Databas.Alla())
        {
            foreach (var behorighet in await db.Behorigheter.AsTracking().Where(b => db.Konton.Any(k => k.Id == b.KontoId && k.UserName == Personer.DavidAbdi.Anvandarnamn) && db.Skolor.Any(s => s.Id == b.SkolaId && s.Namn == "Ängsholms komvux")).ToListAsync())
                db.Entry(behorighet).Property(b => b.Avslutad).CurrentValue = DateTime.UnixEpoch;
            await db.SaveChangesAsync();
        }

        var efter = Utvecklat(await anonym.HamtaAsync(lank));
        efter.ShouldContain("Norra Hamnens gymnasium");
        efter.ShouldNotContain("Ängsholms komvux");
    }

    [Fact]
    public async Task Fetches_AreLimited()
    {
        await using var portal = new PortalFabrik { Installningar = new() { ["Frister:FlodePerMinut"] = "3" } };
        using var anonym = portal.NyKlient();
        var adress = $"/kalenderflode/{new string('0', 64)}.ics";
        for (var i = 0; i < 3; i++)
            (await anonym.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await anonym.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static async Task<(string Lank, Sida Sida)> SkapaAsync(Portalklient klient, string knapp)
    {
        var sida = await (await klient.HamtaAsync(Sidan)).SkickaAsync(knapp);
        return (new Uri(sida.Texter("code")[0]).PathAndQuery, sida);
    }

    /// <summary>Long lines are folded (RFC 5545): put together again, and unescaped.</summary>
    private static string Utvecklat(Sida sida) => Encoding.UTF8.GetString(sida.Innehall).Replace("\r\n ", "", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal);
}
