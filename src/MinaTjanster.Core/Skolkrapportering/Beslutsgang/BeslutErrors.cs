using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Beslutsgang;

public sealed record ArendeForeGodkannande() : Refusal(
    "ARENDE-FOREGODKANNANDE",
    "Underlaget ska vara godkänt innan eleven hörs och utfallet beslutas.");

public sealed record ArendeRedanKommunicerat(DateOnly? SvarSenast) : Refusal(
    "ARENDE-KOMMUNICERAT",
    SvarSenast is { } dag ? $"Eleven har redan fått frågan och får svara till och med {SvenskText.Datum(dag)}." : "Frågan är redan ställd. Brevet har inte skickats än.");

public sealed record ArendeFraganInteSkickad() : Refusal(
    "ARENDE-FRAGANINTESKICKAD",
    "Brevet med frågan till eleven har inte skickats än. Eleven får svara först, och svarstiden räknas från den dag brevet skickas.");

public sealed record ArendeRedanBeslutat(DateTime? Nar) : Refusal(
    "ARENDE-BESLUTAT",
    $"Utfallet är redan beslutat{ArendeErrors.Tidpunkt(Nar)}.");

public sealed record ArendeInteBeslutat() : Refusal(
    "ARENDE-INTEBESLUTAT",
    "Ärendet kan avslutas först när utfallet är beslutat.");

public sealed record ArendeInteKommunicerat() : Refusal(
    "ARENDE-INTEKOMMUNICERAT",
    "Pengar kan krävas tillbaka. Eleven ska få se vad du tänker besluta och kunna svara först.");

public sealed record ArendeSvarstidPagar(DateOnly SvarSenast) : Refusal(
    "ARENDE-SVARSTID",
    $"Eleven får svara till och med {SvenskText.Datum(SvarSenast)}. Du kan besluta efter den dagen, eller när svaret har kommit.",
    "Svar");

public sealed record ArendeBeslutMotiveras() : Refusal(
    "ARENDE-BESLUTMOTIVERING",
    "Skriv en motivering. Den står i brevet till eleven.",
    "Motivering");

public sealed record ArendeInget() : Refusal(
    "ARENDE-INGETATTHORA",
    "Inget är utbetalt felaktigt enligt uppskattningen, så eleven behöver inte höras. Besluta utfallet direkt.");

/// <summary>A file that is not of this case's underlag.</summary>
public sealed record ArendeBilagaOkand() : Refusal(
    "ARENDE-BILAGA",
    "En av filerna hör inte till ärendets underlag. Välj bland filerna på sidan.",
    "Bilagor");
