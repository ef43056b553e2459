using System.Collections.Frozen;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>What a code is about.</summary>
public enum Felgrupp
{
    HelaFilen,
    Raden,
    Handelsen,
    Skolk,
    Studietider,
    Varning,
}

/// <summary>A code as the public catalogue explains it, without the facts of a case.</summary>
/// <param name="Fel">What is wrong.</param>
/// <param name="Gor">What to do.</param>
public sealed record Felkod(string Kod, Felgrupp Grupp, string Fel, string Gor);

/// <summary>
/// Every code that a file, a form or the API can be answered with about student events. Codes are stable: they are never used for something else. A
/// test reflects over the refusals and warnings, so that none is missing here.
/// </summary>
public static class Felkatalog
{
    private static readonly Felkod[] Tabell =
    [
        Fil("FIL-TOM", "Filen är tom.", "Kontrollera att du har valt rätt fil."),
        Fil("FIL-STORLEK", "Filen är större än 100 MB.", "Dela upp den och skicka delarna var för sig."),
        Fil("FIL-UTF16", "Filen är sparad som UTF-16.", "Spara den som UTF-8, i Excel CSV UTF-8."),
        Fil("FIL-TECKENKOD", "Filen är UTF-8, men har tecken som inte är det.", "Spara om hela filen som UTF-8 och kontrollera å, ä och ö."),
        Fil("FIL-AVKORTAD", "Filen tar slut mitt i ett tecken.", "Hämta den på nytt från ert system."),
        Fil("FIL-EXCEL", "Filen är ett kalkylblad.", "Spara som CSV UTF-8 och skicka den filen."),
        Fil("FIL-ZIP", "Filen är packad.", "Packa upp den och skicka filen som ligger i den."),
        Fil("FIL-PDF", "Filen är en PDF.", "Hämta uppgifterna som en textfil (CSV)."),
        Fil("FIL-XML", "Filen är XML eller en webbsida.", "Hämta uppgifterna som en textfil (CSV)."),
        Fil("FIL-BINAR", "Filen är ingen textfil.", "Kontrollera att du har valt rätt fil."),
        Fil("FIL-RADSLUT", "En rad tar aldrig slut.", "Hämta filen på nytt. Varje händelse ska stå på en egen rad."),
        Fil("FIL-INGA-RADER", "Filen har en rubrikrad men inga rader.", "Kontrollera att du har valt rätt fil."),
        Fil("FIL-RUBRIK-SAKNAS", "Första raden är ingen rubrikrad.", "Lägg till en rad med kolumnernas namn först i filen."),
        Fil("FIL-KOMMA", "Kolumnerna skiljs åt med komma.", "Spara filen med semikolon eller tabb mellan kolumnerna."),
        Fil("FIL-RUBRIK-TRASIG", "Citattecknen i rubrikraden går inte ihop.", "Skriv kolumnernas namn utan citattecken."),
        Fil("FIL-RUBRIK-LANGD", "Rubrikraden är för lång.", "Kontrollera att varje rad slutar med en radbrytning."),
        Fil("FIL-KOLUMNER", "Filen har för många kolumner.", "Ta bort dem som inte hör till formatet."),
        Fil("FIL-KOLUMN-SAKNAS", "En kolumn som måste finnas saknas.", "Lägg till kolumnen i rubrikraden."),
        Fil("FIL-KOLUMN-DUBBEL", "Samma kolumn finns mer än en gång.", "Ta bort eller byt namn på den som inte ska läsas."),
        Fil("FIL-KANAL", "Skolan rapporterar inte med fil.", "Rapportera på det sätt som skolan gör, eller begär ett annat rapporteringssätt."),
        Fil("FIL-LADOK", "Skolan rapporterar inte genom Ladok.", "Rapportera på det sätt som skolan gör, eller begär ett annat rapporteringssätt."),
        Fil("FIL-KLAR", "Filen är redan inläst och kan inte avbrytas.", "Rätta det som är fel med en ny fil."),

        Rad("RAD-CITATTECKEN", "Citattecknen på raden går inte ihop.", "Skriv ett citattecken inne i ett fält två gånger."),
        Rad("RAD-LANGD", "Raden är för lång.", "Kontrollera att den slutar med en radbrytning."),
        Rad("RAD-FA-FALT", "Raden har färre fält än rubrikraden.", "Lägg till det som saknas. Ett tomt fält behöver också sin avskiljare."),
        Rad("RAD-MANGA-FALT", "Raden har fler fält än rubrikraden.", "Ta bort det som är för mycket, eller sätt citattecken om fältet."),
        Rad("RAD-FALT-LANGD", "Ett fält är längre än 2 000 tecken.", "Korta det."),
        Rad("RAD-PERSONNUMMER-SAKNAS", "Personnummer saknas.", "Fyll i det med tolv siffror."),
        Rad("RAD-PERSONNUMMER", "Personnumret är fel.", "Kontrollera siffrorna."),
        Rad("RAD-HANDELSE-SAKNAS", "Händelsens kod saknas.", "Fyll i koden."),
        Rad("RAD-HANDELSE", "Händelsens kod finns inte.", "Välj en kod ur beskrivningen av formatet."),
        Rad("RAD-EGENSIDA", "Händelsen kan inte skickas i en fil.", "Rapportera den på skärmen, med sin handling."),
        Rad("RAD-ATGARD", "Åtgärden finns inte.", "Lämna fältet tomt, eller skriv andra eller ta_tillbaka."),
        Rad("RAD-SKYDD", "Skyddet är varken ja eller nej.", "Skriv ja eller nej."),
        Rad("RAD-NAMN", "Ett namn eller en klass är för lång.", "Korta texten."),
        Rad("RAD-FORKLARING", "Förklaringen är för lång.", "Korta den till 300 tecken."),
        Rad("RAD-TIDIGARE", "Den tidigare första dagen är inget datum.", "Skriv som 2026-11-22."),
        Rad("RAD-FORSTADAG", "Första dagen saknas eller är fel.", "Skriv samma dag som i händelsen som ska tas tillbaka."),
        Rad("RAD-STUDERANDE", "Den studerande finns inte hos skolan.", "Kontrollera personnumret, eller rapportera först en händelse som påbörjar studierna."),
        Rad("RAD-NAMN-SAKNAS", "Den studerande är ny och saknar namn.", "Fyll i förnamn och efternamn."),
        Rad("RAD-SKOLKOD", "Du rapporterar inte med fil för skolkoden.", "Kontrollera skolkoden, eller ta bort raden."),
        Rad("RAD-SKOLK-ANDRAD", "Skolk från samma dag är redan rapporterad, med andra timmar, tillfällen eller sista dag.", "Skriv andra i atgard om uppgifterna ska ändras."),
        Rad("RAD-FINNS-INTE", "Händelsen som ska ändras eller tas tillbaka finns inte.", "Kontrollera händelsen och dess första dag."),
        Rad("RAD-FLERA", "Flera händelser har samma första dag.", "Fyll i kursen eller utbildningen."),
        Rad("RAD-RATTAD", "Raden är redan rättad eller borttagen.", "Du behöver inte göra något."),
        Rad("RAD-INGEN-FORKLARING", "Förklaringen är tom.", "Skriv en förklaring."),

        Handelse("HANDELSE-SAKNAS", "Ett fält som måste fyllas i är tomt.", "Fyll i fältet."),
        Handelse("HANDELSE-NAGOTAV", "Minst ett av flera fält måste fyllas i.", "Fyll i något av dem, till exempel poäng eller omfattning."),
        Handelse("HANDELSE-DOKUMENT", "Dokumentet finns inte kvar, eller hör till en annan studerande.", "Ladda upp det igen, på skärmen."),
        Handelse("HANDELSE-DATUM", "Datumet finns inte.", "Skriv som 2026-11-22 eller 20261122."),
        Handelse("HANDELSE-TAL", "Fältet är inget tal.", "Skriv med siffror."),
        Handelse("HANDELSE-VAL", "Värdet är inget av dem som finns att välja på.", "Välj ett av dem som står i beskrivningen av formatet."),
        Handelse("HANDELSE-LANGD", "Texten är för lång.", "Korta den."),
        Handelse("HANDELSE-OMFATTNING", "Omfattningen är inte 1–100 procent.", "Rätta den."),
        Handelse("HANDELSE-ARSKURS", "Årskursen är inte 1–4.", "Rätta den."),
        Handelse("HANDELSE-TOTALPOANG", "Fler poäng bedöms vara gjorda än kursen har.", "Rätta någon av dem."),
        Handelse("HANDELSE-POANG", "Poängen är inte ett tal större än 0.", "Rätta dem. Högst en decimal."),
        Handelse("HANDELSE-STUDIEVAGSKOD", "Studievägskoden är fel.", "Kontrollera den. Exempel: NANAT0000."),
        Handelse("HANDELSE-INRIKTNING", "Inriktningen är fel.", "Skriv sju tecken. Exempel: 405812C."),
        Handelse("HANDELSE-SKOLFORM", "Händelsen rapporteras inte av skolformen.", "Välj en annan händelse."),
        Handelse("HANDELSE-SISTAFORE", "Sista dagen ligger före den första.", "Rätta någon av dagarna."),
        Handelse("HANDELSE-FORTIDIG", "Dagen ligger för långt tillbaka.", "Kontrollera dagen, eller kontakta CSN."),
        Handelse("HANDELSE-FORVAG", "Händelsen rapporteras i förväg, eller för långt i förväg.", "Vänta till dagen."),
        Handelse("HANDELSE-LANGPERIOD", "Perioden är längre än två år.", "Kontrollera året i sista dagen."),
        Handelse("HANDELSE-STOD", "Händelsen rapporteras inte för den studerandes stöd.", "Välj en annan händelse."),
        Handelse("HANDELSE-UTANFOR", "Dagen ligger utanför den rapporterade studietiden.", "Rätta dagen, eller rapportera studietiden först."),
        Handelse("HANDELSE-INGENFRANVARO", "Det finns ingen pågående frånvaro att avsluta.", "Rapportera frånvaron först."),
        Handelse("HANDELSE-FOREFRANVARO", "Dagen ligger före frånvarons första dag.", "Ange en senare dag."),
        Handelse("HANDELSE-FORESTART", "Ingen studietid som har börjat är rapporterad.", "Rapportera Börjat studera först."),
        Handelse("HANDELSE-INOM", "Studietiden är redan rapporterad som påbörjad.", "Ta tillbaka den, eller rapportera avbrott."),
        Handelse("HANDELSE-FORLANG", "Det finns ingen studietid som slutar före den nya sista dagen. Det är alltid den sista studietiden som förlängs.", "Ange en senare dag, eller kontrollera kursen."),
        Handelse("HANDELSE-ANNANKURS", "Den studerande har ingen studietid i kursen.", "Skriv kursen som i studietiden, eller rapportera att den har börjat."),
        Handelse("HANDELSE-JULLOV", "Jullovet ligger inte i december och januari.", "Rätta dagarna, eller rapportera ett planerat uppehåll."),
        Handelse("HANDELSE-STODVAL", "Den studerande väljer stöd själv, och valet saknas.", "Fyll i vilket stöd den studerande har valt."),
        Handelse("HANDELSE-OFORANDRAD", "Ändringen är lika med det som är skickat.", "Du behöver inte göra något."),
        Handelse("HANDELSE-FLERA", "Den studerande läser flera kurser.", "Ange vilken kurs det gäller."),
        Handelse("HANDELSE-REDAN", "Händelsen är redan rapporterad med samma uppgifter.", "Du behöver inte göra något. I en fil räknas raden som oförändrad."),
        Handelse("HANDELSE-OVERLAPP", "En annan rapporterad studietid går in i den här.", "Ändra den, eller rätta dagarna."),
        Handelse("HANDELSE-KROCK", "En annan händelse av samma slag går in i den här.", "Ändra den, eller rätta dagarna."),
        Handelse("HANDELSE-FRANVAROKORT", "Frånvaron har inte varat tillräckligt länge.", "Rapportera den senare, om den studerande fortfarande är borta."),
        Handelse("HANDELSE-SKOLKPAGAR", "Det finns en pågående skolkrapport.", "Avsluta eller ändra den i stället."),
        Handelse("HANDELSE-JUL", "Studieperioden går över jul.", "Rapportera tiden före jul och tiden efter jul var för sig."),
        Handelse("HANDELSE-FORKLARING", "Förklaringen är för lång.", "Korta den till 300 tecken."),
        Handelse("HANDELSE-FOLJDER", "Andra händelser bygger på den här.", "Ta tillbaka eller ändra dem först."),
        Handelse("HANDELSE-TILLBAKA", "Händelsen är redan ändrad eller tillbakatagen.", "Du behöver inte göra något."),
        Handelse("HANDELSE-KANAL", "Skolan rapporterar på ett annat sätt.", "Rätta med en ny fil, eller i Ladok."),

        Skolk("SKOLK-FRAMTID", "Första skolkdagen ligger i framtiden.", "Ange en dag som har varit."),
        Skolk("SKOLK-DAG15", "Det har inte gått 15 dagar sedan första skolkdagen.", "Vänta tills det har gått 15 dagar, eller 30 om frånvaron inte är omfattande."),
        Skolk("SKOLK-TIMMARKRAVS", "Timmarna saknas, och det har inte gått 30 dagar.", "Ange timmarna."),
        Skolk("SKOLK-TILLFALLENKRAVS", "Antalet tillfällen saknas, och det har inte gått 30 dagar.", "Ange antalet tillfällen."),
        Skolk("SKOLK-FYRATIMMAR", "Frånvaron är mindre än 4 timmar, och det har inte gått 30 dagar.", "Kontrollera timmarna, eller vänta."),
        Skolk("SKOLK-TVATILLFALLEN", "Frånvaron är vid ett enda tillfälle, och det har inte gått 30 dagar.", "Kontrollera antalet, eller vänta."),
        Skolk("SKOLK-BEKRAFTA", "Omfattningen är inte bekräftad, och det har inte gått 30 dagar.", "Skriv ja i bekraftelse, eller vänta."),
        Skolk("SKOLK-SISTAFORE", "Sista skolkdagen ligger före den första.", "Rätta någon av dagarna."),
        Skolk("SKOLK-SISTAFRAMTID", "Sista skolkdagen ligger i framtiden.", "Vänta tills den studerande är tillbaka."),
        Skolk("SKOLK-OPPEN", "Det finns redan en pågående skolkrapport.", "Avsluta den först, eller ändra den."),
        Skolk("SKOLK-OVERLAPP", "Dagen ingår i en annan skolkrapport.", "Ange en senare dag."),
        Skolk("SKOLK-OVERLAPPSISTA", "En annan skolkrapport börjar före sista skolkdagen.", "Ange en tidigare sista dag."),
        Skolk("SKOLK-INGENSTUDIETID", "Den studerande har ingen studietid hos skolan.", "Rapportera studietiden först."),
        Skolk("SKOLK-STUDIETID", "Skolkdagen ligger utanför studietiden.", "Rätta dagen eller studietiden."),
        Skolk("SKOLK-STUDIEMEDEL", "Utbildningen ger studiemedel den dagen.", "Rapportera frånvaro eller avbrott i stället."),
        Skolk("SKOLK-ALDER", "Den studerande har nått åldern för studiemedel.", "Rapportera frånvaro eller avbrott i stället."),
        Skolk("SKOLK-SISTAALDER", "Den studerande når åldern för studiemedel före sista skolkdagen.", "Ange en tidigare sista dag."),
        Skolk("SKOLK-STODFORM", "Den studerandes val av stöd saknas.", "Ange vilket stöd den studerande har valt."),
        Skolk("SKOLK-INGATIMMAR", "Timmarna är 0.", "Rätta timmarna."),
        Skolk("SKOLK-FORMANGATIMMAR", "Timmarna är fler än vad som ryms i perioden.", "Rätta timmarna eller dagarna."),
        Skolk("SKOLK-INGATILLFALLEN", "Antalet tillfällen är 0.", "Rätta antalet."),
        Skolk("SKOLK-FORMANGATILLFALLEN", "Tillfällena är fler än vad som ryms i perioden.", "Rätta antalet."),
        Skolk("SKOLK-FARDIG", "CSN har avslutat ärendet.", "Sista dag kan anges ändå. Ta annars bort rapporten och skicka en ny."),
        Skolk("SKOLK-OFORANDRAD", "Inget har ändrats.", "Ändra en uppgift, eller ta bort raden."),
        Skolk("SKOLK-SKAL", "Skäl saknas till att rapporten tas bort.", "Skriv skälet, i en fil i forklaring."),
        Skolk("SKOLK-SKALLANGT", "Skälet är för långt.", "Korta texten."),
        Skolk("SKOLK-SKALPNR", "Skälet innehåller ett personnummer.", "Ta bort det."),
        Skolk("SKOLK-BORTTAGEN", "Rapporten är borttagen.", "Gör en ny rapport, om frånvaron ska rapporteras."),
        Skolk("SKOLK-ANDRAD", "Någon annan har ändrat rapporten.", "Jämför och skicka igen."),
        Handelse("HANDELSE-UTKASTANDRAT", "Utkastet har ändrats i ett annat fönster.", "Kontrollera uppgifterna och skicka igen."),

        Studietid("FIL-ST-STORLEK", "Filen med utbildningar eller studietider är större än 2 MB.", "Dela upp den och läs in delarna var för sig."),
        Studietid("FIL-ST-RADER", "Filen har fler än 2 000 rader.", "Dela upp den och läs in delarna var för sig."),
        Studietid("RAD-ST-NUMMER", "Portalens nummer finns inte hos skolan.", "Hämta listan på nytt, eller lämna fältet tomt."),
        Studietid("RAD-ST-UTBILDNING", "Ingen aktuell utbildning heter så.", "Kontrollera namn och kod, eller skriv Hela skolan."),
        Studietid("RAD-ST-FLERA", "Flera utbildningar heter så.", "Fyll i koden, eller portalens nummer för utbildningen."),
        Studietid("RAD-ST-DAG", "En dag saknas eller är fel.", "Skriv som 2026-08-17."),
        Studietid("RAD-ST-ORDNING", "Sista dagen ligger före den första.", "Rätta någon av dagarna."),
        Studietid("RAD-ST-UPPEHALL", "Ett uppehåll kan inte läsas.", "Skriv som 2026-10-26 till 2026-10-30."),
        Studietid("RAD-ST-AVGJORD", "Raden är redan inläst eller borttagen.", "Du behöver inte göra något."),
        Studietid("UTB-NAMN", "Utbildningen saknar namn.", "Skriv vad den heter."),
        Studietid("UTB-NAMNLANGD", "Namnet är för långt.", "Korta det till 120 tecken."),
        Studietid("UTB-KOD", "Koden saknas.", "Fyll i den kod som skolformen har."),
        Studietid("UTB-KODLANGD", "Koden är för lång.", "Korta den till 20 tecken."),
        Studietid("UTB-STUDIEVAGSKOD", "Studievägskoden är fel.", "Kontrollera den. Exempel: NANAT0000."),
        Studietid("UTB-INRIKTNING", "Inriktningskoden är fel.", "Skriv sju tecken. Exempel: 405812C."),
        Studietid("UTB-NIVA", "Nivån stämmer inte med inriktningen.", "Rätta nivån eller inriktningen."),
        Studietid("UTB-AVDELNING", "Avdelningen stämmer inte med inriktningen.", "Rätta avdelningen eller inriktningen."),
        Studietid("UTB-VAL", "Värdet är inget av alternativen.", "Välj ett som skolformen har."),
        Studietid("UTB-OMFATTNING", "Takten är inte 1–100 procent.", "Rätta den. 100 är heltid."),
        Studietid("UTB-POANG", "Poängen är inte ett tal större än 0.", "Rätta dem. Högst en decimal."),
        Studietid("UTB-LASAR", "Läsåret är fel.", "Skriv som 2026/27."),
        Studietid("UTB-LASARORDNING", "Det sista läsåret ligger före det första.", "Rätta något av dem."),
        Studietid("UTB-FINNS", "Utbildningen finns redan, med samma kod, takt och undervisning.", "Ändra den som finns, eller något som skiljer dem åt."),
        Studietid("UTB-ARKIVERAD", "Utbildningen är arkiverad.", "Ta tillbaka den ur arkivet först."),
        Studietid("UTB-STATUS", "Utbildningen är redan arkiverad, eller inte arkiverad.", "Du behöver inte göra något."),
        Studietid("UTB-STUDIETIDER", "Studietider gäller för utbildningen och har inte slutat.", "Ta bort dem först, eller vänta."),
        Studietid("UTB-VERSION", "Någon annan har ändrat utbildningen.", "Jämför och spara igen."),
        Studietid("ST-LASAR", "En dag ligger utanför läsåret.", "Ange dagar från 1 juli till 30 juni."),
        Studietid("ST-UPPEHALLUTANFOR", "Ett uppehåll ligger inte inom studietiden.", "Rätta dagarna, eller ta bort uppehållet."),
        Studietid("ST-UPPEHALLKROCK", "Två uppehåll går in i varandra.", "Slå ihop dem, eller rätta dagarna."),
        Studietid("ST-KROCK", "En annan studietid för samma utbildning går in i den här.", "Rätta dagarna, eller ändra den som finns."),
        Studietid("ST-JUL", "Studietiden går över jul.", "Rapportera tiden före jul och tiden efter jul var för sig."),
        Studietid("ST-OMFATTNING", "Omfattningen är inte 1–100 procent.", "Rätta den. 100 är heltid."),
        Studietid("ST-POANG", "Poängen är inte ett tal större än 0.", "Rätta dem. Högst en decimal."),
        Studietid("ST-LASARSLUT", "Läsåret kan inte rapporteras nu.", "Välj förra läsåret, det här eller något av de två närmaste."),
        Studietid("ST-HOSCSN", "Läsårets rapport är hos CSN för granskning.", "Vänta tills CSN har godkänt den eller skickat den åter."),
        Studietid("ST-UTBILDNINGSLASAR", "Utbildningen ges inte det läsåret.", "Ändra utbildningens läsår först."),
        Studietid("ST-ARKIVERAD", "Utbildningen är arkiverad.", "Ta tillbaka den ur arkivet först."),
        Studietid("ST-ERSATT", "Studietiden gäller inte längre.", "Hämta listan på nytt."),
        Studietid("ST-BORTTAGNING", "Studietiden ska tas bort.", "Ångra borttagningen först."),
        Studietid("ST-VERSION", "Någon annan har ändrat studietiden.", "Jämför och spara igen."),
        Studietid("ST-BERORDA", "Ändringen kan röra studerande som är rapporterade.", "Bekräfta den, i en fil med ja i bekraftelse."),
        Studietid("ST-TOM", "Det finns inget att skicka.", "Lägg till, ändra eller ta bort en studietid först."),
        Studietid("ST-RAPPORTVERSION", "Rapporten har ändrats.", "Titta igenom den igen och skicka sedan."),
        Studietid("ST-FORKLARING", "Förklaringen är för lång.", "Korta den till 1 000 tecken."),
        Studietid("ST-FORKLARINGPNR", "Förklaringen innehåller ett personnummer.", "Ta bort det."),
        Studietid("ST-RAD", "En studietid i rapporten är fel.", "Rätta den och skicka sedan."),
        Studietid("ST-FRAMSKRIVNING", "Läsåret har inga godkända studietider att utgå från.", "Lägg till studietiderna en och en."),
        Studietid("ST-UTKAST", "Rapporten är redan tillbaka hos skolan.", "Ändra det som behövs och skicka den sedan."),
        Studietid("ST-TAGEN", "CSN har börjat granska rapporten, eller avgjort den. Den kan inte tas tillbaka.", "Kontakta CSN om något är fel."),
        Studietid("ST-AVGJORD", "Rapporten väntar inte längre på granskning.", "Du behöver inte göra något."),
        Studietid("ST-GRANSKNINGSVERSION", "Rapporten har ändrats.", "Titta igenom den igen."),
        Studietid("ST-SKAL", "Skälet till att rapporten skickas åter saknas eller är för långt.", "Skriv det, med högst 1 000 tecken."),
        Studietid("ST-SKALPNR", "Skälet innehåller ett personnummer.", "Ta bort det."),

        Varning("ST-V-AFTON", "Studietiden börjar eller slutar på midsommarafton, julafton eller nyårsafton.", "Kontrollera dagen."),
        Varning("ST-V-JUL", "Studietiden går över jul utan uppehåll.", "Lägg till jullovet som ett uppehåll, om ni har ett."),
        Varning("ST-V-POANGFA", "Poängen är färre än omfattningen säger.", "Kontrollera poängen och dagarna."),
        Varning("ST-V-UTANVAR", "Utbildningen har en egen studietid på hösten men ingen på våren.", "Kontrollera om en studietid saknas."),
        Varning("ST-V-GLAPP", "Mellan två studietider är det lång tid utan studier.", "Kontrollera om en studietid saknas."),
        Varning("FIL-V-KOLUMN", "En kolumn hör inte till formatet och läses inte.", "Kontrollera stavningen om den skulle ha lästs."),
        Varning("FIL-V-KOLUMN-UTAN-NAMN", "En kolumn har ingen rubrik och läses inte.", "Skriv dess namn om den skulle ha lästs."),
        Varning("RAD-V-FALT", "Ett ifyllt fält hör inte till händelsen och läses inte.", "Kontrollera händelsens kod."),
        Varning("HANDELSE-V-HANDLEDARINTYG", "Kursen är liten för ett handledarintyg.", "Kontrollera kursens poäng."),
        Varning("HANDELSE-V-SAMMAOMFATTNING", "Omfattningen är redan den som rapporteras.", "Kontrollera dagen och omfattningen."),
        Varning("HANDELSE-V-PERIODPAGAR", "Resultatets period har inte slutat.", "Kontrollera den sista dagen."),
        Varning("HANDELSE-V-OKANDKURS", "Ingen studietid är rapporterad för resultatets kurs.", "Kontrollera att kursen är skriven som i studietiden."),
        Varning("HANDELSE-V-RESULTATPOANG", "Resultatets poäng är fler än vad som ryms på heltid.", "Kontrollera poängen och dagarna."),
        Varning("STUDIE-V-LEDIGSTART", "Första dagen är en helg eller ledig dag.", "Kontrollera dagen."),
        Varning("STUDIE-V-LEDIGSLUT", "Sista dagen är en helg eller ledig dag.", "Kontrollera dagen."),
        Varning("STUDIE-V-INGENVECKA", "Perioden har ingen hel studievecka.", "Kontrollera dagarna."),
        Varning("STUDIE-V-POANGVECKOR", "Poängen är fler än vad som ryms på heltid.", "Kontrollera poängen och dagarna."),
        Varning("STUDIE-V-OLIKADATUM", "Parallella kurser har olika datum och räknas inte ihop.", "Kontrollera dagarna."),
        Varning("STUDIE-V-OVERHELTID", "Studierna är tillsammans mer än heltid.", "Kontrollera omfattningen."),
        Varning("STUDIE-V-ANNANSKOLA", "En annan skola har rapporterat studier under samma tid.", "Fråga den studerande och kontrollera omfattningen."),
        Varning("STUDIE-V-PROGRAMKOD", "Programmet i studievägskoden är okänt.", "Kontrollera koden."),
        Varning("STUDIE-V-PROGRAMTID", "Programmet gäller inte den dagen.", "Kontrollera koden och årskursen."),
        Varning("SKOLK-V-FYRATIMMAR", "Den ogiltiga frånvaron är under 4 timmar.", "Rapportera bara om den studerande inte läser på heltid."),
        Varning("SKOLK-V-TVATILLFALLEN", "Frånvaron är vid ett enda tillfälle.", "Är den sammanhängande rapporterar du frånvaro i stället."),
        Varning("SKOLK-V-LEDIGDAG", "Första skolkdagen är normalt ingen skoldag.", "Kontrollera dagen."),
        Varning("SKOLK-V-FORESTUDIEBIDRAG", "Den studerande kan inte få studiebidrag än.", "Rapportera bara om den studerande har ett tillägg."),
        Varning("SKOLK-V-SISTAIDAG", "Sista skolkdagen är i dag.", "Ange den bara om den studerande är tillbaka."),
        Varning("SKOLK-V-MANGATIMMAR", "Timmarna är ovanligt många för så få skoldagar.", "Kontrollera timmarna."),
    ];

    private static readonly FrozenDictionary<string, Felkod> EfterKod = Tabell.ToFrozenDictionary(f => f.Kod);

    public static IReadOnlyList<Felkod> Alla => Tabell;

    /// <returns>Null when there is no such code.</returns>
    public static Felkod? Med(string kod) => EfterKod.GetValueOrDefault(kod);

    public static string Text(this Felgrupp grupp) => grupp switch
    {
        Felgrupp.HelaFilen => "Hela filen",
        Felgrupp.Raden => "Raden",
        Felgrupp.Handelsen => "Händelsen",
        Felgrupp.Skolk => "Skolk",
        Felgrupp.Studietider => "Utbildningar och studietider",
        Felgrupp.Varning => "Varningar",
        _ => throw new ArgumentOutOfRangeException(nameof(grupp), grupp, null),
    };

    private static Felkod Fil(string kod, string fel, string gor) => new(kod, Felgrupp.HelaFilen, fel, gor);

    private static Felkod Rad(string kod, string fel, string gor) => new(kod, Felgrupp.Raden, fel, gor);

    private static Felkod Handelse(string kod, string fel, string gor) => new(kod, Felgrupp.Handelsen, fel, gor);

    private static Felkod Skolk(string kod, string fel, string gor) => new(kod, Felgrupp.Skolk, fel, gor);

    private static Felkod Studietid(string kod, string fel, string gor) => new(kod, Felgrupp.Studietider, fel, gor);

    private static Felkod Varning(string kod, string fel, string gor) => new(kod, Felgrupp.Varning, fel, gor);
}
