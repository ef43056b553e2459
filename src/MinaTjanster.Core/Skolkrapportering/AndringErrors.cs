namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>The report was taken back, perhaps by a colleague a moment ago.</summary>
public sealed record RapportenBorttagen() : Refusal(
    "SKOLK-BORTTAGEN",
    "Rapporten är borttagen och kan inte ändras. Gör en ny rapport om frånvaron ska rapporteras.");

/// <summary>Somebody saved between the page being shown and the form being sent.</summary>
public sealed record RapportenAndrad() : Refusal(
    "SKOLK-ANDRAD",
    "Någon annan har ändrat rapporten medan du skrev. Inget av ditt är sparat. Jämför med hur den ser ut nu och skicka igen om din ändring fortfarande stämmer.");

/// <summary>A deletion states why.</summary>
public sealed record SkalSaknas() : Refusal(
    "SKOLK-SKAL",
    "Skriv varför rapporten tas bort, till exempel att skolan har gjort en ny bedömning.",
    "Skal");

/// <summary>The reason is stored in the log, which holds no personnummer.</summary>
public sealed record SkalMedPersonnummer() : Refusal(
    "SKOLK-SKALPNR",
    "Skriv inte personnummer i skälet. Ta bort det och skicka igen.",
    "Skal");

/// <summary>As long as <see cref="Skolkrapport.MaxSkal"/>.</summary>
public sealed record SkalForLangt() : Refusal(
    "SKOLK-SKALLANGT",
    $"Skälet får vara högst {Skolkrapport.MaxSkal} tecken. Korta texten.",
    "Skal");

/// <summary>[V] What CSN has decided on stays as it was; the last day may still be set, and deleting is always allowed (domain.md section 5).</summary>
public sealed record RapportenFardiggranskad() : Refusal(
    "SKOLK-FARDIG",
    "CSN har avslutat ärendet, så uppgifterna kan inte ändras. Sista dag kan du ange ändå. Är något fel: ta bort rapporten och skicka en ny.");

/// <summary>The form holds what is stored.</summary>
public sealed record RapportenOforandrad() : Refusal(
    "SKOLK-OFORANDRAD",
    "Du har inte ändrat något. Ändra en uppgift, eller gå tillbaka till rapporten.");
