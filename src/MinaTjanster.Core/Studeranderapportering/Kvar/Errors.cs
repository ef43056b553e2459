namespace MinaTjanster.Core.Studeranderapportering.Kvar;

public sealed record AntagenRadfel(long Radnummer, string Vad) : Refusal("ANTAGEN-RAD", $"Rad {Radnummer}: {Vad}");

public sealed record AntagenTvaGanger(long Radnummer) : Refusal("ANTAGEN-DUBBEL", $"Rad {Radnummer}: personen står redan på en tidigare rad. Ta bort den ena.");

public sealed record ForMangaAntagna() : Refusal("ANTAGEN-MANGA", $"Listan har fler än {AntagningslistaService.MaxRader} rader. Dela upp den i flera filer.");

public sealed record ForStorLista() : Refusal("ANTAGEN-STOR", "Filen är större än 2 MB. Kontrollera att det är antagningslistan, eller dela upp den.");
