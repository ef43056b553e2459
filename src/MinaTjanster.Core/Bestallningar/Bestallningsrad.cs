using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Bestallningar;

/// <summary>What a row orders: the four things of the paper form (domain.md section 2). Stored by name.</summary>
public enum Bestallningsradslag
{
    NyRapportor,
    AndradEpost,
    Avanmalan,
    NyBehorighetsansvarig,
}

public enum Bestallningsradstatus
{
    Vantar,
    Godkand,
    Avslagen,
}

/// <summary>One person in an order: a user of the school already, or somebody new by their facts.</summary>
public sealed class Bestallningsrad : ISkolagd
{
    public const int MaxSkal = 500;

    private Bestallningsrad()
    {
    }

    public Bestallningsrad(long skolaId, Bestallningsuppgift uppgift)
    {
        SkolaId = skolaId;
        Slag = uppgift.Slag;
        KontoId = uppgift.KontoId;
        TidigareKontoId = uppgift.TidigareKontoId;
        (Namn, Epost, Telefon, Personnummer) = uppgift.Person is { } person
            ? (person.Namn, person.Epost, person.Telefon, person.Personnummer)
            : (null, uppgift.NyEpost, null, null);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long BestallningId { get; private set; }

    public Bestallningsradslag Slag { get; private set; }

    /// <summary>The user it concerns; null when the facts say who.</summary>
    public long? KontoId { get; private set; }

    public string? Namn { get; private set; }

    /// <summary>The new person's address, or the user's new one.</summary>
    public string? Epost { get; private set; }

    public string? Telefon { get; private set; }

    public Personnummer? Personnummer { get; private set; }

    /// <summary>Who is behörighetsansvarig no longer, for a new one; null when nobody leaves.</summary>
    public long? TidigareKontoId { get; private set; }

    public Bestallningsradstatus Status { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Skal { get; private set; }

    public long? AvgjordAvKontoId { get; private set; }

    /// <summary>UTC; null while it waits.</summary>
    public DateTime? Avgjord { get; private set; }

    /// <summary>The account it came to concern: the one that was made, or the one that was there.</summary>
    public long? ResultatKontoId { get; private set; }

    /// <summary>The new person's facts; null when it concerns a user.</summary>
    public Kontouppgifter? Person => KontoId is null ? new Kontouppgifter(Namn!, Epost!, Telefon, Personnummer) : null;

    internal void Godkann(long kontoId, long resultatKontoId, DateTime tid)
    {
        Avgor(Bestallningsradstatus.Godkand, kontoId, tid);
        ResultatKontoId = resultatKontoId;
    }

    internal void Avsla(long kontoId, string skal, DateTime tid)
    {
        Avgor(Bestallningsradstatus.Avslagen, kontoId, tid);
        Skal = skal;
    }

    private void Avgor(Bestallningsradstatus status, long kontoId, DateTime tid)
    {
        if (Status != Bestallningsradstatus.Vantar)
            throw new InvalidOperationException("The row is decided already.");

        (Status, AvgjordAvKontoId, Avgjord) = (status, kontoId, tid);
    }
}

/// <summary>What somebody wants to add to an order.</summary>
/// <param name="Person">A new person's facts; null for a user.</param>
/// <param name="KontoId">A user of the school; null for a new person.</param>
/// <param name="NyEpost">For a changed address.</param>
/// <param name="TidigareKontoId">Who leaves the role of behörighetsansvarig, or null.</param>
public sealed record Bestallningsuppgift(
    Bestallningsradslag Slag,
    Kontouppgifter? Person = null,
    long? KontoId = null,
    string? NyEpost = null,
    long? TidigareKontoId = null);

/// <summary>What a kind of row concerns, and whether it may be ordered: the table says (<see cref="Behorighetsadministration"/>).</summary>
public static class Bestallningsregel
{
    /// <summary>The behörighet whose administrator decides the row.</summary>
    public static Behorighetsslag Behorighet(this Bestallningsradslag slag) =>
        slag == Bestallningsradslag.NyBehorighetsansvarig ? Behorighetsslag.Behorighetsansvarig : Behorighetsslag.Studeranderapportering;

    /// <summary>CSN administers it for such a school, so it is ordered from CSN.</summary>
    public static bool KanBestallas(this Bestallningsradslag slag, Skola skola) =>
        Behorighetsadministration.For(slag.Behorighet(), skola) == Administrator.Csn;

    /// <summary>A row of a sent order in the log, which holds no names: by its place.</summary>
    public static string Radtext(this Behorighetsbestallning bestallning, Bestallningsrad rad) =>
        $"Rad {bestallning.Rader.OrderBy(r => r.Id).ToList().IndexOf(rad) + 1}: {rad.Slag.Text()}";

    public static string Text(this Bestallningsradslag slag) => slag switch
    {
        Bestallningsradslag.NyRapportor => "Ny rapportör",
        Bestallningsradslag.AndradEpost => "Ändrad e-postadress",
        Bestallningsradslag.Avanmalan => "Avanmälan av rapportör",
        Bestallningsradslag.NyBehorighetsansvarig => "Ändrad behörighetsansvarig",
        _ => throw new ArgumentOutOfRangeException(nameof(slag), slag, null),
    };

    public static string Text(this Bestallningsradstatus status) => status switch
    {
        Bestallningsradstatus.Vantar => "Väntar på beslut",
        Bestallningsradstatus.Godkand => "Godkänd",
        Bestallningsradstatus.Avslagen => "Avslagen",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Text(this Bestallningsstatus status) => status switch
    {
        Bestallningsstatus.Utkast => "Inte skickad",
        Bestallningsstatus.HosCsn => "Hos CSN",
        Bestallningsstatus.VantarPaSkolan => "Väntar på svar från skolan",
        Bestallningsstatus.Avgjord => "Avgjord",
        Bestallningsstatus.Atertagen => "Återtagen",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
