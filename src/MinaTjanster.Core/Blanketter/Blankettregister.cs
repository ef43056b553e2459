using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Blanketter;

/// <summary>
/// Every form, each in its newest edition only (domain.md section 8). A new edition is a change here: the address stays, and the day of the older edition is put among <see cref="Blankett.TidigareUtgavor"/>, so that its address answers that there is a newer one.
/// </summary>
public static class Blankettregister
{
    public const string Forsattsblad = "forsattsblad";
    public const string UnderlagForSkolk = "underlag-for-skolk";
    public const string Intyg2441W = "intyg-2441w";
    public const string Handledarintyg = "handledarintyg";
    public const string BestallningAvBehorighet = "bestallning-av-behorighet";

    private const string Papperspost = "Skicka blanketten till " + Skolkrapportering.Forsattsblad.Postadress + ".";

    private static readonly DateOnly Forsta = new(2026, 11, 16);

    /// <summary>The paper edition that schools had before the portal [V].</summary>
    private static readonly DateOnly ForePortalen = new(2021, 3, 1);

    private static readonly Skolform[] MedSkolk = [Skolform.Gymnasieskola, Skolform.Komvux, Skolform.Folkhogskola, Skolform.KonstOchKultur];

    private static readonly string[] Signatur = ["Ort och datum", "Underskrift", "Namnförtydligande", "Lärosätets stämpel"];

    public static IReadOnlyList<Blankett> Alla { get; } =
    [
        new(
            Forsattsblad, "9609W", "Försättsblad", Forsta, Forsta,
            "Lägg det överst när du skickar frånvarounderlag på papper.",
            "Har du rapporterat i Mina tjänster finns ett ifyllt försättsblad på rapportens sida. Laddar du upp underlaget behövs inget försättsblad.",
            MedSkolk,
            [
                new("Underlaget",
                [
                    new(Faltnamn.Datum, "Datum", Faltslag.Datum, Bredd: 12),
                    new(Faltnamn.AntalSidor, "Antal sidor, med den här", Faltslag.Antal, Bredd: 6),
                    new(Faltnamn.OgiltigTid, "Ogiltig frånvaro, timmar", Faltslag.Timmar, "Till exempel 11,5.", 8),
                    new(Faltnamn.ForstaDag, "Första skolkdag", Faltslag.Datum, "Den studerande ska ha ogiltig frånvaro den dagen.", 12),
                ]),
                new("Studerande", [.. Studerande, new(Faltnamn.Lasar, "Läsår", Hint: "Till exempel 2026/27.", Bredd: 10)]),
                new("Skola", [.. Skola, .. Kontakt]),
            ],
            null,
            new(
                [
                    "Underlaget ska visa den ogiltiga frånvaron dag för dag, från första skolkdagen till den dag det skickas. Den totala undervisningstiden bör framgå. Går det inte förklarar du varför.",
                    "Lägg försättsbladet överst och skicka allt till " + Skolkrapportering.Forsattsblad.Postadress + ".",
                ],
                []))
        {
            TidigareUtgavor = [ForePortalen],
        },
        new(
            UnderlagForSkolk, null, "Underlag för skolk", Forsta, Forsta,
            "När skolsystemet inte kan ta fram ett underlag, eller bara kan visa period och timmar.",
            "Ta ut underlaget ur skolsystemet om det går, och ladda upp det på rapportens sida i Mina tjänster. Också det här underlaget kan du ladda upp, som PDF.",
            MedSkolk,
            [
                new("Skola", [.. Skola, .. Kontakt]),
                new("Studerande", Studerande),
                new("Period och undervisningstid",
                [
                    new(Faltnamn.ForstaDag, "Första skolkdag", Faltslag.Datum, "Den studerande ska ha ogiltig frånvaro den dagen.", 12),
                    new(Faltnamn.SistaDag, "Till och med", Faltslag.Datum, "Den dag underlaget skickas.", 12),
                    new(Faltnamn.Undervisningstid, "Total undervisningstid, timmar", Faltslag.Timmar, "All schemalagd undervisning i perioden, också den som den studerande var med på.", 10),
                ]),
            ],
            new(
                "Ogiltig frånvaro",
                "lektion",
                "En rad för varje lektion med ogiltig frånvaro. Skriv hur många minuter lektionen är och hur många av dem den studerande var borta.",
                [
                    new(Faltnamn.RadDatum, "Datum", Faltslag.Datum, Bredd: 11),
                    new(Faltnamn.RadTid, "Börjar kl.", Faltslag.Klockslag, Bredd: 6),
                    new(Faltnamn.RadLektion, "Lektion", Bredd: 18),
                    new(Faltnamn.RadLangd, "Lektionens längd, minuter", Faltslag.Minuter, Bredd: 6),
                    new(Faltnamn.RadFranvaro, "Ogiltig frånvaro, minuter", Faltslag.Minuter, Bredd: 6),
                ],
                15,
                10) { ArTabell = true },
            new(["Ladda upp underlaget på rapportens sida i Mina tjänster, eller lägg det under ett försättsblad och skicka allt till " + Skolkrapportering.Forsattsblad.Postadress + "."], [])),
        new(
            Intyg2441W, "2441W", "Intyg om kursregistrering", Forsta, Forsta,
            "När en registrering av tekniska skäl inte går att lämna elektroniskt.",
            "Öppna den studerande i Mina tjänster, välj Rapportera en händelse och Intyg om kursregistrering. Då finns intyget också som PDF.",
            [Skolform.Hogskola],
            [
                new("Studerande", Studerande),
                new("Lärosäte", [.. Skola, Postadress]),
                new("Kurs",
                [
                    new(Faltnamn.Kurs, "Kurs"),
                    new(Faltnamn.Kurskod, "Kurskod", Bredd: 12),
                    new(Faltnamn.ForstaDag, "Kursens första dag", Faltslag.Datum, Bredd: 12),
                    new(Faltnamn.SistaDag, "Kursens sista dag", Faltslag.Datum, Bredd: 12),
                    new(Faltnamn.Poang, "Högskolepoäng i perioden", Faltslag.Poang, "1,5 högskolepoäng i veckan är heltid.", 8),
                ]),
                new("Utfärdat av", Person("Utfärdarens namn")),
            ],
            null,
            new([Papperspost], Signatur)),
        new(
            Handledarintyg, null, "Handledarintyg", Forsta, Forsta,
            "När en studerande gör ett självständigt arbete som tar större delen av en termin, och ska visa hur långt arbetet har kommit.",
            "Öppna den studerande i Mina tjänster, välj Rapportera en händelse och Handledarintyg.",
            [Skolform.Hogskola],
            [
                new("Studerande", Studerande),
                new("Lärosäte", [.. Skola, Postadress]),
                new("Självständigt arbete",
                [
                    new(Faltnamn.Kurs, "Kursens namn"),
                    new(Faltnamn.Kurskod, "Kurskod", Bredd: 12),
                    new(Faltnamn.Totalpoang, "Kursens poäng totalt", Faltslag.Poang, Bredd: 8),
                    new(Faltnamn.Poang, "Poäng som bedöms vara gjorda", Faltslag.Poang, Bredd: 8),
                    new(Faltnamn.Bedomningsdag, "Bedömningsdag", Faltslag.Datum, Bredd: 12),
                ]),
                new("Handledare och utfärdare",
                [
                    new(Faltnamn.Handledare, "Handledare", Hint: "Handledaren gör alltid bedömningen."),
                    new(Faltnamn.UtfardadAv, "Utfärdat av", Hint: "Om handledaren har utsett någon annan att utfärda intyget."),
                ]),
                new("Lärosätets kontaktperson", Person("Kontaktperson")),
            ],
            null,
            new(["Intyget ska ha lärosätets stämpel eller vara skrivet på lärosätets brevpapper.", Papperspost], Signatur)),
        new(
            BestallningAvBehorighet, null, "Beställning av behörighet för studeranderapportering", Forsta, Forsta,
            "När någon ska börja eller sluta rapportera, har bytt e-postadress, eller skolan får en ny behörighetsansvarig, och det är CSN som ger behörigheten.",
            "Behörighetsansvarig gör beställningen i Mina tjänster, under Beställningar. Den här blanketten behövs bara om ni vill ha den på papper.",
            [Skolform.Gymnasieskola, Skolform.Komvux, Skolform.Folkhogskola],
            [
                new("Skola", [.. Skola, Postadress]),
                new("Behörighetsansvarig", Person("Behörighetsansvarigs namn")),
            ],
            new(
                "Beställningen gäller",
                "person",
                "En ruta för varje person. Fyll i det som behövs för det du beställer.",
                [
                    new(Faltnamn.RadArende, "Vad gäller det?", Faltslag.Val) { Alternativ = [.. Enum.GetValues<Bestallningsradslag>().Select(s => ($"{s}", s.Text()))] },
                    new(Faltnamn.RadNamn, "För- och efternamn"),
                    new(Faltnamn.RadPersonnummer, "Personnummer (frivilligt)", Faltslag.Personnummer, Bredd: 16),
                    new(Faltnamn.RadEpost, "E-post (vid ändring: den nya)", Faltslag.Epost),
                    new(Faltnamn.RadTelefon, "Telefon", Faltslag.Telefon, Bredd: 18),
                    new(Faltnamn.RadAnvandarnamn, "Användarnamn, om det finns", Bredd: 12),
                    new(Faltnamn.RadLamnar, "Lämnar uppdraget (vid ny behörighetsansvarig)"),
                ],
                4,
                2),
            new(["Behörighetsansvarig skriver under. " + Papperspost], ["Ort och datum", "Behörighetsansvarigs underskrift", "Namnförtydligande"])),
    ];

    private static Blankettfalt[] Skola =>
    [
        new(Faltnamn.Skola, "Skola"),
        new(Faltnamn.Ort, "Ort", Bredd: 20),
        new(Faltnamn.Skolkod, "Skolkod", Faltslag.Skolkod, Bredd: 10),
    ];

    private static Blankettfalt Postadress => new(Faltnamn.Adress, "Postadress", Bredd: 45);

    private static Blankettfalt[] Kontakt => [new(Faltnamn.Kontaktperson, "Kontaktperson för rapporteringen"), new(Faltnamn.Telefon, "Telefon", Faltslag.Telefon, Bredd: 18)];

    private static Blankettfalt[] Studerande => [new(Faltnamn.Namn, "Studerandens namn"), new(Faltnamn.Personnummer, "Personnummer", Faltslag.Personnummer, "Skriv ÅÅMMDD-NNNN.", 16)];

    private static Blankettfalt[] Person(string etikett) =>
        [new(Faltnamn.Kontaktperson, etikett), new(Faltnamn.Telefon, "Telefon", Faltslag.Telefon, Bredd: 18), new(Faltnamn.Epost, "E-post", Faltslag.Epost)];

    /// <returns>Null when there is no such form.</returns>
    public static Blankett? Med(string slug) => Alla.SingleOrDefault(b => b.Slug == slug);
}
