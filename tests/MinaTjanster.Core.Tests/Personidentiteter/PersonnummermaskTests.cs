using MinaTjanster.Core.Personidentiteter;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Personidentiteter;

public sealed class PersonnummermaskTests
{
    [Theory]
    [InlineData("20090412-2380")]
    [InlineData("200904122380")]
    [InlineData("090412-2380")]
    [InlineData("0904122380")]
    [InlineData("120412+2380")]
    [InlineData("090412 2380")]
    [InlineData("090412–2380")]
    [InlineData("20090412%2D2380")]
    [InlineData("090412%2B2380")]
    [InlineData("2009-04-12-2380")]
    [InlineData("20090472-2380")]
    [InlineData("20090412-T123")]
    [InlineData("20090412T123")]
    [InlineData("20090412-9999")]
    [InlineData("20090412 - 2380")]
    [InlineData("20090412 – 2380")]
    [InlineData("090412- 2380")]
    [InlineData("20090412/2380")]
    [InlineData("2009 04 12 2380")]
    [InlineData("2009 04 12-2380")]
    public void Maskera_SomethingLikeAPersonnummer_IsReplaced(string nummer)
    {
        foreach (var mening in new[] { nummer, $"Elev {nummer}.", $"q={nummer}&x=1", $"({nummer})", $"\"{nummer}\"", $"a\n{nummer}\nb" })
        {
            Personnummermask.Finns(mening).ShouldBeTrue(mening);
            Personnummermask.Maskera(mening).ShouldBe(mening.Replace(nummer, Personnummermask.Ersattning));
        }
    }

    [Theory]
    [InlineData("Kvitto SK-7K4M-29QX, skickat 2026-11-22 kl. 13.45")]
    [InlineData("2026-11-22 1 250 kr")]
    [InlineData("Ring CSN på 0771-276 400, vardagar 09:00–13:00")]
    [InlineData("Anna Lind, 070-101 23 45")]
    [InlineData("751 76 Uppsala")]
    [InlineData("Skolkod 12345678")]
    [InlineData("20090412-xxxx")]
    [InlineData("https://portal.example/losenordskiosk?k=4bf92f357719800101980296f0e0e473")]
    [InlineData("Ordernummer 991399-1234")]
    [InlineData("2026 11 22 kl. 13.45")]
    [InlineData("20261122 - 20261201")]
    [InlineData("2026-11-22T13:45:00.1234567Z")]
    [InlineData("")]
    public void Maskera_OrdinaryText_IsLeftAsItIs(string text)
    {
        Personnummermask.Finns(text).ShouldBeFalse();
        Personnummermask.Maskera(text).ShouldBe(text);
    }

    [Fact]
    public void Maskera_SeveralInOneText_ReplacesEach() =>
        Personnummermask.Maskera("19800101-9801 och 19790202-9802,090412T123").ShouldBe("[personnummer] och [personnummer],[personnummer]");
}
