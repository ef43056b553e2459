using System.Net;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Sidomdomen;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Kontoadministration;

/// <summary>CSN's view of what readers answer. Today is Sunday 22 November 2026.</summary>
public sealed class SidomdomenTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private const string Adress = "/csn/sidomdomen";

    private static readonly DateOnly Idag = new(2026, 11, 22);

    public static IEnumerable<object[]> UtanRatten => Personer.Utan(Rattighet.SeSidomdomen);

    [Theory, MemberData(nameof(UtanRatten))]
    public async Task WithoutTheRight_ThePagesAreForbidden_AndNotInTheMenu(Person person)
    {
        using var klient = await portal.InloggadAsync(person);
        if (person.Skolkoder.Count() > 1)
            await klient.ValjSkolaAsync(person.Skolkoder.First());

        foreach (var adress in new[] { Adress, $"{Adress}/sida?adress=/tillganglighet" })
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
        (await klient.HamtaAsync("/tillganglighet")).Dokument.QuerySelector($".meny a[href='{Adress}']").ShouldBeNull();
    }

    [Fact]
    public async Task Pages_AreListedWithTheirShare_AndThePeriodChooses()
    {
        await SvaraAsync("/prov/lista", (true, 0, null), (true, 1, "Bra"), (false, 29, null), (false, 30, "Utanför"), (false, 400, null));
        using var klient = await portal.InloggadAsync(Personer.KristinaOhlin);

        var sida = await klient.HamtaAsync($"{Adress}?period=30");
        Rad(sida, "/prov/lista").ShouldBe(["/prov/lista", "67 %", "3", "1", "1"]);
        Rad(await klient.HamtaAsync(Adress), "/prov/lista").ShouldBe(["/prov/lista", "50 %", "4", "2", "2"]);
        Rad(await klient.HamtaAsync($"{Adress}?period=alla"), "/prov/lista").ShouldBe(["/prov/lista", "40 %", "5", "3", "2"]);
        sida.Dokument.QuerySelector($".meny a[href='{Adress}']").ShouldNotBeNull();
        sida.Texter("tbody td:nth-child(2)").Select(t => int.Parse(t.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).ShouldBeInOrder();
    }

    [Fact]
    public async Task OnePage_IsDrawnOverTime_WeekByWeekOrMonthByMonth()
    {
        // The week of 16–22 November, the one before, and last year.
        await SvaraAsync("/prov/tid", (true, 0, null), (false, 6, null), (true, 7, null), (true, 380, null));
        using var klient = await portal.InloggadAsync(Personer.KristinaOhlin);

        var veckor = await (await klient.HamtaAsync($"{Adress}?period=30")).KlickaAsync("/prov/tid");
        veckor.Text.ShouldContain("67 % svarade ja. 3 svar: 2 ja och 1 nej.");
        veckor.Texter("#over-tid ~ table tbody tr").Count.ShouldBe(5);
        veckor.Texter("#over-tid ~ table tbody tr:last-child > :not(.svar-stapel)").ShouldBe(["2026-11-16 – 2026-11-22", "1", "1", "50 %"]);
        veckor.Texter("#over-tid ~ table tbody tr:nth-child(4) > :not(.svar-stapel)").ShouldBe(["2026-11-09 – 2026-11-15", "1", "0", "100 %"]);
        var staplar = veckor.Dokument.QuerySelectorAll("#over-tid ~ table tbody tr:last-child rect").Select(r => (r.ClassName, r.GetAttribute("x"), r.GetAttribute("width")));
        staplar.ShouldBe([("svar-ja", "0", "50"), ("svar-nej", "50", "50")]);

        var manader = await klient.HamtaAsync($"{Adress}/sida?adress=/prov/tid&period=alla");
        manader.Texter("#over-tid ~ table tbody tr:first-child > :not(.svar-stapel)").ShouldBe(["november 2025", "1", "0", "100 %"]);
        manader.Texter("#over-tid ~ table tbody tr:last-child > :not(.svar-stapel)").ShouldBe(["november 2026", "2", "1", "67 %"]);
        manader.Texter("#over-tid ~ table tbody tr").Count.ShouldBe(13);
    }

    [Fact]
    public async Task Comments_AreShownAsTheyWereWritten_LatestFirst_PageByPage()
    {
        await SvaraAsync("/prov/kommentarer", [.. Enumerable.Range(0, 30).Select(i => (i % 2 == 0, i, (string?)$"<b>Nummer {i}</b>"))]);
        using var klient = await portal.InloggadAsync(Personer.BeritHagstrom);

        var sida = await klient.HamtaAsync($"{Adress}/sida?adress=/prov/kommentarer");
        sida.Texter("#kommentarer").ShouldBe(["Kommentarer (30)"]);
        sida.Texter(".filer li").Take(2).ShouldBe(["<b>Nummer 0</b> 2026-11-22 · svarade ja", "<b>Nummer 1</b> 2026-11-21 · svarade nej"]);
        sida.Texter(".filer li").Count.ShouldBe(25);
        (await klient.HamtaAsync($"{Adress}/sida?adress=/prov/kommentarer&sida=99")).Texter(".filer li").Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?adress=/finns-inte")]
    [InlineData("?adress=")]
    public async Task APageNobodyHasAnsweredAbout_IsNotFound(string fraga)
    {
        using var klient = await portal.InloggadAsync(Personer.KristinaOhlin);

        (await klient.HamtaAsync($"{Adress}/sida{fraga}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task APeriodThatIsNoChoice_IsTheUsual_AndAnEmptyOneSaysSo()
    {
        await SvaraAsync("/prov/gammal", (true, 200, "Länge sedan"));
        using var klient = await portal.InloggadAsync(Personer.KristinaOhlin);

        (await klient.HamtaAsync($"{Adress}?period=hittepa")).Dokument.QuerySelector("#period option[selected]")!.GetAttribute("value").ShouldBe("90");
        (await klient.HamtaAsync($"{Adress}/sida?adress=/prov/gammal")).Text.ShouldContain("Ingen har svarat under perioden.");
    }

    private static IReadOnlyList<string> Rad(Sida sida, string namn) =>
        sida.Texter($"tr:has(a[href^='{Adress}/sida?adress={Uri.EscapeDataString(namn)}']) > *");

    private async Task SvaraAsync(string sida, params (bool Ja, int DagarSedan, string? Kommentar)[] svar)
    {
        await using var db = portal.Databas.Alla();
        db.AddRange(svar.Select(s => new Sidsvar(sida, Hemlighet.NyKort(), s.Ja, s.Kommentar, Idag.AddDays(-s.DagarSedan))));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
