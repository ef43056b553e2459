using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>Makes a school's students for the läsår: fictional names, test numbers, ages and study periods that fit the school form.</summary>
/// <param name="skola">The school.</param>
/// <param name="lasar">The läsår the data is made for.</param>
/// <param name="upptagna">Numbers given at other schools; those given here are added. Nobody is at two demo schools.</param>
internal sealed class Demostuderande(Skola skola, Demolasar lasar, HashSet<string> upptagna)
{
    private readonly Slump _slump = new(ulong.Parse(skola.Skolkod));

    public IReadOnlyList<Studerande> Skapa(int antal)
    {
        var alla = new List<Studerande>(antal);
        if (skola.Skolkod == Demoskolor.SodraBerget)
        {
            alla.AddRange(Namngivna());
        }

        while (alla.Count < antal)
        {
            alla.Add(skola.Skolform == Skolform.Gymnasieskola ? Elev(alla.Count) : Vuxen(alla.Count));
        }

        return alla;
    }

    /// <summary>The people demo.md names, with birthdays that keep their distance to the läsår (Lisa Ek: 2009-04-12 in 2026/27).</summary>
    private IEnumerable<Studerande> Namngivna()
    {
        var ar = lasar.Lasar.Startar;
        yield return Namngiven("Lisa", "Ek", Demopersonnummer.Test(new DateOnly(ar - 17, 4, 12), 3), 2);
        yield return Namngiven("Omar", "Haddad", Demopersonnummer.Test(new DateOnly(ar - 18, 11, 3), 8), 3);
        yield return Namngiven("Stina", "Vall", Demopersonnummer.Test(new DateOnly(ar - 17, 1, 30), 11), 2);
        yield return Namngiven("Erik", "Mårtensson", Demopersonnummer.Test(new DateOnly(ar - 18, 6, 21), 6), 3);
        yield return Namngiven("Maria", "Skog", Demopersonnummer.Test(new DateOnly(ar - 17, 2, 9), 5), 2, Personskydd.Skyddad);
        yield return Namngiven("Tariq", "Nazari", Demopersonnummer.Tillfalligt(new DateOnly(ar - 17, 5, 17), 19_412), 2);
        yield return Namngiven("Viktor", "Sandell", Demopersonnummer.Test(new DateOnly(ar - 20, 3, 14), 9), 3);
    }

    private Studerande Namngiven(string fornamn, string efternamn, Personnummer personnummer, int arskurs, Personskydd skydd = Personskydd.Inget)
    {
        upptagna.Add(personnummer.Varde);
        return Gymnasist(fornamn, efternamn, personnummer, arskurs, Demoutbildningar.Ekonomi, 'B', skydd);
    }

    /// <summary>16–19 years old: those in årskurs 1 were born before August.</summary>
    private Studerande Elev(int nummer)
    {
        var arskurs = 1 + (nummer % 3);
        var ar = lasar.Lasar.Startar - 15 - arskurs;
        var fodd = _slump.Dag(new DateOnly(ar, 1, 1), new DateOnly(ar, arskurs == 1 ? 7 : 12, 28));
        return Gymnasist(
            _slump.Ur(Demonamn.Fornamn),
            _slump.Ur(Demonamn.Efternamn),
            LedigtNummer(fodd, samordning: nummer == 20),
            arskurs,
            _slump.Ur(Demoutbildningar.Gymnasieprogram),
            nummer % 2 == 0 ? 'A' : 'B',
            Personskydd.Inget);
    }

    private Studerande Gymnasist(
        string fornamn,
        string efternamn,
        Personnummer personnummer,
        int arskurs,
        Demoutbildning program,
        char grupp,
        Personskydd skydd)
    {
        var startar = lasar.Lasar.Startar + 1 - arskurs;
        var studerande = new Studerande(
            skola.Id, personnummer, fornamn, efternamn, skydd, $"{program.Studievagskod![..2]}{startar % 100:00}{grupp}");
        studerande.LaggTill(new Studieperiod(
            skola.Id, lasar.Start, lasar.Slut, program.Namn, program.Avdelning, 100, program.Studievagskod, arskurs, program.Larling));
        return studerande;
    }

    private Studerande Vuxen(int nummer)
    {
        var ar = lasar.Lasar.Startar - (skola.Skolform == Skolform.Komvux ? _slump.Mellan(20, 55) : _slump.Mellan(19, 38));
        var fodd = _slump.Dag(new DateOnly(ar, 1, 1), new DateOnly(ar, 6, 28));
        var utbildning = _slump.Ur(Demoutbildningar.For(skola.Skolform, skola.Skolkod));
        var studerande = new Studerande(
            skola.Id, LedigtNummer(fodd, samordning: nummer % 30 == 29), _slump.Ur(Demonamn.Fornamn), _slump.Ur(Demonamn.Efternamn));
        foreach (var (forsta, sista) in Terminer())
        {
            var omfattning = skola.Skolform is Skolform.Komvux ? _slump.Ur([50, 75, 100, 100]) : 100;
            // A start is never reported in advance, and this one is reported on a day of its own.
            if (forsta >= lasar.Idag)
            {
                continue;
            }

            studerande.LaggTill(new Studieperiod(skola.Id, forsta, sista, utbildning.Namn, utbildning.Avdelning, omfattning));
        }

        return studerande;
    }

    /// <summary>Autumn and spring apart where the school form reports them apart, else the whole läsår.</summary>
    private IEnumerable<(DateOnly Forsta, DateOnly Sista)> Terminer() => skola.Skolform switch
    {
        Skolform.Komvux or Skolform.Yrkeshogskola => [(lasar.Start, lasar.Hostslut), (lasar.Varstart, lasar.Slut)],
        Skolform.Hogskola => [(lasar.Start.AddDays(14), lasar.Varstart.AddDays(6)), (lasar.Varstart.AddDays(7), lasar.Slut.AddDays(-5))],
        _ => [(lasar.Start, lasar.Slut)],
    };

    private Personnummer LedigtNummer(DateOnly fodd, bool samordning)
    {
        while (true)
        {
            var nummer = Demopersonnummer.Test(fodd, _slump.Tal(Demopersonnummer.AntalTestnummer), samordning);
            if (upptagna.Add(nummer.Varde))
            {
                return nummer;
            }
        }
    }
}
