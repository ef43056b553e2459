namespace MinaTjanster.Core.Skolkrapportering.Meddelandetradar;

public sealed record MeddelandeTextSaknas() : Refusal("ARENDE-MEDDELANDETEXT", "Skriv ett meddelande.", "Text");

public sealed record MeddelandeForLangt() : Refusal("ARENDE-MEDDELANDELANGD", $"Meddelandet är för långt. Skriv högst {Arendemeddelande.MaxText} tecken.", "Text");

public sealed record MeddelandeMedPersonnummer() : Refusal("ARENDE-TRADPNR", "Skriv inte personnummer i meddelandet. Ta bort det och försök igen.", "Text");

/// <summary>The case is closed, or was taken back.</summary>
public sealed record MeddelandeStangt() : Refusal("ARENDE-TRADSTANGD", "Ärendet är stängt. Meddelandena går att läsa, men det går inte att skriva fler.");

/// <summary>A school writes when CSN has.</summary>
public sealed record MeddelandeIngenFraga() : Refusal("ARENDE-INGENFRAGA", "CSN har inte skrivit till er om rapporten. Ring CSN:s partnertelefon om du har en fråga.");

/// <summary>The other side wrote after the page was drawn: what nobody has seen is not marked as read.</summary>
public sealed record MeddelandeNyttKommit() : Refusal("ARENDE-NYTTMEDDELANDE", "Det har kommit ett nytt meddelande. Läs det och försök igen.");

/// <summary>Somebody has answered, or said that it is read.</summary>
public sealed record MeddelandeRedanLast() : Refusal("ARENDE-REDANLAST", "Det finns inget nytt meddelande att läsa. Någon har redan svarat eller läst det.");
