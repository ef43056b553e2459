using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Sidomdomen;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Sidfraga;

/// <summary>"Hjälpte den här sidan dig?": asked at the foot of public pages, answered by anyone, and nothing of who it was is kept. Today is 22 November 2026.</summary>
public sealed class SidfragaTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    public static TheoryData<string> Sidor => ["/tillganglighet", "/partner/felkoder", "/mina-sidor/studietider", "/partner/komvux/kontakt", "/partner/gymnasieskola/handbok/inloggning"];

    [Theory, MemberData(nameof(Sidor))]
    public async Task EachPublicPage_Asks_AndTheAnswerIsKeptForThatPage(string adress)
    {
        using var ingen = portal.NyKlient();
        var fore = await SvarAsync(adress);
        var skrivet = $"Bra {Guid.NewGuid():N}".Replace("0", "o", StringComparison.Ordinal);

        var form = await (await ingen.HamtaAsync(adress + "?sok=finns-nog-inte")).SkickaGetAsync("Nej");
        form.Status.ShouldBe(HttpStatusCode.OK);
        form.FindForm("Skicka svaret").Varde("Svar").ShouldBe("nej");
        var tack = await form.SkickaAsync("Skicka svaret", ("Svar", "ja"), ("Kommentar", $"  {skrivet}\r\nrad två  "));

        tack.Rubrik.ShouldBe("Tack för ditt svar");
        tack.Dokument.QuerySelector("main a")!.GetAttribute("href").ShouldBe(adress);
        var efter = await SvarAsync(adress);
        efter.Count.ShouldBe(fore.Count + 1);
        var nytt = efter.Single(s => s.Kommentar?.StartsWith(skrivet, StringComparison.Ordinal) == true);
        (nytt.Sida, nytt.Hjalpte, nytt.Kommentar, nytt.Dag).ShouldBe((adress, true, $"{skrivet}\nrad två", new DateOnly(2026, 11, 22)));
    }

    /// <summary>Public pages may be kept by browsers and by the portal: a token in them would be somebody's.</summary>
    [Fact]
    public async Task TheQuestion_HoldsNoToken_AndSetsNoCookie()
    {
        using var ingen = portal.NyKlient();

        foreach (var adress in Sidor)
        {
            var sida = await ingen.HamtaAsync(adress.Data);
            sida.Dokument.QuerySelector(".sidfraga input[name=__RequestVerificationToken]").ShouldBeNull();
        }

        (await ingen.HamtaAsync("/mina-sidor/studietider")).Svar.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task ASignedInPerson_IsNotKeptEither()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);

        var form = await (await anna.HamtaAsync("/tillganglighet")).SkickaGetAsync("Ja");
        (await form.SkickaAsync("Skicka svaret")).Rubrik.ShouldBe("Tack för ditt svar");

        typeof(Sidsvar).GetProperties().Select(p => p.Name).ShouldBe(["Id", "Sida", "Nyckel", "Hjalpte", "Kommentar", "Dag"], ignoreOrder: true);
    }

    [Fact]
    public async Task SentTwice_IsOneAnswer_AndThanksBothTimes()
    {
        using var ingen = portal.NyKlient();
        var form = (await (await ingen.HamtaAsync("/tillganglighet")).SkickaGetAsync("Ja")).FindForm("Skicka svaret");
        var fore = (await SvarAsync("/tillganglighet")).Count;

        (await form.SkickaAsync()).Rubrik.ShouldBe("Tack för ditt svar");
        (await form.SkickaAsync()).Rubrik.ShouldBe("Tack för ditt svar");

        (await SvarAsync("/tillganglighet")).Count.ShouldBe(fore + 1);
    }

    [Theory]
    [InlineData("20100412-9811", "Kommentaren innehåller ett personnummer. Ta bort det och skicka igen.")]
    [InlineData("Min elev 100412-9811 syns inte", "Kommentaren innehåller ett personnummer. Ta bort det och skicka igen.")]
    [InlineData(null, "Kommentaren är för lång. Korta den till 500 tecken.")]
    public async Task ACommentThatMayNotBeKept_IsRefused_AndNothingIsStored(string? kommentar, string mening)
    {
        using var ingen = portal.NyKlient();
        var form = await (await ingen.HamtaAsync("/partner/felkoder")).SkickaGetAsync("Nej");
        var fore = (await SvarAsync("/partner/felkoder")).Count;

        var nekad = await form.SkickaAsync("Skicka svaret", ("Kommentar", kommentar ?? new string('a', 501)));

        nekad.Status.ShouldBe(HttpStatusCode.BadRequest);
        nekad.Fel.ShouldBe([mening]);
        nekad.FindForm("Skicka svaret").Varde("Svar").ShouldBe("nej");
        (await SvarAsync("/partner/felkoder")).Count.ShouldBe(fore);
        // Mended, the same form is taken.
        (await nekad.SkickaAsync("Skicka svaret", ("Kommentar", "Nu utan"))).Rubrik.ShouldBe("Tack för ditt svar");
    }

    [Fact]
    public async Task WithoutYesOrNo_ItIsAskedFor()
    {
        using var ingen = portal.NyKlient();
        var form = await (await ingen.HamtaAsync("/tillganglighet")).SkickaGetAsync("Ja");

        var nekad = await form.FindForm("Skicka svaret").Manipulera("Svar", "kanske").SkickaAsync();

        nekad.Status.ShouldBe(HttpStatusCode.BadRequest);
        nekad.Fel.ShouldBe(["Svara ja eller nej."]);
    }

    [Theory]
    [InlineData("Sida", "/hittepa")]
    [InlineData("Sida", "")]
    [InlineData("Nyckel", "kort")]
    [InlineData("Nyckel", "")]
    public async Task APageThatDoesNotAsk_CannotBeAnsweredAbout(string falt, string varde)
    {
        using var ingen = portal.NyKlient();
        var form = await (await ingen.HamtaAsync("/tillganglighet")).SkickaGetAsync("Ja");
        var fore = await AntalAsync();

        (await form.FindForm("Skicka svaret").Manipulera(falt, varde).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await AntalAsync()).ShouldBe(fore);
        (await ingen.HamtaAsync("/hjalpte-sidan")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ingen.HamtaAsync("/hjalpte-sidan?sida=/studerande&svar=ja")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ingen.HamtaAsync("/hjalpte-sidan?sida=https://example.org/tillganglighet")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ingen.HamtaAsync("/hjalpte-sidan/tack?sida=hittepa")).Dokument.QuerySelector("main a").ShouldBeNull();
    }

    [Fact]
    public async Task WithoutItsToken_AnAnswerIsRefused()
    {
        using var ingen = portal.NyKlient();
        var form = await (await ingen.HamtaAsync("/tillganglighet")).SkickaGetAsync("Ja");
        var fore = await AntalAsync();

        (await form.FindForm("Skicka svaret").Manipulera("__RequestVerificationToken", null).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await AntalAsync()).ShouldBe(fore);
    }

    [Fact]
    public async Task TooManyAnswersFromOneAddress_AreRefused_ThePagesStayOpen()
    {
        await using var snal = new PortalFabrik { Installningar = new() { ["Sidsvar:SvarPerMinut"] = "2" } };
        using var ingen = snal.NyKlient();
        for (var i = 0; i < 2; i++)
            (await (await (await ingen.HamtaAsync("/tillganglighet")).SkickaGetAsync("Ja")).SkickaAsync("Skicka svaret")).Rubrik.ShouldBe("Tack för ditt svar");

        var tredje = await (await ingen.HamtaAsync("/tillganglighet")).SkickaGetAsync("Ja");
        tredje.Status.ShouldBe(HttpStatusCode.OK);
        (await tredje.SkickaAsync("Skicka svaret")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private async Task<List<Sidsvar>> SvarAsync(string sida)
    {
        await using var db = portal.Databas.Alla();
        return await db.Sidsvar.Where(s => s.Sida == sida).ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task<int> AntalAsync()
    {
        await using var db = portal.Databas.Alla();
        return await db.Sidsvar.CountAsync(TestContext.Current.CancellationToken);
    }
}

internal static class Sidfragesida
{
    /// <summary>Presses one of the question's buttons: a form that is fetched, not posted.</summary>
    public static Task<Sida> SkickaGetAsync(this Sida sida, string knapp)
    {
        var form = sida.FindForm(knapp);
        return sida.Klient.HamtaAsync($"{form.Adress}?{string.Join('&', form.Falt.Select(f => $"{f.Namn}={Uri.EscapeDataString(f.Varde)}"))}");
    }
}
