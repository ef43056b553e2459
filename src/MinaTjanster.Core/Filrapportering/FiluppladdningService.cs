using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Filrapportering.Lasning;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>A school's part of a file that was taken in, or that had been before.</summary>
public sealed record Mottagetfiljobb(long FiljobbId, long SkolaId, string Skolkod, Filmottagande Mottagande);

public enum Filmottagande
{
    /// <summary>It waits to be read in.</summary>
    Nytt,

    /// <summary>The same content has been sent before: it is not read again.</summary>
    RedanSkickat,
}

/// <summary>
/// Takes in student files: stores the bytes, judges the file as a whole, and puts one job for each of its schools on the work list, in the same
/// save (design decision 20).
/// </summary>
public sealed class FiluppladdningService(
    PortalDbContext db, NyPortalDbContext nyDb, DokumentService dokument, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>100 MB [V]: far more than the 100 000 rows of a large file.</summary>
    public const long MaxStorlek = 100L * 1024 * 1024;

    private const string Prefix = "SR";
    private const int FlestForsok = 5;

    /// <param name="filnamn">Cleaned by <see cref="Filnamn.Rensa"/>.</param>
    /// <param name="innehall">Read to its end, or to just past the limit.</param>
    /// <returns>The jobs, the active school's first; or why the file as a whole cannot be read. Refused: nothing is kept of it.</returns>
    /// <param name="kanal">By file, or Ladok's feed: only schools that report so.</param>
    public async Task<Result<IReadOnlyList<Mottagetfiljobb>>> TaEmotAsync(
        string filnamn, Filandamal andamal, Stream innehall, CancellationToken ct, Sandningskanal kanal = Sandningskanal.Fil)
    {
        // The moment of upload counts, not that of read-in (domain.md section 5).
        var tid = klocka.UtcNu();
        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == anvandare.AktivSkola!.Id, ct);
        if (skola.Rapporteringssatt != (kanal == Sandningskanal.Ladok ? Rapporteringssatt.Ladok : Rapporteringssatt.Fil))
            return await NekaAsync(skola, [kanal == Sandningskanal.Ladok ? new SkolanRapporterarInteILadok() : new SkolanSkickarInteFil(skola.Rapporteringssatt)]);
        if (await dokument.LagraOgranskadAsync(skola.Id, filnamn, MaxStorlek, innehall, ct) is not var (dokumentId, langd))
            return await NekaAsync(skola, [new StuderandefilForStor()]);

        var behall = false;
        try
        {
            var granskad = await GranskaAsync(dokumentId, langd, skola, ct);
            if (!granskad.IsAccepted)
                return await NekaAsync(skola, granskad.Refusals);

            var jobb = await SkapaAsync(dokumentId, filnamn, andamal, skola, granskad.Value, tid, kanal, ct);
            behall = jobb.Any(j => j.Mottagande == Filmottagande.Nytt);
            return Result<IReadOnlyList<Mottagetfiljobb>>.Accepted(jobb);
        }
        finally
        {
            if (!behall)
                await dokument.TaBortAsync(dokumentId, CancellationToken.None);
        }
    }

    /// <summary>Three passes over the stored bytes: encoding and hash, the header, and which schools there are.</summary>
    private async Task<Result<Granskning>> GranskaAsync(long dokumentId, long langd, Skola skola, CancellationToken ct)
    {
        await using var egen = nyDb.Ny(db.Omfang);
        var delar = egen.Dokumentdelar.AsNoTracking().Where(d => d.DokumentId == dokumentId);
        await using var strom = new Dokumentstrom(delar, langd);
        var oversikt = await Forgranskning.GranskaAsync(strom, ct);
        if (!oversikt.IsAccepted)
            return Result<Granskning>.Refused(oversikt.Refusals);

        var oppnad = await Fillasare.OppnaAsync(new Dokumentstrom(delar, langd), oversikt.Value, Filformat.Kolumner, ct);
        if (!oppnad.IsAccepted)
            return Result<Granskning>.Refused(oppnad.Refusals);

        await using var lasare = oppnad.Value;
        return new Granskning(oversikt.Value, [.. lasare.Rubrik.Varningar.Select(v => v.Sentence)], await SkolorAsync(egen, lasare, skola, ct));
    }

    /// <summary>
    /// The active school, and those of the person's other schools that the file names and that report by file. A file without rows for the active
    /// school, or for schools of nobody's, has no job there.
    /// </summary>
    private async Task<IReadOnlyList<Skola>> SkolorAsync(PortalDbContext egen, Fillasare lasare, Skola skola, CancellationToken ct)
    {
        if (!lasare.Rubrik.Has(Filformat.Plats(Filformat.Skolkod)))
            return [skola];

        // A right at one of the schools of the signed-in person, as it is now.
        var andra = anvandare.SkolorMed(Rattighet.RapporteraHandelser).Where(id => id != skola.Id).ToList();
        var egna = await egen.Skolor.AsNoTracking().Where(s => andra.Contains(s.Id) && s.Rapporteringssatt == Rapporteringssatt.Fil).ToDictionaryAsync(s => s.Skolkod, ct);
        var (funna, hemma) = (new List<Skola>(), false);
        while ((!hemma || funna.Count < egna.Count) && await lasare.NastaAsync(ct) is { } rad)
        {
            if (!egna.TryGetValue(Radtolk.Skolkod(rad.Varden), out var annan))
                hemma = true;
            else if (!funna.Contains(annan))
                funna.Add(annan);
        }

        return hemma ? [skola, .. funna] : funna;
    }

    private async Task<IReadOnlyList<Mottagetfiljobb>> SkapaAsync(
        long dokumentId, string filnamn, Filandamal andamal, Skola skola, Granskning granskning, DateTime tid, Sandningskanal kanal, CancellationToken ct)
    {
        for (var forsok = 1; ; forsok++)
        {
            // Several schools at once: the person's right at each of them has been checked.
            await using var alla = nyDb.NyForAlla("fil till flera skolor");
            var skolor = granskning.Skolor.Select(s => s.Id).ToList();
            var redan = andamal == Filandamal.Testa
                ? []
                : await alla.Nationellt<Filjobb>().Where(j => skolor.Contains(j.SkolaId) && j.Unikt == granskning.Oversikt.Sha256).ToDictionaryAsync(j => j.SkolaId, j => j.Id, ct);
            if (redan.Count == skolor.Count)
                return [.. granskning.Skolor.Select(s => new Mottagetfiljobb(redan[s.Id], s.Id, s.Skolkod, Filmottagande.RedanSkickat))];

            var bytes = await alla.Nationellt<Dokument>().SingleAsync(d => d.Id == dokumentId, ct);
            bytes.Slutfor(Dokumenttyp.Studerandefil, granskning.Oversikt.Langd, granskning.Oversikt.Sha256, 0);
            var fil = new Filuppladdning(skola.Id, anvandare.KontoId, bytes, andamal, granskning.Oversikt, granskning.Skolor.Select(s => s.Skolkod), tid);
            var logg = new AuditService(alla, nyDb, anvandare, klocka);
            var nya = new Dictionary<long, Filjobb>();
            foreach (var en in granskning.Skolor.Where(s => !redan.ContainsKey(s.Id)))
            {
                var sandning = andamal == Filandamal.Testa
                    ? null
                    : new Sandning(en.Id, Kvittensnummer.Nytt(Prefix).Text, Hemlighet.Ny(), kanal, anvandare.KontoId, tid, tid.SvenskDag());
                var jobb = new Filjobb(fil, filnamn, en.Id, sandning, granskning.Varningar);
                nya.Add(en.Id, jobb);
                alla.Add(jobb);
                logg.AddForNew(Acts.FileUploaded, AuditObjects.Filjobb, () => jobb.Id, en.Id, andamal == Filandamal.Testa ? "testad" : null);
            }

            try
            {
                await alla.SaveChangesAsync(ct);
                return [.. granskning.Skolor.Select(s => nya.TryGetValue(s.Id, out var ny)
                    ? new Mottagetfiljobb(ny.Id, s.Id, s.Skolkod, Filmottagande.Nytt)
                    : new Mottagetfiljobb(redan[s.Id], s.Id, s.Skolkod, Filmottagande.RedanSkickat))];
            }
            catch (DbUpdateException) when (forsok < FlestForsok)
            {
                // The same content came at the same moment, or a receipt number was taken: asked again.
            }
        }
    }

    private async Task<Result<IReadOnlyList<Mottagetfiljobb>>> NekaAsync(Skola skola, IReadOnlyList<Refusal> refusals)
    {
        await audit.AddRefusalAsync(Acts.FileUploaded, AuditObjects.Skola, skola.Id, skola.Id, refusals);
        return Result<IReadOnlyList<Mottagetfiljobb>>.Refused(refusals);
    }

    private sealed record Granskning(Filoversikt Oversikt, IReadOnlyList<string> Varningar, IReadOnlyList<Skola> Skolor);
}
