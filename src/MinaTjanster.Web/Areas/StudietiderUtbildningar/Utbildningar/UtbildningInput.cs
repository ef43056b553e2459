using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Utbildningar;

/// <summary>An education as typed, and what its page shows beside the fields.</summary>
public sealed class UtbildningInput : Utbildningsformular
{
    /// <summary>The version that the form was drawn from.</summary>
    public string? Version { get; set; }

    /// <summary>Those who are reported in it have been counted, and the school goes on.</summary>
    public bool Bekraftad { get; set; }

    /// <summary>Students who are reported in it.</summary>
    [BindNever, ValidateNever]
    public int Berorda { get; set; }

    /// <summary>Which fields the school form has.</summary>
    [BindNever, ValidateNever]
    public Utbildningsform Form { get; set; } = null!;

    /// <summary>What is stored; null for a new one.</summary>
    [BindNever, ValidateNever]
    public Utbildning? Nu { get; set; }

    /// <summary>Somebody else has saved meanwhile: both versions are shown.</summary>
    [BindNever, ValidateNever]
    public bool ArKonflikt { get; set; }

    // Methods, since the binder reads every property that is a list.
    public IEnumerable<Alternativ> Slagen() => Form.Slag.Select(s => new Alternativ($"{s}", s.Text()));

    public IEnumerable<Alternativ> Nivaer() => Form.Nivaer.Select(n => new Alternativ($"{n}", n.Text()));

    public IEnumerable<Alternativ> Avdelningar() => Form.Avdelningar.Select(a => new Alternativ($"{a}", $"{a}"));

    public static IEnumerable<Alternativ> Undervisningssatten() => Enum.GetValues<Undervisningssatt>().Select(u => new Alternativ($"{u}", u.Text()));

    /// <summary>What is set without being asked, in words.</summary>
    public string? Givet()
    {
        string?[] delar =
        [
            Form.Nivaer is [var niva] ? $"nivån är {niva.Text().ToLowerInvariant()}" : null,
            Form.Avdelningar is [var avdelning] ? $"avdelningen {avdelning}" : null,
        ];
        var text = string.Join(" och ", delar.Where(d => d is not null));
        return text.Length == 0 ? null : $"{SvenskText.Versal(text)} på alla utbildningar i er skolform.";
    }

    /// <summary>Field by field: what holds, and what was typed as it would be stored.</summary>
    public IEnumerable<(string Falt, string? Galler, string? Skrivet)> Jamforelse()
    {
        var skrivet = new Dictionary<string, string?>
        {
            ["Namn"] = Namn,
            ["Slag"] = Text(Slagen(), Slag),
            ["Nivå"] = Text(Nivaer(), Niva),
            ["Avdelning"] = Text(Avdelningar(), Avdelning),
            [Form.Kodetikett] = Kod,
            ["Takt"] = $"{Omfattning?.Trim().TrimEnd('%', ' ')} %",
            ["Undervisning"] = Text(Undervisningssatten(), Undervisning),
            ["Poäng"] = PoangTiondelar,
            ["Från läsåret"] = FranLasar,
            ["Till läsåret"] = TillLasar,
        };
        return Nu!.Uppgift.Rader(Form).Select(r => (r.Namn, r.Varde, Rensad(skrivet[r.Namn]))).Where(r => r.Varde is not null || r.Item3 is not null);

        static string? Text(IEnumerable<Alternativ> val, string? varde) => val.ToList() is [var enda] ? enda.Text : val.FirstOrDefault(a => a.Varde == varde)?.Text;
        static string? Rensad(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
