using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>
/// One order that waits at CSN and one that is decided, one letter to print, and whom the contact person answers for (demo.md): through the
/// entities' verbs, each act with its event.
/// </summary>
internal sealed class Demobestallningar(
    PortalDbContext db, DateOnly idag, IReadOnlyDictionary<string, Konto> konton, IReadOnlyDictionary<string, Skola> skolor)
{
    private const string Handlaggare = "csnbeh01";

    public async Task LaggInAsync(CancellationToken ct)
    {
        foreach (var skolkod in new[] { Demoskolor.SodraBerget, Demoskolor.NorraHamnen })
            db.Add(new Kontaktansvar(konton["csnkon01"].Id, skolor[skolkod].Id));

        var viken = skolor[Demoskolor.Viken];
        await BestallningAsync(
            viken,
            konton["oskwik01"],
            "2A3C4D5",
            new string('a', 64),
            idag.AddDays(-2),
            new Bestallningsuppgift(Bestallningsradslag.NyRapportor, new Kontouppgifter("Wilma Öberg", "wilma.oberg@viken.example", "070-174 06 80", null)),
            ct);
        var avgjord = await BestallningAsync(
            skolor[Demoskolor.Fjallberget],
            konton["pialar01"],
            "3C5D7F9",
            new string('b', 64),
            idag.AddDays(-20),
            new Bestallningsuppgift(Bestallningsradslag.NyRapportor, KontoId: konton["gunber01"].Id),
            ct);
        var beslutad = Tid(idag.AddDays(-18), 13, 15);
        avgjord.Godkann(avgjord.Rader[0], konton[Handlaggare].Id, konton["gunber01"].Id, beslutad);
        Handelse(Acts.OrderRowApproved, avgjord, konton[Handlaggare].Id, beslutad);
        db.Add(new Kontobrev(viken.Id, konton[Demokonton.Nyanstalld].Id, Tid(idag.AddDays(-1), 14, 20)));
        await db.SaveChangesAsync(ct);
    }

    private async Task<Behorighetsbestallning> BestallningAsync(
        Skola skola, Konto bestallare, string nummer, string nyckel, DateOnly dag, Bestallningsuppgift uppgift, CancellationToken ct)
    {
        var (paborjad, skickad) = (Tid(dag, 9, 30), Tid(dag, 9, 40));
        var bestallning = new Behorighetsbestallning(skola.Id, bestallare.Id, nyckel, paborjad);
        bestallning.LaggTill(new Bestallningsrad(skola.Id, uppgift));
        bestallning.Skicka(Kvittensnummer.Skapa("BB", nummer).Text, bestallare.Id, skickad);
        db.Add(bestallning);
        await db.SaveChangesAsync(ct);
        Handelse(Acts.OrderSent, bestallning, bestallare.Id, skickad);
        return bestallning;
    }

    private void Handelse(string act, Behorighetsbestallning bestallning, long kontoId, DateTime tid) =>
        db.Add(new AuditEvent(tid, act, AuditOutcome.Accepted)
        {
            SkolaId = bestallning.SkolaId,
            KontoId = kontoId,
            Objekt = AuditObjects.Behorighetsbestallning,
            ObjektId = bestallning.Id,
        });

    private static DateTime Tid(DateOnly dag, int timme, int minut) => SvenskTid.TillUtc(dag, new TimeOnly(timme, minut));
}
