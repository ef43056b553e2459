namespace MinaTjanster.Web.Areas.Skolkrapportering.Rapportandring;

public sealed class AvslutaInput
{
    public string? SistaDag { get; set; }

    /// <summary>The version of the report the form was drawn for.</summary>
    public int Version { get; set; }
}

public sealed class AndraInput
{
    public string? ForstaDag { get; set; }

    public string? SistaDag { get; set; }

    public string? OgiltigMinuter { get; set; }

    public string? Tillfallen { get; set; }

    public bool Bekraftad { get; set; }

    public int Version { get; set; }
}

public sealed class TaBortInput
{
    public string? Skal { get; set; }

    public int Version { get; set; }
}
