using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// Opens attestations, reminds, and lets what is not confirmed lapse. All schools, because the calendar is the same for all; one school at a
/// time, each step with its mails in one save, so that it is done once however many copies of the portal run it.
/// </summary>
public sealed class AttesteringsjobbService(NyPortalDbContext nyDb, Mejlskydd skydd, Portaladress adress, TimeProvider klocka)
{
    private const string Darfor = "attestering";

    /// <summary>A portal that was not there at the start opens no round this late; the next one comes.</summary>
    private const int OppnasSenast = 45;

    /// <returns>How many steps were taken.</returns>
    public async Task<int> BevakaAsync(CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var steg = 0;
        foreach (var skolaId in await AttOppnaAsync(idag, ct))
            steg += await UtforAsync(skolaId, null, ct) ? 1 : 0;
        foreach (var (id, skolaId) in await OppnaAsync(ct))
            steg += await UtforAsync(skolaId, id, ct) ? 1 : 0;
        return steg;
    }

    private async Task<List<long>> AttOppnaAsync(DateOnly idag, CancellationToken ct)
    {
        var start = Attestering.SenasteStart(idag);
        if (idag > start.AddDays(OppnasSenast))
            return [];

        await using var db = nyDb.NyForAlla(Darfor);
        var finns = db.Nationellt<Attestering>().Where(a => a.Start == start).Select(a => a.SkolaId);
        var tjanster = Enum.GetValues<Behorighetsslag>().Where(s => s.ArTjanst()).ToList();
        return await db.Behorigheter.Gallande(idag)
            .Where(b => b.SkolaId != null && tjanster.Contains(b.Slag) && (b.Gavs == null || b.Gavs < start))
            .Select(b => b.SkolaId!.Value)
            .Where(skolaId => !finns.Contains(skolaId))
            .Distinct()
            .ToListAsync(ct);
    }

    private async Task<List<(long Id, long SkolaId)>> OppnaAsync(CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla(Darfor);
        var oppna = await db.Nationellt<Attestering>().AsNoTracking().Where(a => a.Status == Attesteringsstatus.Oppen).OrderBy(a => a.Id).ToListAsync(ct);
        var idag = klocka.SvenskDag();
        return [.. oppna.Where(a => a.Forfallet(idag) > 0).Select(a => (a.Id, a.SkolaId))];
    }

    /// <summary>One step for one school. False when another copy came first.</summary>
    private async Task<bool> UtforAsync(long skolaId, long? rundaId, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var omfang = new Skolomfang();
        omfang.ValjSkola(skolaId);
        await using var db = nyDb.Ny(omfang);
        var audit = new AuditService(db, nyDb, new AktuellAnvandare(), klocka);
        var mejl = new MejlService(db, klocka, skydd);
        var skola = await db.Skolor.SingleAsync(s => s.Id == skolaId, ct);
        if (rundaId is null)
        {
            var ny = new Attestering(skolaId, Attestering.SenasteStart(idag), idag);
            db.Add(ny);
            audit.Add(Acts.AttestationOpened, AuditObjects.Skola, skolaId, skolaId);
            await MejlaAsync(db, mejl, skola, "Dags att gå igenom behörigheterna", Uppmaning(skola, ny), ct);
        }
        else
        {
            var runda = await db.Attesteringar.SingleAsync(a => a.Id == rundaId, ct);
            switch (runda.Forfallet(idag))
            {
                case 1 or 2:
                    runda.Paminn(idag);
                    audit.Add(Acts.AttestationReminded, AuditObjects.Skola, skolaId, skolaId);
                    await MejlaAsync(db, mejl, skola, "Påminnelse: gå igenom behörigheterna", Uppmaning(skola, runda), ct);
                    break;
                case 3:
                    await ForfallAsync(db, audit, mejl, skola, runda, idag, ct);
                    break;
                default:
                    return false;
            }
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another copy did it, or an administrator confirmed at this moment: the next waking sees what is left.
            return false;
        }
    }

    private async Task ForfallAsync(PortalDbContext db, AuditService audit, MejlService mejl, Skola skola, Attestering runda, DateOnly idag, CancellationToken ct)
    {
        var saknas = (await AttesteringService.RaderAsync(db, runda, idag, ct)).Where(r => r.Bekraftelse == Bekraftelse.Saknas).ToList();
        var ids = saknas.ConvertAll(r => r.BehorighetId);
        foreach (var behorighet in await db.Behorigheter.Where(b => ids.Contains(b.Id)).ToListAsync(ct))
            behorighet.Avsluta(klocka.UtcNu());
        foreach (var person in saknas.GroupBy(r => r.KontoId))
        {
            audit.Add(Acts.PermissionLapsed, AuditObjects.Konto, person.Key, skola.Id, changes: string.Join('\n', person.Select(r => $"Behörighet: {r.Slag.Text()} → –")));
            var epost = await db.Konton.Where(k => k.Id == person.Key).Select(k => k.Email).SingleAsync(ct);
            if (Kontouppgifter.ArEpost(epost ?? ""))
                mejl.Add(epost!, "Din behörighet i Mina tjänster har upphört", Upphord(skola, person.Select(r => r.Slag)), person.Key);
        }

        runda.Avsluta(saknas.Count == 0 ? Attesteringsstatus.Bekraftad : Attesteringsstatus.Forfallen, idag);
        audit.Add(Acts.AttestationCompleted, AuditObjects.Skola, skola.Id, skola.Id, changes: $"Upphörda behörigheter: {saknas.Count}");
        if (saknas.Count > 0)
            await MejlaAsync(db, mejl, skola, "Behörigheter som inte bekräftades har upphört", Forfallit(skola, saknas.Count), ct);
    }

    private async Task MejlaAsync(PortalDbContext db, MejlService mejl, Skola skola, string amne, string text, CancellationToken ct)
    {
        foreach (var (epost, kontoId) in await db.InnehavareAsync(Behorighetsslag.Behorighetsadministrator, skola.Id, klocka.SvenskDag(), ct))
            mejl.Add(epost, amne, text, kontoId);
    }

    private string Uppmaning(Skola skola, Attestering runda) =>
        $"""
        Hej!

        Två gånger om året går du som behörighetsadministratör igenom vilka som har behörighet för {skola.Namn} (skolkod {skola.Skolkod}). Bekräfta de behörigheter som ska finnas kvar, senast {SvenskText.Datum(runda.Forfallodag.AddDays(-1))}:
        {adress.Till("/identity-manager/attestering")}

        Behörigheter som ingen har bekräftat upphör {SvenskText.Datum(runda.Forfallodag)}.

        Det går inte att svara på det här mejlet.

        Mina tjänster, CSN
        """;

    private string Upphord(Skola skola, IEnumerable<Behorighetsslag> slag) =>
        $"""
        Hej!

        Din behörighet för {skola.Namn} (skolkod {skola.Skolkod}) har upphört, eftersom den inte bekräftades vid skolans halvårsgenomgång: {string.Join(", ", slag.Select(s => s.Text()))}.

        Behöver du den fortfarande? Kontakta skolans behörighetsadministratör.

        Mina tjänster, CSN
        """;

    private string Forfallit(Skola skola, int antal) =>
        $"""
        Hej!

        {antal} {(antal == 1 ? "behörighet" : "behörigheter")} för {skola.Namn} (skolkod {skola.Skolkod}) bekräftades inte vid halvårsgenomgången och har upphört. De som har förlorat en behörighet har fått ett mejl.

        Ska någon ha den igen? Ge den i Identity Manager, eller låt skolans behörighetsansvarig beställa den hos CSN.
        {adress.Till("/identity-manager/anvandare")}

        Mina tjänster, CSN
        """;
}
