using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Web.Tests.Isolering;

/// <summary>One of each thing a school owns, at a school where nobody in the tests holds anything, under ids that nothing else has.</summary>
internal sealed class FrammandeData
{
    public const string Skolkod = "99999999";

    /// <summary>The student's surname, which no page may show.</summary>
    public const string Hemlighet = "Zebrafinkhjelm";

    private readonly Testdatabas _databas;

    private FrammandeData(Testdatabas databas) => _databas = databas;

    /// <summary>
    /// The ids of things of each kind: student, period, report, case, complement, underlag (sent and draft), documents, school … The first of each kind has the same id, as
    /// has the second: a few ids reach them all, whatever kind a route asks for.
    /// </summary>
    public SortedSet<long> Id { get; } = [];

    /// <summary>The key of a draft.</summary>
    public string Nyckel { get; } = Hemlighet256();

    public static async Task<FrammandeData> SkapaAsync(Testdatabas databas, TimeProvider klocka)
    {
        var data = new FrammandeData(databas);
        await using var db = databas.Alla();
        var nu = klocka.UtcNu();
        var idag = klocka.SvenskDag();
        var konto = (await db.Konton.FirstAsync()).Id;
        Dictionary<Type, int> antal = [];

        T Ny<T>(T sak)
            where T : class
        {
            var id = 9_000_001 + (101L * antal.GetValueOrDefault(typeof(T)));
            antal[typeof(T)] = antal.GetValueOrDefault(typeof(T)) + 1;
            db.Add(sak);
            db.Entry(sak).Property(nameof(Id)).CurrentValue = id;
            data.Id.Add(id);
            return sak;
        }

        var skola = Ny(new Core.Skolor.Skola(Skolkod, "Den främmande skolan", "Annorstädes", Core.Skolor.Skolform.Gymnasieskola, Core.Skolor.Rapporteringssatt.Manuellt));
        await db.SaveChangesAsync();
        var studerande = Ny(new Studerande(skola.Id, Personnummer.FranVarde("200904122389"), "Frida", Hemlighet));
        await db.SaveChangesAsync();
        var period = new Studieperiod(skola.Id, new(2026, 8, 18), new(2027, 6, 12), "Ekonomiprogrammet", Avdelning.A1);
        studerande.LaggTill(period);
        Ny(period);
        var uppgift = new Skolkuppgift(new(2026, 9, 7), null, 690, 6, true);
        var rapport = Ny(new Skolkrapport(skola.Id, studerande.Id, uppgift, "SK-9999-9999", Hemlighet256(), konto, nu, idag));
        db.Add(new Skolkutkast(skola.Id, studerande.Id, konto, data.Nyckel, new Skolkformular(uppgift), nu));
        await db.SaveChangesAsync();
        var arende = Ny(new Arende(skola.Id, rapport, nu));
        arende.Skriv(Core.Skolkrapportering.Meddelandetradar.Meddelandepart.Csn, Hemlighet, konto, data.Nyckel, nu);
        var skickat = Ny(new Franvarounderlag(skola.Id, rapport.Id, Ankomstsatt.Portal, Hemlighet256(), konto, nu));
        skickat.Ange(new Underlagsuppgift(new(2026, 9, 7), idag, 690, 6, 30_000, ForstaDagensFranvaro.Ja), null);
        skickat.Skicka("UL-9999-9999", konto, nu, idag);
        var utkast = Ny(new Franvarounderlag(skola.Id, rapport.Id, Ankomstsatt.Portal, Hemlighet256(), konto, nu));
        await db.SaveChangesAsync();
        foreach (var underlag in new[] { skickat, utkast })
        {
            var dokument = Ny(new Dokument(skola.Id, underlag.Id, $"{Hemlighet}.png", konto, nu));
            await db.SaveChangesAsync();
            db.Add(new Dokumentdel(skola.Id, dokument.Id, 0, [1, 2, 3]));
            dokument.Slutfor(Dokumenttyp.Png, 3, Core.Konton.Hemlighet.Hash("x"), 1);
            Ny(new Core.Skolkrapportering.Sidmarkeringar.Sidmarkering(arende, dokument.Id, 1, Hemlighet, 0, konto, nu));
        }

        var anvandare = new Konto("zebfri01", $"Zara {Hemlighet}", "zara@annorstades.example", "060-1");
        db.Add(anvandare);
        await db.SaveChangesAsync();
        Ny(new Skolanvandare(skola.Id, anvandare.Id, nu, null));
        db.Add(new Behorighet(anvandare.Id, skola.Id, Behorighetsslag.StudietiderUtbildningar));
        Ny(new Kontobrev(skola.Id, anvandare.Id, nu));
        var bestallning = Ny(new Behorighetsbestallning(skola.Id, konto, Hemlighet256(), nu));
        var rad = new Bestallningsrad(skola.Id, new(Bestallningsradslag.NyRapportor, new($"Zelda {Hemlighet}", "zelda@annorstades.example", null, null)));
        bestallning.LaggTill(rad);
        bestallning.Skicka("BB-9999-9999", konto, nu);
        Ny(rad);
        Ny(new Behorighetsbegaran(skola.Id, anvandare.Id, Behorighetsslag.CsnOrder, Hemlighet, nu));
        Ny(new Core.Skolor.Kanalandring(skola.Id, Core.Skolor.Rapporteringssatt.Fil, null, Hemlighet, anvandare.Id, nu));
        db.Add(new Attestering(skola.Id, new(2026, 10, 1), idag));
        Ny(new Administratorsbyte(
            skola.Id, konto, Hemlighet256()[..32], new($"Zoran {Hemlighet}", "zoran@annorstades.example", null, null), null, "Rut Rektor", "rut@annorstades.example", Hemlighet256(), nu));
        arende.TaEmotUnderlag(nu);
        var bytes = Ny(new Dokument(skola.Id, null, $"{Hemlighet}.csv", konto, nu));
        bytes.Slutfor(Dokumenttyp.Studerandefil, 3, Core.Konton.Hemlighet.Hash("y"), 0);
        var fil = Ny(new Filuppladdning(
            skola.Id, konto, bytes, Filandamal.Skicka, new(Core.Filrapportering.Lasning.Teckenkod.Utf8, false, 3, Core.Konton.Hemlighet.Hash("y"), 1), [Skolkod], nu));
        var jobb = Ny(new Filjobb(fil, $"{Hemlighet}.csv", skola.Id, null, []));
        await db.SaveChangesAsync();
        Ny(new Filjobbsrad(skola.Id, jobb.Id, 2, [Skolkod, "", "Frida", Hemlighet], null, "11", Personskydd.Inget, Filradstillstand.Kvar));
        var listbytes = Ny(new Dokument(skola.Id, null, $"{Hemlighet}.csv", konto, nu));
        await db.SaveChangesAsync();
        db.Add(new Dokumentdel(skola.Id, listbytes.Id, 0, System.Text.Encoding.UTF8.GetBytes(Hemlighet)));
        listbytes.Slutfor(Dokumenttyp.Franvarolista, Hemlighet.Length, Core.Konton.Hemlighet.Hash("l"), 0);
        var lista = Ny(new Franvarolista(skola.Id, listbytes.Id, konto, nu, null));
        await db.SaveChangesAsync();
        Ny(new Franvarourval(skola.Id, lista.Id, konto, data.Nyckel, [new(skola.Id, studerande.Id, Hemlighet256(), uppgift)], nu));
        Ny(new Core.Konton.Systemkonton.Systemkonto(skola.Id, Hemlighet, Hemlighet256(), Hemlighet256(), konto, nu, idag));
        var sandning = new Sandning(
            skola.Id, "SR-9999-9999", Hemlighet256(), Sandningskanal.Ladok, konto, nu, idag);
        var handelse = Ny(new Handelse(
            studerande.Id, sandning, new() { Slag = Handelseslag.Avbrott, ForstaDag = idag }));
        await db.SaveChangesAsync();
        Ny(new Core.Studeranderapportering.Publicerat.Ladokrattelse(skola.Id, studerande.Id, handelse.Id, null, nu, nu));
        await db.SaveChangesAsync();
        var beslut = Ny(Dokument.Beslut(skola.Id, studerande.Id, $"{Hemlighet}.pdf", konto, nu));
        beslut.Slutfor(Dokumenttyp.Pdf, 3, Core.Konton.Hemlighet.Hash("z"), 1);
        await db.SaveChangesAsync();
        var avstangd = Ny(new Handelse(studerande.Id, sandning, new() { Slag = Handelseslag.Avstangning, ForstaDag = idag, SistaDag = idag, DokumentId = beslut.Id }));
        await db.SaveChangesAsync();
        Ny(new Avstangning(avstangd));
        var utbildning = Ny(new Core.Studietider.Utbildningar.Utbildning(skola.Id, new()
        {
            Namn = Hemlighet,
            Slag = default,
            Niva = default,
            Avdelning = Avdelning.A1,
            Omfattning = 100,
            Undervisning = default,
            FranLasar = 2026,
        }));
        db.Add(new Core.Skolor.Kontaktuppgifter.Skolinformation(skola.Id, konto));
        db.ChangeTracker.Entries<Core.Skolor.Kontaktuppgifter.Skolinformation>().Single().Entity.Bekrafta(konto, nu);
        Ny(new Core.Skolor.Kontaktuppgifter.Skolkontaktperson(
            skola.Id, Core.Skolor.Kontaktuppgifter.Skolkontaktroll.Rektor, new($"Zita {Hemlighet}", "zita@annorstades.example", null, null)));
        Core.Studietider.Inlasningar.Inlasningsrad rad2 = new(skola.Id, 2, ["", Hemlighet], new Core.Filrapportering.Lasning.RadForLang());
        Ny(new Core.Studietider.Inlasningar.Inlasning(skola.Id, default, $"{Hemlighet}.csv", konto, nu, [], [rad2]));
        Ny(rad2);
        await db.SaveChangesAsync();
        var rapport2026 = Ny(new Core.Studietider.Rapporter.Studietidsrapport(skola.Id, 2026, 1, data.Nyckel, nu));
        var studietid = new Core.Studietider.Rapporter.Studietid(skola.Id, utbildning.Id, new(new(new(2026, 8, 17), new(2026, 12, 18)), [], Omfattning: 100));
        rapport2026.LaggTill(studietid);
        Ny(studietid);
        var artikel = await db.Materialartiklar.FirstAsync(a => a.Saldo > 100);
        Ny(new Core.Materialbestallningar.Materialbestallning(
            skola.Id, "CO-9999-9999", data.Nyckel, konto, new("Den främmande skolan", Hemlighet, "Gatan 1", "12345", "Annorstädes"), [new(skola.Id, artikel.Id, artikel.Benamning, 10, 0)], nu));
        await db.SaveChangesAsync();
        return data;
    }

    /// <summary>A report of the person's own school, or null where there is none.</summary>
    public async Task<long?> EgenRapportAsync(Person person)
    {
        await using var db = _databas.Alla();
        var skolor = person.Skolkoder.ToList();
        return await db.Nationellt<Skolkrapport>()
            .Where(r => db.Skolor.Any(s => s.Id == r.SkolaId && skolor.Contains(s.Skolkod)))
            .OrderBy(r => r.Id)
            .Select(r => (long?)r.Id)
            .FirstOrDefaultAsync();
    }

    /// <summary>A report of the school that can still be deleted.</summary>
    public async Task<long> RapportAsync(string skolkod)
    {
        await using var db = _databas.Alla();
        return await db.Nationellt<Skolkrapport>()
            .Where(r => r.Status == Skolkrapportstatus.Pagaende && db.Skolor.Any(s => s.Id == r.SkolaId && s.Skolkod == skolkod))
            .Select(r => r.Id)
            .FirstAsync();
    }

    private static string Hemlighet256() => Core.Konton.Hemlighet.Ny();
}
