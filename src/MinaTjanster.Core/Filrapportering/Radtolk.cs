using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>What a row wants done.</summary>
internal enum Filatgard
{
    Ny,
    Andra,
    TaTillbaka,
}

/// <summary>A row as read, before anything is known of the student.</summary>
internal sealed class Tolkadrad
{
    public required long Radnummer { get; init; }

    public required IReadOnlyList<string> Varden { get; init; }

    public Personnummer? Person { get; set; }

    public Handelsetyp? Typ { get; set; }

    public Filatgard Atgard { get; set; }

    /// <summary>What is reported; null when something is taken back, or the row is refused.</summary>
    public Handelseuppgift? Uppgift { get; set; }

    /// <summary>The first day of the event that is changed or taken back.</summary>
    public DateOnly Maldag { get; set; }

    public string? Forklaring { get; set; }

    public Personskydd Skydd { get; set; }

    public List<Refusal> Fel { get; } = [];

    public List<Varning> Varningar { get; } = [];

    public string Varde(string kolumn) => Varden[Filformat.Plats(kolumn)].Trim();

    public string? VardeEllerNull(string kolumn) => Varde(kolumn) is { Length: > 0 } text ? text : null;
}

/// <summary>Reads a row's values: the same for a file, a corrected row and a test. Pure.</summary>
internal static class Radtolk
{
    private const string Andra = "andra";
    private const string TaTillbaka = "ta_tillbaka";

    private static readonly int PlatsSkolkod = Filformat.Plats(Filformat.Skolkod);
    private static readonly int PlatsPersonnummer = Filformat.Plats(Filformat.Personnummer);
    private static readonly int PlatsHandelse = Filformat.Plats(Filformat.Handelse);
    private static readonly int PlatsAtgard = Filformat.Plats(Filformat.Atgard);
    private static readonly int PlatsSkydd = Filformat.Plats(Filformat.Skydd);
    private static readonly int PlatsForklaring = Filformat.Plats(Filformat.Forklaring);

    private static readonly (int Plats, string Kolumn, int Max)[] Namn =
    [
        (Filformat.Plats(Filformat.Fornamn), Filformat.Fornamn, Studerande.MaxNamn),
        (Filformat.Plats(Filformat.Efternamn), Filformat.Efternamn, Studerande.MaxNamn),
        (Filformat.Plats(Filformat.Klass), Filformat.Klass, Studerande.MaxKlass),
    ];

    /// <summary>The skolkod of a row as written; empty where there is none.</summary>
    public static string Skolkod(IReadOnlyList<string> varden) => varden[PlatsSkolkod].Trim();

    /// <param name="radfel">Why the reader could not use the row; null when it could.</param>
    /// <param name="rapportdag">The day numbers of ten digits and future days are judged on.</param>
    public static Tolkadrad Tolka(long radnummer, IReadOnlyList<string> varden, Refusal? radfel, Skolform skolform, DateOnly rapportdag)
    {
        var rad = new Tolkadrad { Radnummer = radnummer, Varden = varden };
        // Who it concerns is read whatever is wrong, so that the list of errors can say it, or keep it back.
        rad.Skydd = TolkaSkydd(rad);
        TolkaPerson(rad, rapportdag);
        if (radfel is not null)
        {
            rad.Typ = Handelsetyper.MedKod(varden[PlatsHandelse].Trim());
            rad.Fel.Clear();
            rad.Fel.Add(radfel);
            return rad;
        }

        foreach (var (plats, kolumn, max) in Namn)
        {
            if (varden[plats].Length > max && varden[plats].Trim().Length > max)
                rad.Fel.Add(new RadNamn(kolumn, max));
        }

        if (varden[PlatsForklaring].Trim() is { Length: > 0 } forklaring)
        {
            rad.Forklaring = forklaring;
            if (forklaring.Length > Handelse.MaxForklaring)
                rad.Fel.Add(new RadForklaring());
        }

        TolkaAtgard(rad);
        TolkaHandelse(rad, skolform);
        return rad;
    }

    private static Personskydd TolkaSkydd(Tolkadrad rad)
    {
        var text = rad.Varden[PlatsSkydd].Trim();
        if (text.Length == 0 || text.Equals("nej", StringComparison.OrdinalIgnoreCase))
            return Personskydd.Inget;

        // What cannot be read is taken for protected: better once too often.
        if (!text.Equals("ja", StringComparison.OrdinalIgnoreCase))
            rad.Fel.Add(new RadSkydd());
        return Personskydd.Skyddad;
    }

    private static void TolkaPerson(Tolkadrad rad, DateOnly rapportdag)
    {
        var text = rad.Varden[PlatsPersonnummer];
        if (string.IsNullOrWhiteSpace(text))
            rad.Fel.Add(new RadPersonnummerSaknas());
        else if (Personnummer.TryParse(text, rapportdag, out var person))
            rad.Person = person;
        else
            rad.Fel.Add(new RadPersonnummer());
    }

    private static void TolkaAtgard(Tolkadrad rad)
    {
        var text = rad.Varden[PlatsAtgard].Trim();
        if (text.Length == 0)
            return;

        var folkad = SvenskText.Folda(text).Replace(' ', '_').Replace('-', '_');
        if (folkad == Andra)
            rad.Atgard = Filatgard.Andra;
        else if (folkad == TaTillbaka)
            rad.Atgard = Filatgard.TaTillbaka;
        else
            rad.Fel.Add(new RadAtgard());
    }

    private static void TolkaHandelse(Tolkadrad rad, Skolform skolform)
    {
        var kod = rad.Varden[PlatsHandelse].Trim();
        rad.Typ = Handelsetyper.MedKod(kod);
        if (rad.Typ is not { } typ)
        {
            rad.Fel.Add(kod.Length == 0 ? new RadHandelseSaknas() : new RadHandelse());
            return;
        }

        if (!Formatbeskrivning.IFil(typ))
        {
            rad.Fel.Add(new RadEgenSida(typ));
            return;
        }

        if (rad.Atgard == Filatgard.TaTillbaka)
        {
            if (Datumtolk.TryTolka(rad.Varden[Filformat.Plats(Handelsefalt.ForstaDag)], out var dag))
                rad.Maldag = dag;
            else
                rad.Fel.Add(new RadForstaDagSaknas());
            return;
        }

        var tolkad = Handelsetolk.Tolka(typ, skolform, falt => rad.Varden[Filformat.Plats(falt)]);
        if (!tolkad.IsAccepted)
        {
            rad.Fel.AddRange(tolkad.Refusals);
            return;
        }

        rad.Uppgift = tolkad.Value;
        rad.Maldag = tolkad.Value.ForstaDag;
        if (rad.Atgard == Filatgard.Andra && rad.VardeEllerNull(Filformat.TidigareForstaDag) is { } tidigare)
        {
            if (Datumtolk.TryTolka(tidigare, out var dag))
                rad.Maldag = dag;
            else
                rad.Fel.Add(new RadTidigareForstaDag());
        }

        Overflodiga(rad, typ.For(skolform)!);
    }

    private static void Overflodiga(Tolkadrad rad, Skolformsregel regel)
    {
        List<string>? kolumner = null;
        foreach (var falt in Falten.IFil)
        {
            if (!regel.Har(falt.Falt) && !string.IsNullOrWhiteSpace(rad.Varden[Filformat.Plats(falt.Falt)]))
                (kolumner ??= []).Add(falt.Kolumn);
        }

        if (kolumner is not null)
            rad.Varningar.Add(Radvarningar.Falt(rad.Typ!, kolumner));
    }
}
