using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Tests.Areas.Kontoadministration;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.CsnOrder;

/// <summary>Blankettservice's pages: queue, packed, sent, back-ordered, articles, stock, and who may order.</summary>
public sealed class BlankettserviceTests : IAsyncDisposable
{
    private const string Ko = "/csn/csn-order";

    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task WithoutTheRight_ThePagesAreForbidden_AndNotInTheMenu() =>
        Personer.VarOchEnUtanAsync(Rattighet.SkotaCsnOrder, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());
            var (order, artikel) = (await OrderAsync(), (await _portal.ArtikelAsync(1)).Id);

            foreach (var adress in new[] { "", $"/{order}", "/artiklar", "/artiklar/ny", $"/artiklar/{artikel}", $"/artiklar/{artikel}/andra", $"/artiklar/{artikel}/lager", $"/artiklar/{artikel}/dra-in" })
                (await klient.HamtaAsync(Ko + adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
            (await klient.HamtaAsync("/tillganglighet")).Dokument.QuerySelector($".meny a[href^='{Ko}']").ShouldBeNull();
        });

    [Fact]
    public async Task Missing_IsNotFound()
    {
        using var olof = await _portal.InloggadAsync(Personer.OlofRyden);
        foreach (var adress in new[] { "/99999999", "/artiklar/99999999", "/artiklar/99999999/andra", "/artiklar/99999999/lager", "/artiklar/99999999/dra-in" })
            (await olof.HamtaAsync(Ko + adress)).Status.ShouldBe(HttpStatusCode.NotFound, adress);

        var id = (await _portal.ArtikelAsync(1)).Id;
        foreach (var (fran, knapp, till) in new[]
        {
            ($"/artiklar/{id}/andra", "Spara ändringen", "/artiklar/99999999/andra"), ($"/artiklar/{id}/lager", "Ändra lagersaldot", "/artiklar/99999999/lager"),
            ($"/artiklar/{id}/dra-in", "Dra in artikeln", "/artiklar/99999999/dra-in"), ($"/artiklar/{id}/dra-in", "Dra in artikeln", "/artiklar/99999999/aterinfor"),
            ($"/{await OrderAsync()}", "Markera som packad", "/99999999/packad"), ($"/{await OrderAsync()}", "Markera som packad", "/99999999/skickad"),
            ($"/{await OrderAsync()}", "Markera som packad", "/99999999/rest"), ($"/{await OrderAsync()}", "Stryk raden", "/99999999/stryk"),
        })
        {
            var begaran = (await olof.HamtaAsync(Ko + fran)).FindForm(knapp).Begaran();
            begaran.RequestUri = new Uri(Ko + till, UriKind.Relative);
            (await olof.SkickaAsync(begaran, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.NotFound, till);
        }
    }

    [Fact]
    public async Task LogsInToTheQueue_PacksAndSends_AndTheRestWhenItComesIn()
    {
        var artikel = await _portal.ArtikelAsync(10);
        using var karin = await _portal.InloggadAsync(Personer.KarinVik);
        await karin.LaggIAsync(artikel, "30");
        var karins = (await karin.BestallAsync()).Url.AbsolutePath;
        using var olof = await _portal.InloggadAsync(Personer.OlofRyden);
        var ko = await olof.HamtaAsync("/");
        ko.Url.AbsolutePath.ShouldBe(Ko);
        ko.Dokument.QuerySelector($".meny a[href='{Ko}'] .meny__antal")!.TextContent.ShouldStartWith("3", Case.Sensitive, "two to pack, one packed");
        var nummer = (await karin.HamtaAsync(karins)).Texter(".kvitto__nummer")[0];

        var order = await ko.KlickaAsync(nummer);
        order.Text.ShouldContain("10 st");
        var packa = order.FindForm("Markera som packad");
        var packad = await packa.SkickaAsync();
        packad.Notis.ShouldContain("markerad som packad");
        (await packa.SkickaAsync()).Notis.ShouldContain("kan inte packas, för den är packad");
        (await karin.HamtaAsync($"{karins}/annullera")).Notis.ShouldContain("kan inte annulleras");
        (await olof.HamtaAsync($"{Ko}?flik=packade")).Text.ShouldContain(nummer);
        var sand = packad.FindForm("Markera som skickad");
        (await sand.SkickaAsync()).Notis.ShouldContain("Beställaren får ett mejl.");
        (await sand.SkickaAsync()).Notis.ShouldContain("den är skickad");
        (await olof.HamtaAsync($"{Ko}?flik=restnoterade")).Text.ShouldContain($"{nummer} Konstskolan Palett");

        var lager = await olof.HamtaAsync($"{Ko}/artiklar/{artikel.Id}/lager");
        lager.Text.ShouldContain("Restnoterat: 20 st.");
        var artikelsida = await lager.SkickaAsync("Ändra lagersaldot", ("Forandring", "100"), ("Skal", "Leverans från tryckeriet"));
        artikelsida.Text.ShouldContain("I lager 80 st");
        artikelsida.Text.ShouldContain("Lagersaldo ändrat · Olof Rydén Leverans från tryckeriet Saldo: 0 → 100");
        (await lager.FindForm("Ändra lagersaldot").Satt("Forandring", "100").Satt("Skal", "Leverans från tryckeriet").SkickaAsync()).Notis.ShouldContain("Se i historiken");
        var rest = await (await olof.HamtaAsync(Ko)).KlickaAsync(nummer);
        rest.Text.ShouldContain("20 st");
        (await rest.SkickaAsync("Markera resten som skickad")).Text.ShouldContain("Allt är skickat.");
        (await olof.HamtaAsync($"{Ko}?flik=skickade")).Text.ShouldContain(nummer);

        var skolans = await karin.HamtaAsync(karins);
        skolans.Text.ShouldContain("30 30 skickade");
        skolans.Text.ShouldContain("Restnoterat material skickat · CSN");
        (await _portal.LasAsync(db => db.UtgaendeMejl.Where(m => m.Amne.Contains(nummer)).OrderBy(m => m.Id).Select(m => m.Amne).ToListAsync()))
            .ShouldBe([$"Din beställning {nummer} är skickad", $"Resten av din beställning {nummer} är skickad"]);
    }

    [Fact]
    public async Task Order_IsFoundByWhatTheSchoolSays_AndALineThatNeverComesIsStruck()
    {
        var artikel = await _portal.ArtikelAsync(10);
        using var karin = await _portal.InloggadAsync(Personer.KarinVik);
        await karin.LaggIAsync(artikel, "30");
        var karins = (await karin.BestallAsync()).Url.AbsolutePath;
        var nummer = (await karin.HamtaAsync(karins)).Texter(".kvitto__nummer")[0];
        using var olof = await _portal.InloggadAsync(Personer.OlofRyden);

        var funna = await (await olof.HamtaAsync(Ko)).FindForm("Sök").Satt("sok", nummer.ToLowerInvariant()).SkickaAsync();
        funna.Texter("tbody th").ShouldBe([nummer]);
        (await olof.HamtaAsync($"{Ko}?sok=12345678")).Text.ShouldContain("Ingen beställning stämmer");
        var order = await funna.KlickaAsync(nummer);
        var form = order.FindForm("Stryk raden").ValjText($"{artikel.Benamning}, 20 st");
        var nej = await form.Satt("Skal", "").SkickaAsync();
        nej.Status.ShouldBe(HttpStatusCode.BadRequest);
        nej.FelFor("Skal").ShouldHaveSingleItem().ShouldStartWith("Skriv varför");
        var struken = await form.Satt("Skal", "Trycks inte mer.").SkickaAsync();

        struken.Notis.ShouldContain("Raden är struken. Den som beställde får ett mejl.");
        struken.Text.ShouldContain("10 ska packas, 20 strukna, kommer inte");
        struken.HarForm($"{Ko}/{karins.Split('/')[^1]}/stryk").ShouldBeFalse();
        (await form.Satt("Skal", "Trycks inte mer.").SkickaAsync()).Notis.ShouldContain("inte restnoterad längre");
        (await karin.HamtaAsync(karins)).Text.ShouldContain("Restnoterat material struket · CSN Trycks inte mer.");
    }

    [Fact]
    public async Task Article_IsAdded_Changed_AndWithdrawn_AndTheSecondOfTwoSeesWhatHolds()
    {
        using var olof = await _portal.InloggadAsync(Personer.OlofRyden);
        var sida = await Fyll(await (await olof.HamtaAsync($"{Ko}/artiklar")).KlickaAsync("Ny artikel")).SkickaAsync();
        sida.Notis.ShouldContain("Artikeln är tillagd.");
        sida.Text.ShouldContain("Artikel tillagd · Olof Rydén");
        var adress = sida.Url.AbsolutePath;

        var gammal = (await olof.HamtaAsync($"{adress}/andra")).FindForm("Spara ändringen").Satt("Mest", "900");
        (await (await sida.KlickaAsync("Ändra")).SkickaAsync("Spara ändringen", ("Utgava", "2027-01"))).Text.ShouldContain("Utgåva: 2026-11 → 2027-01");
        var konflikt = await gammal.SkickaAsync();
        konflikt.Status.ShouldBe(HttpStatusCode.Conflict);
        konflikt.Text.ShouldContain("Utgåva 2027-01");
        (await konflikt.SkickaAsync("Spara ändringen")).Text.ShouldContain("Högst per beställning: 200 → 900");

        var dragen = await (await (await olof.HamtaAsync(adress)).KlickaAsync("Dra in")).SkickaAsync("Dra in artikeln");
        dragen.Notis.ShouldContain("Artikeln är indragen.");
        using var karin = await _portal.InloggadAsync(Personer.KarinVik);
        (await karin.HamtaAsync("/csn-order?sprak=Dari")).Text.ShouldContain("Ingen artikel stämmer");
        (await olof.HamtaAsync($"{adress}/dra-in")).Notis.ShouldContain("redan indragen");
        (await dragen.SkickaAsync("Gör beställbar igen")).Notis.ShouldContain("går att beställa igen");
        (await karin.HamtaAsync("/csn-order?sprak=Dari")).Text.ShouldContain("Om CSN på dari");
    }

    [Theory]
    [InlineData("Nummer", "9609W", "En annan artikel har det numret.")]
    [InlineData("Nummer", "", "Skriv artikelnumret")]
    [InlineData("Namn", "", "Skriv ett namn")]
    [InlineData("Beskrivning", "", "Skriv vad artikeln är till för")]
    [InlineData("Utgava", "", "Skriv utgåvan")]
    [InlineData("Minst", "0", "Skriv hur många man minst får beställa")]
    [InlineData("Mest", "många", "Skriv hur många man högst får beställa")]
    [InlineData("Mest", "5", "Det högsta antalet kan inte vara mindre")]
    [InlineData("Bild", "", "Välj en bild.")]
    [InlineData("Sprak", "", "Välj ett språk.")]
    public async Task FaultyField_IsToldThere_AndWhatWasTypedIsKept(string falt, string varde, string mening)
    {
        using var olof = await _portal.InloggadAsync(Personer.OlofRyden);
        var sida = await Fyll(await olof.HamtaAsync($"{Ko}/artiklar/ny")).Satt(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(falt)[0].ShouldStartWith(mening);
        sida.FindForm("Lägg till artikeln").Varde(falt).ShouldBe(varde);
        (await _portal.LasAsync(db => db.Materialartiklar.AnyAsync(a => a.Namn == "Om CSN på dari"))).ShouldBeFalse();
    }

    [Fact]
    public async Task TamperedPosts_ChangeNothingThatTheFormsDoNotAsk()
    {
        using var olof = await _portal.InloggadAsync(Personer.OlofRyden);
        var form = Fyll(await olof.HamtaAsync($"{Ko}/artiklar/ny"));
        foreach (var (falt, varde) in new[] { ("Saldo", "500"), ("Status", "Indragen"), ("Nu.Saldo", "500"), ("Id", "1") })
            form.Manipulera(falt, varde);
        (await form.SkickaAsync()).Text.ShouldContain("I lager 0 st");
        foreach (var (falt, varde) in new[] { ("Slag", "1"), ("Sprak", "svenska"), ("Bild", "../hemligt") })
            (await Fyll(await olof.HamtaAsync($"{Ko}/artiklar/ny")).Manipulera("Nummer", "X1").Manipulera(falt, varde).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);

        var artikel = await _portal.ArtikelAsync(5);
        var lager = (await olof.HamtaAsync($"{Ko}/artiklar/{artikel.Id}/lager")).FindForm("Ändra lagersaldot");
        foreach (var (falt, varde) in new[] { ("Forandring", "-6"), ("Forandring", "0"), ("Forandring", "2147483648"), ("Skal", "") })
        {
            var nej = await lager.Satt("Forandring", "1").Satt("Skal", "Inventering").Satt(falt, varde).SkickaAsync();
            nej.Status.ShouldBe(HttpStatusCode.BadRequest);
            nej.FelFor(falt).ShouldNotBeEmpty();
        }

        var order = (await olof.HamtaAsync($"{Ko}/{await OrderAsync()}")).FindForm("Markera som packad");
        (await order.Manipulera("Version", "x").SkickaAsync()).Notis.ShouldContain("har ändrats sedan du öppnade sidan");
        (await _portal.SaldoAsync(artikel)).ShouldBe(5);
    }

    /// <summary>The permission is given and taken where all permissions are; the pages open and close with it.</summary>
    [Fact]
    public async Task Permission_IsGivenAndTaken_ByBlankettservice()
    {
        var fall = new Kontofall(_portal);
        var anna = await fall.ForAsync(Personer.AnnaLind);
        using var klient = await _portal.InloggadAsync(Personer.AnnaLind);
        (await klient.HamtaAsync("/csn-order")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var olof = await _portal.InloggadAsync(Personer.OlofRyden);
        var adress = $"/identity-manager/anvandare/{anna.Id}/behorigheter";

        var form = await olof.HamtaAsync(adress);
        form.Texter("legend").ShouldBe(["CSN-order"]);
        (await form.SkickaAsync("Spara behörigheterna", ("Rader[0].Ska", "true"))).Notis.ShouldContain("sparade");
        (await klient.HamtaAsync("/csn-order")).Rubrik.ShouldBe("Beställ material");
        (await (await olof.HamtaAsync(adress)).SkickaAsync("Spara behörigheterna", ("Rader[0].Ska", null))).Notis.ShouldContain("sparade");
        (await klient.HamtaAsync("/csn-order")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Formular Fyll(Sida sida) => sida.FindForm("Lägg till artikeln")
        .Satt("Nummer", "4010D").Satt("Namn", "Om CSN på dari").Satt("Beskrivning", "För den som är ny.").Satt("Slag", "Broschyr").Satt("Sprak", "Dari")
        .Satt("Utgava", "2026-11").Satt("Bild", "Studiehjalp").Satt("Minst", "10").Satt("Mest", "200");

    /// <summary>The demo's order with something to pack.</summary>
    private Task<long> OrderAsync() => _portal.LasAsync(db => db.Nationellt<Materialbestallning>().Where(b => b.Status == Materialstatus.Mottagen).OrderBy(b => b.Id).Select(b => b.Id).FirstAsync());
}
