using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Inlasningar;

/// <summary>Reads rows of studietider into the läsår's open report, by the same service as the form, and writes them.</summary>
internal sealed class Studietidsrader(PortalDbContext db, StudietidService service, AktuellAnvandare anvandare)
{
    private const string Till = " till ";

    private static readonly Inlasningsformat Format = Inlasningsformat.Studietider;

    private Skolform? _skolform;

    /// <summary>As <see cref="LasAsync"/> reads it.</summary>
    /// <param name="utbildning">Null for the whole school.</param>
    public static string[] Skriv(Studietid studietid, Utbildning? utbildning) =>
    [
        $"{studietid.Id}",
        utbildning?.Uppgift.Namn ?? Inlasningsformat.HelaSkolan,
        utbildning?.Uppgift.Kod ?? "",
        $"{utbildning?.Id}",
        $"{studietid.ForstaDag:yyyy-MM-dd}",
        $"{studietid.SistaDag:yyyy-MM-dd}",
        string.Join(", ", studietid.Uppehall.OrderBy(u => u.ForstaDag).Select(u => $"{u.ForstaDag:yyyy-MM-dd}{Till}{u.SistaDag:yyyy-MM-dd}")),
        studietid.PoangTiondelar is { } poang ? Tiondelar.Text(poang) : "",
        $"{studietid.Omfattning}",
        "",
    ];

    public async Task<Radsvar> LasAsync(IReadOnlyList<string> varden, CancellationToken ct)
    {
        List<Refusal> fel = [];
        var skolform = _skolform ??= await Studietidsprovning.SkolformAsync(db, anvandare.AktivSkola!.Id, ct);
        var uppgift = Uppgift(varden, skolform, fel);
        var (utbildningId, hinder) = await UtbildningAsync(varden, ct);
        if (hinder is not null)
            fel.Add(hinder);
        if (fel.Count > 0)
            return Radsvar.Nekad(fel);

        var lasar = Lasar.For(uppgift!.Period.ForstaDag);
        var nummer = Varde(varden, Inlasningsformat.Nummer);
        if (nummer.Length > 0)
            return await AndraAsync(nummer, lasar, utbildningId, uppgift, Inlasningsformat.ArJa(Varde(varden, Inlasningsformat.Bekraftelse)), ct);

        var lage = await Lasarslage.LaddaAsync(db, anvandare.AktivSkola!.Id, lasar, s => s.UtbildningId == utbildningId, ct);
        if (lage.Blir().Any(s => Studietidsskillnad.Lika(s.Uppgift, uppgift)))
            return Radsvar.Oforandrad;

        // Asked first, so that a file of a thousand faults is not a thousand refusals in the log.
        var bedomning = (await service.BedomAsync(lasar, utbildningId, uppgift, null, ct))!;
        return bedomning.ArGodtagen ? Radsvar.For((await service.LaggTillAsync(lasar, utbildningId, uppgift, ct))!) : Radsvar.Nekad(bedomning.Refusals);
    }

    private async Task<Radsvar> AndraAsync(string nummer, Lasar lasar, long? utbildningId, Studietidsuppgift uppgift, bool bekraftad, CancellationToken ct)
    {
        if (!long.TryParse(nummer, out var id)
            || await db.Studietider.AsNoTracking().Include(s => s.Uppehall).SingleOrDefaultAsync(s => s.Id == id && s.UtbildningId == utbildningId, ct) is not { } nu)
            return Radsvar.Nekad([new InlasningsnummerFel(Inlasningsformat.Nummer)]);
        if (nu.Status == Studietidsstatus.Ersatt)
            return Radsvar.Nekad([new StudietidenGallerInte()]);

        // What the report makes of it counts, so that the same file once more is the same.
        var blir = await db.Studietider.AsNoTracking().Include(s => s.Uppehall).SingleOrDefaultAsync(s => s.ErsatterId == id && s.Status == Studietidsstatus.Forslag, ct) ?? nu;
        if (blir is { Status: Studietidsstatus.Forslag, Atgard: Studietidsatgard.Borttagning })
            return Radsvar.Nekad([new StudietidenTasBort()]);
        if (Studietidsskillnad.Lika(blir.Uppgift, uppgift))
            return Radsvar.Oforandrad;

        var bedomning = (await service.BedomAsync(lasar, utbildningId, uppgift, blir.Id, ct))!;
        return bedomning.ArGodtagen ? Radsvar.For((await service.AndraAsync(blir.Id, uppgift, blir.Version, bekraftad, ct))!) : Radsvar.Nekad(bedomning.Refusals);
    }

    private async Task<(long? Id, Refusal? Hinder)> UtbildningAsync(IReadOnlyList<string> varden, CancellationToken ct)
    {
        var (namn, kod, nummer) = (Varde(varden, "utbildning"), Varde(varden, "kod"), Varde(varden, "utbildningsnummer"));
        if (nummer.Length > 0)
        {
            return long.TryParse(nummer, out var id) && await db.Utbildningar.AnyAsync(u => u.Id == id, ct)
                ? (id, null)
                : (null, new InlasningsnummerFel("utbildningsnummer"));
        }

        if (SvenskText.Folda(namn) == SvenskText.Folda(Inlasningsformat.HelaSkolan))
            return (null, null);

        var nyckel = SvenskText.SorteringsNyckel(namn);
        var funna = await db.Utbildningar.Where(u => u.Status == Utbildningsstatus.Aktuell && u.Sorteringsnyckel == nyckel).Select(u => new { u.Id, u.Uppgift.Kod }).ToListAsync(ct);
        if (kod.Length > 0)
            funna.RemoveAll(u => !kod.Equals(u.Kod, StringComparison.OrdinalIgnoreCase));
        return funna switch
        {
            [var en] => (en.Id, null),
            [] => (null, new UtbildningenSaknasForRad()),
            _ => (null, new FleraUtbildningarForRad(funna.Count)),
        };
    }

    private static Studietidsuppgift? Uppgift(IReadOnlyList<string> varden, Skolform skolform, List<Refusal> fel)
    {
        var (forsta, sista) = (Dag(varden, "forsta_dag", fel), Dag(varden, "sista_dag", fel));
        if (sista < forsta)
            fel.Add(new InlastOrdningFel());
        List<Dagperiod> uppehall = [];
        foreach (var del in Varde(varden, "uppehall").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var dagar = del.Replace(Till, "–", StringComparison.OrdinalIgnoreCase).Split('–', StringSplitOptions.TrimEntries);
            if (dagar.Length <= 2 && Datumtolk.TryTolka(dagar[0], out var fran) && Datumtolk.TryTolka(dagar[^1], out var till) && till >= fran)
                uppehall.Add(new(fran, till));
            else
                fel.Add(new InlastUppehallFel(del.Length > 40 ? del[..40] : del));
        }

        var (poang, omfattning) = Studietidsomfattning.Tolka(Varde(varden, "poang"), Varde(varden, "omfattning"), skolform);
        return fel.Count > 0 ? null : new(new(forsta!.Value, sista!.Value), uppehall, poang, omfattning);
    }

    private static DateOnly? Dag(IReadOnlyList<string> varden, string kolumn, List<Refusal> fel)
    {
        if (Datumtolk.TryTolka(Varde(varden, kolumn), out var dag))
            return dag;

        fel.Add(new InlastDagFel(kolumn));
        return null;
    }

    private static string Varde(IReadOnlyList<string> varden, string kolumn) => varden[Format.Plats(kolumn)].Trim();
}
