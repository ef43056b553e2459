using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.Areas.Kontoadministration.Anvandarlista;

/// <summary>Which users the list shows; the names stand in addresses.</summary>
public enum Anvandarurval
{
    Alla,
    Lasta,
    Inaktiva,
    Olevererade,
    Engangs,
    Avslutade,
}

/// <param name="Nu">UTC.</param>
public sealed record AnvandarlistaModell(IReadOnlyList<Anvandarrad> Alla, Anvandarurval Urval, DateTime Nu)
{
    public static readonly IReadOnlyList<(Anvandarurval Urval, string Text)> Val =
    [
        (Anvandarurval.Alla, "Alla i bruk"),
        (Anvandarurval.Lasta, "Låsta"),
        (Anvandarurval.Inaktiva, "Inte inloggade på 60 dagar"),
        (Anvandarurval.Olevererade, "Mejl kommer inte fram"),
        (Anvandarurval.Engangs, "Har inte bytt engångslösenord"),
        (Anvandarurval.Avslutade, "Avslutade"),
    ];

    public IReadOnlyList<Anvandarrad> Rader => [.. Alla.Where(r => Ingar(r, Urval))];

    public int Antal(Anvandarurval urval) => Alla.Count(r => Ingar(r, urval));

    public static Anvandarurval Tolka(string? visa) => Enum.GetValues<Anvandarurval>().FirstOrDefault(u => Adress(u) == visa);

    public static string Adress(Anvandarurval urval) => urval.ToString().ToLowerInvariant();

    private bool Ingar(Anvandarrad rad, Anvandarurval urval) => urval == Anvandarurval.Avslutade
        ? rad.Lage == Kontolage.Avslutat
        : rad.Lage != Kontolage.Avslutat && urval switch
        {
            Anvandarurval.Lasta => rad.LastTill is not null,
            Anvandarurval.Inaktiva => rad.ArInaktiv(Nu),
            Anvandarurval.Olevererade => rad.OlevereratMejl is not null,
            Anvandarurval.Engangs => rad.Lage is Kontolage.EngangslosenordSkickat or Kontolage.EngangslosenordForGammalt,
            _ => true,
        };
}
