using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Omgangar;

/// <summary>
/// Mails the reminders of rounds whose day has come, to the reporters of the schools that have not reported. All schools, because the rounds are the
/// same for all; one school at a time, its mails and the row that says so in one save, so that no school gets a reminder twice, however many copies send.
/// A school whose save fails is tried again at each waking, until the day of a later reminder or too long after the last day: then that reminder is passed over.
/// </summary>
public sealed class PaminnelseService(NyPortalDbContext nyDb, Mejlskydd skydd, Portaladress adress, TimeProvider klocka, ILogger<PaminnelseService> logg)
{
    private const string Darfor = "påminnelser";

    /// <summary>Nobody is mailed at midnight: the hour from which a day's reminder goes out [V], Swedish time.</summary>
    private const int Tidigast = 6;

    /// <summary>The hour has not come: what is due today goes out when it does.</summary>
    public static bool ArForTidigt(TimeProvider klocka) => klocka.UtcNu().SvenskTidpunkt().Hour < Tidigast;

    /// <returns>How many schools were reminded by this copy.</returns>
    public async Task<int> SkickaForfallnaAsync(CancellationToken ct)
    {
        var idag = ArForTidigt(klocka) ? klocka.SvenskDag().AddDays(-1) : klocka.SvenskDag();
        var antal = 0;
        foreach (var (omgang, paminnelse) in await ForfallnaAsync(idag, ct))
        {
            // After days at a standstill the latest day alone is reminded of; nothing long after the round is over, or of a day before it opened, when that has been moved.
            var inaktuell = paminnelse.Dag < omgang.Oppnar || omgang.Paminnelser.Any(p => p.Dag > paminnelse.Dag && p.Dag <= idag) || idag > omgang.SistaDag.AddDays(Omgangsregel.EfterSistaDag);
            foreach (var skolaId in inaktuell ? [] : await AttPaminnaAsync(omgang, paminnelse.Id, ct))
                antal += await PaminnAsync(skolaId, omgang, paminnelse.Id, ct) ? 1 : 0;

            // A school that could not be saved is tried again at the next waking.
            if (inaktuell || (await AttPaminnaAsync(omgang, paminnelse.Id, ct)).Count == 0)
                await KlarAsync(paminnelse.Id, inaktuell ? Paminnelsestatus.Overhoppad : Paminnelsestatus.Skickad, ct);
        }

        return antal;
    }

    private async Task<List<(Rapporteringsomgang Omgang, Omgangspaminnelse Paminnelse)>> ForfallnaAsync(DateOnly idag, CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla(Darfor);
        var omgangar = await db.Rapporteringsomgangar.AsNoTracking().Include(o => o.Paminnelser)
            .Where(o => o.Status == Omgangsstatus.Galler && o.Oppnar <= idag && o.Paminnelser.Any(p => p.Status == Paminnelsestatus.Vantar && p.Dag <= idag))
            .OrderBy(o => o.Id).ToListAsync(ct);
        return [.. omgangar.SelectMany(o => o.Paminnelser.Where(p => p.Status == Paminnelsestatus.Vantar && p.Dag <= idag).OrderBy(p => p.Dag).Select(p => (o, p)))];
    }

    private async Task<List<long>> AttPaminnaAsync(Rapporteringsomgang omgang, long paminnelseId, CancellationToken ct)
    {
        var former = omgang.Skolformer.ToList();
        await using var db = nyDb.NyForAlla(Darfor);
        var rapporterade = db.Nationellt<Rapporter.Studietidsrapport>().Where(r => r.Lasar == omgang.Lasar).Where(Omgangslagen.Inskickad).Select(r => r.SkolaId);
        var paminda = db.Nationellt<Omgangsutskick>().Where(u => u.OmgangspaminnelseId == paminnelseId).Select(u => u.SkolaId);
        return await db.Skolor.Where(s => former.Contains(s.Skolform) && !rapporterade.Contains(s.Id) && !paminda.Contains(s.Id)).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(ct);
    }

    /// <summary>One school. False when it has reported meanwhile, the round has been called off, or another copy came first.</summary>
    private async Task<bool> PaminnAsync(long skolaId, Rapporteringsomgang omgang, long paminnelseId, CancellationToken ct)
    {
        var omfang = new Skolomfang();
        omfang.ValjSkola(skolaId);
        await using var db = nyDb.Ny(omfang);
        if (!await db.Rapporteringsomgangar.AnyAsync(o => o.Id == omgang.Id && o.Status == Omgangsstatus.Galler, ct)
            || await db.Studietidsrapporter.Where(r => r.Lasar == omgang.Lasar).Where(Omgangslagen.Inskickad).AnyAsync(ct))
            return false;

        var skola = await db.Skolor.SingleAsync(s => s.Id == skolaId, ct);
        var arAter = await db.Studietidsrapporter.AnyAsync(r => r.Lasar == omgang.Lasar && r.Status == Rapporter.Rapportstatus.Ater, ct);
        var mottagare = await MottagareAsync(db, skolaId, ct);
        var mejl = new MejlService(db, klocka, skydd);
        foreach (var (epost, kontoId) in mottagare)
            mejl.Add(epost, $"Påminnelse: rapportera studietiderna för {omgang.Lasaret}", Text(skola, omgang, arAter), kontoId);
        db.Add(new Omgangsutskick(skolaId, paminnelseId, mottagare.Count, klocka.UtcNu()));
        new AuditService(db, nyDb, new AktuellAnvandare(), klocka).Add(Acts.RoundReminded, AuditObjects.Skola, skolaId, skolaId, changes: $"Läsår: {omgang.Lasaret}\nMottagare: {mottagare.Count}");
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException fel)
        {
            await using var efter = nyDb.Ny(omfang);
            if (!await efter.Set<Omgangsutskick>().AnyAsync(u => u.OmgangspaminnelseId == paminnelseId, ct))
                logg.LogWarning(fel, "Påminnelse {Paminnelse} till skola {Skola} kunde inte sparas, och försöks igen", paminnelseId, skolaId);
            // Else another copy did it.
            return false;
        }
    }

    /// <summary>Those who report studietider; where there is nobody, those who can give somebody the behörighet.</summary>
    private async Task<IReadOnlyList<(string Epost, long KontoId)>> MottagareAsync(PortalDbContext db, long skolaId, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var rapportorer = await db.InnehavareAsync(Behorighetsslag.StudietiderUtbildningar, skolaId, idag, ct);
        return rapportorer.Count > 0 ? rapportorer : await db.InnehavareAsync(Behorighetsslag.Behorighetsadministrator, skolaId, idag, ct);
    }

    private async Task KlarAsync(long paminnelseId, Paminnelsestatus status, CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla(Darfor);
        if (await db.Omgangspaminnelser.AsTracking().SingleOrDefaultAsync(p => p.Id == paminnelseId && p.Status == Paminnelsestatus.Vantar, ct) is not { } rad)
            return;

        rad.Klar(status);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another copy did it, or CSN has called the round off.
        }
    }

    private string Text(Skola skola, Rapporteringsomgang omgang, bool arAter) =>
        $"""
        Hej!

        {skola.Namn} (skolkod {skola.Skolkod}) {(arAter ? $"har fått tillbaka studietiderna för läsåret {omgang.Lasaret} för komplettering" : $"har inte skickat in studietiderna för läsåret {omgang.Lasaret}")}. {(omgang.SistaDag >= klocka.SvenskDag() ? $"Skicka in dem senast {SvenskText.Datum(omgang.SistaDag)}." : $"Sista dag var {SvenskText.Datum(omgang.SistaDag)}. Skicka in dem så snart du kan.")} De studerande väljer bland studietiderna när de söker studiestöd.
        {adress.Till($"/studietider/{omgang.Lasaret.Adress}")}

        Är något oklart? Under Kontakta CSN i Mina tjänster står skolans kontaktperson.

        Det går inte att svara på det här mejlet.

        Mina tjänster, CSN
        """;
}
