using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;

namespace MinaTjanster.Core.Skolkrapportering;

/// <remarks>What an act consists of, and what follows when it is saved.</remarks>
public sealed partial class ArendeService
{
    /// <summary>What has been sent to the school, or decided, is no draft any more.</summary>
    private Task<int> RensaUtkastAsync(Arende arende, bool komplettering, CancellationToken ct) => db.SkrivAsync(
        () => db.Nationellt<Arendeanteckning>().Where(a => a.ArendeId == arende.Id && (komplettering ? a.Komplettering : a.Motivering) != null).ExecuteUpdateAsync(
            rad => rad
                .SetProperty(a => a.Komplettering, a => komplettering ? null : a.Komplettering)
                .SetProperty(a => a.Motivering, a => komplettering ? a.Motivering : null)
                .SetProperty(a => a.Version, a => a.Version + 1),
            ct),
        ct);

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

        /// <summary>Done when the act is saved.</summary>
        public Func<Arende, Task>? Darefter { get; init; }

        /// <summary>Adds what goes to the school, and tells how many.</summary>
        public Func<Arende, Task<int>>? Mejl { get; init; }
    }
}
