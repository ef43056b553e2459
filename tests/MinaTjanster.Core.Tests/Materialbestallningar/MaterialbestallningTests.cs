using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Materialbestallningar.Materialvarld;

namespace MinaTjanster.Core.Tests.Materialbestallningar;

/// <summary>From basket to sent, with what is not in stock.</summary>
public sealed class MaterialbestallningTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Order_TakesWhatThereIs_BackOrdersTheRest_AndKeepsTheSchoolsAddress(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var (finns, delvis, slut) = (await varld.ArtikelAsync(100), await varld.ArtikelAsync(40), await varld.ArtikelAsync(0));

        var kvitto = await varld.BestallAsync(Karin, (finns, 30), (delvis, 60), (slut, 5));

        Kvittensnummer.TryParse(kvitto.Kvittensnummer, out var nummer).ShouldBeTrue();
        nummer!.Text.ShouldStartWith("CO-");
        var lagrad = await varld.LasAsync(kvitto.Id);
        lagrad.Adress.Rader.ShouldBe(["Konstskolan Palett", "Palettgränd 9", "621 70 Visby"]);
        lagrad.Rader.Select(r => (r.MaterialartikelId, r.Antal, r.Reserverat, r.Rest)).ShouldBe([(finns.Id, 30, 30, 0), (delvis.Id, 60, 40, 20), (slut.Id, 5, 0, 5)], ignoreOrder: true);
        (await varld.SaldoAsync(finns), await varld.SaldoAsync(delvis), await varld.SaldoAsync(slut)).ShouldBe((70, 0, 0));
        (await varld.HandelserAsync(Acts.MaterialOrdered))[^1].Changes!.ShouldContain("60 st, varav 20 restnoterade");
        (await varld.SomAsync(Karin, t => t.Korg.BildAsync(Ct))).ShouldBeNull("the basket is gone");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task SameKeyAgain_GetsTheFirstReceipt(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var artikel = await varld.ArtikelAsync(100);
        await varld.SomAsync(Karin, t => t.Korg.LaggIAsync(artikel.Id, "10", Ct));
        var bild = (await varld.SomAsync(Karin, t => t.Korg.BildAsync(Ct)))!;

        var svar = new List<Bestallningskvitto>();
        for (var i = 0; i < 3; i++)
            svar.Add((await varld.SomAsync(Karin, t => t.Bestallningar.BestallAsync(bild.Korg.Nyckel, bild.Korg.Version, bild.Visat, Ct)))!.Value);

        svar.Select(s => s.Nyss).ShouldBe([true, false, false]);
        svar.Select(s => s.Kvittensnummer).Distinct().Count().ShouldBe(1);
        (await varld.SaldoAsync(artikel)).ShouldBe(90);
        (await varld.SomAsync(Fredrik, t => t.Bestallningar.BestallAsync(bild.Korg.Nyckel, bild.Korg.Version, bild.Visat, Ct))).ShouldBeNull("another person's key is nobody's");
    }

    /// <summary>The check page said that all of it was there.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task MoreBackOrderedThanShown_IsRefused_AndNothingIsTaken(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var artikel = await varld.ArtikelAsync(50);
        await varld.SomAsync(Karin, t => t.Korg.LaggIAsync(artikel.Id, "40", Ct));
        var bild = (await varld.SomAsync(Karin, t => t.Korg.BildAsync(Ct)))!;
        bild.Visat.ShouldBe("");
        await varld.BestallAsync(Fredrik, (artikel, 30));

        foreach (var visat in new[] { bild.Visat, "skrivet för hand", $"{artikel.Id}:19", $"{artikel.Id}:-5,,:" })
            (await varld.SomAsync(Karin, t => t.Bestallningar.BestallAsync(bild.Korg.Nyckel, bild.Korg.Version, visat, Ct)))!.Refusals.ShouldBe([new LagretAndrat()]);

        (await varld.SaldoAsync(artikel)).ShouldBe(20, "what the refused order had taken is back");
        (await varld.HandelserAsync(Acts.MaterialOrdered))[^1].ShouldSatisfyAllConditions(e => e.Outcome.ShouldBe(AuditOutcome.Refused), e => e.Why.ShouldBe("MATERIAL-LAGER"));
        var nu = (await varld.SomAsync(Karin, t => t.Korg.BildAsync(Ct)))!;
        nu.Visat.ShouldBe($"{artikel.Id}:20");
        (await varld.SomAsync(Karin, t => t.Bestallningar.BestallAsync(nu.Korg.Nyckel, nu.Korg.Version, nu.Visat, Ct)))!.IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task BasketChangedInAnotherTab_ArticleWithdrawn_OrNoAddress_IsRefused()
    {
        await using var varld = await SkapaAsync();
        var artikel = await varld.ArtikelAsync(50, minst: 10, mest: 20);
        (await varld.SomAsync(Karin, t => t.Korg.LaggIAsync(artikel.Id, "9", Ct)))!.Refusals.ShouldHaveSingleItem().ShouldBeOfType<AntalFel>();
        (await varld.SomAsync(Karin, t => t.Korg.LaggIAsync(artikel.Id, "10,5", Ct)))!.Refusals.ShouldHaveSingleItem().ShouldBeOfType<AntalFel>();
        await varld.SomAsync(Karin, t => t.Korg.LaggIAsync(artikel.Id, "10", Ct));
        var bild = (await varld.SomAsync(Karin, t => t.Korg.BildAsync(Ct)))!;
        await varld.SomAsync(Karin, t => t.Korg.LaggIAsync(artikel.Id, "20", Ct));

        Task<Result<Bestallningskvitto>?> BestallAsync(int version) => varld.SomAsync(Karin, t => t.Bestallningar.BestallAsync(bild.Korg.Nyckel, version, "", Ct));
        (await BestallAsync(bild.Korg.Version))!.Refusals.ShouldBe([new KorgenAndrad()]);

        var version = (await varld.SomAsync(Karin, t => t.Korg.BildAsync(Ct)))!.Korg.Version;
        await varld.SomAsync(Olof, t => t.Artiklar.DraInAsync(artikel.Id, artikel.Version, Ct));
        (await BestallAsync(version))!.Refusals.ShouldHaveSingleItem().ShouldBeOfType<ArtikelnIndragen>();
        (await varld.SomAsync(Karin, t => t.Korg.LaggIAsync(artikel.Id, "20", Ct)))!.Refusals.ShouldHaveSingleItem().ShouldBeOfType<ArtikelnIndragen>();

        await varld.SomAsync(Olof, t => t.Artiklar.AterinforAsync(artikel.Id, artikel.Version + 1, Ct));
        await using (var db = varld.Databas.Alla())
        {
            var skola = db.Skolor.Single(s => s.Skolkod == Core.Data.Seed.Demoskolor.Palett);
            db.Entry(skola).Property(s => s.Gatuadress).CurrentValue = null;
            await db.SaveChangesAsync(Ct);
        }

        (await BestallAsync(version))!.Refusals.ShouldBe([new LeveransadressSaknas()]);
        (await varld.SaldoAsync(artikel)).ShouldBe(50);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task PackedAndSent_OnceEach_WithAMailToWhoOrdered(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var artikel = await varld.ArtikelAsync(100);
        var kvitto = await varld.BestallAsync(Karin, (artikel, 10));
        var b = await varld.LasAsync(kvitto.Id);

        (await varld.SomAsync(Olof, t => t.Leveranser.SkickaAsync(b.Id, b.Version, Ct)))!.Refusals.ShouldBe([new KanInteSkickas(Materialstatus.Mottagen)]);
        (await varld.SomAsync(Olof, t => t.Leveranser.PackaAsync(b.Id, b.Version + 1, Ct)))!.Refusals.ShouldBe([new MaterialbestallningenAndrad()]);
        var packad = (await varld.SomAsync(Olof, t => t.Leveranser.PackaAsync(b.Id, b.Version, Ct)))!.Value;
        (await varld.SomAsync(Olof, t => t.Leveranser.PackaAsync(b.Id, packad.Version, Ct)))!.Refusals.ShouldBe([new IngetAttPacka(Materialstatus.Packad)]);
        (await varld.SomAsync(Karin, t => t.Bestallningar.AnnulleraAsync(b.Id, Ct)))!.Refusals.ShouldBe([new KanInteAnnulleras(Materialstatus.Packad)]);
        (await varld.SomAsync(Olof, t => t.Leveranser.SkickaAsync(b.Id, packad.Version, Ct)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(Olof, t => t.Leveranser.SkickaAsync(b.Id, packad.Version, Ct)))!.Refusals.ShouldBe([new KanInteSkickas(Materialstatus.Skickad)]);
        (await varld.SomAsync(Olof, t => t.Leveranser.SkickaRestAsync(b.Id, packad.Version + 1, Ct)))!.Refusals.ShouldBe([new IngenRestAttSkicka()]);

        var sand = await varld.LasAsync(b.Id);
        (sand.Status, sand.Rader[0].Skickat).ShouldBe((Materialstatus.Skickad, 10));
        var mejl = (await varld.MejlAsync()).ShouldHaveSingleItem();
        mejl.Till.ShouldBe("karin.vik@palett.example");
        mejl.Amne.ShouldBe($"Din beställning {kvitto.Kvittensnummer} är skickad");
        mejl.Text.ShouldContain($"{artikel.Benamning}: 10 st");
        mejl.Text.ShouldContain($"https://portal.example/csn-order/bestallningar/{b.Id}");
        mejl.Text.ShouldContain("csn-order@csn.se eller 060-18 62 10");
        mejl.Text.ShouldNotContain("restnoterat");
        (await varld.HandelserAsync(Acts.MaterialSent))[^1].Outcome.ShouldBe(AuditOutcome.Refused);
        (await varld.HandelserAsync(Acts.MaterialPacked)).Count(e => e.Outcome == AuditOutcome.Accepted && e.ObjektId == b.Id).ShouldBe(1);
    }

    /// <summary>Those who wait get what comes in in the order in which they ordered, and nobody passes them.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task StockThatComesIn_GoesToThoseWhoWait_InOrderOfArrival(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var artikel = await varld.ArtikelAsync(10);
        var forst = await varld.BestallAsync(Karin, (artikel, 30));
        var sedan = await varld.BestallAsync(Fredrik, (artikel, 15));

        (await varld.JusteraAsync(artikel, 25))!.IsAccepted.ShouldBeTrue();

        (await varld.LasAsync(forst.Id)).Rader[0].Rest.ShouldBe(0);
        (await varld.LasAsync(sedan.Id)).Rader[0].Rest.ShouldBe(10, "the five that were left");
        (await varld.SaldoAsync(artikel)).ShouldBe(0);
        var tredje = await varld.BestallAsync(Karin, (artikel, 1));
        (await varld.LasAsync(tredje.Id)).Rader[0].Rest.ShouldBe(1, "nobody passes those who wait");
        (await varld.HandelserAsync(Acts.MaterialBackorderFilled)).Select(e => (e.ObjektId, e.Changes)).ShouldBe(
            [(forst.Id, $"{artikel.Benamning}: 20 st"), (sedan.Id, $"{artikel.Benamning}: 5 st")]);
        (await varld.HandelserAsync(Acts.StockAdjusted))[^1].ShouldSatisfyAllConditions(e => e.Changes.ShouldBe("Saldo: 0 → 25"), e => e.Why.ShouldBe("Prov"));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task BackOrder_FollowsTheFirstParcel_AndIsMailedByItself(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var artikel = await varld.ArtikelAsync(10);
        var id = (await varld.BestallAsync(Karin, (artikel, 30))).Id;
        var packad = (await varld.SomAsync(Olof, async t => await t.Leveranser.PackaAsync(id, (await varld.LasAsync(id)).Version, Ct)))!.Value;

        // Comes in while the parcel stands packed: it is not in it.
        await varld.JusteraAsync(artikel, 5);
        (await varld.SomAsync(Olof, t => t.Leveranser.SkickaAsync(id, packad.Version, Ct)))!.Refusals.ShouldBe([new MaterialbestallningenAndrad()], "the page did not show it");
        (await varld.SomAsync(Olof, async t => await t.Leveranser.SkickaAsync(id, (await varld.LasAsync(id)).Version, Ct)))!.IsAccepted.ShouldBeTrue();
        (await varld.LasAsync(id)).ShouldSatisfyAllConditions(b => b.Rader[0].Skickat.ShouldBe(10), b => b.KanSkickaRest.ShouldBeTrue(), b => b.HarRest.ShouldBeTrue());

        (await varld.SomAsync(Olof, async t => await t.Leveranser.SkickaRestAsync(id, (await varld.LasAsync(id)).Version, Ct)))!.IsAccepted.ShouldBeTrue();
        await varld.JusteraAsync(artikel, 100);
        (await varld.SomAsync(Olof, async t => await t.Leveranser.SkickaRestAsync(id, (await varld.LasAsync(id)).Version, Ct)))!.IsAccepted.ShouldBeTrue();

        (await varld.LasAsync(id)).Rader[0].Skickat.ShouldBe(30);
        (await varld.SaldoAsync(artikel)).ShouldBe(85);
        var mejl = await varld.MejlAsync();
        mejl.Select(m => m.Amne.Split("av din")[0].Trim()).ShouldBe([mejl[0].Amne, "En del av resten", "Resten"]);
        mejl[0].Text.ShouldContain($"Det skickas när det har kommit in i lagret, och då får du ett nytt mejl:\n{artikel.Benamning}: 15 st");
        mejl[1].Text.ShouldContain($"{artikel.Benamning}: 5 st");
        mejl[2].Text.ShouldContain($"{artikel.Benamning}: 15 st");
        mejl[2].Text.ShouldNotContain("Det här är restnoterat");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Cancelled_GivesBackWhatItHad_ToWhoWaitsAtAnotherSchool_AndToStock(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var artikel = await varld.ArtikelAsync(20);
        var karins = await varld.BestallAsync(Karin, (artikel, 20));
        var fredriks = await varld.BestallAsync(Fredrik, (artikel, 8));

        (await varld.SomAsync(Fredrik, t => t.Bestallningar.AnnulleraAsync(karins.Id, Ct))).ShouldBeNull("another school's");
        (await varld.SomAsync(Karin, t => t.Bestallningar.AnnulleraAsync(karins.Id, Ct)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(Karin, t => t.Bestallningar.AnnulleraAsync(karins.Id, Ct)))!.Refusals.ShouldBe([new KanInteAnnulleras(Materialstatus.Annullerad)]);

        (await varld.LasAsync(fredriks.Id)).Rader[0].ShouldSatisfyAllConditions(r => r.Reserverat.ShouldBe(8), r => r.Rest.ShouldBe(0));
        (await varld.LasAsync(karins.Id)).ShouldSatisfyAllConditions(b => b.Status.ShouldBe(Materialstatus.Annullerad), b => b.Rader[0].Reserverat.ShouldBe(0), b => b.HarRest.ShouldBeFalse());
        (await varld.SaldoAsync(artikel)).ShouldBe(12);
        (await varld.HandelserAsync(Acts.MaterialCancelled)).Select(e => e.Outcome).ShouldBe([AuditOutcome.Accepted, AuditOutcome.Refused]);
        (await varld.HandelserAsync(Acts.MaterialBackorderFilled)).ShouldHaveSingleItem().KontoId.ShouldBeNull("another school's person is not named in this school's history");
    }

    [Fact]
    public async Task OrderAgain_FillsTheBasket_WithinTheLimitsOfToday_AndSaysWhatIsLeftOut()
    {
        await using var varld = await SkapaAsync();
        var (kvar, borta) = (await varld.ArtikelAsync(100, mest: 50), await varld.ArtikelAsync(100));
        var id = (await varld.BestallAsync(Karin, (kvar, 50), (borta, 5))).Id;
        await varld.SomAsync(Olof, t => t.Artiklar.DraInAsync(borta.Id, borta.Version, Ct));
        await using (var db = varld.Databas.Alla())
        {
            var artikel = db.Materialartiklar.Single(a => a.Id == kvar.Id);
            db.Entry(artikel).Property(a => a.Mest).CurrentValue = 40;
            await db.SaveChangesAsync(Ct);
        }

        var svar = (await varld.SomAsync(Karin, t => t.Korg.BestallIgenAsync(id, Ct)))!.Value;

        svar.Rader.ShouldBe(1);
        svar.Utelamnade.ShouldBe([borta.Benamning]);
        (await varld.SomAsync(Karin, t => t.Korg.AntalAsync(Ct))).ShouldBe(new Dictionary<long, int> { [kvar.Id] = 40 });
        (await varld.SomAsync(Fredrik, t => t.Korg.BestallIgenAsync(id, Ct))).ShouldBeNull("another school's");
    }

    [Fact]
    public async Task Tabs_HoldTheOrdersThatTheyName()
    {
        await using var varld = await SkapaAsync();
        var (finns, slut) = (await varld.ArtikelAsync(100), await varld.ArtikelAsync(0));
        var vantar = (await varld.BestallAsync(Karin, (slut, 5))).Id;
        var delvis = (await varld.BestallAsync(Karin, (finns, 5), (slut, 5))).Id;
        var hel = (await varld.BestallAsync(Fredrik, (finns, 5))).Id;

        Task<List<long>> MinaAsync(Materialflik flik) => varld.SomAsync(Olof, async t => (await t.Lista.KoAsync(flik, 1, Ct)).Rader.Select(r => r.Id).Where(id => id >= vantar).ToList());
        (await MinaAsync(Materialflik.AttPacka)).ShouldBe([delvis, hel]);
        (await MinaAsync(Materialflik.Restnoterade)).ShouldBe([vantar, delvis]);
        foreach (var id in new[] { delvis, hel })
            await varld.SomAsync(Olof, async t => await t.Leveranser.PackaAsync(id, (await varld.LasAsync(id)).Version, Ct));
        (await MinaAsync(Materialflik.Packade)).ShouldBe([delvis, hel]);
        foreach (var id in new[] { delvis, hel })
            await varld.SomAsync(Olof, async t => await t.Leveranser.SkickaAsync(id, (await varld.LasAsync(id)).Version, Ct));
        (await MinaAsync(Materialflik.Skickade)).ShouldBe([hel]);
        (await MinaAsync(Materialflik.AttPacka)).ShouldBeEmpty();
        await varld.SomAsync(Karin, t => t.Bestallningar.AnnulleraAsync(vantar, Ct));
        (await MinaAsync(Materialflik.Restnoterade)).ShouldBe([delvis]);
        (await MinaAsync(Materialflik.Annullerade)).ShouldBe([vantar]);
        (await varld.JusteraAsync(slut, 5))!.IsAccepted.ShouldBeTrue();
        (await MinaAsync(Materialflik.AttPacka)).ShouldBe([delvis], "the rest of it");
        (await varld.SomAsync(Karin, t => t.Lista.SkolansAsync(1, Ct))).Rader.Select(r => r.Id).ShouldNotContain(hel);
    }
}
