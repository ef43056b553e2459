using Microsoft.AspNetCore.Mvc.ModelBinding;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Web.Infrastructure.Uppladdningar;

public sealed record PostForStor(string? Fil) : Refusal(
    "POST-FORSTOR",
    $"{(Fil is null ? "Det du skickade" : $"{Fil}: filen fick inte plats, eftersom det du skickade")} är större än 100 MB, som är gränsen för vad som kan skickas på en gång. Skicka färre filer åt gången.",
    "Filer");

public sealed record PostAvbruten(string? Fil) : Refusal(
    "POST-AVBRUTEN",
    $"Överföringen avbröts{(Fil is null ? "" : $" vid filen {Fil}, som inte kom fram hel")}. Försök igen.",
    "Filer");

/// <summary>Where an upload's faults are shown, and what they are logged as.</summary>
/// <param name="Falt">The key of the file field's errors.</param>
/// <param name="IngenFil">What is wrong when no file was chosen; null where that is for others to say.</param>
internal sealed record Redovisningsplats(string Falt, string Act, string Objekt, long ObjektId, long SkolaId, Refusal? IngenFil = null);

internal static class Redovisning
{
    /// <summary>For an underlag's files.</summary>
    public static Task<int> RedovisaAsync(this Uppladdningssvar svar, ModelStateDictionary modelState, AuditService audit, Skolkrapport rapport, CancellationToken ct) =>
        svar.RedovisaAsync(modelState, audit, new Redovisningsplats("Filer", Acts.UnderlagFileAdded, AuditObjects.Skolkrapport, rapport.Id, rapport.SkolaId, new UnderlagIngenFilVald()), ct);

    /// <summary>Puts what went wrong by the field, each with the file's name, and says which status the answer has: 302 when all went well.</summary>
    public static async Task<int> RedovisaAsync(this Uppladdningssvar svar, ModelStateDictionary modelState, AuditService audit, Redovisningsplats plats, CancellationToken ct)
    {
        foreach (var nej in svar.Avslag)
            modelState.AddModelError(plats.Falt, $"{nej.Filnamn}: {nej.Orsak.Sentence}");

        Refusal? hela = svar.Utfall switch
        {
            Uppladdningsutfall.PostForStor => new PostForStor(svar.Filnamn),
            Uppladdningsutfall.Avbruten or Uppladdningsutfall.Felaktig => new PostAvbruten(svar.Filnamn),
            _ => svar.Mottagna.Count + svar.Avslag.Count == 0 ? plats.IngenFil : null,
        };
        if (hela is not null)
        {
            modelState.AddModelError(plats.Falt, hela.Sentence);
            await audit.AddRefusalAsync(plats.Act, plats.Objekt, plats.ObjektId, plats.SkolaId, hela.Code);
        }

        return modelState.IsValid ? StatusCodes.Status302Found
            : svar.Utfall == Uppladdningsutfall.PostForStor || svar.Avslag.Any(a => a.Orsak is FilForStor) ? StatusCodes.Status413PayloadTooLarge
            : StatusCodes.Status400BadRequest;
    }
}
