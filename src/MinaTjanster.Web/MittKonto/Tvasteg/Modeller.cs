using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;

namespace MinaTjanster.Web.MittKonto.Tvasteg;

public sealed class BekraftaInput
{
    /// <summary>The present one, again.</summary>
    public string? Losenord { get; set; }
}

public sealed class KopplaInput
{
    /// <summary>The first code of the new app.</summary>
    public string? Kod { get; set; }
}

public sealed class SkapaInput
{
    /// <summary>What the owner calls the passkey.</summary>
    public string? Namn { get; set; }

    /// <summary>What navigator.credentials.create answered, as JSON (passernyckel.js).</summary>
    public string? Svar { get; set; }
}

public sealed record TvastegsidaModell(Faktoroversikt Oversikt, Sessionsniva Niva);

/// <summary>What the password is asked for: the same page, with the words of each change.</summary>
public sealed record Bekraftelse(string Rubrik, string Text, string Knapp, string Adress, bool Farlig = false)
{
    public static readonly Bekraftelse NyApp = new(
        "Lägg till autentiseringsapp",
        "Du behöver en app som visar engångskoder, till exempel Microsoft Authenticator, Google Authenticator eller en lösenordshanterare.",
        "Fortsätt",
        "/mitt-konto/tvasteg/app");

    public static readonly Bekraftelse TaBortApp = new(
        "Ta bort autentiseringsappen",
        "Koderna från appen gäller inte längre när du har tagit bort den. Du loggas ut på andra datorer och telefoner.",
        "Ta bort appen",
        "/mitt-konto/tvasteg/app/ta-bort",
        Farlig: true);

    public static readonly Bekraftelse NyPassernyckel = new(
        "Lägg till passernyckel",
        "En passernyckel finns i din dator, din telefon eller på en säkerhetsnyckel. Du bekräftar med fingeravtryck, ansikte eller pinkod.",
        "Fortsätt",
        "/mitt-konto/tvasteg/passernyckel");

    public static readonly Bekraftelse NyaKoder = new(
        "Skapa nya återställningskoder",
        "Du får tio nya koder. Koderna som du har i dag slutar att gälla.",
        "Skapa nya koder",
        "/mitt-konto/tvasteg/koder");

    public static Bekraftelse TaBortPassernyckel(Passernyckelrad nyckel) => new(
        $"Ta bort passernyckeln {nyckel.Namn}",
        "Den kan inte längre användas för att logga in här. Du loggas ut på andra datorer och telefoner. Ta sedan bort den även där den är sparad.",
        "Ta bort passernyckeln",
        $"/mitt-konto/tvasteg/passernyckel/{nyckel.Id}/ta-bort",
        Farlig: true);
}

public sealed record BekraftaModell(Bekraftelse Vad)
{
    public string? Losenord => null;
}

/// <param name="Nyckel">In base32.</param>
/// <param name="Adress">What the QR code holds.</param>
public sealed record NyApp(string Nyckel, string Adress)
{
    public string? Kod => null;

    /// <summary>In groups of four, to be typed.</summary>
    public string Grupperad => string.Join(' ', Nyckel.Chunk(4).Select(g => new string(g)));
}

/// <param name="Val">What the browser is asked to make, as JSON.</param>
public sealed record NyPassernyckel(string? Namn, string Val);

public sealed record KoderModell(string Klart, IReadOnlyList<string> Koder);
