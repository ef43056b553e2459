namespace MinaTjanster.Core.Skolkrapportering.Anteckningar;

public sealed record AnteckningForLang(string Falt, int Max) : Refusal("ARENDE-ANTECKNINGLANGD", $"Texten är för lång. Skriv högst {Max} tecken.", Falt);

public sealed record AnteckningMedPersonnummer(string Falt) : Refusal("ARENDE-ANTECKNINGPNR", "Skriv inte personnummer i texten. Ta bort det och försök igen.", Falt);

/// <summary>A check that the case does not have.</summary>
public sealed record AnteckningKontrollOkand() : Refusal("ARENDE-ANTECKNINGKONTROLL", "Kontrollerna har ändrats. Kryssa bland dem som står på sidan nu.", "Kontrollerat");

/// <summary>Somebody has saved since the page was drawn.</summary>
public sealed record AnteckningAndrad(string Vem, DateTime Nar) : Refusal(
    "ARENDE-ANTECKNINGANDRAD",
    $"Anteckningarna har ändrats sedan du öppnade sidan. {Vem} sparade dem{ArendeErrors.Tidpunkt(Nar)}. Ingenting av ditt har sparats. Det du skrev står kvar; sparar du igen ersätter det.");

public sealed record AnteckningStangd() : Refusal("ARENDE-ANTECKNINGSTANGD", "Ärendet är stängt. Anteckningarna går att läsa, men inte att ändra.");
