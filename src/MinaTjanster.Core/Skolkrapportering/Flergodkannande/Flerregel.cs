namespace MinaTjanster.Core.Skolkrapportering.Flergodkannande;

public sealed record FlerSkyddad() : Refusal("ARENDE-FLERSKYDDAD", "Den studerande har skyddade personuppgifter. Ärendet godkänns för sig.");

public sealed record FlerInteKomplett() : Refusal("ARENDE-FLERAVVIKER", "Alla kontroller stämmer inte. Ärendet godkänns för sig, med en motivering.");

public sealed record FlerForklaring() : Refusal("ARENDE-FLERFORKLARING", "Skolan har lämnat en förklaring. Läs den och godkänn ärendet för sig.");

public sealed record FlerMarkering() : Refusal("ARENDE-FLERMARKERING", "Det finns märkta sidor som skolan inte har fått veta om. Begär komplettering eller ta bort märkningen.");

public sealed record FlerUtkast() : Refusal("ARENDE-FLERUTKAST", "Det finns ett utkast till komplettering bland anteckningarna. Begär kompletteringen eller ta bort utkastet.");

public sealed record FlerMeddelande() : Refusal("ARENDE-FLERMEDDELANDE", "Det finns ett meddelande som väntar på svar i ärendet.");

public sealed record FlerTvaSkolor() : Refusal("ARENDE-FLERTVASKOLOR", "Två skolor har rapporterat samma person och tid. Ärendet godkänns för sig.");

public sealed record FlerInteOppnat() : Refusal("ARENDE-FLEROSEDD", "Du har inte öppnat ärendet. Öppna det och titta på underlaget först.");

public sealed record FlerAndratSedan() : Refusal("ARENDE-FLERANDRAT", "Ärendet har ändrats sedan du öppnade det. Öppna det igen.");

public sealed record FlerFinnsInte() : Refusal("ARENDE-FLERSAKNAS", "Ärendet finns inte.");

public sealed record FlerInget() : Refusal("ARENDE-FLERINGET", "Välj minst ett ärende.", "Arenden");

public sealed record FlerForManga() : Refusal("ARENDE-FLERMANGA", $"Välj högst {Flerregel.Flest} ärenden åt gången.", "Arenden");

/// <summary>Which cases may be approved together: complete, undisputed, and looked at as they stand (ADR 0048).</summary>
public static class Flerregel
{
    /// <summary>As many as one page of the queue.</summary>
    public const int Flest = 25;

    /// <param name="settVersion">The version of the case that the handläggare last looked at; null where they have not.</param>
    /// <param name="harUtkast">A request to the school is half written among the notes.</param>
    /// <returns>Why not, or null when it may be approved with others.</returns>
    public static Refusal? Hinder(Arendedetaljer detaljer, int? settVersion, long kontoId, bool harUtkast)
    {
        var arende = detaljer.Arende;
        var atgard = arende.Status == Arendestatus.AttGranska ? Arendeatgard.Ta : Arendeatgard.Godkann;
        return Arenderegel.Hinder(atgard, arende, kontoId, detaljer.Handlaggare)
            ?? detaljer switch
            {
                { Studerande.ArSkyddad: true } => new FlerSkyddad(),
                { Kontroller.Count: 0 } or { AntalAvvikelser: > 0 } => new FlerInteKomplett(),
                _ when detaljer.Underlag.Any(u => u.Underlag.Forklaring is { Length: > 0 }) => new FlerForklaring(),
                { Markeringar.Count: > 0 } => new FlerMarkering(),
                _ when harUtkast => new FlerUtkast(),
                _ when arende.SkolanSkaSvara is not null || arende.SkolanHarSvarat is not null => new FlerMeddelande(),
                { HosAndraSkolor.Count: > 0 } => new FlerTvaSkolor(),
                _ when settVersion is null => new FlerInteOppnat(),
                _ when settVersion != arende.Version => new FlerAndratSedan(),
                _ => (Refusal?)null,
            };
    }
}
