using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Fyraogon;

/// <summary>What came of the outcomes that were decided in a month. Of no person.</summary>
/// <param name="Manad">Its first day; of the whole time the first of the months.</param>
/// <param name="Beslut">Outcomes decided, except those that fell before they were checked.</param>
/// <param name="Slump">Drawn at random.</param>
/// <param name="Belopp">Drawn by the amount.</param>
/// <param name="Omprovade">Decided anew after one was sent back.</param>
/// <param name="Vantar">Not checked yet, of all drawn.</param>
/// <param name="KontrolleradeSlump">Of those drawn at random, checked.</param>
/// <param name="AterlamnadeSlump">Of those drawn at random, sent back.</param>
/// <param name="Orsaker">Sent back, by reason, of all drawn.</param>
public sealed record Kvalitetstal(
    DateOnly Manad,
    int Beslut,
    int Slump,
    int Belopp,
    int Omprovade,
    int Vantar,
    int Instamda,
    int KontrolleradeSlump,
    int AterlamnadeSlump,
    IReadOnlyDictionary<Returorsak, int> Orsaker)
{
    public int Aterlamnade => Orsaker.Values.Sum();

    /// <summary>Whole percent; null where none drawn at random has been checked.</summary>
    public int? AndelAterlamnade => KontrolleradeSlump == 0 ? null : (int)Math.Round(100.0 * AterlamnadeSlump / KontrolleradeSlump, MidpointRounding.AwayFromZero);
}

/// <summary>The quality figure of the outcomes, at all schools, month by month (ADR 0053).</summary>
public sealed class BeslutskvalitetQuery(PortalDbContext db, TimeProvider klocka)
{
    public const int AntalManader = 12;

    /// <summary>The current month and the eleven before it, the oldest first.</summary>
    public async Task<IReadOnlyList<Kvalitetstal>> ManaderAsync(CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var forsta = new DateOnly(idag.Year, idag.Month, 1).AddMonths(1 - AntalManader);
        List<Kvalitetstal> manader = [];
        for (var manad = forsta; manad <= idag; manad = manad.AddMonths(1))
        {
            manader.Add(Tal(manad, await GrupperAsync(manad, ct)));
        }

        return manader;
    }

    /// <summary>All months together.</summary>
    public static Kvalitetstal Summa(IReadOnlyList<Kvalitetstal> manader) => new(
        manader[0].Manad,
        manader.Sum(m => m.Beslut),
        manader.Sum(m => m.Slump),
        manader.Sum(m => m.Belopp),
        manader.Sum(m => m.Omprovade),
        manader.Sum(m => m.Vantar),
        manader.Sum(m => m.Instamda),
        manader.Sum(m => m.KontrolleradeSlump),
        manader.Sum(m => m.AterlamnadeSlump),
        Fyraogontexter.Valbara.ToDictionary(o => o, o => manader.Sum(m => m.Orsaker[o])));

    private async Task<List<Grupp>> GrupperAsync(DateOnly manad, CancellationToken ct)
    {
        var (fran, till) = (SvenskTid.TillUtc(manad, TimeOnly.MinValue), SvenskTid.TillUtc(manad.AddMonths(1), TimeOnly.MinValue));
        return await (
            from k in db.Nationellt<Utfallskontroll>()
            where k.Beslutat >= fran && k.Beslutat < till
            join a in db.Nationellt<Arende>() on k.ArendeId equals a.Id

            // One that fell before it was checked, or stood on what has changed, says nothing of how the decision was.
            where k.Returorsak != Returorsak.Inaktuell && (k.Urval == Kontrollurval.Inget || k.Kontrollerat != null || k.Beslutat == a.KontrollVantar)
            group k by new { k.Urval, Kontrollerad = k.Kontrollerat != null, k.Returorsak } into g
            select new Grupp(g.Key.Urval, g.Key.Kontrollerad, g.Key.Returorsak, g.Count())).ToListAsync(ct);
    }

    private static Kvalitetstal Tal(DateOnly manad, List<Grupp> grupper) => new(
        manad,
        Antal(grupper, _ => true),
        Antal(grupper, g => g.Urval == Kontrollurval.Slump),
        Antal(grupper, g => g.Urval == Kontrollurval.Belopp),
        Antal(grupper, g => g.Urval == Kontrollurval.Omprovning),
        Antal(grupper, g => g is { Urval: not Kontrollurval.Inget, Kontrollerad: false }),
        Antal(grupper, g => g is { Kontrollerad: true, Orsak: null }),
        Antal(grupper, g => g is { Urval: Kontrollurval.Slump, Kontrollerad: true }),
        Antal(grupper, g => g is { Urval: Kontrollurval.Slump, Orsak: not null }),
        Fyraogontexter.Valbara.ToDictionary(o => o, o => Antal(grupper, g => g.Orsak == o)));

    private static int Antal(List<Grupp> grupper, Func<Grupp, bool> vilka) => grupper.Where(vilka).Sum(g => g.Antal);

    private sealed record Grupp(Kontrollurval Urval, bool Kontrollerad, Returorsak? Orsak, int Antal);
}
