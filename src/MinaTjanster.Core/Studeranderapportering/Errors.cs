namespace MinaTjanster.Core.Studeranderapportering;

/// <summary>The check page showed another version of the draft than the one that would be sent.</summary>
public sealed record UtkastetAndrat() : Refusal(
    "HANDELSE-UTKASTANDRAT",
    "Uppgifterna har ändrats i ett annat fönster sedan du öppnade sidan. Inget är skickat. Här ser du det som gäller nu: kontrollera det och skicka igen.");
