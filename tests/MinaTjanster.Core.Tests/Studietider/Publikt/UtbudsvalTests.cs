using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Studietider.Utbildningar;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studietider.Publikt;

/// <summary>The choices are kept in memory as one number, four bits each: nothing of it is stored, and a kind with more than fifteen values would not fit.</summary>
public sealed class UtbudsvalTests
{
    [Fact]
    public void Numbers_FitInFourBitsEach()
    {
        Tal<Skolform>().ShouldBe([("Gymnasieskola", 0), ("Komvux", 1), ("Folkhogskola", 2), ("Yrkeshogskola", 3), ("Hogskola", 4), ("KonstOchKultur", 5), ("AnnanEftergymnasial", 6)]);
        Tal<Utbildningsniva>().ShouldBe([("Grundlaggande", 0), ("Gymnasial", 1), ("Eftergymnasial", 2)]);
        Tal<Undervisningssatt>().ShouldBe([("PaPlats", 0), ("Distans", 1), ("DistansMedTraffar", 2)]);
        Tal<Takt>().ShouldBe([("Heltid", 0), ("Trekvart", 1), ("Halv", 2), ("Mindre", 3)]);
    }

    [Fact]
    public void Choices_LieInFourBitsEach_InThisOrder()
    {
        Utbudsval.For(Skolform.Hogskola, Utbildningsniva.Eftergymnasial, Undervisningssatt.Distans, Takt.Mindre).ShouldBe(new(0xFFFF, 0x5324));
        Utbudsval.For(null, Utbildningsniva.Grundlaggande, null, null).ShouldBe(new(0x0F00, 0x0100));
    }

    private static IEnumerable<(string Namn, int Tal)> Tal<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(v => ($"{v}", Convert.ToInt32(v))).OrderBy(v => v.Item2);
}
