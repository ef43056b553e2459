namespace MinaTjanster.Core.Blanketter;

/// <summary>Names of the fields that checks and pre-filling know.</summary>
public static class Faltnamn
{
    public const string Datum = "Datum";
    public const string AntalSidor = "AntalSidor";
    public const string Namn = "Namn";
    public const string Personnummer = "Personnummer";
    public const string Lasar = "Lasar";
    public const string Skola = "Skola";
    public const string Skolkod = "Skolkod";
    public const string Ort = "Ort";
    public const string Adress = "Adress";
    public const string Kontaktperson = "Kontaktperson";
    public const string Telefon = "Telefon";
    public const string Epost = "Epost";
    public const string OgiltigTid = "OgiltigTid";
    public const string ForstaDag = "ForstaDag";
    public const string SistaDag = "SistaDag";
    public const string Undervisningstid = "Undervisningstid";
    public const string Kurs = "Kurs";
    public const string Kurskod = "Kurskod";
    public const string Poang = "Poang";
    public const string Totalpoang = "Totalpoang";
    public const string Bedomningsdag = "Bedomningsdag";
    public const string Handledare = "Handledare";
    public const string UtfardadAv = "UtfardadAv";

    public const string RadDatum = "Datum";
    public const string RadTid = "Tid";
    public const string RadLektion = "Lektion";
    public const string RadLangd = "Langd";
    public const string RadFranvaro = "Franvaro";

    public const string RadArende = "Arende";
    public const string RadNamn = "Namn";
    public const string RadPersonnummer = "Personnummer";
    public const string RadEpost = "Epost";
    public const string RadTelefon = "Telefon";
    public const string RadAnvandarnamn = "Anvandarnamn";
    public const string RadLamnar = "Lamnar";
}
