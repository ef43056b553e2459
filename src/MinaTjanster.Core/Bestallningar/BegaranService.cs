using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Bestallningar;

/// <summary>A request that waits, as its decider sees it.</summary>
public sealed record Begaranrad(long Id, int Version, string Namn, string Anvandarnamn, Behorighetsslag Slag, string Skal, DateTime Skickad, string Skola, string Skolkod, bool ArEgen);

/// <summary>One's own request, with what became of it.</summary>
public sealed record EgenBegaran(Behorighetsslag Slag, DateTime Skickad, Begaranstatus Status, string? Avslagsskal, DateTime? Avgjord);

/// <summary>
/// A user of a school asks for a service there with a reason; whoever the table names decides: the school's behörighetsadministratör, the
/// behörighetsansvarig (whose yes is an order to CSN), or blankettservice. Nobody decides their own. Null answers: no such request within reach.
/// </summary>
public sealed class BegaranService(
    PortalDbContext db,
    AktuellAnvandare anvandare,
    BehorighetService behorigheter,
    BestallningService bestallningar,
    AuditService audit,
    MejlService mejl,
    Portaladress adress,
    TimeProvider klocka)
{
    private static readonly Behorighetsslag[] Tjanster = [.. Behorighetsadministration.Skolslag.Where(s => s.ArTjanst())];

    /// <summary>The services that the signed-in person lacks at the active school, and may ask for.</summary>
    public IReadOnlyList<Behorighetsslag> Saknade() => [.. Tjanster.Where(s => !anvandare.Innehar(s))];

    public async Task<Skola> SkolaAsync(CancellationToken ct)
    {
        var id = anvandare.AktivSkola!.Id;
        return await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == id, ct);
    }

    public Task<List<EgenBegaran>> EgnaAsync(CancellationToken ct)
    {
        var kontoId = anvandare.KontoId;
        return db.Behorighetsbegaranden.AsNoTracking().Where(b => b.KontoId == kontoId).OrderByDescending(b => b.Skickad).Take(10)
            .Select(b => new EgenBegaran(b.Slag, b.Skickad, b.Status, b.Avslagsskal, b.Avgjord)).ToListAsync(ct);
    }

    public async Task<Result<Behorighetsbegaran>> BegarAsync(Behorighetsslag? tjanst, string? skal, CancellationToken ct)
    {
        var skola = await SkolaAsync(ct);
        var (kontoId, text) = (anvandare.KontoId, (skal ?? "").Trim());
        List<Refusal> fel = [];
        if (tjanst is not { } slag || !Saknade().Contains(slag))
            fel.Add(new TjanstSaknas());
        else if (await db.Behorighetsbegaranden.AnyAsync(b => b.KontoId == kontoId && b.Slag == slag && b.Status == Begaranstatus.Vantar, ct))
            fel.Add(new BegaranFinns());
        if (text.Length is 0 or > Behorighetsbegaran.MaxSkal)
            fel.Add(new BegaranSkalSaknas());
        else if (Personnummermask.Finns(text))
            fel.Add(new PersonnummerITexten("Skal"));
        if (fel.Count > 0)
        {
            await audit.AddRefusalAsync(Acts.AccessRequested, AuditObjects.Konto, kontoId, skola.Id, fel);
            return Result<Behorighetsbegaran>.Refused(fel);
        }

        var begaran = new Behorighetsbegaran(skola.Id, kontoId, tjanst!.Value, text, klocka.UtcNu());
        db.Add(begaran);
        audit.Add(Acts.AccessRequested, AuditObjects.Konto, kontoId, skola.Id, changes: $"Behörighet: {begaran.Slag.Text()}");
        await MejlaBeslutareAsync(skola, begaran, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return begaran;
        }
        catch (DbUpdateException)
        {
            // The same request, posted twice in the same moment.
            db.ChangeTracker.Clear();
            fel = [new BegaranFinns()];
            await audit.AddRefusalAsync(Acts.AccessRequested, AuditObjects.Konto, kontoId, skola.Id, fel);
            return Result<Behorighetsbegaran>.Refused(fel);
        }
    }

    /// <summary>What waits for the given column of the table: at the active school, or at all schools for blankettservice; oldest first.</summary>
    public async Task<Listsida<Begaranrad>> VantandeAsync(Administrator administrator, int sida, CancellationToken ct)
    {
        var mig = anvandare.KontoId;
        var rader = await (
            from b in db.Synliga<Behorighetsbegaran>().AsNoTracking()
            where b.Status == Begaranstatus.Vantar
            join k in db.Konton on b.KontoId equals k.Id
            join s in db.Skolor on b.SkolaId equals s.Id
            orderby b.Skickad, b.Id
            select new { Begaran = b, k.Namn, k.UserName, Skola = s }).ToListAsync(ct);
        var egna = rader.Where(r => Behorighetsadministration.For(r.Begaran.Slag, r.Skola) == administrator)
            .Select(r => new Begaranrad(
                r.Begaran.Id, r.Begaran.Version, r.Namn, r.UserName!, r.Begaran.Slag, r.Begaran.Skal, r.Begaran.Skickad, r.Skola.Namn, r.Skola.Skolkod, r.Begaran.KontoId == mig))
            .ToList();
        var vald = Math.Clamp(sida, 1, Listsida<Begaranrad>.SistaSida(egna.Count));
        return new Listsida<Begaranrad>([.. egna.Skip((vald - 1) * Listsida<Begaranrad>.Storlek).Take(Listsida<Begaranrad>.Storlek)], egna.Count, vald);
    }

    /// <summary>How many wait for the signed-in person as such an administrator, their own not counted; for the menu and the start page.</summary>
    public async Task<int> AntalAsync(Administrator administrator, CancellationToken ct = default)
    {
        // On pages of any scope: one who works both at a school and at CSN has the school's menu on CSN's pages too.
        var mig = anvandare.KontoId;
        var skolaId = anvandare.AktivSkola?.Id;
        var urval = db.Behorighetsbegaranden.IgnoreQueryFilters([PortalDbContext.Skolfilter]);
        if (administrator != Administrator.Blankettservice)
            urval = urval.Where(b => b.SkolaId == skolaId);
        var rader = await (
            from b in urval
            where b.Status == Begaranstatus.Vantar && b.KontoId != mig
            join s in db.Skolor on b.SkolaId equals s.Id
            select new { b.Slag, s.Skolform, s.Rapporteringssatt }).ToListAsync(ct);
        return rader.Count(r => Behorighetsadministration.For(r.Slag, r.Skolform, r.Rapporteringssatt) == administrator);
    }

    public Task<Result<Behorighetsbegaran>?> BeviljaAsync(Administrator administrator, long id, int version, CancellationToken ct) =>
        AvgorAsync(administrator, id, version, Acts.AccessApproved, async (begaran, skola) =>
        {
            if (await db.Synliga<Skolanvandare>().SingleOrDefaultAsync(a => a.SkolaId == skola.Id && a.KontoId == begaran.KontoId && a.Avslutad == null, ct) is not { } person)
                return new KontotAvslutat();

            // Somebody who ends the account at this moment is told that the page is old.
            person.Ror(klocka.UtcNu());
            long? bestallningId = null;
            if (administrator == Administrator.Csn)
            {
                var svar = await bestallningar.SkickaDirektAsync(skola, new Bestallningsuppgift(Bestallningsradslag.NyRapportor, KontoId: begaran.KontoId), ct);
                if (!svar.IsAccepted)
                    return svar.Refusals[0];

                await db.SaveChangesAsync(ct);
                bestallningId = svar.Value.Id;
            }
            else if (await behorigheter.GeAsync(skola, begaran.KontoId, begaran.Slag, null, "Begäran om behörighet", ct) is { } nej and not BehorighetenGallerRedan)
            {
                return nej;
            }

            begaran.Bevilja(anvandare.KontoId, klocka.UtcNu(), bestallningId);
            return null;
        }, ct);

    public Task<Result<Behorighetsbegaran>?> AvslaAsync(Administrator administrator, long id, int version, string? skal, CancellationToken ct)
    {
        var text = (skal ?? "").Trim();
        return AvgorAsync(administrator, id, version, Acts.AccessDenied, (begaran, _) =>
        {
            if (text.Length is 0 or > Behorighetsbegaran.MaxSkal)
                return Task.FromResult<Refusal?>(new BegaranNekskalSaknas());
            if (Personnummermask.Finns(text))
                return Task.FromResult<Refusal?>(new PersonnummerITexten("Skal"));

            begaran.Avsla(anvandare.KontoId, klocka.UtcNu(), text);
            return Task.FromResult<Refusal?>(null);
        }, ct);
    }

    private async Task<Result<Behorighetsbegaran>?> AvgorAsync(
        Administrator administrator,
        long id,
        int version,
        string act,
        Func<Behorighetsbegaran, Skola, Task<Refusal?>> beslut,
        CancellationToken ct)
    {
        (long KontoId, long SkolaId) om = default;
        var svar = await db.BeslutaAsync<Behorighetsbegaran>(
            async () =>
            {
                if (await db.Synliga<Behorighetsbegaran>().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } begaran)
                    return null;

                om = (begaran.KontoId, begaran.SkolaId);
                var skola = await db.Skolor.SingleAsync(s => s.Id == begaran.SkolaId, ct);
                var nej = begaran.KontoId == anvandare.KontoId ? new InteSigSjalv()
                    : begaran.Status != Begaranstatus.Vantar || begaran.Version != version ? new BegaranAvgjord()
                    : Behorighetsadministration.For(begaran.Slag, skola) is var nu && nu != administrator ? new AdministrerasAvAnnan(begaran.Slag, nu)
                    : await beslut(begaran, skola);
                if (nej is not null)
                    return nej;

                audit.Add(act, AuditObjects.Konto, begaran.KontoId, skola.Id, begaran.Avslagsskal, $"Behörighet: {begaran.Slag.Text()}");
                await MejlaFrageAsync(skola, begaran, ct);
                await db.SaveChangesAsync(ct);
                return begaran;
            },
            new BegaranAvgjord(),
            ct);
        if (svar is { IsAccepted: false })
            await audit.AddRefusalAsync(act, AuditObjects.Konto, om.KontoId, om.SkolaId, svar.Refusals);
        return svar;
    }

    private async Task MejlaBeslutareAsync(Skola skola, Behorighetsbegaran begaran, CancellationToken ct)
    {
        var (slag, skolaId, sida) = Behorighetsadministration.For(begaran.Slag, skola) switch
        {
            Administrator.Skolan => (Behorighetsslag.Behorighetsadministrator, (long?)skola.Id, "/identity-manager/begaranden"),
            Administrator.Csn => (Behorighetsslag.Behorighetsansvarig, (long?)skola.Id, "/behorighetsbestallningar/begaranden"),
            _ => (Behorighetsslag.CsnBlankettservice, null, "/csn/begaranden"),
        };
        foreach (var (epost, kontoId) in await db.InnehavareAsync(slag, skolaId, klocka.SvenskDag(), ct))
        {
            if (kontoId == begaran.KontoId)
                continue;

            mejl.Add(
                epost,
                $"Någon begär behörigheten {begaran.Slag.Text()}",
                $"""
                Hej!

                En användare på {skola.Namn} (skolkod {skola.Skolkod}) begär behörigheten {begaran.Slag.Text()}. Läs skälet och svara ja eller nej här:
                {adress.Till(sida)}

                Det går inte att svara på det här mejlet.

                Mina tjänster, CSN
                """,
                kontoId);
        }
    }

    private async Task MejlaFrageAsync(Skola skola, Behorighetsbegaran begaran, CancellationToken ct)
    {
        var epost = await db.Konton.Where(k => k.Id == begaran.KontoId).Select(k => k.Email).SingleAsync(ct);
        if (!Kontouppgifter.ArEpost(epost ?? ""))
            return;

        var besked = begaran.Status == Begaranstatus.Avslagen ? "Svaret är nej. Skälet står i Mina tjänster."
            : begaran.BestallningId is not null ? "Svaret är ja. Skolan har beställt behörigheten hos CSN, och du kan använda den när CSN har godkänt beställningen."
            : "Svaret är ja. Behörigheten gäller nu.";
        mejl.Add(
            epost!,
            $"Svar på din begäran om {begaran.Slag.Text()}",
            $"""
            Hej!

            Du har begärt behörigheten {begaran.Slag.Text()} för {skola.Namn} (skolkod {skola.Skolkod}). {besked}
            {adress.Till("/begar-behorighet")}

            Det går inte att svara på det här mejlet.

            Mina tjänster, CSN
            """,
            begaran.KontoId);
    }
}
