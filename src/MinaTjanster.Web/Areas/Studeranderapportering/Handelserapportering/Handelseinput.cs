using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Handelserapportering;

/// <summary>An event as typed: which fields it has is <see cref="Handelsetyper"/>'s to say, so they come by their column's name.</summary>
public sealed class Handelseinput
{
    public Dictionary<string, string?> Falt { get; set; } = [];

    /// <summary>The draft that is being changed.</summary>
    public string? Utkast { get; set; }

    /// <summary>The key of a document that has been uploaded; whether it may be used is the server's to say.</summary>
    public string? Dokument { get; set; }

    /// <summary>What the page shows beside the fields; never posted.</summary>
    [BindNever, ValidateNever]
    public Handelseformularsida? Sida { get; set; }

    public static Handelseinput Fran(Handelseuppgift uppgift) =>
        new() { Falt = Falten.Alla.Where(f => f.Form != Faltform.Dokument).ToDictionary(f => f.Kolumn, f => Handelsetolk.Text(uppgift, f.Falt)) };

    public string? Varde(Handelsefalt falt) => Falt.GetValueOrDefault(falt.Kolumn());

    /// <summary>The key of a field's errors.</summary>
    public static string Nyckel(string? kolumn) => kolumn is null ? "" : $"{nameof(Falt)}[{kolumn}]";
}

/// <summary>What stands around the fields of an event's form.</summary>
/// <param name="Andrar">The event that is being changed; null for a new one.</param>
/// <param name="Dokument">What has been uploaded; null where nothing is.</param>
public sealed record Handelseformularsida(Studerande Studerande, Skolform Skolform, Handelsetyp Typ, bool FarSeSkyddade, long? Andrar = null, Dokument? Dokument = null)
{
    /// <summary>What is reported already, where the form shows it.</summary>
    public IReadOnlyList<Handelse> Rapporterat { get; init; } = [];

    /// <summary>When the draft that fills the form was begun, Swedish time, where nobody asked for it; null otherwise.</summary>
    public DateTime? Utkastet { get; init; }

    public Skolformsregel Regel => Typ.For(Skolform)!;

    public string Namn => Studerande.NamnFor(FarSeSkyddade);

    public string Personnummer => Studerande.PersonnummerFor(FarSeSkyddade);

    /// <summary>The form without the draft.</summary>
    public string Tom => Andrar is { } id ? $"/handelser/{id}/andra?nytt=1" : $"/studerande/{Studerande.Id}/rapportera/{Typ.Kod}?nytt=1";

    public string Avbryt => Andrar is null ? $"/studerande/{Studerande.Id}" : Tillbaka;

    public string Tillbaka => Andrar is { } id ? $"/handelser/{id}" : $"/studerande/{Studerande.Id}/rapportera";
}

/// <summary>Which event shall be reported?</summary>
/// <param name="Hinder">Why events are not reported on screen here; null when they are.</param>
public sealed record ValjModell(Studerande Studerande, Skolform Skolform, bool FarSeSkyddade, RapporterasIAnnanKanal? Hinder)
{
    public string Namn => Studerande.NamnFor(FarSeSkyddade);

    public string Personnummer => Studerande.PersonnummerFor(FarSeSkyddade);

    public IEnumerable<Handelsetyp> Typer => Handelsetyper.For(Skolform);

    public static string Adress(long studerandeId, Handelsetyp typ) =>
        typ.Slag == Handelseslag.Skolk ? $"/ogiltig-franvaro/rapportera/{studerandeId}" : $"/studerande/{studerandeId}/rapportera/{typ.Kod}";
}

/// <summary>Where an event is changed: what is reported by its own page is changed there.</summary>
public static class Handelseadress
{
    public static string Andra(long handelseId, Handelsetyp typ) => $"/handelser/{handelseId}/{(typ.ArEgenSida ? "andra-avstangning" : "andra")}";
}

/// <summary>The check page, of one student or many.</summary>
/// <param name="Rader">Each row as the rule judges it now; the moment of sending decides.</param>
/// <param name="Fore">The event that is being changed; null for new ones.</param>
public sealed record GranskaModell(Handelseutkast Utkast, Skolform Skolform, IReadOnlyList<Provadrad> Rader, bool FarSeSkyddade, DateTime FonstretStanger, Handelseuppgift? Fore = null)
{
    public string Rubrik => Fore is null ? $"Granska: {Handelsetext.Liten(Typ)}" : $"Granska ändringen: {Handelsetext.Liten(Typ)}";

    /// <summary>The answer to warnings, as typed.</summary>
    public string? Forklaring => null;

    public Handelsetyp Typ => Utkast.Slag.Typ();

    public IEnumerable<Provadrad> Godtagna => Rader.Where(r => r.Bedomning.ArGodtagen);

    public IEnumerable<Provadrad> Nekade => Rader.Where(r => !r.Bedomning.ArGodtagen);

    public bool HarVarningar => Rader.Any(r => r.Bedomning is { ArGodtagen: true, Varningar.Count: > 0 });

    public Provadrad? Ensam => Rader is [var rad] ? rad : null;

    public string Andra => Utkast.AndrarHandelseId is { } id
        ? $"{Handelseadress.Andra(id, Typ)}?utkast={Utkast.Nyckel}"
        : Ensam is { } rad ? $"/studerande/{rad.Studerande.Id}/rapportera/{Typ.Kod}?utkast={Utkast.Nyckel}" : $"/rapportera-flera/{Typ.Kod}?utkast={Utkast.Nyckel}";
}
