using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Skolkandringar;

/// <summary>What stands around the fields when a sent report is ended or deleted.</summary>
/// <param name="Forst">Who came first, when the page was out of date; null otherwise.</param>
public sealed record Andringssida(Skolkrapportsida Rapport, Skolkplats Plats, bool FarSeSkyddade, Historikrad? Forst)
{
    public string Namn => Rapport.Studerande.NamnFor(FarSeSkyddade);

    public string Personnummer => Rapport.Studerande.PersonnummerFor(FarSeSkyddade);

    public string Adress => $"/ogiltig-franvaro/{Rapport.Rapport.Id}{Plats.Fraga()}";
}

public sealed class AvslutaInput
{
    public string? SistaDag { get; set; }

    /// <summary>"true" when ticked: the student is back.</summary>
    public string? Tillbaka { get; set; }

    public string? Version { get; set; }

    [BindNever, ValidateNever]
    public Andringssida? Sida { get; set; }
}

internal sealed class AvslutaInputValidator : AbstractValidator<AvslutaInput>
{
    public AvslutaInputValidator()
    {
        RuleFor(i => i.SistaDag).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Ange sista dagen med ogiltig frånvaro.")
            .Must(d => Datumtolk.TryTolka(d, out _)).WithMessage("Skriv sista dagen som ett datum, till exempel 2026-11-10.");
        RuleFor(i => i.Tillbaka)
            .Equal("true")
            .WithMessage("Bekräfta att den studerande är tillbaka i stabila heltidsstudier. Annars anger du ingen sista dag än.");
    }
}

public sealed class TaBortInput
{
    /// <summary>Why; the rules are the report's own. With the line breaks that the field counts: a form posts two characters for each.</summary>
    public string? Skal { get; set => field = value?.ReplaceLineEndings("\n"); }

    public string? Version { get; set; }

    [BindNever, ValidateNever]
    public Andringssida? Sida { get; set; }
}
