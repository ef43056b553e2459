namespace MinaTjanster.Core;

/// <summary>An expected "no": a named reason with the Swedish sentence the user reads. Exceptions are for bugs.</summary>
/// <param name="Code">Stable code, also written to the audit log and used by file import (for example <c>SKOLK-DAG15</c>).</param>
/// <param name="Sentence">What is wrong and what to do, in plain Swedish.</param>
/// <param name="Field">The input property it belongs to, or null when it concerns the whole act.</param>
public abstract record Refusal(string Code, string Sentence, string? Field = null);

/// <summary>The outcome of an act: a value, or at least one refusal. Nothing has changed when it is refused.</summary>
public sealed class Result<T>
{
    private readonly T? _value;

    private Result(T? value, IReadOnlyList<Refusal> refusals)
    {
        _value = value;
        Refusals = refusals;
    }

    /// <summary>Empty when the act was accepted.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsAccepted => Refusals.Count == 0;

    /// <exception cref="InvalidOperationException">The act was refused.</exception>
    public T Value => IsAccepted ? _value! : throw new InvalidOperationException($"Refused: {string.Join(", ", Refusals.Select(r => r.Code))}");

    /// <summary>For a <typeparamref name="T"/> that is an interface, which has no implicit conversions.</summary>
    public static Result<T> Accepted(T value) => new(value, []);

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(Refusal refusal) => new(default, [refusal]);

    public static Result<T> Refused(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new(default, refusals) : throw new ArgumentException("A refused result needs a refusal.", nameof(refusals));
}
