using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Skolkrapportering;

/// <summary>The facts of a report as typed, in the order of the page: for a new report and for a correction.</summary>
public sealed class Skolkinput
{
    public const string Ja = "ja";
    public const string Nej = "nej";
    public const string Direkt = "direkt";

    /// <summary>Asked in avdelning A3 only: a <see cref="Core.Studiestod.Stodform"/> by name.</summary>
    public string? Stodform { get; set; }

    public string? ForstaDag { get; set; }

    public string? Timmar { get; set; }

    public string? Tillfallen { get; set; }

    /// <summary>"true" when ticked.</summary>
    public string? Bekraftad { get; set; }

    /// <summary>Is the student back in stable full-time studies? ja or nej.</summary>
    public string? Tillbaka { get; set; }

    public string? SistaDag { get; set; }

    /// <summary>"direkt" when the underlag is to be sent straight after the report.</summary>
    public string? Underlag { get; set; }

    /// <summary>The draft that is being changed.</summary>
    public string? Utkast { get; set; }

    /// <summary>The version of the report that the page showed; for a correction.</summary>
    public string? Version { get; set; }

    /// <summary>What the page shows beside the fields; never posted.</summary>
    [BindNever, ValidateNever]
    public Skolkformularsida? Sida { get; set; }

    public static Skolkinput Fran(Skolkformular formular) => new()
    {
        Stodform = formular.ValdStodform?.ToString(),
        ForstaDag = formular.Uppgift.ForstaDag.ToString("yyyy-MM-dd"),
        Timmar = formular.Uppgift.OgiltigMinuter is { } minuter ? SvenskText.Timmar(minuter) : null,
        Tillfallen = formular.Uppgift.Tillfallen?.ToString(),
        Bekraftad = formular.Uppgift.Bekraftad ? "true" : null,
        Tillbaka = formular.Uppgift.SistaDag is null ? Nej : Ja,
        SistaDag = formular.Uppgift.SistaDag?.ToString("yyyy-MM-dd"),
        Underlag = formular.Underlagsplan == Underlagsplan.Direkt ? Direkt : null,
    };

    /// <summary>What can be read so far; null while the first day cannot. Fields that cannot be read are left out: the validator has said so.</summary>
    public Skolkformular? TillFormular() => Datumtolk.TryTolka(ForstaDag, out var forsta)
        ? new(
            new Skolkuppgift(
                forsta,
                Tillbaka == Ja && Datumtolk.TryTolka(SistaDag, out var sista) ? sista : null,
                Timtolk.TryTolka(Timmar, out var minuter) ? minuter : null,
                Heltal.TryTolka(Tillfallen, out var tillfallen) ? tillfallen : null,
                Bekraftad == "true"),
            Enum.TryParse<Stodform>(Stodform, out var form) && Enum.IsDefined(form) ? form : null,
            Underlag == Direkt ? Underlagsplan.Direkt : Underlagsplan.Senare)
        : null;
}
