using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.TestCommon;

/// <summary>One of the demo people (demo.md).</summary>
public sealed record Person(Demokonto Konto)
{
    public string Anvandarnamn => Konto.Anvandarnamn;

    public string Namn => Konto.Namn;

    public string Losenord => Anvandarnamn == Demokonton.Nyanstalld ? Demokonton.Engangslosenord : Demokonton.Losenord;

    public IEnumerable<Behorighetsslag> Slag => Konto.Behorigheter.Select(b => b.Slag).Distinct();

    public IEnumerable<string> Skolkoder => Konto.Behorigheter.Where(b => b.Skolkod is not null).Select(b => b.Skolkod!).Distinct();

    public bool ArCsn => Konto.Behorigheter[0].Skolkod is null;

    /// <summary>Does the person hold the right somewhere?</summary>
    public bool Har(Rattighet rattighet) => Slag.Any(Rollmatris.Rader[rattighet].Contains);

    public override string ToString() => Anvandarnamn;
}

/// <summary>All demo people by name, and the sets that role theories run over: by exclusion, so that a new role is tested everywhere.</summary>
public static class Personer
{
    /// <summary>Rapportör (S&amp;U and SR) at Södra Bergets gymnasium.</summary>
    public static readonly Person AnnaLind = Med("annlin01");

    /// <summary>Behörighetsadministratör, and S&amp;U without SR, at Södra Bergets gymnasium.</summary>
    public static readonly Person BjornSvensson = Med("bjosve01");

    /// <summary>Behörighetsansvarig at Södra Bergets gymnasium.</summary>
    public static readonly Person CeciliaNordin = Med("cecnor01");

    /// <summary>Rapportör (SR) at two schools: Norra Hamnens gymnasium and Ängsholms komvux.</summary>
    public static readonly Person DavidAbdi = Med("davabd01");

    public static readonly Person ElinEriksson = Med("elieri01");

    /// <summary>Rapportör at Vikens komvux.</summary>
    public static readonly Person FredrikDahl = Med("fredah01");

    /// <summary>Rapportör at Fjällbergets folkhögskola.</summary>
    public static readonly Person GunBerg = Med("gunber01");

    /// <summary>Rapportör at Mälarstrandens yrkeshögskola.</summary>
    public static readonly Person HasanYilmaz = Med("hasyil01");

    /// <summary>Rapportör at Universitetet i Lindsala, with 200 students.</summary>
    public static readonly Person IngridStorm = Med("ingsto01");

    public static readonly Person JonasHolm = Med("jonhol01");

    public static readonly Person KarinVik = Med("karvik01");

    /// <summary>Behörighetsadministratör at Norra Hamnens gymnasium.</summary>
    public static readonly Person MikaelAstrom = Med("mikast01");

    public static readonly Person NoraLindqvist = Med("norlin01");

    public static readonly Person OskarWikstrom = Med("oskwik01");

    public static readonly Person PiaLarsdotter = Med("pialar01");

    public static readonly Person RezaKarimi = Med("rezkar01");

    public static readonly Person SaraFalk = Med("sarfal01");

    public static readonly Person TomEkelund = Med("tomeke01");

    public static readonly Person UlrikaNas = Med("ulrnas01");

    /// <summary>Has a one-time password that must be changed before anything else.</summary>
    public static readonly Person NilsNystrom = Med("nyanst01");

    /// <summary>CSN handläggare, not cleared for protected identities.</summary>
    public static readonly Person GretaGranberg = Med("csngra01");

    /// <summary>CSN handläggare, cleared for protected identities.</summary>
    public static readonly Person StigSkyman = Med("csnsky01");

    public static readonly Person BeritHagstrom = Med("csnbeh01");

    public static readonly Person OlofRyden = Med("csnord01");

    public static readonly Person KristinaOhlin = Med("csnkon01");

    public static IReadOnlyList<Person> Alla { get; } = [.. Demokonton.Alla.Select(k => new Person(k))];

    /// <summary>Everybody but the one who must first change a one-time password.</summary>
    public static IReadOnlyList<Person> MedEgetLosenord { get; } = [.. Alla.Where(p => p.Anvandarnamn != Demokonton.Nyanstalld)];

    /// <summary>For MemberData: everybody who can sign in.</summary>
    public static IEnumerable<object[]> AllaInloggade() => MedEgetLosenord.Select(p => new object[] { p });

    /// <summary>For MemberData: everybody who can sign in and does not report skolk anywhere.</summary>
    public static IEnumerable<object[]> UtomRapportorer() => Utan(Rattighet.RapporteraSkolk);

    /// <summary>For MemberData: everybody who can sign in and is not a CSN handläggare.</summary>
    public static IEnumerable<object[]> UtomHandlaggare() => Utan(Rattighet.GranskaUnderlag);

    /// <summary>For MemberData: everybody who can sign in and lacks the right everywhere.</summary>
    public static IEnumerable<object[]> Utan(Rattighet rattighet) => MedEgetLosenord.Where(p => !p.Har(rattighet)).Select(p => new object[] { p });

    /// <summary>One after the other in the same portal, for what changes nothing: a portal for each would take the time of the whole test.</summary>
    public static async Task VarOchEnAsync(IEnumerable<object[]> personer, Func<Person, Task> prov)
    {
        var alla = personer.Select(p => (Person)p[0]).ToList();
        if (alla.Count == 0)
        {
            throw new InvalidOperationException("There is nobody to try.");
        }

        foreach (var person in alla)
        {
            try
            {
                await prov(person);
            }
            catch (Exception fel)
            {
                throw new InvalidOperationException($"{person}: {fel.Message}", fel);
            }
        }
    }

    /// <summary>Everybody who can sign in and lacks the right everywhere, in the same portal.</summary>
    public static Task VarOchEnUtanAsync(Rattighet rattighet, Func<Person, Task> prov) => VarOchEnAsync(Utan(rattighet), prov);

    private static Person Med(string anvandarnamn) => new(Demokonton.Alla.Single(k => k.Anvandarnamn == anvandarnamn));
}
