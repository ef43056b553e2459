using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Somebody was first: the second is told who and when.</summary>
public sealed record ArendeRedanTaget(string Vem, DateTime? Nar) : Refusal(
    "ARENDE-TAGET",
    $"Ärendet är redan taget av {Vem}{ArendeErrors.Tidpunkt(Nar)}.");

public sealed record ArendeRedanDitt(DateTime? Nar) : Refusal(
    "ARENDE-DITT",
    $"Du har redan ärendet. Du tog det{ArendeErrors.Tidpunkt(Nar)}.");

/// <summary>An act that belongs to the handläggare who has the case.</summary>
public sealed record ArendeAnnanHandlaggare(string Vem, DateTime? Nar) : Refusal(
    "ARENDE-ANNANS",
    $"Ärendet handläggs av {Vem}, som tog det{ArendeErrors.Tidpunkt(Nar)}. Bara den som har ärendet kan göra det här.");

public sealed record ArendeInteTaget() : Refusal(
    "ARENDE-INTETAGET",
    "Ingen har tagit ärendet. Ta det först, så att ingen annan granskar det samtidigt.");

public sealed record ArendeVantarPaUnderlag() : Refusal(
    "ARENDE-UTANUNDERLAG",
    "Skolan har inte skickat något underlag än. Ärendet kommer till kön när underlaget har kommit.");

public sealed record ArendeVantarPaSvar(DateOnly SvarSenast) : Refusal(
    "ARENDE-VANTARSVAR",
    $"Skolan har fått en fråga om komplettering och ska svara senast {SvenskText.Datum(SvarSenast)}. Ärendet kan granskas igen när svaret har kommit.");

public sealed record ArendeRedanGodkant(string Vem, DateTime? Nar) : Refusal(
    "ARENDE-GODKANT",
    $"Underlaget är redan godkänt av {Vem}{ArendeErrors.Tidpunkt(Nar)}.");

public sealed record ArendeInteGodkant() : Refusal(
    "ARENDE-INTEGODKANT",
    "Ärendet kan avslutas först när underlaget är godkänt.");

public sealed record ArendeRedanAvslutat(string Vem, DateTime? Nar) : Refusal(
    "ARENDE-AVSLUTAT",
    $"Ärendet är redan avslutat av {Vem}{ArendeErrors.Tidpunkt(Nar)}.");

/// <summary>The school deleted its report.</summary>
public sealed record ArendeAtertaget(DateTime? Nar) : Refusal(
    "ARENDE-ATERTAGET",
    $"Skolan har tagit tillbaka rapporten{ArendeErrors.Tidpunkt(Nar)}. Ärendet kan inte ändras längre.");

public sealed record ArendeInteAtertaget() : Refusal(
    "ARENDE-INTEATERTAGET",
    "Skolan har inte tagit tillbaka rapporten, så det finns inget att kvittera.");

/// <summary>Taken back before anybody had taken the case: there is nobody to tell.</summary>
public sealed record ArendeUtanHandlaggare() : Refusal(
    "ARENDE-UTANHANDLAGGARE",
    "Ingen hade ärendet när skolan tog tillbaka rapporten, så det finns inget att kvittera.");

public sealed record ArendeRedanKvitterat(DateTime? Nar) : Refusal(
    "ARENDE-KVITTERAT",
    $"Återtagandet är redan kvitterat{ArendeErrors.Tidpunkt(Nar)}.");

/// <summary>The change after the closing was acknowledged already.</summary>
public sealed record ArendeAndringRedanKvitterad(DateTime? Nar) : Refusal(
    "ARENDE-ANDRINGKVITTERAD",
    $"Ändringen efter avslutet är redan kvitterad{ArendeErrors.Tidpunkt(Nar)}.");

/// <summary>The case changed after the page was drawn, in a way that does not in itself stop the act.</summary>
public sealed record ArendeAndratUnderTiden(string Vem, string Vad, DateTime? Nar) : Refusal(
    "ARENDE-ANDRAT",
    $"Ärendet har ändrats sedan du öppnade det: {Vad} ({Vem}{ArendeErrors.Tidpunkt(Nar)}). Ingenting har sparats. Här ser du vad som gäller nu.");

public sealed record ArendeUtanKomplettering() : Refusal(
    "ARENDE-UTANKOMPLETTERING",
    "Det finns ingen begäran om komplettering som väntar på svar i ärendet. Läs in sidan igen.");

public sealed record ArendeMotiveringMedPersonnummer() : Refusal(
    "ARENDE-MOTIVERINGPNR",
    "Skriv inte personnummer i motiveringen. Ta bort det och försök igen.",
    "Motivering");

public sealed record ArendeMotiveringKravs(int AntalAvvikelser) : Refusal(
    "ARENDE-MOTIVERING",
    AntalAvvikelser == 1
        ? "En kontroll stämmer inte. Skriv varför underlaget ändå kan godkännas."
        : $"{AntalAvvikelser} kontroller stämmer inte. Skriv varför underlaget ändå kan godkännas.",
    "Motivering");

public sealed record ArendeMottagareOkand() : Refusal(
    "ARENDE-MOTTAGARE",
    "Välj en kollega som får handlägga ärendet.",
    "Till");

public sealed record ArendeMeddelandeMedPersonnummer() : Refusal(
    "ARENDE-MEDDELANDEPNR",
    "Skriv inte personnummer i meddelandet. Ta bort det och försök igen.",
    "Meddelande");

/// <summary>There is nothing in the queue for the one who asks.</summary>
public sealed record ArendekonTom() : Refusal("ARENDE-TOMKO", "Det finns inget ärende att granska just nu.");

internal static class ArendeErrors
{
    /// <summary>" 22 november 2026 kl. 10.42"; nothing where the instant is not known.</summary>
    public static string Tidpunkt(DateTime? utc) =>
        utc is { } tid ? $" {SvenskText.Datum(tid.SvenskDag())} kl. {tid.SvenskTidpunkt():HH.mm}" : "";
}
