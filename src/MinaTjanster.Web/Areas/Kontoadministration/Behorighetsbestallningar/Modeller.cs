using FluentValidation;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Kontoadministration.Behorighetsbestallningar;

/// <summary>The kinds of rows as addresses name them.</summary>
public static class Radslag
{
    public static IReadOnlyList<(Bestallningsradslag Slag, string Adress, string Lank)> Alla { get; } =
    [
        (Bestallningsradslag.NyRapportor, "rapportor", "Lägg till ny rapportör"),
        (Bestallningsradslag.AndradEpost, "epost", "Lägg till ändrad e-postadress"),
        (Bestallningsradslag.Avanmalan, "avanmalan", "Lägg till avanmälan av rapportör"),
        (Bestallningsradslag.NyBehorighetsansvarig, "behorighetsansvarig", "Lägg till ändrad behörighetsansvarig"),
    ];

    public static Bestallningsradslag? Fran(string adress) =>
        Alla.Where(r => r.Adress == adress).Select(r => (Bestallningsradslag?)r.Slag).SingleOrDefault();
}

/// <summary>As typed; what is asked for depends on the kind of row.</summary>
public class RadInput
{
    /// <summary>A user of the school by account, <see cref="Ny"/> for somebody new.</summary>
    public string? Person { get; init; }

    public string? Namn { get; init; }

    public string? Epost { get; init; }

    public string? Telefon { get; init; }

    public string? Personnummer { get; init; }

    /// <summary>Who leaves the role of behörighetsansvarig; <see cref="Ingen"/> when nobody does.</summary>
    public string? Tidigare { get; init; }

    public const string Ny = "ny";
    public const string Ingen = "ingen";
}

internal sealed class RadInputValidator : AbstractValidator<RadInput>
{
    public RadInputValidator()
    {
        RuleFor(i => i.Person).Must((_, person, context) => ArPerson(person, Slag(context))).WithMessage("Välj vem det gäller.");
        RuleFor(i => i.Epost)
            .Must((_, epost, context) => Slag(context) != Bestallningsradslag.AndradEpost || !string.IsNullOrWhiteSpace(epost))
            .WithMessage("Skriv den nya e-postadressen.");
        RuleFor(i => i.Epost)
            .Must((_, epost, context) => Slag(context) != Bestallningsradslag.AndradEpost || string.IsNullOrWhiteSpace(epost) || Kontouppgifter.ArEpost(epost.Trim()))
            .WithMessage(new EpostOgiltig().Sentence);
        RuleFor(i => i.Tidigare)
            .Must((_, tidigare, context) => Slag(context) != Bestallningsradslag.NyBehorighetsansvarig || tidigare == RadInput.Ingen || long.TryParse(tidigare, out var _))
            .WithMessage(new TidigareArInteAnsvarig().Sentence);
    }

    private static bool ArPerson(string? person, Bestallningsradslag slag) =>
        long.TryParse(person, out var _) || (person == RadInput.Ny && slag is Bestallningsradslag.NyRapportor or Bestallningsradslag.NyBehorighetsansvarig);

    private static Bestallningsradslag Slag(ValidationContext<RadInput> context) => (Bestallningsradslag)context.RootContextData[nameof(Bestallningsradslag)];
}

/// <summary>The form of one row. The fields stand first: the error summary follows their order.</summary>
public sealed class RadModell(Bestallningsradslag slag, Skola skola, IReadOnlyList<Bestallningsanvandare> anvandare) : RadInput
{
    public Bestallningsradslag Slag => slag;

    public Skola Skola => skola;

    public string Adress => Radslag.Alla.Single(r => r.Slag == slag).Adress;

    public bool KanVaraNy => slag is Bestallningsradslag.NyRapportor or Bestallningsradslag.NyBehorighetsansvarig;

    public bool KanBestallas => slag.KanBestallas(skola);

    /// <summary>Who does it instead, when CSN does not.</summary>
    public Administrator Administrator => Behorighetsadministration.For(slag.Behorighet(), skola);

    public IEnumerable<Alternativ> Personer =>
    [
        .. KanVaraNy ? new[] { new Alternativ(Ny, "En ny person: fyll i uppgifterna nedan") } : [],
        .. anvandare.Where(Passar).Select(Val),
    ];

    public IEnumerable<Alternativ> Ansvariga => [.. anvandare.Where(a => a.ArAnsvarig).Select(Val), new Alternativ(Ingen, "Ingen lämnar uppdraget")];

    private bool Passar(Bestallningsanvandare person) => slag switch
    {
        Bestallningsradslag.NyRapportor => !person.ArRapportor,
        Bestallningsradslag.Avanmalan or Bestallningsradslag.AndradEpost => person.ArRapportor,
        Bestallningsradslag.NyBehorighetsansvarig => !person.ArAnsvarig,
        _ => true,
    };

    private static Alternativ Val(Bestallningsanvandare person) => new($"{person.KontoId}", $"{person.Namn} ({person.Anvandarnamn})");
}

/// <param name="AntalBegaranden">Requests from the school's users that wait for the behörighetsansvarig.</param>
public sealed record ListaModell(Listsida<Bestallningsradlista> Lista, Skola Skola, int AntalBegaranden);

/// <param name="Utkast">Null before the first row.</param>
public sealed record NyModell(Bestallningsbild? Utkast, Skola Skola);

public sealed class SkickaInput
{
    public string? Nyckel { get; init; }

    public string? Version { get; init; }
}

public class SvarInput
{
    /// <summary>With the line breaks that the field counts: a form posts two characters for each, and the limit would come too early.</summary>
    public string? Svar { get; init => field = value?.ReplaceLineEndings("\n"); }

    public string? Atgard { get; init; }

    public string? Version { get; init; }
}

/// <summary>An order and what has become of it.</summary>
public sealed class BestallningModell(Bestallningsbild bild, IReadOnlyList<Historikrad> historik) : SvarInput
{
    public Bestallningsbild Bild => bild;

    public Behorighetsbestallning Bestallning => bild.Bestallning;

    public IReadOnlyList<Historikrad> Historik => historik;
}
