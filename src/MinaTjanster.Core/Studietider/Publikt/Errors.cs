namespace MinaTjanster.Core.Studietider.Publikt;

public sealed record UtbudssokForLang(int MaxOrd) : Refusal("UTBUD-SOK", $"Sök på högst {MaxOrd} ord och {Utbudsformular.MaxText} tecken. Ta bort några ord.", nameof(Utbudsformular.Sok));

public sealed record UtbudsvaletFinnsInte(string Falt) : Refusal("UTBUD-VAL", "Välj något av alternativen i listan.", Falt);

public sealed record UtbudsdatumFel() : Refusal("UTBUD-DATUM", "Skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2027-01-11.", nameof(Utbudsformular.Datum));

public sealed record UtbudsplatsenFinnsInte() : Refusal("UTBUD-PLATS", "Platsen i listan finns inte. Börja om från sökningens första sida.");
