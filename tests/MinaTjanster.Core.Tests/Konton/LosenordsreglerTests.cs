using MinaTjanster.Core.Konton;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>The password rules (domain.md section 3), with the list of common passwords that the program is shipped with.</summary>
public sealed class LosenordsreglerTests
{
    private static readonly Vanligalosenord Vanliga = Vanligalosenord.FranFil(Path.Combine(AppContext.BaseDirectory, "Losenord", "vanliga.json"));

    private static readonly Konto Person = new("asaber01", "Åsa Bergström-Öst", "asa.bergstrom@skolan.example", null);

    [Theory]
    [InlineData("Tre gula kajor på ett räcke")]
    [InlineData("kvist-2931-lampa")]
    [InlineData("🦔🦊🐻🐼🐨🐯🦁🐮")]
    [InlineData("xK9#mQ2$vL7!")]
    [InlineData("            a b c d")]
    [InlineData("csn 8392 0174 8291")]
    public void GoodPassword_IsAccepted(string losenord) => Losenordsregler.Granska(losenord, Person, Vanliga).ShouldBeEmpty();

    [Fact]
    public void Length_IsTwelveToHundredAndTwentyEight()
    {
        const string Blandat = "kvist lampa 2931 moln ";
        Neka("kvist-2931l").ShouldContain("för kort");
        Neka(string.Concat(Enumerable.Repeat(Blandat, 6))[..128] + "x").ShouldContain("för långt");
        Losenordsregler.Granska(string.Concat(Enumerable.Repeat(Blandat, 6))[..127] + "x", Person, Vanliga).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("sonyericsson")]
    [InlineData("SonyEricsson")]
    [InlineData("password1234")]
    [InlineData("!!Dragon!!2026")]
    [InlineData("qwertyqwerty")]
    [InlineData("qwerty1qwerty1")]
    [InlineData("administrator")]
    [InlineData("Minatjänster2026!")]
    [InlineData("Sommar-2026!!")]
    [InlineData("Lösenord1234")]
    [InlineData("studiemedel-csn-26")]
    public void CommonPassword_IsRefused(string losenord) => Neka(losenord).ShouldContain("vanligt");

    [Theory]
    [InlineData("xK9 bergstrom qv")]
    [InlineData("BERGSTRÖM kvist 7")]
    [InlineData("kvist asaber01 7")]
    [InlineData("asa.bergstrom 77")]
    public void OwnName_IsRefused(string losenord) => Neka(losenord).ShouldContain("namn");

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abababababababab")]
    public void FewDifferentSigns_AreRefused(string losenord) => Neka(losenord).ShouldContain("få olika tecken");

    private static string Neka(string losenord) => Losenordsregler.Granska(losenord, Person, Vanliga).ShouldHaveSingleItem().Sentence;
}
