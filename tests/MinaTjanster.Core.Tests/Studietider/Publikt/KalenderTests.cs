using System.Text;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Tid;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studietider.Publikt;

/// <summary>The calendars are written as RFC 5545 has them.</summary>
public sealed class KalenderTests
{
    private static readonly Kalenderhandelse Handelse = new(
        "studietid-7-3@portalen.example.org",
        2,
        new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc),
        new Dagperiod(new(2026, 12, 1), new(2026, 12, 31)),
        "Studietid: Vård; omsorg, \\ mera",
        "Åsa gymnasium, Åmål",
        "Rad ett.\nRad två.",
        new Uri("https://portalen.example.org/mina-sidor/studietider/12345678/3"));

    [Fact]
    public void Event_IsWrittenLineByLine()
    {
        Vikta(Kalender.Skriv("Namn", "Text", [Handelse])).ShouldBe(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//CSN//Mina tjanster//SV",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "X-WR-CALNAME:Namn",
            "X-WR-CALDESC:Text",
            "REFRESH-INTERVAL;VALUE=DURATION:P1D",
            "BEGIN:VEVENT",
            "UID:studietid-7-3@portalen.example.org",
            "DTSTAMP:20261122T090000Z",
            "SEQUENCE:2",
            "DTSTART;VALUE=DATE:20261201",
            "DTEND;VALUE=DATE:20270101",
            @"SUMMARY:Studietid: Vård\; omsorg\, \\ mera",
            @"LOCATION:Åsa gymnasium\, Åmål",
            @"DESCRIPTION:Rad ett.\nRad två.",
            "URL:https://portalen.example.org/mina-sidor/studietider/12345678/3",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
        ]);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("å")]
    [InlineData("€")]
    [InlineData("😀")]
    [InlineData("ab😀å")]
    public void LongLines_AreFolded_NeverWithinACharacter(string tecken)
    {
        var namn = string.Concat(Enumerable.Repeat(tecken, 100));

        var text = Kalender.Skriv(namn, "", []);

        foreach (var rad in text.Split("\r\n"))
        {
            Encoding.UTF8.GetByteCount(rad).ShouldBeLessThanOrEqualTo(75);
            rad.ShouldNotContain('\uFFFD');
            rad.EnumerateRunes().ShouldAllBe(r => r != Rune.ReplacementChar);
        }

        Vikta(text).ShouldContain($"X-WR-CALNAME:{namn}");
    }

    [Fact]
    public void LineEnds_AreCrLf_AndNothingElseBreaksALine()
    {
        var text = Kalender.Skriv("a\r\nb\nc\rd\u0007\te", "", [Handelse]);

        text.ShouldEndWith("END:VCALENDAR\r\n");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\r');
        Vikta(text).ShouldContain(@"X-WR-CALNAME:a\nb\nc\nde");
    }

    /// <summary>The lines as a reader puts them together.</summary>
    private static string[] Vikta(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).TrimEnd().Split("\r\n");
}
