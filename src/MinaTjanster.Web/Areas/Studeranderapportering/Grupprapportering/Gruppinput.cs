using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studeranderapportering.Kvar;
using MinaTjanster.Web.Areas.Studeranderapportering.Handelserapportering;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Grupprapportering;

/// <summary>The same event for many: what is common to them, who they are, and what is stated for each.</summary>
public sealed class Gruppinput
{
    public Handelseinput Gemensamt { get; set; } = new();

    /// <summary>The students that are ticked.</summary>
    public List<long> Valda { get; set; } = [];

    /// <summary>By student, then by column.</summary>
    public Dictionary<long, Dictionary<string, string?>> Egna { get; set; } = [];

    public string? Utkast { get; set; }

    [BindNever, ValidateNever]
    public Gruppsida? Sida { get; set; }

    public static string Nyckel(long studerandeId, string kolumn) => $"{nameof(Egna)}[{studerandeId}][{kolumn}]";

    /// <summary>A field's text for one student: their own, else the common one.</summary>
    public string? Varde(long studerandeId, Faltkrav krav) =>
        krav.ArPerStuderande ? Egna.GetValueOrDefault(studerandeId)?.GetValueOrDefault(krav.Kolumn) : Gemensamt.Varde(krav.Falt);
}

/// <summary>What stands around the fields.</summary>
/// <param name="Rader">The students to choose from.</param>
public sealed record Gruppsida(Handelsetyp Typ, Skolform Skolform, Gruppurval Urval, Grupp Grupp, DateOnly Idag)
{
    public Skolformsregel Regel => Typ.For(Skolform)!;

    public IReadOnlyList<Faltkrav> Gemensamma => [.. Regel.Falt.Where(f => !f.ArPerStuderande)];

    public IReadOnlyList<Faltkrav> Egna => [.. Regel.Falt.Where(f => f.ArPerStuderande)];

    public IEnumerable<string> Faltordning => Gemensamma.Select(f => $"{nameof(Gruppinput.Gemensamt)}.{Handelseinput.Nyckel(f.Kolumn)}");

    public string Adress => $"/rapportera-flera/{Typ.Kod}";

    public static string? KvarText(Kvarslag? kvar) => kvar switch { Kvarslag.Start => "start", Kvarslag.Resultat => "resultat", _ => null };

    public static Kvarslag? Kvar(string? text) => text switch { "start" => Kvarslag.Start, "resultat" => Kvarslag.Resultat, _ => null };
}

/// <summary>Which event shall be reported for many?</summary>
/// <param name="Hinder">Why events are not reported on screen here; null when they are.</param>
public sealed record ValjFleraModell(Skolform Skolform, RapporterasIAnnanKanal? Hinder)
{
    public IEnumerable<Handelsetyp> Typer => Handelsetyper.For(Skolform).Where(t => t is { ArEgenSida: false, ArIntyg: false });
}
