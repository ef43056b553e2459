using System.Globalization;
using FluentValidation;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Underlag;

/// <summary>What the underlag shows, as typed. The properties bear the names of <see cref="Underlagsuppgift"/>, to which refusals point.</summary>
public sealed class UnderlagInput
{
    /// <summary>Never used: files have their own address. Here so that their errors come first in the summary.</summary>
    public string? Filer { get; init; }

    public string? TackerFran { get; init; }

    public string? TackerTill { get; init; }

    /// <summary>Hours.</summary>
    public string? OgiltigMinuter { get; init; }

    public string? Tillfallen { get; init; }

    /// <summary>Hours; empty when the underlag does not show it.</summary>
    public string? UndervisningMinuter { get; init; }

    public string? ForstaDagen { get; init; }

    public string? Nyckel { get; init; }

    public string? Version { get; init; }

    /// <summary>The draft's facts; before they are told, what the report says and today, so that nothing is typed twice.</summary>
    public static UnderlagInput For(Underlagslage lage, Ankomstsatt satt, DateOnly idag)
    {
        var (rapport, utkast) = (lage.Rapport, lage.Utkast(satt));
        var uppgift = utkast?.Uppgift;
        // A complement mostly covers the same time: what was told then is offered, to be changed.
        var undervisning = (uppgift ?? lage.Inskickade.LastOrDefault(u => u.Uppgift is not null)?.Uppgift)?.UndervisningMinuter;
        return new UnderlagInput
        {
            TackerFran = Dag(uppgift?.TackerFran ?? rapport.ForstaDag),
            TackerTill = Dag(uppgift?.TackerTill ?? idag),
            OgiltigMinuter = (uppgift?.OgiltigMinuter ?? rapport.OgiltigMinuter) is { } ogiltig ? SvenskText.Timmar(ogiltig) : null,
            Tillfallen = (uppgift?.Tillfallen ?? rapport.Tillfallen)?.ToString(CultureInfo.InvariantCulture),
            UndervisningMinuter = undervisning is > 0 and var tid ? SvenskText.Timmar(tid) : null,
            ForstaDagen = uppgift?.ForstaDagen.ToString(),
        };
    }

    /// <summary>Call it once the validator has accepted.</summary>
    public Underlagsuppgift TillUppgift() => new(
        Datumtolk.TryTolka(TackerFran, out var fran) ? fran : throw Ogiltig(),
        Datumtolk.TryTolka(TackerTill, out var till) ? till : throw Ogiltig(),
        Timtolk.TryTolka(OgiltigMinuter, out var ogiltig) ? ogiltig : throw Ogiltig(),
        TryAntal(Tillfallen, out var tillfallen) ? tillfallen : throw Ogiltig(),
        string.IsNullOrWhiteSpace(UndervisningMinuter) ? 0 : Timtolk.TryTolka(UndervisningMinuter, out var undervisning) ? undervisning : throw Ogiltig(),
        ForstaDagen == nameof(ForstaDagensFranvaro.Ja) ? ForstaDagensFranvaro.Ja : ForstaDagensFranvaro.Nej);

    /// <summary>A number of at most four digits.</summary>
    public static bool TryAntal(string? text, out int antal)
    {
        antal = 0;
        return text?.Trim() is { Length: > 0 and <= 4 } rensad && int.TryParse(rensad, NumberStyles.None, CultureInfo.InvariantCulture, out antal);
    }

    private static string Dag(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static InvalidOperationException Ogiltig() => new("The input has not been validated.");
}

internal sealed class UnderlagValidator : AbstractValidator<UnderlagInput>
{
    public UnderlagValidator()
    {
        ClassLevelCascadeMode = CascadeMode.Continue;
        RuleFor(i => i.TackerFran).Must(t => Datumtolk.TryTolka(t, out _)).WithMessage("Ange den första dag som underlaget täcker, till exempel 2026-11-22.");
        RuleFor(i => i.TackerTill).Must(t => Datumtolk.TryTolka(t, out _)).WithMessage("Ange den sista dag som underlaget täcker, till exempel 2026-11-22.");
        RuleFor(i => i.OgiltigMinuter).Must(t => Timtolk.TryTolka(t, out _)).WithMessage("Ange hur många timmar ogiltig frånvaro underlaget visar, till exempel 11,5.");
        RuleFor(i => i.Tillfallen).Must(t => UnderlagInput.TryAntal(t, out _)).WithMessage("Ange vid hur många tillfällen underlaget visar ogiltig frånvaro, med siffror.");
        RuleFor(i => i.UndervisningMinuter).Must(t => string.IsNullOrWhiteSpace(t) || Timtolk.TryTolka(t, out _)).WithMessage("Ange den totala undervisningstiden i timmar, till exempel 180, eller lämna fältet tomt.");
        RuleFor(i => i.ForstaDagen).Must(t => t is nameof(ForstaDagensFranvaro.Ja) or nameof(ForstaDagensFranvaro.Nej)).WithMessage("Svara ja eller nej på om första skolkdagen har ogiltig frånvaro i underlaget.");
    }
}
