using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Frister.Forsening;

/// <summary>How far an overdue duty has been followed up. Stored by name; in order.</summary>
public enum Paminnelsesteg
{
    /// <summary>Sent by somebody at CSN.</summary>
    Manuell,
    Forsta,
    Andra,

    /// <summary>The school's contact person at CSN is told.</summary>
    Kontaktperson,

    /// <summary>Nothing is overdue: a silent school was asked by somebody at CSN whether it has something to report. No step of the others, and kept out of what is overdue.</summary>
    Tyst,
}

public static class Paminnelsestegen
{
    public static string Text(this Paminnelsesteg steg) => steg switch
    {
        Paminnelsesteg.Manuell => "Påmind av CSN",
        Paminnelsesteg.Forsta => "Första påminnelsen",
        Paminnelsesteg.Andra => "Andra påminnelsen",
        Paminnelsesteg.Kontaktperson => "Kontaktpersonen är underrättad",
        Paminnelsesteg.Tyst => "Tyst skola påmind",
        _ => throw new ArgumentOutOfRangeException(nameof(steg), steg, null),
    };

    /// <summary>The step that so many days after the last day call for; null before the first.</summary>
    public static Paminnelsesteg? Steg(this Fristinstallning i, int dagarEfter) =>
        dagarEfter >= i.Kontaktperson ? Paminnelsesteg.Kontaktperson
        : dagarEfter >= i.AndraPaminnelse ? Paminnelsesteg.Andra
        : dagarEfter >= i.ForstaPaminnelse ? Paminnelsesteg.Forsta
        : null;
}

/// <summary>That a school has been reminded of something overdue: saved with the mails, one row a school, step and duty (or day, of CSN's own; or month, of silence), so that nothing is said twice.</summary>
public sealed class Fristpaminnelse : ISkolagd
{
    public const int MaxPlikt = 60;

    private Fristpaminnelse()
    {
    }

    /// <param name="plikt">The duty's key; the day, for CSN's own reminders; the month, for silence.</param>
    /// <param name="antal">Duties in the mail.</param>
    /// <param name="mottagare">How many it was mailed to; 0 where there is nobody.</param>
    /// <param name="kontoId">Who at CSN sent it; null for the job.</param>
    public Fristpaminnelse(long skolaId, Paminnelsesteg steg, string plikt, int antal, int mottagare, long? kontoId, DateTime tid) =>
        (SkolaId, Steg, Plikt, Antal, Mottagare, KontoId, Tid) = (skolaId, steg, plikt, antal, mottagare, kontoId, tid);

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public Paminnelsesteg Steg { get; private set; }

    public string Plikt { get; private set; } = "";

    public int Antal { get; private set; }

    public int Mottagare { get; private set; }

    public long? KontoId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Tid { get; private set; }
}
