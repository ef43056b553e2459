using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Frister;

public enum Pliktlage
{
    /// <summary>A day to know of; nothing of the school's waits for it that the portal knows.</summary>
    Kommande,

    /// <summary>Something waits for the school.</summary>
    Vantar,

    /// <summary>Something should have been done.</summary>
    Forsenad,

    /// <summary>Begun by the person, or on its way by itself: nothing presses.</summary>
    Upplysning,
}

/// <summary>
/// Something a school has to do, or a day it has to know of: the same on the start page, in the calendar, in mails and in the feed. Never a student's name or
/// personnummer: a report is told by its receipt number.
/// </summary>
/// <param name="Nyckel">The same for as long as the duty is, and no other's at the school.</param>
/// <param name="Rubrik">What, so that it can stand alone.</param>
/// <param name="Text">What to do, as one sentence.</param>
/// <param name="Adress">Where it is done, within the portal.</param>
/// <param name="Lanktext">What the link there says.</param>
public sealed record Plikt(Fristslag Slag, long SkolaId, string Nyckel, string Rubrik, string Text, string Adress, string Lanktext)
{
    public Pliktlage Lage { get; init; } = Pliktlage.Vantar;

    /// <summary>The recommended day, where there is one; never after <see cref="Senast"/>.</summary>
    public DateOnly? Helst { get; init; }

    /// <summary>The last day, inclusive; null where there is none.</summary>
    public DateOnly? Senast { get; init; }

    /// <summary>How many rows, students or drafts, where it is about more than one thing.</summary>
    public int Antal { get; init; } = 1;

    /// <summary>What it is about where that has a short name of its own: a läsår, a receipt number.</summary>
    public string? Referens { get; init; }

    /// <summary>What a card says of it beside <see cref="Referens"/>; null where cards count several.</summary>
    public string? Korttext { get; init; }

    /// <summary>The report, or the file.</summary>
    public long? ObjektId { get; init; }

    public bool ArForsenad => Lage == Pliktlage.Forsenad;

    /// <summary>What applies because the last day is a weekend or a holiday; null on other days.</summary>
    public string? Helgupplysning => Senast is { } dag ? Fristregler.Helgupplysning(Slag, dag) : null;

    /// <summary>The same in a few words.</summary>
    public string? Helgnotis => Senast is { } dag ? Fristregler.Helgnotis(Slag, dag) : null;

    /// <summary>The days it stands on in a calendar: the last one, and the recommended one before it.</summary>
    public IEnumerable<(DateOnly Dag, bool ArHelst)> Dagar()
    {
        if (Senast is not { } senast)
            yield break;

        if (Helst is { } helst && helst < senast)
            yield return (helst, true);
        yield return (senast, false);
    }

    /// <summary>Mails tell of it that day: it is late, or its days are near.</summary>
    public bool ArAktuell(DateOnly idag) =>
        ArForsenad || (Senast is null && Lage == Pliktlage.Vantar) || (Senast is { } senast && Fristregler.Finn(Slag, senast) is { } regel && idag >= (Helst ?? senast).AddDays(-regel.DagarFore) && (Lage == Pliktlage.Vantar || idag <= senast));

    /// <summary>Senast 22 november 2026; Sista dag var 22 november 2026; null without a day.</summary>
    public string? Nar(DateOnly idag) =>
        Senast is not { } senast ? null
        : senast < idag ? $"Sista dag var {SvenskText.Datum(senast)}"
        : Helst is { } helst && helst < senast && helst >= idag ? $"Helst {SvenskText.Datum(helst)}, senast {SvenskText.Datum(senast)}"
        : $"Senast {SvenskText.Datum(senast)}";
}
