namespace MinaTjanster.Core.Punktlighet;

/// <summary>When CSN calls a school silent [V].</summary>
/// <param name="TystaManader">Whole months without a report, beside the current one, 1–12.</param>
/// <param name="TystaForvantade">The least number of reports that were to be expected meanwhile: of a small school silence says nothing.</param>
public sealed record Punktlighetsinstallning(int TystaManader = 3, int TystaForvantade = 3);
