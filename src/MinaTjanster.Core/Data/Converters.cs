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
