using Microsoft.AspNetCore.Mvc.ModelBinding;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Web.Infrastructure.Validation;

namespace MinaTjanster.Web.Areas.Skolkrapportering;

/// <summary>What stands around the fields of a report's form.</summary>
/// <param name="Foljder">Drawn at once with what the fields hold; foljder.js draws it anew while they are filled in.</param>
/// <param name="Rapport">The report that is being corrected; null for a new one.</param>
/// <param name="Forst">Who came first, when the page was out of date; null otherwise.</param>
public sealed record Skolkformularsida(
    Studerandelage Studerande,
    bool FarSeSkyddade,
    FoljderModell Foljder,
    Skolkrapportsida? Rapport = null,
    Historikrad? Forst = null)
{
    public string Namn => Studerande.NamnFor(FarSeSkyddade);

    public string Personnummer => Studerande.PersonnummerFor(FarSeSkyddade);

    public string FoljderUrl => $"/ogiltig-franvaro/foljder/{Studerande.Id}{(Rapport is null ? "" : $"?rapport={Rapport.Rapport.Id}")}";
}

/// <summary>The consequences of what is filled in, "Det här händer", by the rules that judge the report.</summary>
/// <param name="Foljd">Null while the first day cannot be read.</param>
/// <param name="Hinder">What will refuse the days as they stand.</param>
public sealed record FoljderModell(DateOnly Idag, Skolkfoljd? Foljd, Foljdbild? Bild, IReadOnlyList<Refusal> Hinder, IReadOnlyList<Varning> Varningar)
{
    /// <param name="tidigareForstaDag">The first day of the report that is being corrected; null for a new one.</param>
    public static FoljderModell For(Skolkformular? formular, Skolklage lage, DateOnly? tidigareForstaDag = null)
    {
        if (formular is null)
        {
            return new(lage.Rapportdag, null, null, [], []);
        }

        var uppgift = formular.Uppgift;
        lage = lage.MedVal(formular.ValdStodform);
        var bedomning = tidigareForstaDag is { } fore ? Skolkregel.BedomAndring(uppgift, fore, lage) : Skolkregel.Bedom(uppgift, lage);
        var foljd = Skolkfoljd.For(uppgift.ForstaDag, uppgift.SistaDag, lage);
        return new(
            lage.Rapportdag,
            foljd,
            Foljdbild.For(foljd, lage.Rapportdag, uppgift.SistaDag),
            // Only what the days lead to: empty fields are being filled in, and the gate has its own line.
            [.. bedomning.Refusals.Where(r => r is not (SkolkForTidigt or SkolkStodformOkand) && r.Field is nameof(Skolkuppgift.ForstaDag) or nameof(Skolkuppgift.SistaDag))],
            bedomning.Varningar);
    }
}

internal static class Skolkfel
{
    /// <summary>The refusals at the fields of <see cref="Skolkinput"/>, whose hours are typed and not counted in minutes.</summary>
    public static void AddSkolkfel(this ModelStateDictionary modelState, IEnumerable<Refusal> refusals, bool stodformFragas = false) =>
        modelState.AddRefusals(refusals.Select(r => r switch
        {
            { Field: nameof(Skolkuppgift.OgiltigMinuter) } => r with { Field = nameof(Skolkinput.Timmar) },
            SkolkStodformOkand when stodformFragas => r with { Field = nameof(Skolkinput.Stodform) },
            _ => r,
        }));
}
