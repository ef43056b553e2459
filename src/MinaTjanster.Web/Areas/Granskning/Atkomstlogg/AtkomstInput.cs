using FluentValidation;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Tid;
using Nummer = MinaTjanster.Core.Personidentiteter.Personnummer;

namespace MinaTjanster.Web.Areas.Granskning.Atkomstlogg;

/// <summary>As typed.</summary>
public class AtkomstInput
{
    private const string Marke = "atkomstlogg";

    public string? Personnummer { get; set; }

    public string? Fran { get; set; }

    public string? Till { get; set; }

    /// <summary>The last twelve months.</summary>
    public static AtkomstInput Ny(DateOnly idag) => new() { Fran = idag.AddYears(-1).AddDays(1).ToString("yyyy-MM-dd"), Till = idag.ToString("yyyy-MM-dd") };

    /// <summary>What <see cref="Text"/> wrote; null for another page's search.</summary>
    public static AtkomstInput? FranText(string text) =>
        text.Split('\n') is [Marke, var nummer, var fran, var till] ? new AtkomstInput { Personnummer = nummer, Fran = fran, Till = till } : null;

    /// <summary>One line a field, as it lies with the session.</summary>
    public string Text() => string.Join('\n', new[] { Marke, Personnummer, Fran, Till }.Select(f => (f ?? "").ReplaceLineEndings(" ").Trim()));

    /// <summary>Call it once the validator has accepted.</summary>
    public Atkomstfraga Fraga(DateOnly idag) =>
        Nummer.TryParse(Personnummer, idag, out var nummer) && Datumtolk.TryTolka(Fran, out var fran) && Datumtolk.TryTolka(Till, out var till)
            ? new(nummer, fran, till)
            : throw new InvalidOperationException("The input has not been validated.");
}

internal sealed class AtkomstValidator : AbstractValidator<AtkomstInput>
{
    private const string Datumfel = "Skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2026-11-22.";

    public AtkomstValidator(TimeProvider klocka)
    {
        RuleFor(i => i.Personnummer).Must(t => Nummer.TryParse(t, klocka.SvenskDag(), out _)).WithMessage("Skriv personnumret som ÅÅÅÅMMDD-NNNN.");
        RuleFor(i => i.Fran).Must(t => Datumtolk.TryTolka(t, out _)).WithMessage(Datumfel);
        RuleFor(i => i.Till).Must(t => Datumtolk.TryTolka(t, out _)).WithMessage(Datumfel);
        RuleFor(i => i.Till)
            .Must((i, t) => !Datumtolk.TryTolka(i.Fran, out var fran) || !Datumtolk.TryTolka(t, out var till) || fran <= till)
            .WithMessage("Den sista dagen ligger före den första. Ändra ett av datumen.");
    }
}

/// <summary>The page. The fields stand first: the error summary follows their order.</summary>
public sealed class AtkomstModell : AtkomstInput
{
    public AtkomstModell(AtkomstInput input) => (Personnummer, Fran, Till) = (input.Personnummer, input.Fran, input.Till);

    /// <summary>The search's key, or null before a search.</summary>
    public string? Nyckel { get; init; }

    public Atkomstutdrag? Utdrag { get; init; }

    /// <summary>The key in the address belongs to no search of this session.</summary>
    public bool SokningSaknas { get; init; }
}
