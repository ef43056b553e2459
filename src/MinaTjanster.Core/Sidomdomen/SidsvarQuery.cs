using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Sidomdomen;

/// <summary>Answers counted together.</summary>
/// <param name="Ja">How many said that it helped.</param>
public sealed record Svarsantal(int Antal, int Ja)
{
    public int Nej => Antal - Ja;

    /// <summary>Whole percent; null where nobody has answered.</summary>
    public int? Andel => Antal == 0 ? null : (int)Math.Round(100m * Ja / Antal, MidpointRounding.AwayFromZero);
}

/// <summary>A page, as it has been answered about.</summary>
public sealed record Sidomdome(string Sida, Svarsantal Svar, int Kommentarer);

/// <summary>A week or a month.</summary>
public sealed record Svarsperiod(DateOnly Fran, DateOnly Till, Svarsantal Svar);

/// <summary>One page over time, and what has been written about it, the latest first.</summary>
/// <param name="ArVeckor">The periods are weeks; else months.</param>
public sealed record Sidbild(string Sida, Svarsantal Svar, bool ArVeckor, IReadOnlyList<Svarsperiod> Perioder, Listsida<Sidsvar> Kommentarer);

/// <summary>The answers for CSN. They are about pages, not schools or people.</summary>
public sealed class SidsvarQuery(PortalDbContext db, TimeProvider klocka)
{
    /// <summary>Up to so many days are shown by week.</summary>
    private const int MaxDagarIVeckor = 92;

    /// <param name="dagar">How far back, today included; null for all.</param>
    /// <returns>Those that helped fewest first.</returns>
    public async Task<IReadOnlyList<Sidomdome>> AllaAsync(int? dagar, CancellationToken ct)
    {
        var rader = await Sedan(dagar)
            .GroupBy(s => s.Sida)
            .Select(g => new { Sida = g.Key, Antal = g.Count(), Ja = g.Count(s => s.Hjalpte), Kommentarer = g.Count(s => s.Kommentar != null) })
            .ToListAsync(ct);
        return [.. rader.Select(r => new Sidomdome(r.Sida, new(r.Antal, r.Ja), r.Kommentarer)).OrderBy(r => r.Svar.Andel).ThenByDescending(r => r.Svar.Antal).ThenBy(r => r.Sida, StringComparer.Ordinal)];
    }

    /// <param name="sidnummer">Of the comments, from 1.</param>
    /// <returns>Null when nobody has ever answered about the page.</returns>
    public async Task<Sidbild?> ForAsync(string sida, int? dagar, int sidnummer, CancellationToken ct)
    {
        if (!await db.Sidsvar.AnyAsync(s => s.Sida == sida, ct))
            return null;

        var svar = Sedan(dagar).Where(s => s.Sida == sida);
        var perDag = (await svar.GroupBy(s => s.Dag).Select(g => new { Dag = g.Key, Antal = g.Count(), Ja = g.Count(s => s.Hjalpte) }).ToListAsync(ct))
            .ConvertAll(d => (d.Dag, Svar: new Svarsantal(d.Antal, d.Ja)));
        var idag = klocka.SvenskDag();
        var fran = dagar is { } antalDagar ? Fran(antalDagar) : perDag.Count > 0 ? perDag.Min(d => d.Dag) : idag;
        var arVeckor = idag.DayNumber - fran.DayNumber <= MaxDagarIVeckor;

        var kommentarer = svar.Where(s => s.Kommentar != null);
        var antal = await kommentarer.CountAsync(ct);
        sidnummer = Math.Clamp(sidnummer, 1, Listsida<Sidsvar>.SistaSida(antal));
        var rader = await kommentarer.OrderByDescending(s => s.Dag).ThenByDescending(s => s.Id)
            .Skip((sidnummer - 1) * Listsida<Sidsvar>.Storlek).Take(Listsida<Sidsvar>.Storlek).ToListAsync(ct);
        return new(sida, Summa(perDag.Select(d => d.Svar)), arVeckor, Perioder(perDag, fran, idag, arVeckor), new(rader, antal, sidnummer));
    }

    private static List<Svarsperiod> Perioder(List<(DateOnly Dag, Svarsantal Svar)> perDag, DateOnly fran, DateOnly idag, bool arVeckor)
    {
        List<Svarsperiod> perioder = [];
        for (var borjar = arVeckor ? fran.AddDays(-(((int)fran.DayOfWeek + 6) % 7)) : new DateOnly(fran.Year, fran.Month, 1); borjar <= idag;)
        {
            var (forsta, nasta) = (borjar, arVeckor ? borjar.AddDays(7) : borjar.AddMonths(1));
            perioder.Add(new(forsta, nasta.AddDays(-1), Summa(perDag.Where(d => d.Dag >= forsta && d.Dag < nasta).Select(d => d.Svar))));
            borjar = nasta;
        }

        return perioder;
    }

    private static Svarsantal Summa(IEnumerable<Svarsantal> svar) => svar.Aggregate(new Svarsantal(0, 0), (a, b) => new(a.Antal + b.Antal, a.Ja + b.Ja));

    private DateOnly Fran(int dagar) => klocka.SvenskDag().AddDays(1 - dagar);

    private IQueryable<Sidsvar> Sedan(int? dagar)
    {
        var svar = db.Sidsvar.AsNoTracking();
        if (dagar is not { } antal)
            return svar;

        var fran = Fran(antal);
        return svar.Where(s => s.Dag >= fran);
    }
}
