namespace MinaTjanster.Core.Skolor.Kontaktuppgifter;

public sealed record BesoksadressForLang() : Refusal("SU-ADRESS", $"Skriv en besöksadress på högst {Skolfakta.MaxBesoksadress} tecken.", nameof(Skolfakta.Besoksadress));

public sealed record SkolansTelefonFel() : Refusal("SU-TELEFON", "Skriv skolans telefonnummer med siffror, till exempel 060-12 34 56.", nameof(Skolfakta.Telefon));

public sealed record SkolansEpostFel() : Refusal("SU-EPOST", "Skriv skolans e-postadress, till exempel info@skolan.se.", nameof(Skolfakta.Epost));

public sealed record SkolansWebbplatsFel() : Refusal("SU-WEBB", "Skriv webbplatsens adress, till exempel www.skolan.se.", nameof(Skolfakta.Webbplats));

public sealed record SkolsystemForLangt() : Refusal("SU-SYSTEM", $"Skriv skolsystemets namn med högst {Skolfakta.MaxSkolsystem} tecken.", nameof(Skolfakta.Skolsystem));

public sealed record KontaktrollSaknas() : Refusal("SU-ROLL", "Välj vad personen är kontakt för.", nameof(Skolkontaktperson.Roll));

public sealed record KontaktenFinnsRedan(string Namn) : Refusal("SU-FINNS", $"{Namn} har redan den rollen. Ändra den raden i stället, eller välj en annan roll.", nameof(Skolkontaktperson.Epost));

public sealed record ForMangaKontakter() : Refusal("SU-MANGA", $"Skolan har redan {Skolkontaktperson.MaxAntal} kontaktpersoner. Ta bort någon först.");

/// <summary>What nobody could use is not confirmed.</summary>
public sealed record IngenRapporteringskontakt() : Refusal("SU-INGEN", "Lägg till minst en kontaktperson för rapportering, så att vi på CSN vet vem vi ska fråga. Det räknas också som att uppgifterna är bekräftade.");

/// <summary>Two had it open.</summary>
public sealed record SkoluppgifternaAndrade() : Refusal("SU-VERSION", "Någon annan på skolan har ändrat uppgifterna sedan du öppnade sidan. Inget är sparat. Läs igenom dem som de är nu.");
