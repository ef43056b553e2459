namespace MinaTjanster.Core.Konton;

/// <summary>Where to turn when it does not help to wait (domain.md section 8).</summary>
public static class Hjalpvag
{
    /// <summary>Its hours are edited by CSN's staff, and stand where they are read: <see cref="Skolor.Telefon.TelefontidQuery"/>.</summary>
    public const string Partnertelefon = "0771-276 400";
}

/// <summary>The same words for an unknown username as for a wrong password (domain.md section 3).</summary>
public sealed record FelInloggningsuppgifter()
    : Refusal("LOGIN-FEL", "Fel användarnamn eller lösenord. Kontrollera uppgifterna och försök igen.");

/// <summary>The third failed attempt, and every one while the lock lasts.</summary>
public sealed record KontotLast(int Minuter)
    : Refusal(
        "LOGIN-LAST",
        $"Kontot är låst i {Minuter} minuter eftersom fel användarnamn eller lösenord har angetts flera gånger. " +
        $"Vänta tills låsningen har gått ut och försök sedan igen med rätt uppgifter, eller be skolans behörighetsadministratör låsa upp kontot. Om problemet kvarstår: ring CSN på {Hjalpvag.Partnertelefon}.");

/// <summary>The one-time password was right, but too old.</summary>
public sealed record EngangslosenordetForGammalt()
    : Refusal("LOGIN-ENGANGS", "Engångslösenordet gäller inte längre. Välj Har du glömt ditt lösenord eller fungerar det inte? i lösenordskiosken, eller be skolans behörighetsadministratör om ett nytt.");

/// <summary>The account is valid but holds nothing at all.</summary>
public sealed record IngenBehorighet()
    : Refusal("LOGIN-INGEN", "Ditt konto har inga behörigheter. Kontakta skolans behörighetsadministratör.");

/// <summary>The new password breaks a rule; <paramref name="Regel"/> says which and what to do.</summary>
public sealed record SvagtLosenord(string Regel) : Refusal("LOSEN-SVAGT", Regel, "NyttLosenord");

/// <summary>Typed twice, to catch a slip of the finger.</summary>
public sealed record LosenordenOlika()
    : Refusal("LOSEN-OLIKA", "Lösenorden är inte likadana. Skriv samma lösenord i båda fälten.", "Upprepa");

/// <summary>The step before has expired or was already used.</summary>
public sealed record BytetForGammalt()
    : Refusal("LOSEN-TID", "Det har gått för lång tid. Börja om i lösenordskiosken.");

/// <summary>Not the code in the mail. The same words for an unknown username (domain.md section 3).</summary>
public sealed record FelEngangskod()
    : Refusal("KOD-FEL", "Engångslösenordet stämmer inte. Kontrollera det i det senaste mejlet och skriv det igen.", "Kod");

/// <summary>Nothing was typed: it counts as no try.</summary>
public sealed record EngangskodSaknas() : Refusal("KOD-SAKNAS", "Skriv engångslösenordet som står i mejlet.", "Kod");

/// <summary>The code is too old, used, replaced by a newer one or void after wrong entries: which of them is told nobody.</summary>
public sealed record EngangskodenGallerInte(int Minuter, int Forsok)
    : Refusal(
        "KOD-SLUT",
        $"Engångslösenordet gäller inte. Det gäller bara en gång, i {Minuter} minuter, tills ett nytt begärs eller tills det har skrivits fel {Forsok} gånger. Begär ett nytt engångslösenord.",
        "Kod");

/// <summary>The command makes the first account only.</summary>
public sealed record ForstaKontotFinns()
    : Refusal("KONTO-FORSTA", "Det finns redan en behörighetshandläggare. Fler konton skapas i portalen.");

public sealed record AnvandarnamnetUpptaget(string Anvandarnamn)
    : Refusal("KONTO-UPPTAGET", $"Användarnamnet {Anvandarnamn} är upptaget. Välj ett annat.");

/// <summary>A fact of a new account breaks its limit; <paramref name="Mening"/> says which and what to do.</summary>
public sealed record OgiltigKontouppgift(string Mening) : Refusal("KONTO-UPPGIFT", Mening);
