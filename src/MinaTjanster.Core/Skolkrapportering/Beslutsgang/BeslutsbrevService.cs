using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Beslutsgang;

/// <summary>
/// CSN's print queue for letters of decisions: new → printed → sent. A letter comes to it when the window of what it tells has closed (domain.md section 6), stands in
/// one print-out whoever else prints at the same moment, and is marked as sent once. Letters to protected persons are seen and printed by cleared staff only, by themselves.
/// </summary>
public sealed class BeslutsbrevService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, TimeProvider klocka)
{
    /// <summary>As many letters as one PDF holds; the rest are the next one's.</summary>
    public const int MaxIUtskrift = 500;

    private const int VisadeUtskrifter = 10;
    private const int MaxForsok = 5;

    private bool FarSeSkyddade => anvandare.Har(Rattighet.SeSkyddadeIdentiteter);

    public async Task<Beslutsbrevko> KoAsync(Beslutsbrevflik flik, int sida, CancellationToken ct)
    {
        var antal = new Dictionary<Beslutsbrevflik, int>();
        foreach (var ett in Enum.GetValues<Beslutsbrevflik>())
        {
            antal[ett] = await I(ett).CountAsync(ct);
        }

        var vald = Math.Clamp(sida, 1, Listsida<Beslutsbrevrad>.SistaSida(antal[flik]));
        var ordnade = flik switch
        {
            Beslutsbrevflik.Utskrivna => I(flik).OrderBy(b => b.Utskriven).ThenBy(b => b.Id),
            Beslutsbrevflik.Skickade => I(flik).OrderByDescending(b => b.Skickad).ThenByDescending(b => b.Id),
            _ => I(flik).OrderBy(b => b.GallerFran).ThenBy(b => b.Id),
        };
        var ids = await ordnade.Skip((vald - 1) * Listsida<Beslutsbrevrad>.Storlek).Take(Listsida<Beslutsbrevrad>.Storlek).Select(b => b.Id).ToListAsync(ct);
        var rader = (await (
                from b in db.Nationellt<Skolkbeslut>().AsNoTracking()
                where ids.Contains(b.Id)
                join a in db.Nationellt<Arende>() on b.ArendeId equals a.Id
                join r in db.Nationellt<Skolkrapport>() on a.SkolkrapportId equals r.Id
                join s in db.Nationellt<Studerande>() on r.StuderandeId equals s.Id
                select new { Beslut = b, r.Kvittensnummer, Studerande = s, Bilagor = b.Bilagor.Count }).ToListAsync(ct))
            .OrderBy(r => ids.IndexOf(r.Beslut.Id))
            .Select(r => new Beslutsbrevrad(
                r.Beslut.Id,
                r.Beslut.ArendeId,
                r.Kvittensnummer,
                r.Studerande.NamnFor(farSeSkyddade: false),
                r.Beslut.Slag,
                r.Beslut.GallerFran,
                r.Beslut.Utskriven,
                r.Beslut.Skickad,
                r.Bilagor))
            .ToList();
        return new(flik, new Listsida<Beslutsbrevrad>(rader, antal[flik], vald), antal, flik == Beslutsbrevflik.Utskrivna ? await UtskrifterAsync(ct) : []);
    }

    /// <summary>Letters that nobody has printed, for the menu.</summary>
    public Task<int> AntalNyaAsync()
    {
        var (nu, farSeSkyddade) = (klocka.UtcNu(), FarSeSkyddade);
        return (
            from b in db.Skolkbeslut.IgnoreQueryFilters(new[] { PortalDbContext.Skolfilter })
            where b.Skickad == null && b.Utskriven == null && b.GallerFran <= nu && b.Makulerat == null
            join a in db.Arenden.IgnoreQueryFilters(new[] { PortalDbContext.Skolfilter }) on b.ArendeId equals a.Id
            join r in db.Skolkrapporter.IgnoreQueryFilters(new[] { PortalDbContext.Skolfilter }) on a.SkolkrapportId equals r.Id
            join s in db.Studerande.IgnoreQueryFilters(new[] { PortalDbContext.Skolfilter }) on r.StuderandeId equals s.Id
            where farSeSkyddade || s.Skydd == Personskydd.Inget
            select b.Id).CountAsync();
    }

    /// <summary>Takes every new letter of a lane into one print-out, at most <see cref="MaxIUtskrift"/>, the oldest first.</summary>
    /// <param name="skyddade">The lane of protected persons; nothing for whoever is not cleared.</param>
    /// <returns>How many; 0 when there was no new letter.</returns>
    public async Task<int> SkrivUtNyaAsync(bool skyddade, CancellationToken ct)
    {
        var (nyckel, nu) = (Hemlighet.NyKort(), klocka.UtcNu());
        var ids = await I(skyddade ? Beslutsbrevflik.NyaSkyddade : Beslutsbrevflik.Nya).OrderBy(b => b.GallerFran).ThenBy(b => b.Id).Take(MaxIUtskrift).Select(b => b.Id).ToListAsync(ct);
        return ids.Count == 0 ? 0 : await db.ITransaktionAsync(
            async () =>
            {
                // One statement: a letter that another takes at the same moment is in one of the two print-outs.
                var tagna = await db.Nationellt<Skolkbeslut>().Where(b => ids.Contains(b.Id) && b.Utskriven == null && b.Makulerat == null)
                    .ExecuteUpdateAsync(
                        rad => rad.SetProperty(b => b.Utskriven, nu).SetProperty(b => b.Utskriftsnyckel, nyckel).SetProperty(b => b.Version, b => b.Version + 1), ct);
                foreach (var beslut in await db.Nationellt<Skolkbeslut>().AsNoTracking().Where(b => b.Utskriftsnyckel == nyckel).ToListAsync(ct))
                {
                    await NoteraAsync(Acts.CaseLetterPrinted, beslut, ct);
                }

                await db.SaveChangesAsync(ct);
                return tagna;
            },
            ct);
    }

    /// <summary>The letters of a print-out, in the order they were printed; empty when there is none, or the reader is not cleared for what it holds.</summary>
    public async Task<List<Beslutsbrev>> UtskriftAsync(string nyckel, CancellationToken ct)
    {
        var brev = await BrevAsync(Synliga().Where(b => b.Utskriftsnyckel == nyckel), ct);
        await NoteraVisningarAsync(brev, ct);
        return brev;
    }

    /// <summary>One letter, to read; null when there is none.</summary>
    public async Task<Beslutsbrev?> EttAsync(long id, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        var brev = await BrevAsync(Synliga().Where(b => b.Id == id && b.GallerFran <= nu && b.Makulerat == null), ct);
        await NoteraVisningarAsync(brev, ct);
        return brev.SingleOrDefault();
    }

    /// <summary>Notes that a printed letter is printed once more.</summary>
    /// <returns>False when there is none, or it has not been printed.</returns>
    public async Task<bool> SkrivUtIgenAsync(long id, CancellationToken ct)
    {
        if (await Synliga().SingleOrDefaultAsync(b => b.Id == id && b.Utskriven != null && b.Makulerat == null, ct) is not { } beslut)
        {
            return false;
        }

        await NoteraAsync(Acts.CaseLetterReprinted, beslut, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>The document, when it goes with a letter of the print-out.</summary>
    public Task<Dokument?> BilagaAsync(long dokumentId, CancellationToken ct) =>
        db.Nationellt<Dokument>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == dokumentId && d.Status == Dokumentstatus.Komplett, ct);

    /// <summary>Marks printed letters as posted. Those that are not printed, are marked already or are not the reader's to see are left.</summary>
    /// <returns>How many were marked.</returns>
    public async Task<int> MarkeraSkickadeAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        for (var forsok = 1; ; forsok++)
        {
            try
            {
                return await MarkeraAsync(ids, ct);
            }
            catch (DbUpdateConcurrencyException) when (forsok < MaxForsok)
            {
                // Somebody changed one of them in the same moment: what is still to be marked is read anew.
                db.ChangeTracker.Clear();
            }
        }
    }

    private Task<int> MarkeraAsync(IReadOnlyCollection<long> ids, CancellationToken ct) =>
        db.ITransaktionAsync(
            async () =>
            {
                var nu = klocka.UtcNu();
                var breven = await I(Beslutsbrevflik.Utskrivna).AsTracking().Where(b => ids.Contains(b.Id)).ToListAsync(ct);
                foreach (var beslut in breven)
                {
                    beslut.MarkeraSkickat(nu, anvandare.KontoId);
                    await NoteraAsync(Acts.CaseLetterSent, beslut, ct);
                }

                await db.SaveChangesAsync(ct);
                return breven.Count;
            },
            ct);

    private async Task NoteraAsync(string act, Skolkbeslut beslut, CancellationToken ct)
    {
        var rapportId = await db.Nationellt<Arende>().Where(a => a.Id == beslut.ArendeId).Select(a => a.SkolkrapportId).SingleAsync(ct);
        audit.Add(act, AuditObjects.Skolkrapport, rapportId, beslut.SkolaId, beslut.Slag.Text());
    }

    private async Task NoteraVisningarAsync(List<Beslutsbrev> brev, CancellationToken ct)
    {
        foreach (var beslut in brev.Select(b => b.Beslut))
        {
            var rapport = await db.Nationellt<Arende>().Where(a => a.Id == beslut.ArendeId).Select(a => new { a.SkolkrapportId, a.Skolkrapport.StuderandeId }).SingleAsync(ct);
            await audit.AddVisningAsync(Visningsslag.Csn, AuditObjects.Skolkrapport, rapport.SkolkrapportId, beslut.SkolaId);
            if (brev.Exists(b => b.Beslut.Id == beslut.Id && b.ArSkyddad))
            {
                await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, rapport.StuderandeId, beslut.SkolaId, rapport.SkolkrapportId);
            }
        }
    }

    private async Task<List<Beslutsbrev>> BrevAsync(IQueryable<Skolkbeslut> beslut, CancellationToken ct)
    {
        var rader = await (
            from b in beslut.Include(b => b.Bilagor)
            join a in db.Nationellt<Arende>() on b.ArendeId equals a.Id
            join r in db.Nationellt<Skolkrapport>() on a.SkolkrapportId equals r.Id
            join s in db.Nationellt<Studerande>() on r.StuderandeId equals s.Id
            join skola in db.Skolor on b.SkolaId equals skola.Id
            orderby b.GallerFran, b.Id
            select new { Beslut = b, r.Kvittensnummer, Studerande = s, Skola = skola.Namn }).AsNoTracking().ToListAsync(ct);
        var dokumentIds = rader.SelectMany(r => r.Beslut.Bilagor).Select(b => b.DokumentId).ToList();
        var dokument = await db.Nationellt<Dokument>().AsNoTracking().Where(d => dokumentIds.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        var arendeIds = rader.Select(r => r.Beslut.ArendeId).ToList();
        var tidigare = await db.Nationellt<Skolkbeslut>().AsNoTracking()
            .Where(b => arendeIds.Contains(b.ArendeId) && b.Utskriven != null && (b.Slag == Skolkbeslutsslag.Kommunicering || b.Slag == Skolkbeslutsslag.Utfall))
            .OrderBy(b => b.Id)
            .ToListAsync(ct);
        return rader.ConvertAll(r => new Beslutsbrev(
            r.Beslut,
            r.Kvittensnummer,
            r.Studerande.Fornamn,
            r.Studerande.Efternamn,
            r.Studerande.Personnummer,
            r.Studerande.ArSkyddad,
            r.Skola,
            (r.Beslut.Utskriven ?? klocka.UtcNu()).SvenskDag(),
            [.. r.Beslut.Bilagor.OrderBy(b => b.DokumentId).Select(b => new Brevbilaga(b.DokumentId, dokument[b.DokumentId].AntalSidor))])
        {
            Ersatter = tidigare.LastOrDefault(t => Beslutsbrev.ArErsatt(t, r.Beslut)),
        });
    }

    private async Task<List<Beslutsutskrift>> UtskrifterAsync(CancellationToken ct)
    {
        var utskrifter = await Synliga().Where(b => b.Utskriftsnyckel != null && b.Makulerat == null)
            .GroupBy(b => b.Utskriftsnyckel!)
            .Select(g => new { Nyckel = g.Key, Tid = g.Max(b => b.Utskriven)!.Value, Antal = g.Count(), AttSkicka = g.Count(b => b.Skickad == null), Bilagor = g.Count(b => b.Bilagor.Any()) })
            .Where(u => u.AttSkicka > 0)
            .OrderByDescending(u => u.Tid).ThenBy(u => u.Nyckel)
            .Take(VisadeUtskrifter)
            .ToListAsync(ct);
        var nycklar = utskrifter.ConvertAll(u => u.Nyckel);
        var skyddade = await Av(Synliga(), Personskydd.Skyddad).Where(b => nycklar.Contains(b.Utskriftsnyckel!)).Select(b => b.Utskriftsnyckel!).Distinct().ToListAsync(ct);
        return utskrifter.ConvertAll(u => new Beslutsutskrift(u.Nyckel, u.Tid, u.Antal, u.AttSkicka, u.Bilagor > 0, skyddade.Contains(u.Nyckel)));
    }

    private IQueryable<Skolkbeslut> I(Beslutsbrevflik flik)
    {
        var nu = klocka.UtcNu();
        var alla = Synliga().Where(b => b.Makulerat == null);
        var nya = alla.Where(b => b.Utskriven == null && b.Skickad == null && b.GallerFran <= nu);
        return flik switch
        {
            Beslutsbrevflik.Nya => Av(nya, Personskydd.Inget),
            Beslutsbrevflik.NyaSkyddade => Av(nya, Personskydd.Skyddad),
            Beslutsbrevflik.Utskrivna => alla.Where(b => b.Utskriven != null && b.Skickad == null),
            _ => alla.Where(b => b.Skickad != null),
        };
    }

    private IQueryable<Skolkbeslut> Synliga()
    {
        var alla = db.Nationellt<Skolkbeslut>().AsNoTracking();
        return FarSeSkyddade ? alla : Av(alla, Personskydd.Inget);
    }

    private IQueryable<Skolkbeslut> Av(IQueryable<Skolkbeslut> beslut, Personskydd skydd) =>
        beslut.Where(b => db.Nationellt<Arende>().Any(a => a.Id == b.ArendeId && db.Nationellt<Studerande>().Any(s => s.Id == a.Skolkrapport.StuderandeId && s.Skydd == skydd)));
}
