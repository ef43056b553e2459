using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>A line in the list of the school's files.</summary>
/// <param name="Kvar">Refused rows that nobody has corrected.</param>
public sealed record Fillistrad(Filjobb Jobb, string SkickadAv, string? Kvittensnummer, int Kvar);

/// <summary>One file as its page and its receipt show it.</summary>
/// <param name="Obesvarade">Warnings that nobody has answered.</param>
/// <param name="Satt">How the school reports now.</param>
public sealed record Filsida(Filjobb Jobb, string SkickadAv, string Skolkod, string Skolnamn, Rapporteringssatt Satt, int Kvar, int Obesvarade)
{
    public string? Kvittensnummer => Jobb.Sandning?.Kvittensnummer;

    public IReadOnlyList<string> Filvarningar => Jobb.Filvarningar.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>0–100, by lines of the whole file.</summary>
    public int Procent => Jobb.ArAvslutad ? 100 : Jobb.RaderIFilen == 0 ? 0 : (int)Math.Clamp((Jobb.Position - 1) * 100 / Jobb.RaderIFilen, 0, 99);

    /// <summary>What CSN has of the file.</summary>
    public int Skickade => Jobb.Andamal == Filandamal.Testa ? 0 : Jobb.Godtagna + Jobb.Rattade;
}

/// <summary>A held row with its student, as a reader may see it.</summary>
public sealed record Fillistadrad(Filjobbsrad Rad, Studerande? Studerande)
{
    public bool ArSkyddad => Rad.Skydd == Personskydd.Skyddad || Studerande is { ArSkyddad: true };

    public string NamnFor(bool farSeSkyddade)
    {
        var (fornamn, efternamn) = Studerande is { } s ? (s.Fornamn, s.Efternamn) : (Rad.Falt[Filformat.Plats(Filformat.Fornamn)], Rad.Falt[Filformat.Plats(Filformat.Efternamn)]);
        var namn = Core.Studeranderapportering.Studerande.VisatNamn(ArSkyddad ? Personskydd.Skyddad : Personskydd.Inget, fornamn, efternamn, farSeSkyddade).Trim();
        return namn.Length > 0 ? namn : "Okänd studerande";
    }

    public string PersonnummerFor(bool farSeSkyddade) => ArSkyddad && !farSeSkyddade
        ? Core.Studeranderapportering.Studerande.VisatPersonnummer(Personskydd.Skyddad, Rad.Personnummer!, false)
        : Rad.Personnummer?.Fullt ?? Rad.Falt[Filformat.Plats(Filformat.Personnummer)];

    public Handelsetyp? Typ => Rad.Handelsekod is { } kod ? Handelsetyper.MedKod(kod) : null;
}

/// <summary>The active school's files.</summary>
public sealed class FilQuery(PortalDbContext db)
{
    /// <summary>Newest first.</summary>
    /// <param name="sida">From 1; a page beyond the last gives the last.</param>
    public async Task<Listsida<Fillistrad>> SidaAsync(int sida, CancellationToken ct)
    {
        var antal = await db.Filjobb.CountAsync(ct);
        sida = Math.Clamp(sida, 1, Listsida<Fillistrad>.SistaSida(antal));
        var rader = await (
            from j in db.Filjobb.AsNoTracking().Include(j => j.Sandning)
            join k in db.Konton on j.KontoId equals k.Id
            orderby j.Uppladdad descending, j.Id descending
            select new Fillistrad(
                j,
                k.Namn,
                j.Sandning == null ? null : j.Sandning.Kvittensnummer,
                db.Filjobbsrader.Count(r => r.FiljobbId == j.Id && r.Tillstand == Filradstillstand.Kvar)))
            .Skip((sida - 1) * Listsida<Fillistrad>.Storlek).Take(Listsida<Fillistrad>.Storlek).ToListAsync(ct);
        return new(rader, antal, sida);
    }

    /// <returns>Null when the active school has no such file.</returns>
    public async Task<Filsida?> ForAsync(long id, CancellationToken ct)
    {
        if (await db.Filjobb.AsNoTracking().Include(j => j.Sandning).SingleOrDefaultAsync(j => j.Id == id, ct) is not { } jobb)
            return null;

        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == jobb.SkolaId, ct);
        return new(
            jobb,
            await db.Konton.Where(k => k.Id == jobb.KontoId).Select(k => k.Namn).SingleAsync(ct),
            skola.Skolkod,
            skola.Namn,
            skola.Rapporteringssatt,
            await db.Filjobbsrader.CountAsync(r => r.FiljobbId == id && r.Tillstand == Filradstillstand.Kvar, ct),
            await db.Filjobbsrader.CountAsync(r => r.FiljobbId == id && r.Tillstand == Filradstillstand.Varnad, ct));
    }

    /// <summary>A page of the rows in a state, in the order of the file.</summary>
    public async Task<Listsida<Fillistadrad>> RaderAsync(long jobbId, Filradstillstand tillstand, int sida, CancellationToken ct)
    {
        var alla = db.Filjobbsrader.AsNoTracking().Where(r => r.FiljobbId == jobbId && r.Tillstand == tillstand);
        var antal = await alla.CountAsync(ct);
        sida = Math.Clamp(sida, 1, Listsida<Fillistadrad>.SistaSida(antal));
        var rader = await alla.Include(r => r.Fel).OrderBy(r => r.Radnummer).ThenBy(r => r.Id)
            .Skip((sida - 1) * Listsida<Fillistadrad>.Storlek).Take(Listsida<Fillistadrad>.Storlek).ToListAsync(ct);
        return new(await MedStuderandeAsync(rader, ct), antal, sida);
    }

    /// <summary>What Ladok's feed has sent: null for anything else.</summary>
    public async Task<Filsida?> FranLadokAsync(long id, CancellationToken ct) =>
        await ForAsync(id, ct) is { Jobb.Sandning.Kanal: Sandningskanal.Ladok } fil ? fil : null;

    /// <summary>Rows that are refused or warned of, in the order of the file.</summary>
    /// <param name="efter">Only rows after this line.</param>
    public async Task<IReadOnlyList<Filjobbsrad>> AnmarktaAsync(long jobbId, long efter, int antal, CancellationToken ct) =>
        await db.Filjobbsrader.AsNoTracking().Include(r => r.Fel)
            .Where(r => r.FiljobbId == jobbId && (r.Tillstand == Filradstillstand.Kvar || r.Tillstand == Filradstillstand.Varnad) && r.Radnummer > efter)
            .OrderBy(r => r.Radnummer).ThenBy(r => r.Id).Take(antal).ToListAsync(ct);

    /// <returns>Null when the active school has no such row.</returns>
    public async Task<Fillistadrad?> RadAsync(long jobbId, long radId, CancellationToken ct) =>
        await db.Filjobbsrader.AsNoTracking().Include(r => r.Fel).SingleOrDefaultAsync(r => r.Id == radId && r.FiljobbId == jobbId, ct) is { } rad
            ? (await MedStuderandeAsync([rad], ct))[0]
            : null;

    /// <summary>All refused rows that are left, a few hundred at a time; without those of protected persons, who are corrected on screen.</summary>
    public async IAsyncEnumerable<Filjobbsrad> FelraderAsync(long jobbId, [EnumeratorCancellation] CancellationToken ct)
    {
        const int Antal = 500;
        for (var efter = 0L; ;)
        {
            var rader = await db.Filjobbsrader.AsNoTracking().Include(r => r.Fel)
                .Where(r => r.FiljobbId == jobbId && r.Tillstand == Filradstillstand.Kvar && r.Id > efter)
                .OrderBy(r => r.Id).Take(Antal).ToListAsync(ct);
            foreach (var rad in (await MedStuderandeAsync(rader, ct)).Where(r => !r.ArSkyddad))
                yield return rad.Rad;
            if (rader.Count < Antal)
                yield break;
            efter = rader[^1].Id;
        }
    }

    private async Task<IReadOnlyList<Fillistadrad>> MedStuderandeAsync(List<Filjobbsrad> rader, CancellationToken ct)
    {
        var personer = rader.Where(r => r.Personnummer is not null).Select(r => r.Personnummer!).Distinct().ToList();
        var studerande = await db.Studerande.AsNoTracking().Where(s => personer.Contains(s.Personnummer)).ToDictionaryAsync(s => s.Personnummer, ct);
        return rader.ConvertAll(r => new Fillistadrad(r, r.Personnummer is { } p ? studerande.GetValueOrDefault(p) : null));
    }
}
