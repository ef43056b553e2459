using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Where a report stands on the school's side.</summary>
public enum Skolkrapportstatus
{
    /// <summary>No last day: the absence goes on.</summary>
    Pagaende,

    /// <summary>The student is back: a last day is set.</summary>
    Avslutad,

    /// <summary>Taken back by the school after a new assessment; kept with its history.</summary>
    Borttagen,
}

/// <summary>Whether the reporter confirmed at least four hours on several occasions (day 15–29, domain.md section 5).</summary>
public enum Omfattningsbekraftelse
{
    EjBekraftad,
    Bekraftad,
}

/// <summary>
/// A report of ogiltig frånvaro (händelse 51, skolk; domain.md section 5). What may be reported is decided by <see cref="Skolkregel"/>;
/// the verbs here only guard the state.
/// </summary>
public sealed class Skolkrapport : ISkolagd, IVersionerad
{
    public const int MaxSkal = 500;

    private Skolkrapport()
    {
    }

    /// <param name="sandningsnyckel">One-time key of the check page: a second post of it finds this report instead of making another.</param>
    /// <param name="skickad">UTC.</param>
    /// <param name="rapportdag">The Swedish day of <paramref name="skickad"/>.</param>
    public Skolkrapport(
        long skolaId,
        long studerandeId,
        Skolkuppgift uppgift,
        string kvittensnummer,
        string sandningsnyckel,
        long kontoId,
        DateTime skickad,
        DateOnly rapportdag)
    {
        SkolaId = skolaId;
        StuderandeId = studerandeId;
        ForstaDag = uppgift.ForstaDag;
        SistaDag = uppgift.SistaDag;
        OgiltigMinuter = uppgift.OgiltigMinuter;
        Tillfallen = uppgift.Tillfallen;
        Bekraftelse = uppgift.Bekraftad ? Omfattningsbekraftelse.Bekraftad : Omfattningsbekraftelse.EjBekraftad;
        Status = uppgift.SistaDag is null ? Skolkrapportstatus.Pagaende : Skolkrapportstatus.Avslutad;
        Kvittensnummer = kvittensnummer;
        Sandningsnyckel = sandningsnyckel;
        SkickadAvKontoId = kontoId;
        Skickad = skickad;
        Rapportdag = rapportdag;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long StuderandeId { get; private set; }

    /// <summary>First day with ogiltig frånvaro, inclusive.</summary>
    public DateOnly ForstaDag { get; private set; }

    /// <summary>Last day, inclusive; null while it goes on.</summary>
    public DateOnly? SistaDag { get; private set; }

    /// <summary>Minutes of ogiltig frånvaro so far, when told.</summary>
    public int? OgiltigMinuter { get; private set; }

    /// <summary>Occasions so far, when told.</summary>
    public int? Tillfallen { get; private set; }

    public Omfattningsbekraftelse Bekraftelse { get; private set; }

    public Skolkrapportstatus Status { get; private set; }

    /// <summary>SK-7K4M-29QX: what people see and say.</summary>
    public string Kvittensnummer { get; private set; } = "";

    public string Sandningsnyckel { get; private set; } = "";

    public long SkickadAvKontoId { get; private set; }

    /// <summary>UTC. Decides the stop (the 22nd).</summary>
    public DateTime Skickad { get; private set; }

    /// <summary>The Swedish day of sending. Decides the 15- and 30-day gates and the underlag's due dates.</summary>
    public DateOnly Rapportdag { get; private set; }

    /// <summary>Why it was deleted; null otherwise.</summary>
    public string? Borttagningsskal { get; private set; }

    public int Version { get; private set; }

    public bool ArBorttagen => Status == Skolkrapportstatus.Borttagen;

    public Skolkuppgift Uppgift => new(ForstaDag, SistaDag, OgiltigMinuter, Tillfallen, Bekraftelse == Omfattningsbekraftelse.Bekraftad);

    /// <summary>Sets or moves the last day, once <see cref="Skolkregel"/> has accepted it.</summary>
    /// <exception cref="InvalidOperationException">The report is deleted.</exception>
    public void Avsluta(DateOnly sistaDag)
    {
        KravInteBorttagen();
        if (sistaDag < ForstaDag)
        {
            throw new InvalidOperationException("The last day is before the first.");
        }

        SistaDag = sistaDag;
        Status = Skolkrapportstatus.Avslutad;
    }

    /// <summary>Takes the corrected facts, once <see cref="Skolkregel"/> has accepted them.</summary>
    /// <exception cref="InvalidOperationException">The report is deleted.</exception>
    public void Andra(Skolkuppgift uppgift)
    {
        KravInteBorttagen();
        ForstaDag = uppgift.ForstaDag;
        SistaDag = uppgift.SistaDag;
        OgiltigMinuter = uppgift.OgiltigMinuter;
        Tillfallen = uppgift.Tillfallen;
        Bekraftelse = uppgift.Bekraftad ? Omfattningsbekraftelse.Bekraftad : Omfattningsbekraftelse.EjBekraftad;
        Status = uppgift.SistaDag is null ? Skolkrapportstatus.Pagaende : Skolkrapportstatus.Avslutad;
    }

    /// <summary>Takes the report back; nothing is erased.</summary>
    /// <exception cref="InvalidOperationException">It is already deleted, or the reason is missing.</exception>
    public void TaBort(string skal)
    {
        KravInteBorttagen();
        if (string.IsNullOrWhiteSpace(skal))
        {
            throw new InvalidOperationException("A deletion states its reason.");
        }

        Borttagningsskal = skal;
        Status = Skolkrapportstatus.Borttagen;
    }

    private void KravInteBorttagen()
    {
        if (ArBorttagen)
        {
            throw new InvalidOperationException("The report is deleted.");
        }
    }
}
