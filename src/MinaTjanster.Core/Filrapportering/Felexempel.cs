using System.Collections.Frozen;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>An example beside a code.</summary>
/// <param name="Inte">As it was written; null where only the right way can be shown.</param>
/// <param name="Ratt">As it should be.</param>
public sealed record Felexempel(string? Inte, string Ratt)
{
    private static readonly FrozenDictionary<string, Felexempel> EfterKod = new Dictionary<string, Felexempel>
    {
        ["FIL-KOMMA"] = new("personnummer,handelse,forsta_dag", "personnummer;handelse;forsta_dag"),
        ["FIL-RUBRIK-SAKNAS"] = new(null, "personnummer;handelse;forsta_dag;sista_dag"),
        ["FIL-RUBRIK-TRASIG"] = new("\"personnummer;handelse", "personnummer;handelse"),
        ["FIL-KOLUMN-SAKNAS"] = new("personnummer;forsta_dag", "personnummer;handelse;forsta_dag"),
        ["FIL-KOLUMN-DUBBEL"] = new("personnummer;handelse;handelse", "personnummer;handelse"),
        ["RAD-CITATTECKEN"] = new("\"Kursen \"Svenska 1\"\"", "\"Kursen \"\"Svenska 1\"\"\""),
        ["RAD-PERSONNUMMER"] = new("ÅÅMMDD-NNNN", "ÅÅÅÅMMDDNNNN"),
        ["RAD-HANDELSE"] = new("Frånvaro", "31"),
        ["RAD-ATGARD"] = new("ändra på", "andra"),
        ["RAD-SKYDD"] = new("x", "ja"),
        ["RAD-TIDIGARE"] = new("22/11 2026", "2026-11-22"),
        ["RAD-FORSTADAG"] = new("22/11 2026", "2026-11-22"),
        ["HANDELSE-DATUM"] = new("2026-11-31", "2026-11-30"),
        ["HANDELSE-TAL"] = new("tjugo", "20"),
        ["HANDELSE-OMFATTNING"] = new("150", "75"),
        ["HANDELSE-ARSKURS"] = new("5", "3"),
        ["HANDELSE-POANG"] = new("7,25", "7,5"),
        ["HANDELSE-STUDIEVAGSKOD"] = new("Naturvetenskap", "NANAT0000"),
        ["HANDELSE-INRIKTNING"] = new("405812", "405812C"),
        ["HANDELSE-SISTAFORE"] = new("2027-06-11 – 2026-08-17", "2026-08-17 – 2027-06-11"),
        ["HANDELSE-JUL"] = new("2026-08-17 – 2027-06-04", "2026-08-17 – 2026-12-18 och 2027-01-11 – 2027-06-04"),
        ["SKOLK-SISTAFORE"] = new("2026-11-20 – 2026-11-02", "2026-11-02 – 2026-11-20"),
        ["SKOLK-BEKRAFTA"] = new("bekraftelse: tom", "bekraftelse: ja"),
        ["RAD-ST-DAG"] = new("17 augusti", "2026-08-17"),
        ["RAD-ST-UPPEHALL"] = new("v. 44", "2026-10-26 till 2026-10-30"),
        ["RAD-ST-UTBILDNING"] = new("alla", "Hela skolan"),
        ["UTB-STUDIEVAGSKOD"] = new("Naturvetenskap", "NANAT0000"),
        ["UTB-INRIKTNING"] = new("405812", "405812C"),
        ["UTB-OMFATTNING"] = new("150", "75"),
        ["UTB-POANG"] = new("7,25", "7,5"),
        ["UTB-LASAR"] = new("ht 2026", "2026/27"),
        ["ST-LASAR"] = new("2026-08-17 – 2027-08-20", "2026-08-17 – 2027-06-11"),
        ["ST-JUL"] = new("2026-08-17 – 2027-06-04", "2026-08-17 – 2026-12-18 och 2027-01-11 – 2027-06-04"),
        ["ST-OMFATTNING"] = new("150", "75"),
        ["FIL-V-KOLUMN"] = new("förstadagen", "forsta_dag"),
        ["NYCKEL"] = new(null, "Authorization: Bearer <nyckeln>"),
        ["UTBUD-DATUM"] = new("11/1 2027", "2027-01-11"),
    }.ToFrozenDictionary();

    public static IEnumerable<string> Koder => EfterKod.Keys;

    /// <returns>Null where there is none.</returns>
    public static Felexempel? For(string kod) => EfterKod.GetValueOrDefault(kod);
}
