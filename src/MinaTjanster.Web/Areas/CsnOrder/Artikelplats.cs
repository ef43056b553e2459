using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.CsnOrder;

/// <summary>Which articles are shown, carried in addresses. Text, since addresses are typed too.</summary>
public sealed class Artikelplats
{
    /// <summary>An article's kind by name, or all.</summary>
    public string? Slag { get; set; }

    /// <summary>A language by name, or all.</summary>
    public string? Sprak { get; set; }

    public string? Sida { get; set; }

    public int Sidnummer => Heltal.Sida(Sida);

    public bool ArUrval => Urval(null) != new Artikelurval();

    public static IEnumerable<Alternativ> Slagen() => Enum.GetValues<Artikelslag>().Select(s => new Alternativ($"{s}", s.Text()));

    public static IEnumerable<Alternativ> Spraken() => Enum.GetValues<Artikelsprak>().Select(s => new Alternativ($"{s}", SvenskText.Versal(s.Text())));

    public Artikelurval Urval(Artikelstatus? status) => new(Val<Artikelslag>(Slag), Val<Artikelsprak>(Sprak), status);

    public string Fraga(int sida = 1)
    {
        string?[] delar = [Val<Artikelslag>(Slag) is { } slag ? $"slag={slag}" : null, Val<Artikelsprak>(Sprak) is { } sprak ? $"sprak={sprak}" : null, sida > 1 ? $"sida={sida}" : null];
        var fraga = string.Join('&', delar.Where(d => d is not null));
        return fraga.Length == 0 ? "" : "?" + fraga;
    }

    private static T? Val<T>(string? namn)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => $"{v}" == namn);
}
