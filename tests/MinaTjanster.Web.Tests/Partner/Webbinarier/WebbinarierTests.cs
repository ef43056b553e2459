using System.Net;
using System.Text;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Partner.Webbinarier;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Partner.Webbinarier;

/// <summary>Webinars to come and held, told apart by the clock alone. Today is 22 November 2026.</summary>
public sealed class WebbinarierTests : IAsyncLifetime
{
    private const string Hallet = "/webbinarier/skolk-steg-for-steg";
    private const string Kommande = "/webbinarier/studietider-infor-lasaret";

    private readonly PortalFabrik _portal = new();
    private readonly Webbinarieregister _register = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public void Files_AreWholeWebinars()
    {
        _register.Alla.Count.ShouldBeGreaterThanOrEqualTo(4);
        _register.Alla.Select(w => w.Start).ShouldBeUnique();
        foreach (var w in _register.Alla)
        {
            w.Slug.ShouldMatch("^[a-z-]+$");
            w.Minuter.ShouldBeGreaterThan(0);
            w.Skolformer.ShouldNotBeEmpty();
            w.Bilder.Count.ShouldBeInRange(6, 10, w.Slug);
            w.Bilder.ShouldAllBe(b => b.Rubrik.Length > 0 && b.Punkter.Count > 0 && b.Tal.Length > 0);
            w.Andringar.ShouldAllBe(a => a.Datum >= DateOnly.FromDateTime(w.Start));
        }
    }

    [Fact]
    public async Task List_HasWhatComesFirst_AndWhatWasWithWhatHasChanged()
    {
        using var klient = _portal.NyKlient();

        var sida = await klient.HamtaAsync("/webbinarier");

        sida.Texter("section[aria-labelledby=kommande] h3").ShouldBe(["Behörigheter och genomgång", "Studietider inför läsåret"]);
        sida.Texter("section[aria-labelledby=hallna] h3").ShouldBe(["Underlag som godtas första gången", "Skolk steg för steg"]);
        sida.Texter("section[aria-labelledby=hallna]").ShouldHaveSingleItem().ShouldContain("Har ändrats sedan dess: 2026-11-16: ");
        sida.Text.ShouldContain("16 september 2026 kl. 10.00–10.45 · 45 minuter");
    }

    [Fact]
    public async Task Clock_AloneMovesAWebinarFromComingToHeld()
    {
        using var klient = _portal.NyKlient();
        var w = _register.Med("studietider-infor-lasaret")!;
        _portal.Klocka.Satt(DateOnly.FromDateTime(w.Start), TimeOnly.FromDateTime(w.Start).AddMinutes(w.Minuter - 1));
        (await klient.HamtaAsync($"{Kommande}/utskrift")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await klient.HamtaAsync("/webbinarier")).Texter("section[aria-labelledby=kommande] h3").ShouldBe([w.Titel], "while it goes on one may join");

        _portal.Klocka.Flytta(TimeSpan.FromMinutes(1));

        (await klient.HamtaAsync($"{Kommande}/utskrift")).Status.ShouldBe(HttpStatusCode.OK);
        (await klient.HamtaAsync($"{Kommande}.ics")).Status.ShouldBe(HttpStatusCode.NotFound);
        var lista = await klient.HamtaAsync("/webbinarier");
        lista.Text.ShouldContain("Inget webbinarium är bestämt just nu.");
        lista.Texter("section[aria-labelledby=hallna] h3")[0].ShouldBe(w.Titel);
        (await klient.HamtaAsync(Kommande)).Text.ShouldContain("Ingenting som vi känner till.");
    }

    [Fact]
    public async Task Coming_TellsHowToJoin_AndHasACalendarFile()
    {
        using var klient = _portal.NyKlient();

        var sida = await klient.HamtaAsync(Kommande);
        var kalender = await klient.HamtaAsync($"{Kommande}.ics");

        sida.Text.ShouldContain("Ring CSN:s partnertelefon, 0771-276 400 (måndag–fredag 9.00–13.00).");
        sida.Text.ShouldNotContain("Har ändrats sedan dess");
        kalender.Innehallshuvuden.ContentType!.MediaType.ShouldBe("text/calendar");
        var text = Encoding.UTF8.GetString(kalender.Innehall).Replace("\r\n ", "", StringComparison.Ordinal);
        text.ShouldContain("DTSTART:20270310T120000Z\r\nDTEND:20270310T124500Z\r\n");
        text.ShouldContain("UID:webbinarium-studietider-infor-lasaret@portalen.example.org");
        text.ShouldContain("SUMMARY:Webbinarium: Studietider inför läsåret");
        text.ShouldContain("0771-276 400");
        text.ShouldContain("TRANSP:OPAQUE");
    }

    [Fact]
    public async Task Held_HasEveryPictureAndAllThatWasSaid()
    {
        using var klient = _portal.NyKlient();
        var w = _register.Med("skolk-steg-for-steg")!;

        var bilder = await (await klient.HamtaAsync(Hallet)).KlickaAsync("Visa bilderna");
        var text = await (await klient.HamtaAsync(Hallet)).KlickaAsync("Läs webbinariet som text");

        bilder.Texter(".bild h2").ShouldBe(w.Bilder.Select(b => b.Rubrik));
        bilder.Text.ShouldContain($"Bild {w.Bilder.Count} av {w.Bilder.Count}");
        foreach (var bild in w.Bilder)
            text.Text.ShouldContain(bild.Tal);
        text.Text.ShouldContain("Har ändrats sedan dess");
    }

    [Theory]
    [InlineData("/webbinarier/finns-inte")]
    [InlineData("/webbinarier/finns-inte/bilder")]
    [InlineData("/webbinarier/finns-inte/utskrift")]
    [InlineData("/webbinarier/finns-inte.ics")]
    [InlineData(Hallet + ".ics")]
    [InlineData(Kommande + "/utskrift")]
    public async Task Missing_IsNotFound(string adress)
    {
        using var klient = _portal.NyKlient();

        (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task EveryLinkOfThePages_LeadsSomewhere()
    {
        using var klient = _portal.NyKlient();
        HashSet<string> sedda = ["/webbinarier"];
        Queue<string> kvar = new(sedda);
        while (kvar.TryDequeue(out var adress))
        {
            var sida = await klient.HamtaAsync(adress);
            sida.Status.ShouldBe(HttpStatusCode.OK, adress);
            foreach (var lank in sida.Dokument.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(l => l.Length > 0))
            {
                lank.ShouldMatch("^(/|tel:)", "no address outside that nobody has seen");
                if (lank.StartsWith('/') && sedda.Add(lank) && !lank.StartsWith("/blanketter/", StringComparison.Ordinal))
                    kvar.Enqueue(lank);
            }
        }

        sedda.Count.ShouldBeGreaterThan(12);
    }
}
