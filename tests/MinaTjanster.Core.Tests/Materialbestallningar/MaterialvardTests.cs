using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Gallring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Materialbestallningar.Materialvarld;

namespace MinaTjanster.Core.Tests.Materialbestallningar;

/// <summary>What is struck, searched for, told to others than who ordered, sorted and purged.</summary>
public sealed class MaterialvardTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task StruckLine_IsNoLongerWaitedFor_IsMailedWithItsReason_AndLogged(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var (finns, slut) = (await varld.ArtikelAsync(100), await varld.ArtikelAsync(2));
        var id = (await varld.BestallAsync(Karin, (finns, 5), (slut, 5))).Id;
        var b = await varld.LasAsync(id);
        var rad = b.Rader.Single(r => r.MaterialartikelId == slut.Id);

        Task<Result<Materialbestallning>?> StrykAsync(long radId, string? skal, int version) => varld.SomAsync(Olof, t => t.Leveranser.StrykAsync(id, radId, skal, version, Ct));
        (await StrykAsync(b.Rader.Single(r => r.MaterialartikelId == finns.Id).Id, "Utgått", b.Version))!.Refusals.ShouldBe([new IngenRestAttStryka()]);
        foreach (var skal in new[] { null, " ", new string('x', ArtikelService.MaxSkal + 1), "Gäller 20080214-2389" })
            (await StrykAsync(rad.Id, skal, b.Version))!.Refusals.ShouldBe([new StrykskalSaknas()]);
        (await StrykAsync(rad.Id, "Utgått", b.Version + 1))!.Refusals.ShouldBe([new MaterialbestallningenAndrad()]);
        (await varld.SomAsync(Olof, t => t.Leveranser.StrykAsync(99_999_999, rad.Id, "Utgått", 1, Ct))).ShouldBeNull();

        (await StrykAsync(rad.Id, "Broschyren trycks inte mer.", b.Version))!.IsAccepted.ShouldBeTrue();
        (await StrykAsync(rad.Id, "Broschyren trycks inte mer.", b.Version + 1))!.Refusals.ShouldBe([new IngenRestAttStryka()]);

        var nu = await varld.LasAsync(id);
        nu.Status.ShouldBe(Materialstatus.Mottagen);
        nu.Rader.Single(r => r.Id == rad.Id).ShouldSatisfyAllConditions(r => r.Reserverat.ShouldBe(2), r => r.Struket.ShouldBe(3), r => r.Rest.ShouldBe(0));
        (await varld.SomAsync(Olof, t => t.Fragor.HamtaAsync(slut.Id, Ct)))!.Vantar.ShouldBe(0);
        (await varld.JusteraAsync(slut, 10))!.IsAccepted.ShouldBeTrue();
        (await varld.SaldoAsync(slut)).ShouldBe(10, "it waits for nothing");
        var mejl = (await varld.MejlAsync()).ShouldHaveSingleItem();
        mejl.Amne.ShouldBe($"En del av din beställning {nu.Kvittensnummer} kommer inte");
        mejl.Text!.ShouldContain($"{slut.Benamning}: 3 st");
        mejl.Text!.ShouldContain("Skälet: Broschyren trycks inte mer.");
        (await varld.HandelserAsync(Acts.MaterialStruck)).Single(e => e.Outcome == AuditOutcome.Accepted).ShouldSatisfyAllConditions(
            e => e.Why.ShouldBe("Broschyren trycks inte mer."), e => e.Changes.ShouldBe($"{slut.Benamning}: 3 st"), e => e.SkolaId.ShouldBe(nu.SkolaId));

        foreach (var _ in new[] { 1, 2 })
            await varld.SomAsync(Olof, async t => (await varld.LasAsync(id)) is { KanPackas: true } o ? await t.Leveranser.PackaAsync(id, o.Version, Ct) : await t.Leveranser.SkickaAsync(id, (await varld.LasAsync(id)).Version, Ct));
        (await varld.SomAsync(Olof, t => t.Lista.KoAsync(Materialflik.Skickade, 1, Ct))).Rader.ShouldContain(r => r.Id == id, "all that was not struck has left");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task OrderThatHasNothingButStruckLines_EndsWithTheLast(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var slut = await varld.ArtikelAsync(0);
        var id = (await varld.BestallAsync(Karin, (slut, 5))).Id;
        var b = await varld.LasAsync(id);

        (await varld.SomAsync(Olof, t => t.Leveranser.StrykAsync(id, b.Rader[0].Id, "Utgått", b.Version, Ct)))!.IsAccepted.ShouldBeTrue();

        (await varld.LasAsync(id)).ShouldSatisfyAllConditions(o => o.Status.ShouldBe(Materialstatus.Annullerad), o => o.ArStruken.ShouldBeTrue(), o => o.Annullerad.ShouldNotBeNull());
        (await varld.SomAsync(Karin, t => t.Bestallningar.AnnulleraAsync(id, Ct)))!.Refusals.ShouldBe([new KanInteAnnulleras(Materialstatus.Annullerad)]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WhenWhoOrderedHasLeft_TheSchoolsHoldersAreMailed(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var artikel = await varld.ArtikelAsync(100);
        var id = (await varld.BestallAsync(Karin, (artikel, 10))).Id;
        await using (var db = varld.Databas.Alla())
        {
            var karin = await db.Konton.SingleAsync(k => k.UserName == Karin, Ct);
            var bjorn = await db.Konton.SingleAsync(k => k.UserName == Personer.BjornSvensson.Anvandarnamn, Ct);
            var egna = await db.Behorigheter.Where(x => x.KontoId == karin.Id && x.Slag == Behorighetsslag.CsnOrder).ToListAsync(Ct);
            egna.ForEach(x => x.Avsluta(varld.Klocka.GetUtcNow().UtcDateTime));
            db.Add(new Behorighet(bjorn.Id, egna[0].SkolaId, Behorighetsslag.CsnOrder));
            await db.SaveChangesAsync(Ct);
        }

        var b = await varld.LasAsync(id);
        var packad = (await varld.SomAsync(Olof, t => t.Leveranser.PackaAsync(id, b.Version, Ct)))!.Value;
        await varld.SomAsync(Olof, t => t.Leveranser.SkickaAsync(id, packad.Version, Ct));

        (await varld.MejlAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            m => m.Till.ShouldStartWith("bjorn.svensson@"), m => m.Amne.ShouldBe($"Skolans beställning {b.Kvittensnummer} är skickad"));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Queue_IsSearchedByReceiptNumberAndSkolkod_WhateverHasBecomeOfTheOrders(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var artikel = await varld.ArtikelAsync(100);
        var (ena, andra) = (await varld.BestallAsync(Karin, (artikel, 1)), await varld.BestallAsync(Fredrik, (artikel, 1)));
        await varld.SomAsync(Karin, t => t.Bestallningar.AnnulleraAsync(ena.Id, Ct));

        Task<List<long>> SokAsync(string sok) => varld.SomAsync(Olof, async t => (await t.Lista.SokAsync(sok, 1, Ct)).Rader.Select(r => r.Id).ToList());
        (await SokAsync(ena.Kvittensnummer)).ShouldBe([ena.Id]);
        (await SokAsync(" " + andra.Kvittensnummer.Replace("-", "").ToLowerInvariant())).ShouldBe([andra.Id]);
        (await SokAsync(Core.Data.Seed.Demoskolor.Palett)).ShouldSatisfyAllConditions(t => t[0].ShouldBe(ena.Id), t => t.Count.ShouldBeGreaterThan(3), t => t.ShouldNotContain(andra.Id));
        (await SokAsync("CO-")).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ArticlesOfTheSameName_StandWithSwedishFirst_AndThenByLanguage_InListBasketAndOrder(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        List<Materialartikel> artiklar = [];
        foreach (var sprak in new[] { Artikelsprak.Ukrainska, Artikelsprak.LattSvenska, Artikelsprak.Svenska, Artikelsprak.Arabiska, Artikelsprak.Finska })
            artiklar.Add(await varld.ArtikelAsync(10, namn: "Aaa", sprak: sprak));
        Artikelsprak[] vantat = [Artikelsprak.Svenska, Artikelsprak.Arabiska, Artikelsprak.Finska, Artikelsprak.LattSvenska, Artikelsprak.Ukrainska];

        (await varld.SomAsync(Olof, t => t.Fragor.ListaAsync(new(), 1, Ct))).Rader.Take(5).Select(a => a.Sprak).ShouldBe(vantat);
        foreach (var artikel in artiklar)
            await varld.SomAsync(Karin, t => t.Korg.LaggIAsync(artikel.Id, "1", Ct));
        (await varld.SomAsync(Karin, t => t.Korg.BildAsync(Ct)))!.Rader.Select(r => r.Artikel.Sprak).ShouldBe(vantat);
        var id = (await varld.BestallAsync(Karin)).Id;
        (await varld.SomAsync(Karin, t => t.Lista.HamtaAsync(id, Ct)))!.Bestallning.Rader.Select(r => r.MaterialartikelId).ShouldBe(vantat.Select(s => artiklar.Single(a => a.Sprak == s).Id));
    }

    /// <summary>The list is sorted by the names that are stored.</summary>
    [Fact]
    public void LanguagesAreStored_ByNamesInTheOrderOfTheirSwedishOnes() =>
        Enum.GetValues<Artikelsprak>().OrderBy(s => $"{s}", StringComparer.OrdinalIgnoreCase).ShouldBe(Enum.GetValues<Artikelsprak>().OrderBy(s => Core.Tid.SvenskText.SorteringsNyckel(s.Text()), StringComparer.Ordinal));

    [Fact]
    public async Task ArticleNumber_IsKeptInCapitals_SoThatTwoAreNeverTheSame()
    {
        await using var varld = await SkapaAsync();
        Artikeltext Text(string nummer) => new(nummer, "Prov", "För prov.", "Broschyr", "Svenska", "2026-01", "Studiehjalp", "1", "10");

        (await varld.SomAsync(Olof, t => t.Artiklar.LaggTillAsync(Text("77ab"), Ct))).Value.Nummer.ShouldBe("77AB");
        (await varld.SomAsync(Olof, t => t.Artiklar.LaggTillAsync(Text("77aB"), Ct))).Refusals.ShouldBe([new ArtikelnummerFinns()]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Baskets_AndOrdersThatAreDone_GoInTheirTime_WhatWaitsStays(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var (finns, slut) = (await varld.ArtikelAsync(100), await varld.ArtikelAsync(0));
        var annullerad = (await varld.BestallAsync(Karin, (finns, 1))).Id;
        await varld.SomAsync(Karin, t => t.Bestallningar.AnnulleraAsync(annullerad, Ct));
        var vantar = (await varld.BestallAsync(Karin, (slut, 1))).Id;
        var skickad = (await varld.BestallAsync(Karin, (finns, 1))).Id;
        var halv = (await varld.BestallAsync(Karin, (finns, 1), (slut, 1))).Id;
        foreach (var id in new[] { skickad, halv })
        {
            var packad = (await varld.SomAsync(Olof, async t => await t.Leveranser.PackaAsync(id, (await varld.LasAsync(id)).Version, Ct)))!.Value;
            await varld.SomAsync(Olof, t => t.Leveranser.SkickaAsync(id, packad.Version, Ct));
        }

        await varld.SomAsync(Karin, t => t.Korg.LaggIAsync(finns.Id, "1", Ct));
        Task<Gallringsresultat> GallraAsync() =>
            new GallringService(varld.Databas.NyDb, new InloggningssparrService(varld.Databas.NyDb, varld.Klocka, new Sparrinstallning()), new(KorgDagar: 90, BestallningManader: 36), new(), new(), varld.Klocka).GallraAsync(Ct);

        varld.Klocka.Flytta(TimeSpan.FromDays(60));
        await varld.SomAsync(Karin, t => t.Korg.LaggIAsync(finns.Id, "2", Ct));
        varld.Klocka.Flytta(TimeSpan.FromDays(60));
        (await GallraAsync()).ShouldSatisfyAllConditions(g => g.Materialkorgar.ShouldBe(0, "changed sixty days ago"), g => g.Materialbestallningar.ShouldBe(0));
        varld.Klocka.Flytta(TimeSpan.FromDays(31));
        (await GallraAsync()).Materialkorgar.ShouldBe(1);
        varld.Klocka.Flytta(TimeSpan.FromDays(3 * 366));
        (await GallraAsync()).Materialbestallningar.ShouldBeGreaterThanOrEqualTo(2);

        await using var db = varld.Databas.Alla();
        (await db.Nationellt<Materialbestallning>().Where(b => b.Id >= annullerad).OrderBy(b => b.Id).Select(b => b.Id).ToListAsync(Ct)).ShouldBe([vantar, halv]);
        (await varld.HandelserAsync(Acts.MaterialOrdered)).ShouldContain(e => e.ObjektId == skickad);
    }
}
