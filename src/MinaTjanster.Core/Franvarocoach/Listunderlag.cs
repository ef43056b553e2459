using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Core.Franvarocoach;

/// <summary>A lesson or day with ogiltig frånvaro, as the underlag shows it.</summary>
/// <param name="Minuter">Of ogiltig frånvaro that no row before it has; the rows add up to the day's sum.</param>
public sealed record Underlagsrad(DateOnly Dag, TimeOnly? Start, int Schemalagt, int Minuter, Franvaroslag Slag, string? Lektion);

/// <summary>
/// The underlag of one student, drawn from a list: each lesson with ogiltig frånvaro, sums and the total teaching time (domain.md section 5, Underlag). Giltig
/// frånvaro is left out, since CSN needs it for nothing and it tells of health.
/// </summary>
/// <param name="Namn">As the portal has it, in full.</param>
/// <param name="Uppgift">The facts, as the page for sending an underlag asks for them.</param>
/// <param name="Rader">In order of time.</param>
public sealed record Listunderlag(Personnummer Personnummer, string Namn, string Skola, string Skolkod, Underlagsuppgift Uppgift, IReadOnlyList<Underlagsrad> Rader)
{
    /// <param name="elev">The student's rows.</param>
    /// <param name="raknas">What counts as ogiltig frånvaro at the school.</param>
    /// <param name="forstaSkolkdag">The report's first day: the underlag begins there.</param>
    /// <param name="tackerTill">The day it covers, inclusive: today, or the list's own last day when that is earlier (<see cref="Inlastlista.Period"/>).</param>
    public static Listunderlag For(Listelev elev, Raknas raknas, DateOnly forstaSkolkdag, DateOnly tackerTill, string namn, string skola, string skolkod) =>
        throw new NotImplementedException();
}

/// <summary>A finished file.</summary>
/// <param name="Antalsidor">Pages, without the försättsblad.</param>
public sealed record Ritatunderlag(byte[] Innehall, int Antalsidor);

/// <summary>Draws the underlag as a PDF. The same underlag and time give the same bytes.</summary>
public static class Listunderlagspdf
{
    /// <param name="underlag">What stands in it.</param>
    /// <param name="rapportnummer">The report's receipt number, on every page; null when there is none yet.</param>
    /// <param name="typsnitt">The portal's typeface.</param>
    /// <param name="skapad">When the file is made, UTC.</param>
    public static Ritatunderlag Rita(Listunderlag underlag, string? rapportnummer, Pdftypsnitt typsnitt, DateTime skapad) => throw new NotImplementedException();
}
