namespace MinaTjanster.Core.Audit;

/// <summary>Why something was refused, in words for whoever reads the log: it stores the codes, joined by commas.</summary>
public static class Nekandetexter
{
    private static readonly Dictionary<string, string> Texter = new()
    {
        ["LOGIN-FEL"] = "fel lösenord",
        ["LOGIN-LAST"] = "användarnamnet är låst efter flera felaktiga försök",
        ["LOGIN-ENGANGS"] = "engångslösenordet är för gammalt",
        ["LOGIN-INGEN"] = "kontot har ingen behörighet",
        ["LOSEN-SVAGT"] = "lösenordet uppfyller inte kraven",
        ["LOSEN-OLIKA"] = "lösenorden är inte likadana",
        ["LOSEN-TID"] = "det har gått för lång tid, eller lösenordet är redan bytt",
        ["KOD-FEL"] = "fel engångslösenord",
        ["KOD-SAKNAS"] = "inget engångslösenord är skrivet",
        ["KOD-SLUT"] = "engångslösenordet gäller inte",
        ["KOD-ANTAL"] = "för många engångslösenord begärda",
        ["KOD-INGET-KONTO"] = "inget konto att mejla till",
        ["TVASTEG-ANTAL"] = "det finns redan så många passernycklar som får finnas",
        ["TVASTEG-APP"] = "autentiseringsappen är redan kopplad",
        ["TVASTEG-FEL"] = "fel kod eller passernyckel",
        ["TVASTEG-INGEN"] = "tvåstegsinloggning finns inte på kontot",
        ["TVASTEG-LAST"] = "låst efter flera felaktiga koder",
        ["TVASTEG-NAMN"] = "passernyckeln saknar namn",
        ["TVASTEG-NYCKEL"] = "passernyckeln går inte att använda",
        ["TVASTEG-SAMTIDIGT"] = "ändrat av någon annan i samma ögonblick",
        ["TVASTEG-SISTA"] = "tvåstegsinloggning krävs, så det sista sättet kan inte tas bort",
        ["TVASTEG-SJALV"] = "det egna kontot",
        ["TVASTEG-TID"] = "det har gått för lång tid",
        ["KONTO-SJALV"] = "det egna kontot",
        ["KONTO-ANDRAD"] = "sidan var gammal",
        ["KONTO-AVSLUTAT"] = "kontot är avslutat",
        ["KONTO-AKTIVT"] = "kontot är inte avslutat",
        ["KONTO-ANGERTID"] = "för länge sedan kontot avslutades",
        ["KONTO-UPPDRAG"] = "personen har ett uppdrag som först ska gå över till någon annan",
        ["KONTO-OVERTAGARE"] = "den som tar över får inte göra det",
        ["KONTO-UTKAST"] = "ingen är vald att ta över utkasten",
        ["KONTO-NAMN"] = "namnet saknas eller är ogiltigt",
        ["KONTO-NAMNE"] = "en användare på skolan har samma namn",
        ["KONTO-EPOST"] = "e-postadressen är ogiltig",
        ["KONTO-EPOST-SAKNAS"] = "e-postadressen saknas",
        ["KONTO-TELEFON"] = "telefonnumret är ogiltigt",
        ["KONTO-PNR"] = "personnumret är ogiltigt",
        ["KONTO-PNR-BYTE"] = "kontot har ett annat personnummer",
        ["KONTO-FINNS-ANNAT"] = "uppgifterna stämmer delvis med ett annat konto",
        ["KONTO-SAMTIDIGT"] = "ett annat konto skapades i samma ögonblick",
        ["KONTO-REDAN"] = "personen är redan användare på skolan",
        ["KONTO-UPPGIFT-ANNAN"] = "namn och e-postadress sköts av CSN",
        ["KONTO-BREV"] = "brevet med användarnamnet är inte skickat",
        ["KONTO-OLAST"] = "kontot är inte låst",
        ["KONTO-DELAS"] = "kontot används också någon annanstans",
        ["KONTO-FORSTA"] = "en behörighetshandläggare finns redan",
        ["KONTO-UPPTAGET"] = "användarnamnet är upptaget",
        ["KONTO-UPPGIFT"] = "en uppgift är ogiltig",
        ["BEH-ANNAN"] = "behörigheten sköts av någon annan",
        ["BEH-SLUTDAG"] = "sista dagen har varit",
        ["BEH-SLUTDAG-LANGT"] = "sista dagen är för långt bort",
        ["BEH-FINNS"] = "personen har redan behörigheten",
        ["BEH-SAKNAS"] = "personen har inte behörigheten",
        ["BEH-REKTOR"] = "en ny administratör försäkras av rektor",
        ["ATT-INGEN"] = "ingen genomgång pågår",
        ["ATT-ANDRAD"] = "sidan var gammal",
        ["ATT-INGET"] = "inget är markerat",
        ["BYTE-REKTOR"] = "rektor ska vara någon annan",
        ["BYTE-REKTORNAMN"] = "rektors namn saknas eller är ogiltigt",
        ["BYTE-REKTOREPOST"] = "rektors e-postadress är ogiltig",
        ["BYTE-REKTOREPOST-SAKNAS"] = "rektors e-postadress saknas",
        ["BYTE-PAGAR"] = "ett förslag väntar redan",
        ["BYTE-AVGAR"] = "den som ska sluta är inte administratör",
        ["BYTE-AVGJORT"] = "ärendet är ändrat eller avgjort",
        ["BYTE-LANK"] = "länken är använd eller gäller inte längre",
        ["BYTE-NAMN"] = "namnet saknas",
        ["BYTE-FORSAKRAN"] = "försäkran är inte lämnad",
        ["AVSLAG-SKAL"] = "skälet saknas",
        ["AVSLAG-LANGT"] = "skälet är för långt eller innehåller ett personnummer",
        ["CSN-ROLL"] = "ingen roll är vald",
        ["CSN-ARENDEN"] = "personen har öppna ärenden",
        ["BB-ANNAN"] = "behörigheten beställs inte hos CSN",
        ["BB-ANVANDARE"] = "personen är inte användare på skolan",
        ["BB-EJRAPPORTOR"] = "personen är inte rapportör",
        ["BB-RAPPORTOR"] = "personen är redan rapportör",
        ["BB-ANSVARIG"] = "personen är redan behörighetsansvarig",
        ["BB-TIDIGARE"] = "den som lämnar uppdraget har det inte",
        ["BB-SAMMAEPOST"] = "personen har redan e-postadressen",
        ["BB-DUBBEL"] = "personen finns redan i beställningen",
        ["BB-PAGAR"] = "samma sak är redan beställd",
        ["BB-MANGA"] = "för många rader",
        ["BB-TOM"] = "beställningen är tom",
        ["BB-ANDRAD"] = "sidan var gammal",
        ["BB-STANGD"] = "beställningen kan inte ändras längre",
        ["BB-VANTAR"] = "en fråga väntar redan på svar",
        ["BB-EJFRAGA"] = "det finns ingen fråga",
        ["BB-DELVIS"] = "en del av beställningen är avgjord",
        ["BB-AVGJORD"] = "raden är redan avgjord",
        ["BB-SKAL"] = "skälet saknas eller är för långt",
        ["BB-FRAGA"] = "frågan saknas eller är för lång",
        ["BB-SVAR"] = "svaret saknas eller är för långt",
        ["BB-PNR"] = "texten innehåller ett personnummer",
        ["BB-EPOST"] = "e-postadressen används av ett annat konto",
        ["BB-SLUTAT"] = "personen är inte längre användare på skolan",
        ["BG-SKAL"] = "skälet saknas eller är för långt",
        ["BG-TJANST"] = "tjänsten går inte att begära",
        ["BG-FINNS"] = "behörigheten är redan begärd",
        ["BG-AVGJORD"] = "begäran är redan avgjord",
        ["BG-NEKSKAL"] = "skälet saknas eller är för långt",
        ["KANAL-ANDRAD"] = "sidan var gammal",
        ["KANAL-BESLUTAD"] = "en ändring är redan beslutad",
        ["KANAL-DAG"] = "dagen är ogiltig",
        ["KANAL-LADOK"] = "bara högskolor rapporterar genom Ladok",
        ["KANAL-PAGAR"] = "en ändring är redan begärd eller beslutad",
        ["KANAL-PNR"] = "texten innehåller ett personnummer",
        ["KANAL-SATT"] = "rapporteringssättet går inte att välja",
        ["KANAL-SKAL"] = "skälet saknas eller är för långt",
        ["POST-FORSTOR"] = "för mycket skickat på en gång",
        ["SKOLA-ANDRAD"] = "sidan var gammal",
        ["SKOLA-GATA"] = "gatuadressen saknas eller är ogiltig",
        ["SKOLA-KONTAKT"] = "kontaktpersonen går inte att välja",
        ["SKOLA-POSTNUMMER"] = "postnumret eller orten är ogiltig",
    };

    /// <summary>What the codes of a group are about, for those with no words of their own: the rules of reports are named by their codes in docs too.</summary>
    private static readonly Dictionary<string, string> Grupper = new()
    {
        ["SKOLK"] = "regel för ogiltig frånvaro",
        ["UNDERLAG"] = "regel för frånvarounderlag",
        ["PAPPER"] = "regel för underlag på papper",
        ["FIL"] = "filen godtogs inte",
        ["RAD"] = "en rad i filen godtogs inte",
        ["HANDELSE"] = "regel för händelser",
        ["ANTAGEN"] = "antagningslistan godtogs inte",
        ["ARENDE"] = "regel för ärenden",
    };

    /// <summary>The codes that have words of their own.</summary>
    public static IReadOnlyCollection<string> Koder => Texter.Keys;

    /// <summary>The groups whose codes have none.</summary>
    public static IReadOnlyCollection<string> Gruppnamn => Grupper.Keys;

    /// <param name="kant">The refusal concerns an account: a wrong username names none.</param>
    public static string Text(string koder, bool kant) =>
        string.Join(", ", koder.Split(", ").Select(kod => kod == "LOGIN-FEL" && !kant ? "okänt användarnamn" : Ett(kod)));

    private static string Ett(string kod) =>
        Texter.TryGetValue(kod, out var text) ? text
        : Grupper.TryGetValue(kod.Split('-')[0], out var grupp) ? $"{grupp} ({kod})"
        : kod;
}
