using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolor.Kontaktuppgifter;

/// <summary>
/// A school's own facts, and when it last said that they and its contact persons are true. One row a school, made by the first change; its version
/// rises with every change of either, so that nobody confirms what somebody else has just changed.
/// </summary>
public sealed class Skolinformation : ISkolagd, IVersionerad
{
    /// <summary>Days that a confirmation holds [V, domain.md section 7]: asked for again on day 91, counted from the day after it.</summary>
    public const int GallerDagar = 90;

    private Skolinformation()
    {
    }

    /// <param name="kontoId">Who says the first; it is not confirmed by that alone.</param>
    public Skolinformation(long skolaId, long kontoId) => (SkolaId, BekraftadAvKontoId) = (skolaId, kontoId);

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public Skolfakta Fakta { get; private set; } = Skolfakta.Tom;

    /// <summary>UTC: the latest confirmation, or change that counts as one; the default for never, which readers get as null from <see cref="Bekraftelse"/>.</summary>
    public DateTime Bekraftad { get; private set; } = new(0, DateTimeKind.Utc);

    public long BekraftadAvKontoId { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether the school is asked to confirm: never done, or more than <see cref="GallerDagar"/> days ago. The 90th day after is still in time.</summary>
    public static bool SkaBekraftas(DateTime? bekraftad, DateOnly idag) => Bekraftelse(bekraftad) is not { } tid || idag > tid.SvenskDag().AddDays(GallerDagar);

    /// <param name="fakta">Accepted by <see cref="Skolfakta.Tolka"/>.</param>
    public void Andra(Skolfakta fakta) => Fakta = fakta;

    /// <summary>The instant of a stored confirmation; null for never.</summary>
    public static DateTime? Bekraftelse(DateTime? lagrad) => lagrad == default(DateTime) ? null : lagrad;

    /// <summary>Somebody says that all is true; a change says so too, while there is somebody to ask.</summary>
    public void Bekrafta(long kontoId, DateTime tid) => (Bekraftad, BekraftadAvKontoId) = (tid, kontoId);
}

/// <summary>Whom CSN turns to at the school, in a role. Need not have an account.</summary>
public sealed class Skolkontaktperson : ISkolagd, IVersionerad
{
    /// <summary>More than any school has use for.</summary>
    public const int MaxAntal = 30;

    private Skolkontaktperson()
    {
    }

    /// <param name="uppgifter">Accepted by <see cref="Kontouppgifter.Tolka"/>.</param>
    public Skolkontaktperson(long skolaId, Skolkontaktroll roll, Kontouppgifter uppgifter)
    {
        SkolaId = skolaId;
        Andra(roll, uppgifter);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public Skolkontaktroll Roll { get; private set; }

    public string Namn { get; private set; } = "";

    public string? Telefon { get; private set; }

    public string Epost { get; private set; } = "";

    public int Version { get; private set; }

    public void Andra(Skolkontaktroll roll, Kontouppgifter uppgifter) =>
        (Roll, Namn, Telefon, Epost) = (roll, uppgifter.Namn, uppgifter.Telefon, uppgifter.Epost);

    /// <summary>The fields as a reader sees them.</summary>
    public IReadOnlyList<(string Namn, string? Varde)> Rader() => [("Roll", Roll.Text()), ("Namn", Namn), ("Telefon", Telefon), ("E-post", Epost)];
}

/// <summary>
/// A line of the history of a school's facts and contact persons, with what was before. A table of its own: the audit log holds no names (design decision 8).
/// </summary>
public sealed class Skoluppgiftsandring : ISkolagd
{
    public const int MaxText = 1_000;

    private Skoluppgiftsandring()
    {
    }

    /// <param name="act">A stored name from <see cref="Audit.Acts"/>: the event of the same save.</param>
    /// <param name="andringar">Lines "Fält: före → efter"; a longer text is cut, and ends with … then.</param>
    public Skoluppgiftsandring(long skolaId, string act, string andringar, long kontoId, DateTime tid) =>
        (SkolaId, Act, Andringar, KontoId, Tid) = (skolaId, act, andringar.Length > MaxText ? $"{andringar[..(MaxText - 1)]}…" : andringar, kontoId, tid);

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public string Act { get; private set; } = "";

    public string Andringar { get; private set; } = "";

    public long KontoId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Tid { get; private set; }
}
