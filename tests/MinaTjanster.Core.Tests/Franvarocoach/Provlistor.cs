using System.Text.Json;
using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tests.Personidentiteter;
using MinaTjanster.Core.Tid;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Franvarocoach;

/// <summary>Absence lists of the examples' student: three lessons of 80 minutes each school day.</summary>
internal static class Provlistor
{
    public static readonly Personnummer Nummer = Personnummer.FranVarde(Testnummer.Skapa(Fodd, 981));

    public static readonly Coachregler Regler = new(new Raknas());

    private static readonly int[] Starter = [500, 600, 780];

    public static Listelev Elev(params IEnumerable<Listrad> rader) => new(Nummer, "Anna Lind", "NA26A", Elevbyggare.Ordnade(rader));

    /// <summary>Every school day through a day, with ogiltig frånvaro from the first lesson on.</summary>
    public static Listelev Skoldagar(string fran, string till, params IReadOnlyList<(string Dag, int Minuter)> franvaro)
    {
        var pa = franvaro.ToDictionary(f => D(f.Dag), f => f.Minuter);
        List<Listrad> rader = [];
        for (var dag = D(fran); dag <= D(till); dag = dag.AddDays(1))
        {
            if (Helgdagar.ArVeckoslutEllerHelgdag(dag))
                continue;

            var kvar = pa.GetValueOrDefault(dag);
            foreach (var start in Starter)
            {
                rader.Add(Lektion(dag, start, 80, Math.Min(kvar, 80), kvar > 0 ? Franvaroslag.MissadLektion : Franvaroslag.Narvaro));
                kvar -= Math.Min(kvar, 80);
            }
        }

        return Elev(rader);
    }

    public static Listrad Lektion(DateOnly dag, int start, int schemalagt, int franvaro, Franvaroslag slag) =>
        new(dag, (short)start, (short)schemalagt, (short)franvaro, franvaro > 0 ? slag : Franvaroslag.Narvaro, null);

    public static Listrad Lektion(string dag, string start, int schemalagt, int franvaro, Franvaroslag slag = Franvaroslag.MissadLektion)
    {
        var tid = TimeOnly.Parse(start);
        return Lektion(D(dag), (tid.Hour * 60) + tid.Minute, schemalagt, franvaro, slag);
    }

    /// <summary>All that an analysis says, as a text to compare.</summary>
    public static string Bild(Elevanalys a) => JsonSerializer.Serialize(new
    {
        a.Dagar,
        a.Fonster,
        a.GransNadd,
        Hinder = a.Hinder?.Code,
        a.Avslut,
        a.Sammanhangande,
        Forslag = a.Forslag.Select(f => new { f.Uppgift, f.KanSkickas, f.GransNadd, f.KanskeFranvaro, f.Vantkostnad.Belopp, f.Grind.TidigastDag }),
    });
}
