using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Filrapportering;

// The whole file is refused: FIL-, beside those of the reader (Lasning).
public sealed record StuderandefilForStor() : Refusal(
    "FIL-STORLEK", "Filen är större än 100 MB, som är gränsen. Dela upp den och skicka delarna var för sig.", "Filer");

public sealed record SkolanSkickarInteFil(Rapporteringssatt Satt) : Refusal(
    "FIL-KANAL",
    Satt == Rapporteringssatt.Ladok
        ? "Skolan rapporterar genom Ladok. Rapportera och rätta i Ladok."
        : "Skolan rapporterar på skärmen och kan inte skicka fil. Begär ett annat rapporteringssätt under Kontakta CSN.");

public sealed record SkolanRapporterarInteILadok() : Refusal(
    "FIL-LADOK", "Skolan rapporterar inte genom Ladok. Be skolans kontaktperson hos CSN att ändra rapporteringssättet.");

// One row is refused: RAD-, beside those of the reader.
public sealed record RadPersonnummerSaknas() : Refusal("RAD-PERSONNUMMER-SAKNAS", "Personnummer saknas. Fyll i det med tolv siffror.", Filformat.Personnummer);

public sealed record RadPersonnummer() : Refusal(
    "RAD-PERSONNUMMER",
    "Personnumret är fel. Skriv tio eller tolv siffror och kontrollera dem. Samordningsnummer och tillfälliga personnummer går också bra.",
    Filformat.Personnummer);

public sealed record RadHandelseSaknas() : Refusal("RAD-HANDELSE-SAKNAS", "Händelse saknas. Skriv händelsens kod, till exempel 11 för Börjat studera.", Filformat.Handelse);

public sealed record RadHandelse() : Refusal("RAD-HANDELSE", "Händelsens kod finns inte. Koderna står i beskrivningen av filformatet.", Filformat.Handelse);

public sealed record RadEgenSida(Handelsetyp Typ) : Refusal(
    "RAD-EGENSIDA", $"{Typ.Rubrik} ({Typ.Kod}) kan inte skickas i en fil, eftersom handlingen själv ska följa med. Rapportera på skärmen.", Filformat.Handelse);

public sealed record RadAtgard() : Refusal(
    "RAD-ATGARD", $"Åtgärden finns inte. Lämna {Filformat.Atgard} tom för en ny händelse, eller skriv andra eller ta_tillbaka.", Filformat.Atgard);

public sealed record RadSkydd() : Refusal("RAD-SKYDD", "Skriv ja eller nej, eller lämna fältet tomt.", Filformat.Skydd);

public sealed record RadNamn(string Kolumn, int Max) : Refusal("RAD-NAMN", $"Skriv högst {Max} tecken.", Kolumn);

public sealed record RadForklaring() : Refusal("RAD-FORKLARING", $"Skriv en förklaring på högst {Handelse.MaxForklaring} tecken.", Filformat.Forklaring);

public sealed record RadTidigareForstaDag() : Refusal(
    "RAD-TIDIGARE", "Skriv ett datum som finns, till exempel 2026-11-22.", Filformat.TidigareForstaDag);

public sealed record RadForstaDagSaknas() : Refusal(
    "RAD-FORSTADAG", "Första dag saknas eller är fel. Skriv samma dag som i händelsen som ska tas tillbaka.", Handelsefalt.ForstaDag.Kolumn());

public sealed record RadStuderandeSaknas() : Refusal(
    "RAD-STUDERANDE",
    "Den studerande finns inte hos er. Kontrollera personnumret, eller rapportera först Antagen eller Börjat studera.",
    Filformat.Personnummer);

public sealed record RadNamnSaknas() : Refusal(
    "RAD-NAMN-SAKNAS", "Den studerande finns inte hos er än. Fyll i förnamn och efternamn, så läggs den studerande till.", Filformat.Fornamn);

public sealed record RadSkolkod() : Refusal(
    "RAD-SKOLKOD", "Du rapporterar inte med fil för den här skolkoden. Kontrollera den, eller ta bort raden.", Filformat.Skolkod);

public sealed record RadSkolkMedAndraUppgifter(DateOnly Dag) : Refusal(
    "RAD-SKOLK-ANDRAD",
    $"Skolk från {Dag:yyyy-MM-dd} är redan rapporterad, med andra uppgifter. Ska de ändras, skriv andra i {Filformat.Atgard}.",
    Filformat.Atgard);

public sealed record RadHandelseFinnsInte(Handelsetyp Typ, DateOnly Dag) : Refusal(
    "RAD-FINNS-INTE",
    $"Det finns ingen {Typ.Rubrik} med första dag {Dag:yyyy-MM-dd} som gäller för den studerande. Kontrollera dagen, eller rapportera händelsen som ny.",
    Handelsefalt.ForstaDag.Kolumn());

public sealed record RadFleraHandelser(Handelsetyp Typ, DateOnly Dag) : Refusal(
    "RAD-FLERA",
    $"Det finns flera {Typ.Rubrik} med första dag {Dag:yyyy-MM-dd}. Fyll i kursen eller utbildningen, så att det framgår vilken det gäller.",
    Handelsefalt.Utbildning.Kolumn());

// The page of a held row.
public sealed record RadenRedanRattad() : Refusal("RAD-RATTAD", "Raden är redan rättad eller borttagen. Ingenting har ändrats nu.");

public sealed record ForklaringSaknas() : Refusal("RAD-INGEN-FORKLARING", "Skriv en förklaring.", Filformat.Forklaring);

public sealed record FilenRedanLast() : Refusal("FIL-KLAR", "Filen är redan inläst. Det som är fel rättar du med en ny fil.");

/// <summary>Warnings about a row that the file alone has.</summary>
internal static class Radvarningar
{
    public const string Overflodiga = "RAD-V-FALT";

    public static Varning Falt(Handelsetyp typ, IReadOnlyList<string> kolumner) =>
        new(Overflodiga, $"{typ.Rubrik} har inte {string.Join(", ", kolumner)}, så det som står där läses inte.", kolumner[0]);
}
