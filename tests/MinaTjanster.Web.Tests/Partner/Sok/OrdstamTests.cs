using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Partner.Sok;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Partner.Sok;

/// <summary>The forms of a word have one stem; words that are not the same have two.</summary>
public sealed class OrdstamTests
{
    [Theory]
    [InlineData("underlag underlaget underlagen underlagets")]
    [InlineData("frånvaro frånvaron frånvarons")]
    [InlineData("rapporterar rapportera rapporterade rapporterat rapporteras rapport rapporten rapporter rapporterna rapportering rapporteringen")]
    [InlineData("skola skolan skolor skolorna skolans skolornas")]
    [InlineData("studietid studietiden studietider studietiderna")]
    [InlineData("blankett blanketten blanketter blanketterna")]
    [InlineData("behörighet behörigheten behörigheter behörigheterna behörighetens")]
    [InlineData("ogiltig ogiltiga ogiltigt")]
    [InlineData("kurs kursen kurser kurserna kursens")]
    [InlineData("elev eleven elever eleverna elevernas")]
    [InlineData("avbrott avbrottet avbrotten")]
    [InlineData("lösenord lösenordet lösenorden")]
    [InlineData("fil filen filer filerna")]
    [InlineData("händelse händelsen händelser händelserna")]
    [InlineData("person personen personer personerna")]
    [InlineData("försättsblad försättsbladet försättsbladen")]
    [InlineData("betala betalar betalas betalat betalning betalningen betalningar")]
    [InlineData("anmäla anmälan anmäler")]
    [InlineData("resultat resultatet resultaten")]
    [InlineData("studerande studerandes studerar studera")]
    public void FormsOfAWord_HaveOneStem(string former) => Stammar(former).Distinct().ShouldHaveSingleItem(former);

    [Theory]
    [InlineData("skola skolk")]
    [InlineData("dag dagar", true)]
    [InlineData("frånvaro närvaro")]
    [InlineData("behörig behörighet")]
    [InlineData("termin timme")]
    [InlineData("kod konto")]
    [InlineData("avbrott uppehåll")]
    [InlineData("år ar", true)]
    public void OtherWords_HaveOtherStems(string ord, bool samma = false) => (Stammar(ord).Distinct().Count() == 1).ShouldBe(samma, ord);

    [Theory]
    [InlineData("du", "du")]
    [InlineData("fas", "fas")]
    [InlineData("2441w", "2441w")]
    [InlineData("15", "15")]
    public void ShortWordsAndNumbers_StandAsTheyAre(string ord, string stam) => Ordstam.For(ord).ShouldBe(stam);

    [Fact]
    public void AStem_IsItsOwnStem()
    {
        foreach (var ord in new[] { "rapporteringarnas", "studerandena", "behorigheternas", "handelsernas", "personens" })
            Ordstam.For(Ordstam.For(ord)).ShouldBe(Ordstam.For(ord));
    }

    private static IEnumerable<string> Stammar(string ord) => SvenskText.OrdI(ord).Select(Ordstam.For);
}
