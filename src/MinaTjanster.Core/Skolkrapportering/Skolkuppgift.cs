namespace MinaTjanster.Core.Skolkrapportering;
public sealed record Skolkuppgift(DateOnly ForstaDag, DateOnly? SistaDag, int? OgiltigMinuter, int? Tillfallen, bool Bekraftad);
