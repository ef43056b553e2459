using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor.Kontaktuppgifter;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studietider;

/// <summary>The school's own facts and contact persons: from the start page, confirmed in two clicks, changed. Today is 22 November 2026.</summary>
public sealed class EgnaSkoluppgifterTests : IAsyncDisposable
{
    private const string Sidan = "/skoluppgifter";

    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task WithoutTheRight_ThePagesAreForbidden_AndNotInTheMenu() =>
        Personer.VarOchEnUtanAsync(Rattighet.RapporteraStudietider, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());

            foreach (var adress in new[] { "", "/andra", "/kontaktpersoner/ny", "/kontaktpersoner/1", "/kontaktpersoner/1/ta-bort" })
                (await klient.HamtaAsync(Sidan + adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
            var start = await klient.HamtaAsync("/");
            start.Dokument.QuerySelector($".meny a[href='{Sidan}']").ShouldBeNull();
            start.Dokument.QuerySelector("#skolans-uppgifter").ShouldBeNull();
        });

    [Fact]
    public async Task Start_ShowsTheContacts_AndAsksOnDay91_ConfirmedInTwoClicks()
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        await BekraftadAsync(Testklocka.Standarddag.AddDays(-90));
        var start = await anna.HamtaAsync("/");
        start.Texter("#skolans-uppgifter").ShouldBe(["Skolans kontaktpersoner"]);
        start.Text.ShouldContain("Rapportering Anna Lind");
        await BekraftadAsync(Testklocka.Standarddag.AddDays(-91));

        var sida = await (await anna.HamtaAsync("/")).KlickaAsync("Se uppgifterna och bekräfta");
        sida.Text.ShouldContain("Senast bekräftade 23 augusti 2026");
        var klar = await sida.SkickaAsync("Uppgifterna stämmer");

        klar.Url.AbsolutePath.ShouldBe("/");
        klar.Notis.ShouldContain("Skolans uppgifter är bekräftade");
        klar.Texter("#skolans-uppgifter").ShouldBe(["Skolans kontaktpersoner"]);
        klar.Text.ShouldContain("Bekräftade 22 november 2026.");
        (await anna.HamtaAsync(Sidan)).Text.ShouldContain("Skolans uppgifter bekräftade · Anna Lind");
    }

    /// <summary>Björn is administrator, and is sent to Identity Manager unless something of S&amp;U waits for him.</summary>
    [Fact]
    public async Task Administrator_IsKeptOnTheStartPage_WhenTheSchoolIsAsked()
    {
        using var bjorn = await _portal.InloggadAsync(Personer.BjornSvensson);
        (await bjorn.HamtaAsync("/")).Url.AbsolutePath.ShouldBe("/identity-manager");
        await BekraftadAsync(Testklocka.Standarddag.AddDays(-100));

        var sida = await bjorn.HamtaAsync("/");

        sida.Url.AbsolutePath.ShouldBe("/");
        sida.Text.ShouldNotContain("Inget väntar på dig");
        (await (await sida.KlickaAsync("Se uppgifterna och bekräfta")).SkickaAsync("Uppgifterna stämmer")).Notis.ShouldContain("bekräftade");
        (await bjorn.HamtaAsync("/")).Url.AbsolutePath.ShouldBe("/identity-manager");
    }

    [Fact]
    public async Task Page_ShowsTheAddressOfLetters_ButTakesNoChangeOfIt()
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        var sida = await anna.HamtaAsync(Sidan);
        sida.Text.ShouldContain("Bergsvägen 1, 851 70 Sundsvall");
        sida.Text.ShouldContain("därför är det bara CSN som ändrar den");
        var form = (await sida.KlickaAsync("Ändra skoluppgifterna")).FindForm("Spara ändringen");
        foreach (var (falt, varde) in new[] { ("Gatuadress", "Hemma 1"), ("Postnummer", "11111"), ("Skola.Gatuadress", "Hemma 1"), ("Nu.Skola.Gatuadress", "Hemma 1"), ("SkolaId", "2"), ("ArKonflikt", "true") })
            form.Manipulera(falt, varde);

        (await form.SkickaAsync()).Notis.ShouldContain("Uppgifterna är sparade");

        await using var db = _portal.Databas.Alla();
        (await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.SodraBerget)).Gatuadress.ShouldBe("Bergsvägen 1");
    }

    [Theory]
    [InlineData("Telefon", "ring oss", "Skriv skolans telefonnummer")]
    [InlineData("Telefon", "", "Skriv skolans telefonnummer")]
    [InlineData("Epost", "fel", "Skriv skolans e-postadress")]
    [InlineData("Webbplats", "ftp://x.se", "Skriv webbplatsens adress")]
    public async Task FaultyFact_IsToldThere_AndWhatWasTypedIsKept(string falt, string varde, string mening)
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);

        var sida = await (await anna.HamtaAsync($"{Sidan}/andra")).SkickaAsync("Spara ändringen", (falt, varde), ("Skolsystem", "Nytt"));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(falt).ShouldHaveSingleItem().ShouldStartWith(mening);
        sida.FindForm("Spara ändringen").Varde(falt).ShouldBe(varde);
        sida.FindForm("Spara ändringen").Varde("Skolsystem").ShouldBe("Nytt");
    }

    [Fact]
    public async Task Facts_AreChanged_WithOldAndNewInTheHistory_AndTheSecondOfTwoSeesBoth()
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        var gammal = (await anna.HamtaAsync($"{Sidan}/andra")).FindForm("Spara ändringen").Satt("Telefon", "08-465 004 98");

        var sida = await (await anna.HamtaAsync($"{Sidan}/andra")).SkickaAsync("Spara ändringen", ("Telefon", "08-465 004 97"));
        sida.Url.AbsolutePath.ShouldBe(Sidan);
        sida.Text.ShouldContain("Telefon: 08-465 004 10 → 08-465 004 97");

        var konflikt = await gammal.SkickaAsync();
        konflikt.Status.ShouldBe(HttpStatusCode.Conflict);
        konflikt.Text.ShouldContain("Det som gäller och det du skrev");
        konflikt.Text.ShouldContain("08-465 004 97");
        (await konflikt.SkickaAsync("Spara ändringen")).Text.ShouldContain("Telefon: 08-465 004 97 → 08-465 004 98");
    }

    [Fact]
    public async Task Contact_IsAdded_Changed_AndRemoved_AndCsnSeesIt()
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        var ny = await (await anna.HamtaAsync(Sidan)).KlickaAsync("Lägg till kontaktperson");
        var fel = await ny.SkickaAsync("Lägg till", ("Namn", "Bo"), ("Epost", "x"));
        (fel.Status, fel.Fel.Count).ShouldBe((HttpStatusCode.BadRequest, 3), "role, name and mail");

        var sida = await fel.SkickaAsync("Lägg till", ("Roll", "Behorighet"), ("Namn", "Bo Behörig"), ("Telefon", "08-465 004 99"), ("Epost", "bo@sodraberget.example"));
        sida.Notis.ShouldContain("Kontaktpersonen är tillagd.");
        sida.Text.ShouldNotContain("Ingen är kontakt för");
        var id = await IdAsync("Bo Behörig");
        var andrad = await (await anna.HamtaAsync($"{Sidan}/kontaktpersoner/{id}")).SkickaAsync("Spara ändringen", ("Namn", "Bo Bättre"));
        andrad.Text.ShouldContain("Namn: Bo Behörig → Bo Bättre");

        using var berit = await _portal.InloggadAsync(Personer.BeritHagstrom);
        var csn = await berit.HamtaAsync($"/csn/skolor/{await SkolaIdAsync()}");
        csn.Text.ShouldContain("Bo Bättre");
        csn.Text.ShouldContain("Namn: Bo Behörig → Bo Bättre");

        var bort = await (await anna.HamtaAsync($"{Sidan}/kontaktpersoner/{id}/ta-bort")).SkickaAsync("Ta bort kontaktpersonen");
        bort.Notis.ShouldContain("Kontaktpersonen är borttagen.");
        (await anna.HamtaAsync($"{Sidan}/kontaktpersoner/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Contact_TheSecondOfTwo_IsTold()
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        var id = await IdAsync("Anna Lind");
        var gammal = (await anna.HamtaAsync($"{Sidan}/kontaktpersoner/{id}")).FindForm("Spara ändringen").Satt("Telefon", "08-465 004 96");
        var bort = (await anna.HamtaAsync($"{Sidan}/kontaktpersoner/{id}/ta-bort")).FindForm("Ta bort kontaktpersonen");
        await (await anna.HamtaAsync($"{Sidan}/kontaktpersoner/{id}")).SkickaAsync("Spara ändringen", ("Telefon", "08-465 004 95"));

        var konflikt = await gammal.SkickaAsync();
        (konflikt.Status, konflikt.Text.Contains("08-465 004 95", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        var kvar = await bort.SkickaAsync();
        kvar.Status.ShouldBe(HttpStatusCode.Conflict);
        kvar.Fel.ShouldHaveSingleItem().ShouldStartWith("Någon annan på skolan");
        (await kvar.SkickaAsync("Ta bort kontaktpersonen")).Notis.ShouldContain("borttagen");
        (await (await anna.HamtaAsync(Sidan)).SkickaAsync("Uppgifterna stämmer")).Fel.ShouldHaveSingleItem().ShouldStartWith("Lägg till minst en kontaktperson");
    }

    [Fact]
    public async Task MissingContact_OrAnotherSchools_IsNotFound()
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        var annans = await IdAsync("Fredrik Dahl");
        foreach (var adress in new[] { 0, 99_999_999, annans }.SelectMany(id => new[] { $"{id}", $"{id}/ta-bort" }))
            (await anna.HamtaAsync($"{Sidan}/kontaktpersoner/{adress}")).Status.ShouldBe(HttpStatusCode.NotFound);

        foreach (var (knapp, plats) in new[] { ("Spara ändringen", ""), ("Ta bort kontaktpersonen", "/ta-bort") })
        {
            var begaran = (await anna.HamtaAsync($"{Sidan}/kontaktpersoner/{await IdAsync("Anna Lind")}{plats}")).FindForm(knapp).Begaran();
            begaran.RequestUri = new Uri($"{Sidan}/kontaktpersoner/{annans}{plats}", UriKind.Relative);
            (await anna.SkickaAsync(begaran, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private async Task<long> SkolaIdAsync()
    {
        await using var db = _portal.Databas.Alla();
        return await db.Skolor.Where(s => s.Skolkod == Demoskolor.SodraBerget).Select(s => s.Id).SingleAsync();
    }

    private async Task<long> IdAsync(string namn)
    {
        await using var db = _portal.Databas.Alla();
        return await db.Nationellt<Skolkontaktperson>().Where(k => k.Namn == namn).Select(k => k.Id).SingleAsync();
    }

    private async Task BekraftadAsync(DateOnly dag)
    {
        var id = await SkolaIdAsync();
        await using var db = _portal.Databas.Alla();
        var rad = await db.Nationellt<Skolinformation>().SingleAsync(i => i.SkolaId == id);
        rad.Bekrafta(rad.BekraftadAvKontoId, SvenskTid.TillUtc(dag, new(23, 0)));
        await db.SaveChangesAsync();
    }
}
