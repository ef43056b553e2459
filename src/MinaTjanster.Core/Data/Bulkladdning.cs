using System.Data;
using System.Data.Common;
using System.Reflection;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace MinaTjanster.Core.Data;

/// <summary>
/// Loads many rows at once: SqlBulkCopy on SQL Server, one prepared statement on SQLite (design decision 20). The one place for
/// SQL that only one provider has (decision 12). Columns and conversions are the model's own; keys are given, not generated.
/// </summary>
/// <param name="db">With a transaction begun: the caller decides what is all or nothing.</param>
internal sealed class Bulkladdning(PortalDbContext db)
{
    public async Task LaddaAsync<T>(IReadOnlyList<T> rader, CancellationToken ct)
        where T : class
    {
        if (rader.Count == 0)
        {
            return;
        }

        var typ = db.Model.FindEntityType(typeof(T))!;
        var tabell = StoreObjectIdentifier.Table(typ.GetTableName()!, typ.GetSchema());
        if (rader.Any(r => r is ISkolagd agd && !db.Omfang.Tillater(agd.SkolaId)))
        {
            throw new AnnanSkolasRadException(typ.ShortName());
        }

        var kolumner = typ.GetFlattenedProperties().Select(p => new Kolumn(p, p.GetColumnName(tabell)!)).ToList();
        if (db.Database.IsSqlServer())
        {
            await KopieraAsync(tabell.Name, kolumner, rader, ct);
        }
        else
        {
            await InfogaAsync(tabell.Name, kolumner, rader, ct);
        }
    }

    /// <summary>The first free key of a table.</summary>
    public async Task<long> NastaIdAsync<T>(CancellationToken ct)
        where T : class =>
        1 + (await db.Set<T>().IgnoreQueryFilters().MaxAsync(e => (long?)EF.Property<long>(e, "Id"), ct) ?? 0);

    /// <summary>
    /// As <see cref="NastaIdAsync"/>, for tables that others write to at the same time: until the transaction ends nobody else makes a row. On SQLite
    /// the transaction alone sees to that.
    /// </summary>
    public Task<long> ReserveraIdAsync<T>(CancellationToken ct)
        where T : class
    {
        if (!db.Database.IsSqlServer())
        {
            return NastaIdAsync<T>(ct);
        }

        // The name comes from the model.
        var tabell = db.Model.FindEntityType(typeof(T))!.GetTableName();
#pragma warning disable EF1002
        return db.Database.SqlQueryRaw<long>($"SELECT COALESCE(MAX([Id]), 0) + 1 AS [Value] FROM [{tabell}] WITH (TABLOCKX, HOLDLOCK)").SingleAsync(ct);
#pragma warning restore EF1002
    }

    /// <summary>Tells the query planner of the new sizes. Outside any transaction.</summary>
    public async Task SammanfattaAsync(CancellationToken ct)
    {
        // One name each, no user's text: there is nothing to inject.
        var sats = db.Database.IsSqlServer() ? "EXEC sp_updatestats" : "ANALYZE";
        await db.SkrivAsync(() => db.Database.ExecuteSqlRawAsync(sats, ct), ct);
    }

    /// <summary>Sets a property that only EF sets otherwise: keys, before the row is saved.</summary>
    public static Action<T, long> Sattare<T>(string egenskap) =>
        typeof(T).GetProperty(egenskap, BindingFlags.Instance | BindingFlags.Public)!.GetSetMethod(nonPublic: true)!.CreateDelegate<Action<T, long>>();

    private async Task InfogaAsync<T>(string tabell, List<Kolumn> kolumner, IReadOnlyList<T> rader, CancellationToken ct)
        where T : class
    {
        await using var kommando = db.Database.GetDbConnection().CreateCommand();
        kommando.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        // Names come from the model, values are parameters.
#pragma warning disable CA2100
        kommando.CommandText =
            $"INSERT INTO \"{tabell}\" ({string.Join(", ", kolumner.Select(k => $"\"{k.Namn}\""))}) VALUES ({string.Join(", ", kolumner.Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
        var parametrar = kolumner.Select((_, i) => Parameter(kommando, $"@p{i}")).ToList();
        await kommando.PrepareAsync(ct);
        foreach (var rad in rader)
        {
            for (var i = 0; i < kolumner.Count; i++)
            {
                parametrar[i].Value = kolumner[i].Las(rad) ?? DBNull.Value;
            }

            await kommando.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task KopieraAsync<T>(string tabell, List<Kolumn> kolumner, IReadOnlyList<T> rader, CancellationToken ct)
        where T : class
    {
        using var data = new DataTable();
        foreach (var kolumn in kolumner)
        {
            data.Columns.Add(kolumn.Namn, kolumn.Typ);
        }

        foreach (var rad in rader)
        {
            data.Rows.Add([.. kolumner.Select(k => k.Las(rad) ?? DBNull.Value)]);
        }

        using var kopia = new SqlBulkCopy(
            (SqlConnection)db.Database.GetDbConnection(),
            SqlBulkCopyOptions.KeepIdentity | SqlBulkCopyOptions.CheckConstraints,
            (SqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction())
        {
            DestinationTableName = $"[{tabell}]",
            BulkCopyTimeout = 0,
        };
        foreach (var kolumn in kolumner)
        {
            kopia.ColumnMappings.Add(kolumn.Namn, kolumn.Namn);
        }

        await kopia.WriteToServerAsync(data, ct);
    }

    private static DbParameter Parameter(DbCommand kommando, string namn)
    {
        var parameter = kommando.CreateParameter();
        parameter.ParameterName = namn;
        kommando.Parameters.Add(parameter);
        return parameter;
    }

    private sealed class Kolumn(IProperty egenskap, string namn)
    {
        private readonly Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter? _omvandlare = egenskap.GetTypeMapping().Converter;

        public string Namn { get; } = namn;

        public Type Typ
        {
            get
            {
                var typ = _omvandlare?.ProviderClrType ?? egenskap.ClrType;
                return Nullable.GetUnderlyingType(typ) ?? typ;
            }
        }

        public object? Las(object rad)
        {
            var varde = egenskap.GetGetter().GetClrValueUsingContainingEntity(rad);
            return _omvandlare is null ? varde : _omvandlare.ConvertToProvider(varde);
        }
    }
}
