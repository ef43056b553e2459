namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>The rule's answer: it may be sent when nothing refuses it; warnings are shown but do not stop it.</summary>
public sealed record Skolkbedomning(IReadOnlyList<Refusal> Refusals, IReadOnlyList<Skolkvarning> Varningar)
{
    public bool ArGodtagen => Refusals.Count == 0;
}

/// <summary>Something to look at once more. The school judges: it never stops the report.</summary>
/// <param name="Kod">Stable code, also for file import.</param>
/// <param name="Mening">What to look at, in plain Swedish.</param>
public sealed record Skolkvarning(string Kod, string Mening);
