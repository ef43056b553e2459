namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <param name="Rad">What to do, when the file is of a kind that people often try.</param>
public sealed record OkandFiltyp(string Rad) : Refusal(
    "FIL-TYP",
    $"Filen är varken PDF, JPEG eller PNG. {Rad}",
    "Filer");

public sealed record TrasigBild() : Refusal(
    "FIL-TRASIGBILD",
    "Bilden är skadad eller ofullständig. Öppna den på din dator, spara den på nytt som JPEG eller PNG och ladda upp den igen.",
    "Filer");

/// <param name="Bredd">Pixels.</param>
/// <param name="Hojd">Pixels.</param>
public sealed record ForStorBild(long Bredd, long Hojd) : Refusal(
    "FIL-BILDSTORLEK",
    $"Bilden är {Bredd} × {Hojd} bildpunkter, mer än vi kan visa. Spara den i mindre storlek eller skanna med lägre upplösning, till exempel 300 dpi.",
    "Filer");

public sealed record AvkortadPdf() : Refusal(
    "FIL-AVKORTADPDF",
    "PDF-filen tar slut för tidigt: en del av den saknas. Hämta eller skanna den igen och ladda upp hela filen.",
    "Filer");

public sealed record TrasigPdf() : Refusal(
    "FIL-TRASIGPDF",
    "PDF-filen är skadad och går inte att läsa säkert. Öppna den på din dator, skriv ut den till en ny PDF och ladda upp den nya.",
    "Filer");

public sealed record ForInvecklad() : Refusal(
    "FIL-INVECKLAD",
    "PDF-filen är för invecklad för att granskas. Öppna den på din dator, skriv ut den till en ny PDF och ladda upp den nya.",
    "Filer");

public sealed record KrypteradPdf() : Refusal(
    "FIL-KRYPTERAD",
    "PDF-filen är krypterad eller skyddad med lösenord, så CSN kan inte läsa den. Spara den utan skydd, eller skriv ut den till en ny PDF, och ladda upp den nya.",
    "Filer");

public sealed record PdfMedSkript() : Refusal(
    "FIL-SKRIPT",
    "PDF-filen innehåller skript (program som körs när filen öppnas). Skriv ut den till en ny PDF och ladda upp den nya.",
    "Filer");

public sealed record PdfStartarProgram() : Refusal(
    "FIL-STARTARPROGRAM",
    "PDF-filen försöker starta ett program på läsarens dator. Skriv ut den till en ny PDF och ladda upp den nya.",
    "Filer");

public sealed record PdfMedBilaga() : Refusal(
    "FIL-BILAGA",
    "PDF-filen har andra filer inbäddade i sig. Skriv ut den till en ny PDF och ladda upp bilagorna var för sig.",
    "Filer");

public sealed record PdfMedMedier() : Refusal(
    "FIL-MEDIER",
    "PDF-filen innehåller ljud, film eller annat rörligt innehåll. Skriv ut den till en ny PDF och ladda upp den nya.",
    "Filer");

public sealed record PdfMedXfa() : Refusal(
    "FIL-XFA",
    "PDF-filen är ett dynamiskt formulär (XFA), som inte kan visas för handläggaren. Skriv ut det ifyllda formuläret till en ny PDF och ladda upp den nya.",
    "Filer");

public sealed record PdfSkickarUppgifter() : Refusal(
    "FIL-SKICKAR",
    "PDF-filen är ett formulär som skickar eller hämtar uppgifter själv. Skriv ut det ifyllda formuläret till en ny PDF och ladda upp den nya.",
    "Filer");

public sealed record PdfMedAndraFiler() : Refusal(
    "FIL-ANDRAFILER",
    "PDF-filen hänvisar till andra filer på en dator eller i ett nätverk. Skriv ut den till en ny PDF och ladda upp den nya.",
    "Filer");
