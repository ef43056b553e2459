using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Losenordskiosk;

/// <summary>The kiosk's <em>Har du glömt ditt lösenord eller fungerar det inte?</em> (domain.md section 3).</summary>
public sealed partial class GlomtLosenordTests : IAsyncLifetime
{
    private const string Nytt = "Tre gula kajor på ett räcke";
    private const string Okand = "finns-inte";

    private readonly RaknandeHasher _hasher = new();
    private readonly PortalFabrik _portal;

    public GlomtLosenordTests() =>
        _portal = new PortalFabrik { Tjanster = tjanster => tjanster.AddSingleton<IPasswordHasher<Konto>>(_hasher) };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = _portal.Databas.Alla();
        db.Add(new Konto("utanlos01", "Utan Lösenord", "utan@skolan.example", null));
        await db.SaveChangesAsync(Ct);
        var konto = await db.Konton.SingleAsync(k => k.UserName == "utanlos01", Ct);
        db.Add(new Behorighet(konto.Id, (await db.Skolor.FirstAsync(Ct)).Id, Behorighetsslag.Studeranderapportering));
        await db.SaveChangesAsync(Ct);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Forgotten_FromTheLoginLink_ToANewPassword_EndsEverySession()
    {
        using var annanstans = await _portal.InloggadAsync(Personer.AnnaLind);
        using var klient = _portal.NyKlient();

        var sida = await (await klient.HamtaAsync("/logga-in")).KlickaAsync("Har du glömt eller vill ändra ditt lösenord?");
        sida = await sida.KlickaAsync("Har du glömt ditt lösenord eller fungerar det inte?");
        sida = await sida.SkickaAsync("Fortsätt", ("Anvandarnamn", "annlin01"));
        sida.Url.AbsolutePath.ShouldBe("/losenordskiosk/kod");
        sida.Dokument.QuerySelector("label[for=Kod]")!.TextContent.ShouldBe("Ange engångslösenord");
        sida = await sida.SkickaAsync("Fortsätt", ("Kod", await KodAsync(klient)));
        sida.Url.AbsolutePath.ShouldBe("/losenordskiosk/nytt-losenord");
        sida = await sida.SkickaAsync("Byt lösenord", ("NyttLosenord", Nytt), ("Upprepa", Nytt));

        sida.Url.AbsolutePath.ShouldBe("/logga-in");
        sida.Notis.ShouldContain("Ditt lösenord är bytt");
        (await annanstans.HamtaUtanOmdirigeringAsync("/studerande")).Omdirigering.ShouldStartWith("/logga-in");
        (await klient.ForsokLoggaInAsync("annlin01", Nytt)).Url.AbsolutePath.ShouldBe("/");
        var post = await klient.HamtaAsync("/utvecklingspost");
        post.Texter("article h2")[0].ShouldBe("Ditt lösenord till Mina tjänster är bytt");
        post.Text.ShouldContain("byttes 22 november 2026 klockan 10:00");
        await using var db = _portal.Databas.Alla();
        (await db.AuditEvents.SingleAsync(e => e.Act == Acts.PasswordChanged, Ct)).Outcome.ShouldBe(AuditOutcome.Accepted);
    }

    [Fact]
    public async Task Change_WithThePresentPassword_IsToldByMailToo()
    {
        using var klient = _portal.NyKlient();
        var sida = await (await klient.HamtaAsync("/losenordskiosk/andra"))
            .SkickaAsync("Fortsätt", ("Anvandarnamn", "annlin01"), ("Losenord", Personer.AnnaLind.Losenord));
        await sida.SkickaAsync("Byt lösenord", ("NyttLosenord", Nytt), ("Upprepa", Nytt));

        (await klient.HamtaAsync("/utvecklingspost")).Texter("article h2")[0].ShouldBe("Ditt lösenord till Mina tjänster är bytt");
    }

    /// <summary>Every step of a stranger's, a locked one's and an account without password is the very answer that an unknown name gets.</summary>
    [Theory]
    [InlineData("annlin01", false)]
    [InlineData("annlin01", true)]
    [InlineData("utanlos01", false)]
    [InlineData("nyanst01", false)]
    [InlineData("csngra01", false)]
    [InlineData(" ANNLIN01 ", false)]
    public async Task EveryStep_AnswersAsForAnUnknownName(string namn, bool last)
    {
        var okand = await StegenAsync(Okand, last);
        var kand = await StegenAsync(namn, last);

        kand.Count.ShouldBe(okand.Count);
        for (var steg = 0; steg < okand.Count; steg++)
        {
            kand[steg].ShouldBe(okand[steg], $"step {steg}");
        }
    }

    [Theory]
    [InlineData("annlin01")]
    [InlineData(Okand)]
    public async Task StormOnTheCode_VerifiesAtMostThree(string namn)
    {
        using var klient = _portal.NyKlient();
        var formular = (await BegarAsync(klient, namn)).FindForm("Fortsätt");
        var fore = _hasher.Verifieringar;

        var svar = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(async () =>
        {
            HttpRequestMessage begaran;
            lock (formular)
            {
                begaran = formular.Satt("Kod", $"fel{i:00000}").Begaran();
            }

            return await klient.SkickaAsync(begaran, foljOmdirigering: false);
        })));

        svar.ShouldAllBe(s => s.Status == HttpStatusCode.BadRequest);
        (_hasher.Verifieringar - fore).ShouldBe(3);
        if (namn != Okand)
        {
            var sida = await formular.Satt("Kod", await KodAsync(klient)).SkickaUtanOmdirigeringAsync();
            sida.Status.ShouldBe(HttpStatusCode.BadRequest);
            sida.FelFor("Kod").ShouldHaveSingleItem().ShouldStartWith("Engångslösenordet gäller inte.");
        }
    }

    [Fact]
    public async Task StormOnTheUsername_SendsThreeMails()
    {
        using var klient = _portal.NyKlient();
        var formular = (await klient.HamtaAsync("/losenordskiosk/glomt")).FindForm("Fortsätt").Satt("Anvandarnamn", "annlin01");

        var svar = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => klient.SkickaAsync(formular.Begaran(), foljOmdirigering: false))));

        svar.ShouldAllBe(s => s.Omdirigering == "/losenordskiosk/kod");
        await using var db = _portal.Databas.Alla();
        (await db.UtgaendeMejl.CountAsync(m => m.Status == Mejlstatus.Vantar, Ct)).ShouldBe(3);
    }

    [Fact]
    public async Task NoMoreCodes_TheOneSentBeforeStillWorks()
    {
        using var klient = _portal.NyKlient();
        for (var i = 0; i < 3; i++)
        {
            await BegarAsync(klient, "annlin01");
        }

        var kod = await KodAsync(klient);
        var sida = await BegarAsync(klient, "annlin01");

        (await sida.SkickaAsync("Fortsätt", ("Kod", kod))).Url.AbsolutePath.ShouldBe("/losenordskiosk/nytt-losenord");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Glomt_WithoutName_SaysSoAtTheField(string namn)
    {
        using var klient = _portal.NyKlient();

        var sida = await (await klient.HamtaAsync("/losenordskiosk/glomt")).SkickaAsync("Fortsätt", ("Anvandarnamn", namn));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor("Anvandarnamn").ShouldBe(["Skriv ditt användarnamn."]);
    }

    [Fact]
    public async Task Kod_Empty_CountsAsNoTry()
    {
        using var klient = _portal.NyKlient();
        var sida = await BegarAsync(klient, "annlin01");
        for (var i = 0; i < 4; i++)
        {
            sida = await sida.SkickaAsync("Fortsätt", ("Kod", " "));
            sida.FelFor("Kod").ShouldBe(["Skriv engångslösenordet som står i mejlet."]);
        }

        (await sida.SkickaAsync("Fortsätt", ("Kod", await KodAsync(klient)))).Url.AbsolutePath.ShouldBe("/losenordskiosk/nytt-losenord");
    }

    [Fact]
    public async Task Kod_WithoutCookie_OrWithAChangedOne_LeadsToTheStart()
    {
        using var klient = _portal.NyKlient();
        var sida = await klient.HamtaAsync("/losenordskiosk/kod");
        sida.Url.AbsolutePath.ShouldBe("/losenordskiosk/glomt");
        sida.Notis.ShouldContain("Börja med att skriva ditt användarnamn");

        var formular = (await BegarAsync(klient, "annlin01")).FindForm("Fortsätt").Satt("Kod", await KodAsync(klient));
        using var annan = _portal.NyKlient();
        annan.Http.DefaultRequestHeaders.Add("Cookie", "minatjanster-engangskod=CfDJ8andrad");
        (await annan.HamtaUtanOmdirigeringAsync("/losenordskiosk/kod")).Omdirigering.ShouldBe("/losenordskiosk/glomt");

        // The right code in a browser that never asked for it.
        using var tredje = _portal.NyKlient();
        var tredjes = (await BegarAsync(tredje, Okand)).FindForm("Fortsätt").Satt("Kod", await KodAsync(klient));
        (await tredjes.SkickaUtanOmdirigeringAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await formular.SkickaUtanOmdirigeringAsync()).Omdirigering.ShouldBe("/losenordskiosk/nytt-losenord");
    }

    [Fact]
    public async Task Back_AfterTheCodeWasUsed_LeadsOn()
    {
        using var klient = _portal.NyKlient();
        var formular = (await BegarAsync(klient, "annlin01")).FindForm("Fortsätt").Satt("Kod", await KodAsync(klient));
        var nytt = await formular.SkickaAsync();

        (await formular.SkickaAsync()).Url.AbsolutePath.ShouldBe("/losenordskiosk/glomt");

        await nytt.SkickaAsync("Byt lösenord", ("NyttLosenord", Nytt), ("Upprepa", Nytt));
        var efter = await klient.HamtaAsync("/losenordskiosk/nytt-losenord");
        efter.Url.AbsolutePath.ShouldBe("/losenordskiosk");
        efter.Notis.ShouldContain("Börja om här");
    }

    [Fact]
    public async Task Kod_TenMinutesLater_SaysHowToGoOn()
    {
        using var klient = _portal.NyKlient();
        var sida = await BegarAsync(klient, "annlin01");
        var kod = await KodAsync(klient);
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(10));

        sida = await sida.SkickaAsync("Fortsätt", ("Kod", kod));

        sida.FelFor("Kod").ShouldHaveSingleItem().ShouldEndWith("Begär ett nytt engångslösenord.");
        (await sida.KlickaAsync("begär ett nytt engångslösenord")).Url.AbsolutePath.ShouldBe("/losenordskiosk/glomt");
    }

    private static async Task<Sida> BegarAsync(Portalklient klient, string namn) =>
        await (await klient.HamtaAsync("/losenordskiosk/glomt")).SkickaAsync("Fortsätt", ("Anvandarnamn", namn));

    /// <summary>The code in the newest mail, as a newcomer reads it.</summary>
    private static async Task<string> KodAsync(Portalklient klient) =>
        Kodrad().Match((await klient.HamtaAsync("/utvecklingspost")).Text).Groups["kod"].Value;

    /// <summary>All that can be asked of the kiosk and the login with one name, and each answer without what is new every time.</summary>
    private async Task<List<string>> StegenAsync(string namn, bool last)
    {
        var svar = new List<string>();
        using var klient = _portal.NyKlient();
        async Task<Sida> Prova(Func<Task<Sida>> steg)
        {
            var sida = await steg();
            svar.Add(Normaliserad(sida, namn));
            return sida;
        }

        async Task<Formular> Formular(string adress) => (await Prova(() => klient.HamtaAsync(adress))).FindForm(adress);

        if (last)
        {
            for (var i = 0; i < 4; i++)
            {
                var inloggning = await Formular("/logga-in");
                await Prova(() => inloggning.Satt("Anvandarnamn", namn).Satt("Losenord", "fel").SkickaUtanOmdirigeringAsync());
            }
        }

        for (var varv = 0; varv < 5; varv++)
        {
            var glomt = await Formular("/losenordskiosk/glomt");
            await Prova(() => glomt.Satt("Anvandarnamn", namn).SkickaUtanOmdirigeringAsync());
            var kod = await Formular("/losenordskiosk/kod");
            foreach (var prov in varv == 1 ? new[] { "" } : ["", "fel", "abcd-efgh", "åäö", new string('x', 5000), "1"])
            {
                await Prova(() => kod.Satt("Kod", prov).SkickaUtanOmdirigeringAsync());
            }

            _portal.Klocka.Flytta(TimeSpan.FromMinutes(varv == 1 ? 10 : 1));
            await Prova(() => kod.Satt("Kod", "abcdefgh").SkickaUtanOmdirigeringAsync());
        }

        for (var i = 0; i < 4; i++)
        {
            var andra = await Formular("/losenordskiosk/andra");
            await Prova(() => andra.Satt("Anvandarnamn", namn).Satt("Losenord", "fel").SkickaUtanOmdirigeringAsync());
        }

        await Prova(() => klient.HamtaUtanOmdirigeringAsync("/losenordskiosk/nytt-losenord"));
        _portal.Klocka.Flytta(TimeSpan.FromDays(2));
        return svar;
    }

    /// <summary>Status, headers and body; tokens, cookies' values and the typed name replaced.</summary>
    private static string Normaliserad(Sida sida, string namn)
    {
        var huvuden = sida.Svar.Headers.Concat(sida.Svar.Content.Headers)
            .Where(h => h.Key is not ("Content-Length" or "Date"))
            .OrderBy(h => h.Key, StringComparer.Ordinal)
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value.Select(v => h.Key == "Set-Cookie" ? Kakvarde().Replace(v, "=…;") : v))}");
        var text = Tokenvarde().Replace(System.Text.Encoding.UTF8.GetString(sida.Innehall), "…");
        return $"{(int)sida.Status}\n{string.Join('\n', huvuden)}\n{text.Replace($"value=\"{namn}\"", "value=\"NAMN\"", StringComparison.Ordinal)}";
    }

    [GeneratedRegex("engångslösenord är: (?<kod>[a-z0-9]{4}-[a-z0-9]{4})", RegexOptions.None, 1000)]
    private static partial Regex Kodrad();

    [GeneratedRegex("=[^;]+;", RegexOptions.None, 1000)]
    private static partial Regex Kakvarde();

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Tokenvarde();

    private sealed class RaknandeHasher() : PasswordHasher<Konto>(Options.Create(new PasswordHasherOptions { IterationCount = Testdatabaser.Iterationer }))
    {
        private int _verifieringar;

        public int Verifieringar => _verifieringar;

        public override PasswordVerificationResult VerifyHashedPassword(Konto user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verifieringar);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
