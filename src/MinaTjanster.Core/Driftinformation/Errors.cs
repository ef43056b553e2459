namespace MinaTjanster.Core.Driftinformation;

public sealed record AvbrottUtanRubrik() : Refusal("DRIFT-RUBRIK", $"Skriv en rubrik, högst {Driftavbrott.MaxRubrik} tecken.", "Rubrik");

public sealed record AvbrottUtanText() : Refusal("DRIFT-TEXT", $"Skriv vad som händer och vad skolorna ska göra, högst {Driftavbrott.MaxText} tecken.", "Text");

public sealed record AvbrottMedPersonnummer() : Refusal("DRIFT-PNR", "Ta bort personnumret. Texten visas för alla.", "Text");

public sealed record AvbrottBorjarFel() : Refusal("DRIFT-BORJAR", "Skriv när avbrottet börjar, högst ett år fram eller tillbaka: dag som 2026-11-23 och tid som 18.00.", "FranDag");

public sealed record AvbrottSlutarFel() : Refusal("DRIFT-SLUTAR", "Skriv när avbrottet slutar: dag som 2026-11-23 och tid som 20.00. Vet du inte, skriv när ni räknar med det. Det går att ändra.", "TillDag");

public sealed record AvbrottBaklanges() : Refusal("DRIFT-ORDNING", $"Avbrottet måste sluta efter att det börjar, och högst {Avbrottsregel.MaxDagar} dagar efter.", "TillDag");

public sealed record AvbrottUtanTjanst() : Refusal("DRIFT-TJANST", "Välj minst en tjänst.", "Tjanster");

public sealed record AvbrottUtanSkolform() : Refusal("DRIFT-SKOLFORM", "Välj minst en skolform.", "Skolformer");

/// <summary>The mode is the whole portal's.</summary>
public sealed record LaslageForNagra() : Refusal("DRIFT-LASLAGE", "Läsläget gäller hela portalen. Välj alla tjänster och alla skolformer, eller ta bort läsläget.", "Laslage");

public sealed record AvbrottetInstallt() : Refusal("DRIFT-INSTALLT", "Avbrottet är inställt.");

public sealed record AvbrottetPagarInte() : Refusal("DRIFT-PAGARINTE", "Avbrottet pågår inte längre, eller har inte börjat. Inget är ändrat.");

public sealed record AvbrottetPagar() : Refusal("DRIFT-PAGAR", "Avbrottet pågår. Avsluta det i stället.");

public sealed record AvbrottetAndrat() : Refusal("DRIFT-VERSION", "Någon annan har ändrat avbrottet sedan du öppnade sidan. Inget är sparat. Läs igenom det som det är nu.");

public sealed record NyhetUtanRubrik() : Refusal("NYHET-RUBRIK", $"Skriv en rubrik, högst {Nyhet.MaxRubrik} tecken.", "Rubrik");

public sealed record NyhetUtanText() : Refusal("NYHET-TEXT", $"Skriv en text, högst {Nyhet.MaxText} tecken.", "Text");

public sealed record NyhetMedPersonnummer() : Refusal("NYHET-PNR", "Ta bort personnumret. Nyheten visas för alla i skolformerna.", "Text");

public sealed record NyhetFranFel() : Refusal("NYHET-FRAN", "Skriv den dag då nyheten börjar visas, till exempel 2026-11-23.", "Fran");

public sealed record NyhetTillFel() : Refusal("NYHET-TILL", "Skriv den sista dag då nyheten visas, till exempel 2026-12-31: i dag eller senare, och inte före den första. Lämna fältet tomt om den ska visas tills vidare.", "Till");

public sealed record NyhetUtanSkolform() : Refusal("NYHET-SKOLFORM", "Välj minst en skolform.", "Skolformer");

public sealed record NyhetenSlut() : Refusal("NYHET-SLUT", "Sista dagen har varit. Ändra den innan du publicerar nyheten.");

public sealed record NyhetenAndrad() : Refusal("NYHET-VERSION", "Någon annan har ändrat nyheten sedan du öppnade sidan. Inget är sparat. Läs igenom den som den är nu.");
