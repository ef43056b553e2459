using System.Net.Mail;
using MinaTjanster.Core.Personidentiteter;

namespace MinaTjanster.Core.Konton;

/// <summary>A person's facts as typed and judged.</summary>
public sealed record Kontouppgifter(string Namn, string Epost, string? Telefon, Personnummer? Personnummer)
{
    /// <summary>Judges what was typed; every fault is told at once.</summary>
    /// <param name="idag">The Swedish day: nobody is born after it.</param>
    public static Result<Kontouppgifter> Tolka(string? namn, string? epost, string? telefon, string? personnummer, DateOnly idag)
    {
        var (n, e, t) = (Snygga(namn), (epost ?? "").Trim(), Snygga(telefon));
        List<Refusal> fel = [];
        if (n.Length is 0 or > Konto.MaxNamn || !n.Contains(' ', StringComparison.Ordinal) || n.Any(c => char.IsControl(c) || char.IsDigit(c) || c is '<' or '>'))
            fel.Add(new NamnSaknas());
        if (e.Length == 0)
            fel.Add(new EpostSaknas());
        else if (!ArEpost(e))
            fel.Add(new EpostOgiltig());
        if (t.Length > Konto.MaxTelefon || !t.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '+'))
            fel.Add(new TelefonOgiltig());
        Personnummer? nummer = null;
        if (!string.IsNullOrWhiteSpace(personnummer) && !Personidentiteter.Personnummer.TryParse(personnummer, idag, out nummer))
            fel.Add(new PersonnummerOgiltigt());
        return fel.Count > 0 ? Result<Kontouppgifter>.Refused(fel) : new Kontouppgifter(n, e, t.Length == 0 ? null : t, nummer);
    }

    /// <summary>One plain mail address.</summary>
    public static bool ArEpost(string text) =>
        text.Length is > 0 and <= Konto.MaxEpost && !text.Any(char.IsControl) && MailAddress.TryCreate(text, out var adress) && adress.Address == text;

    /// <summary>Without outer spaces, and with single ones inside.</summary>
    private static string Snygga(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
