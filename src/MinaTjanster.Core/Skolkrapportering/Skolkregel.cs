namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// The one pure rule where form, file and API meet (design.md, "A request's way"): what is reported plus the student's loaded state gives
/// accepted or named refusals. Every row of domain.md section 5 that a report can break is here; it touches no database and no clock.
/// </summary>
public static class Skolkregel
{
    /// <summary>Judges a new report on the day it is sent. An open report of the same student blocks it.</summary>
    public static Skolkbedomning Bedom(Skolkuppgift uppgift, Skolklage lage) => new(
        [
            .. Skolkgrindregel.Provas(uppgift, lage.Rapportdag),
            .. Skolkdagregel.SistaDag(uppgift.ForstaDag, uppgift.SistaDag, lage.Rapportdag),
            .. Skolkoverlappregel.NyRapport(uppgift, lage),
            .. Skolkstodregel.Provas(uppgift.ForstaDag, uppgift.SistaDag, lage),
            .. Skolktalregel.Provas(uppgift, lage.Rapportdag),
        ],
        [.. Skolkvarningar.For(uppgift, lage, grindenProvas: true)]);

    /// <summary>
    /// Judges a change. The gate is judged again, on the day of the change, when the first day is another than before
    /// (domain.md section 5, Earliest report); otherwise it stays passed, and few hours are only a warning.
    /// </summary>
    /// <param name="uppgift">The report as it would become.</param>
    /// <param name="tidigareForstaDag">Its first day until now.</param>
    /// <param name="lage">Without the report itself among the others; its day is that of the change.</param>
    public static Skolkbedomning BedomAndring(Skolkuppgift uppgift, DateOnly tidigareForstaDag, Skolklage lage)
    {
        var nyForstaDag = uppgift.ForstaDag != tidigareForstaDag;
        return new(
            [
                .. nyForstaDag ? Skolkgrindregel.Provas(uppgift, lage.Rapportdag) : [],
                .. Skolkdagregel.SistaDag(uppgift.ForstaDag, uppgift.SistaDag, lage.Rapportdag),
                .. Skolkoverlappregel.Period(uppgift.ForstaDag, uppgift.SistaDag, lage),
                .. Skolkstodregel.Provas(uppgift.ForstaDag, uppgift.SistaDag, lage),
                .. Skolktalregel.Provas(uppgift, lage.Rapportdag),
            ],
            [.. Skolkvarningar.For(uppgift, lage, nyForstaDag)]);
    }

    /// <summary>Judges a last day that is set, or moved, after the report was sent. Its numbers and the gate are not judged again.</summary>
    /// <param name="forstaDag">The report's first day.</param>
    /// <param name="sistaDag">The last day to set, inclusive.</param>
    /// <param name="lage">Without the report itself among the others; its day is that of the ending.</param>
    public static Skolkbedomning BedomAvslut(DateOnly forstaDag, DateOnly sistaDag, Skolklage lage) => new(
        [
            .. Skolkdagregel.SistaDag(forstaDag, sistaDag, lage.Rapportdag),
            .. Skolkoverlappregel.Period(forstaDag, sistaDag, lage),
            .. Skolkstodregel.ProvasSista(forstaDag, sistaDag, lage),
        ],
        [.. Skolkvarningar.SistaDag(sistaDag, lage.Rapportdag)]);
}
