namespace MinaTjanster.Core;

/// <summary>Something to look at once more. The school judges: a warning never stops a report, unlike a <see cref="Refusal"/>.</summary>
/// <param name="Kod">Stable code, also for file import (for example <c>SKOLK-V-LEDIGDAG</c>).</param>
/// <param name="Mening">What to look at, in plain Swedish.</param>
/// <param name="Falt">The input property it belongs to, or null when it concerns the whole report.</param>
public sealed record Varning(string Kod, string Mening, string? Falt = null);
