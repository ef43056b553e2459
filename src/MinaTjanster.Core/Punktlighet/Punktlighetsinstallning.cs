namespace MinaTjanster.Core.Punktlighet;

/// <summary>When CSN calls a school silent [V].</summary>
/// <param name="TystaManader">Whole months without a report, beside the current one, 1–12.</param>
/// <param name="TystaForvantade">The least number of reports that were to be expected meanwhile, 1 or more: of a small school silence says nothing.</param>
public sealed record Punktlighetsinstallning(int TystaManader = 3, int TystaForvantade = 3)
{
    public const int FlestManader = 12;

    /// <exception cref="InvalidOperationException">A value is out of its range; the message is for whoever has set it.</exception>
    public Punktlighetsinstallning Kontrollerad() =>
        TystaManader is < 1 or > FlestManader ? throw new InvalidOperationException($"Punktlighet:TystaManader is {TystaManader}: 1–{FlestManader} are allowed.")
        : TystaForvantade < 1 ? throw new InvalidOperationException($"Punktlighet:TystaForvantade is {TystaForvantade}: at least 1 is allowed.")
        : this;
}
