using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

// Reading: is everything there, and can it be read?
public sealed record FaltSaknas(Faltkrav Krav) : Refusal(
    "HANDELSE-SAKNAS", $"{(Krav.Falt.Beskrivning().Form == Faltform.Dokument ? "Ladda upp" : "Fyll i")} {Inledning.Liten(Krav.Etikett)}.", Krav.Kolumn);

/// <summary>Removed since nobody sent it, or about somebody else.</summary>
public sealed record DokumentetFinnsInte(Faltkrav Krav) : Refusal(
    "HANDELSE-DOKUMENT", $"{Krav.Etikett} finns inte kvar, eller hör till en annan studerande. Ladda upp det igen.", Krav.Kolumn);

public sealed record NagotAvFaltenSaknas(IReadOnlyList<Faltkrav> Krav) : Refusal(
    "HANDELSE-NAGOTAV", $"Fyll i {string.Join(" eller ", Krav.Select(k => Inledning.Liten(k.Etikett)))}.", Krav[0].Kolumn);

public sealed record FelDatum(Faltkrav Krav) : Refusal("HANDELSE-DATUM", $"{Krav.Etikett}: skriv ett datum som finns, till exempel 2026-11-22.", Krav.Kolumn);

public sealed record FelTal(Faltkrav Krav) : Refusal("HANDELSE-TAL", $"{Krav.Etikett}: skriv ett tal med siffror.", Krav.Kolumn);

public sealed record FelVal(Faltkrav Krav) : Refusal(
    "HANDELSE-VAL", $"{Krav.Etikett}: välj något av {string.Join(", ", Krav.Alternativ?.Select(a => a.Varde) ?? ["ja", "nej"])}.", Krav.Kolumn);

public sealed record ForLangText(Faltkrav Krav, int Max) : Refusal("HANDELSE-LANGD", $"{Krav.Etikett}: skriv högst {Max} tecken.", Krav.Kolumn);

public sealed record FelOmfattning(Faltkrav Krav) : Refusal("HANDELSE-OMFATTNING", $"{Krav.Etikett}: ange 1–100 procent.", Krav.Kolumn);

public sealed record FelArskurs(Faltkrav Krav) : Refusal("HANDELSE-ARSKURS", $"{Krav.Etikett}: ange 1, 2, 3 eller 4.", Krav.Kolumn);

public sealed record FelPoang(Faltkrav Krav) : Refusal("HANDELSE-POANG", $"{Krav.Etikett}: ange poäng som är större än 0, med högst en decimal.", Krav.Kolumn);

public sealed record FelStudievagskod(Faltkrav Krav) : Refusal(
    "HANDELSE-STUDIEVAGSKOD", "Studievägskoden är fel. Den har högst 9 tecken: programmet på plats 1–2, inriktningen på 3–5, och oanvända platser är 0. Exempel: NANAT0000.", Krav.Kolumn);

public sealed record FelInriktning(Faltkrav Krav) : Refusal(
    "HANDELSE-INRIKTNING", "Inriktningen är fel. Den har sju tecken: nivån 206, 306, 405 eller 505 följd av fyra tecken. Exempel: 405812C.", Krav.Kolumn);

// The event itself.
public sealed record HandelseInteForSkolform(Handelsetyp Typ, Skolform Skolform) : Refusal(
    "HANDELSE-SKOLFORM", $"{Typ.Rubrik} ({Typ.Kod}) rapporteras inte av {Skolform.Text()}. Välj en annan händelse.", Handelsetolk.KolumnHandelse);

public sealed record HandelseSistaForeForsta(Faltkrav Krav) : Refusal(
    "HANDELSE-SISTAFORE", $"{Krav.Etikett} kan inte ligga före den första. Rätta någon av dagarna.", Krav.Kolumn);

public sealed record HandelseForTidig(Faltkrav Krav, DateOnly Tidigast) : Refusal(
    "HANDELSE-FORTIDIG", $"{Krav.Etikett} ligger för långt tillbaka. Ange {SvenskText.Datum(Tidigast)} eller senare, eller kontakta CSN.", Krav.Kolumn);

public sealed record HandelseIForvag(Handelsetyp Typ, Faltkrav Krav, DateOnly Senast, DateOnly Dag) : Refusal(
    "HANDELSE-FORVAG",
    Typ.Datum.DagarFramat == 0
        ? $"{Typ.Rubrik} kan inte rapporteras i förväg. Ange en dag till och med {SvenskText.Datum(Senast)}, eller vänta till {SvenskText.Datum(Dag)}."
        : $"{Krav.Etikett} ligger för långt fram. Ange en dag till och med {SvenskText.Datum(Senast)}.",
    Krav.Kolumn);

public sealed record HandelseForLangPeriod(Faltkrav Krav, DateOnly Senast) : Refusal(
    "HANDELSE-LANGPERIOD", $"Perioden är för lång. Ange en sista dag till och med {SvenskText.Datum(Senast)}.", Krav.Kolumn);

public sealed record HandelseFelStod(Handelsetyp Typ, string Stod, string Harstod) : Refusal(
    "HANDELSE-STOD", $"{Typ.Rubrik} rapporteras bara för {Stod}. Den studerande har {Harstod} den dagen, så händelsen behöver inte rapporteras.", Handelsefalt.ForstaDag.Kolumn());

// What has been reported before.
public sealed record HandelseUtanforStudietid(Faltkrav Krav, DateOnly? Forsta, DateOnly? Sista) : Refusal(
    "HANDELSE-UTANFOR",
    Forsta is { } f && Sista is { } s
        ? $"{Krav.Etikett} ligger utanför den studietid som är rapporterad ({f:yyyy-MM-dd} – {s:yyyy-MM-dd}). Rätta dagen, eller rapportera studietiden först."
        : "Ingen studietid är rapporterad för den studerande hos er. Rapportera Börjat studera först.",
    Krav.Kolumn);

/// <summary>There are study periods, but none of the course that is named.</summary>
public sealed record HandelseAnnanKurs() : Refusal(
    "HANDELSE-ANNANKURS",
    "Den studerande har ingen rapporterad studietid i den kursen. Skriv kursen som den står i studietiden, eller rapportera Börjat studera för kursen först.",
    Handelsefalt.Utbildning.Kolumn());

public sealed record HandelseIngenFranvaro() : Refusal(
    "HANDELSE-INGENFRANVARO", "Det finns ingen pågående frånvaro att avsluta. Rapportera Frånvaro (31) först, om den studerande har varit borta.", Handelsefalt.ForstaDag.Kolumn());

public sealed record HandelseForeFranvaro(DateOnly Franvaro) : Refusal(
    "HANDELSE-FOREFRANVARO", $"Den studerande är frånvarande från {SvenskText.Datum(Franvaro)}. Ange en senare dag.", Handelsefalt.ForstaDag.Kolumn());

public sealed record HandelseForeStudiestart() : Refusal(
    "HANDELSE-FORESTART", "Ingen studietid som har börjat är rapporterad. Rapportera Börjat studera först.", Handelsefalt.ForstaDag.Kolumn());

public sealed record HandelseInomStudietid(DateOnly Forsta, DateOnly Sista) : Refusal(
    "HANDELSE-INOM",
    $"Studietiden {Forsta:yyyy-MM-dd} – {Sista:yyyy-MM-dd} är redan rapporterad som påbörjad. Ta tillbaka den, eller rapportera Avbrott.",
    Handelsefalt.ForstaDag.Kolumn());

/// <param name="Sista">The last day of the period that would be extended, the course's last; null where there is none.</param>
public sealed record HandelseIngetAttForlanga(DateOnly? Sista) : Refusal(
    "HANDELSE-FORLANG",
    Sista is { } sista
        ? $"Studietiden slutar {SvenskText.Datum(sista)}. En förlängning gäller alltid den sista studietiden: ange en dag efter {SvenskText.Datum(sista)}."
        : "Det finns ingen rapporterad studietid att förlänga. Kontrollera kursen, eller rapportera Börjat studera först.",
    Handelsefalt.ForstaDag.Kolumn());

public sealed record HandelseFleraStudietider() : Refusal(
    "HANDELSE-FLERA", "Den studerande läser flera kurser. Ange vilken kurs det gäller.", Handelsefalt.Utbildning.Kolumn());

public sealed record HandelseRedanRapporterad(Handelsetyp Typ, DateOnly Dag) : Refusal(
    "HANDELSE-REDAN", $"Redan rapporterat med samma uppgifter: {Inledning.Liten(Typ.Rubrik)} {Dag:yyyy-MM-dd}. Du behöver inte göra något.", Handelsefalt.ForstaDag.Kolumn());

public sealed record HandelseOverlapparStudietid(DateOnly Forsta, DateOnly Sista) : Refusal(
    "HANDELSE-OVERLAPP",
    $"Studietiden {Forsta:yyyy-MM-dd} – {Sista:yyyy-MM-dd} är redan rapporterad och går in i den här. Ändra den, eller rätta dagarna.",
    Handelsefalt.ForstaDag.Kolumn());

public sealed record HandelseOverlapparHandelse(Handelsetyp Typ, DateOnly Forsta, DateOnly? Sista) : Refusal(
    "HANDELSE-KROCK",
    $"Redan rapporterat: {Inledning.Liten(Typ.Rubrik)} {Forsta:yyyy-MM-dd}{(Sista is { } s ? $" – {s:yyyy-MM-dd}" : "")}, som går in i det här. Ändra det som finns, eller rätta dagarna.",
    Handelsefalt.ForstaDag.Kolumn());

public sealed record FranvaroForKort(int Dagar, DateOnly Tidigast) : Refusal(
    "HANDELSE-FRANVAROKORT", $"Frånvaro rapporteras när den har varat i minst {Dagar} dagar. Rapportera den tidigast {SvenskText.Datum(Tidigast)}, om den studerande fortfarande är borta.", Handelsefalt.ForstaDag.Kolumn());

public sealed record FranvaroUnderSkolk(DateOnly Skolk) : Refusal(
    "HANDELSE-SKOLKPAGAR", $"Det finns en pågående skolkrapport från {SvenskText.Datum(Skolk)}. Sammanhängande frånvaro tillsammans med spridd är skolk: ändra den rapporten i stället, eller ange sista skolkdag i den först.", Handelsefalt.ForstaDag.Kolumn());

public sealed record MerAnTotalpoang() : Refusal(
    "HANDELSE-TOTALPOANG", "Poängen som bedöms vara gjorda kan inte vara fler än kursens poäng totalt. Rätta någon av dem.", Handelsefalt.Poang.Kolumn());

public sealed record YhOverJul() : Refusal(
    "HANDELSE-JUL", "Studieperioden går över jul. Rapportera tiden före jul och tiden efter jul var för sig.", Handelsefalt.SistaDag.Kolumn());

/// <summary>Avdelning A3 before the boundary: the student chooses, and the reporter is asked (domain.md section 4).</summary>
public sealed record StodvalSaknas() : Refusal(
    "HANDELSE-STODVAL",
    "I en kompletterande utbildning väljer den studerande själv mellan studiehjälp och studiemedel till och med 30 juni det år man fyller 20. Ange vilket stöd den studerande har valt.",
    Handelsefalt.Stodform.Kolumn());

public sealed record JullovUtanforJul(DateOnly Tidigast, DateOnly Senast) : Refusal(
    "HANDELSE-JULLOV",
    $"Ett jullov ligger mellan {SvenskText.Datum(Tidigast)} och {SvenskText.Datum(Senast)}. Rätta dagarna, eller rapportera ett planerat uppehåll om det är ett annat lov.",
    Handelsefalt.SistaDag.Kolumn());

public sealed record ForLangForklaring() : Refusal("HANDELSE-FORKLARING", $"Skriv en förklaring på högst {Handelse.MaxForklaring} tecken.", "Forklaring");

// Change and taking back.
public sealed record HandelseHarFoljder(string Handelser) : Refusal(
    "HANDELSE-FOLJDER", $"Det finns händelser som bygger på den här: {Handelser}. Ta tillbaka eller ändra dem först.");

public sealed record HandelseOforandrad() : Refusal(
    "HANDELSE-OFORANDRAD", "Uppgifterna är desamma som de som är skickade, så det finns inget att ändra. Rätta det som är fel, eller avbryt.", Handelsefalt.ForstaDag.Kolumn());

public sealed record HandelseRedanTillbakatagen() : Refusal(
    "HANDELSE-TILLBAKA", "Händelsen är redan ändrad eller tillbakatagen. Ingenting har ändrats nu.");

/// <summary>The school's channel is another (domain.md section 2).</summary>
public sealed record RapporterasIAnnanKanal(Rapporteringssatt Satt) : Refusal(
    "HANDELSE-KANAL",
    Satt == Rapporteringssatt.Ladok
        ? "Skolan rapporterar genom Ladok. Rapportera och rätta i Ladok."
        : "Skolan rapporterar med fil. Rätta genom att skicka en ny fil.");

internal static class Inledning
{
    /// <summary>A label inside a sentence.</summary>
    public static string Liten(string etikett) => etikett.Length > 1 && char.IsLower(etikett[1]) ? char.ToLowerInvariant(etikett[0]) + etikett[1..] : etikett;
}
