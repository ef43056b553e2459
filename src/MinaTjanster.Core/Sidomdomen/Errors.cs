namespace MinaTjanster.Core.Sidomdomen;

public sealed record SidsvarSaknas() : Refusal("SIDSVAR-SVAR", "Svara ja eller nej.", "Svar");

public sealed record SidkommentarForLang() : Refusal("SIDSVAR-LANGD", $"Kommentaren är för lång. Korta den till {Sidsvar.MaxKommentar} tecken.", "Kommentar");

public sealed record SidkommentarMedPersonnummer() : Refusal("SIDSVAR-PERSONNUMMER", "Kommentaren innehåller ett personnummer. Ta bort det och skicka igen.", "Kommentar");
