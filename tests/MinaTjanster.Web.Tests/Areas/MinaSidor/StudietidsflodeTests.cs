using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.MinaSidor;

/// <summary>The JSON and the calendars, and that all of it is kept for as long as it is the same and no longer.</summary>
public sealed class StudietidsflodeTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private const string Sok = "/mina-sidor/studietider";

    [Fact]
    public async Task Json_HasTheDocumentedFields_AndNoOthers()
    {
        var namn = Publiktutbud.Ord();
        var id = await portal.LaggInAsync(namn, takt: 50);
        using var klient = portal.NyKlient();

        var svar = await klient.HamtaAsync($"{Sok}.json?sok={namn}");

        svar.Innehallshuvuden.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
        using var json = JsonDocument.Parse(svar.Innehall);
        Namn(json.RootElement).ShouldBe(["version", "antal", "nasta", "utbildningar"]);
        (json.RootElement.GetProperty("version").GetInt32(), json.RootElement.GetProperty("antal").GetInt32(), json.RootElement.GetProperty("nasta").ValueKind).ShouldBe((1, 1, JsonValueKind.Null));
        var utbildning = json.RootElement.GetProperty("utbildningar")[0];
        Namn(utbildning).ShouldBe(["skolkod", "skola", "ort", "skolform", "utbildning", "slag", "niva", "kod", "takt", "undervisning", "poang", "adress", "kalender", "studietider"]);
        Varden(utbildning).ShouldBe(
        [
            Demoskolor.Viken, "Vikens komvux", "Kalmar", "Komvux", namn, "Kurs", "Gymnasial", "PUBLIK1", "50", "Distans", "100.5",
            $"https://portalen.example.org{Sok}/{Demoskolor.Viken}/{id}", $"https://portalen.example.org{Sok}/{Demoskolor.Viken}/{id}.ics",
        ]);
        var tid = utbildning.GetProperty("studietider").EnumerateArray().Last();
        Namn(tid).ShouldBe(["forstaDag", "sistaDag", "lasar", "poang", "omfattning", "galler", "uppehall"]);
        Varden(tid).ShouldBe(["2027-01-11", "2027-06-11", "2026/27", "", "100", "Utbildningen"]);
        Varden(tid.GetProperty("uppehall")[0]).ShouldBe(["2027-02-22", "2027-02-26"]);
    }

    [Fact]
    public async Task Json_IsReadPartByPart_ToTheEnd()
    {
        var ord = Publiktutbud.Ord();
        for (var i = 0; i < 103; i++)
            await portal.LaggInAsync($"{ord} nummer {i:000}");
        using var klient = portal.NyKlient();

        List<string> alla = [];
        for (var adress = $"{Sok}.json?sok={ord}&takt=100"; adress is not null;)
        {
            using var json = JsonDocument.Parse((await klient.HamtaAsync(adress)).Innehall);
            alla.AddRange(json.RootElement.GetProperty("utbildningar").EnumerateArray().Select(u => u.GetProperty("utbildning").GetString()!));
            adress = json.RootElement.GetProperty("nasta").GetString() is { } nasta ? new Uri(nasta).PathAndQuery : null;
        }

        alla.ShouldBe(Enumerable.Range(0, 103).Select(i => $"{ord} nummer {i:000}"));
        // The calendar has no parts: it says that it is not all.
        Encoding.UTF8.GetString((await klient.HamtaAsync($"{Sok}.ics?sok={ord}")).Innehall).Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain("Sökningen ger fler än vad som ryms här");
    }

    [Fact]
    public async Task Calendar_ReadsBackAsTheStudietider()
    {
        var namn = $"{Publiktutbud.Ord()}, vård; åäö";
        var id = await portal.LaggInAsync(namn, tider: [Publiktutbud.Var, new(new Dagperiod(new(2026, 8, 17), new(2026, 12, 31)), [], 2000, 100)]);
        using var klient = portal.NyKlient();
        foreach (var adress in new[] { $"{Sok}.ics?sok={Uri.EscapeDataString(namn[..8])}", $"{Sok}/{Demoskolor.Viken}/{id}.ics" })
        {
            var svar = await klient.HamtaAsync(adress);

            svar.Innehallshuvuden.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
            var handelser = Handelser(Encoding.UTF8.GetString(svar.Innehall));
            handelser.Select(h => (h["DTSTART;VALUE=DATE"], h["DTEND;VALUE=DATE"])).ShouldBe([("20260817", "20270101"), ("20270111", "20270612")]);
            handelser.Select(h => h["UID"]).Distinct().Count().ShouldBe(2);
            handelser.ShouldAllBe(h => h["UID"].EndsWith($"-{id}@portalen.example.org") && h["SUMMARY"] == $"Studietid: {namn}" && h["LOCATION"] == "Vikens komvux, Kalmar" && h["DTSTAMP"] == "20261122T090000Z");
            handelser[1]["DESCRIPTION"].ShouldBe("11 januari 2027 – 11 juni 2027.\nUppehåll 22 februari 2027 – 26 februari 2027.\nTakt 100 %.\nUndervisning: distans.");
            handelser[0]["URL"].ShouldBe($"https://portalen.example.org{Sok}/{Demoskolor.Viken}/{id}");
        }
    }

    [Fact]
    public async Task Unchanged_IsToldWithoutBeingSent_AndChanged_IsSentAtOnce()
    {
        var ord = Publiktutbud.Ord();
        await portal.LaggInAsync($"{ord} ett");
        using var klient = portal.NyKlient();
        foreach (var adress in new[] { $"{Sok}?sok={ord}", $"{Sok}.json?sok={ord}", $"{Sok}.ics?sok={ord}" })
        {
            var forsta = await klient.HamtaAsync(adress);
            forsta.Svar.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60");
            forsta.Svar.Headers.Age.ShouldBeNull();
            var marke = forsta.Svar.Headers.ETag.ShouldNotBeNull();

            // Kept from the second time: the third is the first, byte by byte.
            (await klient.HamtaAsync(adress)).Svar.Headers.Age.ShouldBeNull();
            var andra = await klient.HamtaAsync(adress);
            andra.Svar.Headers.Age.ShouldNotBeNull();
            andra.Innehall.ShouldBe(forsta.Innehall);
            andra.Svar.Headers.ETag.ShouldBe(marke);
            andra.Svar.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60");
            andra.Svar.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();

            (await MedAsync(klient, adress, marke)).ShouldBe((HttpStatusCode.NotModified, 0));
            (await MedAsync(klient, $"{adress}&takt=100", marke)).ShouldBe((HttpStatusCode.NotModified, 0), "not kept, and not drawn either");
        }

        await portal.LaggInAsync($"{ord} två");

        using var annan = portal.NyKlient();
        foreach (var adress in new[] { $"{Sok}?sok={ord}", $"{Sok}.json?sok={ord}", $"{Sok}.ics?sok={ord}" })
            Encoding.UTF8.GetString((await annan.HamtaAsync(adress)).Innehall).ShouldContain($"{ord} två");
    }

    [Theory]
    [InlineData("input.sok=finnsingenstans")]
    [InlineData("Input.Takt=50")]
    [InlineData("input=1")]
    [InlineData("fbclid=abc")]
    public async Task ParametersThatThePagesDoNotKnow_ChangeNothing_AndAreNeverKept(string okand)
    {
        var ord = Publiktutbud.Ord();
        await portal.LaggInAsync(ord);
        using var klient = portal.NyKlient();
        foreach (var slut in new[] { "", ".json", ".ics" })
        {
            foreach (var fraga in new[] { "", $"sok={ord}&" })
            {
                var okant = await klient.HamtaAsync($"{Sok}{slut}?{fraga}{okand}");
                var rent = await klient.HamtaAsync($"{Sok}{slut}?{fraga}");

                (okant.Status, rent.Status).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
                rent.Svar.Headers.Age.ShouldBeNull();
                rent.Innehall.ShouldBe(okant.Innehall);
                for (var gang = 0; gang < 3; gang++)
                    (await klient.HamtaAsync($"{Sok}{slut}?{fraga}{okand}")).Svar.Headers.Age.ShouldBeNull();
            }

            Encoding.UTF8.GetString((await klient.HamtaAsync($"{Sok}{slut}?sok={ord}&{okand}")).Innehall).ShouldContain($"{Demoskolor.Viken}/");
        }
    }

    [Fact]
    public async Task Searches_AreLimited_ButNotWhatIsKept()
    {
        await using var stram = new PortalFabrik { Installningar = new() { ["Publikt:SokningarPerMinut"] = "3" } };
        using var klient = stram.NyKlient();

        // Kept from the second time.
        for (var gang = 0; gang < 2; gang++)
            (await klient.HamtaAsync($"{Sok}?sok=ett")).Status.ShouldBe(HttpStatusCode.OK);
        (await klient.HamtaAsync($"{Sok}?sok=tva")).Status.ShouldBe(HttpStatusCode.OK);
        var avvisad = await klient.HamtaAsync($"{Sok}?sok=tre");
        (avvisad.Status, avvisad.Rubrik).ShouldBe((HttpStatusCode.TooManyRequests, "För många försök på kort tid"));
        (await klient.HamtaAsync($"{Sok}?sok=ett")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<(HttpStatusCode Status, int Bytes)> MedAsync(Portalklient klient, string adress, EntityTagHeaderValue marke)
    {
        using var fraga = new HttpRequestMessage(HttpMethod.Get, adress);
        fraga.Headers.IfNoneMatch.Add(marke);
        using var svar = await klient.Http.SendAsync(fraga);
        return (svar.StatusCode, (await svar.Content.ReadAsByteArrayAsync()).Length);
    }

    private static IEnumerable<string> Namn(JsonElement objekt) => objekt.EnumerateObject().Select(p => p.Name);

    private static IEnumerable<string> Varden(JsonElement objekt) => objekt.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Array).Select(p => p.Value.ToString());

    /// <summary>The events, unfolded and unescaped as a calendar program reads them.</summary>
    private static List<Dictionary<string, string>> Handelser(string text)
    {
        List<Dictionary<string, string>> alla = [];
        foreach (var rad in text.Replace("\r\n ", "", StringComparison.Ordinal).TrimEnd().Split("\r\n"))
        {
            if (rad == "BEGIN:VEVENT")
                alla.Add([]);
            else if (alla.Count > 0 && rad.Split(':', 2) is [var namn, var varde] && namn != "END")
                alla[^1].Add(namn, varde.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal));
        }

        return alla;
    }
}
