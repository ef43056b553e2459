using FluentValidation;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Kontoadministration.Loggsokning;

/// <summary>As typed.</summary>
public class LoggInput
{
    public const int MaxText = 120;

    private const string Marke = "logg";

    public string? Person { get; set; }

    public string? Skola { get; set; }

    public string? Handelse { get; set; }

    public string? Utfall { get; set; }

    public string? Fran { get; set; }

    public string? Till { get; set; }

    /// <summary>What <see cref="Text"/> wrote; null for another page's search.</summary>
    public static LoggInput? FranText(string text) =>
        text.Split('\n') is [Marke, .. var falt]
            ? new LoggInput
            {
                Person = falt.ElementAtOrDefault(0),
                Skola = falt.ElementAtOrDefault(1),
                Handelse = falt.ElementAtOrDefault(2),
                Utfall = falt.ElementAtOrDefault(3),
                Fran = falt.ElementAtOrDefault(4),
                Till = falt.ElementAtOrDefault(5),
            }
            : null;

    /// <summary>One line a field, as it lies with the session.</summary>
    public string Text() => string.Join('\n', new[] { Marke, Person, Skola, Handelse, Utfall, Fran, Till }.Select(f => (f ?? "").ReplaceLineEndings(" ").Trim()));

    /// <summary>Which fields were filled in, for the log: never what with, but for the act.</summary>
    public string Falt()
    {
        string[] ifyllda =
        [
            .. new[] { ("person", Person), ("skola", Skola), ("utfall", Utfall), ("datum", Fran + Till) }.Where(f => !string.IsNullOrWhiteSpace(f.Item2)).Select(f => f.Item1),
            .. string.IsNullOrEmpty(Handelse) ? Array.Empty<string>() : [$"händelse ({Handelse})"],
        ];
        return ifyllda.Length == 0 ? "Sökt på allt" : $"Sökt på {string.Join(", ", ifyllda)}";
    }

    /// <summary>Call it once the validator has accepted.</summary>
    public Loggfraga Fraga() => new(
        Person,
        Skola,
        string.IsNullOrEmpty(Handelse) ? null : Handelse,
        Enum.TryParse<AuditOutcome>(Utfall, out var utfall) ? utfall : null,
        Datumtolk.TryTolka(Fran, out var fran) ? fran : null,
        Datumtolk.TryTolka(Till, out var till) ? till : null);
}

internal sealed class LoggValidator : AbstractValidator<LoggInput>
{
    private const string Datumfel = "Skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2026-11-22, eller lämna fältet tomt.";

    public LoggValidator()
    {
        RuleFor(i => i.Person).MaximumLength(LoggInput.MaxText).WithMessage($"Skriv högst {LoggInput.MaxText} tecken.");
        RuleFor(i => i.Person).Must(t => !Personnummermask.Finns(t)).WithMessage("Skriv namn eller användarnamn. Loggen innehåller inga personnummer.");
        RuleFor(i => i.Skola).MaximumLength(LoggInput.MaxText).WithMessage($"Skriv högst {LoggInput.MaxText} tecken.");
        RuleFor(i => i.Skola).Must(t => !Personnummermask.Finns(t)).WithMessage("Skriv skolkod eller skolans namn. Loggen innehåller inga personnummer.");
        RuleFor(i => i.Handelse).Must(t => string.IsNullOrEmpty(t) || LoggQuery.Handelser.Any(h => h.Varde == t)).WithMessage("Välj en händelse i listan.");
        RuleFor(i => i.Utfall).Must(t => string.IsNullOrEmpty(t) || t is nameof(AuditOutcome.Accepted) or nameof(AuditOutcome.Refused)).WithMessage("Välj ett utfall i listan.");
        RuleFor(i => i.Fran).Must(ArDatum).WithMessage(Datumfel);
        RuleFor(i => i.Till).Must(ArDatum).WithMessage(Datumfel);
        RuleFor(i => i.Till)
            .Must((i, t) => !Datumtolk.TryTolka(i.Fran, out var fran) || !Datumtolk.TryTolka(t, out var till) || fran <= till)
            .WithMessage("Den sista dagen ligger före den första. Ändra ett av datumen.");
    }

    private static bool ArDatum(string? text) => string.IsNullOrWhiteSpace(text) || Datumtolk.TryTolka(text, out _);
}

/// <summary>The page. The fields stand first: the error summary follows their order.</summary>
public sealed class LoggModell : LoggInput
{
    public LoggModell(LoggInput input)
    {
        (Person, Skola, Handelse) = (input.Person, input.Skola, input.Handelse);
        (Utfall, Fran, Till) = (input.Utfall, input.Fran, input.Till);
    }

    /// <summary>The search's key, or null before a search.</summary>
    public string? Nyckel { get; init; }

    public Loggsida? Sida { get; init; }

    /// <summary>These are not the newest lines.</summary>
    public bool Fortsatt { get; init; }

    /// <summary>The key in the address belongs to no search of this session.</summary>
    public bool SokningSaknas { get; init; }

    public static string Utfallstext(AuditOutcome utfall) => utfall == AuditOutcome.Accepted ? "Utfört" : "Nekat";
}
