using System.Globalization;
using System.Text;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Publikt;

/// <summary>An event in a calendar: of whole days, or of one with <see cref="Klockslag"/>.</summary>
/// <param name="Uid">Unique in the world, the same each time the event is written.</param>
/// <param name="Andringar">How many times it has been changed: what a calendar knows a newer one by.</param>
/// <param name="Stampel">UTC, when what it says was made.</param>
/// <param name="Period">Both days inclusive.</param>
public sealed record Kalenderhandelse(string Uid, int Andringar, DateTime Stampel, Dagperiod Period, string Rubrik, string Plats, string Text, Uri Adress)
{
    /// <summary>When in the day it begins and ends, UTC; null for whole days.</summary>
    public (DateTime Borjar, DateTime Slutar)? Klockslag { get; init; }
}

/// <summary>Writes calendars as RFC 5545 (iCalendar) has them: what the common calendar programs subscribe to.</summary>
public static class Kalender
{
    /// <summary>Octets of a line, its end not counted (section 3.1).</summary>
    private const int MaxOktetter = 75;

    public static string Skriv(string namn, string beskrivning, IEnumerable<Kalenderhandelse> handelser)
    {
        var text = new StringBuilder();
        Rad(text, "BEGIN:VCALENDAR");
        Rad(text, "VERSION:2.0");
        Rad(text, "PRODID:-//CSN//Mina tjanster//SV");
        Rad(text, "CALSCALE:GREGORIAN");
        Rad(text, "METHOD:PUBLISH");
        Rad(text, $"X-WR-CALNAME:{Text(namn)}");
        Rad(text, $"X-WR-CALDESC:{Text(beskrivning)}");
        Rad(text, "REFRESH-INTERVAL;VALUE=DURATION:P1D");
        foreach (var handelse in handelser)
            Skriv(text, handelse);
        Rad(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Skriv(StringBuilder text, Kalenderhandelse handelse)
    {
        Rad(text, "BEGIN:VEVENT");
        Rad(text, $"UID:{Text(handelse.Uid)}");
        Rad(text, $"DTSTAMP:{Tidpunkt(handelse.Stampel)}");
        Rad(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{handelse.Andringar}"));
        if (handelse.Klockslag is var (borjar, slutar))
        {
            Rad(text, $"DTSTART:{Tidpunkt(borjar)}");
            Rad(text, $"DTEND:{Tidpunkt(slutar)}");
        }
        else
        {
            Rad(text, $"DTSTART;VALUE=DATE:{Dag(handelse.Period.ForstaDag)}");
            // The end of an event of whole days is the day after its last (section 3.6.1).
            Rad(text, $"DTEND;VALUE=DATE:{Dag(handelse.Period.SistaDag.AddDays(1))}");
        }

        Rad(text, $"SUMMARY:{Text(handelse.Rubrik)}");
        Rad(text, $"LOCATION:{Text(handelse.Plats)}");
        Rad(text, $"DESCRIPTION:{Text(handelse.Text)}");
        Rad(text, $"URL:{handelse.Adress.AbsoluteUri}");
        // One is not busy all day for months.
        Rad(text, handelse.Klockslag is null ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
        Rad(text, "END:VEVENT");
    }

    private static string Tidpunkt(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Dag(DateOnly dag) => dag.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>A value of type TEXT (section 3.3.11); what is no text at all is left out.</summary>
    private static string Text(string text)
    {
        var ut = new StringBuilder(text.Length);
        foreach (var tecken in text.ReplaceLineEndings("\n"))
        {
            if (tecken == '\n')
                ut.Append("\\n");
            else if (tecken is '\\' or ';' or ',')
                ut.Append('\\').Append(tecken);
            else if (!char.IsControl(tecken))
                ut.Append(tecken);
        }

        return ut.ToString();
    }

    /// <summary>Folds what is too long, never within a character (section 3.1).</summary>
    private static void Rad(StringBuilder text, string rad)
    {
        var oktetter = 0;
        foreach (var tecken in rad.EnumerateRunes())
        {
            if (oktetter + tecken.Utf8SequenceLength > MaxOktetter)
            {
                text.Append("\r\n ");
                oktetter = 1;
            }

            text.Append(tecken.ToString());
            oktetter += tecken.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
