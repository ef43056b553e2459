namespace MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;

public sealed record MarkeringSidaFinnsInte(int AntalSidor) : Refusal(
    "ARENDE-MARKERINGSIDA",
    AntalSidor == 1 ? "Filen har bara en sida. Skriv 1." : $"Filen har {AntalSidor} sidor. Skriv en sida från 1 till {AntalSidor}.",
    "Sida");

public sealed record MarkeringMedPersonnummer() : Refusal(
    "ARENDE-MARKERINGPNR",
    "Skriv inte personnummer i texten. Ta bort det och försök igen.",
    "Brist");

public sealed record MarkeringarFulla() : Refusal(
    "ARENDE-MARKERINGAR",
    $"Ärendet har redan {Sidmarkering.FlestOskickade} märkta sidor. Ta bort någon, eller begär kompletteringen.");

public sealed record MarkeringSkickad() : Refusal(
    "ARENDE-MARKERINGSKICKAD",
    "Skolan har fått se den märkta sidan i en begäran om komplettering. Den kan inte tas bort.");

/// <summary>A request was to point at a mark that is gone, sent already, or another case's.</summary>
public sealed record MarkeringSaknas() : Refusal(
    "ARENDE-MARKERINGSAKNAS",
    "En märkt sida som du valde finns inte längre, eller är redan skickad. Se vilka som är kvar och försök igen.",
    "Markeringar");
