namespace MinaTjanster.Core.Audit;

/// <summary>What a page that is named in <see cref="Visning.Sida"/> is, for the person whom it showed. The stored names are never renamed away: old rows are read for years.</summary>
public static class Visningstexter
{
    public const string Okand = "En sida i portalen";

    /// <summary>By controller; an action that is something else stands by itself.</summary>
    public static IReadOnlyDictionary<string, string> Alla { get; } = new Dictionary<string, string>
    {
        ["Anteckningar"] = "Sidan för anteckningar i ärendet",
        ["Arendeko"] = "Listan över ärenden med skyddade personuppgifter (namnet dolt)",
        ["Arendesida"] = "Ärendet om ogiltig frånvaro",
        ["Atkomstlogg"] = "Åtkomstloggen",
        ["Atkomstlogg.Pdf"] = "Åtkomstloggen som PDF",
        ["Avslutande"] = "Sidan där ärendet avslutas",
        ["Avstangningsko"] = "Beslut om avstängning",
        ["Avstangningsko.Skyddade"] = "Listan över avstängningar med skyddade personuppgifter (namnet dolt)",
        ["Brevko"] = "Kön med brev till elever (namnet dolt)",
        ["Brevko.Ett"] = "Brev till dig, som PDF",
        ["Brevko.Utskrift"] = "Utskrift av brev till elever",
        ["Brevko.Bilagor"] = "Bilagor till brev till elever",
        ["Flergodkannande"] = "Sidan där flera underlag godkänns (namnet dolt)",
        ["Fyraogon"] = "Sidan där utfallet beslutas",
        ["Godkannande"] = "Sidan där underlaget godkänns",
        ["Jamforelser"] = "Rapporten, försättsbladet och underlaget bredvid varandra",
        ["Kommunicering"] = "Sidan där du tillfrågas före beslut",
        ["Kompletteringsbegaran"] = "Sidan där skolan ombeds att komplettera",
        ["Ladokrattelser"] = "Rättelser i Ladok",
        ["Overlamnande"] = "Sidan där ärendet lämnas över",
        ["Papper"] = "Registrering av underlag på papper",
        ["Sidmarkeringar"] = "Sidan där en sida i underlaget märks",
        ["Skolmeddelanden"] = "Meddelanden mellan CSN och skolan",
        ["Utfallsbeslut"] = "Sidan där utfallet beslutas",
        ["Csnmeddelanden"] = "Meddelanden mellan skolan och CSN",
        ["Dokumentvisning"] = "Ett dokument i ärendet",
        ["Forsattsbladsvisning"] = "Försättsbladet till underlaget",
        ["Forsattsbladsvisning.Pdf"] = "Försättsbladet till underlaget, som PDF",
        ["Franvaroelev"] = "Frånvaron i skolans frånvarolista",
        ["Franvarooversikt"] = "Skolans frånvarolista",
        ["Rapportering"] = "Rapport om ogiltig frånvaro",
        ["Skolkandringar"] = "Ändring av rapport om ogiltig frånvaro",
        ["Skolkrapporter"] = "Rapport om ogiltig frånvaro",
        ["Underlag"] = "Underlaget till rapporten",
        ["Urvalsgranskning"] = "Kontroll av rapporter ur skolans frånvarolista",
        ["Avstangningar"] = "Rapport om avstängning",
        ["Blanketter"] = "En ifylld blankett",
        ["Filer"] = "En fil med rapporter från skolan",
        ["Filrader"] = "En rad i en fil med rapporter",
        ["Handelserapportering"] = "Rapport om studierna",
        ["Handelsesidor"] = "En rapporterad händelse eller ett intyg",
        ["KvarAttRapportera"] = "Listan över vad skolan har kvar att rapportera",
        ["Kvittenser"] = "Kvittens på det som skolan har skickat",
        ["Studerandelista"] = "Skolans sida om dig",
        ["Utbildningsstuderande"] = "Listan över studerande på en utbildning",
        ["Utkast"] = "Skolans utkast till rapporter",
    };

    /// <param name="sida">Controller and action; null where it was not kept.</param>
    public static string For(string? sida) =>
        sida is null ? Okand
        : Alla.TryGetValue(sida, out var text) || Alla.TryGetValue(sida.Split('.')[0], out text) ? text
        : Okand;
}
