namespace MinaTjanster.Web.Shared.Formular;

/// <summary>
/// The skolkod a form was drawn for, protected (design decision 6): a post drawn for another school than the active one changes nothing.
/// <c>&lt;formular&gt;</c> writes it in the hidden field <see cref="Falt"/>.
/// </summary>
public sealed class Skolmarke
{
    public const string Falt = "__skola";

    /// <summary>The protected value for this request's active school, or null when no school is active (no field is written).</summary>
    public string? Skapa(HttpContext context) => null;
}
