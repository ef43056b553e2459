using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Utbildningar;

/// <summary>Where somebody stands in the list, carried in addresses. Text, since addresses are typed too.</summary>
public sealed class Utbildningsplats
{
    public const string Arkiverade = "arkiverade";

    /// <summary>The search's opaque key.</summary>
    public string? Sok { get; set; }

    /// <summary>A kind's name; anything else means all.</summary>
    public string? Slag { get; set; }

    /// <summary>"arkiverade", or those that are offered.</summary>
    public string? Visa { get; set; }

    /// <summary>From 1; anything else means 1.</summary>
    public string? Sida { get; set; }

    public bool ArArkiv => Visa == Arkiverade;

    public int Sidnummer => Heltal.Sida(Sida);

    private Utbildningsslag? Valt => Enum.GetValues<Utbildningsslag>().Cast<Utbildningsslag?>().FirstOrDefault(s => $"{s}" == Slag);

    public bool ArFiltrerad => Valt is not null;

    public Utbildningsurval Urval(string? text) => new(text, Valt, ArArkiv);

    public string Lista(int sida = 1) => "/utbildningar" + Fraga(sida);

    /// <summary>The same choice among the others.</summary>
    public string Flik(bool arkiv) => new Utbildningsplats { Sok = Sok, Slag = Slag, Visa = arkiv ? Arkiverade : null }.Lista();

    public string Fraga(int sida = 1)
    {
        string?[] delar =
        [
            Sok is { Length: > 0 } ? $"sok={Uri.EscapeDataString(Sok)}" : null,
            Valt is { } slag ? $"slag={slag}" : null,
            ArArkiv ? $"visa={Arkiverade}" : null,
            sida > 1 ? $"sida={sida}" : null,
        ];
        var fraga = string.Join('&', delar.Where(d => d is not null));
        return fraga.Length == 0 ? "" : "?" + fraga;
    }
}

/// <summary>The search form.</summary>
public class UtbildningssokInput
{
    public string? Text { get; set; }

    public string? Slag { get; set; }

    public string? Visa { get; set; }
}

/// <summary>The list page; also the search form's model.</summary>
public sealed class UtbildningslistaModell(Listsida<Utbildningsrad> lista, Utbildningsplats plats, Utbildningsform form) : UtbildningssokInput
{
    public Listsida<Utbildningsrad> Lista => lista;

    public Utbildningsplats Plats => plats;

    public Utbildningsform Form => form;

    /// <summary>The key in the address belongs to no search of this session.</summary>
    public bool SokningSaknas { get; init; }

    public bool ArUrval => !string.IsNullOrWhiteSpace(Text) || plats.ArFiltrerad;

    public IEnumerable<Alternativ> Slagen => form.Slag.Select(s => new Alternativ($"{s}", s.Text()));
}

/// <summary>One education's page.</summary>
public sealed record UtbildningModell(Utbildningssida Sida, IReadOnlyList<Historikrad> Historik)
{
    public Utbildning Utbildning => Sida.Utbildning;

    public Utbildningsform Form => Utbildningsformer.For(Sida.Skolform);

    /// <summary>Students who are reported in it, ever.</summary>
    public int Studerande { get; init; }

    public bool FarSeStuderande { get; init; }

    public string Studerandetext => Studerande switch
    {
        0 => "Ingen studerande är rapporterad i utbildningen.",
        1 => "1 studerande är rapporterad i utbildningen.",
        _ => $"{Studerande:N0} studerande är rapporterade i utbildningen.",
    };

    public bool ArArkiverad => Utbildning.Status == Utbildningsstatus.Arkiverad;

    /// <summary>What to look at once more; of what is no longer offered nobody needs to.</summary>
    public IReadOnlyList<Varning> Varningar => ArArkiverad ? [] : Utbildningsregel.Bedom(Utbildning.Uppgift, Sida.Skolform).Varningar;
}

/// <summary>The check pages before an education is archived or taken back.</summary>
/// <param name="Hinder">Why it cannot be done now.</param>
public sealed record UtbildningsbytesModell(Utbildningssida Sida, Refusal? Hinder)
{
    /// <summary>Students who are reported in it, ever.</summary>
    public int Studerande { get; init; }

    public Utbildningsuppgift Uppgift => Sida.Utbildning.Uppgift;

    public Utbildningsform Form => Utbildningsformer.For(Sida.Skolform);

    public string Adress => $"/utbildningar/{Sida.Utbildning.Id}";
}
