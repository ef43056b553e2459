using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Publikt;

/// <summary>What the date of a search means.</summary>
public enum Datumslag
{
    /// <summary>The day lies in a studietid.</summary>
    Pagar,

    /// <summary>A studietid begins that day or later.</summary>
    Borjar,
}

/// <summary>What a student looks for.</summary>
/// <param name="Ord">Folded; each is the beginning of a word of education, code, school or town.</param>
/// <param name="Datum">Null: what has not ended.</param>
public sealed record Utbudsurval(
    IReadOnlyList<string> Ord,
    Skolform? Skolform = null,
    Utbildningsniva? Niva = null,
    Takt? Takt = null,
    Undervisningssatt? Undervisning = null,
    DateOnly? Datum = null,
    Datumslag Datumslag = Datumslag.Pagar)
{
    public bool ArAlla => Ord.Count == 0 && Skolform is null && Niva is null && Takt is null && Undervisning is null && Datum is null;

    internal Utbudsval Val => Utbudsval.For(Skolform, Niva, Undervisning, Takt);

    /// <summary>Terms under which each hit stands: those that are likely to hold least first.</summary>
    internal IReadOnlyList<string> Termer()
    {
        List<string> termer = [.. Ord.Select(Utbudsord.TermFor).Distinct().OrderByDescending(t => t.Length)];
        termer.AddRange(new Enum?[] { Undervisning, Niva, Takt, Skolform }.OfType<Enum>().Select(Utbudsord.TermFor));
        if (Datum is { } dag && Datumslag == Datumslag.Pagar)
            termer.Add(Utbudsord.Tid(dag));
        return termer;
    }
}

/// <summary>A search as somebody wrote it: a form or an address.</summary>
public class Utbudsformular
{
    public const int MaxText = 120;

    private const int MaxOrd = 8;

    public string? Sok { get; set; }

    public string? Skolform { get; set; }

    public string? Niva { get; set; }

    public string? Takt { get; set; }

    public string? Undervisning { get; set; }

    public string? Datum { get; set; }

    public string? Nar { get; set; }

    public Result<Utbudsurval> Tolka()
    {
        List<Refusal> fel = [];
        var ord = Sok is { Length: <= MaxText } ? SvenskText.OrdI(Sok) : [];
        if (Sok?.Length > MaxText || ord.Count > MaxOrd)
            fel.Add(new UtbudssokForLang(MaxOrd));

        DateOnly? dag = null;
        if (!string.IsNullOrWhiteSpace(Datum))
        {
            if (Datumtolk.TryTolka(Datum, out var tolkad))
                dag = tolkad;
            else
                fel.Add(new UtbudsdatumFel());
        }

        var urval = new Utbudsurval(
            ord,
            Val<Skolform>(Skolform, nameof(Skolform), v => $"{v}", fel),
            Val<Utbildningsniva>(Niva, nameof(Niva), v => $"{v}", fel),
            Val<Takt>(Takt, nameof(Takt), v => v.Varde(), fel),
            Val<Undervisningssatt>(Undervisning, nameof(Undervisning), v => $"{v}", fel),
            dag,
            Val<Datumslag>(Nar, nameof(Nar), v => $"{v}", fel) ?? Datumslag.Pagar);
        return fel.Count > 0 ? Result<Utbudsurval>.Refused(fel) : urval;
    }

    private static T? Val<T>(string? text, string falt, Func<T, string> varde, List<Refusal> fel)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        foreach (var val in Enum.GetValues<T>())
        {
            if (string.Equals(varde(val), text.Trim(), StringComparison.OrdinalIgnoreCase))
                return val;
        }

        fel.Add(new UtbudsvaletFinnsInte(falt));
        return null;
    }
}
