using System.Text;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Benchmarks.Franvaro;

/// <summary>A school year's absence list, every lesson of every student: most were there, some have scattered absence, a few a lot of it.</summary>
internal static class Skolarslista
{
    public static readonly DateOnly Forsta = new(2026, 8, 18);

    public static readonly DateOnly Sista = new(2027, 6, 11);

    private static readonly string[] Starter = ["08:20", "09:55", "11:30", "13:15", "14:40"];

    private static readonly string[] Amnen = ["Kemi 1", "Svenska 1", "Matematik 1c", "Engelska 5", "Idrott och hälsa 1", "Historia 1b", "Fysik 1a"];

    private static readonly string[] Slag = ["missad", "missad", "sen", "gick", "ej godkand", "giltig", "giltig"];

    /// <summary>In the order of the days, as a school system writes it: a student's rows lie all over the file.</summary>
    public static void Skriv(string fil, int elever, int rader)
    {
        var slump = new Slump(15);
        var personer = Enumerable.Range(0, elever)
            .Select(i => (Nummer: Demopersonnummer.Tillfalligt(new DateOnly(2009, 1, 1).AddDays(i % 365), 1000 + (i / 365)).Varde, Namn: $"{slump.Ur(Demonamn.Fornamn)} {slump.Ur(Demonamn.Efternamn)}", Andel: i % 10 == 0 ? 12 : i % 3 == 0 ? 4 : 1))
            .ToList();
        using var ut = new StreamWriter(fil, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        ut.Write("personnummer;namn;klass;datum;start;lektion;schemalagt;franvaro;slag\n");
        for (var (dag, skrivna) = (Forsta, 0); skrivna < rader; dag = dag.AddDays(1))
        {
            // What is left when the year is out is on its last days.
            dag = dag > Sista ? Forsta : dag;
            if (Helgdagar.ArVeckoslutEllerHelgdag(dag))
                continue;

            for (var p = 0; p < personer.Count; p++)
            {
                for (var n = 0; n < Starter.Length && (n < 4 || (p + dag.DayNumber) % 4 == 0) && skrivna < rader; n++, skrivna++)
                {
                    var borta = slump.Tal(100) < personer[p].Andel;
                    var slag = borta ? slump.Ur(Slag) : "";
                    ut.Write($"{personer[p].Nummer};{personer[p].Namn};NA26{(char)('A' + (p % 6))};{dag:yyyy-MM-dd};{Starter[n]};{Amnen[(p + n) % Amnen.Length]};80;{(slag is "sen" or "gick" ? slump.Mellan(3, 40) : borta ? 80 : 0)};{slag}\n");
                }
            }
        }
    }
}
