using MinaTjanster.Core;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Studerandelista;

/// <summary>The list page. <see cref="Text"/> is also the search form's field.</summary>
public sealed class StuderandelistaModell
{
    public string? Text { get; init; }

    public required Listsida<Studeranderad> Lista { get; init; }

    public required Listplats Plats { get; init; }

    public required DateOnly Idag { get; init; }

    public required bool FarSeSkyddade { get; init; }

    /// <summary>The key in the address belongs to no search of this session.</summary>
    public bool SokningSaknas { get; init; }

    public bool ArSokning => !string.IsNullOrWhiteSpace(Text);

    /// <summary>Whether the school reports ogiltig frånvaro at all.</summary>
    public required bool HarSkolk { get; init; }

    /// <summary>Somebody wanted to report ogiltig frånvaro where that is not done.</summary>
    public bool SkolkRapporterasInte { get; init; }

    public string Lank(Studeranderad rad) => Plats.SkaRapporteraHandelse
        ? $"/studerande/{rad.Id}/rapportera"
        : $"{(Plats.SkaRapportera ? "/ogiltig-franvaro/rapportera" : "/studerande")}/{rad.Id}{Plats.Fraga()}";
}

public sealed class SokInput
{
    public string? Text { get; set; }

    /// <summary>As <see cref="Listplats.Rapportera"/>.</summary>
    public string? Rapportera { get; set; }
}
