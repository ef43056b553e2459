using System.Linq.Expressions;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Studeranderapportering.Avstangningar;

/// <summary>Where a received suspension stands at CSN.</summary>
public enum Avstangningsstatus
{
    AttHantera,
    Hanterad,

    /// <summary>The school has sent another in its place.</summary>
    Ersatt,

    /// <summary>The school has taken it back.</summary>
    Tillbakatagen,
}

/// <summary>
/// CSN's side of an event 91, one for each. CSN acts when windows close (<see cref="Sandningsfonster"/>), so what the school does is kept
/// here as the instant at which it holds for CSN: what came and went in the same window has never been there (ADR 0034).
/// </summary>
public sealed class Avstangning : ISkolagd, IVersionerad
{
    private Avstangning()
    {
    }

    /// <param name="handelse">An event 91 with its decision.</param>
    /// <exception cref="InvalidOperationException">It has none: the rule never lets it come here.</exception>
    public Avstangning(Handelse handelse)
    {
        SkolaId = handelse.SkolaId;
        Handelse = handelse;
        DokumentId = handelse.Uppgift.DokumentId ?? throw new InvalidOperationException("A suspension is sent with its decision.");
        Mottagen = Sandningsfonster.Stanger(handelse.Sandning.Skickad);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long HandelseId { get; private set; }

    public Handelse Handelse { get; private set; } = null!;

    /// <summary>The decision. It stays, whatever becomes of the event.</summary>
    public long DokumentId { get; private set; }

    /// <summary>UTC, when the window in which it was sent closes: from then on it is CSN's.</summary>
    public DateTime Mottagen { get; private set; }

    /// <summary>UTC, from when another has taken its place for CSN; null while none has.</summary>
    public DateTime? Ersatt { get; private set; }

    /// <summary>UTC, from when it is taken back for CSN; null while it is not.</summary>
    public DateTime? Tillbakatagen { get; private set; }

    /// <summary>UTC, when a handläggare last marked it as handled.</summary>
    public DateTime? Hanterad { get; private set; }

    public long? HanteradAvKontoId { get; private set; }

    public int Version { get; private set; }

    /// <summary>Those that CSN has: received, and not gone again in the window in which they came.</summary>
    public static Expression<Func<Avstangning, bool>> HosCsn(DateTime nu) => a =>
        a.Mottagen <= nu && (a.Ersatt == null || a.Ersatt > a.Mottagen) && (a.Tillbakatagen == null || a.Tillbakatagen > a.Mottagen);

    /// <summary>Of those, what waits for somebody. Test: the same as <see cref="Vantar"/>.</summary>
    public static Expression<Func<Avstangning, bool>> VantarPaCsn(DateTime nu) => a =>
        a.Tillbakatagen != null && a.Tillbakatagen <= nu
            ? a.Hanterad == null || a.Hanterad < a.Tillbakatagen
            : a.Hanterad == null && (a.Ersatt == null || a.Ersatt > nu);

    public Avstangningsstatus Status(DateTime nu) =>
        Tillbakatagen <= nu ? Avstangningsstatus.Tillbakatagen
        : Ersatt <= nu ? Avstangningsstatus.Ersatt
        : Hanterad is null ? Avstangningsstatus.AttHantera
        : Avstangningsstatus.Hanterad;

    /// <summary>Somebody must look at it: it is new, or it was taken back after CSN had dealt with it.</summary>
    public bool Vantar(DateTime nu) => Status(nu) switch
    {
        Avstangningsstatus.AttHantera => true,
        Avstangningsstatus.Tillbakatagen => Hanterad is null || Hanterad < Tillbakatagen,
        _ => false,
    };

    /// <exception cref="InvalidOperationException">It does not wait for anybody.</exception>
    public void Hantera(long kontoId, DateTime tid)
    {
        if (!Vantar(tid))
        {
            throw new InvalidOperationException("The suspension does not wait for anybody.");
        }

        Hanterad = tid;
        HanteradAvKontoId = kontoId;
    }

    internal void HarErsatts(DateTime tid) => Ersatt = Sandningsfonster.Stanger(tid);

    internal void HarTagitsTillbaka(DateTime tid) => Tillbakatagen = Sandningsfonster.Stanger(tid);
}

public static class Avstangningsstatusar
{
    public static string Text(this Avstangningsstatus status) => status switch
    {
        Avstangningsstatus.AttHantera => "Att hantera",
        Avstangningsstatus.Hanterad => "Hanterad",
        Avstangningsstatus.Ersatt => "Ersatt av skolan",
        Avstangningsstatus.Tillbakatagen => "Tillbakatagen av skolan",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
