using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Studeranderapportering;

/// <summary>A student as entered by hand.</summary>
public sealed record Studerandeuppgift(Personnummer Personnummer, string Fornamn, string Efternamn, string? Klass, Personskydd Skydd)
{
    /// <summary>Whether the school form has classes [V]: a student above upper secondary level is known by the education alone.</summary>
    public static bool HarKlass(Skolform skolform) => skolform is Skolform.Gymnasieskola or Skolform.Komvux or Skolform.Folkhogskola;

    /// <summary>Reads what was typed, by the rules of files and admissions lists.</summary>
    /// <param name="idag">The Swedish day of today.</param>
    public static Result<Studerandeuppgift> Tolka(string? personnummer, string? fornamn, string? efternamn, string? klass, Personskydd skydd, DateOnly idag)
    {
        var (forst, sist, grupp) = (fornamn?.Trim() ?? "", efternamn?.Trim() ?? "", klass?.Trim() ?? "");
        List<Refusal> fel = [];
        if (!Personnummer.TryParse(personnummer, idag, out var person))
            fel.Add(new StuderandePersonnummer());
        if (!ArNamn(forst))
            fel.Add(new StuderandeNamn("förnamn", nameof(Fornamn)));
        if (!ArNamn(sist))
            fel.Add(new StuderandeNamn("efternamn", nameof(Efternamn)));
        if (grupp.Length > Studerande.MaxKlass || grupp.Any(char.IsControl))
            fel.Add(new StuderandeKlass());

        return fel.Count > 0 ? Result<Studerandeuppgift>.Refused(fel) : new Studerandeuppgift(person!, forst, sist, grupp.Length == 0 ? null : grupp, skydd);
    }

    private static bool ArNamn(string namn) => namn.Length is > 0 and <= Studerande.MaxNamn && !namn.Any(char.IsControl);
}
