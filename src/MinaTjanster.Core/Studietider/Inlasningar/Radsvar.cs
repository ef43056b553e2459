namespace MinaTjanster.Core.Studietider.Inlasningar;

/// <summary>What became of a row that was read in.</summary>
internal sealed record Radsvar(Inlasningstillstand Tillstand, IReadOnlyList<Refusal> Fel)
{
    public static Radsvar Oforandrad { get; } = new(Inlasningstillstand.Oforandrad, []);

    public static Radsvar Nekad(IReadOnlyList<Refusal> fel) => new(Inlasningstillstand.Nekad, fel);

    public static Radsvar For<T>(Result<T> svar) => svar.IsAccepted ? new(Inlasningstillstand.Inlast, []) : Nekad(svar.Refusals);
}
