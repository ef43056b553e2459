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
