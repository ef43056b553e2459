namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>What a reporter states about ogiltig frånvaro, on screen or in a file (domain.md section 5, "A report holds").</summary>
/// <param name="ForstaDag">First skolk day, inclusive; must itself have ogiltig frånvaro.</param>
/// <param name="SistaDag">Last skolk day, inclusive; null while the absence goes on.</param>
/// <param name="OgiltigMinuter">Minutes of ogiltig frånvaro so far; required at day 15–29.</param>
/// <param name="Tillfallen">Occasions so far: unbroken stretches in one school day; required at day 15–29.</param>
/// <param name="Bekraftad">The reporter confirms at least four hours on several occasions; required at day 15–29.</param>
public sealed record Skolkuppgift(DateOnly ForstaDag, DateOnly? SistaDag, int? OgiltigMinuter, int? Tillfallen, bool Bekraftad)
{
    /// <summary>Whether all that is filled in here already stands in the other.</summary>
    internal bool SagerInget(Skolkuppgift utover) =>
        ForstaDag == utover.ForstaDag
        && (SistaDag is null || SistaDag == utover.SistaDag)
        && (OgiltigMinuter is null || OgiltigMinuter == utover.OgiltigMinuter)
        && (Tillfallen is null || Tillfallen == utover.Tillfallen)
        && (!Bekraftad || utover.Bekraftad);
}
