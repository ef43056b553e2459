using System.Runtime.InteropServices;
using MinaTjanster.Core.Personidentiteter;

namespace MinaTjanster.Core.Franvarocoach;

/// <summary>A row of an absence list as it was read: a lesson, or a whole day. Small, since a school year has 400 000 of them.</summary>
/// <param name="Dag">The school day.</param>
/// <param name="Start">Minutes after midnight when the lesson starts; -1 for a row without a time (<see cref="HarStart"/>).</param>
/// <param name="Schemalagt">Scheduled minutes of the lesson or the day.</param>
/// <param name="Franvaro">Minutes absent, at most the scheduled; 0 for presence.</param>
/// <param name="Slag">What kind of absence.</param>
/// <param name="Lektion">Subject or course; null when the list does not say.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Listrad(DateOnly Dag, short Start, short Schemalagt, short Franvaro, Franvaroslag Slag, string? Lektion)
{
    public bool HarStart => Start >= 0;

    /// <summary>When the lesson starts; null for a row without a time.</summary>
    public TimeOnly? Starttid => HarStart ? new TimeOnly(Start / 60, Start % 60) : null;
}

/// <summary>A student's rows in a list. What is in them does not depend on the order of the list, on duplicates or on how it was split.</summary>
/// <param name="Personnummer">What the student is found by.</param>
/// <param name="Namn">As the list writes it, for display only; null when it does not.</param>
/// <param name="Klass">As the list writes it, for display only; null when it does not.</param>
/// <param name="Rader">In order of time, exact duplicates once.</param>
public sealed record Listelev(Personnummer Personnummer, string? Namn, string? Klass, IReadOnlyList<Listrad> Rader);
