using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolor.Kontaktuppgifter;

/// <summary>What the school itself says of how it is reached. The address of letters is not here: it is CSN's, since passwords are sent to it.</summary>
public sealed record Skolfakta
{
    public const int MaxBesoksadress = 200;
    public const int MaxWebbplats = 200;
    public const int MaxSkolsystem = 80;

    public static Skolfakta Tom { get; } = new();

    public string? Besoksadress { get; init; }

    public string? Telefon { get; init; }

    public string? Epost { get; init; }

    /// <summary>Absolute, http or https.</summary>
    public string? Webbplats { get; init; }

    /// <summary>The system that the school keeps its students in (domain.md section 2).</summary>
    public string? Skolsystem { get; init; }

    /// <summary>The fields as a reader sees them.</summary>
    public IReadOnlyList<(string Namn, string? Varde)> Rader() =>
        [("Besöksadress", Besoksadress), ("Telefon", Telefon), ("E-post", Epost), ("Webbplats", Webbplats), ("Skolsystem", Skolsystem)];

    /// <summary>Judges what was typed; every fault is told at once.</summary>
    public static Result<Skolfakta> Tolka(Skolfakta skrivet)
    {
        List<Refusal> fel = [];
        var (adress, telefon, epost) = (Rent(skrivet.Besoksadress), Rent(skrivet.Telefon), (skrivet.Epost ?? "").Trim());
        if (adress?.Length > MaxBesoksadress)
            fel.Add(new BesoksadressForLang());
        if (telefon is null || !ArTelefon(telefon))
            fel.Add(new SkolansTelefonFel());
        if (!Kontouppgifter.ArEpost(epost))
            fel.Add(new SkolansEpostFel());
        if (!Webbadress(skrivet.Webbplats, out var webb))
            fel.Add(new SkolansWebbplatsFel());
        var system = Rent(skrivet.Skolsystem);
        if (system?.Length > MaxSkolsystem)
            fel.Add(new SkolsystemForLangt());
        return fel.Count > 0
            ? Result<Skolfakta>.Refused(fel)
            : new Skolfakta { Besoksadress = adress, Telefon = telefon, Epost = epost, Webbplats = webb, Skolsystem = system };
    }

    /// <summary>At least five digits, and nothing but digits, spaces, hyphens and a plus.</summary>
    public static bool ArTelefon(string text) =>
        text.Length <= Konto.MaxTelefon && text.Count(char.IsAsciiDigit) >= 5 && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '+');

    private static bool Webbadress(string? skrivet, out string? adress)
    {
        adress = null;
        if (Rent(skrivet) is not { } text)
            return true;

        if (!text.Contains("://", StringComparison.Ordinal))
            text = $"https://{text}";
        if (text.Length > MaxWebbplats || text.Contains(' ', StringComparison.Ordinal) || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0 || !uri.Host.Contains('.', StringComparison.Ordinal))
            return false;

        adress = text;
        return true;
    }

    private static string? Rent(string? text) => SvenskText.Enkelrad(text);
}
