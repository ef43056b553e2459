using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Underlag;

/// <summary>The page where an underlag is put together.</summary>
/// <param name="Konflikt">Facts that somebody else has saved since the form was drawn, or null.</param>
/// <param name="Mottagna">Files that a refused post did store, by name.</param>
/// <param name="Dragen">The draft's version when what is typed was drawn, if not the present one (<see cref="Filformular"/>).</param>
public sealed record UnderlagSida(
    Underlagslage Lage,
    UnderlagInput Input,
    DateOnly Idag,
    Underlagsuppgift? Konflikt = null,
    IReadOnlyList<string>? Mottagna = null,
    string? Dragen = null)
{
    public Franvarounderlag? Utkast => Lage.Utkast(Ankomstsatt.Portal);

    public string Nyckel => Lage.Nyckel(Ankomstsatt.Portal);

    public string Version => Dragen ?? $"{Utkast?.Version ?? 0}";

    public Komplettering? Fraga => Lage.Arende.ObesvaradKomplettering;
}

/// <summary>The check page before an underlag is sent.</summary>
public sealed record GranskaSida(Underlagslage Lage, Franvarounderlag Utkast, Underlagsuppgift Uppgift, IReadOnlyList<Kontrollrad> Kontroller, Forsattsblad Forsattsblad, GranskaInput Input)
{
    public bool HarVarning => Kontroller.Any(k => k.Utfall == Utfall.Varning);
}

/// <summary>What the check page posts.</summary>
public sealed class GranskaInput
{
    public string? Filer { get; init; }

    public string? Forklaring { get; init; }

    public string? Nyckel { get; init; }

    public string? Version { get; init; }
}

/// <summary>The receipt of a sent underlag.</summary>
/// <param name="NarCsn">UTC: when CSN sees the case; null once it does.</param>
public sealed record KvittensSida(Underlagslage Lage, Franvarounderlag Underlag, Underlagsuppgift Uppgift, string Skola, DateTime? NarCsn);
