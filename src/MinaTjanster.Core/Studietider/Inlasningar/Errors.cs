namespace MinaTjanster.Core.Studietider.Inlasningar;

/// <summary>What only a file of utbildningar or studietider can have wrong. The fields are columns.</summary>
public sealed record InlasningsfilenForStor() : Refusal("FIL-ST-STORLEK", $"Filen är större än {InlasningService.MaxStorlek / 1024 / 1024} MB. Dela upp den och läs in delarna var för sig.");

public sealed record InlasningsfilenForLang() : Refusal("FIL-ST-RADER", $"Filen har fler än {InlasningService.MaxRader:N0} rader. Dela upp den och läs in delarna var för sig.");

public sealed record InlasningsnummerFel(string Kolumn) : Refusal("RAD-ST-NUMMER", "Numret finns inte hos er skola. Hämta listan på nytt härifrån, eller lämna fältet tomt för en ny.", Kolumn);

public sealed record UtbildningenSaknasForRad() : Refusal(
    "RAD-ST-UTBILDNING", $"Ingen aktuell utbildning hos er heter så. Kontrollera namnet och koden, lägg till utbildningen först, eller skriv {Inlasningsformat.HelaSkolan}.", "utbildning");

public sealed record FleraUtbildningarForRad(int Antal) : Refusal(
    "RAD-ST-FLERA", $"{Antal} utbildningar heter så. Fyll i koden, eller portalens nummer för utbildningen.", "utbildning");

public sealed record InlastDagFel(string Kolumn) : Refusal("RAD-ST-DAG", "Skriv dagen som 2026-08-17.", Kolumn);

public sealed record InlastOrdningFel() : Refusal("RAD-ST-ORDNING", "Sista dagen ligger före den första. Rätta någon av dagarna.", "sista_dag");

public sealed record InlastUppehallFel(string Del) : Refusal(
    "RAD-ST-UPPEHALL", $"Uppehållet ”{Del}” kan inte läsas. Skriv som 2026-10-26 till 2026-10-30, och skilj flera med komma.", "uppehall");

/// <param name="Val">What the school form has.</param>
public sealed record InlastValFel(string Kolumn, string Skrivet, string Val) : Refusal(
    "RAD-ST-VAL", $"”{(Skrivet.Length > 40 ? Skrivet[..40] : Skrivet)}” finns inte i er skolform. Välj något av: {Val}.", Kolumn);

/// <summary>Two had the row open.</summary>
public sealed record InlasningsradenAndrad() : Refusal("RAD-ST-VERSION", "Någon annan har ändrat raden sedan du öppnade sidan. Inget är inläst. Här är raden som den är nu.");

/// <summary>Somebody was first.</summary>
public sealed record InlasningsradenAvgjord() : Refusal("RAD-ST-AVGJORD", "Raden är redan inläst eller borttagen. Du behöver inte göra något.");
