using FluentValidation;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Areas.Skolkrapportering.Underlag;

namespace MinaTjanster.Web.Areas.Granskning.Papper;

/// <summary>What came by post, as typed. The properties bear the names to which refusals point.</summary>
public sealed class PapperInput
{
    /// <summary>Never used: the scan has its own address. Here so that its errors come first in the summary.</summary>
    public string? Filer { get; init; }

    public string? Ankomstdag { get; init; }

    /// <summary>The date on the försättsblad; empty where there is none.</summary>
    public string? Avsantdag { get; init; }

    public string? Sidor { get; init; }

    public string? TackerFran { get; init; }

    public string? TackerTill { get; init; }

    /// <summary>Hours.</summary>
    public string? OgiltigMinuter { get; init; }

    public string? Tillfallen { get; init; }

    /// <summary>Hours; empty when the paper does not show it.</summary>
    public string? UndervisningMinuter { get; init; }

    public string? ForstaDagen { get; init; }

    public string? Nyckel { get; init; }

    public string? Version { get; init; }

    /// <summary>The draft's facts; before they are told only the day is filled in: what the paper shows is read from the paper.</summary>
    public static PapperInput For(Underlagslage lage, DateOnly idag)
    {
        var sparat = lage.Utkast(Ankomstsatt.Papper)?.Uppgift is null ? new() : UnderlagInput.For(lage, Ankomstsatt.Papper, idag);
        return new PapperInput
        {
            Ankomstdag = idag.ToString("yyyy-MM-dd"),
            TackerFran = sparat.TackerFran,
            TackerTill = sparat.TackerTill,
            OgiltigMinuter = sparat.OgiltigMinuter,
            Tillfallen = sparat.Tillfallen,
            UndervisningMinuter = sparat.UndervisningMinuter,
            ForstaDagen = sparat.ForstaDagen,
        };
    }

    public UnderlagInput Underlag => new()
    {
        TackerFran = TackerFran,
        TackerTill = TackerTill,
        OgiltigMinuter = OgiltigMinuter,
        Tillfallen = Tillfallen,
        UndervisningMinuter = UndervisningMinuter,
        ForstaDagen = ForstaDagen,
    };

    /// <summary>Call it once the validator has accepted.</summary>
    public Papperspost TillPost() => new(
        Datumtolk.TryTolka(Ankomstdag, out var dag) ? dag : throw new InvalidOperationException("The input has not been validated."),
        UnderlagInput.TryAntal(Sidor, out var sidor) ? sidor : throw new InvalidOperationException("The input has not been validated."),
        Datumtolk.TryTolka(Avsantdag, out var avsant) ? avsant : null);
}

internal sealed class PapperValidator : AbstractValidator<PapperInput>
{
    public PapperValidator(IValidator<UnderlagInput> underlag)
    {
        RuleFor(i => i.Ankomstdag).Must(t => Datumtolk.TryTolka(t, out _)).WithMessage("Ange dagen då underlaget kom, till exempel 2026-11-22.");
        RuleFor(i => i.Avsantdag).Must(t => string.IsNullOrWhiteSpace(t) || Datumtolk.TryTolka(t, out _))
            .WithMessage("Skriv datumet på försättsbladet som 2026-11-18, eller lämna fältet tomt.");
        RuleFor(i => i.Sidor).Must(t => UnderlagInput.TryAntal(t, out _)).WithMessage("Ange hur många sidor som kom, med siffror.");
        RuleFor(i => i).Custom((i, c) =>
        {
            foreach (var fel in underlag.Validate(i.Underlag).Errors)
                c.AddFailure(fel.PropertyName, fel.ErrorMessage);
        });
    }
}

/// <summary>The page where a handläggare registers an arrival by post.</summary>
/// <param name="Plats">Where in the queue the handläggare came from.</param>
/// <param name="Mottagna">Scans that a refused post did store, by name.</param>
/// <param name="Dragen">The draft's version when what is typed was drawn, if not the present one (<see cref="Filformular"/>).</param>
public sealed record PapperSida(
    long ArendeId,
    Koplats Plats,
    Underlagslage Lage,
    PapperInput Input,
    bool FarSeSkyddade,
    IReadOnlyList<string>? Mottagna = null,
    string? Dragen = null)
{
    public string Version => Dragen ?? $"{Utkast?.Version ?? 0}";

    public Franvarounderlag? Utkast => Lage.Utkast(Ankomstsatt.Papper);

    public string Nyckel => Lage.Nyckel(Ankomstsatt.Papper);
}
