using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas.Skolkrapportering;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Session;

/// <summary>A form whose session timed out is shown again after signing in, and never sent by itself (domain.md section 3).</summary>
public sealed class AterstallningTests : IAsyncLifetime
{
    private const string Skrivet = "22 nov, tror jag";

    private readonly PortalFabrik _portal = new();
    private string _sida = "";

    public async ValueTask InitializeAsync()
    {
        await using var db = _portal.Databas.Alla();
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.SodraBerget, Ct);
        var rapport = await db.Nationellt<Skolkrapport>().FirstAsync(r => r.SkolaId == skola.Id && r.Status == Skolkrapportstatus.Pagaende, Ct);
        _sida = $"/ogiltig-franvaro/{rapport.Id}/avsluta";
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task TimedOutPost_IsShownAgainToItsOwner_AndNothingWasSent()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        var inloggning = await SkickaForSentAsync(klient, "2026-11-22");

        var sida = await inloggning.SkickaAsync("Logga in", ("Anvandarnamn", "annlin01"), ("Losenord", Personer.AnnaLind.Losenord));

        sida.Url.AbsolutePath.ShouldBe(_sida);
        sida.Notis.ShouldContain("Det du skrev finns kvar");
        sida.FindForm("Spara sista dag").Varde("SistaDag").ShouldBe("2026-11-22");
        (await SistaDagAsync()).ShouldBeNull("only the person sends");

        sida = await sida.SkickaAsync("Spara sista dag", ("Tillbaka", "true"));

        sida.Status.ShouldBe(HttpStatusCode.OK, string.Join(' ', sida.Fel));
        (await SistaDagAsync()).ShouldBe(new DateOnly(2026, 11, 22));
    }

    [Theory]
    [InlineData("Ladda upp")]
    [InlineData("Ta bort bild.png")]
    public async Task TimedOutFilePost_KeepsTheFactsBesideTheFiles(string knapp)
    {
        var fall = await Skolkfall.SkapaAsync(_portal);
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await fall.LaddaUppAsync(klient, Testfiler.Png())).FindForm(knapp).Satt("OgiltigMinuter", "9,25");
        if (knapp == "Ladda upp")
            formular.Bifoga("Filer", Testfiler.Pdf("till.pdf"));
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(31));

        var sida = await (await formular.SkickaAsync()).SkickaAsync("Logga in", ("Anvandarnamn", "annlin01"), ("Losenord", Personer.AnnaLind.Losenord));

        sida.Url.AbsolutePath.ShouldBe(fall.Underlag);
        sida.Notis.ShouldContain("Det du skrev finns kvar");
        sida.FindForm("Spara och kontrollera").Varde("OgiltigMinuter").ShouldBe("9,25");
        sida.Texter(".filer a").ShouldBe(["bild.png"], "nothing was added or taken away");
    }

    [Fact]
    public async Task TimedOutTwice_IsStillKept()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        var inloggning = await SkickaForSentAsync(klient, "först");
        var sida = await inloggning.SkickaAsync("Logga in", ("Anvandarnamn", "annlin01"), ("Losenord", Personer.AnnaLind.Losenord));
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(31));

        inloggning = await sida.SkickaAsync("Spara sista dag", ("SistaDag", Skrivet));
        sida = await inloggning.SkickaAsync("Logga in", ("Anvandarnamn", "annlin01"), ("Losenord", Personer.AnnaLind.Losenord));

        sida.FindForm("Spara sista dag").Varde("SistaDag").ShouldBe(Skrivet);
    }

    [Fact]
    public async Task Kept_WithoutPasswordsAndTokens_AndUnreadableInTheDatabase()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await klient.HamtaAsync(_sida)).FindForm("Spara sista dag").Satt("SistaDag", Skrivet)
            .Manipulera("NyttLosenord", "hemligt-losenord").Manipulera("losenord", "hemligt-losenord");
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(31));

        await formular.SkickaAsync();

        await using var db = _portal.Databas.Alla();
        var rad = await db.Sparadeformular.SingleAsync(Ct);
        System.Text.Encoding.UTF8.GetString(rad.Innehall).ShouldNotContain(Skrivet);
        await using var scope = _portal.Services.CreateAsyncScope();
        var falt = await scope.ServiceProvider.GetRequiredService<SparatformularService>().HamtaAsync(rad.Nyckel, rad.KontoId, rad.SkolaId, rad.Sokvag, Ct);
        falt!.Keys.ShouldBe(["SistaDag", "Version"], ignoreOrder: true);
    }

    [Fact]
    public async Task EightHoursLater_ItIsGone()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        var inloggning = await SkickaForSentAsync(klient, Skrivet);
        _portal.Klocka.Flytta(TimeSpan.FromHours(8));

        var sida = await inloggning.SkickaAsync("Logga in", ("Anvandarnamn", "annlin01"), ("Losenord", Personer.AnnaLind.Losenord));

        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.FindForm("Spara sista dag").Varde("SistaDag").ShouldBe("");
        sida.Notis.ShouldBe("");
    }

    [Fact]
    public async Task AnotherPerson_AtTheSameSchool_DoesNotSeeIt()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        var inloggning = await SkickaForSentAsync(klient, Skrivet);
        await using (var db = _portal.Databas.Alla())
        {
            var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.SodraBerget, Ct);
            var bjorn = await db.Konton.SingleAsync(k => k.UserName == "bjosve01", Ct);
            db.Add(new Behorighet(bjorn.Id, skola.Id, Behorighetsslag.Studeranderapportering));
            await db.SaveChangesAsync(Ct);
        }

        var sida = await inloggning.SkickaAsync("Logga in", ("Anvandarnamn", "bjosve01"), ("Losenord", Personer.BjornSvensson.Losenord));

        sida.Url.AbsolutePath.ShouldBe(_sida);
        sida.FindForm("Spara sista dag").Varde("SistaDag").ShouldBe("");
        sida.Notis.ShouldBe("");
    }

    [Fact]
    public async Task LoggedOut_PostIsNotKept()
    {
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await klient.HamtaAsync(_sida)).FindForm("Spara sista dag").Satt("SistaDag", Skrivet);
        await klient.LoggaUtAsync();

        var svar = await formular.SkickaUtanOmdirigeringAsync();

        svar.Omdirigering.ShouldBe($"/logga-in?retur={Uri.EscapeDataString(_sida)}");
        await using var db = _portal.Databas.Alla();
        (await db.Sparadeformular.CountAsync(Ct)).ShouldBe(0);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<Sida> SkickaForSentAsync(Portalklient klient, string sistaDag)
    {
        var formular = (await klient.HamtaAsync(_sida)).FindForm("Spara sista dag").Satt("SistaDag", sistaDag);
        _portal.Klocka.Flytta(TimeSpan.FromMinutes(31));
        var sida = await formular.SkickaAsync();
        sida.Url.AbsolutePath.ShouldBe("/logga-in");
        return sida;
    }

    private async Task<DateOnly?> SistaDagAsync()
    {
        await using var db = _portal.Databas.Alla();
        var id = long.Parse(_sida.Split('/')[2]);
        return (await db.Nationellt<Skolkrapport>().SingleAsync(r => r.Id == id, Ct)).SistaDag;
    }
}
