using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Filrapportering.Lasning;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Filrapportering;

/// <param name="Block">Rows in a chunk: each is one short transaction.</param>
/// <param name="LanSekunder">How long a reader that says nothing keeps its file; longer than a chunk ever takes.</param>
/// <param name="Samtidiga">
/// Files read at the same time by one copy of the portal. One: a second gave no speed on two cores, and made pages wait (docs/prestanda.md).
/// </param>
public sealed record Filinstallning(int Block = 1000, int LanSekunder = 60, int Samtidiga = 1)
{
    public TimeSpan Lan => TimeSpan.FromSeconds(LanSekunder);
}

/// <summary>Somebody else has the file now, or the school has stopped it: what was not committed is nobody's.</summary>
internal sealed class LanetForloratException() : Exception("The lease of the file is gone.");

/// <summary>
/// Reads the files of the work list (docs/adr/0033). Any number of copies may work on it at once, and may die at any moment: a chunk's rows, the
/// position and the counts are one transaction, which holds only while the lease does.
/// </summary>
public sealed class FilinlasningService(NyPortalDbContext nyDb, Mejlskydd mejlskydd, Franvarodagar dagar, Filinstallning installning, TimeProvider klocka)
{
    /// <summary>Tries of the same chunk, over all readers, before the file is given up.</summary>
    public const int FlestForsok = 5;

    /// <summary>Readers that have died one after the other without a chunk stored: the file itself may be what kills them.</summary>
    public const int FlestDoda = 20;

    private const string Darfor = "filinläsning";

    /// <summary>Rows of other schools that are passed in one step: the lease is renewed in between.</summary>
    private const int FlestForbi = 50;

    /// <summary>For tests: inside a chunk's transaction, just before it is committed.</summary>
    internal Func<Filjobb, Task>? ForeBekraftelse { get; set; }

    /// <summary>For tests: after a chunk was committed.</summary>
    internal Func<Filjobb, Task>? EfterBlock { get; set; }

    /// <summary>Reads all files that wait, or whose reader has died.</summary>
    /// <returns>How many were begun or taken up again.</returns>
    /// <exception cref="AggregateException">What went wrong with some of them; the others were read.</exception>
    public async Task<int> KorAsync(CancellationToken ct)
    {
        var fel = new List<Exception>();
        var antal = await Task.WhenAll(Enumerable.Range(0, installning.Samtidiga).Select(_ => Task.Run(() => KorEnAsync(fel, ct), ct)));
        return fel.Count == 0 ? antal.Sum() : throw new AggregateException(fel);
    }

    private async Task<int> KorEnAsync(List<Exception> fel, CancellationToken ct)
    {
        for (var antal = 0; ; antal++)
        {
            if (await TaAsync(ct) is not { } jobb)
                return antal;

            try
            {
                if (jobb.Forsok > FlestDoda)
                    throw new InvalidOperationException($"The readers of file job {jobb.Id} died {FlestDoda} times without a chunk stored.");
                await LasAsync(jobb, ct);
            }
            catch (LanetForloratException)
            {
                // Cancelled, or somebody else goes on.
            }
            catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                lock (fel)
                {
                    fel.Add(e);
                }

                await SlappAsync(jobb);
            }
        }
    }

    /// <summary>Takes the oldest file that nobody reads: the one statement that wins decides.</summary>
    private async Task<Filjobb?> TaAsync(CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla(Darfor);
        while (true)
        {
            var nu = klocka.UtcNu();
            var lediga = db.Nationellt<Filjobb>().Where(j => j.Status == Filjobbstatus.Vantar || (j.Status == Filjobbstatus.Pagar && j.LanTill <= nu));
            var ids = await lediga.OrderBy(j => j.Uppladdad).ThenBy(j => j.Id).Select(j => j.Id).Take(10).ToListAsync(ct);
            if (ids.Count == 0)
                return null;

            foreach (var id in ids)
            {
                var nyckel = Hemlighet.NyKort();
                var tagna = await db.SkrivAsync(
                    () => lediga.Where(j => j.Id == id).ExecuteUpdateAsync(
                        rad => rad.SetProperty(j => j.Status, Filjobbstatus.Pagar)
                            .SetProperty(j => j.Lannyckel, nyckel)
                            .SetProperty(j => j.LanTill, nu + installning.Lan)
                            .SetProperty(j => j.Forsok, j => j.Forsok + 1)
                            .SetProperty(j => j.Startad, j => j.Startad ?? nu),
                        ct),
                    ct);
                if (tagna == 1)
                    return await db.Nationellt<Filjobb>().AsNoTracking().Include(j => j.Filuppladdning).Include(j => j.Sandning).SingleAsync(j => j.Id == id, ct);
            }
        }
    }

    /// <summary>Something is wrong with us or the file: others may try, and after some tries nobody.</summary>
    private async Task SlappAsync(Filjobb jobb)
    {
        await using var db = nyDb.NyForAlla(Darfor);
        var nu = klocka.UtcNu();
        var mitt = db.Nationellt<Filjobb>().Where(j => j.Id == jobb.Id && j.Lannyckel == jobb.Lannyckel && j.Status == Filjobbstatus.Pagar);
        var misslyckad = false;
        await db.SkrivAsync(
            async () =>
            {
                misslyckad = await mitt.Where(j => j.Forsok >= FlestForsok).ExecuteUpdateAsync(
                    rad => rad.SetProperty(j => j.Status, Filjobbstatus.Misslyckad)
                        .SetProperty(j => j.Avslutad, nu)
                        .SetProperty(j => j.Unikt, (string?)null)
                        .SetProperty(j => j.LanTill, (DateTime?)null),
                    CancellationToken.None) == 1;
                return await mitt.ExecuteUpdateAsync(rad => rad.SetProperty(j => j.LanTill, nu), CancellationToken.None);
            },
            CancellationToken.None);
        if (!misslyckad)
            return;

        // A test leaves nothing but its result, however it ends.
        await Filstadning.TaBortProvAsync(db, jobb.Id, CancellationToken.None);
        await Filstadning.TaBortProvfilAsync(nyDb, jobb.FiluppladdningId, CancellationToken.None);
    }

    private async Task LasAsync(Filjobb jobb, CancellationToken ct)
    {
        var fil = jobb.Filuppladdning;
        await using var kalla = nyDb.NyForAlla(Darfor);
        var skola = await kalla.Skolor.AsNoTracking().SingleAsync(s => s.Id == jobb.SkolaId, ct);
        var sandning = new Filsandning(
            skola, jobb.Sandning ?? Provsandning(jobb), jobb.KontoId, jobb.Uppladdad, jobb.Uppladdad.SvenskDag(), dagar);
        var delar = kalla.Nationellt<Dokumentdel>().AsNoTracking().Where(d => d.DokumentId == fil.DokumentId);
        var oppnad = await Fillasare.OppnaAsync(new Dokumentstrom(delar, fil.Langd), fil.Oversikt, Filformat.Kolumner, ct);
        await using var lasare = oppnad.Value; // judged at the upload
        var egna = new Radurval(jobb, fil, skola.Skolkod);
        var (position, klar) = (jobb.Position, false);
        while (!klar)
        {
            List<Tolkadrad> rader = [];
            var nasta = position;
            for (var forbi = 0; rader.Count < installning.Block && forbi < installning.Block * FlestForbi;)
            {
                if (await lasare.NastaAsync(ct) is not { } rad)
                {
                    klar = true;
                    break;
                }

                if (rad.Radnummer <= position)
                    continue; // done with before

                nasta = rad.Radnummer;
                if (egna.Valj(rad) is var (vald, fel) && vald)
                    rader.Add(Radtolk.Tolka(rad.Radnummer, rad.Varden, fel, skola.Skolform, sandning.Rapportdag));
                else
                    forbi++;
            }

            if (nasta > position)
                await SkrivBlockAsync(jobb, sandning, rader, position, nasta, ct);
            position = nasta;
        }

        await AvslutaAsync(jobb, position, ct);
    }

    private async Task SkrivBlockAsync(Filjobb jobb, Filsandning sandning, List<Tolkadrad> rader, long position, long nasta, CancellationToken ct)
    {
        for (var forsok = 1; ; forsok++)
        {
            ct.ThrowIfCancellationRequested();
            var omfang = new Skolomfang();
            omfang.ValjSkola(jobb.SkolaId);
            await using var db = nyDb.Ny(omfang);
            try
            {
                var block = new Filblock(db, nyDb, sandning);
                var provade = jobb.Andamal == Filandamal.Testa ? await ProvadeAsync(db, jobb, rader, sandning, ct) : [];
                await block.LaddaAsync([.. provade, .. rader], ct);
                block.Bedom(provade);
                var fore = block.Utfall.Count;
                block.Bedom(rader);
                var utfall = block.Utfall[fore..];
                await db.ITransaktionAsync(
                    async () =>
                    {
                        await FlyttaFramAsync(db, jobb, utfall, position, nasta, ct);
                        if (jobb.Andamal == Filandamal.Skicka)
                            await new Blockskrivare(db, mejlskydd, sandning, klocka).SkrivAsync(block, ct);
                        await new Radbehallare(db).BehallAsync(jobb, block, utfall, ct);
                        if (ForeBekraftelse is not null)
                            await ForeBekraftelse(jobb);
                        return true;
                    },
                    ct);
                if (EfterBlock is not null)
                    await EfterBlock(jobb);
                return;
            }
            catch (Exception e) when (forsok < FlestForsok && e is BlocketInaktuelltException or DbUpdateException or DbException)
            {
                // Somebody else's act came first, or took a key: nothing was stored. Judged again, from what is there now.
            }
        }
    }

    /// <summary>What earlier chunks of a test have accepted of the same students: it is stored nowhere else.</summary>
    private static async Task<IReadOnlyList<Tolkadrad>> ProvadeAsync(PortalDbContext db, Filjobb jobb, List<Tolkadrad> rader, Filsandning sandning, CancellationToken ct)
    {
        var personer = rader.Where(r => r.Person is not null).Select(r => r.Person!).Distinct().ToList();
        var provade = await db.Filjobbsrader.AsNoTracking()
            // + 0: by person, not through all rows of the file, which SQLite would choose without statistics.
            .Where(r => r.FiljobbId + 0 == jobb.Id && r.Tillstand == Filradstillstand.Provad && personer.Contains(r.Personnummer!))
            .Select(r => new { r.Radnummer, r.Varden })
            .ToListAsync(ct);
        provade.Sort((a, b) => a.Radnummer.CompareTo(b.Radnummer));
        return provade.ConvertAll(r => Radtolk.Tolka(r.Radnummer, Filformat.FranText(r.Varden), null, sandning.Skola.Skolform, sandning.Rapportdag));
    }

    /// <summary>The checkpoint: holds only while the lease is ours and nobody has stopped the file.</summary>
    private async Task FlyttaFramAsync(PortalDbContext db, Filjobb jobb, List<Radutfall> utfall, long position, long nasta, CancellationToken ct)
    {
        var (godtagna, oforandrade, varnade) = (utfall.Count(u => u.ArGodtagen), utfall.Count(u => u.ArOforandrad), utfall.Count(u => u.ArGodtagen && u.Varningar.Count > 0));
        var till = klocka.UtcNu() + installning.Lan;
        var antal = await db.Filjobb
            .Where(j => j.Id == jobb.Id && j.Lannyckel == jobb.Lannyckel && j.Status == Filjobbstatus.Pagar && j.Position == position)
            .ExecuteUpdateAsync(
                rad => rad.SetProperty(j => j.Position, nasta)
                    .SetProperty(j => j.LanTill, till)
                    .SetProperty(j => j.Forsok, 0)
                    .SetProperty(j => j.Rader, j => j.Rader + utfall.Count)
                    .SetProperty(j => j.Godtagna, j => j.Godtagna + godtagna)
                    .SetProperty(j => j.Oforandrade, j => j.Oforandrade + oforandrade)
                    .SetProperty(j => j.Nekade, j => j.Nekade + (utfall.Count - godtagna - oforandrade))
                    .SetProperty(j => j.Varnade, j => j.Varnade + varnade),
                ct);
        if (antal != 1)
            throw new LanetForloratException();
    }

    private async Task AvslutaAsync(Filjobb jobb, long position, CancellationToken ct)
    {
        await using (var db = nyDb.NyForAlla(Darfor))
        {
            var nu = klocka.UtcNu();
            // Every row is judged, and whoever goes on after us would do the same: outside the transaction, so that others write in between.
            if (jobb.Andamal == Filandamal.Testa)
                await Filstadning.TaBortProvAsync(db, jobb.Id, ct);

            await db.ITransaktionAsync(
                async () =>
                {
                    var antal = await db.Nationellt<Filjobb>()
                        .Where(j => j.Id == jobb.Id && j.Lannyckel == jobb.Lannyckel && j.Status == Filjobbstatus.Pagar && j.Position == position)
                        .ExecuteUpdateAsync(
                            rad => rad.SetProperty(j => j.Status, Filjobbstatus.Klar).SetProperty(j => j.Avslutad, nu).SetProperty(j => j.LanTill, (DateTime?)null).SetProperty(j => j.Forsok, 0),
                            ct);
                    if (antal != 1)
                        throw new LanetForloratException();

                    var klart = await db.Nationellt<Filjobb>().AsNoTracking().SingleAsync(j => j.Id == jobb.Id, ct);
                    new AuditService(db, nyDb, new AktuellAnvandare(), klocka).Add(
                        Acts.FileRead, AuditObjects.Filjobb, jobb.Id, jobb.SkolaId, changes: Filstadning.Antal(klart));
                    await db.SaveChangesAsync(ct);
                    return true;
                },
                ct);
        }

        await Filstadning.TaBortProvfilAsync(nyDb, jobb.FiluppladdningId, ct);
    }

    private static Sandning Provsandning(Filjobb jobb) => new(jobb.SkolaId, "", "", Sandningskanal.Fil, jobb.KontoId, jobb.Uppladdad, jobb.Uppladdad.SvenskDag());
}
