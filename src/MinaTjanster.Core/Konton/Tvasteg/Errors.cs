namespace MinaTjanster.Core.Konton.Tvasteg;

public sealed record FelAppkod()
    : Refusal("TVASTEG-FEL", "Koden stämmer inte eller är redan använd. Vänta tills appen visar en ny kod och skriv den.", "Kod");

public sealed record FelAterstallningskod()
    : Refusal("TVASTEG-FEL", "Återställningskoden stämmer inte eller är redan använd. Kontrollera koden, eller använd en annan.", "Aterstallningskod");

public sealed record FelPassernyckel()
    : Refusal("TVASTEG-FEL", "Det gick inte att logga in med passernyckeln. Försök igen, eller välj ett annat sätt.");

/// <summary>The third wrong answer in the second step, and every one while the lock lasts.</summary>
public sealed record TvastegetLast(int Minuter)
    : Refusal(
        "TVASTEG-LAST",
        $"Tvåstegsinloggningen är låst i {Minuter} minuter eftersom fel kod har angetts flera gånger. " +
        $"Vänta tills låsningen har gått ut och försök sedan igen. Om problemet kvarstår: ring CSN på {Hjalpvag.Partnertelefon}.");

/// <summary>The step before has expired, was already used, or the account has changed since.</summary>
public sealed record TvastegetForGammalt()
    : Refusal("TVASTEG-TID", "Det har gått för lång tid. Logga in med användarnamn och lösenord igen.");

/// <summary>As <see cref="TvastegetForGammalt"/>, for a change in Mitt konto.</summary>
public sealed record FaktorandringenForGammal()
    : Refusal("TVASTEG-TID", "Det har gått för lång tid sedan du skrev ditt lösenord. Börja om.");

public sealed record FelForstaKod()
    : Refusal("TVASTEG-APP", "Koden stämmer inte. Kontrollera att klockan i telefonen går rätt och skriv den kod som appen visar nu.", "Kod");

public sealed record PassernyckelnAvvisad()
    : Refusal("TVASTEG-NYCKEL", "Det gick inte att skapa passernyckeln. Försök igen, eller använd en annan enhet.");

public sealed record PassernyckelUtanNamn()
    : Refusal("TVASTEG-NAMN", $"Ge passernyckeln ett namn på högst {PassernyckelRegel.MaxNamn} tecken, till exempel Jobbdatorn.", "Namn");

public sealed record ForMangaPassernycklar()
    : Refusal("TVASTEG-ANTAL", $"Du kan ha högst {PassernyckelRegel.MaxAntal} passernycklar. Ta bort en som du inte använder.");

/// <summary>A second factor is required of the person, and this is the only one.</summary>
public sealed record SistaFaktornKravs()
    : Refusal("TVASTEG-SISTA", "Du måste ha tvåstegsinloggning, och det här är ditt enda sätt. Lägg till ett annat sätt innan du tar bort det här.");

/// <summary>Nobody resets their own: it would be a way round the second factor.</summary>
public sealed record AterstallerSigSjalv()
    : Refusal("TVASTEG-SJALV", "Du kan inte återställa din egen tvåstegsinloggning. Be en annan behörighetsadministratör på skolan, eller CSN.");

public sealed record IngenTvastegsinloggning()
    : Refusal("TVASTEG-INGEN", "Personen har ingen tvåstegsinloggning att återställa.");

/// <summary>Two changes of the account at once: the other one was first.</summary>
public sealed record KontotAndratSamtidigt()
    : Refusal("TVASTEG-SAMTIDIGT", "Ditt konto ändrades samtidigt från ett annat håll. Kontrollera uppgifterna och försök igen.");

/// <summary>Limits of passkeys.</summary>
public static class PassernyckelRegel
{
    public const int MaxNamn = 60;
    public const int MaxAntal = 10;

    /// <summary>The longest id the table's key takes; authenticators make them of 16–64 bytes.</summary>
    public const int MaxId = 850;
}
