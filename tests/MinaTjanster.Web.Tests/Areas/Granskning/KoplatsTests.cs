using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Web.Areas.Granskning;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

public sealed class KoplatsTests
{
    public static IEnumerable<object[]> Alla() =>
        from flik in Enum.GetValues<Koflik>()
        from sortering in Enum.GetValues<Kosortering>()
        from riktning in Enum.GetValues<Koriktning>()
        select new object[] { new Kofraga(flik, sortering, riktning, 3) };

    [Theory]
    [MemberData(nameof(Alla))]
    public void Ko_IsReadBackAsWritten(Kofraga fraga) => Koplats.FranKo(new Koplats(fraga).Ko).Fraga.ShouldBe(fraga);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mina")]
    [InlineData("mina.inkommet.stigande.")]
    [InlineData("a.b.c.99999999999999999999")]
    [InlineData("//ond.example/.x.y.1")]
    public void Ko_OfAnotherForm_IsTheStart(string? ko) => Koplats.FranKo(ko).ShouldBe(Koplats.Start);

    [Fact]
    public void Filter_IsKeptByAddressAndWord()
    {
        var plats = Koplats.Start.Filtrerad(Kofilter.Avviker).Sorterad(Kosortering.Belopp);

        plats.Adress.ShouldBe("/granskning?flik=att-granska&sortering=belopp&riktning=fallande&visa=avviker");
        Koplats.FranKo(plats.Ko).ShouldBe(plats);
        Koplats.FranKo("att-granska.belopp.fallande.1.avviker.mer").ShouldBe(Koplats.Start);
        Koplats.FranKo("att-granska.belopp.fallande.1.okant").Fraga.Filter.ShouldBe(Kofilter.Alla);
    }

    [Theory]
    [InlineData(Kofilter.Alla)]
    [InlineData(Kofilter.Avviker)]
    public void Search_IsCarriedByItsKeyAlone(Kofilter filter)
    {
        const string nyckel = "0123456789abcdef0123456789abcdef";
        var plats = new Koplats(Koplats.Start.Filtrerad(filter).Sokt(nyckel).Fraga with { Soktext = "20090412-2389" });

        plats.Adress.ShouldEndWith($"&sok={nyckel}");
        $"{plats.Adress}{plats.Ko}{plats.Arende(7)}{plats.Csv}".ShouldNotContain("20090412");
        Koplats.FranKo(plats.Ko).Fraga.ShouldBe(plats.Fraga with { Soktext = null });
        Koplats.Fran(null, null, null, 1, null, "' OR 1=1").ShouldBe(Koplats.Start);
        Koplats.FranKo("skyddade." + plats.Ko).Fraga.Sok.ShouldBe(nyckel);
    }

    [Fact]
    public void WaitingForTheSchool_IsInTheOrderOfItsLastDay_AndAChosenOrderIsKept()
    {
        Koplats.Start.IFlik(Koflik.VantarPaSkolan).Fraga.Sortering.ShouldBe(Kosortering.SvarSenast);
        Koplats.Start.IFlik(Koflik.VantarPaSkolan).IFlik(Koflik.Mina).Fraga.Sortering.ShouldBe(Kosortering.Inkommet);
        Koplats.Start.Sorterad(Kosortering.Belopp).IFlik(Koflik.VantarPaSkolan).Fraga.Sortering.ShouldBe(Kosortering.Belopp);
        Koplats.Fran("vantar", null, null, 1).Adress.ShouldBe("/granskning?flik=vantar&sortering=svar&riktning=stigande");
        Koplats.Fran("vantar", "inkommet", null, 1).Fraga.Sortering.ShouldBe(Kosortering.Inkommet);
        foreach (var (ordning, _) in Koplats.AllaOrdningar)
            Koplats.Fran("mina", ordning, null, 1).Ordning.ShouldBe(ordning);
    }

    [Fact]
    public void Adress_LeavesOutThePageOfTheFirst() =>
        Koplats.Start.Adress.ShouldBe("/granskning?flik=att-granska&sortering=inkommet&riktning=stigande");

    [Fact]
    public void IFlik_Avslutade_ShowsTheLatestFirst() =>
        Koplats.Start.IFlik(Koflik.Avslutade).Fraga.Riktning.ShouldBe(Koriktning.Fallande);
}
