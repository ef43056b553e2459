using FsCheck.Fluent;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Tid;

public sealed class TolkTests
{
    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("20261122")]
    [InlineData("  2026-11-22\t")]
    public void Datum_TwoForms(string text)
    {
        Datumtolk.TryTolka(text, out var datum).ShouldBeTrue();
        datum.ShouldBe(new DateOnly(2026, 11, 22));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-11-31")]
    [InlineData("2026-02-29")]
    [InlineData("22/11 2026")]
    [InlineData("2026/11/22")]
    [InlineData("261122")]
    [InlineData("2026-1-2")]
    [InlineData("2026-11-22 00:00")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2026 11 22")]
    [InlineData("٢٠٢٦١١٢٢")]
    public void Datum_NothingElse(string? text) => Datumtolk.TryTolka(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("11,5", 690)]
    [InlineData("11.5", 690)]
    [InlineData("11", 660)]
    [InlineData("11:30", 690)]
    [InlineData(" 4 ", 240)]
    [InlineData("11,33", 680)]
    [InlineData("0", 0)]
    [InlineData("10000", 600_000)]
    public void Timmar_BecomeMinutes(string text, int minuter)
    {
        Timtolk.TryTolka(text, out var tolkat).ShouldBeTrue();
        tolkat.ShouldBe(minuter);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("11:60")]
    [InlineData("11:3")]
    [InlineData("11,555")]
    [InlineData(",5")]
    [InlineData("11,")]
    [InlineData("1 1")]
    [InlineData("10000,01")]
    [InlineData("99999")]
    [InlineData("1e3")]
    [InlineData("fyra")]
    [InlineData("١١")]
    public void Timmar_NothingElse(string? text) => Timtolk.TryTolka(text, out _).ShouldBeFalse();

    [Fact]
    public void Timmar_WrittenIsRead() => Egenskap.ForAlla(Gen.Choose(0, 600_000), minuter =>
        Timtolk.TryTolka(SvenskText.Timmar(minuter), out var tolkat) && tolkat == minuter);

    [Theory]
    [InlineData("3", 3)]
    [InlineData(" 12 ", 12)]
    [InlineData("0", 1)]
    [InlineData("-2", 1)]
    [InlineData("två", 1)]
    [InlineData("99999999", 1)]
    [InlineData(null, 1)]
    public void Sida_IsTheFirst_WhenTheAddressAsksForNoneThatCanBe(string? text, int sida) => Heltal.Sida(text).ShouldBe(sida);

    [Theory]
    [InlineData("0771-276 400", "tel:+46771276400")]
    [InlineData("060-12 34 56", "tel:+4660123456")]
    [InlineData("+47 22 33 44 55", "tel:+4722334455")]
    [InlineData("0047 22 33 44 55", "tel:+4722334455")]
    public void Telefonnummer_IsDialledFromAnywhere(string nummer, string lank) => Telefonnummer.Lank(nummer).ShouldBe(lank);

    [Fact]
    public void Datum_WrittenIsRead() => Egenskap.ForAlla(Egenskap.Dagar, dag =>
        Datumtolk.TryTolka($"{dag:yyyy-MM-dd}", out var tolkad) && tolkad == dag && Datumtolk.TryTolka($"{dag:yyyyMMdd}", out var utan) && utan == dag);
}
