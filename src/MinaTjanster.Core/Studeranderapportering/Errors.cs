using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Studeranderapportering;

/// <summary>The check page showed another version of the draft than the one that would be sent.</summary>
public sealed record UtkastetAndrat() : Refusal(
    "HANDELSE-UTKASTANDRAT",
    "Uppgifterna har ändrats i ett annat fönster sedan du öppnade sidan. Inget är skickat. Här ser du det som gäller nu: kontrollera det och skicka igen.");

// A student entered by hand.
public sealed record StuderandePersonnummer() : Refusal(
    "STUDERANDE-PERSONNUMMER",
    "Personnumret saknas eller är fel. Skriv tio eller tolv siffror och kontrollera dem. Samordningsnummer och tillfälliga personnummer går också bra.",
    nameof(Studerandeuppgift.Personnummer));

public sealed record StuderandeNamn(string Vad, string Falt) : Refusal("STUDERANDE-NAMN", $"Skriv {Vad} med högst {Studerande.MaxNamn} tecken.", Falt);

public sealed record StuderandeKlass() : Refusal("STUDERANDE-KLASS", $"Skriv klassen med högst {Studerande.MaxKlass} tecken.", nameof(Studerandeuppgift.Klass));

public sealed record StuderandeFinnsRedan(long StuderandeId) : Refusal(
    "STUDERANDE-FINNS", "Det finns redan en studerande med det personnumret hos er.", nameof(Studerandeuppgift.Personnummer));

/// <summary>The school's channel is another (domain.md section 2).</summary>
public sealed record BaraSkyddadeForHand(Rapporteringssatt Satt) : Refusal(
    "STUDERANDE-KANAL",
    Satt == Rapporteringssatt.Ladok
        ? "Kryssa i rutan om den studerande har skyddade personuppgifter. Alla andra läggs till genom Ladok."
        : "Kryssa i rutan om den studerande har skyddade personuppgifter. Alla andra läggs till när ni skickar en fil.",
    nameof(Studerandeuppgift.Skydd));
