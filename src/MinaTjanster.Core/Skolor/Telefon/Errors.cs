namespace MinaTjanster.Core.Skolor.Telefon;

public sealed record OppettidFel(string Dag, string Falt) : Refusal("TEL-TID", $"{Dag}: skriv när telefonen öppnar och stänger, till exempel 9.00 och 13.00, eller lämna båda tomma när den är stängd.", Falt);

public sealed record AldrigOppet() : Refusal("TEL-ALDRIG", "Telefonen måste vara öppen någon dag i veckan. Ska den vara stängd en tid, lägg till de dagarna som avvikelser.");

public sealed record UndantagsdagFel() : Refusal("TEL-DAG", "Skriv en dag som inte har varit, högst två år fram, till exempel 2026-12-24.", "Dag");

public sealed record UndantagetFinns() : Refusal("TEL-FINNS", "Dagen har redan en avvikelse. Ta bort den först.", "Dag");

public sealed record UndantagUtanOrsak() : Refusal("TEL-ORSAK", $"Skriv varför, högst {Telefonundantag.MaxOrsak} tecken, till exempel Julafton.", "Orsak");

public sealed record UndantagstidFel() : Refusal("TEL-UNDANTAGSTID", "Skriv både när telefonen öppnar och när den stänger, till exempel 10.00 och 12.00, eller lämna båda tomma när den är stängd.", "Oppnar");

/// <summary>Somebody else was first.</summary>
public sealed record TelefontidernaAndrade() : Refusal("TEL-ANDRAD", "Någon annan har ändrat telefontiderna. Läs igenom dem som de är nu.");

public sealed record AnsvarsomradeFel() : Refusal("TEL-AMNE", $"Skriv vad man frågar personen om, högst {Kontaktkort.MaxAnsvarsomrade} tecken.", nameof(Kontaktkort.Ansvarsomrade));

public sealed record KortetsTelefonFel() : Refusal("TEL-TELEFON", "Skriv telefonnumret med siffror, till exempel 060-12 34 56, eller lämna fältet tomt.", nameof(Kontaktkort.Telefon));

public sealed record KortetsEpostFel() : Refusal("TEL-EPOST", "Skriv en e-postadress, eller lämna fältet tomt.", nameof(Kontaktkort.Epost));

public sealed record KortetAndrat() : Refusal("TEL-KORT", "Någon annan har ändrat kortet. Läs igenom det som det är nu.");
