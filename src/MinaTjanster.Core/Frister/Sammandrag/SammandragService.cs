using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Frister.Sammandrag;

/// <summary>
/// Mails people about their duties as they have chosen. All schools, because a person may report for several; one person at a time, the mail and the row that says
/// so in one save, so that nobody is told twice however many copies of the portal send, or are restarted in the middle.
/// </summary>
public sealed class SammandragService(NyPortalDbContext nyDb, FristQuery frister, Fristinstallning installning, Mejlskydd skydd, Portaladress adress, TimeProvider klocka, ILogger<SammandragService> logg)
{
    private const string Darfor = "sammandrag";

    /// <summary>Days of rules that a mail may tell of.</summary>
    private const int DagarFramat = 31;

    /// <returns>How many mails were made by this copy.</returns>
    public async Task<int> SkickaAsync(CancellationToken ct)
    {
        if (PaminnelseService.ArForTidigt(klocka))
            return 0;

        var idag = klocka.SvenskDag();
        var antal = 0;
        foreach (var (kontoId, takt) in await KvarAsync(idag, ct))
        {
            try
            {
                antal += await SkickaAsync(kontoId, takt, idag, ct) ? 1 : 0;
            }
            catch (Exception fel) when (fel is not OperationCanceledException)
            {
                // One person's fault is not the next one's: it is tried again at the next run.
                logg.LogError(fel, "Sammandraget till konto {Konto} kunde inte göras", kontoId);
            }
        }

        return antal;
    }

    /// <summary>Those whose day is not done with; that of those who are told at once never is.</summary>
    private async Task<List<(long KontoId, Sammandragstakt Takt)>> KvarAsync(DateOnly idag, CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla(Darfor);
        var veckans = idag.DayOfWeek == DayOfWeek.Monday;
        var rader = await db.Fristval.AsNoTracking()
            .Where(v => v.Takt == Sammandragstakt.Genast || v.Takt == Sammandragstakt.Dagligen || (veckans && v.Takt == Sammandragstakt.Veckovis))
            .Where(v => v.Takt == Sammandragstakt.Genast || !db.Fristmejl.Any(m => m.KontoId == v.KontoId && m.Dag == idag))
            .OrderBy(v => v.KontoId)
            .Select(v => new { v.KontoId, v.Takt })
            .ToListAsync(ct);
        List<(long KontoId, Sammandragstakt Takt)> kvar = rader.ConvertAll(r => (r.KontoId, r.Takt));
        if (Fristmotor.ArAvlasningstid(idag, installning))
            kvar.AddRange((await AvlasareAsync(db, idag, ct)).Select(k => (k, Sammandragstakt.Manadsvis)));
        return kvar;
    }

    /// <summary>Those who report students somewhere and have chosen mid-month, or nothing. The engine knows at whose schools absence is to be read off.</summary>
    private static Task<List<long>> AvlasareAsync(PortalDbContext db, DateOnly idag, CancellationToken ct) =>
        db.Behorigheter.AsNoTracking().Gallande(idag)
            .Where(b => b.Slag == Behorighetsslag.Studeranderapportering
                && !db.Fristval.Any(v => v.KontoId == b.KontoId && v.Takt != Sammandragstakt.Manadsvis)
                && !db.Fristmejl.Any(m => m.KontoId == b.KontoId && m.Dag == idag))
            .Select(b => b.KontoId)
            .Distinct()
            .OrderBy(k => k)
            .ToListAsync(ct);

    /// <summary>One person. False when there is nothing to tell, or another copy came first.</summary>
    private async Task<bool> SkickaAsync(long kontoId, Sammandragstakt takt, DateOnly idag, CancellationToken ct)
    {
        List<(Skolval Skola, IReadOnlyList<Plikt> Plikter)> skolor = [];
        foreach (var innehav in await frister.InnehavAsync(kontoId, ct))
            skolor.Add((innehav.Skola, [.. (await frister.ForAsync(innehav, new(idag, idag.AddDays(DagarFramat)), ct)).Where(p => p.ArAktuell(idag) && (takt != Sammandragstakt.Manadsvis || p.Slag == Fristslag.Franvaroavlasning))]));

        await using var db = nyDb.NyForAlla(Darfor);
        List<string> nya = [];
        Fristmejl? dagens = null;
        if (takt is Sammandragstakt.Genast or Sammandragstakt.Manadsvis)
        {
            var nycklar = skolor.SelectMany(s => s.Plikter).Select(Fristnotis.For).ToList();
            var sagda = (await db.Fristnotiser.Where(n => n.KontoId == kontoId).Select(n => n.Nyckel).ToListAsync(ct)).ToHashSet();
            nya = nycklar.FindAll(n => !sagda.Contains(n));
            if (nya.Count == 0 && takt == Sammandragstakt.Genast)
                return false;

            skolor = skolor.ConvertAll(s => (s.Skola, (IReadOnlyList<Plikt>)[.. s.Plikter.Where(p => !sagda.Contains(Fristnotis.For(p)))]));
            db.AddRange(nya.Select(n => new Fristnotis(kontoId, n, idag)));
            dagens = await db.Fristmejl.AsTracking().SingleOrDefaultAsync(m => m.KontoId == kontoId && m.Dag == idag, ct);
        }

        var antal = skolor.Sum(s => s.Plikter.Count);
        var epost = antal == 0 ? null : await db.Konton.Where(k => k.Id == kontoId).Select(k => k.Email).SingleOrDefaultAsync(ct);
        var mejlas = epost is not null && Kontouppgifter.ArEpost(epost);
        if (mejlas)
            new MejlService(db, klocka, skydd).Add(epost!, Sammandragsmejl.Amne(skolor.SelectMany(s => s.Plikter), idag), Sammandragsmejl.Text(skolor, takt, idag, adress), kontoId);
        if (dagens is null)
            db.Add(new Fristmejl(kontoId, idag, mejlas ? antal : 0));
        else
            dagens.LaggTill(mejlas ? antal : 0);
        var utfall = await db.SparaEnGangAsync(
            async () =>
            {
                await using var efter = nyDb.NyForAlla(Darfor);
                return nya.Count == 0
                    ? await efter.Fristmejl.AnyAsync(m => m.KontoId == kontoId && m.Dag == idag, ct)
                    : await efter.Fristnotiser.AnyAsync(n => n.KontoId == kontoId && nya.Contains(n.Nyckel), ct);
            },
            fel => logg.LogWarning(fel, "Sammandraget till konto {Konto} kunde inte sparas, och försöks igen", kontoId),
            ct);
        return mejlas && utfall == Sparutfall.Sparat;
    }
}
