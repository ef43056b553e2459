using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace MinaTjanster.Benchmarks.Filer;

/// <summary>
/// What reading-in is compared with: the rows that a file became, written to the same tables with the same indexes and in the same chunks by plain
/// prepared commands, without any rule.
/// </summary>
internal sealed class Ratskrivning
{
    private static readonly string[] Tabeller = ["Studerande", "Sokord", "Handelser", "Studieperioder"];

    private readonly List<(string Tabell, string[] Kolumner, int Nyckel, List<object[]> Rader)> _allt = [];

    /// <summary>The largest key of each table, before the file was read in.</summary>
    public static async Task<long[]> ForeAsync(string databas)
    {
        await using var anslutning = await OppnaAsync(databas);
        var nycklar = new long[Tabeller.Length];
        for (var i = 0; i < Tabeller.Length; i++)
        {
            await using var fraga = Kommando(anslutning, $"SELECT COALESCE(MAX(Id), 0) FROM {Tabeller[i]}");
            nycklar[i] = (long)(await fraga.ExecuteScalarAsync())!;
        }

        return nycklar;
    }

    /// <summary>Takes the rows with larger keys into memory.</summary>
    public static async Task<Ratskrivning> HamtaAsync(string databas, long[] fore)
    {
        var skrivning = new Ratskrivning();
        await using var anslutning = await OppnaAsync(databas);
        for (var i = 0; i < Tabeller.Length; i++)
        {
            await using var fraga = Kommando(anslutning, $"SELECT * FROM {Tabeller[i]} WHERE Id > {fore[i]} ORDER BY Id");
            await using var svar = await fraga.ExecuteReaderAsync();
            List<object[]> rader = [];
            while (await svar.ReadAsync())
            {
                var rad = new object[svar.FieldCount];
                svar.GetValues(rad);
                rader.Add(rad);
            }

            var nyckel = svar.GetOrdinal(i == 0 ? "Id" : "StuderandeId");
            skrivning._allt.Add((Tabeller[i], [.. Enumerable.Range(0, svar.FieldCount).Select(svar.GetName)], nyckel, rader));
        }

        return skrivning;
    }

    /// <param name="databas">A database without the rows, whose receipts are there.</param>
    /// <param name="block">Rows of the file in a transaction.</param>
    public async Task<TimeSpan> SkrivAsync(string databas, int rader, int block)
    {
        await using var anslutning = await OppnaAsync(databas);
        var studerande = _allt[0];
        var plats = new int[_allt.Count];
        var klocka = Stopwatch.StartNew();
        for (var forsta = 0; forsta < rader; forsta += block)
        {
            await using var transaktion = (SqliteTransaction)await anslutning.BeginTransactionAsync();
            var sista = (long)studerande.Rader[Math.Min(forsta + block, rader) - 1][studerande.Nyckel];
            foreach (var (nr, (tabell, kolumner, nyckel, alla)) in _allt.Index())
            {
                await using var kommando = Kommando(
                    anslutning, $"INSERT INTO {tabell} ({string.Join(", ", kolumner.Select(k => $"\"{k}\""))}) VALUES ({string.Join(", ", kolumner.Select((_, i) => $"@p{i}"))})");
                kommando.Transaction = transaktion;
                var parametrar = kolumner.Select((_, i) => kommando.Parameters.AddWithValue($"@p{i}", DBNull.Value)).ToArray();
                await kommando.PrepareAsync();

                // All that is the chunk's students': a student has several words.
                for (; plats[nr] < alla.Count && (long)alla[plats[nr]][nyckel] <= sista; plats[nr]++)
                {
                    for (var k = 0; k < parametrar.Length; k++)
                        parametrar[k].Value = alla[plats[nr]][k];
                    await kommando.ExecuteNonQueryAsync();
                }
            }

            await transaktion.CommitAsync();
        }

        var tid = klocka.Elapsed;
        return plats.Index().All(p => p.Item == _allt[p.Index].Rader.Count) ? tid : throw new InvalidOperationException("Not all rows were written.");
    }

    /// <summary>Takes the rows away again from a database that is to be written anew.</summary>
    public static async Task TomAsync(string databas, long[] fore)
    {
        await using var anslutning = await OppnaAsync(databas);
        for (var i = Tabeller.Length - 1; i >= 0; i--)
        {
            await using var sats = Kommando(anslutning, $"DELETE FROM {Tabeller[i]} WHERE Id > {fore[i]}");
            await sats.ExecuteNonQueryAsync();
        }
    }

    private static async Task<SqliteConnection> OppnaAsync(string databas)
    {
        // As the portal opens its own (design decision 18).
        var anslutning = new SqliteConnection($"Data Source={databas};Pooling=False");
        await anslutning.OpenAsync();
        await using var sats = Kommando(anslutning, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;");
        await sats.ExecuteNonQueryAsync();
        return anslutning;
    }

    private static SqliteCommand Kommando(SqliteConnection anslutning, string sql)
    {
        var kommando = anslutning.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables and columns.
        kommando.CommandText = sql;
#pragma warning restore CA2100
        return kommando;
    }
}
