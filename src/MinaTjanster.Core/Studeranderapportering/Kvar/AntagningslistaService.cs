using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Filrapportering.Lasning;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Kvar;

/// <summary>What an admissions list led to.</summary>
/// <param name="Nya">Students that the school did not have.</param>
/// <param name="Kanda">Students that it had.</param>
public sealed record Antagningsresultat(int Nya, int Kanda);

/// <summary>
/// Reads an admissions list: who the school expects, and from when. All of it or nothing: a list with a fault changes nothing, and says
/// every row that is wrong.
/// </summary>
public sealed class AntagningslistaService(PortalDbContext db, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>Bytes: far more than the largest school admits.</summary>
    public const int MaxStorlek = 2 * 1024 * 1024;

    public const int MaxRader = 10_000;

    /// <summary>Beyond these nobody reads on: the rest of the list is most often wrong in the same way.</summary>
    private const int MaxFel = 100;

    private static readonly Filkolumner Kolumner = new(
        new Filkolumn("personnummer", true), new Filkolumn("fornamn", true), new Filkolumn("efternamn", true), new Filkolumn("start", true), new Filkolumn("klass"), new Filkolumn("utbildning"), new Filkolumn("skydd"));

    /// <param name="fil">Can be read again from its start.</param>
    public async Task<Result<Antagningsresultat>> LasAsync(Stream fil, CancellationToken ct)
    {
        var oversikt = await Forgranskning.GranskaAsync(fil, ct);
        if (!oversikt.IsAccepted)
            return await NekaAsync(oversikt.Refusals);

        fil.Position = 0;
        var oppnad = await Fillasare.OppnaAsync(fil, oversikt.Value, Kolumner, ct);
        if (!oppnad.IsAccepted)
            return await NekaAsync(oppnad.Refusals);

        await using var lasare = oppnad.Value;
        List<Refusal> fel = [];
        Dictionary<Personnummer, Antagen> antagna = [];
        while (fel.Count < MaxFel && await lasare.NastaAsync(ct) is { } rad)
        {
            var tolkad = Tolka(rad);
            fel.AddRange(tolkad.Refusals);
            if (tolkad.IsAccepted && !antagna.TryAdd(tolkad.Value.Personnummer, tolkad.Value))
                fel.Add(new AntagenTvaGanger(rad.Radnummer));
            if (antagna.Count > MaxRader)
                return await NekaAsync([.. fel, new ForMangaAntagna()]);
        }

        return fel.Count > 0 ? await NekaAsync(fel) : await Studerandeserie.MedOmtagAsync(db, () => SparaAsync(antagna.Values, ct));
    }

    private async Task<Result<Antagningsresultat>> SparaAsync(IReadOnlyCollection<Antagen> antagna, CancellationToken ct)
    {
        var skolaId = anvandare.AktivSkola!.Id;
        var kanda = 0;
        // Five hundred at a time: a query's parameters have a limit on both engines.
        foreach (var del in antagna.Chunk(500))
        {
            var nummer = del.Select(a => a.Personnummer).ToList();
            var egna = await db.Studerande.Include(s => s.Sokord).Where(s => nummer.Contains(s.Personnummer)).ToDictionaryAsync(s => s.Personnummer, ct);
            kanda += egna.Count;
            foreach (var antagen in del)
            {
                if (!egna.TryGetValue(antagen.Personnummer, out var studerande))
                    db.Add(studerande = new Studerande(skolaId, antagen.Personnummer, antagen.Fornamn, antagen.Efternamn, antagen.Skydd, antagen.Klass));
                else if (antagen.Skydd == Personskydd.Skyddad && !studerande.ArSkyddad)
                {
                    studerande.Skydda();
                    audit.Add(Acts.StudentProtected, AuditObjects.Studerande, studerande.Id, skolaId);
                }

                studerande.Vanta(antagen.Start, antagen.Utbildning);
            }
        }

        audit.Add(Acts.ExpectedListRead, AuditObjects.Skola, skolaId, skolaId, changes: $"Antagna: {antagna.Count}");
        await db.SaveChangesAsync(ct);
        return new Antagningsresultat(antagna.Count - kanda, kanda);
    }

    private Result<Antagen> Tolka(Filrad rad)
    {
        if (rad.Fel is { } trasig)
            return new AntagenRadfel(rad.Radnummer, trasig.Sentence);

        var v = rad.Varden;
        if (!Personnummer.TryParse(v[0], klocka.SvenskDag(), out var personnummer))
            return new AntagenRadfel(rad.Radnummer, "personnumret är fel. Skriv det som ÅÅÅÅMMDD-NNNN.");
        if (v[1].Length is 0 or > Studerande.MaxNamn || v[2].Length is 0 or > Studerande.MaxNamn)
            return new AntagenRadfel(rad.Radnummer, $"förnamn och efternamn ska finnas, med högst {Studerande.MaxNamn} tecken var.");
        if (!Datumtolk.TryTolka(v[3], out var start))
            return new AntagenRadfel(rad.Radnummer, "start ska vara ett datum, till exempel 2026-08-17.");
        if (v[4].Length > Studerande.MaxKlass || v[5].Length > Studieperiod.MaxUtbildning)
            return new AntagenRadfel(rad.Radnummer, $"klass får ha högst {Studerande.MaxKlass} tecken och utbildning högst {Studieperiod.MaxUtbildning}.");

        var skyddad = v[6].Equals("ja", StringComparison.OrdinalIgnoreCase);
        if (!skyddad && v[6].Length > 0 && !v[6].Equals("nej", StringComparison.OrdinalIgnoreCase))
            return new AntagenRadfel(rad.Radnummer, "skydd ska vara ja eller nej, eller tomt.");

        return new Antagen(personnummer, v[1], v[2], start, v[4].Length == 0 ? null : v[4], v[5].Length == 0 ? null : v[5], skyddad ? Personskydd.Skyddad : Personskydd.Inget);
    }

    private async Task<Result<Antagningsresultat>> NekaAsync(IReadOnlyList<Refusal> fel)
    {
        await audit.AddRefusalAsync(Acts.ExpectedListRead, AuditObjects.Skola, anvandare.AktivSkola!.Id, anvandare.AktivSkola.Id, fel.DistinctBy(f => f.Code));
        return Result<Antagningsresultat>.Refused(fel);
    }

    private sealed record Antagen(Personnummer Personnummer, string Fornamn, string Efternamn, DateOnly Start, string? Klass, string? Utbildning, Personskydd Skydd);
}
