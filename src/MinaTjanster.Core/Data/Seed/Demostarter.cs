using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studeranderapportering.Publicerat;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>
/// The starts behind the demo students' study periods: reported by each school in one sending a term, by the channel it has, and published since.
/// </summary>
internal sealed class Demostarter(PortalDbContext db, Demolasar lasar, IReadOnlyDictionary<string, Konto> konton)
{
    private readonly Slump _slump = new(20_260_817);

    /// <param name="studerande">Saved, with study periods that have begun; tracked.</param>
    public async Task LaggInAsync(Skola skola, IReadOnlyList<Studerande> studerande, CancellationToken ct)
    {
        var konto = konton[Demokonton.Alla.First(k => k.Behorigheter.Any(b => b.Skolkod == skola.Skolkod && b.Slag == Behorighetsslag.Studeranderapportering)).Anvandarnamn];
        foreach (var termin in studerande.SelectMany(s => s.Studieperioder.Select(p => (Studerande: s, Period: p))).GroupBy(p => p.Period.ForstaDag))
        {
            var dag = Dag(termin.Key);
            var skickad = SvenskTid.TillUtc(dag, new TimeOnly(9, 20));
            var sandning = new Sandning(skola.Id, Kvittensnummer.Skapa("SR", _slump.Kvittens()).Text, _slump.Hex(64), Kanal(skola.Rapporteringssatt), konto.Id, skickad, dag);
            var handelser = new List<Handelse>();
            foreach (var (elev, period) in termin)
            {
                var handelse = new Handelse(elev.Id, sandning, Uppgift(skola.Skolform, period));
                period.KommerAv(handelse, handelse.Uppgift.Kurskod, null);
                handelser.Add(handelse);
            }

            db.AddRange(handelser);
            await db.SaveChangesAsync(ct);
            db.AddRange(handelser.Select(h => new Publicering(skola.Id, h.Id, Publiceringsslag.Ny, h.Fonster, h.Fonster + PubliceringService.Marginal)));
            db.Add(new AuditEvent(skickad, Acts.HandelseSent, AuditOutcome.Accepted)
            {
                SkolaId = skola.Id,
                KontoId = konto.Id,
                Objekt = AuditObjects.Sandning,
                ObjektId = sandning.Id,
                Changes = $"{Handelseslag.BorjatStudera.Typ().Rubrik}: {handelser.Count}",
            });
            await db.SaveChangesAsync(ct);
        }

        await db.Nationellt<Handelse>().Where(h => h.SkolaId == skola.Id).ExecuteUpdateAsync(h => h.SetProperty(x => x.AttPublicera, (DateTime?)null), ct);
    }

    /// <summary>Some days into the term, which begins on a Monday, and yesterday at the latest.</summary>
    private DateOnly Dag(DateOnly start)
    {
        var dag = start.AddDays(_slump.Mellan(2, 4));
        return dag < lasar.Idag ? dag : lasar.Idag.AddDays(-1);
    }

    private static Handelseuppgift Uppgift(Skolform skolform, Studieperiod period)
    {
        var uppgift = new Handelseuppgift { Slag = Handelseslag.BorjatStudera, ForstaDag = period.ForstaDag, SistaDag = period.SistaDag, Utbildning = period.Utbildning };
        return skolform switch
        {
            Skolform.Gymnasieskola => uppgift with { Utbildning = null, Arskurs = period.Arskurs, Studievagskod = period.Studievagskod },
            Skolform.Folkhogskola => uppgift with { Omfattning = period.Omfattning, Kurskod = Demoutbildningar.Inriktning(period.Utbildning) },
            Skolform.Yrkeshogskola => uppgift with { PoangTiondelar = Studietider.Studieveckor.Antal(new(period.ForstaDag, period.SistaDag)) * YhPoangPerVecka },
            Skolform.KonstOchKultur => uppgift with { Omfattning = period.Omfattning, Avdelning = period.Avdelning },
            _ => uppgift with { Omfattning = period.Omfattning },
        };
    }

    /// <summary>In tenths.</summary>
    private const int YhPoangPerVecka = 50;

    private static Sandningskanal Kanal(Rapporteringssatt satt) => satt switch
    {
        Rapporteringssatt.Fil => Sandningskanal.Fil,
        Rapporteringssatt.Ladok => Sandningskanal.Ladok,
        _ => Sandningskanal.Skarm,
    };
}
