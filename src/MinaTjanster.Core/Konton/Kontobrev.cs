using MinaTjanster.Core.Brevutskrifter;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// The letter that tells a new user their username, to the school's address, marked with the person's name (domain.md section 3). It waits in
/// CSN's print queue; the one-time password follows by mail some days after it was marked as sent.
/// </summary>
public sealed class Kontobrev : IUtskrivbar
{
    private Kontobrev()
    {
    }

    public Kontobrev(long skolaId, long kontoId, DateTime tid)
    {
        SkolaId = skolaId;
        KontoId = kontoId;
        Skapad = tid;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long KontoId { get; private set; }

    public int Version { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    /// <summary>When it was printed last (UTC); null before.</summary>
    public DateTime? Utskriven { get; private set; }

    /// <summary>The key of the print-out it was in last, under which the whole PDF is fetched; null before.</summary>
    public string? Utskriftsnyckel { get; private set; }

    /// <summary>When a behörighetshandläggare marked it as posted (UTC); null before.</summary>
    public DateTime? Skickad { get; private set; }

    public long? SkickadAvKontoId { get; private set; }

    /// <summary>The one-time password goes out at this instant at the earliest (UTC); null before the letter is sent, and when none is to be sent.</summary>
    public DateTime? EngangslosenordTidigast { get; private set; }

    /// <summary>When the one-time password was put in the outbox (UTC); null before.</summary>
    public DateTime? EngangslosenordSkickat { get; private set; }

    public void HarSkrivitsUt(DateTime tid, string nyckel) => (Utskriven, Utskriftsnyckel) = (tid, nyckel);

    /// <param name="engangslosenordTidigast">When the one-time password may follow (UTC); null when the person has a password already.</param>
    public void MarkeraSkickad(DateTime tid, long avKontoId, DateTime? engangslosenordTidigast)
    {
        Skickad = tid;
        SkickadAvKontoId = avKontoId;
        EngangslosenordTidigast = engangslosenordTidigast;
    }

    /// <summary>It was marked by mistake.</summary>
    /// <exception cref="InvalidOperationException">It is not marked, or the one-time password has gone.</exception>
    public void AngraSkickad()
    {
        if (Skickad is null || EngangslosenordSkickat is not null)
            throw new InvalidOperationException("A mark is taken back only before the one-time password has gone.");

        (Skickad, SkickadAvKontoId, EngangslosenordTidigast) = (null, null, null);
    }

    public void HarMejlatEngangslosenord(DateTime tid) => EngangslosenordSkickat = tid;

    /// <summary>No one-time password is to follow: the person has a password already, or has left.</summary>
    public void AvstaEngangslosenord() => EngangslosenordTidigast = null;
}
