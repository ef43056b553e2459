using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Filrapportering.Lasning;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach.Listor;

/// <summary>A list that was taken in.</summary>
/// <param name="HarMappning">Its columns are recognised, by the school's own choice or a known layout.</param>
public sealed record Mottagenlista(long Id, bool HarMappning);

/// <summary>Takes in absence lists, remembers how the school reads them, and lets them go.</summary>
public sealed class FranvarolistaService(
    PortalDbContext db, NyPortalDbContext nyDb, DokumentService dokument, Listminne minne, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka)
{
    private long SkolaId => anvandare.AktivSkola!.Id;

    /// <param name="filnamn">Cleaned by <see cref="Filnamn.Rensa"/>.</param>
    /// <param name="innehall">Read to its end, or to just past the limit.</param>
    /// <returns>Or why it is no list. Refused: nothing is kept of it.</returns>
    public async Task<Result<Mottagenlista>> TaEmotAsync(string filnamn, Stream innehall, CancellationToken ct)
    {
        if (await dokument.LagraOgranskadAsync(SkolaId, filnamn, Franvarolista.MaxStorlek, innehall, ct) is not var (dokumentId, langd))
            return await NekaAsync(new FranvarolistaForStor());

        var behall = false;
        try
        {
            var prov = await ProvaAsync(dokumentId, langd, ct);
            if (!prov.IsAccepted)
                return await NekaAsync([.. prov.Refusals]);

            var mappning = await MappningAsync(prov.Value, ct);
            var bytes = await db.Dokument.SingleAsync(d => d.Id == dokumentId, ct);
            bytes.Slutfor(Dokumenttyp.Franvarolista, langd, prov.Value.Oversikt.Sha256, 0);
            var lista = new Franvarolista(SkolaId, dokumentId, anvandare.KontoId, klocka.UtcNu(), mappning?.TillText());
            db.Add(lista);
            audit.AddForNew(Acts.AbsenceListAdded, AuditObjects.Franvarolista, () => lista.Id, SkolaId);
            await db.SaveChangesAsync(ct);
            behall = true;
            return new Mottagenlista(lista.Id, mappning is not null);
        }
        finally
        {
            if (!behall)
                await dokument.TaBortAsync(dokumentId, CancellationToken.None);
        }
    }

    /// <summary>The first look at a list, for choosing its columns; null when the active school has no such list.</summary>
    public async Task<Result<Listprov>?> ProvaAsync(long listaId, CancellationToken ct) =>
        await BytesAsync(listaId, ct) is var (dokumentId, langd) ? await ProvaAsync(dokumentId, langd, ct) : null;

    /// <summary>Reads the list with these columns from now on, and the school's next list where they fit. Refused, or unreadable with them: nothing has changed.</summary>
    /// <returns>The list as it is read; null when the active school has no such list.</returns>
    public Task<Result<Inlastlista>?> MappaAsync(long listaId, Kolumnmappning mappning, CancellationToken ct) =>
        // Two who choose for the first time at once make the school's settings once.
        Studerandeserie.MedOmtagAsync(db, () => ForsokMappaAsync(listaId, mappning, ct));

    private async Task<Result<Inlastlista>?> ForsokMappaAsync(long listaId, Kolumnmappning mappning, CancellationToken ct)
    {
        if (await db.Franvarolistor.SingleOrDefaultAsync(l => l.Id == listaId, ct) is not { } lista)
            return null;
        if (mappning.Prova() is { Count: > 0 } brister)
            return Result<Inlastlista>.Refused(brister);

        var text = mappning.TillText();
        if (text.Length > Franvarolista.MaxMappning)
            return new FranvarolistaForMangaOrd();

        var last = await LasAsync(listaId, text, ct);
        if (last is not { IsAccepted: true })
            return last;
        if (last.Value.Olaslig is { } olaslig)
            return olaslig;

        var installning = await InstallningAsync(ct);
        lista.Mappa(text);
        installning.Mappa(text);
        await db.SaveChangesAsync(ct);
        return last;
    }

    /// <summary>What counts as ogiltig frånvaro at the school, from now on and for every list.</summary>
    /// <returns>Whether it is another than before.</returns>
    public Task<bool> RaknaAsync(Raknas raknas, CancellationToken ct) => Studerandeserie.MedOmtagAsync(db, async () =>
    {
        var installning = await InstallningAsync(ct);
        if (installning.Raknas == raknas)
            return false;

        installning.Rakna(raknas);
        audit.Add(Acts.AbsenceSettingsChanged, AuditObjects.Skola, SkolaId, SkolaId, changes: Rader(raknas));
        await db.SaveChangesAsync(ct);
        return true;
    });

    /// <summary>Removes the list, its bytes and what was chosen from it. Reports and underlag that came of it stay.</summary>
    /// <returns>False when the active school has no such list.</returns>
    public async Task<bool> TaBortAsync(long listaId, CancellationToken ct)
    {
        if (await db.Franvarolistor.AsNoTracking().SingleOrDefaultAsync(l => l.Id == listaId, ct) is not { } lista)
            return false;

        minne.Glom(listaId);
        audit.Add(Acts.AbsenceListRemoved, AuditObjects.Franvarolista, listaId, SkolaId);
        await db.ITransaktionAsync(
            async () =>
            {
                await db.SaveChangesAsync(ct);
                return await db.Dokument.Where(d => d.Id == lista.DokumentId).ExecuteDeleteAsync(ct);
            },
            ct);
        return true;
    }

    /// <summary>The list as it is read with a mapping; null when the active school has no such list. What was read lately is not read anew.</summary>
    internal async Task<Result<Inlastlista>?> LasAsync(long listaId, string mappning, CancellationToken ct)
    {
        if (await BytesAsync(listaId, ct) is not var (dokumentId, langd))
            return null;
        var idag = klocka.SvenskDag();
        if (minne.Hamta(listaId, mappning, idag) is { } kand)
            return kand;
        if (Kolumnmappning.FranText(mappning) is not { } kolumner)
            return new FranvarolistaUtanKolumner();

        return await minne.LasAsync<Result<Inlastlista>>(
            async () =>
            {
                // Somebody else may have read it while this one waited.
                if (minne.Hamta(listaId, mappning, idag) is { } annans)
                    return annans;

                await using var egen = nyDb.Ny(db.Omfang);
                var last = await Listlasning.LasAsync(() => Oppna(egen, dokumentId, langd), kolumner, idag, ct);
                if (last.IsAccepted)
                    minne.Minns(listaId, mappning, idag, last.Value);
                return last;
            },
            ct);
    }

    private Task<Result<Listprov>> ProvaAsync(long dokumentId, long langd, CancellationToken ct) => minne.LasAsync(
        async () =>
        {
            await using var egen = nyDb.Ny(db.Omfang);
            return await Listlasning.ProvaAsync(() => Oppna(egen, dokumentId, langd), ct);
        },
        ct);

    private static Dokumentstrom Oppna(PortalDbContext egen, long dokumentId, long langd) =>
        new(egen.Dokumentdelar.AsNoTracking().Where(d => d.DokumentId == dokumentId), langd);

    private async Task<(long DokumentId, long Langd)?> BytesAsync(long listaId, CancellationToken ct)
    {
        var bytes = await (from l in db.Franvarolistor where l.Id == listaId join d in db.Dokument on l.DokumentId equals d.Id select new { d.Id, d.Langd }).SingleOrDefaultAsync(ct);
        return bytes is null ? null : (bytes.Id, bytes.Langd);
    }

    /// <summary>The school's own choice goes before a known layout.</summary>
    private async Task<Kolumnmappning?> MappningAsync(Listprov prov, CancellationToken ct)
    {
        var egen = Kolumnmappning.FranText(await db.Franvaroinstallningar.Select(i => i.Mappning).SingleOrDefaultAsync(ct));
        var rubriker = prov.Rubriker.Select(Filkolumner.Nyckel).ToHashSet();
        return egen is not null && egen.Kolumner.Values.All(k => rubriker.Contains(Filkolumner.Nyckel(k))) ? egen : prov.Kand;
    }

    private async Task<Franvaroinstallning> InstallningAsync(CancellationToken ct)
    {
        if (await db.Franvaroinstallningar.SingleOrDefaultAsync(ct) is { } finns)
            return finns;

        var ny = new Franvaroinstallning(SkolaId);
        db.Add(ny);
        return ny;
    }

    private static string Rader(Raknas r)
    {
        static string Ord(bool ja) => ja ? "räknas" : "räknas inte";
        return $"{Franvaroslag.SenAnkomst.Text()}: {Ord(r.SenAnkomst)}\n{Franvaroslag.MissadLektion.Text()}: {Ord(r.MissadLektion)}\n{Franvaroslag.GickTidigare.Text()}: {Ord(r.GickTidigare)}\n{Franvaroslag.AnmaldEjGodkand.Text()}: {Ord(r.AnmaldEjGodkand)}";
    }

    private async Task<Result<Mottagenlista>> NekaAsync(params Refusal[] refusals)
    {
        await audit.AddRefusalAsync(Acts.AbsenceListAdded, AuditObjects.Skola, SkolaId, SkolaId, refusals);
        return Result<Mottagenlista>.Refused(refusals);
    }
}
