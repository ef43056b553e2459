using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Web.Areas.Granskning.Arendesida;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>The drawing of a case's timeline: no line through a label, no label in another.</summary>
public sealed class TidslinjeritningTests
{
    private const double Teckenbredd = 7.2;

    /// <summary>Days of underlag and of complements, counted from the report; and today.</summary>
    [Theory]
    [InlineData(new int[0], new int[0], 1)]
    [InlineData(new[] { 3 }, new int[0], 3)]
    [InlineData(new[] { 3, 9 }, new[] { 4 }, 10)]
    [InlineData(new[] { 0, 1, 2 }, new[] { 1, 2 }, 2)]
    [InlineData(new[] { 20, 22, 24 }, new[] { 21, 23 }, 25)]
    [InlineData(new[] { 40, 70 }, new[] { 45, 60 }, 90)]
    [InlineData(new[] { 5 }, new[] { 6 }, 300)]
    public void Marks_NeverCrossALabel(int[] underlag, int[] kompletteringar, int idag)
    {
        for (var rapportdag = new DateOnly(2026, 10, 1); rapportdag <= new DateOnly(2026, 11, 5); rapportdag = rapportdag.AddDays(1))
        {
            var ritning = Rita(rapportdag, underlag, kompletteringar, idag);

            foreach (var marke in ritning.Marken)
            {
                var (fran, till) = Etikett(marke);
                foreach (var annat in ritning.Marken.Where(m => m != marke))
                {
                    // The other's line goes from just above its own label's base line and down.
                    (annat.X > fran && annat.X < till && annat.Y <= marke.Y).ShouldBeFalse($"{rapportdag}: the line of {annat.Text} crosses {marke.Text}");
                    var (franAnnat, tillAnnat) = Etikett(annat);
                    (annat.Y == marke.Y && fran < tillAnnat && franAnnat < till).ShouldBeFalse($"{rapportdag}: {annat.Text} runs into {marke.Text}");
                }

                till.ShouldBeLessThanOrEqualTo(Tidslinjeritning.Bredd);
                fran.ShouldBeGreaterThanOrEqualTo(0);
            }
        }
    }

    [Fact]
    public void TextInABar_IsClearOfLines()
    {
        for (var rapportdag = new DateOnly(2026, 10, 1); rapportdag <= new DateOnly(2026, 11, 5); rapportdag = rapportdag.AddDays(1))
        {
            var ritning = Rita(rapportdag, [3, 9], [4], 30);
            var linjer = ritning.Marken.Select(m => m.X).Concat(ritning.Manader.Select(m => m.X)).ToList();
            var texter = ritning.Rader.SelectMany(r => r.Spann).Where(s => s.Text is not null).ToList();

            texter.ShouldNotBeEmpty();
            foreach (var spann in texter)
            {
                var halva = spann.Text!.Length * Teckenbredd / 2;
                linjer.ShouldAllBe(x => x <= spann.Textmitt - halva || x >= spann.Textmitt + halva);
            }
        }
    }

    private static (double Fran, double Till) Etikett(RitatMarke marke)
    {
        var bredd = marke.Text.Length * Teckenbredd;
        return marke.TillVanster ? (marke.X - 6 - bredd, marke.X - 6) : (marke.X + 6, marke.X + 6 + bredd);
    }

    private static Tidslinjeritning Rita(DateOnly rapportdag, int[] underlag, int[] kompletteringar, int idag)
    {
        var forsta = rapportdag.AddDays(-35);
        return Tidslinjeritning.Rita(Tidslinje.Bygg(new(
            forsta,
            null,
            rapportdag,
            null,
            [.. underlag.Select(d => new Tidslinjeunderlag(forsta, rapportdag.AddDays(d - 4), rapportdag.AddDays(d)))],
            [.. kompletteringar.Select(d => rapportdag.AddDays(d))],
            Uppskattning.Berakna(forsta, null, rapportdag),
            Utbetalningsfoljd.For(forsta, null, rapportdag, larling: false),
            rapportdag.AddDays(idag))));
    }
}
