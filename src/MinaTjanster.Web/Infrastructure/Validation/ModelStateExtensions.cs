using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MinaTjanster.Core;

namespace MinaTjanster.Web.Infrastructure.Validation;

/// <summary>Carries the sentences of validators and refusals to the fields they belong to; those without a field concern the whole form.</summary>
public static class ModelStateExtensions
{
    public static void AddErrors(this ModelStateDictionary modelState, ValidationResult result)
    {
        foreach (var error in result.Errors)
            modelState.AddModelError(error.PropertyName, error.ErrorMessage);
    }

    public static void AddRefusals(this ModelStateDictionary modelState, IEnumerable<Refusal> refusals)
    {
        foreach (var refusal in refusals)
            modelState.AddModelError(refusal.Field ?? string.Empty, refusal.Sentence);
    }
}
