using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Kvar;

/// <summary>What is missing for a student.</summary>
public enum Kvarslag
{
    /// <summary>Expected to begin, and neither a start nor that they never came is reported.</summary>
    Start,

    /// <summary>A study period has ended without a result.</summary>
    Resultat,
}

/// <summary>A student with something left to report.</summary>
/// <param name="Utbildning">Of the period it is about, or of the last one; null where none is known.</param>
/// <param name="Dag">When they were expected to begin, or when the period ended.</param>
/// <param name="Varfor">Why they are expected, in a few words.</param>
public sealed record Kvarrad(
    long StuderandeId, string Fornamn, string Efternamn, Personnummer Personnummer, Personskydd Skydd, string? Klass, Kvarslag Slag, string? Utbildning, DateOnly Dag, string Varfor)
{
    public string NamnFor(bool farSeSkyddade) => Studerande.VisatNamn(Skydd, Fornamn, Efternamn, farSeSkyddade);

    public string PersonnummerFor(bool farSeSkyddade) => Studerande.VisatPersonnummer(Skydd, Personnummer, farSeSkyddade);

    public string? KlassFor(bool farSeSkyddade) => Studerande.VisadUppgift(Skydd, Klass, farSeSkyddade);

    public string? UtbildningFor(bool farSeSkyddade) => Studerande.VisadUppgift(Skydd, Utbildning, farSeSkyddade);
}

/// <param name="Starter">Students of whom it is not said that they began.</param>
/// <param name="Resultat">Periods without a result.</param>
public sealed record Kvarantal(int Starter, int Resultat);

/// <summary>
/// "Who is left": students who are expected (by their last period, an admissions list or a reported admission) against what is reported,
/// and periods that have ended without a result, at school forms that report results.
/// </summary>
public sealed class KvarQuery(PortalDbContext db, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>How long after its end a period may lack its result before it is taken for an old one [V]: a läsår.</summary>
    private const int Resultatdagar = 365;

    /// <summary>Who has ended it in spring has left school, and is not expected in autumn [V]; one who comes all the same is reported as usual.</summary>
    private const int SistaArskurs = 3;

    /// <summary>All that is left at the active school, starts first, then by name.</summary>
    public async Task<IReadOnlyList<Kvarrad>> AllaAsync(CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var skolform = await db.Skolor.Where(s => s.Id == anvandare.AktivSkola!.Id).Select(s => s.Skolform).SingleAsync(ct);
        return [.. await StarterAsync(idag, ct), .. Handelseslag.Studieresultat.Typ().For(skolform) is null ? [] : await ResultatAsync(idag, skolform, ct)];
    }

    /// <summary>How many are left at the active school, of each kind.</summary>
    public async Task<Kvarantal> AntalAsync(Skolform skolform, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        return new(
            await Vantade(idag).CountAsync(ct),
            Handelseslag.Studieresultat.Typ().For(skolform) is null ? 0 : await UtanResultat(idag, skolform).CountAsync(ct));
    }

    /// <summary>Students who are expected this term, by whatever says so, and of whom neither a start nor that they never came is reported.</summary>
    private IQueryable<Studerande> Vantade(DateOnly idag) => Vantade(db, idag);

    /// <inheritdoc cref="Vantade(DateOnly)"/>
    /// <param name="db">Its scope is the school.</param>
    internal static IQueryable<Studerande> Vantade(PortalDbContext db, DateOnly idag)
    {
        var termin = Termin.For(idag);
        var forra = Termin.For(termin.ForstaDag.AddDays(-1));
        return db.Studerande.AsNoTracking()
            // Nothing that lies in this term, and nobody who never came.
            .Where(s =>
                !db.Studieperioder.Any(p => p.StuderandeId == s.Id && p.SistaDag >= termin.ForstaDag)
                && !db.Handelser.Any(h => h.StuderandeId == s.Id && h.Status == Handelsestatus.Galler && h.Uppgift.Slag == Handelseslag.EjPaborjat && h.Uppgift.ForstaDag >= termin.ForstaDag))
            .Where(s =>
                db.Studieperioder.Any(p => p.StuderandeId == s.Id && p.SistaDag >= forra.ForstaDag && p.SistaDag >= p.PlaneradSistaDag && (termin.Slag == Terminsslag.Var || p.Arskurs == null || p.Arskurs < SistaArskurs))
                || db.Handelser.Any(h => h.StuderandeId == s.Id && h.Status == Handelsestatus.Galler && h.Uppgift.Slag == Handelseslag.Antagen && h.Uppgift.ForstaDag <= idag && h.Uppgift.SistaDag >= termin.ForstaDag)
                || (s.VantadFran <= idag
                    // Whoever began upon the list, or is reported as not having come, is expected by it no more.
                    && !db.Studieperioder.Any(p => p.StuderandeId == s.Id && p.SistaDag >= s.VantadFran)
                    && !db.Handelser.Any(h => h.StuderandeId == s.Id && h.Status == Handelsestatus.Galler && h.Uppgift.Slag == Handelseslag.EjPaborjat && h.Uppgift.ForstaDag >= s.VantadFran)));
    }

    private async Task<List<Kvarrad>> StarterAsync(DateOnly idag, CancellationToken ct)
    {
        var termin = Termin.For(idag);
        var forra = Termin.For(termin.ForstaDag.AddDays(-1));
        var rader = await Vantade(idag)
            .OrderBy(s => s.Sorteringsnyckel)
            .Select(s => new
            {
                Studerande = s,
                Antagen = db.Handelser
                    .Where(h => h.StuderandeId == s.Id && h.Status == Handelsestatus.Galler && h.Uppgift.Slag == Handelseslag.Antagen && h.Uppgift.ForstaDag <= idag && h.Uppgift.SistaDag >= termin.ForstaDag)
                    .OrderBy(h => h.Uppgift.ForstaDag).Select(h => new { h.Uppgift.ForstaDag, h.Uppgift.Utbildning }).FirstOrDefault(),
                Forra = db.Studieperioder.Where(p => p.StuderandeId == s.Id && p.SistaDag >= forra.ForstaDag && p.SistaDag >= p.PlaneradSistaDag)
                    .OrderByDescending(p => p.SistaDag).Select(p => new { p.SistaDag, p.Utbildning }).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return
        [
            .. rader.Select(r => r switch
            {
                { Antagen: { } antagen } => Rad(r.Studerande, Kvarslag.Start, antagen.Utbildning, antagen.ForstaDag, "Rapporterad som antagen"),
                { Studerande.VantadFran: { } vantad } => Rad(r.Studerande, Kvarslag.Start, r.Studerande.VantadUtbildning, vantad, "Finns på antagningslistan"),
                _ => Rad(r.Studerande, Kvarslag.Start, r.Forra!.Utbildning, termin.ForstaDag, $"Läste till {r.Forra.SistaDag:yyyy-MM-dd}"),
            }),
        ];
    }

    private async Task<List<Kvarrad>> ResultatAsync(DateOnly idag, Skolform skolform, CancellationToken ct)
    {
        var rader = await UtanResultat(idag, skolform).OrderBy(r => r.Studerande.Sorteringsnyckel).ThenBy(r => r.Period.SistaDag)
            .Select(r => new { r.Studerande, r.Period.Utbildning, r.Period.SistaDag }).ToListAsync(ct);
        return rader.ConvertAll(r => Rad(r.Studerande, Kvarslag.Resultat, r.Utbildning, r.SistaDag, $"Perioden slutade {r.SistaDag:yyyy-MM-dd}"));
    }

    /// <summary>Periods that have ended without a result, with their students.</summary>
    private IQueryable<Resultatlos> UtanResultat(DateOnly idag, Skolform skolform)
    {
        var fran = idag.AddDays(-Resultatdagar);
        // Komvux and högskola report per course, the others for the period. A högskola's programme is no course: any result in its time will do.
        var (komvux, hogskola) = (skolform == Skolform.Komvux, skolform == Skolform.Hogskola);
#pragma warning disable CA1304, CA1311, CA1862 // The database upper-cases, by no culture of ours.
        return
            from s in db.Studerande.AsNoTracking()
            from p in db.Studieperioder.Where(p => p.StuderandeId == s.Id && p.SistaDag < idag && p.SistaDag >= fran)
            let arKurs = komvux || (hogskola && db.Handelser.Any(h => h.Id == p.HandelseId && (h.Uppgift.Slag == Handelseslag.Kursregistrering || h.Uppgift.Slag == Handelseslag.Intyg2441W)))
            where !db.Handelser.Any(h =>
                h.StuderandeId == s.Id && h.Status == Handelsestatus.Galler && h.Uppgift.Slag == Handelseslag.Studieresultat
                && (arKurs
                    ? h.Uppgift.ForstaDag >= p.ForstaDag && (h.Uppgift.Kurskod != null && p.Kurskod != null ? h.Uppgift.Kurskod == p.Kurskod : h.Uppgift.Utbildning!.ToUpper() == p.Utbildning.ToUpper())
                    : h.Uppgift.ForstaDag <= p.SistaDag && h.Uppgift.SistaDag >= p.ForstaDag))
                // A course that is read on in the next term has no grade yet.
                && !(komvux && db.Studieperioder.Any(q =>
                    q.StuderandeId == s.Id && q.ForstaDag > p.ForstaDag && (q.Kurskod != null && p.Kurskod != null ? q.Kurskod == p.Kurskod : q.Utbildning.ToUpper() == p.Utbildning.ToUpper())))
            select new Resultatlos { Studerande = s, Period = p };
#pragma warning restore CA1304, CA1311, CA1862
    }

    private static Kvarrad Rad(Studerande s, Kvarslag slag, string? utbildning, DateOnly dag, string varfor) =>
        new(s.Id, s.Fornamn, s.Efternamn, s.Personnummer, s.Skydd, s.Klass, slag, utbildning, dag, varfor);

    private sealed class Resultatlos
    {
        public required Studerande Studerande { get; init; }

        public required Studieperiod Period { get; init; }
    }
}
