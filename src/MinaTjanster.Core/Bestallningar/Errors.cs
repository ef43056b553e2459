using MinaTjanster.Core.Konton;

namespace MinaTjanster.Core.Bestallningar;

/// <summary>The table says that somebody else administers it.</summary>
public sealed record BestallsInteHosCsn(Bestallningsradslag Slag, Administrator Administrator)
    : Refusal(
        "BB-ANNAN",
        $"Behörigheten {Slag.Behorighet().Text()} sköts av {Administrator.Text()} för den här skolan, så den beställs inte hos CSN.");

/// <summary>Not a user of the school, or one that has ended.</summary>
public sealed record BestalldAnvandareSaknas() : Refusal("BB-ANVANDARE", "Välj en person som är användare på skolan.", "Person");

public sealed record ArInteRapportor()
    : Refusal("BB-EJRAPPORTOR", "Personen har inte behörigheten Studeranderapportering på skolan.", "Person");

public sealed record ArRapportorRedan()
    : Refusal("BB-RAPPORTOR", "Personen har redan behörigheten Studeranderapportering på skolan.", "Person");

public sealed record ArBehorighetsansvarigRedan() : Refusal("BB-ANSVARIG", "Personen är redan behörighetsansvarig på skolan.", "Person");

public sealed record TidigareArInteAnsvarig()
    : Refusal("BB-TIDIGARE", "Välj den som är behörighetsansvarig i dag, eller att ingen lämnar uppdraget.", "Tidigare");

public sealed record SammaEpost() : Refusal("BB-SAMMAEPOST", "Personen har redan den e-postadressen.", "Epost");

public sealed record RadenFinnsRedan() : Refusal("BB-DUBBEL", "Personen finns redan med i beställningen för samma sak.");

/// <summary>CSN has not decided the earlier order.</summary>
public sealed record RedanBestalld(string Kvittensnummer)
    : Refusal("BB-PAGAR", $"Samma sak är redan beställd i {Kvittensnummer}, som CSN inte har avgjort än.");

public sealed record ForManga()
    : Refusal("BB-MANGA", $"En beställning kan ha högst {Behorighetsbestallning.MaxRader} rader. Skicka den här och gör sedan en till.");

public sealed record BestallningenTom() : Refusal("BB-TOM", "Beställningen har inga rader. Lägg till minst en person.");

/// <summary>Somebody changed it after the page was drawn.</summary>
public sealed record BestallningenAndrad()
    : Refusal("BB-ANDRAD", "Beställningen har ändrats sedan du öppnade sidan. Läs igenom den som den är nu.");

public sealed record BestallningenStangd(Bestallningsstatus Status)
    : Refusal("BB-STANGD", $"Beställningen kan inte ändras längre. Den är {Status.Text().ToLowerInvariant()}.");

public sealed record BestallningenVantar() : Refusal("BB-VANTAR", "En fråga till skolan är redan ställd. Vänta på svaret, eller avgör raderna.");

public sealed record IngenFraga() : Refusal("BB-EJFRAGA", "Det finns ingen fråga att svara på.");

public sealed record DelvisAvgjord()
    : Refusal("BB-DELVIS", "CSN har redan avgjort en del av beställningen, så den kan inte tas tillbaka. Gör en ny beställning om något ska ändras.");

public sealed record RadenAvgjord() : Refusal("BB-AVGJORD", "Raden är redan avgjord.");

public sealed record SkalSaknas() : Refusal("BB-SKAL", $"Skriv varför, högst {Bestallningsrad.MaxSkal} tecken.", "Skal");

public sealed record FragaSaknas() : Refusal("BB-FRAGA", $"Skriv frågan, högst {Bestallningsfraga.MaxText} tecken.", "Text");

public sealed record SvarSaknas() : Refusal("BB-SVAR", $"Skriv ett svar, högst {Bestallningsfraga.MaxText} tecken.", "Svar");

/// <summary>What is written is shown to the other side and stands in the log.</summary>
public sealed record PersonnummerITexten(string Falt) : Refusal("BB-PNR", "Skriv inget personnummer i texten.", Falt);

/// <summary>Another account has the address that was ordered.</summary>
public sealed record EpostUpptagen() : Refusal("BB-EPOST", "E-postadressen används av ett annat konto. Avslå raden, eller fråga skolan.");

/// <summary>The user that the row named has left the school since.</summary>
public sealed record AnvandarenHarSlutat() : Refusal("BB-SLUTAT", "Personen är inte längre användare på skolan. Avslå raden, eller fråga skolan.");

public sealed record BegaranSkalSaknas() : Refusal("BG-SKAL", $"Skriv varför du behöver behörigheten, högst {Behorighetsbegaran.MaxSkal} tecken.", "Skal");

public sealed record TjanstSaknas() : Refusal("BG-TJANST", "Välj en tjänst som du saknar behörighet till.", "Tjanst");

public sealed record BegaranFinns() : Refusal("BG-FINNS", "Du har redan begärt den behörigheten. Begäran är inte avgjord än.", "Tjanst");

public sealed record BegaranAvgjord() : Refusal("BG-AVGJORD", "Begäran är redan avgjord.");

public sealed record BegaranNekskalSaknas() : Refusal("BG-NEKSKAL", $"Skriv varför du avslår begäran, högst {Behorighetsbegaran.MaxSkal} tecken.", "Skal");
