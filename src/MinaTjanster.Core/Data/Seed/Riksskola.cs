using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>One made-up school of the national database, with its people.</summary>
/// <param name="Nummer">0 to <see cref="Riksmatt.NyaSkolor"/> − 1.</param>
/// <param name="EleverFore">Pupils of all schools before it.</param>
internal sealed record Riksskola(int Nummer, int EleverFore)
{
    private const int ForstaSkolkod = 20_000_000;
    private const int Skolkodssteg = 1_013;
    private const int EnSkyddadPer = 1_000;

    private static readonly string[] Forled =
    [
        "Björk", "Gran", "Tall", "Ek", "Al", "Ask", "Lind", "Rönn", "Hassel", "Sten", "Berg", "Sjö", "Ås", "Älv", "Strand", "Kvarn", "Sand", "Mo",
        "Hag", "Äng", "Ler", "Mos", "Väst", "Öst", "Norr", "Söder", "Hög", "Lång", "Bred", "Grön", "Blå", "Röd", "Vit", "Svart", "Ny", "Gammel",
    ];

    private static readonly string[] Efterled =
    [
        "vik", "hult", "berga", "näs", "torp", "fors", "by", "stad", "sund", "holm", "dal", "mark", "åsen", "backa", "lund", "rud", "köp", "bro",
        "sele", "sjö", "ås", "fjäll", "hamn", "udden", "kulla", "tuna", "ryd", "skog", "strand", "heden", "vad", "kil", "borg", "gärde", "landa", "mo",
    ];

    public string Skolkod => $"{ForstaSkolkod + (Nummer * Skolkodssteg)}";

    public string Ort => Forled[Nummer / Efterled.Length] + Efterled[Nummer % Efterled.Length];

    public int AntalElever => Riksmatt.EleverVid(Nummer);

    /// <summary>Six or seven accounts.</summary>
    public int AntalKonton
    {
        get
        {
            var alla = Riksmatt.Konton - Demokonton.Alla.Count - Riksmatt.CsnHandlaggare;
            return Riksmatt.Andel(alla, Nummer + 1, Riksmatt.NyaSkolor) - Riksmatt.Andel(alla, Nummer, Riksmatt.NyaSkolor);
        }
    }

    public Slump Slump() => new((ulong)Nummer + 1);

    public Skola Skapa() => new(
        Skolkod, $"{Ort}s gymnasium", Ort, Skolform.Gymnasieskola, Nummer % 3 == 0 ? Rapporteringssatt.Manuellt : Rapporteringssatt.Fil);

    /// <summary>The first is behörighetsadministratör, the second behörighetsansvarig, the others report.</summary>
    public IEnumerable<(Konto Konto, Behorighetsslag[] Slag)> Konton(string losenordshash, Slump slump)
    {
        for (var i = 0; i < AntalKonton; i++)
        {
            var anvandarnamn = $"riks{Nummer:0000}{(char)('a' + i)}";
            var konto = new Konto(anvandarnamn, $"{slump.Ur(Demonamn.Fornamn)} {slump.Ur(Demonamn.Efternamn)}", $"{anvandarnamn}@skola.example", telefon: null);
            konto.BytLosenord(losenordshash);
            yield return (konto, i switch
            {
                0 => [Behorighetsslag.Behorighetsadministrator, Behorighetsslag.StudietiderUtbildningar],
                1 => [Behorighetsslag.Behorighetsansvarig],
                _ => [Behorighetsslag.Studeranderapportering],
            });
        }
    }

    public IEnumerable<Studerande> Studerande(long skolaId, Demolasar lasar, IReadOnlySet<string> upptagna, Slump slump)
    {
        for (var i = 0; i < AntalElever; i++)
        {
            var nummer = EleverFore + i;
            var arskurs = 1 + (nummer % 3);
            var program = slump.Ur(Demoutbildningar.Gymnasieprogram);
            var studerande = new Studerande(
                skolaId,
                Personnumret(nummer / 3, arskurs, lasar, upptagna),
                slump.Ur(Demonamn.Fornamn),
                slump.Ur(Demonamn.Efternamn),
                nummer % EnSkyddadPer == 0 ? Personskydd.Skyddad : Personskydd.Inget,
                $"{program.Studievagskod![..2]}{(lasar.Lasar.Startar + 1 - arskurs) % 100:00}{(char)('A' + slump.Tal(4))}");
            studerande.LaggTill(new Studieperiod(
                skolaId, lasar.Start, lasar.Slut, program.Namn, program.Avdelning, 100, program.Studievagskod, arskurs, program.Larling));
            yield return studerande;
        }
    }

    /// <summary>
    /// A number nobody has, each once in the country: a test number while the birthday has any left, else a temporary number
    /// (there are not test numbers enough for 367 000).
    /// </summary>
    private static Personnummer Personnumret(int nummer, int arskurs, Demolasar lasar, IReadOnlySet<string> upptagna)
    {
        var forsta = new DateOnly(lasar.Lasar.Startar - 15 - arskurs, 1, 1);
        var dagar = new DateOnly(forsta.Year, arskurs == 1 ? 7 : 12, 28).DayNumber - forsta.DayNumber + 1;
        var (fodd, lopnummer) = (forsta.AddDays(nummer % dagar), nummer / dagar);
        if (lopnummer >= Demopersonnummer.AntalTestnummer)
        {
            return Demopersonnummer.Tillfalligt(fodd, lopnummer);
        }

        var test = Demopersonnummer.Test(fodd, lopnummer);
        return upptagna.Contains(test.Varde) ? Demopersonnummer.Tillfalligt(fodd, lopnummer) : test;
    }
}
