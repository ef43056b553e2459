using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Studeranderapportering;

/// <summary>Whether the student is a gymnasial lärling, who has lärlingsersättning (domain.md section 4).</summary>
public enum Larlingskap
{
    Nej,
    Ja,
}

/// <summary>A period in which a student studies at the school.</summary>
public sealed class Studieperiod : ISkolagd
{
    public const int MaxUtbildning = 120;

    public const int MaxKurskod = 20;

    /// <summary>Studievägskod: at most nine characters (domain.md section 6).</summary>
    public const int MaxStudievagskod = 9;

    private Studieperiod()
    {
    }

    /// <param name="forstaDag">Inclusive.</param>
    /// <param name="sistaDag">Inclusive, on or after <paramref name="forstaDag"/>.</param>
    /// <param name="omfattning">Percent of full time, 1–100.</param>
    public Studieperiod(
        long skolaId,
        DateOnly forstaDag,
        DateOnly sistaDag,
        string utbildning,
        Avdelning avdelning,
        int omfattning = 100,
        string? studievagskod = null,
        int? arskurs = null,
        Larlingskap larling = Larlingskap.Nej)
    {
        if (sistaDag < forstaDag)
        {
            throw new ArgumentException("A period ends on or after its first day.", nameof(sistaDag));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(omfattning, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(omfattning, 100);
        SkolaId = skolaId;
        ForstaDag = forstaDag;
        SistaDag = sistaDag;
        PlaneradSistaDag = sistaDag;
        Utbildning = utbildning;
        Avdelning = avdelning;
        Omfattning = omfattning;
        Studievagskod = studievagskod;
        Arskurs = arskurs;
        Larling = larling;
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long StuderandeId { get; private set; }

    public DateOnly ForstaDag { get; private set; }

    public DateOnly SistaDag { get; private set; }

    /// <summary>The last day as first reported, whatever a break or an extension has made of it. Inclusive.</summary>
    public DateOnly PlaneradSistaDag { get; private set; }

    /// <summary>The event that made the period; null for those reported before the portal.</summary>
    public long? HandelseId { get; private set; }

    public Handelse? Handelse { get; private set; }

    /// <summary>Course code, or the inriktning of a folkhögskola.</summary>
    public string? Kurskod { get; private set; }

    public string Utbildning { get; private set; } = "";

    public Avdelning Avdelning { get; private set; }

    public int Omfattning { get; private set; }

    public string? Studievagskod { get; private set; }

    public int? Arskurs { get; private set; }

    public Larlingskap Larling { get; private set; }

    /// <summary>What the student has chosen in avdelning A3 (domain.md section 4); null where it is not known or not asked.</summary>
    public Stodform? ValdStodform { get; private set; }

    /// <summary>The event that made it, by its key or, before it is saved, by the temporary key that a file's chunk has given it.</summary>
    internal long? EfterHandelse => HandelseId ?? (Handelse is { Id: < 0 } osparad ? osparad.Id : null);

    /// <summary>Notes the event that makes the period, and what only events know.</summary>
    internal void KommerAv(Handelse handelse, string? kurskod, Stodform? valdStodform)
    {
        Handelse = handelse;
        Kurskod = kurskod;
        ValdStodform = valdStodform;
    }

    /// <summary>Keys of a row that a file's chunk writes itself.</summary>
    internal void Numrera(long id, long studerandeId)
    {
        Id = id;
        StuderandeId = studerandeId;
        HandelseId = Handelse?.Id;
    }

    /// <summary>Moves the last day: a break, an extension, or either taken back. Inclusive.</summary>
    /// <exception cref="ArgumentException">It is before the first day.</exception>
    internal void SattSistaDag(DateOnly sistaDag)
    {
        if (sistaDag < ForstaDag)
        {
            throw new ArgumentException("A period ends on or after its first day.", nameof(sistaDag));
        }

        SistaDag = sistaDag;
    }

    /// <summary>Records the student's choice, as the reporter knows it.</summary>
    /// <exception cref="InvalidOperationException">There is no choice in this avdelning.</exception>
    public void Valj(Stodform stodform)
    {
        if (Avdelning != Avdelning.A3)
        {
            throw new InvalidOperationException("Only avdelning A3 lets the student choose.");
        }

        ValdStodform = stodform;
    }
}
