using System.Net;
using System.Text;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.MinaSidor;

/// <summary>The public search and the pages of educations. Today is 22 November 2026.</summary>
public sealed class StudietidssokTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private const string Sok = "/mina-sidor/studietider";

    public static IEnumerable<object[]> FelaktigaFalt =>
    [
        ["Sok", new string('a', 121), "Sök på högst 8 ord och 120 tecken. Ta bort några ord."],
        ["Skolform", "Dagis", "Välj något av alternativen i listan."],
        ["Niva", "7", "Välj något av alternativen i listan."],
        ["Takt", "110", "Välj något av alternativen i listan."],
        ["Undervisning", "Brev", "Välj något av alternativen i listan."],
        ["Datum", "2027-02-30", "Skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2027-01-11."],
        ["Nar", "sedan", "Välj något av alternativen i listan."],
        ["Efter", "inte-en-plats", "Platsen i listan finns inte. Börja om från sökningens första sida."],
    ];

    [Fact]
    public async Task Everybody_SeesTheSamePage_AndGetsNoCookie()
    {
        var namn = Publiktutbud.Ord();
        var id = await portal.LaggInAsync(namn);
        foreach (var adress in new[] { $"{Sok}?sok={namn}", $"{Sok}/{Demoskolor.Viken}/{id}", $"{Sok}.json?sok={namn}", $"{Sok}.ics?sok={namn}", $"{Sok}/{Demoskolor.Viken}/{id}.ics" })
        {
            List<string> sidor = [];
            foreach (var person in new[] { null, Personer.AnnaLind, Personer.GretaGranberg, Personer.DavidAbdi })
            {
                using var klient = person is null ? portal.NyKlient() : await portal.InloggadAsync(person);
                var sida = await klient.HamtaUtanOmdirigeringAsync($"{adress}{(adress.Contains('?', StringComparison.Ordinal) ? "&" : "?")}utm={sidor.Count}");
                sida.Status.ShouldBe(HttpStatusCode.OK, adress);
                sida.Svar.Headers.Contains("Set-Cookie").ShouldBeFalse(adress);
                sidor.Add(Encoding.UTF8.GetString(sida.Innehall));
            }

            sidor.Distinct().ShouldHaveSingleItem().ShouldContain(namn);
            sidor[0].ShouldNotContain("Logga ut");
            sidor[0].ShouldNotContain("aria-label=\"Tjänster\"");
            sidor[0].ShouldNotContain("__RequestVerificationToken");
        }
    }

    [Fact]
    public async Task Search_ShowsTheHitsWithTheirStudietider()
    {
        var namn = Publiktutbud.Ord();
        var id = await portal.LaggInAsync($"{namn} för åländska ölbryggare", takt: 50);
        using var klient = portal.NyKlient();

        var sida = await (await klient.HamtaAsync(Sok)).SkickaAsync(Sok, ("Sok", $"{namn.ToUpperInvariant()} Ölbry KALMAR"), ("Takt", "50"), ("Undervisning", "Distans"), ("Datum", "20270301"));

        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.Texter("tbody tr").ShouldHaveSingleItem().ShouldBe($"{namn} för åländska ölbryggare Gymnasial · PUBLIK1 Vikens komvuxKalmar 50 % Distans 2027-01-11 – 2027-06-11");
        sida.Dokument.QuerySelector("tbody a")!.GetAttribute("href").ShouldBe($"{Sok}/{Demoskolor.Viken}/{id}");
        sida.Dokument.QuerySelector("h2")!.TextContent.ShouldBe("1 utbildning");
        sida.Dokument.QuerySelector("[name=Sok]")!.GetAttribute("value").ShouldBe($"{namn.ToUpperInvariant()} Ölbry KALMAR");
        sida.Dokument.QuerySelector("[name=Takt] [selected]")!.GetAttribute("value").ShouldBe("50");
        sida.Dokument.QuerySelector(".bara-utskrift:not(.utskriftshuvud)")!.TextContent.ShouldContain("Distans, pågår 20270301");
    }

    [Theory]
    [InlineData(Studietidsstatus.Forslag)]
    [InlineData(Studietidsstatus.Ersatt)]
    public async Task WhatIsNotApproved_StandsNowhere(Studietidsstatus status)
    {
        var namn = Publiktutbud.Ord();
        // A school that has stated nothing as a whole: that would hold for the education.
        var id = await portal.LaggInAsync(namn, status, Demoskolor.NorraHamnen);
        using var klient = portal.NyKlient();

        foreach (var adress in new[] { $"{Sok}?sok={namn}", $"{Sok}.json?sok={namn}", $"{Sok}.ics?sok=lule%20{namn}" })
        {
            var sida = await klient.HamtaAsync(adress);
            sida.Status.ShouldBe(HttpStatusCode.OK);
            Encoding.UTF8.GetString(sida.Innehall).ShouldNotContain("2027-01-11");
            Encoding.UTF8.GetString(sida.Innehall).ShouldNotContain("20270111");
        }

        (await klient.HamtaAsync($"{Sok}?sok={namn}")).Text.ShouldContain("Inga studietider hittades");
        foreach (var adress in new[] { $"{Sok}/{Demoskolor.NorraHamnen}/{id}", $"{Sok}/{Demoskolor.NorraHamnen}/{id}.ics" })
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound);
        var borta = await klient.HamtaAsync($"{Sok}/{Demoskolor.NorraHamnen}/{id}");
        borta.Rubrik.ShouldBe("Sidan finns inte");
        borta.Text.ShouldContain("sök efter skolan eller utbildningen på nytt");
        borta.Text.ShouldNotContain("skola är vald");
        borta.Text.ShouldNotContain("0771");
        (await borta.KlickaAsync("Sök studietider")).Url.AbsolutePath.ShouldBe(Sok);
        (await klient.HamtaAsync("/finns-inte")).Text.ShouldContain("rätt skola är vald");
    }

    [Theory, MemberData(nameof(FelaktigaFalt))]
    public async Task ParameterThatCannotBeRead_IsToldAtItsField_AndKept(string falt, string varde, string fel)
    {
        using var klient = portal.NyKlient();
        var fraga = $"?{falt}={Uri.EscapeDataString(varde)}";

        var sida = await klient.HamtaAsync(Sok + fraga);

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldBe([fel]);
        sida.Rubrik.ShouldBe("Studietider");
        sida.Svar.Headers.CacheControl!.NoStore.ShouldBeTrue();
        if (falt is "Sok" or "Datum")
            sida.Dokument.QuerySelector($"[name={falt}]")!.GetAttribute("value").ShouldBe(varde);
        if (falt != "Efter")
            sida.FelFor(falt).ShouldBe([fel]);

        var json = await klient.HamtaAsync($"{Sok}.json{fraga}");
        (json.Status, json.Innehallshuvuden.ContentType!.MediaType).ShouldBe((HttpStatusCode.BadRequest, "application/problem+json"));
        Encoding.UTF8.GetString(json.Innehall).ShouldContain(fel);
        if (falt != "Efter")
            (await klient.HamtaAsync($"{Sok}.ics{fraga}")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("?sok=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("?sok=a&sok=b&datum=&nar=")]
    [InlineData("?sok=%00%EF%BF%BF%F0%9F%98%80")]
    [InlineData("?sok=' OR 1=1 --&takt=")]
    public async Task StrangeParameters_FindNothing_AndBreakNothing(string fraga)
    {
        using var klient = portal.NyKlient();

        var sida = await klient.HamtaAsync(Sok + fraga);

        sida.Status.ShouldBe(HttpStatusCode.OK);
        Encoding.UTF8.GetString(sida.Innehall).ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task NothingFound_SaysWhatToTry()
    {
        using var klient = portal.NyKlient();

        (await klient.HamtaAsync($"{Sok}?sok=finnsingenstans")).Text.ShouldContain("Kontrollera stavningen, skriv färre ord eller bara början av dem.");
        (await klient.HamtaAsync($"{Sok}?sok=finnsingenstans&datum=2027-07-06")).Text.ShouldContain("eller prova ett annat datum");
    }

    [Fact]
    public async Task MoreThanAPage_IsReadOnByALink()
    {
        var ord = Publiktutbud.Ord();
        for (var i = 0; i < 27; i++)
            await portal.LaggInAsync($"{ord} nummer {i:00}");
        using var klient = portal.NyKlient();

        var forsta = await klient.HamtaAsync($"{Sok}?sok={ord}");
        forsta.Texter("h2")[0].ShouldBe("27 utbildningar");
        forsta.Texter("tbody th a").Count.ShouldBe(25);
        var andra = await forsta.KlickaAsync("Nästa sida");
        andra.Texter("tbody th a").ShouldBe([$"{ord} nummer 25", $"{ord} nummer 26"]);
        andra.Texter("h2")[0].ShouldBe("Fler utbildningar");
        (await andra.KlickaAsync("Till början")).Texter("tbody th a").ShouldBe(forsta.Texter("tbody th a"));
    }

    [Fact]
    public async Task Education_HasAPageWithAllItsTimes()
    {
        var namn = Publiktutbud.Ord();
        var id = await portal.LaggInAsync(namn, tider: [new(new Dagperiod(new(2026, 1, 12), new(2026, 6, 12)), [], PoangTiondelar: 5005), Publiktutbud.Var]);
        using var klient = portal.NyKlient();

        var sida = await (await klient.HamtaAsync($"{Sok}?sok={namn}")).KlickaAsync(namn);

        (sida.Status, sida.Rubrik).ShouldBe((HttpStatusCode.OK, namn));
        sida.Texter("h2").ShouldBe(["Läsåret 2026/27", "Läsåret 2025/26, avslutat", "Om utbildningen"]);
        // The autumn is the whole school's.
        sida.Texter("tbody tr").ShouldBe(["Höstterminen 2026 2026-08-17 2026-12-18 100 % 2026-10-26 – 2026-10-30", "Vårterminen 2027 2027-01-11 2027-06-11 100 % 2027-02-22 – 2027-02-26", "Vårterminen 2026Har slutat 2026-01-12 2026-06-12 500,5 poäng Inga"]);
        sida.Texter(".fakta dd").ShouldBe(["Vikens komvux", "Kalmar", "Komvux", Demoskolor.Viken, "Kurs", "Gymnasial", "PUBLIK1", "100 % (heltid)", "Distans", "100,5"]);
        sida.Text.ShouldContain("Skolan ansvarar för uppgifterna om utbildningen. CSN har godkänt studietiderna.");
        foreach (var adress in new[] { $"{Sok}/{Demoskolor.SodraBerget}/{id}", $"{Sok}/{Demoskolor.Viken}?utbildning={id}", $"{Sok}/{Demoskolor.Viken}.ics?utbildning={id}", $"{Sok}/{Demoskolor.Viken}/0", $"{Sok}/00000000", $"{Sok}/00000000.ics", $"{Sok}/{Demoskolor.Viken}/{id}/mer" })
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound, adress);
    }

    [Fact]
    public async Task Posting_IsNotPossible()
    {
        using var klient = portal.NyKlient();

        foreach (var adress in new[] { Sok, $"{Sok}.json", $"{Sok}.ics", $"{Sok}/{Demoskolor.Viken}/1" })
        {
            using var innehall = new FormUrlEncodedContent([new("Sok", "ekonomi")]);
            (await klient.Http.PostAsync(adress, innehall)).StatusCode.ShouldBe(HttpStatusCode.NotFound, adress);
        }
    }
}
