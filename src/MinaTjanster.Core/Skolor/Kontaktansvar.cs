namespace MinaTjanster.Core.Skolor;

/// <summary>
/// A contact person at CSN answers for the school (domain.md section 1). A school with none is handled by every contact person. Not school-owned:
/// it is CSN's, and read by all.
/// </summary>
public sealed class Kontaktansvar
{
    private Kontaktansvar()
    {
    }

    public Kontaktansvar(long kontoId, long skolaId)
    {
        KontoId = kontoId;
        SkolaId = skolaId;
    }

    public long Id { get; private set; }

    public long KontoId { get; private set; }

    public long SkolaId { get; private set; }
}
