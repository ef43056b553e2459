using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Skolor.Telefon;

/// <summary>What <em>Kontakta CSN</em> says of a contact person (domain.md section 1): about what, and how. Without a card the account's own phone and mail stand there.</summary>
public sealed class Kontaktkort : IVersionerad
{
    public const int MaxAnsvarsomrade = 200;

    private Kontaktkort()
    {
    }

    public Kontaktkort(long kontoId) => KontoId = kontoId;

    public long Id { get; private set; }

    public long KontoId { get; private set; }

    public string Ansvarsomrade { get; private set; } = "";

    /// <summary>Shown instead of the account's; null for the account's own.</summary>
    public string? Telefon { get; private set; }

    /// <summary>As <see cref="Telefon"/>: often a shared mailbox.</summary>
    public string? Epost { get; private set; }

    public int Version { get; private set; }

    public void Andra(string ansvarsomrade, string? telefon, string? epost) => (Ansvarsomrade, Telefon, Epost) = (ansvarsomrade, telefon, epost);
}
