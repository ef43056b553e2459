using MinaTjanster.Core.Audit;

namespace MinaTjanster.Core.Skolkrapportering;

/// <remarks>What an act consists of, and what follows with it.</remarks>
public sealed partial class ArendeService
{
    /// <summary>What is done beside a case and leaves it as it was, so that nobody is refused for it. Of letters, only that a question was posted changes the case.</summary>
    private static readonly string[] BredvidArendet =
    [
        Acts.CasePageMarked, Acts.CasePageUnmarked, Acts.CaseNotesSaved, Acts.CaseLetterPrinted, Acts.CaseLetterReprinted,
        Acts.UnderlagFactsSaved, Acts.UnderlagFileAdded, Acts.UnderlagFileRemoved,
    ];

    private sealed record Steg(Arendeatgard Atgard, string Act, Action<Arende, DateTime> Verb)
    {
        public string? Varfor { get; init; }

        /// <summary>Who may, where it is not the case's handläggare by <see cref="Arenderegel"/>.</summary>
        public Func<Arende, Refusal?>? Regel { get; init; }

        /// <summary>What was done, where it shows only when it is; otherwise <see cref="Act"/>.</summary>
        public Func<Arende, string>? Gjort { get; init; }

        /// <summary>What the history tells of the act; the change of state where it is null.</summary>
        public Func<Arende, string?>? Spar { get; init; }

        public Func<Arende, Task<Refusal?>>? Villkor { get; init; }

        /// <summary>Written with the act: both or neither.</summary>
        public Func<Arende, Task>? Samtidigt { get; init; }

        /// <summary>Adds what goes to the school, and tells how many.</summary>
        public Func<Arende, Task<int>>? Mejl { get; init; }
    }
}
