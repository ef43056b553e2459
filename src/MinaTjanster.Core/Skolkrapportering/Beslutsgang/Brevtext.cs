using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Beslutsgang;

/// <summary>A part of a letter: a heading, if any, and its paragraphs.</summary>
public sealed record Brevavsnitt(string? Rubrik, params string[] Stycken);

/// <summary>
/// The letters' words: to the student as du, or to whoever has custody, about the student by name. Each says what happens next, how to answer, and that other support may be hit
/// (domain.md section 5).
/// </summary>
public static class Brevtext
{
    public static string Rubrik(Beslutsbrev brev) => brev.Beslut.Slag switch
    {
        Skolkbeslutsslag.Stopp when brev.Beslut.SistaDag is { } sista => $"Beslut om studiebidraget till och med {SvenskText.Datum(sista)}",
        Skolkbeslutsslag.Stopp => "Utbetalningen av studiebidraget stoppas",
        Skolkbeslutsslag.Kommunicering => "Du kan svara innan CSN beslutar",
        Skolkbeslutsslag.Utfall => "Beslut om felaktigt utbetalt studiebidrag",
        Skolkbeslutsslag.Aterupptagande => "Studiebidraget betalas ut igen",
        _ => "Stoppet av studiebidraget är upphävt",
    };

    /// <summary>What stands before the half months, if there are any, and after them.</summary>
    public static (IReadOnlyList<Brevavsnitt> Fore, IReadOnlyList<Brevavsnitt> Efter) Avsnitt(Beslutsbrev brev)
    {
        var vem = new Tilltal(brev);
        return brev.Beslut.Slag switch
        {
            Skolkbeslutsslag.Stopp => (Stopp(brev, vem), [Fel(brev, "Prata först med skolan. Det är skolan som bedömer frånvaron och kan ta tillbaka sin rapport."), AnnatStod]),
            Skolkbeslutsslag.Kommunicering => (Fraga(brev, vem), [Svara(brev), AnnatStod]),
            Skolkbeslutsslag.Utfall => (Utfall(brev, vem), [.. Betalning(brev), Overklaga(brev), AnnatStod]),
            Skolkbeslutsslag.Aterupptagande => (Tillbaka(brev, vem), [Fel(brev, "Prata först med skolan, som har rapporterat dagarna."), AnnatStod]),
            _ => (Upphavt(brev, vem), [AnnatStod]),
        };
    }

    private static Brevavsnitt AnnatStod => new(
        "Annat stöd kan påverkas",
        "Familjens bostadsbidrag och flerbarnstillägg från Försäkringskassan kan bero på om studiebidraget betalas ut. Kontakta Försäkringskassan om familjen har något av dem.");

    private static List<Brevavsnitt> Stopp(Beslutsbrev brev, Tilltal vem)
    {
        var foljd = Utbetalningsfoljd.For(brev.Beslut.ForstaDag, brev.Beslut.SistaDag, brev.Beslut.Rapportdag, larling: false);
        return
        [
            new(
                null,
                $"{Inledning(brev)}{brev.Skola} har rapporterat att {vem.Du} har ogiltig frånvaro sedan {SvenskText.Datum(brev.Beslut.ForstaDag)}. Den som har ogiltig frånvaro i den omfattningen räknas inte som heltidsstuderande och har därför inte rätt till studiehjälp.",
                $"CSN har bestämt att {(brev.Beslut.SistaDag is { } slut ? $"inte betala ut mer studiebidrag för tiden till och med {SvenskText.Datum(slut)}{(foljd.Stoppar ? "" : ". Inga kommande utbetalningar stoppas")}" : $"stoppa studiebidraget från och med utbetalningen {SvenskText.Datum(foljd.Stopp.Utbetalningsdag)}")}. Beslutet är interimistiskt. Det betyder att det gäller tills vidare, medan vi utreder ärendet. Det bygger på {brev.Beslut.Orsakskod.Lagrum}."),
            brev.Beslut.SistaDag is { } sista
                ? new("Det här händer nu", $"Skolan har också rapporterat att {vem.Du} är tillbaka i studierna. Den sista dagen med ogiltig frånvaro var {SvenskText.Datum(sista)}. Studiebidraget betalas därför ut som vanligt för tiden efter den dagen.", Underlagstext(vem))
                : new("Det här händer nu", $"När {vem.Du} är tillbaka i studierna på heltid ska skolan rapportera det till CSN. Då betalas studiebidraget ut igen.", Underlagstext(vem)),
        ];
    }

    private static string Underlagstext(Tilltal vem) =>
        $"Skolan skickar ett underlag som visar frånvaron. Om studiebidrag har betalats ut för tid då {vem.Du} hade ogiltig frånvaro skriver vi igen, med underlaget. Då får du svara innan vi bestämmer något.";

    private static List<Brevavsnitt> Fraga(Beslutsbrev brev, Tilltal vem) =>
    [
        new(
            null,
            $"{Inledning(brev)}{Ersatt(brev)}CSN har granskat underlaget från {brev.Skola}. {Dagar(brev)} Vi uppskattar att {SvenskText.Kronor(brev.Beslut.FelUtbetalt)} i studiebidrag har betalats ut felaktigt för den tiden.",
            $"{Avsikt(brev)} Så räknar vi: studiebidraget räknas i perioder om 15 dagar, två för varje månad. Varje period med minst en dag ur den ogiltiga frånvaron räknas."),
        .. brev.Bilagor.Count > 0
            ? new Brevavsnitt[] { new("Underlaget", $"Skolans underlag finns med brevet: {string.Join(", ", brev.Bilagor.Select((b, i) => $"bilaga {i + 1} ({(b.Sidor == 1 ? "1 sida" : $"{b.Sidor} sidor")})"))}. Kontrollera att det stämmer.") }
            : [new Brevavsnitt("Underlaget", "Skolans underlag finns hos CSN. Du har rätt att se det. Skriv till oss om du vill ha en kopia av det som gäller " + (brev.TillVardnadshavare ? vem.Du : "dig") + ".")],
    ];

    private static string Avsikt(Beslutsbrev brev) => brev.Beslut switch
    {
        { Aterkravs: 0 } => $"Vi tänker dra av {SvenskText.Kronor(brev.Beslut.Avraknas)} från kommande utbetalningar det här läsåret.",
        { Avraknas: 0 } => $"Vi tänker kräva tillbaka {SvenskText.Kronor(brev.Beslut.Aterkravs)}.",
        _ => $"Vi tänker dra av {SvenskText.Kronor(brev.Beslut.Avraknas)} från kommande utbetalningar det här läsåret och kräva tillbaka {SvenskText.Kronor(brev.Beslut.Aterkravs)}.",
    };

    private static Brevavsnitt Svara(Beslutsbrev brev) => new(
        "Så svarar du",
        $"Tycker du att något är fel, eller finns det något vi bör veta? Skriv till {Forsattsblad.Postadress}, så att svaret är hos oss inom {Beslutsregel.Svarsdagar(brev.Beslut.Beslutat.SvenskDag())} dagar från den dag vi postade det här brevet. Skriv ärendets nummer, {brev.Kvittensnummer}, i svaret.",
        $"Du behöver inte svara om du tycker att uppgifterna stämmer. När tiden har gått beslutar vi, och skickar beslutet till dig. Att du får svara först följer av {brev.Beslut.Orsakskod.Lagrum}.");

    private static List<Brevavsnitt> Utfall(Beslutsbrev brev, Tilltal vem)
    {
        var beslut = brev.Beslut;
        var mening = beslut.Orsak switch
        {
            Beslutsorsaker.IngetFelaktigt => $"CSN har granskat ärendet om {vem.Din} ogiltiga frånvaro. Inget studiebidrag har betalats ut felaktigt, så inget ska betalas tillbaka.",
            Beslutsorsaker.InteStyrkt => $"CSN har granskat ärendet om {vem.Din} ogiltiga frånvaro och bestämt att inget ska betalas tillbaka.",
            Beslutsorsaker.HelaAvraknas => $"CSN har bestämt att {SvenskText.Kronor(beslut.Avraknas)}, som betalades ut felaktigt, dras av från kommande utbetalningar av studiebidrag det här läsåret.",
            Beslutsorsaker.Aterkrav => $"CSN har bestämt att {SvenskText.Kronor(beslut.Aterkravs)}, som betalades ut felaktigt, ska betalas tillbaka.",
            _ => $"CSN har bestämt att {SvenskText.Kronor(beslut.Avraknas)} av det som betalades ut felaktigt dras av från kommande utbetalningar av studiebidrag det här läsåret. Resten, {SvenskText.Kronor(beslut.Aterkravs)}, ska betalas tillbaka.",
        };
        return
        [
            new(
                null,
                [
                    $"{Inledning(brev)}{mening}{(Ersatt(brev) is { Length: > 0 } ersatt ? $" {ersatt.TrimEnd()}" : "")}",
                    .. beslut.Motivering is { } motivering ? new[] { motivering } : [],
                    $"{(beslut.FelUtbetalt > 0 ? $"{Dagar(brev)} " : "")}Beslutet bygger på {beslut.Orsakskod.Lagrum}.",
                ]),
        ];
    }

    private static IEnumerable<Brevavsnitt> Betalning(Beslutsbrev brev)
    {
        if (brev.Beslut is { Avraknas: 0, Aterkravs: 0 })
        {
            yield break;
        }

        yield return new(
            "Det här händer nu",
            [
                .. brev.Beslut.Avraknas > 0 ? new[] { "Du behöver inte göra något för avdraget. Det syns på kommande utbetalningar." } : [],
                .. brev.Beslut.Aterkravs > 0 ? new[] { "Hur du betalar tillbaka, och när, står i ett eget brev från CSN. Vänta med att betala tills det har kommit." } : [],
            ]);
    }

    private static Brevavsnitt Overklaga(Beslutsbrev brev) => new(
        "Om du tycker att beslutet är fel",
        $"Du kan överklaga till Överklagandenämnden för studiestöd. Skriv vad du vill ändra och varför, och ärendets nummer, {brev.Kvittensnummer}. Skicka brevet till {Forsattsblad.Postadress}. Det ska ha kommit till CSN inom tre veckor från den dag du fick beslutet.");

    private static List<Brevavsnitt> Tillbaka(Beslutsbrev brev, Tilltal vem)
    {
        var nasta = Utbetalningskalender.FoljandeStopp(brev.Dag).Utbetalningsdag;
        return
        [
            new(
                null,
                $"{Inledning(brev)}{brev.Skola} har rapporterat att {vem.Du} är tillbaka i studierna. Den sista dagen med ogiltig frånvaro var {SvenskText.Datum(brev.Beslut.SistaDag!.Value)}.",
                $"CSN har därför bestämt att studiebidraget betalas ut igen för tiden efter den dagen. Nästa utbetalning är {SvenskText.Datum(nasta)}. Beslutet bygger på {brev.Beslut.Orsakskod.Lagrum}."),
            new("Det här händer nu", $"Om studiebidrag har betalats ut för tid då {vem.Du} hade ogiltig frånvaro kan det dras av från kommande utbetalningar. Då skriver vi till dig först, och du får svara innan vi bestämmer något."),
        ];
    }

    private static List<Brevavsnitt> Upphavt(Beslutsbrev brev, Tilltal vem) =>
    [
        new(
            null,
            $"{Inledning(brev)}{brev.Skola} har gjort en ny bedömning och tagit tillbaka sin rapport om {vem.Din} ogiltiga frånvaro.",
            $"CSN har därför upphävt beslutet att stoppa studiebidraget. {Ersatt(brev)}Det som har hållits inne betalas ut. Du behöver inte göra något. Beslutet bygger på {brev.Beslut.Orsakskod.Lagrum}."),
    ];

    private static Brevavsnitt Fel(Beslutsbrev brev, string forst) => new(
        "Om du tycker att något är fel",
        $"{forst} Du kan också skriva till {Forsattsblad.Postadress}. Skriv ärendets nummer, {brev.Kvittensnummer}, i brevet.");

    private static string Inledning(Beslutsbrev brev) => brev.TillVardnadshavare ? $"Du får brevet för att du är vårdnadshavare till {brev.Namn}. " : "";

    /// <summary>What was sent before and no longer holds: a sentence and a space, or nothing.</summary>
    private static string Ersatt(Beslutsbrev brev)
    {
        if (brev.Ersatter is not { Utskriven: { } utskriven } tidigare)
        {
            return "";
        }

        var dag = SvenskText.Datum(utskriven.SvenskDag());
        var beslut = tidigare switch
        {
            { Aterkravs: > 0 } => "om återbetalning",
            { Avraknas: > 0 } => "om avdrag",
            _ => "om felaktigt utbetalt studiebidrag",
        };
        return (brev.Beslut.Slag, tidigare.Slag) switch
        {
            (Skolkbeslutsslag.Kommunicering, Skolkbeslutsslag.Kommunicering) => $"Det här brevet ersätter vårt brev från {dag}. ",
            (Skolkbeslutsslag.Utfall, _) => $"Det här beslutet ersätter beslutet {beslut} från {dag}. ",
            _ => $"Beslutet {beslut} från {dag} gäller inte längre. ",
        };
    }

    private static string Dagar(Beslutsbrev brev) => brev.Beslut.SistaDag is { } sista
        ? $"Den ogiltiga frånvaron var från {SvenskText.Datum(brev.Beslut.ForstaDag)} till {SvenskText.Datum(sista)}."
        : $"Den ogiltiga frånvaron började {SvenskText.Datum(brev.Beslut.ForstaDag)}, och skolan har inte rapporterat att den är slut.";

    /// <summary>Whom the letter speaks of.</summary>
    private sealed record Tilltal(string Du, string Din)
    {
        public Tilltal(Beslutsbrev brev)
            : this(brev.TillVardnadshavare ? brev.Fornamn : "du", brev.TillVardnadshavare ? Genitiv(brev.Fornamn) : "din")
        {
        }

        private static string Genitiv(string namn) => namn[^1] is 's' or 'x' or 'z' ? namn : $"{namn}s";
    }
}
