namespace MinaTjanster.Web.Areas.Studeranderapportering.Studerandelista;

/// <summary>Where somebody stands in the student list, carried in addresses so that the way back leads there.</summary>
public sealed class Listplats
{
    /// <summary>The search's opaque key.</summary>
    public string? Sok { get; set; }

    /// <summary>From 1.</summary>
    public int Sida { get; set; } = 1;

    /// <summary>The student is chosen for a report of ogiltig frånvaro: names lead to its form.</summary>
    public bool Rapportera { get; set; }

    public string Lista(int? sida = null) => "/studerande" + Fraga(sida);

    public string Fraga(int? sida = null)
    {
        string?[] delar =
        [
            Sok is { Length: > 0 } ? $"sok={Uri.EscapeDataString(Sok)}" : null,
            Rapportera ? "rapportera=true" : null,
            (sida ?? Sida) > 1 ? $"sida={sida ?? Sida}" : null,
        ];
        var fraga = string.Join('&', delar.Where(d => d is not null));
        return fraga.Length == 0 ? "" : "?" + fraga;
    }
}
