using System.Text;
using MinaTjanster.Core.Data.Seed;

namespace MinaTjanster.Benchmarks.Filer;

/// <summary>A start-of-term file of a gymnasium: students that the school does not have, each with <em>Börjat studera</em>, the heaviest row there is.</summary>
internal static class Storfil
{
    private const string Rubrik = "personnummer;fornamn;efternamn;klass;handelse;forsta_dag;sista_dag;arskurs;studievagskod\n";

    /// <param name="forsta">The first student's place in the series of temporary numbers: no two files of a run share a person.</param>
    public static byte[] Skapa(int forsta, int rader)
    {
        var slump = new Slump((ulong)forsta + 1);
        var text = new StringBuilder(Rubrik, Rubrik.Length + (rader * 90));
        for (var i = forsta; i < forsta + rader; i++)
        {
            // Nobody's, and none of the demo data's: 25 000 a day.
            var person = Demopersonnummer.Tillfalligt(new DateOnly(2009, 1, 1).AddDays(i % 365), 1000 + (i / 365));
            text.Append(person.Varde).Append(';').Append(slump.Ur(Demonamn.Fornamn)).Append(';').Append(slump.Ur(Demonamn.Efternamn))
                .Append(";NA26A;11;2026-08-17;2027-06-11;1;NANAT0000\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
