namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>The first day against the report day (domain.md section 5, Earliest report).</summary>
internal static class Skolkgrindregel
{
    public static IEnumerable<Refusal> Provas(Skolkuppgift uppgift, DateOnly rapportdag)
    {
        var grind = new Skolkgrind(uppgift.ForstaDag);
        return grind.Lage(rapportdag) switch
        {
            Grindlage.Framtid => [new SkolkForstaDagFramtid(rapportdag)],
            Grindlage.ForTidigt => [new SkolkForTidigt(grind.TidigastDag, grind.NormalDag)],
            Grindlage.KraverBekraftelse => Omfattande(uppgift, grind.NormalDag),
            _ => [],
        };
    }

    private static IEnumerable<Refusal> Omfattande(Skolkuppgift uppgift, DateOnly normal)
    {
        if (uppgift.OgiltigMinuter is null)
            yield return new SkolkTimmarKravs(normal);
        else if (uppgift.OgiltigMinuter is > 0 and < Skolkgrind.MinstMinuter)
            yield return new SkolkForFaTimmar(normal);

        if (uppgift.Tillfallen is null)
            yield return new SkolkTillfallenKravs(normal);
        else if (uppgift.Tillfallen is > 0 and < Skolkgrind.MinstTillfallen)
            yield return new SkolkForFaTillfallen(normal);

        if (!uppgift.Bekraftad)
            yield return new SkolkEjBekraftad(normal);
    }
}
