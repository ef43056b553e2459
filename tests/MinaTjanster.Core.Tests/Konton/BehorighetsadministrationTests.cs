using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Konton.Administrator;
using static MinaTjanster.Core.Konton.Behorighetsslag;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>The table of domain.md section 2, row by row.</summary>
public sealed class BehorighetsadministrationTests
{
    [Theory]
    [InlineData(Skolform.Hogskola, Rapporteringssatt.Ladok, Skolan)]
    [InlineData(Skolform.Hogskola, Rapporteringssatt.Manuellt, Skolan)]
    [InlineData(Skolform.Yrkeshogskola, Rapporteringssatt.Manuellt, Skolan)]
    [InlineData(Skolform.Yrkeshogskola, Rapporteringssatt.Fil, Skolan)]
    [InlineData(Skolform.AnnanEftergymnasial, Rapporteringssatt.Manuellt, Skolan)]
    [InlineData(Skolform.KonstOchKultur, Rapporteringssatt.Manuellt, Skolan)]
    [InlineData(Skolform.Folkhogskola, Rapporteringssatt.Fil, Skolan)]
    [InlineData(Skolform.Komvux, Rapporteringssatt.Fil, Skolan)]
    [InlineData(Skolform.Folkhogskola, Rapporteringssatt.Manuellt, Csn)]
    [InlineData(Skolform.Komvux, Rapporteringssatt.Manuellt, Csn)]
    [InlineData(Skolform.Gymnasieskola, Rapporteringssatt.Manuellt, Csn)]
    [InlineData(Skolform.Gymnasieskola, Rapporteringssatt.Fil, Csn)]
    public void Sr_IsAdministeredBy(Skolform skolform, Rapporteringssatt satt, Administrator administrator) =>
        Behorighetsadministration.For(Behorighetsslag.Studeranderapportering, skolform, satt).ShouldBe(administrator);

    [Fact]
    public void TheRest_IsTheSameAtEverySchool()
    {
        foreach (var skolform in Enum.GetValues<Skolform>())
        {
            foreach (var satt in Enum.GetValues<Rapporteringssatt>())
            {
                Behorighetsadministration.For(StudietiderUtbildningar, skolform, satt).ShouldBe(Skolan);
                Behorighetsadministration.For(CsnOrder, skolform, satt).ShouldBe(Blankettservice);
                Behorighetsadministration.For(Behorighetsadministrator, skolform, satt).ShouldBe(Csn);
                Behorighetsadministration.For(Behorighetsansvarig, skolform, satt).ShouldBe(Csn);
                foreach (var slag in Behorighetsadministration.Csnslag)
                    Behorighetsadministration.For(slag, skolform, satt).ShouldBe(Csn);
            }
        }
    }

    [Fact]
    public void EveryKind_HasATextAndAPlace()
    {
        Behorighetsadministration.Skolslag.Concat(Behorighetsadministration.Csnslag).ShouldBe(Enum.GetValues<Behorighetsslag>(), ignoreOrder: true);
        Enum.GetValues<Behorighetsslag>().Select(s => s.Text()).ShouldBeUnique();
    }
}
