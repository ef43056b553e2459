using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Rapporteringsomgangar;

/// <summary>All rounds.</summary>
public sealed record OmgangslistaModell(IReadOnlyList<Omgangsrad> Rader, DateOnly Idag)
{
    public static (string Text, string Farg) Status(Rapporteringsomgang omgang, DateOnly idag) =>
        omgang.Status == Omgangsstatus.Installd ? ("Inställd", "neutral")
        : idag < omgang.Oppnar ? ("Planerad", "info")
        : idag <= omgang.SistaDag ? ("Pågår", "success")
        : ("Sista dagen har varit", "warning");
}

/// <summary>Which of a round's schools are shown, carried in addresses. Text, since addresses are typed too.</summary>
public sealed class Omgangsplats
{
    /// <summary>"ja", "nej", or all.</summary>
    public string? Rapporterat { get; set; }

    /// <summary>A school form's name, or all.</summary>
    public string? Skolform { get; set; }

    public string? Sida { get; set; }

    public int Sidnummer => Heltal.Sida(Sida);

    private Skolform? Form => Enum.GetValues<Skolform>().Cast<Skolform?>().FirstOrDefault(s => $"{s}" == Skolform);

    public bool ArUrval => Rapporterat is "ja" or "nej" || Form is not null;

    public Omgangsurval Urval() => new(Rapporterat switch { "ja" => true, "nej" => false, _ => null }, Form);

    public string Fraga(int sida = 1)
    {
        string?[] delar = [Rapporterat is "ja" or "nej" ? $"rapporterat={Rapporterat}" : null, Form is { } form ? $"skolform={form}" : null, sida > 1 ? $"sida={sida}" : null];
        var fraga = string.Join('&', delar.Where(d => d is not null));
        return fraga.Length == 0 ? "" : "?" + fraga;
    }
}

/// <summary>One round: its schools, and what can be done.</summary>
public sealed class OmgangModell(
    Rapporteringsomgang omgang, Listsida<Omgangsskola> skolor, (int Rapporterat, int Skolor) antal, Omgangsplats plats, IReadOnlyList<Historikrad> historik, DateOnly idag)
{
    public Rapporteringsomgang Omgang => omgang;

    public Listsida<Omgangsskola> Skolor => skolor;

    public Omgangsplats Plats => plats;

    public IReadOnlyList<Historikrad> Historik => historik;

    public DateOnly Idag => idag;

    public string? Rapporterat => plats.Rapporterat;

    public string? Skolform => plats.Skolform;

    public int AntalRapporterat => antal.Rapporterat;

    public int AntalSkolor => antal.Skolor;

    public int AntalKvar => antal.Skolor - antal.Rapporterat;

    public string Adress => $"/csn/rapporteringsomgangar/{omgang.Id}";

    public bool Galler => omgang.Status == Omgangsstatus.Galler;

    /// <summary>A reminder can be asked for: open, and none today.</summary>
    public bool FarPaminna => omgang.ArOppen(idag) && AntalKvar > 0 && idag <= omgang.SistaDag.AddDays(Omgangsregel.EfterSistaDag) && omgang.Paminnelser.All(p => p.Dag != idag);

    public IEnumerable<Alternativ> Former => omgang.Skolformer.Select(s => new Alternativ($"{s}", s.Text()));

    /// <summary>Nobody is mailed at this hour.</summary>
    public bool ForTidigt { get; init; }

    /// <summary>When a reminder that is due goes out.</summary>
    public static string Nar(bool forTidigt) => forTidigt ? "efter klockan 6.00" : "inom någon minut";

    public string Laget(Omgangspaminnelse p) => p.Status switch
    {
        Paminnelsestatus.Skickad => "skickad",
        Paminnelsestatus.Overhoppad when !Galler => "inställd",
        Paminnelsestatus.Overhoppad when p.Dag < omgang.Oppnar => "överhoppad, eftersom omgången inte hade öppnat",
        Paminnelsestatus.Overhoppad => "överhoppad, eftersom dagen hade passerat",
        _ when p.Dag < omgang.Oppnar => "går inte ut, eftersom omgången öppnar senare",
        _ when p.Dag < idag || (p.Dag == idag && !ForTidigt) => "går ut inom kort",
        _ when p.Dag == idag => $"går ut {Nar(true)}",
        _ => "väntar",
    };

    public static string Farg(Omgangslage lage) => lage switch
    {
        Omgangslage.Rapporterat => "success",
        Omgangslage.Ater => "danger",
        Omgangslage.Utkast => "info",
        _ => "warning",
    };
}

/// <summary>A round as typed.</summary>
public sealed class OmgangInput
{
    public string? Lasar { get; set; }

    public List<string> Skolformer { get; set; } = [];

    public string? Oppnar { get; set; }

    public string? SistaDag { get; set; }

    /// <summary>A day a line, with the line breaks that the field counts.</summary>
    public string? Paminnelser { get; set => field = value?.ReplaceLineEndings("\n"); }

    public string? Version { get; set; }

    [BindNever, ValidateNever]
    public Rapporteringsomgang? Nu { get; set; }

    /// <summary>Somebody else has saved meanwhile: what holds is shown above what was typed.</summary>
    [BindNever, ValidateNever]
    public bool ArKonflikt { get; set; }

    public Omgangstext Skrivet() => new(Lasar, Skolformer, Oppnar, SistaDag, Paminnelser);

    public void Fyll(Omgangsuppgift uppgift)
    {
        Lasar = new Lasar(uppgift.Lasar).ToString();
        Skolformer = [.. uppgift.Skolformer.Select(s => $"{s}")];
        (Oppnar, SistaDag) = (Dag(uppgift.Oppnar), Dag(uppgift.SistaDag));
        Paminnelser = string.Join('\n', uppgift.Paminnelser.Select(Dag));
    }

    public static IEnumerable<Alternativ> Former() => Enum.GetValues<Skolform>().Select(s => new Alternativ($"{s}", SvenskText.Versal(s.Text())));

    private static string Dag(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
