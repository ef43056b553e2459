using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Skolor.Kontaktuppgifter;
using MinaTjanster.Core.Skolor.Telefon;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>
/// The schools' own facts and contact persons, CSN's card and phone hours, and two rounds: one that is open to folkhögskolor, one to come. Fjällberget
/// has not confirmed for long. Names are made up; the phone numbers are kept by PTS for fiction.
/// </summary>
internal sealed class Demokontakter(PortalDbContext db, DateOnly idag, IReadOnlyDictionary<string, Konto> konton, IReadOnlyDictionary<string, Skola> skolor)
{
    private static readonly string[] Rektorer =
        ["Agneta Strand", "Bertil Frost", "Camilla Ek", "Daniel Viberg", "Elsa Fjell", "Farid Nasser", "Gunilla Hage", "Henrik Palm", "Iris Blom"];

    private static readonly string[] Ekonomer =
        ["Jan Myrberg", "Kerstin Holm", "Lars Åkesson", "Mona Krans", "Nils Tall", "Olga Petrova", "Per Sandin", "Rut Alm", "Sven Dahlin"];

    public async Task LaggInAsync(CancellationToken ct)
    {
        foreach (var (nummer, demo) in Demoskolor.Alla.Index())
        {
            var skola = skolor[demo.Skolkod];
            var anvandare = Demokonton.Alla.First(k => k.Behorigheter.Any(b => b.Skolkod == demo.Skolkod));
            var konto = konton[anvandare.Anvandarnamn];
            var tid = Kl(idag.AddDays(demo.Skolkod == Demoskolor.Fjallberget ? -120 : -12), 9);
            var information = new Skolinformation(skola.Id, konto.Id);
            information.Andra(
                new()
                {
                    Besoksadress = $"{demo.Gatuadress}, {demo.Ort}",
                    Telefon = $"08-465 004 {nummer + 10:00}",
                    Epost = $"info@{demo.Doman}.example",
                    Webbplats = $"https://www.{demo.Doman}.example",
                    Skolsystem = demo.Rapporteringssatt switch { Rapporteringssatt.Ladok => "Ladok", Rapporteringssatt.Fil => "Elevregistret", _ => null },
                });
            information.Bekrafta(konto.Id, tid);
            db.AddRange(
                information,
                Kontakt(skola, demo, Skolkontaktroll.Rektor, Rektorer[nummer], nummer + 20),
                new Skolkontaktperson(skola.Id, Skolkontaktroll.Rapportering, new(anvandare.Namn, anvandare.Epost, konto.PhoneNumber, null)),
                Kontakt(skola, demo, Skolkontaktroll.Ekonomi, Ekonomer[nummer], nummer + 40),
                new Skoluppgiftsandring(skola.Id, Acts.SchoolDetailsConfirmed, "", konto.Id, tid));
        }

        var kristina = konton["csnkon01"];
        var kort = new Kontaktkort(kristina.Id);
        kort.Andra("Gymnasieskolor: behörigheter, studietider och utbildningar, börja eller sluta med fil", "08-465 004 60", "gymnasieskolor@csn.example");
        db.Add(kort);
        db.AddRange(TelefontidQuery.Veckodagar.Select(d => new Telefontid(d, new(new(9, 0), new(13, 0)))));
        var julafton = new DateOnly(idag.Year, 12, 24) is var dag && dag >= idag ? dag : dag.AddYears(1);
        db.AddRange(new Telefonundantag(julafton, null, "Julafton"), new Telefonundantag(julafton.AddDays(7), null, "Nyårsafton"));
        await OmgangarAsync(kristina.Id, ct);
    }

    private async Task OmgangarAsync(long kontoId, CancellationToken ct)
    {
        var nasta = Lasar.For(idag).Nasta;
        var oppen = new Rapporteringsomgang(
            new(nasta.Startar, [Skolform.Folkhogskola], idag.AddDays(-20), idag.AddDays(12), [idag.AddDays(-6), idag.AddDays(5)]), kontoId, Kl(idag.AddDays(-30), 10));
        oppen.Paminnelser.Single(p => p.Dag < idag).Klar(Paminnelsestatus.Skickad);
        var mars = new DateOnly(nasta.Startar, 3, 1) is var dag && dag > idag ? dag : dag.AddYears(1);
        db.AddRange(
            oppen,
            new Rapporteringsomgang(
                new(
                    Lasar.For(mars).Nasta.Startar,
                    [Skolform.Gymnasieskola, Skolform.Komvux, Skolform.Yrkeshogskola, Skolform.Hogskola, Skolform.KonstOchKultur],
                    mars,
                    mars.AddDays(75),
                    [mars, mars.AddDays(45), mars.AddDays(68)]),
                kontoId,
                Kl(idag.AddDays(-5), 10)));
        await db.SaveChangesAsync(ct);
        db.Add(new Omgangsutskick(skolor[Demoskolor.Fjallberget].Id, oppen.Paminnelser.Single(p => p.Dag < idag).Id, 1, Kl(idag.AddDays(-6), 6)));
        await db.SaveChangesAsync(ct);
    }

    private static Skolkontaktperson Kontakt(Skola skola, Demoskola demo, Skolkontaktroll roll, string namn, int nummer) =>
        new(skola.Id, roll, new(namn, $"{SvenskText.Folda(namn).Replace(' ', '.')}@{demo.Doman}.example", $"08-465 004 {nummer:00}", null));

    private static DateTime Kl(DateOnly dag, int timme) => SvenskTid.TillUtc(dag, new(timme, 0));
}
