using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Omgangar;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studietider.Omgangar;

/// <summary>What a round must be. Today is 22 November 2026.</summary>
public sealed class OmgangsregelTests
{
    private static readonly DateOnly Idag = new(2026, 11, 22);
    private static readonly Omgangstext Text = new("2027/28", ["Gymnasieskola", "Komvux"], "2027-03-01", "2027-05-15", "2027-05-01\n2027-03-01\n2027-05-01");

    [Fact]
    public void AcceptedRound_HasItsDaysInOrderAndOnce() => Omgangsregel.Bedom(Text, null, Idag).Value.ShouldSatisfyAllConditions(
        u => u.Lasar.ShouldBe(2027),
        u => u.Skolformer.ShouldBe([Skolform.Gymnasieskola, Skolform.Komvux]),
        u => u.Paminnelser.ShouldBe([new(2027, 3, 1), new(2027, 5, 1)]));

    [Theory]
    [InlineData("lasar", "2027", "OMG-LASAR")]
    [InlineData("lasar", "2024/25", "OMG-LASAR")]
    [InlineData("lasar", "2029/30", "OMG-LASAR")]
    [InlineData("former", "", "OMG-SKOLFORM")]
    [InlineData("former", "Simskola", "OMG-SKOLFORM")]
    [InlineData("oppnar", "2026-11-21", "OMG-OPPNAR")]
    [InlineData("oppnar", "snart", "OMG-OPPNAR")]
    [InlineData("sista", "2026-11-21", "OMG-SISTADAG")]
    [InlineData("sista", null, "OMG-SISTADAG")]
    [InlineData("sista", "2027-02-28", "OMG-ORDNING")]
    [InlineData("sista", "2028-03-02", "OMG-ORDNING")]
    [InlineData("paminn", "i mars", "OMG-PAMINNELSER")]
    [InlineData("paminn", "2027-02-28", "OMG-UTANFOR")]
    [InlineData("paminn", "2027-05-16", "OMG-UTANFOR")]
    public void ARoundThatCannotBe_IsRefused(string falt, string? varde, string kod)
    {
        var text = falt switch
        {
            "lasar" => Text with { Lasar = varde },
            "former" => Text with { Skolformer = [varde!] },
            "oppnar" => Text with { Oppnar = varde },
            "sista" => Text with { SistaDag = varde, Paminnelser = null },
            _ => Text with { Paminnelser = varde },
        };

        Omgangsregel.Bedom(text, null, Idag).Refusals.Select(r => r.Code).ShouldBe([kod]);
    }

    [Fact]
    public void TooManyReminders_AreRefused() => Omgangsregel.Bedom(
        Text with { Paminnelser = string.Join('\n', Enumerable.Range(1, Omgangsregel.MaxPaminnelser + 1).Select(d => $"2027-04-{d:00}")) }, null, Idag).Refusals.Single().Code.ShouldBe("OMG-PAMINNELSER");

    /// <summary>What has been may stay as it is, and nothing else of the past is let in; today is in time.</summary>
    [Fact]
    public void ARoundThatHasOpened_KeepsItsDays()
    {
        var nu = new Rapporteringsomgang(new(2026, [Skolform.Komvux], new(2026, 11, 1), new(2026, 12, 1), [new(2026, 11, 10)]), 1, default);
        var text = new Omgangstext("2026/27", ["Komvux"], "2026-11-01", "2026-12-01", "2026-11-10\n2026-11-22");

        Omgangsregel.Bedom(text, nu, Idag).IsAccepted.ShouldBeTrue();
        Omgangsregel.Bedom(text with { Oppnar = "2026-11-02" }, nu, Idag).Refusals.Single().Code.ShouldBe("OMG-OPPNAR");
        Omgangsregel.Bedom(text with { Paminnelser = "2026-11-21" }, nu, Idag).Refusals.Single().Code.ShouldBe("OMG-HARVARIT");
    }

    [Fact]
    public void ReminderThatHasGoneOut_StaysWhateverTheFormSays_AndACalledOffRoundIsClosed()
    {
        var omgang = new Rapporteringsomgang(new(2026, [Skolform.Hogskola], new(2026, 11, 1), new(2026, 12, 1), [new(2026, 11, 10), new(2026, 11, 25)]), 1, default);
        omgang.Paminnelser[0].Klar(Paminnelsestatus.Skickad);

        omgang.Andra(omgang.Uppgift with { Paminnelser = [new(2026, 11, 30)] });
        omgang.Paminnelser.Select(p => p.Dag).ShouldBe([new(2026, 11, 10), new(2026, 11, 30)]);
        omgang.StallIn();
        omgang.Paminnelser.Select(p => (p.Dag, p.Status)).ShouldBe([(new(2026, 11, 10), Paminnelsestatus.Skickad), (new(2026, 11, 30), Paminnelsestatus.Overhoppad)]);
        omgang.ArOppen(Idag).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => omgang.Andra(omgang.Uppgift));
        Should.Throw<InvalidOperationException>(() => omgang.Paminn(Idag));
        Should.Throw<InvalidOperationException>(omgang.StallIn);
    }

    /// <summary>Hogskola stands in Yrkeshogskola and Folkhogskola: the text is searched with its commas.</summary>
    [Fact]
    public void SchoolForms_AreTheirOwn()
    {
        var omgang = new Rapporteringsomgang(new(2026, [Skolform.Yrkeshogskola, Skolform.Folkhogskola], new(2026, 11, 1), new(2026, 12, 1), []), 1, default);

        omgang.Skolformer.ShouldBe([Skolform.Folkhogskola, Skolform.Yrkeshogskola]);
        omgang.Skolformstext.Contains(Rapporteringsomgang.Monster(Skolform.Yrkeshogskola), StringComparison.Ordinal).ShouldBeTrue();
        omgang.Skolformstext.Contains(Rapporteringsomgang.Monster(Skolform.Hogskola), StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
    }
}
