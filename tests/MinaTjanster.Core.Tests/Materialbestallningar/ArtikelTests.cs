using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Materialbestallningar;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Materialbestallningar.Materialvarld;

namespace MinaTjanster.Core.Tests.Materialbestallningar;

/// <summary>Blankettservice's articles and their stock.</summary>
public sealed class ArtikelTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static readonly Artikeltext Ratt = new("77S", "Ny broschyr", "Om något.", "Broschyr", "Svenska", "2026-11", "Studiehjalp", "10", "200");

    [Fact]
    public void Rule_TakesWhatIsRight_AndNamesEachFault()
    {
        Artikelregel.Bedom(Ratt with { Namn = "  Ny   broschyr " }).Value.ShouldBe(new("77S", "Ny broschyr", "Om något.", Artikelslag.Broschyr, Artikelsprak.Svenska, "2026-11", Artikelbild.Studiehjalp, 10, 200));
        Artikelregel.Bedom(new(null, " ", null, "1", "svenska", "", "0", "0", "tio")).Refusals.Select(r => r.Code).ShouldBe(
            ["MATERIAL-NUMMER", "MATERIAL-NAMN", "MATERIAL-BESKRIVNING", "MATERIAL-SLAG", "MATERIAL-SPRAK", "MATERIAL-UTGAVA", "MATERIAL-BILD", "MATERIAL-MINST", "MATERIAL-MEST"]);
        Artikelregel.Bedom(Ratt with { Mest = "9" }).Refusals.ShouldBe([new ArtikelMestUnderMinst()]);
        Artikelregel.Bedom(Ratt with { Namn = "Elev 20091202-1234" }).Refusals.ShouldBe([new ArtikelnamnFel()]);
    }

    [Theory]
    [InlineData("500", 500)]
    [InlineData(" +500 ", 500)]
    [InlineData("-20", -20)]
    [InlineData("−20", -20)]
    [InlineData("0", null)]
    [InlineData("--20", null)]
    [InlineData("+-20", null)]
    [InlineData("5-", null)]
    [InlineData("1234567", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Change_IsReadAsTyped(string? text, int? vantat) =>
        (Artikelregel.TryForandring(text, out var antal) ? antal : (int?)null).ShouldBe(vantat);

    [Fact]
    public async Task Article_IsAdded_Changed_Withdrawn_AndMadeOrderableAgain_WithItsHistory()
    {
        await using var varld = await SkapaAsync();
        var ny = (await varld.SomAsync(Olof, t => t.Artiklar.LaggTillAsync(Ratt, Ct))).Value;
        (await varld.SomAsync(Olof, t => t.Artiklar.LaggTillAsync(Ratt, Ct))).Refusals.ShouldBe([new ArtikelnummerFinns()]);

        (await varld.SomAsync(Olof, t => t.Artiklar.AndraAsync(ny.Id, Ratt with { Mest = "300", Utgava = "2027-01" }, ny.Version, Ct)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(Olof, t => t.Artiklar.AndraAsync(ny.Id, Ratt, ny.Version, Ct)))!.Refusals.ShouldBe([new ArtikelnAndrad()]);
        (await varld.SomAsync(Olof, t => t.Artiklar.AterinforAsync(ny.Id, 1, Ct)))!.Refusals.ShouldBe([new ArtikelnInteIndragen()]);
        (await varld.SomAsync(Olof, t => t.Artiklar.DraInAsync(ny.Id, 1, Ct)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(Olof, t => t.Artiklar.DraInAsync(ny.Id, 2, Ct)))!.Refusals.ShouldBe([new ArtikelnRedanIndragen()]);
        (await varld.SomAsync(Olof, t => t.Artiklar.AterinforAsync(ny.Id, 2, Ct)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(Olof, t => t.Artiklar.DraInAsync(99_999, 0, Ct))).ShouldBeNull();

        (await varld.HandelserAsync(Acts.ArticleChanged)).Single(e => e.Outcome == AuditOutcome.Accepted).Changes.ShouldBe("Utgåva: 2026-11 → 2027-01\nHögst per beställning: 200 → 300");
        (await varld.HandelserAsync(Acts.ArticleAdded))[0].Changes!.ShouldContain("Namn: Ny broschyr");
    }

    [Fact]
    public async Task Stock_IsAdjustedWithAReason_OncePerPage_AndNeverBelowZero()
    {
        await using var varld = await SkapaAsync();
        var artikel = await varld.ArtikelAsync(40);
        Task<Result<Materialartikel>?> JusteraAsync(string? antal, string? skal, int version) => varld.SomAsync(Olof, t => t.Artiklar.JusteraAsync(artikel.Id, antal, skal, version, Ct));

        (await JusteraAsync("x", " ", 0))!.Refusals.ShouldBe([new ForandringFel(), new LagerskalSaknas()]);
        (await JusteraAsync("-41", "Vattenskada", 0))!.Refusals.ShouldBe([new SaldotRackerInte(40)]);
        (await JusteraAsync("999999", "Leverans", 0))!.Refusals.ShouldBe([new SaldotRackerInte(40)]);
        (await JusteraAsync("-40", "Vattenskada", 0))!.IsAccepted.ShouldBeTrue();
        (await JusteraAsync("-40", "Vattenskada", 0))!.Refusals.ShouldBe([new ArtikelnAndrad()], "a second click");

        (await varld.SaldoAsync(artikel)).ShouldBe(0);
        (await varld.HandelserAsync(Acts.StockAdjusted))[^2].ShouldSatisfyAllConditions(e => e.Why.ShouldBe("Vattenskada"), e => e.Changes.ShouldBe("Saldo: 40 → 0"));
    }

    /// <summary>An order changes the stock, not the facts that a form was drawn from.</summary>
    [Fact]
    public async Task OrderMeanwhile_DoesNotStopAChangeOfTheFacts()
    {
        await using var varld = await SkapaAsync();
        var artikel = await varld.ArtikelAsync(40);
        await varld.BestallAsync(Karin, (artikel, 15));

        var text = Ratt with { Nummer = artikel.Nummer };
        (await varld.SomAsync(Olof, t => t.Artiklar.AndraAsync(artikel.Id, text, artikel.Version, Ct)))!.IsAccepted.ShouldBeTrue();

        (await varld.SaldoAsync(artikel)).ShouldBe(25, "the form wrote no old stock back");
    }
}
