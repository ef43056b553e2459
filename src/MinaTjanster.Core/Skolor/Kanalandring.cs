using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Skolor;

/// <summary>Where a change of rapporteringssätt is. Stored by name.</summary>
public enum Kanalandringsstatus
{
    /// <summary>The school has asked.</summary>
    Begard,

    /// <summary>The contact person has decided; the day has not come.</summary>
    Beslutad,

    /// <summary>It holds.</summary>
    Genomford,

    Avslagen,

    /// <summary>A decision that was withdrawn before its day.</summary>
    Aterkallad,
}

/// <summary>A school's change of rapporteringssätt from a day (domain.md section 2): asked for by the school or begun by its contact person at CSN.</summary>
public sealed class Kanalandring : ISkolagd, IVersionerad
{
    public const int MaxSkal = 500;

    private Kanalandring()
    {
    }

    /// <param name="onskad">From which day the school wishes it; null when CSN begins it.</param>
    /// <param name="begartAvKontoId">Who at the school asked; null when CSN begins it.</param>
    public Kanalandring(long skolaId, Rapporteringssatt satt, DateOnly? onskad, string? skal, long? begartAvKontoId, DateTime tid)
    {
        SkolaId = skolaId;
        Satt = satt;
        Fran = onskad;
        Skal = skal;
        BegardAvKontoId = begartAvKontoId;
        Skapad = tid;
        OppenForSkolaId = skolaId;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public int Version { get; private set; }

    /// <summary>As <see cref="SkolaId"/> while it is asked for or decided, then null: under a unique index, one open change a school.</summary>
    public long? OppenForSkolaId { get; private set; }

    /// <summary>What is asked for, and in the end what was decided.</summary>
    public Rapporteringssatt Satt { get; private set; }

    /// <summary>The school's words.</summary>
    public string? Skal { get; private set; }

    public long? BegardAvKontoId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    public Kanalandringsstatus Status { get; private set; }

    /// <summary>First day it holds, inclusive: the day the school wishes, then the day that was decided.</summary>
    public DateOnly? Fran { get; private set; }

    public long? BeslutadAvKontoId { get; private set; }

    /// <summary>When it was decided, refused or withdrawn (UTC).</summary>
    public DateTime? Beslutad { get; private set; }

    public string? Avslagsskal { get; private set; }

    /// <summary>When it was carried out (UTC).</summary>
    public DateTime? Genomford { get; private set; }

    public void Besluta(Rapporteringssatt satt, DateOnly fran, long kontoId, DateTime tid)
    {
        Krav(Kanalandringsstatus.Begard);
        (Satt, Fran, BeslutadAvKontoId, Beslutad, Status) = (satt, fran, kontoId, tid, Kanalandringsstatus.Beslutad);
    }

    public void Avsla(string skal, long kontoId, DateTime tid)
    {
        Krav(Kanalandringsstatus.Begard);
        (Avslagsskal, BeslutadAvKontoId, Beslutad, Status, OppenForSkolaId) = (skal, kontoId, tid, Kanalandringsstatus.Avslagen, null);
    }

    public void Aterkalla(long kontoId, DateTime tid)
    {
        Krav(Kanalandringsstatus.Beslutad);
        (BeslutadAvKontoId, Beslutad, Status, OppenForSkolaId) = (kontoId, tid, Kanalandringsstatus.Aterkallad, null);
    }

    public void Genomfor(DateTime tid)
    {
        Krav(Kanalandringsstatus.Beslutad);
        (Genomford, Status, OppenForSkolaId) = (tid, Kanalandringsstatus.Genomford, null);
    }

    private void Krav(Kanalandringsstatus status)
    {
        if (Status != status)
            throw new InvalidOperationException($"Not possible for a change in state {Status}.");
    }
}

public static class Kanalandringar
{
    public static string Text(this Kanalandringsstatus status) => status switch
    {
        Kanalandringsstatus.Begard => "Väntar på CSN",
        Kanalandringsstatus.Beslutad => "Beslutad",
        Kanalandringsstatus.Genomford => "Genomförd",
        Kanalandringsstatus.Avslagen => "Avslagen",
        Kanalandringsstatus.Aterkallad => "Återkallad",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>What a school of that form may choose among (domain.md section 2).</summary>
    public static IReadOnlyList<Rapporteringssatt> Valbara(this Skolform skolform) =>
        [.. Enum.GetValues<Rapporteringssatt>().Where(s => s != Rapporteringssatt.Ladok || skolform == Skolform.Hogskola)];
}
