namespace MinaTjanster.Core.Franvarocoach.Listor;

public sealed record FranvarolistaForStor() : Refusal(
    "COACH-FORSTOR",
    $"Listan är större än {Franvarolista.MaxStorlek / 1024 / 1024} MB. Ta ut en kortare tid, eller färre klasser åt gången.",
    "Filer");

public sealed record FranvarolistaIngenFil() : Refusal(
    "COACH-INGENFIL",
    "Välj filen med frånvaro.",
    "Filer");

public sealed record FranvarolistaInklistratTomt() : Refusal(
    "COACH-TOM",
    "Klistra in raderna, med kolumnernas namn överst.",
    "Rader");

public sealed record FranvarolistaInklistratForMycket() : Refusal(
    "COACH-INKLISTRAT",
    "Det är för mycket att klistra in. Spara listan som en fil och ladda upp den i stället.",
    "Rader");

public sealed record FranvarolistaUtanKolumner() : Refusal(
    "COACH-KOLUMNER",
    "Välj vad kolumnerna i listan betyder innan den kan läsas.");

public sealed record FranvarolistaForMangaOrd() : Refusal(
    "COACH-ORD",
    "Listan har för många olika ord för frånvaro. Kontrollera att du har valt rätt kolumn.");

public sealed record FranvarourvalTomt() : Refusal(
    "COACH-INGENVALD",
    "Markera minst en studerande.",
    "Valda");

public sealed record FranvarourvalForStort() : Refusal(
    "COACH-FORMANGA",
    $"Markera högst {Franvarourval.Flest} studerande åt gången, och skicka i flera omgångar.",
    "Valda");

public sealed record FranvarourvalDag() : Refusal(
    "COACH-DAG",
    "Välj en första dag som har ogiltig frånvaro i listan, och en sista dag som inte ligger före den.",
    "ForstaDag");

public sealed record ListunderlagSkyddad() : Refusal(
    "COACH-SKYDDAD",
    "Underlaget för en studerande med skyddade personuppgifter görs inte här. Ladda upp underlaget ur ert skolsystem.");

public sealed record ListunderlagTackerInte() : Refusal(
    "COACH-TACKERINTE",
    "Listan har inte alla dagar sedan rapportens första dag. Ladda upp ett underlag ur ert skolsystem i stället.");

public sealed record ListunderlagListanBorta() : Refusal(
    "COACH-BORTA",
    "Den studerande finns inte i listan längre. Ladda upp ett underlag ur ert skolsystem i stället.");
