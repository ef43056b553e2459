namespace MinaTjanster.Core.Filrapportering.Lasning;

/// <summary>A row of a student file.</summary>
/// <param name="Radnummer">The line in the file where it starts, from 1; the header is a line too.</param>
/// <param name="Varden">By the place of the known column (<see cref="Filkolumner"/>); empty when the file lacks the column or the field is empty.
/// Of a row with <paramref name="Fel"/>: what could be read.</param>
/// <param name="Fel">Why the row cannot be used, or null.</param>
/// <param name="Ratext">A refused row as it stands in the file, at most its first 2 000 bytes; else null.</param>
public sealed record Filrad(long Radnummer, IReadOnlyList<string> Varden, Radfel? Fel = null, string? Ratext = null);
