using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>
/// What some schools are late with, at different steps of the reminders, so that each view of CSN's list has something to show; and that the silent school has been asked once. After the
/// history, in its transaction.
/// </summary>
internal sealed class Demoforseningar(PortalDbContext db, DateOnly idag, Slump slump, long handlaggare, long kontaktperson)
{
    /// <summary>The days after a last day on which the first and the second reminder went, and the contact person was told, as the settings are.</summary>
    private static readonly (Paminnelsesteg Steg, int Dagar)[] Stegen = [(Paminnelsesteg.Forsta, 7), (Paminnelsesteg.Andra, 21), (Paminnelsesteg.Kontaktperson, 35)];

    /// <summary>An underlag whose last day passed so many days ago, or an answer to CSN's question.</summary>
    private static readonly (string Skola, bool Underlag, int Dagar)[] Sena =
    [
        ("Rönnbackens gymnasium", true, 4),
        ("Havsviks gymnasium", true, 12),
        ("Ekdungens gymnasium", false, 25),
        ("Kvarnforsens gymnasium", true, 40),
        ("Kvarnforsens gymnasium", false, 15),
        ("Norra Hamnens gymnasium", false, 9),
    ];

    public async Task LaggInAsync(string tystSkolkod, CancellationToken ct)
    {
        foreach (var (namn, underlag, dagar) in Sena)
            await SenAsync(namn, underlag, dagar, ct);

        var tyst = (await db.Skolor.SingleAsync(s => s.Skolkod == tystSkolkod, ct)).Id;
        var forra = new DateOnly(idag.Year, idag.Month, 1).AddDays(-12);
        db.Add(new Fristpaminnelse(tyst, Paminnelsesteg.Tyst, $"{forra:yyyy-MM}", 0, 1, handlaggare, SvenskTid.TillUtc(forra, new(10, 0))));

        // The schools of the form have had their time to answer, and the one of demo.md has not.
        db.Add(new Rapporteringsomgang(
            new(Studietider.Lasar.For(idag).Startar, [Skolform.KonstOchKultur], idag.AddDays(-60), idag.AddDays(-15), []), kontaktperson, SvenskTid.TillUtc(idag.AddDays(-70), new(10, 0))));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task SenAsync(string namn, bool underlag, int dagar, CancellationToken ct)
    {
        var skola = (await db.Skolor.SingleAsync(s => s.Namn == namn, ct)).Id;
        var senast = idag.AddDays(-dagar);
        var dag = underlag ? senast.AddMonths(-2) : senast.AddDays(-35);
        var elev = await db.Nationellt<Studerande>()
            .Where(s => s.SkolaId == skola && s.Skydd == Personskydd.Inget && !db.Nationellt<Skolkrapport>().Any(r => r.StuderandeId == s.Id && r.Rapportdag >= dag.AddMonths(-4)))
            .OrderBy(s => s.Id).Select(s => s.Id).FirstAsync(ct);
        var rapportor = await db.Nationellt<Skolkrapport>().Where(r => r.SkolaId == skola).OrderByDescending(r => r.Id).Select(r => r.SkickadAvKontoId).FirstAsync(ct);
        var skickad = SvenskTid.TillUtc(dag, new(9, slump.Tal(50)));
        var uppgift = new Skolkuppgift(dag.AddDays(-32), null, slump.Mellan(50, 200) * 6, slump.Mellan(3, 11), false);
        var rapport = new Skolkrapport(skola, elev, uppgift, Kvittens("SK"), slump.Hex(32), rapportor, skickad, dag);
        var arende = new Arende(skola, rapport, skickad);
        arende.BeslutaStopp(skickad);
        db.Add(arende);
        await db.SaveChangesAsync(ct);
        arende.SkickaBreven(handlaggare, slump.Hex(32), SvenskTid.TillUtc(dag.AddDays(3), new(9, 0)));
        if (!underlag)
            Fraga(arende, rapport, dag.AddDays(14), senast);
        var plikt = underlag ? $"underlag-{rapport.Id}" : $"komplettering-{rapport.Id}-{senast:yyyyMMdd}";
        db.AddRange(Stegen.Where(s => s.Dagar <= dagar).Select(s => new Fristpaminnelse(skola, s.Steg, plikt, 1, 1, null, SvenskTid.TillUtc(senast.AddDays(s.Dagar), new(6, 0)))));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>The underlag came, and CSN asked for more a week later.</summary>
    private void Fraga(Arende arende, Skolkrapport rapport, DateOnly kom, DateOnly senast)
    {
        var (tid, fragad) = (SvenskTid.TillUtc(kom, new(13, 0)), SvenskTid.TillUtc(kom.AddDays(7), new(10, 0)));
        var underlag = new Franvarounderlag(arende.SkolaId, rapport.Id, Ankomstsatt.Papper, slump.Hex(32), handlaggare, tid);
        underlag.Ange(new Underlagsuppgift(rapport.ForstaDag, kom.AddDays(-10), rapport.OgiltigMinuter!.Value, rapport.Tillfallen!.Value, 9_000, ForstaDagensFranvaro.Ja), forklaring: null);
        underlag.Skicka(Kvittens("UL"), handlaggare, tid, kom, 2);
        db.Add(underlag);
        arende.TaEmotUnderlag(tid);
        arende.Ta(handlaggare, fragad);
        arende.BegarKomplettering(
            handlaggare, new Komplettering(arende.SkolaId, Kompletteringsorsak.ForKortPeriod, "Skicka ett underlag som täcker tiden fram till den dag ni skickar det.", handlaggare, fragad, senast), fragad);
    }

    private string Kvittens(string prefix) => Kvittensnummer.Skapa(prefix, slump.Kvittens()).Text;
}
