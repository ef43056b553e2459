using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

public sealed class BeslutsorsakerTests
{
    [Fact]
    public void Orsaker_AreOneOfEach_WithWordsAndLaw()
    {
        const string studiehjalp = "2 kap. studiestödslagen (1999:1395)";
        const string krav = "5 kap. studiestödslagen (1999:1395)";
        Beslutsorsaker.Alla.Select(o => (o.Kod, o.Lagrum)).ShouldBe(
        [
            ("STOPP-RAPPORTERAD", studiehjalp),
            ("STOPP-FORTSATT", studiehjalp),
            ("KOMM-FELUTBETALT", "25 § förvaltningslagen (2017:900)"),
            ("UTFALL-INGET", studiehjalp),
            ("UTFALL-AVRAKNING", krav),
            ("UTFALL-DEL", krav),
            ("UTFALL-ATERKRAV", krav),
            ("UTFALL-EJSTYRKT", krav),
            ("ATER-TILLBAKA", studiehjalp),
            ("UPPH-ATERTAGEN", studiehjalp),
        ]);
        Beslutsorsaker.Alla.Select(o => o.Kod).ShouldBeUnique();
        Beslutsorsaker.Alla.ShouldAllBe(o => o.Text.Length > 10 && o.Kod.Length <= Skolkbeslut.MaxOrsak);
        Beslutsorsaker.Gallande(new(2027, 1, 1)).Select(o => o.Slag).Distinct().Count().ShouldBe(Enum.GetValues<Skolkbeslutsslag>().Length);
        Beslutsorsaker.Gallande(new(2026, 6, 30)).ShouldBeEmpty();
    }
}
