using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Studerandelista;

/// <summary>Where somebody stands in the student list, carried in addresses so that the way back leads there. Text, since addresses are typed too.</summary>
public sealed class Listplats
{
    /// <summary>The search's opaque key.</summary>
    public string? Sok { get; set; }

    /// <summary>From 1; anything else means 1.</summary>
    public string? Sida { get; set; }

    /// <summary>"ja": the student is chosen for a report of ogiltig frånvaro, and names lead to its form; "handelse": for any other event.</summary>
    public string? Rapportera { get; set; }

    public bool SkaRapportera => Rapportera == "ja";

    public bool SkaRapporteraHandelse => Rapportera == "handelse";

    /// <summary>The student is chosen for something.</summary>
    public bool SkaValja => SkaRapportera || SkaRapporteraHandelse;

    public int Sidnummer => Heltal.Sida(Sida);

    /// <summary>What a page further on was given of it, in its own address.</summary>
    public static Listplats Ur(IQueryCollection fraga) => new() { Sok = fraga["sok"], Sida = fraga["sida"], Rapportera = fraga["rapportera"] };

    public string Lista(int? sida = null) => "/studerande" + Fraga(sida);

    public string Fraga(int? sida = null)
    {
        string?[] delar =
        [
            Sok is { Length: > 0 } ? $"sok={Uri.EscapeDataString(Sok)}" : null,
            SkaValja ? $"rapportera={Rapportera}" : null,
            (sida ?? Sidnummer) > 1 ? $"sida={sida ?? Sidnummer}" : null,
        ];
        var fraga = string.Join('&', delar.Where(d => d is not null));
        return fraga.Length == 0 ? "" : "?" + fraga;
    }
}
