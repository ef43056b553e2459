using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering;

/// <summary>Adding a student by hand: any school the protected, schools that report on screen everybody. Today is 22 November 2026.</summary>
public sealed class NyStuderandeTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private const string Adress = "/studerande/ny";

    private static int _nummer;

    private readonly Skolkvarld _varld = new(portal);

    public static IEnumerable<object[]> UtanRatten => Personer.Utan(Rattighet.RapporteraHandelser);

    [Theory, MemberData(nameof(UtanRatten))]
    public async Task WithoutTheRight_ThePageIsForbidden(Person person)
    {
        using var klient = await portal.InloggadAsync(person);

        (await klient.HamtaAsync(Adress)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task ManualSchool_AddsAStudent_WhoCanBeReportedAtOnce()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var form = await (await anna.HamtaAsync("/studerande")).KlickaAsync("Lägg till studerande");
        var nummer = Nummer();

        var sida = await form.SkickaAsync("Lägg till", ("Personnummer", nummer), ("Fornamn", " Tilda "), ("Efternamn", "Nybergsson"), ("Klass", "EK26A"));

        var studerande = (await MedAsync(nummer))!;
        sida.Url.PathAndQuery.ShouldBe($"/studerande/{studerande.Id}");
        sida.Notis.ShouldContain("Tilda Nybergsson är tillagd. Nu kan du rapportera.");
        sida.Text.ShouldContain("Studerande tillagd för hand · Anna Lind");
        (studerande.Fornamn, studerande.Klass, studerande.Skydd).ShouldBe(("Tilda", "EK26A", Personskydd.Inget));
        (await anna.HamtaAsync($"/studerande/{studerande.Id}/rapportera")).Texter(".valista a").ShouldContain("Börjat studera");
        var traff = await (await anna.HamtaAsync("/studerande")).SkickaAsync("/studerande/sok", ("Text", "Nybergsson"));
        traff.Texter("tbody th").ShouldBe(["Tilda Nybergsson"]);
    }

    [Theory]
    [InlineData("Personnummer", "", "Personnumret saknas eller är fel")]
    [InlineData("Personnummer", "20090412-2388", "Personnumret saknas eller är fel")]
    [InlineData("Personnummer", "20991231-2389", "Personnumret saknas eller är fel")]
    [InlineData("Fornamn", " ", "Skriv förnamn")]
    [InlineData("Efternamn", "", "Skriv efternamn")]
    [InlineData("Klass", "en klass med ett alldeles för långt namn", "Skriv klassen med högst 20 tecken")]
    public async Task Post_WithAFaultyField_SaysSoThere_AndKeepsWhatWasTyped(string falt, string varde, string mening)
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var nummer = Nummer();
        var form = (await anna.HamtaAsync(Adress)).FindForm("Lägg till").Satt("Personnummer", nummer).Satt("Fornamn", "Tilda").Satt("Efternamn", "Nyberg").Satt("Skydd", "true");

        var sida = await form.Satt(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(falt).ShouldHaveSingleItem().ShouldStartWith(mening);
        sida.FindForm("Lägg till").Varde(falt).ShouldBe(varde);
        sida.FindForm("Lägg till").Varde("Skydd").ShouldBe("true");
        (await MedAsync(nummer)).ShouldBeNull();
    }

    /// <summary>What the form does not ask is not taken: neither another school nor a key.</summary>
    [Fact]
    public async Task TamperedPost_AddsAtTheOwnSchoolOnly()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var annan = await _varld.ElevAsync(skolkod: Demoskolor.NorraHamnen);
        var nummer = Nummer();

        var sida = await Fyll(await anna.HamtaAsync(Adress), nummer).Manipulera("SkolaId", $"{annan.SkolaId}").Manipulera("Id", $"{annan.Id}").Manipulera("Sida.Finns", $"{annan.Id}").SkickaAsync();

        sida.Notis.ShouldContain("är tillagd");
        (await MedAsync(nummer))!.SkolaId.ShouldNotBe(annan.SkolaId);
    }

    [Fact]
    public async Task Existing_IsSaidAndLinkedTo_AsTheSearchDoes_ProtectedOrNot()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        foreach (var skydd in Enum.GetValues<Personskydd>())
        {
            var elev = await _varld.ElevAsync("Hemliga", "Hemligsson", skydd: skydd);

            var sida = await Fyll(await anna.HamtaAsync(Adress), elev.Personnummer.Fullt).SkickaAsync();

            sida.Status.ShouldBe(HttpStatusCode.BadRequest);
            sida.FelFor("Personnummer").ShouldHaveSingleItem().ShouldContain("Det finns redan en studerande");
            sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain("Hemlig");
            (await sida.KlickaAsync("Öppna den studerande som finns")).Url.PathAndQuery.ShouldBe($"/studerande/{elev.Id}");
            (await _varld.HandelserAsync(AuditObjects.Studerande, elev.Id)).ShouldHaveSingleItem().Outcome.ShouldBe(AuditOutcome.Refused);
        }
    }

    [Fact]
    public async Task Existing_WithProtectionTicked_IsProtected()
    {
        var elev = await _varld.ElevAsync("Snart", "Skyddadsson");
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await Fyll(await anna.HamtaAsync(Adress), elev.Personnummer.Fullt).Satt("Skydd", "true").SkickaAsync();

        sida.Url.PathAndQuery.ShouldBe($"/studerande/{elev.Id}");
        sida.Notis.ShouldContain("fanns redan hos er. Personuppgifterna är nu skyddade.");
        sida.Text.ShouldContain("Personuppgifterna skyddade · Anna Lind");
        sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain("Skyddadsson");
        (await _varld.HandelserAsync(AuditObjects.Studerande, elev.Id)).Select(e => e.Act).ShouldBe([Acts.StudentProtected]);
        (await (await anna.HamtaAsync("/studerande")).SkickaAsync("/studerande/sok", ("Text", "Skyddadsson"))).Text.ShouldContain("Ingen studerande hittades");
    }

    /// <summary>Mixed mode (domain.md section 2): a file school enters and reports a protected student by hand, and nobody else.</summary>
    [Fact]
    public async Task FileSchool_AddsAndReportsTheProtectedByHand_AndNobodyElse()
    {
        using var david = await portal.InloggadAsync(Personer.DavidAbdi);
        await david.ValjSkolaAsync(Demoskolor.NorraHamnen);
        var form = await david.HamtaAsync(Adress);
        form.Text.ShouldContain("För hand lägger du bara till den som har skyddade personuppgifter.");
        form.Dokument.QuerySelector("main a[href='/filer']").ShouldNotBeNull();
        var nummer = Nummer();

        var nej = await Fyll(form, nummer).SkickaAsync();
        nej.Status.ShouldBe(HttpStatusCode.BadRequest);
        nej.FelFor("Skydd").ShouldHaveSingleItem().ShouldContain("Alla andra läggs till när ni skickar en fil.");
        (await MedAsync(nummer)).ShouldBeNull();
        var sida = await nej.FindForm("Lägg till").Satt("Skydd", "true").SkickaAsync();

        sida.Notis.ShouldContain("Den studerande är tillagd. Nu kan du rapportera.");
        sida.Rubrik.ShouldBe(Studerande.SkyddadText);
        sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain("Nyberg");
        sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain(nummer);
        var skyddad = (await MedAsync(nummer))!;
        skyddad.ArSkyddad.ShouldBeTrue();
        (await _varld.VisningarAsync(skyddad)).ShouldBe(1);

        var start = await (await david.HamtaAsync($"/studerande/{skyddad.Id}/rapportera")).KlickaAsync("Börjat studera");
        var ifylld = start.FindForm("Granska");
        foreach (var (falt, varde) in Handelseexempel.Falt(Handelseslag.BorjatStudera, Core.Skolor.Skolform.Gymnasieskola))
            ifylld.Satt($"Falt[{falt}]", varde);
        (await (await ifylld.SkickaAsync()).SkickaAsync("Skicka")).Rubrik.ShouldBe("Skickat: börjat studera");

        var annan = await _varld.ElevAsync(skolkod: Demoskolor.NorraHamnen);
        var valj = await david.HamtaAsync($"/studerande/{annan.Id}/rapportera");
        valj.Text.ShouldContain("Händelser rapporteras inte här.");
        valj.Dokument.QuerySelector(".ds-alert a[href='/filer']").ShouldNotBeNull();
        valj.Texter(".valista a").ShouldNotContain("Börjat studera");
        (await david.HamtaAsync($"/studerande/{annan.Id}/rapportera/11")).Text.ShouldContain("Händelser rapporteras inte här.");
        foreach (var adress in new[] { "/kvar-att-rapportera", "/rapportera-flera" })
            (await david.HamtaAsync(adress)).Dokument.QuerySelector(".ds-alert a[href='/filer']").ShouldNotBeNull(adress);
    }

    [Fact]
    public async Task LadokSchool_AddsTheProtectedOnly_AndHasNoLinkToFiles()
    {
        using var ingrid = await portal.InloggadAsync(Personer.IngridStorm);
        var form = await ingrid.HamtaAsync(Adress);
        form.Text.ShouldContain("Skolan rapporterar genom Ladok, och alla andra läggs till där.");
        form.Dokument.QuerySelector("main a[href='/filer']").ShouldBeNull();
        form.Texter("label").ShouldNotContain(t => t.StartsWith("Klass", StringComparison.Ordinal));
        var nummer = Nummer();

        (await Fyll(form, nummer).SkickaAsync()).FelFor("Skydd").ShouldHaveSingleItem().ShouldContain("Alla andra läggs till genom Ladok.");
        (await MedAsync(nummer)).ShouldBeNull();
        (await Fyll(form, nummer).Satt("Skydd", "true").SkickaAsync()).Notis.ShouldContain("Den studerande är tillagd");
    }

    /// <summary>A personnummer that nobody has is not typed twice, and stands in no address.</summary>
    [Fact]
    public async Task EmptySearch_LeadsToTheForm_WithTheNumberThatWasSearched()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var nummer = Nummer();
        var traff = await (await anna.HamtaAsync("/studerande")).SkickaAsync("/studerande/sok", ("Text", nummer));

        var form = await traff.KlickaAsync("Lägg till den du söker");

        form.FindForm("Lägg till").Varde("Personnummer").ShouldBe(nummer);
        form.Url.PathAndQuery.ShouldStartWith($"{Adress}?sok=");
        form.Url.PathAndQuery.ShouldNotContain(nummer[9..]);
        var sida = await form.SkickaAsync("Lägg till", ("Fornamn", "Sökt"), ("Efternamn", "Söktsson"));
        sida.Notis.ShouldContain("Sökt Söktsson är tillagd");

        using var annan = await portal.InloggadAsync(Personer.AnnaLind);
        (await annan.HamtaAsync(form.Url.PathAndQuery)).FindForm("Lägg till").Varde("Personnummer").ShouldBe("");
        var namn = await (await anna.HamtaAsync("/studerande")).SkickaAsync("/studerande/sok", ("Text", "Finnsintesson"));
        (await namn.KlickaAsync("Lägg till den du söker")).FindForm("Lägg till").Varde("Personnummer").ShouldBe("");
    }

    [Fact]
    public async Task PostTwice_MakesOne()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var nummer = Nummer();
        var form = Fyll(await anna.HamtaAsync(Adress), nummer);

        var svar = await Task.WhenAll(form.SkickaUtanOmdirigeringAsync(), form.SkickaUtanOmdirigeringAsync());

        svar.Select(s => s.Status).ShouldBe([HttpStatusCode.Found, HttpStatusCode.BadRequest], ignoreOrder: true);
        svar.Single(s => s.Status == HttpStatusCode.BadRequest).Text.ShouldContain("Öppna den studerande som finns");
        await using var db = portal.Databas.Alla();
        (await db.Nationellt<Studerande>().CountAsync(s => s.Personnummer == Personnummer.FranVarde(nummer.Replace("-", "", StringComparison.Ordinal)))).ShouldBe(1);
    }

    private static Formular Fyll(Sida sida, string nummer) => sida.FindForm("Lägg till").Satt("Personnummer", nummer).Satt("Fornamn", "Tilda").Satt("Efternamn", "Nyberg");

    private static string Nummer() => $"20090412-N{Interlocked.Increment(ref _nummer):000}";

    private async Task<Studerande?> MedAsync(string nummer)
    {
        var person = Personnummer.FranVarde(nummer.Replace("-", "", StringComparison.Ordinal));
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Studerande>().AsNoTracking().SingleOrDefaultAsync(s => s.Personnummer == person);
    }
}
