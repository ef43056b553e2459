using System.Globalization;
using FluentValidation;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Rapportandring;

internal sealed class AvslutaValidator : AbstractValidator<AvslutaInput>
{
    public AvslutaValidator() =>
        RuleFor(i => i.SistaDag).Must(text => Datumtolk.TryTolka(text, out _)).WithMessage("Skriv sista dagen som ÅÅÅÅ-MM-DD, till exempel 2026-11-22.");
}

internal sealed class AndraValidator : AbstractValidator<AndraInput>
{
    public AndraValidator()
    {
        RuleFor(i => i.ForstaDag).Must(text => Datumtolk.TryTolka(text, out _)).WithMessage("Skriv första dagen som ÅÅÅÅ-MM-DD, till exempel 2026-11-22.");
        RuleFor(i => i.SistaDag).Must(text => Datumtolk.TryTolka(text, out _)).When(i => !string.IsNullOrWhiteSpace(i.SistaDag))
            .WithMessage("Skriv sista dagen som ÅÅÅÅ-MM-DD, eller lämna tomt om frånvaron pågår.");
        RuleFor(i => i.OgiltigMinuter).Must(text => Timtolk.TryTolka(text, out _)).When(i => !string.IsNullOrWhiteSpace(i.OgiltigMinuter))
            .WithMessage("Skriv timmarna med siffror, till exempel 11,5.");
        RuleFor(i => i.Tillfallen).Must(text => Heltal(text) is not null).When(i => !string.IsNullOrWhiteSpace(i.Tillfallen))
            .WithMessage("Skriv antalet tillfällen med siffror, till exempel 6.");
    }

    public static int? Heltal(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var tal) && tal <= 10_000 ? tal : null;
}

internal sealed class TaBortValidator : AbstractValidator<TaBortInput>
{
    public TaBortValidator() =>
        RuleFor(i => i.Skal).MaximumLength(Skolkrapport.MaxSkal).WithMessage($"Skälet får vara högst {Skolkrapport.MaxSkal} tecken. Korta texten.");
}
