using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Core.Bestallningar;

public enum Begaranstatus
{
    Vantar,
    Beviljad,
    Avslagen,

    /// <summary>The person's account at the school ended while it waited.</summary>
    Atertagen,
}

/// <summary>
/// A user of a school asks for a service there, with a reason. Who decides is the table's business at the moment of deciding: a school that
/// changes its rapporteringssätt meanwhile has another decider.
/// </summary>
public sealed class Behorighetsbegaran : ISkolagd, IVersionerad
{
    public const int MaxSkal = 500;

    private Behorighetsbegaran()
    {
    }

    public Behorighetsbegaran(long skolaId, long kontoId, Behorighetsslag slag, string skal, DateTime tid)
    {
        if (!slag.ArTjanst())
            throw new ArgumentException("Only the services are asked for.", nameof(slag));

        SkolaId = skolaId;
        KontoId = kontoId;
        Slag = slag;
        Skal = skal;
        Skickad = tid;
        VantandeKontoId = kontoId;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public int Version { get; private set; }

    /// <summary>Who asks.</summary>
    public long KontoId { get; private set; }

    /// <summary>As <see cref="KontoId"/> while it waits, then null: under a unique index, so that two clicks are one request.</summary>
    public long? VantandeKontoId { get; private set; }

    public Behorighetsslag Slag { get; private set; }

    public string Skal { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime Skickad { get; private set; }

    public Begaranstatus Status { get; private set; }

    public long? AvgjordAvKontoId { get; private set; }

    /// <summary>UTC; null while it waits.</summary>
    public DateTime? Avgjord { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Avslagsskal { get; private set; }

    /// <summary>The order to CSN that a yes became, where CSN administers the service.</summary>
    public long? BestallningId { get; private set; }

    public void Bevilja(long avKontoId, DateTime tid, long? bestallningId)
    {
        Avgor(Begaranstatus.Beviljad, avKontoId, tid);
        BestallningId = bestallningId;
    }

    public void Avsla(long avKontoId, DateTime tid, string skal)
    {
        Avgor(Begaranstatus.Avslagen, avKontoId, tid);
        Avslagsskal = skal;
    }

    /// <summary>Falls with the person's account at the school.</summary>
    public void Aterta(long avKontoId, DateTime tid) => Avgor(Begaranstatus.Atertagen, avKontoId, tid);

    private void Avgor(Begaranstatus status, long avKontoId, DateTime tid)
    {
        if (Status != Begaranstatus.Vantar)
            throw new InvalidOperationException("The request is decided already.");
        if (avKontoId == KontoId)
            throw new InvalidOperationException("Nobody decides their own request.");

        (Status, AvgjordAvKontoId, Avgjord, VantandeKontoId) = (status, avKontoId, tid, null);
    }
}
