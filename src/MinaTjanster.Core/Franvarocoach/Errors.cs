namespace MinaTjanster.Core.Franvarocoach;

// The list.

public sealed record ListrubrikMedPersonnummer() : Refusal(
    "LISTA-RUBRIKRAD", "Första raden ska ha kolumnernas namn, men den ser ut att ha ett personnummer. Lägg till en rad med namnen överst.");

/// <param name="Radnummer">The line in the file.</param>
public sealed record ListdatumManadForst(long Radnummer) : Refusal(
    "LISTA-DATUM-ORDNING",
    $"Datumet på rad {Radnummer} finns bara om månaden står först. Vi läser 5/8 2026 som den 5 augusti, så vi kan inte lita på listans andra datum. Ta ut listan med datum som 2026-08-05.",
    nameof(Listfalt.Datum));

/// <summary>As the columns are chosen, no row says anything.</summary>
/// <param name="Fel">What is wrong with most of the rows.</param>
public sealed record ListanOlaslig(Refusal Fel) : Refusal("LISTA-INGEN-RAD", $"Ingen av listans rader går att läsa så här. {Fel.Sentence}", Fel.Field);

// The choice of columns.

/// <param name="Vad">What is missing, as a noun with its article.</param>
public sealed record ListkolumnSaknas(Listfalt Falt, string Vad) : Refusal(
    "LISTA-KOLUMN", $"Ange vilken kolumn som är {Vad}. Utan den går listan inte att läsa.", Falt.ToString());

/// <param name="Rubrik">As the list writes it.</param>
public sealed record ListkolumnDelas(Listfalt Falt, string Rubrik) : Refusal(
    "LISTA-KOLUMN-DELAS", $"Kolumnen ”{Rubrik}” är vald två gånger. Varje kolumn kan bara vara en sak.", Falt.ToString());

public sealed record ListslagSaknas() : Refusal(
    "LISTA-UTAN-SLAG",
    "Listan säger inte vilken frånvaro som är ogiltig. Ange en kolumn med typ av frånvaro, med giltig eller ogiltig, eller med ogiltig tid.",
    nameof(Listfalt.Slag));

public sealed record ListtidSaknas() : Refusal(
    "LISTA-UTAN-TID",
    "Listan säger inte hur lång frånvaron är. Ange en kolumn med frånvarons längd, med lektionens längd eller med dess sluttid. Står start och slut i samma kolumn skrivs de som 08:20–09:40.",
    nameof(Listfalt.Franvarotid));

public sealed record ListordSaknas(Listfalt Falt) : Refusal(
    "LISTA-UTAN-ORD", "Ange vad orden i kolumnen betyder. Annars går det inte att se vilken frånvaro som är ogiltig.", Falt.ToString());

/// <param name="Ord">As written.</param>
public sealed record ListordTvetydigt(Listfalt Falt, string Ord) : Refusal(
    "LISTA-ORD-DUBBELT", $"Ordet ”{Ord}” har fått två olika betydelser. Välj en av dem.", Falt.ToString());

// One row; the others are read.

public sealed record ListradPersonnummerSaknas() : Refusal(
    "LISTA-PNR-SAKNAS", "Personnummer saknas. Fyll i det: raden kan inte kopplas till någon elev utan det.", nameof(Listfalt.Personnummer));

/// <summary>The sentence does not repeat what was written.</summary>
public sealed record ListradPersonnummer() : Refusal(
    "LISTA-PNR", "Personnumret är inte möjligt. Skriv tio eller tolv tecken, och kontrollera att alla siffror är rätt.", nameof(Listfalt.Personnummer));

public sealed record ListradDatum() : Refusal(
    "LISTA-DATUM", "Datumet går inte att läsa. Skriv det som 2026-11-17, 20261117 eller 17/11 2026.", nameof(Listfalt.Datum));

public sealed record ListradStart() : Refusal(
    "LISTA-KLOCKSLAG", "Klockslaget går inte att läsa. Skriv det som 08:20, eller som 08:20–09:40 när både start och slut står i samma kolumn.", nameof(Listfalt.Start));

public sealed record ListradSlut() : Refusal(
    "LISTA-SLUT", "Sluttiden går inte att läsa, eller ligger före starten. Skriv den som 09:40.", nameof(Listfalt.Slut));

/// <param name="Enhet">How the list writes lengths of time.</param>
public sealed record ListradTid(Listfalt Falt, Tidsenhet Enhet) : Refusal(
    "LISTA-TID",
    Enhet == Tidsenhet.Minuter ? "Tiden går inte att läsa. Skriv hela minuter, till exempel 45, högst 1440. Är tiderna i timmar väljer du timmar där du väljer kolumner."
        : "Tiden går inte att läsa. Skriv timmar, till exempel 0,75 eller 0:45, högst 24. Är tiderna i minuter väljer du minuter där du väljer kolumner.",
    Falt.ToString());

public sealed record ListradLangdSaknas() : Refusal(
    "LISTA-LANGD-SAKNAS", "Raden säger inte hur lång frånvaron är. Fyll i frånvarons längd.", nameof(Listfalt.Franvarotid));

/// <param name="Franvaro">Minutes.</param>
/// <param name="Schemalagt">Minutes.</param>
public sealed record ListradForLangFranvaro(int Franvaro, int Schemalagt) : Refusal(
    "LISTA-FORLANG", $"Frånvaron är {Franvaro} minuter, men den schemalagda tiden bara {Schemalagt}. Rätta den tid som är fel.", nameof(Listfalt.Franvarotid));

public sealed record ListradOverMidnatt() : Refusal(
    "LISTA-MIDNATT", "Lektionen slutar efter midnatt. Rätta starten eller längden.", nameof(Listfalt.Start));

/// <param name="Ord">As written, cut when it is long.</param>
public sealed record ListradOkantOrd(Listfalt Falt, string Ord) : Refusal(
    "LISTA-ORD", $"Vi vet inte vad ordet ”{Ord}” betyder. Ange det där du väljer kolumner, eller rätta ordet.", Falt.ToString());

/// <summary>The sentence does not repeat what was written.</summary>
public sealed record ListradOrdMedPersonnummer(Listfalt Falt) : Refusal(
    "LISTA-ORD-PNR", "Där ordet för frånvaron ska stå ser det ut att stå ett personnummer. Rätta ordet, eller välj en annan kolumn.", Falt.ToString());

public sealed record ListradSlagSaknas() : Refusal(
    "LISTA-SLAG-SAKNAS", "Raden har frånvaro, men säger inte om den är giltig eller ogiltig. Fyll i det.", nameof(Listfalt.Slag));

public sealed record ListradMotsagelse() : Refusal(
    "LISTA-MOTSAGELSE", "Raden har frånvaro, men är märkt som närvaro. Rätta det som är fel.", nameof(Listfalt.Slag));
