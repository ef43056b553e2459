using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>
/// The demo läsår approved at some schools; of the next, a draft at a gymnasium and a komvux's report that waits at CSN: through the entities' verbs, each act with its
/// event.
/// </summary>
internal sealed class Demostudietider(PortalDbContext db, Demolasar lasar, IReadOnlyDictionary<string, Konto> konton, IReadOnlyDictionary<string, Skola> skolor)
{
    private const string Kontaktperson = "csnkon01";
    private const int YhPoangPerVecka = 50;

    public async Task LaggInAsync(CancellationToken ct)
    {
        await GodkandAsync(Demoskolor.SodraBerget, "annlin01", "2A3C4D5", HelaSkolan(), ct);
        await GodkandAsync(Demoskolor.Viken, "fredah01", "4D5E6F7", HelaSkolan(), ct);
        await GodkandAsync(Demoskolor.Fjallberget, "gunber01", "5E6F7G8", HelaSkolan(), ct);
        await GodkandAsync(Demoskolor.Malarstranden, "hasyil01", "6F7G8H9", await PerUtbildningAsync(Demoskolor.Malarstranden, ct), ct);

        var utkast = Rapport(Demoskolor.SodraBerget, lasar.Lasar.Nasta, 'u', NastaLasar());
        db.Add(utkast);
        await db.SaveChangesAsync(ct);
        Handelse(Acts.StudyTimesBegun, utkast, "annlin01", Tid(2));

        var vantar = Rapport(Demoskolor.Viken, lasar.Lasar.Nasta, 'v', NastaLasar());
        vantar.Skicka(Kvittensnummer.Skapa("ST", "7G8H9J2").Text, konton["fredah01"].Id, null, Tid(4));
        db.Add(vantar);
        await db.SaveChangesAsync(ct);
        Handelse(Acts.StudyTimesSent, vantar, "fredah01", Tid(4));
        await db.SaveChangesAsync(ct);
    }

    private async Task GodkandAsync(string skolkod, string av, string nummer, IReadOnlyList<(long? UtbildningId, Studietidsuppgift Uppgift)> tider, CancellationToken ct)
    {
        var rapport = Rapport(skolkod, lasar.Lasar, nummer[0], tider);
        rapport.Skicka(Kvittensnummer.Skapa("ST", nummer).Text, konton[av].Id, null, Tid(190));
        rapport.Godkann(konton[Kontaktperson].Id, Tid(184));
        foreach (var studietid in rapport.Studietider)
            studietid.Godkann();
        db.Add(rapport);
        await db.SaveChangesAsync(ct);
        Handelse(Acts.StudyTimesSent, rapport, av, Tid(190));
        Handelse(Acts.StudyTimesApproved, rapport, Kontaktperson, Tid(184));
    }

    private Studietidsrapport Rapport(string skolkod, Lasar vilket, char nyckel, IReadOnlyList<(long? UtbildningId, Studietidsuppgift Uppgift)> tider)
    {
        var skola = skolor[skolkod].Id;
        var rapport = new Studietidsrapport(skola, vilket.Startar, 1, new string(nyckel, 64), Tid(191));
        foreach (var (utbildningId, uppgift) in tider)
            rapport.LaggTill(new(skola, utbildningId, uppgift));
        return rapport;
    }

    /// <summary>Two terminer with their breaks, full time.</summary>
    private IReadOnlyList<(long? UtbildningId, Studietidsuppgift Uppgift)> HelaSkolan() =>
    [
        (null, new(new(lasar.Start, lasar.Hostslut), [Vecka(lasar.Lasar.Startar, 44)], Omfattning: 100)),
        (null, new(new(lasar.Varstart, lasar.Slut), [Vecka(lasar.Lasar.Startar + 1, 9)], Omfattning: 100)),
    ];

    private IReadOnlyList<(long? UtbildningId, Studietidsuppgift Uppgift)> NastaLasar()
    {
        var dagar = Framskrivning.Dagar(lasar.Start);
        return [.. HelaSkolan().Select(t => (t.UtbildningId, Studietidsskillnad.Framskriven(t.Uppgift, dagar).Uppgift))];
    }

    /// <summary>Each education before and after Christmas, with points for its weeks.</summary>
    private async Task<IReadOnlyList<(long? UtbildningId, Studietidsuppgift Uppgift)>> PerUtbildningAsync(string skolkod, CancellationToken ct)
    {
        var skolaId = skolor[skolkod].Id;
        var utbildningar = await db.Nationellt<Utbildning>().Where(u => u.SkolaId == skolaId).OrderBy(u => u.Id).Select(u => u.Id).ToListAsync(ct);
        Dagperiod[] perioder = [new(lasar.Start, lasar.Hostslut), new(lasar.Varstart, lasar.Slut)];
        return
        [
            .. from id in utbildningar
               from period in perioder
               select ((long?)id, new Studietidsuppgift(period, [], Studieveckor.AntalMedHelger(period) * YhPoangPerVecka)),
        ];
    }

    private static Dagperiod Vecka(int ar, int vecka)
    {
        var mandag = DateOnly.FromDateTime(System.Globalization.ISOWeek.ToDateTime(ar, vecka, DayOfWeek.Monday));
        return new(mandag, mandag.AddDays(4));
    }

    private DateTime Tid(int dagarSedan) => SvenskTid.TillUtc(lasar.Idag.AddDays(-dagarSedan), new TimeOnly(10, 20));

    private void Handelse(string act, Studietidsrapport rapport, string vem, DateTime tid) =>
        db.Add(new AuditEvent(tid, act, AuditOutcome.Accepted)
        {
            SkolaId = rapport.SkolaId,
            KontoId = konton[vem].Id,
            Objekt = AuditObjects.Studietidsrapport,
            ObjektId = rapport.Id,
        });
}
