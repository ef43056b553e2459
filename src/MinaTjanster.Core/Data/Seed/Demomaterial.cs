using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>
/// CSN's articles, of which one is out of stock and one withdrawn, and three orders of Karin's: one to pack with a line that is back-ordered, one that is packed and one
/// that is sent. Through the entities' verbs, each act with its event.
/// </summary>
internal sealed class Demomaterial(PortalDbContext db, DateOnly idag, IReadOnlyDictionary<string, Konto> konton, IReadOnlyDictionary<string, Skola> skolor)
{
    private const string Blankettservice = "csnord01";

    private readonly Dictionary<string, Materialartikel> _artiklar = [];

    public async Task LaggInAsync(CancellationToken ct)
    {
        Artikel(new("9609W", "Försättsblad till frånvarounderlag", "Läggs först när frånvarounderlag skickas på papper.", Artikelslag.Blankett, Artikelsprak.Svenska, "2026-11-16", Artikelbild.Franvaro, 10, 200), 1_800);
        Artikel(new("2441W", "Intyg om kursregistrering", "När en registrering inte kan rapporteras elektroniskt.", Artikelslag.Blankett, Artikelsprak.Svenska, "2026-11-16", Artikelbild.Intyg, 5, 100), 400);
        Artikel(new("1310S", "Ansök om studiehjälp", "Ansökan för den som inte kan använda Mina sidor.", Artikelslag.Blankett, Artikelsprak.Svenska, "2026-03", Artikelbild.Blankett, 10, 300), 950);
        Artikel(new("4010S", "Studiehjälp för gymnasiet", "Det viktigaste om studiebidraget, för elever och vårdnadshavare.", Artikelslag.Broschyr, Artikelsprak.Svenska, "2026-08", Artikelbild.Studiehjalp, 20, 500), 6_000);
        Artikel(new("4010L", "Studiehjälp för gymnasiet", "Det viktigaste om studiebidraget, kort och enkelt.", Artikelslag.Broschyr, Artikelsprak.LattSvenska, "2026-08", Artikelbild.Studiehjalp, 10, 300), 700);
        Artikel(new("4010E", "Studiehjälp för gymnasiet", "Det viktigaste om studiebidraget, för elever och vårdnadshavare.", Artikelslag.Broschyr, Artikelsprak.Engelska, "2026-08", Artikelbild.Studiehjalp, 10, 300), 850);
        Artikel(new("4010A", "Studiehjälp för gymnasiet", "Det viktigaste om studiebidraget, för elever och vårdnadshavare.", Artikelslag.Broschyr, Artikelsprak.Arabiska, "2026-08", Artikelbild.Studiehjalp, 10, 300), 0);
        Artikel(new("4020S", "Frånvaro som kostar", "Vad ogiltig frånvaro betyder för studiebidraget.", Artikelslag.Broschyr, Artikelsprak.Svenska, "2026-06", Artikelbild.Franvaro, 20, 500), 2_400);
        Artikel(new("4100S", "Studiemedel i Sverige", "Bidrag och lån för den som läser på högskola, yrkeshögskola, folkhögskola eller komvux.", Artikelslag.Broschyr, Artikelsprak.Svenska, "2026-07", Artikelbild.Studiemedel, 10, 400), 3_100);
        Artikel(new("4100E", "Studiemedel i Sverige", "Bidrag och lån för den som läser på högskola, yrkeshögskola, folkhögskola eller komvux.", Artikelslag.Broschyr, Artikelsprak.Engelska, "2026-07", Artikelbild.Studiemedel, 10, 400), 35);
        Artikel(new("4200S", "Läsa utomlands", "Studiestöd för den som vill studera i ett annat land.", Artikelslag.Broschyr, Artikelsprak.Svenska, "2025-11", Artikelbild.Utland, 10, 200), 620);
        var gammal = Artikel(new("4090S", "Studiehjälp 2025", "Ersatt av en nyare broschyr.", Artikelslag.Broschyr, Artikelsprak.Svenska, "2025-08", Artikelbild.Studiehjalp, 20, 500), 75);
        gammal.DraIn();
        await db.SaveChangesAsync(ct);

        var olof = konton[Blankettservice].Id;
        var skickad = await BestallningAsync("5A7C9D2", 'c', -24, [("4100S", 100, 100), ("4200S", 20, 20)], ct);
        Packa(skickad, olof, -22);
        skickad.Skicka(Tid(-22, 15, 5));
        Handelse(Acts.MaterialSent, skickad, olof, Tid(-22, 15, 5));
        Packa(await BestallningAsync("6D8F2H4", 'd', -3, [("4100E", 40, 40)], ct), olof, -1);
        await BestallningAsync("7E9G3J5", 'e', -2, [("2441W", 10, 10), ("4010A", 30, 0)], ct);
        await db.SaveChangesAsync(ct);
    }

    private Materialartikel Artikel(Artikeluppgift uppgift, int saldo)
    {
        var artikel = new Materialartikel(uppgift, saldo);
        db.Add(artikel);
        return _artiklar[uppgift.Nummer] = artikel;
    }

    private async Task<Materialbestallning> BestallningAsync(string nummer, char nyckel, int dag, (string Nummer, int Antal, int Reserverat)[] rader, CancellationToken ct)
    {
        var (karin, skola, tid) = (konton["karvik01"].Id, skolor[Demoskolor.Palett], Tid(dag, 10, 20));
        var bestallning = new Materialbestallning(
            skola.Id,
            Kvittensnummer.Skapa("CO", nummer).Text,
            new string(nyckel, 64),
            karin,
            Leveransadress.For(skola, "Karin Vik")!,
            [.. rader.Select(r => new Materialrad(skola.Id, _artiklar[r.Nummer].Id, _artiklar[r.Nummer].Benamning, r.Antal, r.Reserverat))],
            tid);
        db.Add(bestallning);
        await db.SaveChangesAsync(ct);
        Handelse(
            Acts.MaterialOrdered, bestallning, karin, tid, string.Join('\n', bestallning.Rader.Select(r => r.Radtext)));
        return bestallning;
    }

    private void Packa(Materialbestallning bestallning, long kontoId, int dag)
    {
        bestallning.Packa(Tid(dag, 13, 40));
        Handelse(Acts.MaterialPacked, bestallning, kontoId, Tid(dag, 13, 40));
    }

    private void Handelse(string act, Materialbestallning bestallning, long kontoId, DateTime tid, string? changes = null) =>
        db.Add(new AuditEvent(tid, act, AuditOutcome.Accepted)
        {
            SkolaId = bestallning.SkolaId,
            KontoId = kontoId,
            Objekt = AuditObjects.Materialbestallning,
            ObjektId = bestallning.Id,
            Changes = changes,
        });

    private DateTime Tid(int dagar, int timme, int minut) => SvenskTid.TillUtc(idag.AddDays(dagar), new TimeOnly(timme, minut));
}
