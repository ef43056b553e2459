using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Skolkrapportering;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <summary>CSN's handling time to the second, and what an arrival or a change does to a case.</summary>
public sealed class ArendeTests
{
    private const long Greta = 7;
    private static readonly DateTime Start = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Handlaggningstid_StandsStillWhileTheSchoolIsAskedAndAfterTheApproval()
    {
        var arende = Nytt();
        arende.Handlaggningstid(Vid(5)).ShouldBe(TimeSpan.Zero);

        arende.TaEmotUnderlag(Vid(10));
        arende.Ta(Greta, Vid(12));
        Fraga(arende, 20);
        arende.Handlaggningstid(Vid(500)).ShouldBe(TimeSpan.FromMinutes(10));

        arende.TaEmotUnderlag(Vid(1000));
        arende.Godkann(Greta, Vid(1030));
        arende.Handlaggningstid(Vid(5000)).ShouldBe(TimeSpan.FromMinutes(40));

        arende.TaEmotUnderlag(Vid(6000));
        arende.Status.ShouldBe(Arendestatus.Granskas);
        arende.Godkann(Greta, Vid(6005));
        arende.AvslutaMedBeslut(Greta, Vid(7000));
        arende.Handlaggningstid(Vid(9000)).ShouldBe(TimeSpan.FromMinutes(45));
    }

    [Fact]
    public void Handlaggningstid_OfALetterDatedBeforeTheApproval_IsNotCountedTwice()
    {
        var arende = Granskas();
        arende.Godkann(Greta, Vid(100));

        arende.TaEmotUnderlag(Vid(50));

        arende.Handlaggningstid(Vid(130)).ShouldBe(TimeSpan.FromMinutes(120));
    }

    [Fact]
    public void TaEmotUnderlag_OfLettersInAnyOrder_KeepsTheEarliestAndTheLatest()
    {
        var arende = Granskas();

        arende.TaEmotUnderlag(Vid(40));
        arende.TaEmotUnderlag(Vid(3));
        arende.TaEmotUnderlag(Vid(3));

        (arende.UnderlagInkom, arende.SenasteUnderlagInkom, arende.AntalAnkomster).ShouldBe((Vid(3), Vid(40), 4));
    }

    [Fact]
    public void AterkallaKomplettering_LetsTheCaseBeReviewedWithoutAnAnswer()
    {
        var arende = Granskas();
        Fraga(arende, 20);

        arende.AterkallaKomplettering(Greta, Vid(2000));

        (arende.Status, arende.ObesvaradKomplettering, arende.Kompletteringar[0].Aterkallad).ShouldBe((Arendestatus.Granskas, null, Vid(2000)));
        arende.Handlaggningstid(Vid(2005)).ShouldBe(TimeSpan.FromMinutes(15));
        arende.Godkann(Greta, Vid(2010));
    }

    [Theory]
    [InlineData(true, Arendestatus.Godkant)]
    [InlineData(false, Arendestatus.Granskas)]
    public void AndraRapport_OfAnApprovedCase_TakesTheApprovalBackUnlessOnlyTheLastDayIsNew(bool baraSistaDag, Arendestatus status)
    {
        var arende = Granskas();
        arende.Godkann(Greta, Vid(20));

        arende.AndraRapport(Vid(60), baraSistaDag);

        (arende.Status, arende.RapportAndrad).ShouldBe((status, Vid(60)));
        arende.Handlaggningstid(Vid(65)).ShouldBe(TimeSpan.FromMinutes(baraSistaDag ? 10 : 15));
    }

    private static DateTime Vid(int minut) => Start.AddMinutes(minut);

    private static Arende Nytt()
    {
        var rapport = new Skolkrapport(1, 2, new Skolkuppgift(new(2026, 9, 7), null, 690, 6, false), "SK-2222-2222", "nyckel", 3, Start, new(2026, 10, 16));
        return new Arende(1, rapport, Start);
    }

    /// <summary>Underlag came at minute 10, and Greta took it at once.</summary>
    private static Arende Granskas()
    {
        var arende = Nytt();
        arende.TaEmotUnderlag(Vid(10));
        arende.Ta(Greta, Vid(10));
        return arende;
    }

    private static void Fraga(Arende arende, int minut) =>
        arende.BegarKomplettering(Greta, new Komplettering(1, Kompletteringsorsak.Annat, "Skicka resten.", Greta, Vid(minut), new(2026, 11, 16)), Vid(minut));
}
