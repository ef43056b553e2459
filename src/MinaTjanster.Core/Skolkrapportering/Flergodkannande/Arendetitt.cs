using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Skolkrapportering.Flergodkannande;

/// <summary>That a handläggare has looked at a case, and as it stood when: by the version of the case. One row for each person and case.</summary>
public sealed class Arendetitt : ISkolagd
{
    private Arendetitt()
    {
    }

    internal Arendetitt(Arende arende, long kontoId, DateTime tid)
    {
        SkolaId = arende.SkolaId;
        ArendeId = arende.Id;
        KontoId = kontoId;
        Igen(arende, tid);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long ArendeId { get; private set; }

    public long KontoId { get; private set; }

    /// <summary>The case's version that was looked at.</summary>
    public int Arendeversion { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Tid { get; private set; }

    internal void Igen(Arende arende, DateTime tid) => (Arendeversion, Tid) = (arende.Version, tid);
}
