namespace MinaTjanster.Core.Skolkrapportering.Fyraogon;

/// <summary>Which outcomes a second handläggare checks before they take hold [V].</summary>
/// <param name="Andel">Percent of the outcomes, drawn at random, 0–100; 0 draws none.</param>
/// <param name="Belopp">Whole kronor wrongly paid from which every outcome is checked; 0 turns it off.</param>
public sealed record Fyraogoninstallning(int Andel = 5, int Belopp = 5_000)
{
    /// <exception cref="InvalidOperationException">A value is out of range.</exception>
    public Fyraogoninstallning Kontrollerad() =>
        Andel is < 0 or > 100 ? throw new InvalidOperationException($"Fyraogon:Andel must be 0–100, not {Andel}.")
        : Belopp < 0 ? throw new InvalidOperationException($"Fyraogon:Belopp must be 0 or more, not {Belopp}.")
        : this;
}
