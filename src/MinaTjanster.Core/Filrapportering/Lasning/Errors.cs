namespace MinaTjanster.Core.Filrapportering.Lasning;

// The whole file is refused: FIL-. A file of no bytes is FilTom, as for every upload (Dokumentlagring).

public sealed record FilUtf16() : Refusal(
    "FIL-UTF16",
    "Filen är sparad som UTF-16, som vi inte läser. Spara den som UTF-8 (i Excel: CSV UTF-8) och skicka den igen.");

/// <param name="Radnummer">The first line that is not UTF-8.</param>
public sealed record FilTeckenkod(long Radnummer) : Refusal(
    "FIL-TECKENKOD",
    $"Filen är UTF-8, men på rad {Radnummer} finns tecken som inte är det. Spara om hela filen som UTF-8 (i Excel: CSV UTF-8) och kontrollera att å, ä och ö ser rätt ut.");

public sealed record FilAvkortad() : Refusal(
    "FIL-AVKORTAD",
    "Filen tar slut mitt i ett tecken, så en del av den saknas. Hämta den på nytt från ert system och skicka hela filen.");

public sealed record FilExcel() : Refusal(
    "FIL-EXCEL",
    "Filen är ett kalkylblad. Öppna det, till exempel i Excel, spara som CSV UTF-8 och skicka den filen.");

public sealed record FilZip() : Refusal(
    "FIL-ZIP",
    "Filen är packad (zip eller liknande). Packa upp den och skicka filen som ligger i den.");

public sealed record FilPdf() : Refusal(
    "FIL-PDF",
    "Filen är en PDF. Hämta uppgifterna från ert system som en textfil (CSV) och skicka den.");

public sealed record FilXml() : Refusal(
    "FIL-XML",
    "Filen ser ut att vara XML eller en webbsida. Hämta uppgifterna från ert system som en textfil (CSV) och skicka den.");

public sealed record FilBinar() : Refusal(
    "FIL-BINAR",
    "Filen är ingen textfil. Kontrollera att du har valt rätt fil: den ska vara en textfil (CSV) med en rad för varje händelse.");

/// <param name="Radnummer">Where the line without end starts.</param>
public sealed record FilUtanRadslut(long Radnummer) : Refusal(
    "FIL-RADSLUT",
    $"Rad {Radnummer} tar aldrig slut: den är längre än en miljon tecken. Varje händelse ska stå på en egen rad. Hämta filen på nytt från ert system.");

public sealed record FilUtanRader() : Refusal(
    "FIL-INGA-RADER",
    "Filen har en rubrikrad men inga rader under den. Kontrollera att du har valt rätt fil.");

/// <param name="Kolumner">The names of columns that the file must have.</param>
public sealed record RubrikSaknas(string Kolumner) : Refusal(
    "FIL-RUBRIK-SAKNAS",
    $"Första raden är ingen rubrikrad vi känner igen. Den ska ha namnen på kolumnerna, med semikolon eller tabb mellan: {Kolumner}.");

public sealed record RubrikMedKomma() : Refusal(
    "FIL-KOMMA",
    "Kolumnerna skiljs åt med komma. Spara filen med semikolon eller tabb mellan kolumnerna och skicka den igen.");

public sealed record RubrikTrasig() : Refusal(
    "FIL-RUBRIK-TRASIG",
    "Citattecknen i rubrikraden går inte ihop. Skriv kolumnernas namn utan citattecken.");

public sealed record RubrikForLang() : Refusal(
    "FIL-RUBRIK-LANGD",
    "Rubrikraden är för lång. Kontrollera att varje rad i filen slutar med en radbrytning och att första raden bara har kolumnernas namn.");

/// <param name="Antal">Columns in the file.</param>
public sealed record ForMangaKolumner(int Antal) : Refusal(
    "FIL-KOLUMNER",
    $"Filen har {Antal} kolumner. Högst {Filgranser.MaxAntalFalt} kan läsas. Ta bort dem som inte hör till formatet.");

/// <param name="Kolumn">As the format names it.</param>
public sealed record KolumnSaknas(string Kolumn) : Refusal(
    "FIL-KOLUMN-SAKNAS",
    $"Kolumnen {Kolumn} saknas. Lägg till den i rubrikraden och fyll i den på raderna.",
    Kolumn);

/// <param name="Kolumn">As the format names it.</param>
/// <param name="Rubriker">As the file names them.</param>
public sealed record KolumnDubbel(string Kolumn, string Rubriker) : Refusal(
    "FIL-KOLUMN-DUBBEL",
    $"Kolumnen {Kolumn} finns mer än en gång ({Rubriker}). Ta bort eller byt namn på den som inte ska läsas.",
    Kolumn);

/// <summary>What is odd about a file that is read all the same.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Sentence">What is odd and what to do about it.</param>
public sealed record Filvarning(string Code, string Sentence);

/// <summary>One row is refused (RAD-); the others are read.</summary>
public abstract record Radfel(string Code, string Sentence, string? Field = null) : Refusal(Code, Sentence, Field);

public sealed record RadCitattecken() : Radfel(
    "RAD-CITATTECKEN",
    "Citattecknen på raden går inte ihop. Ett fält med citattecken ska börja och sluta med ett, och ett citattecken inne i fältet skrivs två gånger.");

public sealed record RadForLang() : Radfel(
    "RAD-LANGD",
    "Raden är för lång: högst 65 536 tecken kan läsas. Kontrollera att den slutar med en radbrytning.");

/// <param name="Antal">Fields in the row.</param>
/// <param name="Kolumner">Columns in the header.</param>
public sealed record ForFaFalt(int Antal, int Kolumner) : Radfel(
    "RAD-FA-FALT",
    $"Raden har {Antal} fält, men rubrikraden har {Kolumner}. Lägg till det som saknas. Ett tomt fält behöver också sin avskiljare.");

/// <param name="Antal">Fields in the row.</param>
/// <param name="Kolumner">Columns in the header.</param>
public sealed record ForMangaFalt(int Antal, int Kolumner) : Radfel(
    "RAD-MANGA-FALT",
    $"Raden har {Antal} fält, men rubrikraden har {Kolumner}. Ta bort det som är för mycket, eller sätt citattecken om ett fält där avskiljaren är en del av texten.");

/// <param name="Kolumn">As the format names it.</param>
public sealed record FaltForLangt(string Kolumn) : Radfel(
    "RAD-FALT-LANGD",
    $"Fältet {Kolumn} är längre än 2 000 tecken. Korta det.",
    Kolumn);
