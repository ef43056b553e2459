using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Driftinformation.Avbrottsadministration;

/// <param name="Nu">UTC.</param>
public sealed record AvbrottsoversiktModell(IReadOnlyList<Driftavbrott> Avbrott, DateTime Nu)
{
    public static (string Text, string Farg) Status(Driftavbrott avbrott, DateTime nu) =>
        avbrott.Status == Avbrottsstatus.Installt ? ("Inställt", "neutral")
        : avbrott.Pagar(nu) ? ("Pågår", "warning")
        : avbrott.ArKommande(nu) ? ("Planerat", "info")
        : ("Har varit", "neutral");
}

/// <summary>One outage, and what can be done with it.</summary>
/// <param name="Nu">UTC.</param>
public sealed record AvbrottModell(Driftavbrott Avbrott, IReadOnlyList<Historikrad> Historik, DateTime Nu)
{
    public string Adress => $"/csn/driftavbrott/{Avbrott.Id}";

    public bool Galler => Avbrott.Status == Avbrottsstatus.Galler;
}

/// <summary>An outage as typed.</summary>
public sealed class AvbrottInput
{
    public string? Rubrik { get; set; }

    /// <summary>With the line breaks that the field counts.</summary>
    public string? Text { get; set => field = value?.ReplaceLineEndings("\n"); }

    public string? FranDag { get; set; }

    public string? FranTid { get; set; }

    public string? TillDag { get; set; }

    public string? TillTid { get; set; }

    public List<string> Tjanster { get; set; } = [];

    public List<string> Skolformer { get; set; } = [];

    public bool Laslage { get; set; }

    public string? Version { get; set; }

    /// <summary>The one-time key of a new one.</summary>
    public string? Nyckel { get; set; }

    [BindNever, ValidateNever]
    public Driftavbrott? Nu { get; set; }

    /// <summary>Somebody else has saved meanwhile: what holds is shown above what was typed.</summary>
    [BindNever, ValidateNever]
    public bool ArKonflikt { get; set; }

    public Avbrottstext Skrivet() => new(Rubrik, Text, FranDag, FranTid, TillDag, TillTid, Tjanster, Skolformer, Laslage);

    public void Fyll(Avbrottsuppgift uppgift)
    {
        (Rubrik, Text, Laslage) = (uppgift.Rubrik, uppgift.Text, uppgift.Laslage);
        (FranDag, FranTid) = Tid(uppgift.Borjar);
        (TillDag, TillTid) = Tid(uppgift.Slutar);
        Tjanster = [.. uppgift.Tjanster.Select(t => $"{t}")];
        Skolformer = [.. uppgift.Skolformer.Select(s => $"{s}")];
    }

    private static (string Dag, string Tid) Tid(DateTime utc) =>
        utc.SvenskTidpunkt() is var tid ? (tid.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), tid.ToString("H.mm", CultureInfo.InvariantCulture)) : default;
}
