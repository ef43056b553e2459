using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>
/// A year and a quarter of reports in Development, at the two gymnasieskolor of demo.md and at eight more to compare them with, so that what is drawn over time has something
/// to draw, and a handful of what is late. Apart from <see cref="Demodata"/>, which tests count. Deterministic; all in one transaction; a second time changes nothing.
/// </summary>
public sealed class Demohistorik(NyPortalDbContext nyDb, TimeProvider klocka)
{
    private const int AntalManader = 15;

    /// <summary>The schools of demo.md have cases of their own in the latest months.</summary>
    private const int EgnaManader = 4;

    private const int Elever = 45;

    /// <summary>With how many days more than the shortest each school reports, and how often in a month. The last has fallen silent.</summary>
    private static readonly (string Namn, string Ort, int Sen, int PerManad)[] Grannar =
    [
        ("Strömviks gymnasium", "Härnösand", 2, 5),
        ("Ljungåsens gymnasium", "Skövde", 6, 4),
        ("Rönnbackens gymnasium", "Karlskoga", 9, 4),
        ("Havsviks gymnasium", "Varberg", 12, 3),
        ("Ekdungens gymnasium", "Katrineholm", 15, 4),
        ("Vintersjöns gymnasium", "Kiruna", 19, 3),
        ("Kvarnforsens gymnasium", "Skellefteå", 24, 4),
        ("Björkhults gymnasium", "Vetlanda", 8, 3),
    ];

    private readonly Slump _slump = new(7_2026);

    /// <summary>Its own, so that what is reported stays as it is.</summary>
    private readonly Slump _kontrollslump = new(53);

    /// <summary>Who checks some of the outcomes.</summary>
    private long _kollega;

    /// <summary>What needs the reports' keys, and so waits until they are saved.</summary>
    private readonly List<Action> _sedan = [];

    /// <returns>True when it was added.</returns>
    public async Task<bool> SeedaAsync(CancellationToken ct = default)
    {
        await using var db = nyDb.NyForAlla("demohistorik");
        return !await db.Skolor.AnyAsync(s => s.Skolkod == Skolkod(0), ct)
            && await db.Konton.AnyAsync(k => k.UserName == "csnsky01", ct)
            && await db.ITransaktionAsync(() => LaggInAsync(db, ct), ct);
    }

    /// <summary>Adds it in the caller's transaction.</summary>
    public async Task<bool> LaggInAsync(PortalDbContext db, CancellationToken ct)
    {
        var lasar = new Demolasar(klocka.SvenskDag());
        var stig = (await db.Konton.SingleAsync(k => k.UserName == "csnsky01", ct)).Id;
        _kollega = (await db.Konton.SingleAsync(k => k.UserName == "csngra01", ct)).Id;
        var upptagna = (await db.Nationellt<Studerande>().Select(s => s.Personnummer).ToListAsync(ct)).Select(p => p.Varde).ToHashSet();
        foreach (var (skolkod, rapportor, sen) in new[] { (Demoskolor.SodraBerget, "annlin01", 11), (Demoskolor.NorraHamnen, "davabd01", 5) })
        {
            var skola = await db.Skolor.SingleAsync(s => s.Skolkod == skolkod, ct);
            var konto = await db.Konton.SingleAsync(k => k.UserName == rapportor, ct);
            var elever = await db.Nationellt<Studerande>()
                .Where(s => s.SkolaId == skola.Id && s.Skydd == Personskydd.Inget && !db.Nationellt<Skolkrapport>().Any(r => r.StuderandeId == s.Id)).OrderBy(s => s.Id).Skip(4).ToListAsync(ct);
            Rapporter(db, skola.Id, konto.Id, stig, elever, sen, 3, EgnaManader, lasar);
            await SparaAsync(db, ct);
        }

        foreach (var (nummer, granne) in Grannar.Index())
        {
            var skola = new Skola(Skolkod(nummer), granne.Namn, granne.Ort, Skolform.Gymnasieskola, Rapporteringssatt.Manuellt);
            var konto = new Konto($"granne{nummer + 1:00}", $"{_slump.Ur(Demonamn.Fornamn)} {_slump.Ur(Demonamn.Efternamn)}", $"rapportor@granne{nummer + 1}.example", $"070-174 06 {60 + nummer}");
            skola.SattAdress($"Skolgatan {nummer + 1}", $"{10_100 + nummer}");
            db.AddRange(skola, konto);
            await db.SaveChangesAsync(ct);
            var elever = new Demostuderande(skola, lasar, upptagna).Skapa(Elever);
            db.AddRange(elever);
            db.Add(new Behorighet(konto.Id, skola.Id, Behorighetsslag.Studeranderapportering));
            db.Add(new Skolanvandare(skola.Id, konto.Id, klocka.UtcNu(), skapadAvKontoId: null));
            await db.SaveChangesAsync(ct);
            Rapporter(db, skola.Id, konto.Id, stig, elever, granne.Sen, granne.PerManad, nummer == Grannar.Length - 1 ? 5 : 0, lasar);
            await SparaAsync(db, ct);
        }

        var kristina = (await db.Konton.SingleAsync(k => k.UserName == "csnkon01", ct)).Id;
        await new Demoforseningar(db, lasar.Idag, _slump, stig, kristina).LaggInAsync(Skolkod(Grannar.Length - 1), ct);
        return true;
    }

    private static string Skolkod(int nummer) => $"2100000{nummer + 1}";

    private async Task SparaAsync(PortalDbContext db, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        _sedan.ForEach(gor => gor());
        _sedan.Clear();
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private void Rapporter(PortalDbContext db, long skolaId, long rapportor, long handlaggare, IReadOnlyList<Studerande> elever, int sen, int perManad, int utanSenaste, Demolasar lasar)
    {
        var nasta = 0;
        var denna = new DateOnly(lasar.Idag.Year, lasar.Idag.Month, 1);
        for (var bakat = AntalManader; bakat >= utanSenaste; bakat--)
        {
            var manad = denna.AddMonths(-bakat);
            if (manad.Month is 7 or 8)
                continue;

            for (var i = _slump.Mellan(perManad - 1, perManad + 1); i > 0; i--)
            {
                // Four in five by the 22nd; later the later the school.
                var rapport = Vardag(manad.AddDays(_slump.Tal(100) < 90 - sen ? _slump.Mellan(2, 19) : _slump.Mellan(23, 26)));
                if (rapport < lasar.Idag)
                    Rapport(db, new(skolaId, elever[nasta++ % elever.Count].Id, rapportor, handlaggare, Vardag(rapport.AddDays(-30 - sen - _slump.Tal(14))), rapport), lasar.Idag);
            }
        }
    }

    private sealed record Fall(long SkolaId, long StuderandeId, long Rapportor, long Handlaggare, DateOnly Forsta, DateOnly Rapport);

    private void Rapport(PortalDbContext db, Fall fall, DateOnly idag)
    {
        var skickad = Tid(fall.Rapport, 9);
        var uppgift = new Skolkuppgift(fall.Forsta, null, _slump.Mellan(50, 200) * 6, _slump.Mellan(3, 11), false);
        var rapport = new Skolkrapport(fall.SkolaId, fall.StuderandeId, uppgift, Kvittens("SK"), _slump.Hex(32), fall.Rapportor, skickad, fall.Rapport);
        var arende = new Arende(fall.SkolaId, rapport, skickad);
        arende.BeslutaStopp(skickad);
        db.Add(arende);
        var underlagsdag = Vardag(fall.Rapport.AddDays(_slump.Mellan(8, 42)));
        var beslut = underlagsdag.AddDays(_slump.Mellan(3, 10));
        var kompletteras = _slump.Tal(100) < 15;
        var stangt = beslut.AddDays(30);
        if (stangt >= idag)
        {
            // Of what is recent some have sent their underlag, which is in the queue; the rest has time left.
            if (underlagsdag < idag && _slump.Tal(2) == 0)
                TaEmot(db, fall, rapport, arende, underlagsdag);
            // What is older has been posted; the rest is in the print queue.
            arende.SkickaBreven(fall.Handlaggare, $"{fall.StuderandeId:x32}", SvenskTid.TillUtc(idag.AddDays(-7), new TimeOnly(9, 0)));
            return;
        }

        var (fore, tillbaka) = (rapport.Uppgift, fall.Rapport.AddDays(6));
        rapport.Avsluta(tillbaka);
        arende.BeslutaEfterAndring(fore, Seedbeslut.Avrakning(rapport), Tid(tillbaka.AddDays(1), 10));
        TaEmot(db, fall, rapport, arende, underlagsdag);
        if (_slump.Tal(100) < 8)
        {
            _sedan.Add(() => db.Add(new AuditEvent(Tid(tillbaka, 14), Acts.SkolkrapportChanged, AuditOutcome.Accepted)
            {
                SkolaId = fall.SkolaId,
                KontoId = fall.Rapportor,
                Objekt = AuditObjects.Skolkrapport,
                ObjektId = rapport.Id,
                Changes = $"Tillfällen: {rapport.Tillfallen} → {rapport.Tillfallen + 1}",
            }));
        }

        arende.Ta(fall.Handlaggare, Tid(beslut, 8));
        if (kompletteras)
        {
            arende.BegarKomplettering(
                fall.Handlaggare,
                new Komplettering(fall.SkolaId, Kompletteringsorsak.ForKortPeriod, "Skicka ett underlag som täcker tiden fram till den dag ni skickar det.", fall.Handlaggare, Tid(beslut, 11), beslut.AddDays(14)),
                Tid(beslut, 11));
            TaEmot(db, fall, rapport, arende, beslut.AddDays(_slump.Mellan(2, 8)));
        }

        arende.Godkann(fall.Handlaggare, Tid(stangt.AddDays(-18), 13));
        arende.AvslutaMedBeslut(fall.Handlaggare, Tid(stangt, 15), Kontroll(nyss: stangt >= idag.AddDays(-6)));
        arende.SkickaBreven(fall.Handlaggare, _slump.Hex(32), Tid(idag.AddDays(-1), 9));
    }

    /// <summary>One in ten outcomes is drawn, and every sixth of those is sent back first; of the latest half are drawn, and wait.</summary>
    private Seedkontroll Kontroll(bool nyss)
    {
        var dras = _kontrollslump.Tal(100) < (nyss ? 50 : 10);
        return new(_kollega, dras, nyss, _kontrollslump.Tal(6) == 0 ? _kontrollslump.Ur(Fyraogontexter.Valbara) : null);
    }

    private void TaEmot(PortalDbContext db, Fall fall, Skolkrapport rapport, Arende arende, DateOnly dag)
    {
        var tid = Tid(dag, 13);
        arende.TaEmotUnderlag(tid);
        _sedan.Add(() => db.Add(Underlag(fall, rapport, dag, tid)));
    }

    private Franvarounderlag Underlag(Fall fall, Skolkrapport rapport, DateOnly dag, DateTime tid)
    {
        var underlag = new Franvarounderlag(fall.SkolaId, rapport.Id, Ankomstsatt.Papper, _slump.Hex(32), fall.Handlaggare, tid);
        underlag.Ange(new Underlagsuppgift(fall.Forsta, dag, rapport.OgiltigMinuter!.Value, rapport.Tillfallen!.Value, 9_000, ForstaDagensFranvaro.Ja), forklaring: null);
        underlag.Skicka(Kvittens("UL"), fall.Handlaggare, tid, dag, 2);
        return underlag;
    }

    private static DateOnly Vardag(DateOnly dag)
    {
        while (Helgdagar.ArVeckoslutEllerHelgdag(dag))
            dag = dag.AddDays(-1);
        return dag;
    }

    private DateTime Tid(DateOnly dag, int timme) => SvenskTid.TillUtc(dag, new TimeOnly(timme, _slump.Tal(50)));

    private string Kvittens(string prefix) => Kvittensnummer.Skapa(prefix, _slump.Kvittens()).Text;
}
