using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>Where a report of studietider is on its way (domain.md section 7).</summary>
public enum Rapportstatus
{
    Utkast,
    Inskickad,

    /// <summary>CSN's contact person has opened it.</summary>
    Granskas,

    Godkand,

    /// <summary>Sent back to the school, with a reason; it is amended and sent again.</summary>
    Ater,
}

/// <summary>
/// The studietider of one läsår that a school reports at once: new ones, changes of approved ones and removals. A later round of the same läsår is a
/// report of its own; only one at a time is open.
/// </summary>
public sealed class Studietidsrapport : ISkolagd, IVersionerad
{
    public const int MaxSkal = 1_000;

    private readonly List<Studietid> _studietider = [];

    private Studietidsrapport()
    {
    }

    /// <param name="lasar">The year in which the läsår starts.</param>
    /// <param name="omgang">From 1: unique for the school and läsår, so that two who begin at once find the same report.</param>
    /// <param name="nyckel">One-time key of the sending (design decision 3).</param>
    public Studietidsrapport(long skolaId, int lasar, int omgang, string nyckel, DateTime skapad)
    {
        SkolaId = skolaId;
        Lasar = lasar;
        Omgang = omgang;
        Nyckel = nyckel;
        Skapad = skapad;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    /// <summary>The year in which the läsår starts.</summary>
    public int Lasar { get; private set; }

    public int Omgang { get; private set; }

    public string Nyckel { get; private set; } = "";

    public Rapportstatus Status { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    /// <summary>UTC, the latest sending; null before the first.</summary>
    public DateTime? Inskickad { get; private set; }

    public long? InskickadAvKontoId { get; private set; }

    /// <summary>ST-7K4M-29QX, from the first sending on.</summary>
    public string? Kvittensnummer { get; private set; }

    /// <summary>Who at CSN has opened it or decided it.</summary>
    public long? GranskareKontoId { get; private set; }

    /// <summary>UTC, when it was approved or sent back the last time.</summary>
    public DateTime? Avgjord { get; private set; }

    /// <summary>Why it was sent back the last time: stays when it is sent again, until it is approved. Null when it has not been.</summary>
    public string? Skal { get; private set; }

    /// <summary>What the school answers CSN's warnings with.</summary>
    public string? Forklaring { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Studietid> Studietider => _studietider;

    /// <summary>The school may still change it.</summary>
    public bool ArOppen => Status is Rapportstatus.Utkast or Rapportstatus.Ater;

    /// <exception cref="InvalidOperationException">It is with CSN, or approved.</exception>
    public void LaggTill(Studietid studietid)
    {
        KravOppen();
        _studietider.Add(studietid);
    }

    /// <exception cref="InvalidOperationException">It is with CSN, or approved.</exception>
    public void TaBort(Studietid studietid)
    {
        KravOppen();
        _studietider.Remove(studietid);
    }

    /// <exception cref="InvalidOperationException">It is with CSN, approved, or empty.</exception>
    public void Skicka(string kvittensnummer, long kontoId, string? forklaring, DateTime tid)
    {
        KravOppen();
        if (_studietider.Count == 0)
            throw new InvalidOperationException("There is nothing to send.");

        Kvittensnummer ??= kvittensnummer;
        (Status, Inskickad, InskickadAvKontoId, Forklaring) = (Rapportstatus.Inskickad, tid, kontoId, forklaring);
    }

    /// <exception cref="InvalidOperationException">It does not wait.</exception>
    public void BorjaGranska(long kontoId)
    {
        if (Status != Rapportstatus.Inskickad)
            throw new InvalidOperationException($"The report is {Status}.");

        (Status, GranskareKontoId) = (Rapportstatus.Granskas, kontoId);
    }

    /// <summary>Nobody reviews it any more: it waits in the queue again.</summary>
    /// <exception cref="InvalidOperationException">Nobody has opened it, or it is decided.</exception>
    public void Slapp()
    {
        if (Status != Rapportstatus.Granskas)
            throw new InvalidOperationException($"The report is {Status}.");

        (Status, GranskareKontoId) = (Rapportstatus.Inskickad, null);
    }

    /// <summary>As before the sending: a draft, or still to be amended as CSN asked. Its receipt number stays for the next.</summary>
    /// <exception cref="InvalidOperationException">It is not sent, or somebody at CSN has opened it.</exception>
    public void TaTillbaka()
    {
        if (Status != Rapportstatus.Inskickad)
            throw new InvalidOperationException($"The report is {Status}.");

        Status = Skal is null ? Rapportstatus.Utkast : Rapportstatus.Ater;
    }

    /// <exception cref="InvalidOperationException">It is not with CSN.</exception>
    public void Godkann(long kontoId, DateTime tid) => Avgor(Rapportstatus.Godkand, kontoId, null, tid);

    /// <exception cref="InvalidOperationException">It is not with CSN.</exception>
    public void SandAter(long kontoId, string skal, DateTime tid) => Avgor(Rapportstatus.Ater, kontoId, skal, tid);

    private void Avgor(Rapportstatus status, long kontoId, string? skal, DateTime tid)
    {
        if (Status is not (Rapportstatus.Inskickad or Rapportstatus.Granskas))
            throw new InvalidOperationException($"The report is {Status}.");

        (Status, GranskareKontoId, Skal, Avgjord) = (status, kontoId, skal, tid);
    }

    private void KravOppen()
    {
        if (!ArOppen)
            throw new InvalidOperationException($"The report is {Status}.");
    }
}
