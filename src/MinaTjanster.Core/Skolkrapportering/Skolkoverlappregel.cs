namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Reports of one student never overlap: the next starts at last day + 1 or later, and an open one blocks a new one (domain.md section 5, Last day).</summary>
internal static class Skolkoverlappregel
{
    public static IEnumerable<Refusal> NyRapport(Skolkuppgift uppgift, Skolklage lage) =>
        lage.AndraRapporter.FirstOrDefault(r => r.SistaDag is null) is { } oppen
            ? [new SkolkOppenRapport(oppen.ForstaDag)]
            : Period(uppgift.ForstaDag, uppgift.SistaDag, lage);

    public static IEnumerable<Refusal> Period(DateOnly forstaDag, DateOnly? sistaDag, Skolklage lage)
    {
        if (sistaDag < forstaDag)
            return [];

        var slut = sistaDag ?? DateOnly.MaxValue;
        var krock = lage.AndraRapporter.Where(r => forstaDag <= r.Slut && slut >= r.ForstaDag).MinBy(r => r.ForstaDag);
        return krock switch
        {
            null => [],
            { SistaDag: null } => krock.ForstaDag <= forstaDag ? [new SkolkOppenRapport(krock.ForstaDag)] : [new SkolkOverlappSista(krock.ForstaDag)],
            _ when krock.ForstaDag > forstaDag => [new SkolkOverlappSista(krock.ForstaDag)],
            _ => [new SkolkOverlapp(krock.ForstaDag, krock.Slut, ForstaLedigaDag(forstaDag, lage.AndraRapporter))],
        };
    }

    private static DateOnly ForstaLedigaDag(DateOnly dag, IReadOnlyList<AnnanSkolkrapport> rapporter)
    {
        foreach (var rapport in rapporter.OrderBy(r => r.ForstaDag))
        {
            if (rapport.ForstaDag <= dag && dag <= rapport.Slut && rapport.SistaDag is { } sista)
                dag = sista.AddDays(1);
        }

        return dag;
    }
}
