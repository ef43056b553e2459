using System.Text;
using MinaTjanster.Core.Konton.Tvasteg;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton.Tvasteg;

/// <summary>RFC 6238's own vectors, and which steps are taken.</summary>
public sealed class TotpTests
{
    private static readonly byte[] RfcNyckel = Encoding.ASCII.GetBytes("12345678901234567890");

    private static readonly DateTime Nu = new(2026, 11, 22, 9, 0, 10, DateTimeKind.Utc);

    /// <summary>Appendix B, SHA-1; its eight digits cut to the last six, as the truncation of RFC 4226 makes them.</summary>
    [Theory]
    [InlineData(59L, "287082")]
    [InlineData(1111111109L, "081804")]
    [InlineData(1111111111L, "050471")]
    [InlineData(1234567890L, "005924")]
    [InlineData(2000000000L, "279037")]
    [InlineData(20000000000L, "353130")]
    public void Kod_IsThatOfTheRfc(long sekunder, string kod) =>
        Totp.Kod(RfcNyckel, Totp.Steg(DateTime.UnixEpoch.AddSeconds(sekunder))).ShouldBe(kod);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void FinnSteg_TakesOneStepEachWayAndNotTwo(int bort, bool tas)
    {
        var steg = Totp.Steg(Nu) + bort;

        Totp.FinnSteg(RfcNyckel, Totp.Kod(RfcNyckel, steg), Nu, senasteSteg: 0).ShouldBe(tas ? steg : null);
    }

    [Fact]
    public void FinnSteg_OfAUsedStepOrEarlier_IsNotTaken()
    {
        var steg = Totp.Steg(Nu);

        Totp.FinnSteg(RfcNyckel, Totp.Kod(RfcNyckel, steg), Nu, senasteSteg: steg).ShouldBeNull();
        Totp.FinnSteg(RfcNyckel, Totp.Kod(RfcNyckel, steg - 1), Nu, senasteSteg: steg).ShouldBeNull();
        Totp.FinnSteg(RfcNyckel, Totp.Kod(RfcNyckel, steg + 1), Nu, senasteSteg: steg).ShouldBe(steg + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    [InlineData("١٢٣٤٥٦")]
    public void FinnSteg_OfNoCode_IsNull(string kod) => Totp.FinnSteg(RfcNyckel, kod, Nu, senasteSteg: 0).ShouldBeNull();

    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void SomText_IsBase32(string text, string base32) => Totp.SomText(Encoding.ASCII.GetBytes(text)).ShouldBe(base32);

    [Fact]
    public void Adress_IsTheKeyUriThatAppsRead() =>
        Totp.Adress("Mina tjänster", "annlin01", RfcNyckel).ShouldBe(
            "otpauth://totp/Mina%20tj%C3%A4nster:annlin01?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Mina%20tj%C3%A4nster&algorithm=SHA1&digits=6&period=30");

    [Fact]
    public void NyNyckel_Has160BitsAndIsNeverTheSame()
    {
        Totp.NyNyckel().Length.ShouldBe(20);
        Totp.NyNyckel().ShouldNotBe(Totp.NyNyckel());
    }
}
