using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Start;

/// <summary>What each kind of school meets first: what it does there, what waits, and what has happened. Today is 22 November 2026.</summary>
public sealed class SkolstartTests : Skolstart
{
    public static IEnumerable<object[]> Knappar() =>
    [
        [Personer.AnnaLind, new[] { "Rapportera ogiltig frånvaro", "Rapportera en händelse" }],
        [Personer.DavidAbdi, new[] { "Skicka fil", "Rapportera ogiltig frånvaro" }],
        [Personer.FredrikDahl, new[] { "Rapportera en händelse", "Rapportera ogiltig frånvaro" }],
        [Personer.GunBerg, new[] { "Rapportera en händelse", "Rapportera ogiltig frånvaro" }],
        [Personer.KarinVik, new[] { "Rapportera en händelse", "Rapportera ogiltig frånvaro" }],
        [Personer.HasanYilmaz, new[] { "Rapportera en händelse" }],
        [Personer.JonasHolm, new[] { "Rapportera en händelse" }],
        [Personer.IngridStorm, new[] { "Rapportera intyg eller avstängning", "Se det som kommit från Ladok" }],
    ];

    [Theory, MemberData(nameof(Knappar))]
    public async Task Index_LeadsToWhatTheSchoolDoesMost(Person person, string[] knappar)
    {
        using var klient = await InloggadAsync(person);

        var sida = await klient.HamtaAsync("/");

        sida.Texter(".sidrubrik .ds-button").ShouldBe(knappar);
        sida.Dokument.QuerySelector(".sidrubrik .ds-button")!.GetAttribute("data-variant").ShouldBe("primary");
        foreach (var knapp in knappar)
            (await sida.KlickaAsync(knapp)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ChooseForAnEvent_LeadsFromTheName_AlsoAfterASearch()
    {
        var elev = await new Skolkvarld(Portal).ElevAsync("Vald", "Valdsson");
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var lista = await (await anna.HamtaAsync("/")).KlickaAsync("Rapportera en händelse");
        lista.Rubrik.ShouldBe("Välj studerande");

        var traff = await lista.SkickaAsync("Sök", ("Text", "Valdsson"));

        (await traff.KlickaAsync("Vald Valdsson")).Url.AbsolutePath.ShouldBe($"/studerande/{elev.Id}/rapportera");
        (await traff.KlickaAsync("Visa alla")).Url.PathAndQuery.ShouldBe("/studerande?rapportera=handelse");
    }

    /// <summary>Nothing is said of ogiltig frånvaro where it cannot occur: no menu, no stop day, no help.</summary>
    [Theory]
    [InlineData("hasyil01", Demoskolor.Malarstranden)]
    [InlineData("jonhol01", Demoskolor.Tonklang)]
    [InlineData("ingsto01", Demoskolor.Lindsala)]
    public async Task SchoolWithoutSkolk_ReadsNothingOfIt(string vem, string skolkod)
    {
        var elev = await new Skolkvarld(Portal).ElevAsync(skolkod: skolkod, avdelning: Avdelning.B, fodd: new(1999, 4, 12));
        using var klient = await Portal.InloggadAsync(Personer.Alla.Single(p => p.Anvandarnamn == vem));

        foreach (var adress in new[] { "/", "/studerande", "/studerande?rapportera=handelse", $"/studerande/{elev.Id}", $"/studerande/{elev.Id}/rapportera", $"/studerande/{elev.Id}/rapportera/31", "/rapportera-flera", "/rapportera-flera/31", "/kvar-att-rapportera", "/utkast", "/kvittenser", "/filer" })
        {
            var sida = await klient.HamtaAsync(adress);
            sida.Status.ShouldBe(HttpStatusCode.OK, adress);
            var text = sida.Dokument.Body!.TextContent.Replace("skolkod", "", StringComparison.OrdinalIgnoreCase);
            text.ShouldNotContain("skolk", Case.Insensitive, adress);
            text.ShouldNotContain("ogiltig", Case.Insensitive, adress);
        }

        (await klient.HamtaAsync("/")).Text.ShouldNotContain("stoppa utbetalningen");
        Encoding.UTF8.GetString((await klient.HamtaAsync("/studerande/csv")).Innehall).ShouldNotContain("kolk");
    }

    [Fact]
    public async Task SchoolWithoutSkolk_ThatComesToItsPagesAnyway_IsToldWhatToDoInstead()
    {
        using var hasan = await Portal.InloggadAsync(Personer.HasanYilmaz);

        var lista = await hasan.HamtaAsync("/ogiltig-franvaro");
        lista.Text.ShouldContain("Er skolform rapporterar inte ogiltig frånvaro");
        lista.Texter("main a").ShouldNotContain("Rapportera ogiltig frånvaro");
        var valj = await hasan.HamtaAsync("/studerande?rapportera=ja");
        valj.Text.ShouldContain("Er skolform rapporterar inte ogiltig frånvaro");
        valj.Dokument.QuerySelectorAll("table a").ShouldAllBe(a => a.GetAttribute("href")!.EndsWith("/rapportera"));
    }

    [Fact]
    public async Task ExpectedStudent_IsADutyUntilReported()
    {
        await using (var db = Portal.Databas.Alla())
        {
            var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.Malarstranden);
            var ny = new Studerande(skola.Id, Personnummer.FranVarde("19990412A901"), "Ny", "Nysson", Personskydd.Inget);
            ny.Vanta(new(2026, 8, 17), "Nätverkstekniker");
            db.Add(ny);
            await db.SaveChangesAsync();
        }

        using var hasan = await Portal.InloggadAsync(Personer.HasanYilmaz);
        var fore = (await KortAsync(hasan)).Single(k => k.Url == "/kvar-att-rapportera#kvar-11");
        var lista = await hasan.HamtaAsync("/kvar-att-rapportera");
        lista.Texter("#kvar-11").ShouldBe([$"Har de börjat? ({fore.Tal})"]);

        var form = await (await lista.KlickaAsync("Ny Nysson")).KlickaAsync("Ej påbörjat");
        await (await form.SkickaAsync("Granska", ("Falt[forsta_dag]", "2026-08-17"))).SkickaAsync("Skicka");

        var efter = (await KortAsync(hasan)).Where(k => k.Url == "/kvar-att-rapportera#kvar-11").Select(k => int.Parse(k.Tal)).SingleOrDefault();
        efter.ShouldBe(int.Parse(fore.Tal) - 1);
    }

    [Fact]
    public async Task Draft_IsADuty_AndWhatIsSentHasHappened()
    {
        var elev = await new Skolkvarld(Portal).ElevAsync("Frida", "Frånsson");
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var granska = await (await anna.HamtaAsync($"/studerande/{elev.Id}/rapportera/31")).SkickaAsync("Granska", ("Falt[forsta_dag]", "2026-11-02"));
        (await KortAsync(anna)).ShouldContain(("1", "händelse ifylld men inte skickad", "Fortsätt med utkastet", "/utkast"));

        var kvittens = await granska.SkickaAsync("Skicka");

        var start = await anna.HamtaAsync("/");
        Kort(start).ShouldNotContain(k => k.Url == "/utkast");
        start.Texter(".handelser li")[0].ShouldContain("Rapporterat: Frånvaro Frida Frånsson · Anna Lind");
        (await start.KlickaAsync("Rapporterat: Frånvaro")).Url.ShouldBe(kvittens.Url);

        var handelse = kvittens.Dokument.QuerySelector("a[href^='/handelser/']")!.GetAttribute("href")!;
        await (await (await anna.HamtaAsync($"{handelse}/andra")).SkickaAsync("Granska", ("Falt[forsta_dag]", "2026-11-03"))).SkickaAsync("Skicka ändringen");
        (await anna.HamtaAsync("/")).Texter(".handelser li")[0].ShouldContain("Ändrat: Frånvaro Frida Frånsson");

        var historik = (await anna.HamtaAsync($"/studerande/{elev.Id}")).Texter("section[aria-labelledby='historik'] li");
        historik[0].ShouldContain("Händelse ändrad · Anna Lind Frånvaro: 2026-11-03");
        historik[1].ShouldContain("Händelse rapporterad · Anna Lind Frånvaro: 2026-11-02");
    }

    [Fact]
    public async Task StudyTimesDraft_IsADuty_AndWhatIsSentOrChangedHasHappened_ForThoseWhoReportThem()
    {
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        (await KortAsync(anna)).ShouldContain(("2027/28", "utkast av studietider är inte skickat", "Fortsätt med studietiderna", "/studietider/2027-28"));

        var kvittens = await (await anna.HamtaAsync("/studietider/2027-28/granska")).SkickaAsync("Skicka till CSN");

        var start = await anna.HamtaAsync("/");
        Kort(start).ShouldNotContain(k => k.Url == "/studietider/2027-28");
        start.Texter(".handelser li")[0].ShouldContain("Studietider inskickade 2027/28 · Anna Lind");
        (await start.KlickaAsync("Studietider inskickade")).Url.ShouldBe(kvittens.Url);

        var utbildning = await (await (await anna.HamtaAsync("/utbildningar")).KlickaAsync("Ekonomiprogrammet")).KlickaAsync("Ändra");
        await utbildning.SkickaAsync("Spara ändringen", ("TillLasar", "2030/31"));
        (await anna.HamtaAsync("/")).Texter(".handelser li")[0].ShouldContain("Utbildning ändrad Ekonomiprogrammet · Anna Lind");
    }

    [Fact]
    public async Task Taken_Back_HasHappened_AndLeadsToTheEvent()
    {
        var elev = await new Skolkvarld(Portal).ElevAsync("Tage", "Tagesson");
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        var kvittens = await (await (await anna.HamtaAsync($"/studerande/{elev.Id}/rapportera/31")).SkickaAsync("Granska", ("Falt[forsta_dag]", "2026-11-02"))).SkickaAsync("Skicka");
        var handelse = kvittens.Dokument.QuerySelector("a[href^='/handelser/']")!.GetAttribute("href")!;
        var tillbaka = await anna.HamtaAsync($"{handelse}/ta-tillbaka");
        await tillbaka.SkickaAsync($"{handelse}/ta-tillbaka");

        var start = await anna.HamtaAsync("/");

        start.Texter(".handelser li")[0].ShouldContain("Taget tillbaka: Frånvaro Tage Tagesson · Anna Lind");
        (await start.KlickaAsync("Taget tillbaka: Frånvaro")).Url.AbsolutePath.ShouldBe(handelse);
        var historik = (await anna.HamtaAsync($"/studerande/{elev.Id}")).Texter("section[aria-labelledby='historik'] li");
        historik.Count.ShouldBe(2);
        historik.ShouldContain(t => t.Contains("Händelse tillbakatagen · Anna Lind"));
    }

    [Fact]
    public async Task ProtectedStudent_IsMaskedInWhatHasHappened()
    {
        var elev = await new Skolkvarld(Portal).ElevAsync("Hemlig", "Hemligsson", skydd: Personskydd.Skyddad);
        using var anna = await Portal.InloggadAsync(Personer.AnnaLind);
        await (await (await anna.HamtaAsync($"/studerande/{elev.Id}/rapportera/31")).SkickaAsync("Granska", ("Falt[forsta_dag]", "2026-11-02"))).SkickaAsync("Skicka");

        var start = await anna.HamtaAsync("/");

        start.Texter(".handelser li")[0].ShouldContain("Rapporterat: Frånvaro Skyddade personuppgifter");
        Encoding.UTF8.GetString(start.Innehall).ShouldNotContain("Hemligsson");
        Encoding.UTF8.GetString((await anna.HamtaAsync($"/studerande/{elev.Id}")).Innehall).ShouldNotContain("Hemligsson");
    }

    [Fact]
    public async Task NothingToDo_SaysSo()
    {
        using var karin = await Portal.InloggadAsync(Personer.KarinVik);

        var sida = await karin.HamtaAsync("/");

        sida.Dokument.QuerySelectorAll(".kort").ShouldBeEmpty();
        sida.Texter(".tomt h2").ShouldBe(["Inget väntar på dig"]);
    }

    /// <summary>Session, what is counted, reports that wait, what has happened; nothing about reports where there are none.</summary>
    [Theory]
    [InlineData("annlin01", 4)]
    [InlineData("fredah01", 4)]
    [InlineData("hasyil01", 3)]
    [InlineData("ingsto01", 3)]
    public async Task Index_WithNothingNew_AsksTheDatabaseFewTimes(string vem, int antal)
    {
        // From the start: Entity Framework asks once a second whether anybody listens.
        using var raknare = new Kommandoraknare(Portal.Databas.Fil);
        using var klient = await Portal.InloggadAsync(Personer.Alla.Single(p => p.Anvandarnamn == vem));
        await klient.HamtaAsync("/");
        raknare.Kommandon.Clear();

        await klient.HamtaAsync("/");

        raknare.Kommandon.Count.ShouldBe(antal, string.Join("\n\n", raknare.Kommandon));
    }
}
