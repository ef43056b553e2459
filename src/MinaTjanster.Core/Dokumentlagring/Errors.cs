namespace MinaTjanster.Core.Dokumentlagring;

/// <summary>A file that was refused, by the name it has on the user's computer.</summary>
public sealed record Filavslag(string Filnamn, Refusal Orsak);

public sealed record FilForStor() : Refusal(
    "FIL-FORSTOR",
    "Filen är större än 20 MB, som är gränsen för en fil. Dela upp den, eller skanna med lägre upplösning.",
    "Filer");

public sealed record FilTom() : Refusal(
    "FIL-TOM",
    "Filen är tom. Kontrollera att du har valt rätt fil.",
    "Filer");
