using FsCheck.Fluent;
using MinaTjanster.Core.Skolor.Telefon;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>Whether the phone is answered: pure, Swedish wall-clock time, over changes of clocks.</summary>
public sealed class OppettiderTests
{
    private static readonly Dictionary<DayOfWeek, Oppettid> Vardagar = TelefontidQuery.Veckodagar.ToDictionary(d => d, d => new Oppettid(new(9, 0), d == DayOfWeek.Friday ? new(12, 30) : new(16, 0)));

    private static readonly Dictionary<DateOnly, Oppettid?> Undantag = new()
    {
        [new(2026, 12, 24)] = null,
        [new(2026, 12, 31)] = null,
        [new(2026, 11, 28)] = new(new(10, 0), new(12, 0)),
        [new(2026, 12, 25)] = new(new(10, 0), new(11, 0)),
    };

    [Theory]
    [InlineData("2026-11-22 10:00", "Stängt, öppnar måndag 23 november 9.00")]
    [InlineData("2026-11-23 08:59:59", "Stängt, öppnar i dag 9.00")]
    [InlineData("2026-11-23 09:00", "Öppet nu, stänger 16.00")]
    [InlineData("2026-11-23 15:59:59", "Öppet nu, stänger 16.00")]
    [InlineData("2026-11-23 16:00", "Stängt, öppnar tisdag 24 november 9.00")]
    [InlineData("2026-11-27 12:29", "Öppet nu, stänger 12.30")]
    [InlineData("2026-11-27 12:30", "Stängt, öppnar lördag 28 november 10.00")] // an exception opens a Saturday
    [InlineData("2026-12-23 16:00", "Stängt, öppnar fredag 25 december 10.00")] // closed on the 24th; an exception goes before Christmas Day
    [InlineData("2026-12-25 11:00", "Stängt, öppnar måndag 28 december 9.00")] // annandag jul, and a weekend
    [InlineData("2026-12-30 16:00", "Stängt, öppnar måndag 4 januari 2027 9.00")] // the 31st, nyårsdagen, a weekend
    [InlineData("2027-01-05 16:00", "Stängt, öppnar torsdag 7 januari 9.00")] // trettondedagen
    [InlineData("2027-03-26 10:00", "Stängt, öppnar tisdag 30 mars 9.00")] // långfredagen to annandag påsk, over the change to summer time
    [InlineData("2026-10-25 02:30", "Stängt, öppnar måndag 26 oktober 9.00")] // the hour that comes twice
    public void Lage_SaysWhetherAndUntilWhen(string svensk, string text)
    {
        var tid = DateTime.Parse(svensk, System.Globalization.CultureInfo.InvariantCulture);
        var utc = SvenskTid.TillUtc(DateOnly.FromDateTime(tid), TimeOnly.FromDateTime(tid));

        new Oppettider(Vardagar, Undantag).Lage(utc).Text(DateOnly.FromDateTime(tid)).ShouldBe(text);
    }

    [Fact]
    public void NeverOpen_IsClosed_WithoutADay() => new Oppettider(new Dictionary<DayOfWeek, Oppettid>(), new Dictionary<DateOnly, Oppettid?>())
        .Lage(new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc)).ShouldBe(new Oppetlage(false, null));

    [Fact]
    public void Oppettid_ClosesAfterItHasOpened()
    {
        Should.Throw<ArgumentException>(() => new Oppettid(new(9, 0), new(9, 0)));
        Should.Throw<ArgumentException>(() => new Oppettid(new(10, 0), new(9, 0)));
    }

    /// <summary>The answer holds until the instant it names, and is the other one there; on any day of any year, summer and winter.</summary>
    [Fact]
    public void WheneverAsked_TheAnswerHoldsUntilTheInstantItNames() => Egenskap.ForAlla(
        from dag in Egenskap.Dagar
        from minut in Gen.Choose(0, (24 * 60) - 1)
        from oppnar in Gen.Choose(0, 23)
        from timmar in Gen.Choose(1, 23)
        select (dag, minut, oppnar, stanger: Math.Min(oppnar + timmar, 23)),
        fall =>
        {
            if (fall.oppnar >= fall.stanger)
                return true;

            var vecka = TelefontidQuery.Veckodagar.ToDictionary(d => d, _ => new Oppettid(new(fall.oppnar, 0), new(fall.stanger, 0)));
            var tider = new Oppettider(vecka, new Dictionary<DateOnly, Oppettid?>());
            var nu = SvenskTid.TillUtc(fall.dag, TimeOnly.MinValue).AddMinutes(fall.minut);
            var lage = tider.Lage(nu);
            var andras = lage.Andras!.Value;
            var mitt = nu.AddTicks((andras - nu).Ticks / 2);
            return andras > nu
                && tider.Lage(mitt) == lage
                && tider.Lage(andras.AddTicks(-1)) == lage
                && tider.Lage(andras).ArOppet != lage.ArOppet
                && !(lage.ArOppet && Helgdagar.ArVeckoslutEllerHelgdag(nu.SvenskDag()));
        });

    [Theory]
    [InlineData("9.00", "9.00")]
    [InlineData(" 09:30 ", "9.30")]
    [InlineData("9", "9.00")]
    [InlineData("16", "16.00")]
    [InlineData("24.00", null)]
    [InlineData("nio", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Klockslag_AsASwedeWritesIt(string? text, string? tid) =>
        (Klockslag.TryTolka(text, out var tolkat) ? Klockslag.Text(tolkat) : null).ShouldBe(tid);
}
