namespace MinaTjanster.Core.Materialbestallningar;

public sealed record AntalFel(string Artikel, int Minst, int Mest, string? Falt = "Antal")
    : Refusal("MATERIAL-ANTAL", Minst == Mest ? $"Du kan beställa {Minst} st av {Artikel}." : $"Skriv ett antal mellan {Minst} och {Mest} för {Artikel}.", Falt);

/// <summary>Withdrawn by blankettservice.</summary>
public sealed record ArtikelnIndragen(string Artikel)
    : Refusal("MATERIAL-INDRAGEN", $"{Artikel} går inte att beställa längre. Ta bort raden ur korgen.");

public sealed record KorgenFull() : Refusal("MATERIAL-FULL", $"Korgen rymmer högst {Materialkorg.MaxRader} olika artiklar. Skicka beställningen och gör sedan en till.");

public sealed record KorgenTom() : Refusal("MATERIAL-TOM", "Korgen är tom. Lägg minst en artikel i den.");

/// <summary>In another tab, since the page was drawn.</summary>
public sealed record KorgenAndrad() : Refusal("MATERIAL-KORG", "Korgen har ändrats sedan du öppnade sidan. Läs igenom den som den är nu.");

/// <summary>More is back-ordered than the check page said: the choice was made about something else.</summary>
public sealed record LagretAndrat()
    : Refusal("MATERIAL-LAGER", "Någon annan hann före, så mer än du såg är slut i lagret. Inget är beställt. Se vad som restnoteras nu och beställ igen om du vill.");

public sealed record LeveransadressSaknas()
    : Refusal("MATERIAL-ADRESS", "CSN saknar skolans postadress, så materialet går inte att skicka. Kontakta skolans kontaktperson på CSN.");

public sealed record AttFel() : Refusal("MATERIAL-ATT", $"Skriv ett namn eller en avdelning på högst {Leveransadress.MaxAtt} tecken, utan personnummer.", "Att");

/// <summary>Packing has begun.</summary>
public sealed record KanInteAnnulleras(Materialstatus Status)
    : Refusal("MATERIAL-ANNULLERA", Status == Materialstatus.Annullerad ? "Beställningen är redan annullerad." : $"Beställningen kan inte annulleras, för den är redan {Status.Text().ToLowerInvariant()}.");

public sealed record IngetAttPacka(Materialstatus Status)
    : Refusal("MATERIAL-PACKA", Status == Materialstatus.Mottagen ? "Inget i beställningen finns i lager än." : $"Beställningen kan inte packas, för den är {Status.Text().ToLowerInvariant()}.");

public sealed record KanInteSkickas(Materialstatus Status)
    : Refusal("MATERIAL-SKICKA", $"Beställningen kan inte markeras som skickad, för den är {Status.Text().ToLowerInvariant()}.");

public sealed record IngenRestAttSkicka() : Refusal("MATERIAL-REST", "Det finns ingen rest att skicka. Den är redan skickad, eller så har inget kommit in i lagret.");

/// <summary>The line has got what it waited for, or is struck already.</summary>
public sealed record IngenRestAttStryka() : Refusal("MATERIAL-STRYK", "Raden är inte restnoterad längre. Den har fått det den väntade på, eller så är den redan struken.", "Rad");

public sealed record StrykskalSaknas() : Refusal("MATERIAL-STRYKSKAL", $"Skriv varför, högst {ArtikelService.MaxSkal} tecken, utan personnummer. Skolan läser det.", "Skal");

/// <summary>Somebody changed it, or stock came in for it, after the page was drawn.</summary>
public sealed record MaterialbestallningenAndrad()
    : Refusal("MATERIAL-ANDRAD", "Beställningen har ändrats sedan du öppnade sidan. Läs igenom den som den är nu.");

public sealed record ArtikelnummerFel() : Refusal("MATERIAL-NUMMER", $"Skriv artikelnumret som det står på trycksaken, högst {Materialartikel.MaxNummer} tecken.", "Nummer");

public sealed record ArtikelnummerFinns() : Refusal("MATERIAL-FINNS", "En annan artikel har det numret.", "Nummer");

public sealed record ArtikelnamnFel() : Refusal("MATERIAL-NAMN", $"Skriv ett namn på högst {Materialartikel.MaxNamn} tecken, utan personnummer.", "Namn");

public sealed record ArtikelbeskrivningFel() : Refusal("MATERIAL-BESKRIVNING", $"Skriv vad artikeln är till för, högst {Materialartikel.MaxBeskrivning} tecken, utan personnummer.", "Beskrivning");

public sealed record ArtikelslagFel() : Refusal("MATERIAL-SLAG", "Välj blankett eller broschyr.", "Slag");

public sealed record ArtikelsprakFel() : Refusal("MATERIAL-SPRAK", "Välj ett språk.", "Sprak");

public sealed record ArtikelutgavaFel() : Refusal("MATERIAL-UTGAVA", $"Skriv utgåvan som den står på trycksaken, till exempel 2026-08, högst {Materialartikel.MaxUtgava} tecken.", "Utgava");

public sealed record ArtikelbildFel() : Refusal("MATERIAL-BILD", "Välj en bild.", "Bild");

public sealed record ArtikelMinstFel() : Refusal("MATERIAL-MINST", $"Skriv hur många man minst får beställa, från 1 till {Artikelregel.MaxAntal}.", "Minst");

public sealed record ArtikelMestFel() : Refusal("MATERIAL-MEST", $"Skriv hur många man högst får beställa, från 1 till {Artikelregel.MaxAntal}.", "Mest");

public sealed record ArtikelMestUnderMinst() : Refusal("MATERIAL-MESTMINST", "Det högsta antalet kan inte vara mindre än det minsta.", "Mest");

public sealed record ArtikelnAndrad() : Refusal("MATERIAL-VERSION", "Artikeln har ändrats sedan du öppnade sidan. Inget är sparat. Läs igenom den som den är nu.");

public sealed record ArtikelnRedanIndragen() : Refusal("MATERIAL-REDAN", "Artikeln är redan indragen.");

public sealed record ArtikelnInteIndragen() : Refusal("MATERIAL-INTEINDRAGEN", "Artikeln är inte indragen.");

public sealed record ForandringFel() : Refusal("MATERIAL-FORANDRING", "Skriv hur många som kommer till eller försvinner, till exempel 500 eller -20.", "Forandring");

/// <summary>Stock is never negative, nor more than can be true.</summary>
public sealed record SaldotRackerInte(int Saldo)
    : Refusal("MATERIAL-SALDO", $"Saldot är {Saldo}. Efter ändringen måste det ligga mellan 0 och {Artikelregel.MaxSaldo}.", "Forandring");

public sealed record LagerskalSaknas() : Refusal("MATERIAL-SKAL", $"Skriv varför, högst {ArtikelService.MaxSkal} tecken, utan personnummer.", "Skal");
