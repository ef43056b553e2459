using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

// The report or the case does not take any underlag.
public sealed record UnderlagRapportBorttagen() : Refusal(
    "UNDERLAG-BORTTAGEN",
    "Rapporten är borttagen. Det behövs inget underlag, och det går inte att skicka något.");

public sealed record UnderlagArendeAvslutat() : Refusal(
    "UNDERLAG-AVSLUTAT",
    $"Ärendet är avslutat hos CSN. Kontakta CSN:s partnertelefon, {Konton.Hjalpvag.Partnertelefon}, om du behöver skicka fler uppgifter.");

// What the underlag shows.
public sealed record UnderlagPeriodBakvand(DateOnly TackerFran) : Refusal(
    "UNDERLAG-BAKVAND",
    $"Sista dagen kan inte ligga före den första. Ange {SvenskText.Datum(TackerFran)} eller en senare dag.",
    nameof(Underlagsuppgift.TackerTill));

public sealed record UnderlagPeriodFramtid(DateOnly Idag) : Refusal(
    "UNDERLAG-FRAMTID",
    $"Underlaget kan inte täcka dagar som inte har varit. Ange en dag till och med {SvenskText.Datum(Idag)}.",
    nameof(Underlagsuppgift.TackerTill));

public sealed record UnderlagPeriodForLang() : Refusal(
    "UNDERLAG-FORLANG",
    $"Perioden är längre än {Underlagsregel.LangstaDagar} dagar. Kontrollera datumen.",
    nameof(Underlagsuppgift.TackerFran));

public sealed record UnderlagIngaTimmar() : Refusal(
    "UNDERLAG-INGATIMMAR",
    "Ange hur många timmar ogiltig frånvaro underlaget visar, mer än 0.",
    nameof(Underlagsuppgift.OgiltigMinuter));

public sealed record UnderlagFelTillfallen() : Refusal(
    "UNDERLAG-TILLFALLEN",
    $"Ange vid hur många tillfällen underlaget visar ogiltig frånvaro, ett heltal från 1 till {Underlagsregel.FlestTillfallen}.",
    nameof(Underlagsuppgift.Tillfallen));

// Files.
public sealed record UnderlagForMangaFiler() : Refusal(
    "UNDERLAG-ANTALFILER",
    $"Ett underlag kan ha högst {Underlagsregel.FlestFiler} filer. Ta bort en fil, eller samla sidorna i en PDF.",
    "Filer");

public sealed record UnderlagIngenFilVald() : Refusal(
    "UNDERLAG-INGENFIL",
    "Välj minst en fil att ladda upp.",
    "Filer");

// Sending.
public sealed record UnderlagFilSaknas() : Refusal(
    "UNDERLAG-FILSAKNAS",
    "Ladda upp minst en fil innan du skickar underlaget.",
    "Filer");

public sealed record UnderlagUppgifterSaknas() : Refusal(
    "UNDERLAG-UPPGIFTERSAKNAS",
    "Fyll i vad underlaget visar innan du skickar det.",
    nameof(Underlagsuppgift.TackerFran));

public sealed record UnderlagForklaringKravs() : Refusal(
    "UNDERLAG-FORKLARING",
    "Förklara det som inte stämmer, eller gå tillbaka och rätta det.",
    nameof(Franvarounderlag.Forklaring));

public sealed record UnderlagForklaringForLang() : Refusal(
    "UNDERLAG-FORKLARINGLANG",
    $"Förklaringen får vara högst {Franvarounderlag.MaxForklaring} tecken. Korta ned den.",
    nameof(Franvarounderlag.Forklaring));

/// <summary>Somebody changed the draft since the page was drawn.</summary>
/// <param name="Lagrad">The facts as they are stored now.</param>
/// <param name="Version">The version that holds now.</param>
public sealed record UnderlagAndrat(Underlagsuppgift? Lagrad, int Version) : Refusal(
    "UNDERLAG-ANDRAT",
    "Underlaget har ändrats sedan du öppnade sidan, av en kollega eller i en annan flik. Kontrollera vad som gäller nu och försök igen.");

/// <summary>It was sent while the page was open: what is sent never changes.</summary>
public sealed record UnderlagRedanSkickat(string Kvittensnummer) : Refusal(
    "UNDERLAG-SKICKAT",
    $"Underlaget är redan skickat, med kvittensnummer {Kvittensnummer}. Ladda om sidan om du vill skicka ett till.");

// Paper.
public sealed record PapperAnkomstFramtid(DateOnly Idag) : Refusal(
    "PAPPER-FRAMTID",
    $"Ankomstdagen kan inte ligga i framtiden. Ange en dag till och med {SvenskText.Datum(Idag)}.",
    "Ankomstdag");

public sealed record PapperAnkomstForeRapport(DateOnly Rapportdag) : Refusal(
    "PAPPER-FORERAPPORT",
    $"Underlaget kan inte ha kommit före rapporten. Ange {SvenskText.Datum(Rapportdag)} eller en senare dag.",
    "Ankomstdag");

public sealed record PapperAvsantEfterAnkomst(DateOnly Ankomstdag) : Refusal(
    "PAPPER-AVSANT",
    $"Försättsbladet kan inte vara skrivet efter ankomsten. Ange {SvenskText.Datum(Ankomstdag)} eller en tidigare dag, eller lämna fältet tomt.",
    "Avsantdag");

public sealed record PapperFelSidor() : Refusal(
    "PAPPER-SIDOR",
    $"Ange hur många sidor som kom, ett heltal från 1 till {Underlagsregel.FlestPapperssidor}.",
    "Sidor");
