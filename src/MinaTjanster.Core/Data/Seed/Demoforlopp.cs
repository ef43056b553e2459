using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>The days of one demo case: each after the one before, on weekdays, legal by domain.md section 5 whatever today is.</summary>
internal sealed record Demoforlopp(DateOnly Forsta, DateOnly Rapport, DateOnly? Sista, DateOnly Avslut, DateOnly Underlag, DateOnly Tagen, DateOnly Beslut, DateOnly Stangt)
{
    /// <summary>Between a decision and the closing of the case: the student has 14 days to answer.</summary>
    private const int DagarTillStangning = 17;

    public static Demoforlopp For(Demorapport fall, Demolasar lasar)
    {
        var forsta = lasar.SkoldagSenast(lasar.Idag.AddDays(-fall.Forsta));
        var rapport = lasar.Vardag(fall.Rapport, fall.Tidig ? new Skolkgrind(forsta).TidigastDag : new Skolkgrind(forsta).NormalDag);
        DateOnly? sista = fall.Sista is { } sedan ? lasar.Vardag(sedan, rapport.AddDays(1)) : null;
        var avslut = sista?.AddDays(1) ?? rapport;
        var underlag = lasar.Vardag(fall.Underlag, avslut.AddDays(1));
        var tagen = lasar.Vardag(fall.Tagen, underlag.AddDays(1));
        var beslut = lasar.Vardag(fall.Beslut, (fall.Tagen > 0 ? tagen : rapport).AddDays(1));
        return new(forsta, rapport, sista, avslut, underlag, tagen, beslut, lasar.Vardag(Math.Max(1, fall.Beslut - DagarTillStangning), beslut));
    }

    public Skolkuppgift Uppgift(Demorapport fall) =>
        new(Forsta, null, fall.Minuter, fall.Tillfallen, new Skolkgrind(Forsta).Lage(Rapport) == Grindlage.KraverBekraftelse);
}
