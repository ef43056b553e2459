using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// A person's place at a school: an account is reached from a school through this row only (design decision 6), and two administrators who
/// change the same user meet in its version. Made with the account or when the school is added to one; what the person may do stands in
/// <see cref="Behorighet"/> rows.
/// </summary>
public sealed class Skolanvandare : ISkolagd, IVersionerad
{
    /// <summary>How long an ended account can be given back (issue: 30 days).</summary>
    public static readonly TimeSpan Angertid = TimeSpan.FromDays(30);

    private Skolanvandare()
    {
    }

    public Skolanvandare(long skolaId, long kontoId, DateTime tid, long? skapadAvKontoId)
    {
        SkolaId = skolaId;
        KontoId = kontoId;
        Skapad = tid;
        SkapadAvKontoId = skapadAvKontoId;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long KontoId { get; private set; }

    public int Version { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Skapad { get; private set; }

    public long? SkapadAvKontoId { get; private set; }

    /// <summary>The latest act on the user (UTC); raises the version when only behörigheter changed.</summary>
    public DateTime? Andrad { get; private set; }

    /// <summary>The instant the account ended at this school (UTC); null while it is in use.</summary>
    public DateTime? Avslutad { get; private set; }

    public long? AvslutadAvKontoId { get; private set; }

    /// <summary>The colleague who took over drafts, or null.</summary>
    public long? OvertagareKontoId { get; private set; }

    public bool ArAktiv => Avslutad is null;

    /// <summary>Last instant it can be given back (UTC); null while in use.</summary>
    public DateTime? AterstallsSenast => Avslutad + Angertid;

    public bool KanAterstallas(DateTime nu) => AterstallsSenast >= nu;

    /// <summary>Something about the user changed: whoever looks at an older page is told.</summary>
    internal void Ror(DateTime tid) => Andrad = tid;

    internal void Avsluta(DateTime tid, long? avKontoId, long? overtagareKontoId)
    {
        Avslutad = tid;
        AvslutadAvKontoId = avKontoId;
        OvertagareKontoId = overtagareKontoId;
    }

    internal void Aterstall(DateTime tid)
    {
        Avslutad = null;
        AvslutadAvKontoId = null;
        OvertagareKontoId = null;
        Andrad = tid;
    }
}
