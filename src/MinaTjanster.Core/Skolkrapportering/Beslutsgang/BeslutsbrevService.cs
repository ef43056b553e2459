using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Brevutskrifter;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Beslutsgang;

/// <summary>
/// CSN's print queue for letters of decisions: new → printed → sent. A letter comes to it when the window of what it tells has closed (domain.md section 6), stands in
/// one print-out whoever else prints at the same moment, and is marked as sent once. Letters to protected persons are seen and printed by cleared staff only, by themselves.
/// </summary>
public sealed class BeslutsbrevService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, Beslutsbrevsantal antalNya, TimeProvider klocka)
{
    private readonly Utskriftsko<Skolkbeslut> _ko = new(db, klocka);

    private bool FarSeSkyddade => anvandare.Har(Rattighet.SeSkyddadeIdentiteter);

    public async Task<Beslutsbrevko> KoAsync(Beslutsbrevflik flik, int sida, CancellationToken ct)
    {
        var antal = new Dictionary<Beslutsbrevflik, int>();
        foreach (var ett in Enum.GetValues<Beslutsbrevflik>())
        {
            antal[ett] = await I(ett).CountAsync(ct);
        }

        var idag = klocka.SvenskDag();
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
                r.Bilagor)
            {
                Till = Brevmottagartext.For(r.Studerande.Personnummer, r.Beslut, idag),
            })
            .ToList();
        return new(flik, new Listsida<Beslutsbrevrad>(rader, antal[flik], vald), antal, await UtskrifterAsync(flik, ct));
    }

    /// <summary>Takes every new letter of a lane into one print-out, the oldest first.</summary>
    /// <param name="skyddade">The lane of protected persons; nothing for whoever is not cleared.</param>
    /// <returns>How many; 0 when there was no new letter.</returns>
    public async Task<int> SkrivUtNyaAsync(bool skyddade, CancellationToken ct)
    {
        var nya = I(skyddade ? Beslutsbrevflik.NyaSkyddade : Beslutsbrevflik.Nya).OrderBy(b => b.GallerFran).ThenBy(b => b.Id);
        var utskrift = await _ko.SkrivUtAsync(nya, b => b.Makulerat == null, tagna => NoteraAsync(Acts.CaseLetterPrinted, tagna, ct), ct);
        antalNya.Glom();
        return utskrift?.Antal ?? 0;
    }

    /// <summary>The letters of a print-out, in the order they were printed; empty when there is none, or the reader is not cleared for what it holds.</summary>
    public async Task<List<Beslutsbrev>> UtskriftAsync(string nyckel, CancellationToken ct)
    {
        var brev = await BrevAsync(Synliga().Where(b => b.Utskriftsnyckel == nyckel), ct);
        await NoteraVisningarAsync(brev, ct);
        return brev;
    }

    /// <summary>
    /// Every letter of a print-out, in the order they were printed, for the file of addresses: its lines count what is on paper. Letters to protected persons are there for the uncleared too,
    /// to be counted and never told of. Empty when there is none that the reader may see.
    /// </summary>
    public async Task<List<Beslutsbrev>> AllaIUtskriftAsync(string nyckel, CancellationToken ct)
    {
        var lasta = await BrevAsync(Utskrivna(nyckel), ct);

        // Protected by any school, as in the lanes.
        var skyddade = await Av(Utskrivna(nyckel), Personskydd.Skyddad).Select(b => b.Id).ToListAsync(ct);
        var brev = lasta.ConvertAll(b => b with { ArSkyddad = skyddade.Contains(b.Beslut.Id) });
        var synliga = brev.FindAll(b => FarSeSkyddade || !b.ArSkyddad);
        await NoteraVisningarAsync(synliga, ct);
        return synliga.Count > 0 ? brev : [];
    }

    /// <summary>Those letters of a print-out that something goes with, each with its place among all that were printed, from 1.</summary>
    public async Task<List<(int Nummer, Beslutsbrev Brev)>> MedBilagorAsync(string nyckel, CancellationToken ct)
    {
        var alla = Synliga().Where(b => b.Utskriftsnyckel == nyckel);
        var ordning = await Utskrivna(nyckel).OrderBy(b => b.GallerFran).ThenBy(b => b.Id).Select(b => b.Id).ToListAsync(ct);
        var brev = await BrevAsync(alla.Where(b => b.Bilagor.Any()), ct);
        await NoteraVisningarAsync(brev, ct);
        return brev.ConvertAll(b => (ordning.IndexOf(b.Beslut.Id) + 1, b));
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

        await NoteraAsync(Acts.CaseLetterReprinted, [beslut], ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>The document, when it goes with a letter of the print-out.</summary>
    public Task<Dokument?> BilagaAsync(long dokumentId, CancellationToken ct) =>
        db.Nationellt<Dokument>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == dokumentId && d.Status == Dokumentstatus.Komplett, ct);

    /// <summary>Marks printed letters as posted. Those that are not printed, are marked already or are not the reader's to see are left.</summary>
    /// <returns>How many were marked.</returns>
    public Task<int> MarkeraSkickadeAsync(IReadOnlyCollection<long> ids, CancellationToken ct) =>
        _ko.AndraAsync(I(Beslutsbrevflik.Utskrivna).Where(b => ids.Contains(b.Id)), (brev, nu) => MarkeraAsync(brev, nu, ct), ct);

    /// <summary>As the other, for all of a print-out that the reader may see.</summary>
    public Task<int> MarkeraUtskriftAsync(string nyckel, CancellationToken ct) =>
        _ko.AndraAsync(I(Beslutsbrevflik.Utskrivna).Where(b => b.Utskriftsnyckel == nyckel), (brev, nu) => MarkeraAsync(brev, nu, ct), ct);

    /// <summary>Takes back the marks of a print-out that were set today, except of a question by which the outcome is decided already, checked or not.</summary>
    /// <returns>How many are to be sent again.</returns>
    public Task<int> AngraUtskriftAsync(string nyckel, CancellationToken ct) =>
        _ko.AndraAsync(
            Angerbara().Where(b => b.Utskriftsnyckel == nyckel),
            async (brev, _) =>
            {
                var arenden = await FragornasAsync(brev, ct);
                brev.RemoveAll(b => arenden.GetValueOrDefault(b.ArendeId) is { } a && (a.UtfallBeslutat ?? a.KontrollVantar) is not null && a.GallerFragan(b));
                foreach (var ett in brev)
                {
                    ett.AngraSkickat();
                    arenden.GetValueOrDefault(ett.ArendeId)?.RaknaSvarstid(ett);
                }

                await NoteraAsync(Acts.CaseLetterSentUndone, brev, ct);
                return brev.Count;
            },
            ct);

    private async Task<int> MarkeraAsync(List<Skolkbeslut> brev, DateTime nu, CancellationToken ct)
    {
        var arenden = await FragornasAsync(brev, ct);
        foreach (var ett in brev)
        {
            ett.MarkeraSkickat(nu, anvandare.KontoId);
            arenden.GetValueOrDefault(ett.ArendeId)?.RaknaSvarstid(ett);
        }

        await NoteraAsync(Acts.CaseLetterSent, brev, ct);
        return brev.Count;
    }

    /// <summary>The cases of the letters that ask the student something, to be changed with them.</summary>
    private Task<Dictionary<long, Arende>> FragornasAsync(List<Skolkbeslut> brev, CancellationToken ct)
    {
        List<long> ids = [.. brev.Where(b => b.Slag == Skolkbeslutsslag.Kommunicering).Select(b => b.ArendeId).Distinct()];
        return db.Nationellt<Arende>().AsTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
    }

    private async Task NoteraAsync(string act, List<Skolkbeslut> brev, CancellationToken ct)
    {
        var (rapporter, idag) = (await RapporterAsync(brev, ct), klocka.SvenskDag());
        brev.ForEach(b =>
        {
            var (rapport, _, nummer) = rapporter[b.ArendeId];
            var till = $"Till: {Brevmottagartext.For(nummer, b, idag).Text()}";
            audit.Add(act, AuditObjects.Skolkrapport, rapport, b.SkolaId, b.Slag.Text(), b.SvarSenast is { } dag ? $"{till}\nSvar senast: {dag:yyyy-MM-dd}" : till);
        });
    }

    private async Task NoteraVisningarAsync(List<Beslutsbrev> brev, CancellationToken ct)
    {
        var rapporter = await RapporterAsync(brev.ConvertAll(b => b.Beslut), ct);
        await audit.AddVisningarAsync(brev.SelectMany(b =>
        {
            var (rapport, studerande, _) = rapporter[b.Beslut.ArendeId];
            Visad csn = new(Visningsslag.Csn, AuditObjects.Skolkrapport, rapport, b.Beslut.SkolaId);
            return b.ArSkyddad ? new[] { csn, new Visad(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, studerande, b.Beslut.SkolaId) { SkolkrapportId = rapport } } : [csn];
        }));
    }

    private Task<Dictionary<long, (long RapportId, long StuderandeId, Personnummer Personnummer)>> RapporterAsync(List<Skolkbeslut> brev, CancellationToken ct)
    {
        var ids = brev.ConvertAll(b => b.ArendeId);
        return (
            from a in db.Nationellt<Arende>()
            where ids.Contains(a.Id)
            join s in db.Nationellt<Studerande>() on a.Skolkrapport.StuderandeId equals s.Id
            select new { a.Id, a.SkolkrapportId, StuderandeId = s.Id, s.Personnummer })
            .ToDictionaryAsync(a => a.Id, a => (a.SkolkrapportId, a.StuderandeId, a.Personnummer), ct);
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

    private async Task<List<Beslutsutskrift>> UtskrifterAsync(Beslutsbrevflik flik, CancellationToken ct)
    {
        List<Utskrift> utskrifter = flik switch
        {
            Beslutsbrevflik.Utskrivna => await _ko.AttSkickaAsync(Synliga().Where(b => b.Makulerat == null), ct),
            Beslutsbrevflik.Skickade => await _ko.SkickadeIdagAsync(Synliga().Where(b => b.Makulerat == null), Angerbara(), ct),
            _ => [],
        };
        var nycklar = utskrifter.ConvertAll(u => u.Nyckel);
        var brev = Synliga().Where(b => nycklar.Contains(b.Utskriftsnyckel!));
        var medBilagor = await brev.Where(b => b.Bilagor.Any()).Select(b => b.Utskriftsnyckel!).Distinct().ToListAsync(ct);
        var skyddade = await Av(brev, Personskydd.Skyddad).Select(b => b.Utskriftsnyckel!).Distinct().ToListAsync(ct);
        var oskyddade = await Av(brev, Personskydd.Inget).Select(b => b.Utskriftsnyckel!).Distinct().ToListAsync(ct);
        return utskrifter.ConvertAll(u => new Beslutsutskrift(u, medBilagor.Contains(u.Nyckel), skyddade.Contains(u.Nyckel), oskyddade.Contains(u.Nyckel)));
    }

    /// <summary>Marked today, except a question by which the outcome is decided already, checked or not.</summary>
    private IQueryable<Skolkbeslut> Angerbara() => _ko.Angerbara(Synliga().Where(b => b.Makulerat == null)).Where(b =>
        b.Slag != Skolkbeslutsslag.Kommunicering || !db.Nationellt<Arende>().Any(a => a.Id == b.ArendeId && (a.UtfallBeslutat != null || a.KontrollVantar != null) && a.Kommunicerat == b.Beslutat));

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

    /// <summary>All that a print-out holds, whoever asks.</summary>
    private IQueryable<Skolkbeslut> Utskrivna(string nyckel) => db.Nationellt<Skolkbeslut>().AsNoTracking().Where(b => b.Utskriftsnyckel == nyckel);

    private IQueryable<Skolkbeslut> Synliga()
    {
        var alla = db.Nationellt<Skolkbeslut>().AsNoTracking();
        return FarSeSkyddade ? alla : Av(alla, Personskydd.Inget);
    }

    private IQueryable<Skolkbeslut> Av(IQueryable<Skolkbeslut> beslut, Personskydd lane)
    {
        var studerande = db.StuderandeILane(lane);
        return beslut.Where(b => db.Nationellt<Arende>().Any(a => a.Id == b.ArendeId && studerande.Any(s => s.Id == a.Skolkrapport.StuderandeId)));
    }
}
