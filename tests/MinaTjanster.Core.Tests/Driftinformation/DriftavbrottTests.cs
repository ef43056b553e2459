using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Driftinformation;

/// <summary>When an outage begins and ends, is told of and can be certified: its first instant belongs to it, its last does not.</summary>
public sealed class DriftavbrottTests
{
    private static readonly DateTime Borjar = SvenskTid.TillUtc(new(2026, 11, 23), new(18, 0));
    private static readonly DateTime Slutar = SvenskTid.TillUtc(new(2026, 11, 23), new(20, 0));

    [Theory]
    [InlineData(-1, true, false, false)]
    [InlineData(0, false, true, false)]
    [InlineData(7199, false, true, false)]
    [InlineData(7200, false, false, true)]
    public void States_FollowTheInstants(int sekunder, bool kommande, bool pagar, bool harVarit)
    {
        var nu = Borjar.AddSeconds(sekunder);
        var avbrott = Ett();

        avbrott.ArKommande(nu).ShouldBe(kommande);
        avbrott.Pagar(nu).ShouldBe(pagar);
        avbrott.HarVarit(nu).ShouldBe(harVarit);
        new Driftbild([avbrott], []).Laslage(nu).ShouldBe(pagar ? avbrott : null);
    }

    [Fact]
    public void LatestEnd_OfSeveral_IsWhenTheModeEnds()
    {
        var (kort, lang) = (Ett(), Ett(Slutar.AddHours(1)));

        new Driftbild([lang, kort, Ett(Slutar.AddHours(2), laslage: false)], []).Laslage(Borjar).ShouldBe(lang);
        new Driftbild([Ett(laslage: false)], []).Laslage(Borjar).ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-11-15T23:59", false)]
    [InlineData("2026-11-16T00:00", true)]
    [InlineData("2026-11-23T19:59", true)]
    [InlineData("2026-11-23T20:00", false)]
    public void ToldOf_FromTheDaysBefore_UntilItsEnd(string svensk, bool visas) => Ett().Annonseras(Utc(svensk), dagarFore: 7).ShouldBe(visas);

    [Theory]
    [InlineData("2026-11-22T17:59", false)]
    [InlineData("2026-11-22T18:00", true)]
    [InlineData("2026-11-23T20:00", false)]
    public void AtTheSignIn_FromADayBefore_UntilItsEnd(string svensk, bool visas) => Ett().ArNara(Utc(svensk), Driftinstallning.ForeInloggning).ShouldBe(visas);

    [Fact]
    public void CalledOff_IsNothingAnyMore()
    {
        var avbrott = Ett();
        avbrott.StallIn(Borjar.AddSeconds(-1));

        avbrott.Pagar(Borjar).ShouldBeFalse();
        avbrott.HarVarit(Slutar).ShouldBeFalse();
        avbrott.Annonseras(Borjar, 7).ShouldBeFalse();
        avbrott.ArNara(Borjar, Driftinstallning.ForeInloggning).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => avbrott.Andra(avbrott.Uppgift));
        Should.Throw<InvalidOperationException>(() => avbrott.StallIn(Borjar));
    }

    [Fact]
    public void Ended_IsOverAtThatInstant_AndOnlyWhileUnderWay()
    {
        var avbrott = Ett();
        Should.Throw<InvalidOperationException>(() => avbrott.Avsluta(Borjar.AddSeconds(-1)));
        Should.Throw<InvalidOperationException>(() => Ett().StallIn(Borjar), "it is ended, not called off");

        avbrott.Avsluta(Borjar.AddMinutes(30));

        avbrott.Pagar(Borjar.AddMinutes(30)).ShouldBeFalse();
        avbrott.HarVarit(Borjar.AddMinutes(30)).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => avbrott.Avsluta(Slutar));
    }

    [Fact]
    public void When_SaysOneDayOrTwo()
    {
        Ett().Nar().ShouldBe("måndag 23 november 2026 kl. 18.00–20.00");
        Ett(Slutar.AddHours(5)).Nar().ShouldBe("måndag 23 november 2026 kl. 18.00 till 24 november 2026 kl. 01.00");
    }

    [Theory]
    [InlineData(30, "mindre än en minut")]
    [InlineData(60, "1 minut")]
    [InlineData(7_500, "2 timmar 5 minuter")]
    [InlineData(3_600, "1 timme")]
    [InlineData(90_000, "1 dygn 1 timme")]
    public void Length_InWords(int sekunder, string text) => Avbrottsintyg.Langd(TimeSpan.FromSeconds(sekunder)).ShouldBe(text);

    private static DateTime Utc(string svensk) => DateTime.Parse(svensk, System.Globalization.CultureInfo.InvariantCulture) is var tid ? SvenskTid.TillUtc(DateOnly.FromDateTime(tid), TimeOnly.FromDateTime(tid)) : default;

    private static Driftavbrott Ett(DateTime? slutar = null, bool laslage = true) => new(
        new("Uppdatering", "Vi uppdaterar.", Borjar, slutar ?? Slutar, Enum.GetValues<Drifttjanst>(), Enum.GetValues<Skolform>(), laslage), "DA-2345-6789", "n", 1, Borjar.AddDays(-10));
}
