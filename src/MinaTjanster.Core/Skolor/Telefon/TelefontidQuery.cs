using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolor.Telefon;

/// <summary>The partner phone: its week, its coming exceptions, and whether it is open now.</summary>
public sealed record Telefonbild(IReadOnlyDictionary<DayOfWeek, Oppettid> Vecka, IReadOnlyList<Telefonundantag> Undantag, Oppetlage Lage, DateOnly Idag)
{
    private const string Stangt = "Stängt";

    /// <summary>The weekdays in words, those of the same hours together: Måndag–fredag 9.00–13.00.</summary>
    public IReadOnlyList<(string Dagar, string Tid)> Rader() => Rader(Vecka);

    /// <summary>The week in a sentence, without the days on which it is closed: måndag–fredag 9.00–13.00.</summary>
    public static string Mening(IReadOnlyDictionary<DayOfWeek, Oppettid> vecka) =>
        string.Join(", ", Rader(vecka).Where(r => r.Tid != Stangt).Select(r => $"{r.Dagar.ToLowerInvariant()} {r.Tid}"));

    private static List<(string Dagar, string Tid)> Rader(IReadOnlyDictionary<DayOfWeek, Oppettid> vecka)
    {
        List<(DayOfWeek Fran, DayOfWeek Till, string Tid)> rader = [];
        foreach (var dag in TelefontidQuery.Veckodagar)
        {
            var tid = vecka.GetValueOrDefault(dag)?.ToString() ?? Stangt;
            if (rader is [.., var senast] && senast.Tid == tid)
                rader[^1] = senast with { Till = dag };
            else
                rader.Add((dag, dag, tid));
        }

        return rader.ConvertAll(r => (r.Fran == r.Till ? Stor(r.Fran) : $"{Stor(r.Fran)}–{SvenskText.Veckodag(r.Till)}", r.Tid));
    }

    private static string Stor(DayOfWeek dag) => SvenskText.Versal(SvenskText.Veckodag(dag));
}

public sealed class TelefontidQuery(PortalDbContext db, TimeProvider klocka)
{
    /// <summary>The days that have hours of their own; at weekends the phone opens by an exception only.</summary>
    public static IReadOnlyList<DayOfWeek> Veckodagar { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Until CSN has said otherwise: weekdays 09:00–13:00 (domain.md section 8).</summary>
    private static readonly Oppettid Vanlig = new(new(9, 0), new(13, 0));

    public async Task<Telefonbild> ForAsync(CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var undantag = await db.Telefonundantag.AsNoTracking().Where(u => u.Dag >= idag).OrderBy(u => u.Dag).ToListAsync(ct);
        var vecka = await VeckaAsync(db, ct);
        return new(vecka, undantag, new Oppettider(vecka, undantag.ToDictionary(u => u.Dag, u => u.Tid)).Lage(klocka.UtcNu()), idag);
    }

    internal static async Task<IReadOnlyDictionary<DayOfWeek, Oppettid>> VeckaAsync(PortalDbContext db, CancellationToken ct)
    {
        var rader = await db.Telefontider.AsNoTracking().ToListAsync(ct);
        return rader.Count == 0 ? Veckodagar.ToDictionary(d => d, _ => Vanlig) : rader.ToDictionary(r => r.Veckodag, r => r.Tid);
    }

    /// <summary>The week in one line, to see whether it has changed.</summary>
    public static string Rad(IReadOnlyDictionary<DayOfWeek, Oppettid> vecka) =>
        string.Join(", ", Veckodagar.Select(d => $"{SvenskText.Veckodag(d)[..3]} {vecka.GetValueOrDefault(d)?.ToString() ?? "stängt"}"));
}
