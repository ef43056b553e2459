using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.CsnOrder;

/// <summary>The school's pages: list, basket, check, order, history, again. Karin holds CSN-order at Konstskolan Palett.</summary>
public sealed class BestallMaterialTests : IAsyncDisposable
{
    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task WithoutTheRight_ThePagesAreForbidden_AndNotInTheMenu() =>
        Personer.VarOchEnUtanAsync(Rattighet.BestallMaterial, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());
            var id = await KarinsAsync(Materialstatus.Mottagen);

            foreach (var adress in new[] { "", "/korg", "/granska", "/bestallningar", $"/bestallningar/{id}", $"/bestallningar/{id}/annullera" })
                (await klient.HamtaAsync("/csn-order" + adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
            (await klient.HamtaAsync("/tillganglighet")).Dokument.QuerySelector(".meny a[href^='/csn-order']").ShouldBeNull();
        });

    [Fact]
    public async Task FromTheMenu_ToTheBasket_TheCheckPage_AndTheReceipt()
    {
        var (finns, delvis) = (await _portal.ArtikelAsync(1_000, minst: 10), await _portal.ArtikelAsync(40));
        using var karin = await _portal.InloggadAsync(Personer.KarinVik);
        var lista = await (await karin.HamtaAsync("/")).KlickaAsync("Beställ material");
        lista.Rubrik.ShouldBe("Beställ material");
        lista.Text.ShouldContain("Studiehjälp för gymnasiet Broschyr på arabiska. 4010A, utgåva 2026-08.");
        lista.Text.ShouldContain("Slut, restnoteras");
        lista.Text.ShouldNotContain("Studiehjälp 2025", Case.Sensitive, "withdrawn");
        (await karin.HamtaAsync("/csn-order?sprak=Arabiska&slag=Blankett")).Text.ShouldContain("Ingen artikel stämmer med urvalet.");
        (await karin.HamtaAsync("/csn-order?sprak=7&slag=x&sida=x")).Status.ShouldBe(HttpStatusCode.OK);

        (await karin.LaggIAsync(finns, "20")).Notis.ShouldContain($"20 st {finns.Benamning} ligger i korgen.");
        (await karin.LaggIAsync(delvis, "60")).Text.ShouldContain("Till korgen (2 artiklar)");
        var korg = await karin.HamtaAsync("/csn-order/korg");
        korg.Text.ShouldContain("Bara 40 i lager, resten restnoteras");
        var granska = await korg.SkickaAsync("Granska beställningen", ("Rader[0].Antal", "25"), ("Att", " Expeditionen "));

        granska.Texter("address span").ShouldBe(["Konstskolan Palett", "Att. Expeditionen", "Palettgränd 9", "621 70 Visby"]);
        granska.Text.ShouldContain("Allt finns inte i lagret.");
        granska.Text.ShouldContain("60 40 20 restnoteras");
        var kvitto = await granska.SkickaAsync("Beställ, och restnotera det som är slut");

        kvitto.Notis.ShouldContain("Beställningen är skickad till CSN:s blankettservice.");
        kvitto.Text.ShouldMatch("Kvittensnummer ?Mottagen CO-[2-9A-Z]{4}-[2-9A-Z]{4}");
        kvitto.Text.ShouldContain("Att. Expeditionen");
        kvitto.Text.ShouldContain("40 ska packas, 20 restnoterade");
        kvitto.Text.ShouldContain("Material beställt · Karin Vik");
        (await _portal.SaldoAsync(finns), await _portal.SaldoAsync(delvis)).ShouldBe((975, 0));
        (await karin.HamtaAsync("/csn-order/bestallningar")).Text.ShouldContain("2 artiklar, 85 st Mottagen 20 restnoterade");
        (await karin.HamtaAsync("/csn-order/korg")).Text.ShouldContain("Korgen är tom");
        (await karin.HamtaAsync("/csn-order/granska")).Notis.ShouldContain("Korgen är tom.");
    }

    [Theory]
    [InlineData("9")]
    [InlineData("501")]
    [InlineData("-10")]
    [InlineData("tio")]
    [InlineData("")]
    public async Task WrongNumber_IsToldAtTheArticle_AndKept(string antal)
    {
        var artikel = await _portal.ArtikelAsync(100, minst: 10);
        using var karin = await _portal.InloggadAsync(Personer.KarinVik);

        var sida = await karin.LaggIAsync(artikel, antal);

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain($"Skriv ett antal mellan 10 och 500 för {artikel.Benamning}.");
        sida.Dokument.QuerySelector($"#antal-{artikel.Id}")!.GetAttribute("value").ShouldBe(antal);
        sida.Dokument.QuerySelector("#felsummering a")!.GetAttribute("href").ShouldBe($"#antal-{artikel.Id}");
        (await karin.HamtaAsync("/csn-order/korg")).Text.ShouldContain("Korgen är tom");
    }

    [Fact]
    public async Task Basket_FaultsAreToldAtTheirFields_AndALineIsTakenOut()
    {
        var (ena, andra) = (await _portal.ArtikelAsync(100, minst: 10), await _portal.ArtikelAsync(100));
        using var karin = await _portal.InloggadAsync(Personer.KarinVik);
        await karin.LaggIAsync(ena, "10");
        await karin.LaggIAsync(andra, "5");
        var korg = await karin.HamtaAsync("/csn-order/korg");

        var fel = await korg.SkickaAsync("Granska beställningen", ("Rader[0].Antal", "3"), ("Rader[1].Antal", "6"), ("Att", "Elev 20091202-1234"));
        fel.Status.ShouldBe(HttpStatusCode.BadRequest);
        fel.FelFor("Rader[0].Antal").ShouldHaveSingleItem().ShouldStartWith("Skriv ett antal mellan 10 och 500");
        fel.FelFor("Att").ShouldHaveSingleItem().ShouldContain("utan personnummer");
        fel.FindForm("Granska beställningen").Varde("Rader[0].Antal").ShouldBe("3");
        fel.FindForm("Granska beställningen").Varde("Rader[1].Antal").ShouldBe("6");

        var utan = await korg.SkickaAsync($"Ta bort {ena.Benamning}", ("Rader[0].Antal", "3"), ("Rader[1].Antal", "8"), ("Att", "Expeditionen"));
        utan.FindForm("Granska beställningen").Varde("Rader[0].Antal").ShouldBe("8", "what was typed of the other line is kept");
        utan.FindForm("Granska beställningen").Varde("Att").ShouldBe("Expeditionen");
        utan.Notis.ShouldContain("Artikeln är borttagen ur korgen.");
        utan.Text.ShouldNotContain(ena.Namn);
        (await korg.SkickaAsync($"Ta bort {ena.Benamning}")).Notis.ShouldContain("ligger inte i korgen");
        var gammal = await korg.SkickaAsync("Granska beställningen", ("Rader[1].Antal", "7"));
        gammal.Status.ShouldBe(HttpStatusCode.Conflict, "drawn before the line went");
        gammal.FindForm("Granska beställningen").Varde("Rader[0].Antal").ShouldBe("8");
    }

    [Fact]
    public async Task PostedTwice_IsOrderedOnce_AndTampered_NotAtAll()
    {
        var artikel = await _portal.ArtikelAsync(100);
        using var karin = await _portal.InloggadAsync(Personer.KarinVik);
        await karin.LaggIAsync(artikel, "10");
        var granska = await (await karin.HamtaAsync("/csn-order/korg")).SkickaAsync("Granska beställningen");
        var fore = await _portal.AntalAsync();
        var form = granska.FindForm("Beställ");

        var forst = await form.SkickaAsync();
        var igen = await form.SkickaAsync();
        igen.Url.ShouldBe(forst.Url);
        igen.Notis.ShouldContain("Beställningen var redan skickad.");

        foreach (var (falt, varde) in new[] { ("Nyckel", "x"), ("Nyckel", null) })
            (await granska.FindForm("Beställ").Manipulera(falt, varde).SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _portal.AntalAsync()).ShouldBe(fore + 1);
        (await _portal.SaldoAsync(artikel)).ShouldBe(90);
    }

    [Fact]
    public async Task StockTakenMeanwhile_IsToldBeforeAnythingIsOrdered()
    {
        var artikel = await _portal.ArtikelAsync(50);
        using var karin = await _portal.InloggadAsync(Personer.KarinVik);
        await karin.LaggIAsync(artikel, "40");
        var granska = await (await karin.HamtaAsync("/csn-order/korg")).SkickaAsync("Granska beställningen");
        await using (var db = _portal.Databas.Alla())
        {
            await db.Materialartiklar.Where(a => a.Id == artikel.Id).ExecuteUpdateAsync(rad => rad.SetProperty(a => a.Saldo, 15), TestContext.Current.CancellationToken);
        }

        var nej = await granska.SkickaAsync("Beställ");

        nej.Status.ShouldBe(HttpStatusCode.Conflict);
        nej.Fel.ShouldHaveSingleItem().ShouldStartWith("Någon annan hann före");
        (await _portal.SaldoAsync(artikel)).ShouldBe(15);
        // What the page shows is what is ordered: a made-up promise binds nobody but the one who made it.
        (await nej.SkickaAsync("Beställ, och restnotera det som är slut")).Text.ShouldContain("15 ska packas, 25 restnoterade");
    }

    [Fact]
    public async Task Order_IsTakenBack_WhileNobodyHasPackedIt_AndOrderedAgain()
    {
        var artikel = await _portal.ArtikelAsync(50);
        using var karin = await _portal.InloggadAsync(Personer.KarinVik);
        await karin.LaggIAsync(artikel, "40");
        var sida = await karin.BestallAsync();

        var annullera = await sida.KlickaAsync("Annullera");
        (await annullera.SkickaAsync("Annullera beställningen")).Notis.ShouldContain("Beställningen är annullerad.");
        (await annullera.SkickaAsync("Annullera beställningen")).Notis.ShouldContain("redan annullerad");
        (await _portal.SaldoAsync(artikel)).ShouldBe(50);
        var packad = await KarinsAsync(Materialstatus.Packad);
        (await karin.HamtaAsync($"/csn-order/bestallningar/{packad}/annullera")).Notis.ShouldContain("kan inte annulleras, för den är redan packad");
        (await karin.HamtaAsync($"/csn-order/bestallningar/{packad}")).HarForm($"/csn-order/bestallningar/{packad}/annullera").ShouldBeFalse();

        var korg = await (await karin.HamtaAsync(sida.Url.AbsolutePath)).SkickaAsync("Beställ igen");
        korg.Notis.ShouldContain("1 artikel från beställningen ligger i korgen.");
        korg.FindForm("Granska beställningen").Varde("Rader[0].Antal").ShouldBe("40");
    }

    [Fact]
    public async Task MissingOrder_OrArticle_IsNotFound()
    {
        using var karin = await _portal.InloggadAsync(Personer.KarinVik);
        foreach (var adress in new[] { "", "/annullera" })
            (await karin.HamtaAsync($"/csn-order/bestallningar/99999999{adress}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var id = await KarinsAsync(Materialstatus.Mottagen);
        var begaran = (await karin.HamtaAsync($"/csn-order/bestallningar/{id}")).FindForm("Beställ igen").Begaran();
        begaran.RequestUri = new Uri("/csn-order/bestallningar/99999999/bestall-igen", UriKind.Relative);
        (await karin.SkickaAsync(begaran, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.NotFound);

        var artikel = await _portal.ArtikelAsync(10);
        var form = (await karin.HamtaAsync("/csn-order?sprak=Finska")).FindForm($"Lägg i korgen {artikel.Benamning}");
        foreach (var varde in new[] { "99999999", "x", null })
            (await form.Manipulera("Artikel", varde).SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<long> KarinsAsync(Materialstatus status) =>
        _portal.LasAsync(db => db.Nationellt<Materialbestallning>().Where(b => b.Status == status).OrderBy(b => b.Id).Select(b => b.Id).FirstAsync());
}
