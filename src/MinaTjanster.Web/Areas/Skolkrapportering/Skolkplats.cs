using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Skolkrapportering;

/// <summary>Where somebody stands in the list of reports, carried in addresses so that the way back leads there. Text, since addresses are typed too.</summary>
public sealed class Skolkplats
{
    private static readonly Dictionary<string, Skolkfilter> Filter = new()
    {
        ["underlag"] = Skolkfilter.UnderlagSaknas,
        ["komplettering"] = Skolkfilter.Komplettering,
        ["meddelande"] = Skolkfilter.Meddelande,
        ["pagar"] = Skolkfilter.Pagar,
        ["hos-csn"] = Skolkfilter.HosCsn,
        ["klara"] = Skolkfilter.Klara,
        ["borttagna"] = Skolkfilter.Borttagna,
    };

    /// <summary>The filter's name; anything else means all.</summary>
    public string? Status { get; set; }

    /// <summary>From 1; anything else means 1.</summary>
    public string? Sida { get; set; }

    public Skolkfilter Valt => Status is not null && Filter.TryGetValue(Status, out var filter) ? filter : Skolkfilter.Alla;

    public int Sidnummer => Heltal.Sida(Sida);

    public string Lista(int? sida = null) => "/ogiltig-franvaro" + Fraga(sida);

    public string Fraga(int? sida = null) => Fraga(Valt, sida ?? Sidnummer);

    public static string Fraga(Skolkfilter filter, int sida = 1)
    {
        var status = Filter.FirstOrDefault(f => f.Value == filter).Key;
        string?[] delar = [status is null ? null : $"status={status}", sida > 1 ? $"sida={sida}" : null];
        var fraga = string.Join('&', delar.Where(d => d is not null));
        return fraga.Length == 0 ? "" : "?" + fraga;
    }
}
