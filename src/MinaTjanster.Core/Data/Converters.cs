using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using MinaTjanster.Core.Personidentiteter;

namespace MinaTjanster.Core.Data;

/// <summary>Instants are stored and read as UTC (design decision 16).</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    tid => tid.Kind == DateTimeKind.Utc ? tid : tid.ToUniversalTime(),
    tid => DateTime.SpecifyKind(tid, DateTimeKind.Utc));

internal sealed class PersonnummerConverter() : ValueConverter<Personnummer, string>(
    personnummer => personnummer.Varde,
    varde => Personnummer.FranVarde(varde));

/// <summary>A day as its number: where an index holds it in millions of rows.</summary>
internal sealed class Dagnummer() : ValueConverter<DateOnly, int>(dag => dag.DayNumber, nummer => DateOnly.FromDayNumber(nummer));
