using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Handelser;

/// <summary>Sunday–Thursday 15:00 to the next day 14:59, Friday 15:00 to Sunday 14:59 (domain.md section 6, Ladok).</summary>
public sealed class SandningsfonsterTests
{
    [Theory]
    [InlineData("2026-11-22 14:59", "2026-11-20 15:00", "2026-11-22 15:00")] // Sunday, the weekend's window
    [InlineData("2026-11-22 15:00", "2026-11-22 15:00", "2026-11-23 15:00")] // Sunday, the next
    [InlineData("2026-11-23 14:59", "2026-11-22 15:00", "2026-11-23 15:00")]
    [InlineData("2026-11-26 15:00", "2026-11-26 15:00", "2026-11-27 15:00")] // Thursday to Friday
    [InlineData("2026-11-27 14:59", "2026-11-26 15:00", "2026-11-27 15:00")]
    [InlineData("2026-11-27 15:00", "2026-11-27 15:00", "2026-11-29 15:00")] // Friday to Sunday
    [InlineData("2026-11-28 23:59", "2026-11-27 15:00", "2026-11-29 15:00")]
    [InlineData("2026-10-24 12:00", "2026-10-23 15:00", "2026-10-25 15:00")] // over the end of summer time
    public void Window_OpensAndClosesByTheWeek(string nu, string oppnar, string stanger)
    {
        var utc = Utc(nu);

        Sandningsfonster.Oppnade(utc).ShouldBe(Utc(oppnar));
        Sandningsfonster.Stanger(utc).ShouldBe(Utc(stanger));
    }

    [Fact]
    public void EveryMoment_LiesInItsWindow_AndWindowsFollowUponEachOther() =>
        Egenskap.ForAlla(FsCheck.Fluent.Gen.Choose(0, 60 * 24 * 365 * 10), minuter =>
        {
            var nu = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minuter);
            var (oppnade, stanger) = (Sandningsfonster.Oppnade(nu), Sandningsfonster.Stanger(nu));
            return oppnade <= nu && nu < stanger && Sandningsfonster.Oppnade(stanger) == stanger && Sandningsfonster.Stanger(stanger.AddMinutes(-1)) == stanger;
        });

    private static DateTime Utc(string text)
    {
        var tid = DateTime.Parse(text);
        return SvenskTid.TillUtc(DateOnly.FromDateTime(tid), TimeOnly.FromDateTime(tid));
    }
}
