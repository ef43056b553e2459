using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Avstangningar;

/// <summary>A second file in the same post.</summary>
public sealed record AvstangningFleraFiler() : Refusal(
    "AVSTANGNING-FLERAFILER", "Skicka bara en fil: beslutet om den här personen. Har beslutet flera sidor samlar du dem i en PDF.");

/// <summary>Somebody was first: the second is told who and when.</summary>
public sealed record AvstangningRedanHanterad(string Vem, DateTime Nar) : Refusal(
    "AVSTANGNING-HANTERAD",
    $"Avstängningen är redan hanterad av {Vem} {SvenskText.Datum(Nar.SvenskDag())} kl. {Nar.SvenskTidpunkt():HH.mm}.");

public sealed record AvstangningErsatt() : Refusal(
    "AVSTANGNING-ERSATT", "Skolan har skickat en ny avstängning i stället för den här. Hantera den nya.");

public sealed record AvstangningAndrad() : Refusal(
    "AVSTANGNING-ANDRAD", "Avstängningen har ändrats sedan du öppnade sidan. Inget är markerat. Kontrollera vad som gäller nu och försök igen.");
