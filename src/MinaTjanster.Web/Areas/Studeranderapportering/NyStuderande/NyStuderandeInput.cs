using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Web.Areas.Studeranderapportering.NyStuderande;

/// <summary>A student as typed. The fields are named as those of <see cref="Studerandeuppgift"/>, to which the refusals belong.</summary>
public sealed class NyStuderandeInput
{
    public string? Personnummer { get; set; }

    public string? Fornamn { get; set; }

    public string? Efternamn { get; set; }

    public string? Klass { get; set; }

    /// <summary>The student has protected data.</summary>
    public bool Skydd { get; set; }

    /// <summary>What the page shows beside the fields; never posted.</summary>
    [BindNever, ValidateNever]
    public NyStuderandesida? Sida { get; set; }
}

/// <param name="Finns">The student whom the school has already; null when it has none, or nobody has asked.</param>
public sealed record NyStuderandesida(Skola Skola, long? Finns)
{
    public bool HarKlass => Studerandeuppgift.HarKlass(Skola.Skolform);

    /// <summary>The school's channel is another: no others are entered here.</summary>
    public bool BaraSkyddade => Kanalregel.Provas(Skola.Rapporteringssatt, skyddad: false) is not null;
}
