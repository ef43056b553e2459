using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolor.Kontaktuppgifter;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.EgnaSkoluppgifter;

/// <summary>The school's page of itself.</summary>
public sealed record EgnaSkoluppgifterModell(Kontaktbild Bild, IReadOnlyList<Historikrad> Historik);

/// <summary>The school's facts as typed.</summary>
public sealed class SkolfaktaInput
{
    public string? Besoksadress { get; set; }

    public string? Telefon { get; set; }

    public string? Epost { get; set; }

    public string? Webbplats { get; set; }

    public string? Skolsystem { get; set; }

    /// <summary>The version that the form was drawn from.</summary>
    public string? Version { get; set; }

    [BindNever, ValidateNever]
    public Kontaktbild Nu { get; set; } = null!;

    /// <summary>Somebody else has saved meanwhile: both versions are shown.</summary>
    [BindNever, ValidateNever]
    public bool ArKonflikt { get; set; }

    public Skolfakta Skrivet() => new() { Besoksadress = Besoksadress, Telefon = Telefon, Epost = Epost, Webbplats = Webbplats, Skolsystem = Skolsystem };

    public void Fyll(Skolfakta fakta) =>
        (Besoksadress, Telefon, Epost, Webbplats, Skolsystem) = (fakta.Besoksadress, fakta.Telefon, fakta.Epost, fakta.Webbplats, fakta.Skolsystem);

    public IEnumerable<(string Falt, string? Galler, string? Skrivet)> Jamforelse() =>
        Nu.Fakta.Rader().Zip(Skrivet().Rader()).Select(p => (p.First.Namn, p.First.Varde, p.Second.Varde));
}

/// <summary>A contact person as typed.</summary>
public sealed class KontaktInput
{
    public string? Roll { get; set; }

    public string? Namn { get; set; }

    public string? Telefon { get; set; }

    public string? Epost { get; set; }

    public string? Version { get; set; }

    [BindNever, ValidateNever]
    public Skolkontaktperson? Nu { get; set; }

    [BindNever, ValidateNever]
    public bool ArKonflikt { get; set; }

    public Kontakttext Skrivet() => new(Roll, Namn, Telefon, Epost);

    public void Fyll(Skolkontaktperson person) => (Roll, Namn, Telefon, Epost) = ($"{person.Roll}", person.Namn, person.Telefon, person.Epost);

    public static IEnumerable<Alternativ> Roller() => Enum.GetValues<Skolkontaktroll>().Select(r => new Alternativ($"{r}", r.Text(), r switch
    {
        Skolkontaktroll.Rektor => "Svarar för skolan.",
        Skolkontaktroll.Rapportering => "Svarar på frågor om det ni rapporterar.",
        Skolkontaktroll.Ekonomi => "Svarar på frågor om ersättningar och fakturor.",
        _ => "Svarar på frågor om vem som ska ha behörighet.",
    }));

    public IEnumerable<(string Falt, string? Galler, string? Skrivet)> Jamforelse() =>
        Nu!.Rader().Zip([Roller().FirstOrDefault(r => r.Varde == Roll)?.Text, Namn, Telefon, Epost]).Select(p => (p.First.Namn, p.First.Varde, p.Second));
}
