namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>The last day: inclusive, on or after the first, through today (domain.md section 5, Last day).</summary>
internal static class Skolkdagregel
{
    public static IEnumerable<Refusal> SistaDag(DateOnly forstaDag, DateOnly? sistaDag, DateOnly idag) => sistaDag switch
    {
        { } sista when sista > idag => [new SkolkSistaDagFramtid(idag)],
        { } sista when sista < forstaDag => [new SkolkSistaForeForsta(forstaDag)],
        _ => [],
    };
}
