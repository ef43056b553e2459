using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Driftinformation;

namespace MinaTjanster.Web.Areas.Driftinformation.Nyhetsredaktion;

/// <summary>All news, drafts too.</summary>
public sealed record NyhetslistaModell(IReadOnlyList<Nyhet> Nyheter, DateOnly Idag)
{
    public static (string Text, string Farg) Status(Nyhet nyhet, DateOnly idag) => nyhet.Status switch
    {
        Nyhetsstatus.Utkast => ("Utkast", "neutral"),
        Nyhetsstatus.Nedtagen => ("Nedtagen", "neutral"),
        _ when nyhet.ArSlut(idag) => ("Visas inte längre", "neutral"),
        _ when !nyhet.Visas(idag) => ("Publicerad, visas senare", "info"),
        _ => ("Visas nu", "success"),
    };
}

/// <summary>One item as schools read it, and what can be done with it.</summary>
public sealed record NyhetModell(Nyhet Nyhet, IReadOnlyList<Historikrad> Historik, DateOnly Idag)
{
    public string Adress => $"/csn/nyheter/{Nyhet.Id}";
}

/// <summary>A news item as typed.</summary>
public sealed class NyhetInput
{
    public string? Rubrik { get; set; }

    /// <summary>With the line breaks that the field counts.</summary>
    public string? Text { get; set => field = value?.ReplaceLineEndings("\n"); }

    public List<string> Skolformer { get; set; } = [];

    public string? Fran { get; set; }

    public string? Till { get; set; }

    public string? Version { get; set; }

    /// <summary>The one-time key of a new one.</summary>
    public string? Nyckel { get; set; }

    [BindNever, ValidateNever]
    public Nyhet? Nu { get; set; }

    /// <summary>Somebody else has saved meanwhile: what holds is shown above what was typed.</summary>
    [BindNever, ValidateNever]
    public bool ArKonflikt { get; set; }

    public Nyhetstext Skrivet() => new(Rubrik, Text, Skolformer, Fran, Till);

    public void Fyll(Nyhetsuppgift uppgift)
    {
        (Rubrik, Text) = (uppgift.Rubrik, uppgift.Text);
        Skolformer = [.. uppgift.Skolformer.Select(s => $"{s}")];
        (Fran, Till) = (Dag(uppgift.Fran), uppgift.Till is { } till ? Dag(till) : null);
    }

    internal static string Dag(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
