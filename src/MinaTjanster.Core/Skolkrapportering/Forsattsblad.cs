using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// The cover sheet of an underlag, with the content of form 9609W (domain.md section 5). Taken from the report and its underlag:
/// nothing is typed twice.
/// </summary>
/// <param name="Datum">The day it is drawn up, or the day the underlag was sent.</param>
/// <param name="AntalSidor">With this sheet; null when nobody has told and no file is uploaded.</param>
/// <param name="Namn">In full, also for protected people: the paper must say whom it concerns.</param>
/// <param name="Personnummer">ÅÅMMDD-NNNN.</param>
/// <param name="Kontaktperson">Who sent the report.</param>
/// <param name="OgiltigMinuter">What the underlag that the sheet goes with shows, else what the report says; null when neither does.</param>
public sealed record Forsattsblad(
    long SkolkrapportId,
    string Rapportnummer,
    DateOnly Datum,
    int? AntalSidor,
    string Namn,
    string Personnummer,
    string Lasar,
    string Skolkod,
    string Skola,
    string Ort,
    string Kontaktperson,
    string? Telefon,
    int? OgiltigMinuter,
    DateOnly ForstaSkolkdag,
    long SkolaId,
    long StuderandeId,
    bool ArSkyddad)
{
    /// <summary>CSN's address for underlag on paper (domain.md section 5, Paper).</summary>
    public const string Postadress = "CSN Postservice, 751 76 Uppsala";

    /// <summary>The file's name: the report's number, never a person's.</summary>
    public string Filnamn => $"forsattsblad-{Rapportnummer}.pdf";

    /// <summary>Label and value, in the form's order. What is not known is a line to write on.</summary>
    public IReadOnlyList<(string Etikett, string Varde)> Rader =>
    [
        ("Datum", Datum.ToString("yyyy-MM-dd")),
        ("Antal sidor, med den här", AntalSidor?.ToString() ?? Linje),
        ("Studerandens namn", Namn),
        ("Personnummer", Personnummer),
        ("Läsår", Lasar),
        ("Skolkod", Skolkod),
        ("Skola och ort", $"{Skola}, {Ort}"),
        ("Kontaktperson för rapporteringen", Kontaktperson),
        ("Telefon", string.IsNullOrWhiteSpace(Telefon) ? Linje : Telefon),
        ("Ogiltig frånvaro", OgiltigMinuter is { } minuter ? $"{SvenskText.Timmar(minuter)} timmar" : $"{Linje} timmar"),
        ("Första skolkdag", ForstaSkolkdag.ToString("yyyy-MM-dd")),
    ];

    /// <summary>As <see cref="Rader"/>, with a protected person masked: for pages that nobody opened to see the name.</summary>
    public IReadOnlyList<(string Etikett, string Varde)> Visade => ArSkyddad
        ? (this with { Namn = Studerande.SkyddadText, Personnummer = "xxxxxx-xxxx" }).Rader
        : Rader;

    /// <summary>The sheet that goes with an underlag, or of a report that has none yet.</summary>
    /// <param name="antalSidor">Told; else counted from the files.</param>
    internal static Forsattsblad For(
        Skolkrapport rapport, Studerande studerande, Skola skola, string kontakt, string? telefon, Franvarounderlag? underlag, DateOnly datum, int? antalSidor = null) => new(
        rapport.Id,
        rapport.Kvittensnummer,
        datum,
        antalSidor ?? (underlag is { Dokument.Count: > 0 } ? underlag.Dokument.Sum(d => d.AntalSidor) + 1 : null),
        studerande.NamnFor(farSeSkyddade: true),
        studerande.Personnummer.TioSiffror(datum),
        Studietider.Lasar.For(rapport.ForstaDag).ToString(),
        skola.Skolkod,
        skola.Namn,
        skola.Ort,
        kontakt,
        telefon,
        underlag?.OgiltigMinuter ?? rapport.OgiltigMinuter,
        rapport.ForstaDag,
        rapport.SkolaId,
        studerande.Id,
        studerande.ArSkyddad);

    private static string Linje => new('_', 14);
}

/// <summary>Draws up the cover sheet of a report of the active school.</summary>
public sealed class ForsattsbladQuery(PortalDbContext db, UnderlagQuery underlag, TimeProvider klocka)
{
    /// <summary>Null when the report is not there, or another school's.</summary>
    /// <param name="antalSidor">Told by whoever sends paper; else counted from the files of the newest underlag.</param>
    public async Task<Forsattsblad?> ForAsync(long skolkrapportId, int? antalSidor, CancellationToken ct)
    {
        if (await underlag.LageAsync(skolkrapportId, ct) is not { } lage)
            return null;

        var rapport = lage.Rapport;
        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == rapport.SkolaId, ct);
        var kontakt = await db.Konton.AsNoTracking().Where(k => k.Id == rapport.SkickadAvKontoId).Select(k => new { k.Namn, k.PhoneNumber }).SingleAsync(ct);
        return For(lage, skola, kontakt.Namn, kontakt.PhoneNumber, antalSidor, klocka.SvenskDag());
    }

    private static Forsattsblad For(Underlagslage lage, Skola skola, string kontakt, string? telefon, int? antalSidor, DateOnly idag)
    {
        var (rapport, studerande) = (lage.Rapport, lage.Studerande);
        // While CSN waits for more, the sheet is for what is yet to be sent: the day, pages and hours of what came before are not its own.
        var skickat = lage.Arende.ObesvaradKomplettering is null ? lage.Inskickade.LastOrDefault(u => u.Ankomstsatt == Ankomstsatt.Portal) : null;
        var senaste = lage.Utkast(Ankomstsatt.Portal) ?? skickat;
        return Forsattsblad.For(rapport, studerande, skola, kontakt, telefon, senaste, senaste?.Ankomstdag ?? idag, antalSidor);
    }
}
