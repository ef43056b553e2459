using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Granskning.Forseningar;

/// <summary>Which schools are shown, carried in addresses. Text, since addresses are typed too.</summary>
public sealed class Forseningsplats
{
    /// <summary>"egna", or all.</summary>
    public string? Visa { get; set; }

    /// <summary>A kind's name, or all.</summary>
    public string? Slag { get; set; }

    public string? Sida { get; set; }

    public int Sidnummer => Heltal.Sida(Sida);

    public bool BaraEgna => Visa == "egna";

    public Fristslag? Valt => ForseningQuery.Slagen.Cast<Fristslag?>().FirstOrDefault(s => $"{s}" == Slag);

    public Forseningsurval Urval() => new(BaraEgna, Valt);

    public static string Adress(bool baraEgna, Fristslag? slag, int sida = 1)
    {
        string?[] delar = [baraEgna ? "visa=egna" : null, slag is null ? null : $"slag={slag}", sida > 1 ? $"sida={sida}" : null];
        var fraga = string.Join('&', delar.Where(d => d is not null));
        return fraga.Length == 0 ? "/csn/frister" : $"/csn/frister?{fraga}";
    }
}

/// <summary>The list.</summary>
/// <param name="HarEgna">The person may answer for schools: only then is there a choice.</param>
public sealed record ForseningslistaModell(Forseningslista Lista, Forseningsplats Plats, Fristinstallning Installning, DateOnly Idag, bool HarEgna)
{
    public int Dagar(Forsenadskola rad) => Idag.DayNumber - rad.Forsening.Aldst.DayNumber;

    public static string Slag(Fristslag slag) => slag switch
    {
        Fristslag.Underlag => "Frånvarounderlag",
        Fristslag.Komplettering => "Kompletteringar",
        Fristslag.Studietider => "Studietider",
        _ => throw new ArgumentOutOfRangeException(nameof(slag), slag, null),
    };
}

/// <param name="RedanIDag">CSN has reminded it today: it is passed over.</param>
public sealed record Paminnelserad(Forsenadskola Skola, int Mottagare, bool RedanIDag);

public sealed record ForseningsgranskningModell(IReadOnlyList<Paminnelserad> Rader)
{
    public int AttPaminna => Rader.Count(r => !r.RedanIDag);
}
