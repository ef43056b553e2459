using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Filrapportering.Lasning;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Inlasningar;

/// <summary>
/// Takes in a file of utbildningar or studietider of the active school: rows that pass are carried out at once, the others wait and are corrected on the page. Null answers: the active
/// school has no such file or row.
/// </summary>
public sealed class InlasningService(
    PortalDbContext db, UtbildningService utbildningar, UtbildningQuery utbildningsfraga, StudietidService studietider, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>Bytes.</summary>
    public const int MaxStorlek = 2 * 1024 * 1024;

    /// <summary>Rows that are judged within one post [V].</summary>
    public const int MaxRader = 2_000;

    private readonly Utbildningsrader _utbildningsrader = new(db, utbildningar, utbildningsfraga);
    private readonly Studietidsrader _studietidsrader = new(db, studietider, anvandare);

    private long SkolaId => anvandare.AktivSkola!.Id;

    /// <summary>Stores all rows, and reads them in. A file that cannot be read as a whole leaves nothing.</summary>
    /// <param name="fil">Can be read again from its start.</param>
    /// <returns>The id of what was read in.</returns>
    public async Task<Result<long>> TaEmotAsync(Inlasningsslag slag, string filnamn, Stream fil, CancellationToken ct)
    {
        var oversikt = await Forgranskning.GranskaAsync(fil, ct);
        if (!oversikt.IsAccepted)
            return await NekaAsync(oversikt.Refusals);

        fil.Position = 0;
        var format = Inlasningsformat.For(slag);
        var oppnad = await Fillasare.OppnaAsync(fil, oversikt.Value, format.Las, ct);
        if (!oppnad.IsAccepted)
            return await NekaAsync(oppnad.Refusals);

        await using var lasare = oppnad.Value;
        List<Inlasningsrad> rader = [];
        while (await lasare.NastaAsync(ct) is { } rad)
        {
            if (rader.Count == MaxRader)
                return await NekaAsync([new InlasningsfilenForLang()]);

            rader.Add(new(SkolaId, rad.Radnummer, [.. rad.Varden.Take(format.Antal)], rad.Fel));
        }

        var inlasning = new Inlasning(SkolaId, slag, filnamn, anvandare.KontoId, klocka.UtcNu(), lasare.Rubrik.Varningar.Select(v => v.Sentence), rader);
        db.Add(inlasning);
        audit.AddForNew(Acts.StudyFileRead, AuditObjects.Inlasning, () => inlasning.Id, SkolaId, changes: $"Rader: {rader.Count}");
        await db.SaveChangesAsync(ct);
        await LasInAsync(inlasning.Id, ct);
        return inlasning.Id;
    }

    /// <summary>Judges the rows that wait, in the file's order. What was done before an interruption is found again and is not done twice.</summary>
    /// <returns>False when the active school has no such file.</returns>
    public async Task<bool> LasInAsync(long id, CancellationToken ct)
    {
        if (await db.Inlasningar.Where(i => i.Id == id).Select(i => (Inlasningsslag?)i.Slag).SingleOrDefaultAsync(ct) is not { } slag)
            return false;

        var vantar = await db.Inlasningsrader.Where(r => r.InlasningId == id && r.Tillstand == Inlasningstillstand.Vantar).OrderBy(r => r.Radnummer).Select(r => r.Id).ToListAsync(ct);
        foreach (var radId in vantar)
        {
            // As it stands now: somebody else may have read it in, or taken it off the list, since the list was made.
            if (await db.Inlasningsrader.AsNoTracking().SingleOrDefaultAsync(r => r.Id == radId && r.Tillstand == Inlasningstillstand.Vantar, ct) is { } rad)
                await AvgorAsync(radId, slag, await LasAsync(slag, rad.Falt(Inlasningsformat.For(slag).Antal), ct), ct);
        }

        return true;
    }

    /// <summary>Corrects a refused row and reads it in. Refused again, it stands as it was now typed.</summary>
    /// <param name="version">The row's version that the page showed.</param>
    /// <param name="varden">By column; columns that are left out stay as they were.</param>
    public async Task<Result<Inlasningsrad>?> RattaAsync(long id, long radId, int version, IReadOnlyDictionary<string, string?> varden, CancellationToken ct)
    {
        if (await HamtaAsync(id, radId, ct) is not var (slag, rad))
            return null;
        if (rad.Tillstand != Inlasningstillstand.Nekad)
            return new InlasningsradenAvgjord();

        var format = Inlasningsformat.For(slag);
        List<string> nya = [.. format.Namn.Zip(rad.Falt(format.Antal), (namn, nu) => varden.TryGetValue(namn, out var typed) ? typed ?? "" : nu)];
        var forLangt = format.Namn.Zip(nya).FirstOrDefault(f => f.Second.Length > Filgranser.MaxFaltlangd).First;
        if (forLangt is not null)
            return new FaltForLangt(forLangt);

        // Taken before it is read in, so that of two who correct it one alone carries it out; broken off here, it waits with the rest of the file.
        var tagen = await TaAsync(
            radId,
            version,
            r =>
            {
                r.Satt(nya);
                r.Avgor(Inlasningstillstand.Vantar, []);
            },
            ct);
        if (tagen is null)
            return new InlasningsradenAndrad();

        var svar = await LasAsync(slag, nya, ct);
        var avgjord = await AvgorAsync(radId, slag, svar, ct);
        return svar.Tillstand == Inlasningstillstand.Nekad
            ? Result<Inlasningsrad>.Refused([.. svar.Fel.Select(f => f with { Field = format.Kolumn(f.Field) })])
            : avgjord;
    }

    /// <summary>Takes a refused row off the list: nothing is read in.</summary>
    /// <param name="version">The row's version that the page showed.</param>
    public async Task<Result<Inlasningsrad>?> TaBortAsync(long id, long radId, int version, CancellationToken ct)
    {
        if (await HamtaAsync(id, radId, ct) is not var (_, hittad))
            return null;
        if (hittad.Tillstand != Inlasningstillstand.Nekad)
            return new InlasningsradenAvgjord();

        // In one save: a row that waited meanwhile could be read in by whoever reads in the rest.
        return await TaAsync(radId, version, rad => rad.Avgor(Inlasningstillstand.Borttagen, []), ct) is { } borttagen ? borttagen : new InlasningsradenAndrad();
    }

    private Task<Radsvar> LasAsync(Inlasningsslag slag, IReadOnlyList<string> varden, CancellationToken ct) => slag switch
    {
        Inlasningsslag.Utbildningar => _utbildningsrader.LasAsync(varden, ct),
        Inlasningsslag.Studietider => _studietidsrader.LasAsync(varden, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(slag), slag, null),
    };

    /// <summary>Makes something else of a refused row. Null when somebody was first.</summary>
    private async Task<Inlasningsrad?> TaAsync(long radId, int version, Action<Inlasningsrad> gor, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var rad = await db.Inlasningsrader.SingleAsync(r => r.Id == radId, ct);
        if (rad.Tillstand != Inlasningstillstand.Nekad || rad.Version != version)
            return null;

        gor(rad);
        return await SparaAsync(ct) ? rad : null;
    }

    /// <summary>
    /// A save of its own after the row's act: what comes between leaves the row waiting, and the act is found again. A row that somebody else has decided meanwhile stays as
    /// they left it.
    /// </summary>
    private async Task<Inlasningsrad> AvgorAsync(long radId, Inlasningsslag slag, Radsvar svar, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var format = Inlasningsformat.For(slag);
        var rad = await db.Inlasningsrader.SingleAsync(r => r.Id == radId, ct);
        // Of two who carried the act out at once one got it through: what came of it stands, whoever comes first here.
        var lyckades = svar.Tillstand is Inlasningstillstand.Inlast or Inlasningstillstand.Oforandrad;
        if (rad.Tillstand != Inlasningstillstand.Vantar && !(rad.Tillstand == Inlasningstillstand.Nekad && lyckades))
            return rad;

        rad.Avgor(svar.Tillstand, [.. svar.Fel.Select(f => new Inlasningsfel(f.Code, format.Kolumn(f.Field), f.Sentence))]);
        return await SparaAsync(ct) ? rad : await db.Inlasningsrader.SingleAsync(r => r.Id == radId, ct);
    }

    private async Task<bool> SparaAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task<(Inlasningsslag Slag, Inlasningsrad Rad)?> HamtaAsync(long id, long radId, CancellationToken ct) =>
        await db.Inlasningar.Where(i => i.Id == id).Select(i => (Inlasningsslag?)i.Slag).SingleOrDefaultAsync(ct) is { } slag
        && await db.Inlasningsrader.AsNoTracking().SingleOrDefaultAsync(r => r.Id == radId && r.InlasningId == id, ct) is { } rad
            ? (slag, rad)
            : null;

    private async Task<Result<long>> NekaAsync(IReadOnlyList<Refusal> fel)
    {
        await audit.AddRefusalAsync(Acts.StudyFileRead, AuditObjects.Skola, SkolaId, SkolaId, fel);
        return Result<long>.Refused(fel);
    }
}
