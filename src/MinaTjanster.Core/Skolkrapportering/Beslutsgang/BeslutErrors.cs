using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Beslutsgang;

public sealed record ArendeForeGodkannande() : Refusal(
    "ARENDE-FOREGODKANNANDE",
    "Underlaget ska vara godkänt innan du kan fråga före beslut eller besluta utfallet.");

public sealed record ArendeRedanKommunicerat(DateOnly? SvarSenast) : Refusal(
    "ARENDE-KOMMUNICERAT",
    SvarSenast is { } dag ? $"Frågan är redan skickad. Svaret ska ha kommit senast {SvenskText.Datum(dag)}." : "Frågan är redan ställd. Brevet har inte skickats än.");

public sealed record ArendeFraganInteSkickad() : Refusal(
    "ARENDE-FRAGANINTESKICKAD",
    "Brevet med frågan har inte skickats än. Den som får brevet ska kunna svara först, och svarstiden räknas från den dag brevet skickas.");

public sealed record ArendeRedanBeslutat(DateTime? Nar) : Refusal(
    "ARENDE-BESLUTAT",
    $"Utfallet är redan beslutat{ArendeErrors.Tidpunkt(Nar)}.");

public sealed record ArendeInteBeslutat() : Refusal(
    "ARENDE-INTEBESLUTAT",
    "Ärendet kan avslutas först när utfallet är beslutat.");

public sealed record ArendeInteKommunicerat() : Refusal(
    "ARENDE-INTEKOMMUNICERAT",
    "Pengar kan krävas tillbaka. Eleven, eller vårdnadshavaren om eleven inte har fyllt 18 år, ska få se vad du tänker besluta och kunna svara först.");

public sealed record ArendeSvarstidPagar(DateOnly SvarSenast) : Refusal(
    "ARENDE-SVARSTID",
    $"Svarstiden går ut {SvenskText.Datum(SvarSenast)}. Du kan besluta efter den dagen, eller när svaret har kommit.",
    "Svar");

public sealed record ArendeBeslutMotiveras() : Refusal(
    "ARENDE-BESLUTMOTIVERING",
    "Skriv en motivering. Den står i brevet.",
    "Motivering");

public sealed record ArendeInget() : Refusal(
    "ARENDE-INGETATTHORA",
    "Inget är utbetalt felaktigt enligt uppskattningen, så ingen behöver frågas före beslutet. Besluta utfallet direkt.");

/// <summary>A file that is not of this case's underlag.</summary>
public sealed record ArendeBilagaOkand() : Refusal(
    "ARENDE-BILAGA",
    "En av filerna hör inte till ärendets underlag. Välj bland filerna på sidan.",
    "Bilagor");
