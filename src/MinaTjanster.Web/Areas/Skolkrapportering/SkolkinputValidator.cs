using FluentValidation;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Skolkrapportering;

/// <summary>Whether each field can be read. What may be reported is <see cref="Core.Skolkrapportering.Skolkregel"/>'s to say.</summary>
internal sealed class SkolkinputValidator : AbstractValidator<Skolkinput>
{
    public SkolkinputValidator()
    {
        RuleFor(i => i.Stodform)
            .Must(s => Enum.TryParse<Stodform>(s, out var form) && Enum.IsDefined(form))
            .When(i => !string.IsNullOrEmpty(i.Stodform))
            .WithMessage("Välj studiehjälp eller studiemedel.");

        RuleFor(i => i.ForstaDag).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Ange första dagen med ogiltig frånvaro.")
            .Must(d => Datumtolk.TryTolka(d, out _)).WithMessage("Skriv första dagen som ett datum, till exempel 2026-10-05.");

        RuleFor(i => i.Timmar)
            .Must(t => Timtolk.TryTolka(t, out _))
            .When(i => !string.IsNullOrWhiteSpace(i.Timmar))
            .WithMessage("Skriv timmarna med siffror, till exempel 11,5.");

        RuleFor(i => i.Tillfallen)
            .Must(t => Heltal.TryTolka(t, out _))
            .When(i => !string.IsNullOrWhiteSpace(i.Tillfallen))
            .WithMessage("Skriv antalet tillfällen med siffror, till exempel 3.");

        RuleFor(i => i.Tillbaka)
            .Must(t => t is Skolkinput.Ja or Skolkinput.Nej)
            .WithMessage("Svara på om den studerande är tillbaka i stabila heltidsstudier.");

        RuleFor(i => i.SistaDag).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Ange sista dagen med ogiltig frånvaro, eller svara att frånvaron pågår.")
            .Must(d => Datumtolk.TryTolka(d, out _)).WithMessage("Skriv sista dagen som ett datum, till exempel 2026-11-10.")
            .When(i => i.Tillbaka == Skolkinput.Ja);
        RuleFor(i => i.SistaDag)
            .Empty()
            .When(i => i.Tillbaka == Skolkinput.Nej)
            .WithMessage("Du har svarat att frånvaron pågår men angett en sista dag. Ta bort dagen, eller ändra svaret.");
    }
}
