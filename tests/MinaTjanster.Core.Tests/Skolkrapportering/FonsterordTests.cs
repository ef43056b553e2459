using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Skolkrapportering;

/// <summary>Until the window has closed CSN does not have what the school has sent, and no page says that it does.</summary>
public sealed class FonsterordTests
{
    /// <summary>A Sunday.</summary>
    private static readonly DateTime Morgon = SvenskTid.TillUtc(D("2026-11-22"), new(10, 0));

    private static readonly Underlagsfrist Frist = Underlagsfrist.For(D("2026-10-05"), D("2026-11-22"));

    [Fact]
    public void ChecksAndReceipts_SayWhenTheWindowCloses()
    {
        Fonsterord.Fore(Morgon).ShouldBe("Skickar du nu tar CSN hand om rapporten från och med 22 november 2026 kl. 15.00. Tas den bort före dess ser CSN den aldrig.");
        Fonsterord.Fore(Morgon.AddHours(5), flera: true).ShouldStartWith("Skickar du nu tar CSN hand om rapporterna från och med 23 november 2026 kl. 15.00.");
        Fonsterord.Efter(Morgon).ShouldStartWith("CSN tar hand om rapporten från och med 22 november 2026 kl. 15.00.");
    }

    [Theory]
    [InlineData("2026-11-22", "Når CSN kl. 15.00")]
    [InlineData("2026-11-20", "Når CSN 2026-11-22 kl. 15.00")]
    public void Status_BeforeTheWindowCloses_IsOnItsWay(string idag, string text)
    {
        var status = Skolkstatus.For(Arendestatus.AttGranska, Frist, null, D(idag), Morgon.AddHours(5));
        (status.Text, status.Slag, status.Senast).ShouldBe((text, Skolkstatusslag.Upplysning, null));
        status.Forklaring.ShouldContain("från och med 22 november 2026 kl. 15.00. Fram till dess kan du ändra rapporten, eller ta bort den utan att CSN ser den.");
    }

    [Fact]
    public void Status_AfterIt_IsWithCsn()
    {
        Fonsterord.NarCsn(Morgon.AddHours(5), Morgon).ShouldBe(Morgon.AddHours(5));
        Fonsterord.NarCsn(Morgon, Morgon).ShouldBeNull("it has closed");
        Skolkstatus.For(Arendestatus.AttGranska, Frist, null, D("2026-11-22"), null).Text.ShouldBe("Hos CSN");
        Skolkstatus.For(Arendestatus.VantarPaUnderlag, Frist, null, D("2026-11-22"), Morgon.AddHours(5)).Text.ShouldBe("Underlag saknas", "what the school has to do goes first");
    }
}
