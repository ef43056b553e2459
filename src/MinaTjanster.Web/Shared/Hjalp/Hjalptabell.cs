using System.Collections.Frozen;
using MinaTjanster.Core.Skolor;
using static MinaTjanster.Web.Shared.Hjalp.Hjalpuppgift;

namespace MinaTjanster.Web.Shared.Hjalp;

/// <summary>The one table of help: each task with its sentence and its section. A test reads the texts, so that no link leads to a section that is not there.</summary>
public static class Hjalptabell
{
    private const string Sr = "handbok/studeranderapportering";
    private const string Su = "handbok/studietider-och-utbildningar";
    private const string Im = "handbok/identity-manager";
    private const string In = "handbok/inloggning";

    private static readonly Skolform[] MedSkolk = [Skolform.Gymnasieskola, Skolform.Komvux, Skolform.Folkhogskola, Skolform.KonstOchKultur];

    /// <summary>Where CSN gives the right to report about students, and it can be ordered.</summary>
    private static readonly Skolform[] MedBestallning = [Skolform.Gymnasieskola, Skolform.Komvux, Skolform.Folkhogskola];

    private static readonly FrozenDictionary<Hjalpuppgift, Hjalpavsnitt> Tabell = new Dictionary<Hjalpuppgift, Hjalpavsnitt>
    {
        [RapporteraSkolk] = new(Sr, "rapportera-ogiltig-franvaro", "Ju tidigare CSN får rapporten, desto mindre behöver den studerande betala tillbaka.") { Bara = MedSkolk },
        [GranskaSkolk] = new(Sr, "rapportera-ogiltig-franvaro", null) { Bara = MedSkolk },
        [SistaSkolkdag] = new(Sr, "sista-dag", null) { Bara = MedSkolk },
        [AndraSkolk] = new(Sr, "andra-skolk", "CSN:s beslut bygger på det som står i rapporten.") { Bara = MedSkolk },
        [TaBortSkolk] = new(Sr, "ta-bort-skolk", null) { Bara = MedSkolk },
        [Underlag] = new(Sr, "underlag-steg", "Underlaget visar den ogiltiga frånvaron dag för dag. CSN behöver det för att kunna pröva ärendet.") { Bara = MedSkolk },
        [GranskaUnderlag] = new(Sr, "underlag-steg", null) { Bara = MedSkolk },
        [Komplettering] = new(Sr, "komplettering", null) { Bara = MedSkolk },
        [Forsattsblad] = new(Sr, "forsattsblad", "Försättsbladet gör att papper från er hamnar i rätt ärende.") { Bara = MedSkolk },
        [Franvarocoach] = new(Sr, "franvarocoach", "Ju tidigare frånvaron upptäcks, desto mindre behöver den studerande betala tillbaka.") { Bara = MedSkolk },
        [Listkolumner] = new(Sr, "coach-kolumner", "Skolornas system skriver sina listor på olika sätt.") { Bara = MedSkolk },
        [Franvarooversikt] = new(Sr, "coach-oversikt", null) { Bara = MedSkolk },
        [Franvaroelev] = new(Sr, "coach-oversikt", null) { Bara = MedSkolk },
        [GranskaUrval] = new(Sr, "coach-rapportera", null) { Bara = MedSkolk },
        [Urvalskvittens] = new(Sr, "coach-underlag", null) { Bara = MedSkolk },

        [GranskaHandelse] = new(Sr, "rapportera-handelse", null),
        [AndraHandelse] = new(Sr, "andra-handelse", "Det som skolan har rapporterat avgör hur mycket stöd den studerande får. Rätta så snart du ser att något är fel."),
        [TaTillbakaHandelse] = new(Sr, "ta-tillbaka", null),
        [RapporteraFlera] = new(Sr, "rapportera-flera", "Det som är lika för alla fyller du bara i en gång."),
        [NyStuderande] = new(Sr, "ny-studerande", "Du kan bara rapportera händelser för studerande som finns här."),
        [Kvar] = new(Sr, "kvar", "Den som inte är rapporterad kan få vänta på sina pengar."),
        [Antagningslista] = new(Sr, "antagningslista", null),
        [Utkast] = new(Sr, "utkast", null),
        [SkickaFil] = new(Sr, "skicka-fil", null),
        [FranLadok] = new("handbok/ladok", "fran-ladok", null) { Bara = [Skolform.Hogskola] },
        [RattaRader] = new(Sr, "ratta-rader", "En rad som är fel är inte rapporterad förrän du har rättat den och skickat den igen."),
        [ForklaraVarning] = new(Sr, "forklara-varning", null),

        [NyUtbildning] = new(Su, "ny-utbildning", "De studerande väljer bland era utbildningar när de söker studiestöd."),
        [AndraUtbildning] = new(Su, "andra-utbildning", "Är något fel kan en studerande söka stöd för fel studier."),
        [ArkiveraUtbildning] = new(Su, "arkivera", "En utbildning som ni inte längre ger ska inte gå att välja när någon söker studiestöd."),
        [AtertaUtbildning] = new(Su, "arkivera", null),
        [Studietider] = new(Su, "studietider", null),
        [NyStudietid] = new(Su, "ny-studietid", "Studiestödet räknas på dagarna som står här, så de behöver stämma."),
        [AndraStudietid] = new(Su, "andra-studietid", "Är en tid fel kan de studerande få fel pengar eller vänta länge på besked."),
        [TaBortStudietid] = new(Su, "andra-studietid", null),
        [Framskriv] = new(Su, "framskriv", "Du behöver inte skriva in allt på nytt varje år."),
        [GranskaStudietider] = new(Su, "granska", null),
        [LasInFil] = new(Su, "fil", "Har ni många rader går det fortare än att skriva in dem en och en."),
        [RattaInlastaRader] = new(Su, "ratta-rad", "En rad som är fel är inte inläst förrän du har rättat den."),
        [BekraftaSkoluppgifter] = new(Su, "bekrafta", null),
        [AndraSkoluppgifter] = new(Su, "andra-skoluppgifter", "CSN använder uppgifterna för att nå er."),
        [NyKontaktperson] = new(Su, "kontaktpersoner", null),
        [AndraKontaktperson] = new(Su, "kontaktpersoner", "Med rätt uppgifter når CSN den som kan svara direkt."),
        [TaBortKontaktperson] = new(Su, "kontaktpersoner", null),

        [HjalpaNagonIn] = new(Im, "hjalp-inloggning", null),
        [NyAnvandare] = new(Im, "ny-anvandare", "Var och en behöver ett eget konto, så att det syns vem som har gjort vad."),
        [GeBehorigheter] = new(Im, "behorigheter", "Behörigheten öppnar uppgifter om studerande. Ge bara det som personen behöver i sitt arbete."),
        [Engangslosenord] = new(Im, "engangslosenord", null),
        [Anvandaruppgifter] = new(Im, "uppgifter", "Engångslösenord och viktiga mejl skickas till adressen som står här."),
        [AvslutaKonto] = new(Im, "avsluta-konto", "Den som har slutat ska inte kunna se uppgifter om era studerande."),
        [AterstallKonto] = new(Im, "aterstall-konto", null),
        [AterstallTvasteg] = new(Im, "aterstall-tvasteg", null),
        [KravTvasteg] = new(Im, "krav-tvasteg", null),
        [Attestering] = new(Im, "attestering", "Då har ingen kvar en behörighet som inte längre behövs."),
        [BegarBehorighet] = new(Im, "begar-behorighet", null),
        [SvaraPaBegaran] = new(Im, "svara-begaran", "Den som har begärt behörigheten kan inte börja arbeta i tjänsten förrän du har svarat."),
        [ForeslaAdministrator] = new(Im, "administratorer", "Den som får uppdraget bestämmer vilka som kan se och rapportera uppgifter. Därför ska rektor skriva under."),
        [Administratorer] = new(Im, "administratorer", null),
        [Forsakran] = new(Im, "administratorer", null),
        [BestallBehorighet] = new(Im, "bestall-behorighet", "CSN ger bara behörigheten till personer som skolans behörighetsansvarig har beställt den för.") { Bara = MedBestallning },
        [GranskaBestallning] = new(Im, "bestall-behorighet", null) { Bara = MedBestallning },
        [Systemkonton] = new(Im, "systemkonton", null) { Bara = [Skolform.Hogskola] },
        [BytRapporteringssatt] = new(Sr, "byt-rapporteringssatt", null),

        [LoggaIn] = new(In, "logga-in", "Inloggningen visar att det är du, så att ingen annan ser uppgifter om studerande."),
        [ValjSkola] = new(In, "byt-skola", null),
        [GlomtLosenord] = new(In, "glomt-losenord", "Engångslösenordet går bara till kontots egen adress, så att ingen annan kan byta ditt lösenord."),
        [Engangskod] = new(In, "glomt-losenord", null),
        [AndraLosenord] = new(In, "andra-losenord", "Vi frågar efter lösenordet för att vara säkra på att det är du som byter det."),
        [NyttLosenord] = new(In, "bra-losenord", null),
        [Tvasteg] = new(In, "tvasteg-vid-inloggning", null),
        [TvastegApp] = new(In, "tvasteg-app", "Koden visar att appen är rätt inställd, så att du inte blir utelåst."),
        [TvastegPassernyckel] = new(In, "tvasteg-passernyckel", null),
        [TvastegByt] = new(In, "tvasteg-byt", null),
        [Inloggningar] = new(In, "mitt-konto", null),
        [Paminnelser] = new(In, "paminnelser", "Det som skickas i tid gör att de studerande får rätt pengar."),

        [ValjMaterial] = new("blanketter", "tryckta", null),
        [Materialkorg] = new("blanketter", "tryckta", "Inget beställs förrän du har granskat och skickat."),
        [BestallMaterial] = new("blanketter", "tryckta", null),
        [Materialbestallning] = new("blanketter", "tryckta", null),
    }.ToFrozenDictionary();

    /// <summary>Why each event is asked for, by its code.</summary>
    private static readonly FrozenDictionary<string, (string Varfor, Skolform[] Bara)> Handelser = new Dictionary<string, (string, Skolform[])>
    {
        ["10"] = ("Då syns det under Kvar att rapportera om någon som är antagen inte har börjat.", [Skolform.Komvux, Skolform.Folkhogskola]),
        ["11"] = ("CSN behöver veta att studierna verkligen har börjat, så att rätt stöd betalas ut.", []),
        ["12"] = ("Studiestödet räknas på den tid och de poäng som läses varje termin.", [Skolform.Komvux]),
        ["13"] = ("CSN behöver veta vilka veckor som inte är studietid.", [Skolform.Komvux]),
        ["31"] = ("Den som är borta länge har inte alltid rätt till stöd. CSN behöver veta det innan mer betalas ut.", []),
        ["32"] = ("När CSN vet att den studerande är tillbaka kan stödet börja betalas ut igen.", []),
        ["33"] = ("Studiestöd lämnas för tid då man studerar. CSN behöver därför veta i förväg när studierna gör uppehåll.", [Skolform.Yrkeshogskola, Skolform.Komvux, Skolform.Hogskola]),
        ["41"] = ("Hur mycket stöd någon får beror på hur mycket hen läser.", []),
        ["42"] = ("Utan den nya sista dagen räknar CSN med att studierna slutar som det är rapporterat.", [Skolform.Komvux]),
        ["61"] = ("Pengar som betalas ut efter ett avbrott kan CSN kräva tillbaka.", []),
        ["62"] = ("Den nya skolan rapporterar studierna hos sig. CSN behöver veta när de slutade hos er.", []),
        ["63"] = ("Då betalas inget stöd ut för studier som aldrig blev av.", []),
        ["71"] = ("CSN tittar på resultaten när den studerande söker studiemedel igen.", [Skolform.Yrkeshogskola, Skolform.Komvux, Skolform.Folkhogskola, Skolform.Hogskola]),
        ["81"] = ("Registreringen visar att den studerande läser kursen som hen har sökt stöd för.", [Skolform.Hogskola]),
        ["82"] = ("Intyget visar samma sak som registreringen: att den studerande läser kursen.", [Skolform.Hogskola]),
        ["83"] = ("Med bedömningen kan arbetet räknas som resultat innan det är klart.", [Skolform.Hogskola]),
        ["91"] = ("Ett beslut om avstängning kan påverka rätten till studiestöd.", [Skolform.Hogskola]),
    }.ToFrozenDictionary();

    public static Hjalpavsnitt For(Hjalpuppgift uppgift) => Tabell[uppgift];

    /// <param name="kod">The event's code.</param>
    public static Hjalpavsnitt ForHandelse(string kod) => new(Sr, $"handelse-{kod}", Handelser[kod].Varfor) { Bara = Handelser[kod].Bara };
}
