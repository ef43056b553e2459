namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>The rule's answer: it may be sent when nothing refuses it; warnings are shown but do not stop it.</summary>
public sealed record Skolkbedomning(IReadOnlyList<Refusal> Refusals, IReadOnlyList<Varning> Varningar)
{
    public bool ArGodtagen => Refusals.Count == 0;
}
