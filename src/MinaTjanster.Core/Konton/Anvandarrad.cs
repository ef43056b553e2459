namespace MinaTjanster.Core.Konton;

/// <summary>One behörighet of a user, as lists show it.</summary>
/// <param name="GiltigTill">Last day it holds, inclusive; null for no end.</param>
public sealed record Innehavrad(Behorighetsslag Slag, DateOnly? GiltigTill);

/// <summary>How far a new user has come.</summary>
public enum Kontolage
{
    /// <summary>The letter with the username waits to be posted.</summary>
    BrevVantar,

    /// <summary>The letter is posted; the one-time password follows by mail.</summary>
    BrevSkickat,

    /// <summary>The one-time password is mailed and not changed yet.</summary>
    EngangslosenordSkickat,

    /// <summary>The one-time password was not changed in time.</summary>
    EngangslosenordForGammalt,

    /// <summary>In use.</summary>
    Aktivt,

    /// <summary>Ended at this school; can be given back for a while.</summary>
    Avslutat,
}

/// <summary>A user of a school, as the administrator's list shows it.</summary>
/// <param name="Id">The <see cref="Skolanvandare"/>.</param>
/// <param name="SenastInloggad">UTC; null before the first login.</param>
/// <param name="LastTill">The end of the lock of the username (UTC); null when it is not locked.</param>
/// <param name="Tillagd">When the person became a user of the school (UTC).</param>
/// <param name="AterstallsSenast">UTC; null while the account is in use.</param>
/// <param name="OlevereratMejl">When a mail to the person was given up last (UTC); null when none was.</param>
/// <param name="HarTvasteg">The person has a second factor.</param>
public sealed record Anvandarrad(
    long Id,
    int Version,
    long SkolaId,
    long KontoId,
    string Anvandarnamn,
    string Namn,
    string Epost,
    string? Telefon,
    bool HarPersonnummer,
    IReadOnlyList<Innehavrad> Behorigheter,
    Kontolage Lage,
    DateTime Tillagd,
    DateTime? SenastInloggad,
    DateTime? LastTill,
    DateTime? AterstallsSenast,
    DateTime? OlevereratMejl,
    bool HarTvasteg)
{
    /// <summary>Without a login for this long, the administrator is asked whether the person has left.</summary>
    public const int Inaktivitetsdagar = 60;

    /// <summary>The leaver watch: in use, and nobody has logged in for 60 days.</summary>
    /// <param name="nu">UTC.</param>
    public bool ArInaktiv(DateTime nu) => Lage != Kontolage.Avslutat && (SenastInloggad ?? Tillagd).AddDays(Inaktivitetsdagar) <= nu;

    public bool Har(Behorighetsslag slag) => Behorigheter.Any(b => b.Slag == slag);
}
