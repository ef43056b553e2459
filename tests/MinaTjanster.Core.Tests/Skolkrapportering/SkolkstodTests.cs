using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studiestod;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Skolkrapportering;

/// <summary>The kind of support on the days concerned (domain.md section 4), not on the report day.</summary>
public sealed class SkolkstodTests
{
    // Turns 20 in 2026: studiehjälp through 30 June 2026.
    private static readonly DateOnly Fodd2006 = D("2006-11-01");

    private static Skolklage Lage(string rapportdag, Avdelning avdelning = Avdelning.A2, bool larling = false, Stodform? valet = null) =>
        new(Fodd2006, [new(D("2026-01-10"), D("2026-12-20"), avdelning, larling, valet)], [], D(rapportdag));

    [Fact]
    public void FirstDay_OnTheLastDayWithStudiehjalp_IsAcceptedEvenWhenReportedLater() =>
        Skolkregel.Bedom(Uppgift("2026-06-30"), Lage("2026-09-01")).Koder().ShouldBeEmpty();

    [Fact]
    public void FirstDay_AfterTheBoundary_IsRefused_WithoutTellingTheAge()
    {
        var refusal = Skolkregel.Bedom(Uppgift("2026-07-01"), Lage("2026-09-01")).Refusals.ShouldHaveSingleItem().ShouldBeOfType<SkolkEfterAldersgransen>();
        refusal.Sentence.ShouldContain("30 juni det år man fyller 20");
        refusal.Sentence.ShouldNotContain("2026");
    }

    [Theory]
    [InlineData("2026-06-30", null)]
    [InlineData("2026-07-01", "SKOLK-SISTAALDER")]
    public void LastDay_DoesNotPassTheBoundary(string sista, string? kod)
    {
        string[] koder = kod is null ? [] : [kod];
        Skolkregel.Bedom(Uppgift("2026-05-04", sista), Lage("2026-09-01")).Koder().ShouldBe(koder);
        Skolkregel.BedomAvslut(D("2026-05-04"), D(sista), Lage("2026-09-01")).Koder().ShouldBe(koder);
    }

    [Fact]
    public void PostSecondary_IsStudiemedelAtAnyAge() =>
        Skolkregel.Bedom(Uppgift("2026-03-02"), Lage("2026-05-01", Avdelning.B)).Koder().ShouldBe(["SKOLK-STUDIEMEDEL"]);

    [Theory]
    [InlineData(Stodform.Studiehjalp, null)]
    [InlineData(Stodform.Studiemedel, "SKOLK-STUDIEMEDEL")]
    [InlineData(null, "SKOLK-STODFORM")]
    public void A3_FollowsTheStudentsChoice(Stodform? valet, string? kod) =>
        Skolkregel.Bedom(Uppgift("2026-03-02"), Lage("2026-05-01", Avdelning.A3, valet: valet)).Koder().ShouldBe(kod is null ? [] : [kod]);

    [Fact]
    public void Larling_HasASupportOfItsOwn() =>
        Skolkregel.Bedom(Uppgift("2026-09-01", "2026-09-30"), Lage("2026-11-01", Avdelning.A1, larling: true)).Koder().ShouldBeEmpty();

    [Fact]
    public void TwoCourses_OneWithStudiehjalpIsEnough()
    {
        var lage = Lage("2026-05-01", Avdelning.B);
        Skolkregel.Bedom(Uppgift("2026-03-02"), lage with { Studieperioder = [.. lage.Studieperioder, new(D("2026-03-01"), D("2026-04-01"), Avdelning.A2)] }).ArGodtagen.ShouldBeTrue();
    }

    [Fact]
    public void BeforeStudiebidragStarts_IsWarnedAbout()
    {
        var ung = Gymnasist("2026-11-22") with { Fodelsedag = D("2010-10-01") };
        var bedomning = Skolkregel.Bedom(Uppgift("2026-10-01"), ung);
        bedomning.ArGodtagen.ShouldBeTrue();
        bedomning.Varningar.ShouldHaveSingleItem().Mening.ShouldContain("1 januari 2027");
    }
}
