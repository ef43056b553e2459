namespace MinaTjanster.Core.Skolor;

public sealed record SattSaknas() : Refusal("KANAL-SATT", "Välj ett rapporteringssätt som skolan inte har i dag.", "Satt");

public sealed record BaraHogskolor() : Refusal("KANAL-LADOK", "Bara högskolor kan rapportera genom Ladok.", "Satt");

public sealed record KanalskalSaknas() : Refusal("KANAL-SKAL", $"Skriv varför, högst {Kanalandring.MaxSkal} tecken.", "Skal");

public sealed record KanalskalMedPersonnummer() : Refusal("KANAL-PNR", "Skriv inget personnummer i texten.", "Skal");

public sealed record AndringPagar() : Refusal("KANAL-PAGAR", "Skolan har redan begärt en ändring som inte är avgjord.");

public sealed record AndringBeslutad(DateOnly Fran)
    : Refusal("KANAL-BESLUTAD", $"Det finns redan ett beslut om ändring från {Tid.SvenskText.Datum(Fran)}. Återkalla det först om något annat ska gälla.");

public sealed record FranOgiltigt() : Refusal("KANAL-DAG", "Skriv från vilken dag ändringen gäller: i dag eller senare, högst två år fram, till exempel 2026-12-01.", "Fran");

/// <summary>Somebody else decided first.</summary>
public sealed record KanalandringenAndrad() : Refusal("KANAL-ANDRAD", "Någon annan har hunnit ändra. Läs igenom uppgifterna som de är nu.");
