namespace MinaTjanster.Core.Skolor;

public sealed record GatuadressSaknas()
    : Refusal("SKOLA-GATA", $"Skriv skolans gatuadress eller box, högst {Skola.MaxGatuadress} tecken.", "Gatuadress");

public sealed record PostnummerOgiltigt() : Refusal("SKOLA-POSTNUMMER", "Skriv postnumret med fem siffror, till exempel 851 70.", "Postnummer");

public sealed record KontaktpersonSaknas() : Refusal("SKOLA-KONTAKT", "Välj en kontaktperson som inte redan ansvarar för skolan.", "KontoId");

/// <summary>Somebody else changed the school after the page was drawn.</summary>
public sealed record SkolanAndrad() : Refusal("SKOLA-ANDRAD", "Någon annan har ändrat skolans uppgifter. Läs igenom dem som de är nu.");
