using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Skolkrapportering;

public sealed partial class ArendeQuery
{
    /// <summary>A row as the database gives it. Settable, so that EF Core can sort and filter by its parts.</summary>
    private sealed class Kopost
    {
        /// <summary>More than any number of checks: sorted last.</summary>
        public const int UtanUnderlag = 100;

        public required Arende Arende { get; init; }

        public required Skolkrapport Rapport { get; init; }

        public required Studerande Studerande { get; init; }

        public string Skola { get; init; } = "";

        public string Skolkod { get; init; } = "";

        public string? Handlaggare { get; init; }

        public DateOnly? SvarSenast { get; init; }

        /// <summary>As <see cref="Korad.SvarSenast"/>, for sorting.</summary>
        public DateOnly? SistaDag { get; init; }

        public Franvarounderlag? Underlag { get; init; }

        public int Avvikelser { get; init; }

        public DateTime? Paborjat { get; init; }
    }
}
