using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Blanketter;

/// <summary>What the portal knows of a form's fields.</summary>
/// <param name="Skyddad">It concerns a protected student: name and number are left out, as on every page (ADR 0027).</param>
public sealed record Forifyllning(Ifylldblankett Ifylld, bool Skyddad = false)
{
    /// <summary>The fields that have come from the portal, in the form's order.</summary>
    public IReadOnlyList<Blankettfalt> Falt => [.. Ifylld.Blankett.Falt.Where(f => !string.IsNullOrEmpty(Ifylld.Varde(f.Namn)))];

    /// <summary>The student whom it concerns and the school, for the record of views.</summary>
    public (long StuderandeId, long SkolaId)? Visad { get; init; }
}

/// <summary>Fills in forms from the portal for whoever is signed in with a school chosen, with what the person may see there and nothing more.</summary>
public sealed class ForifyllningQuery(
    PortalDbContext db,
    AktuellAnvandare anvandare,
    ForsattsbladQuery forsattsblad,
    BestallningService bestallningar,
    BestallningQuery bestallning,
    TimeProvider klocka)
{
    /// <summary>The school and whoever fills it in; the permission order also with the person's draft of one. Null when nobody is signed in or no school is chosen.</summary>
    public async Task<Forifyllning?> SkolanAsync(Blankett blankett, CancellationToken ct)
    {
        if (!anvandare.HarFullSession || anvandare.AktivSkola is not { } vald)
            return null;

        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == vald.Id, ct);
        Dictionary<string, string?> varden = Skolans(skola);
        varden[Faltnamn.Kontaktperson] = anvandare.Namn;
        varden[Faltnamn.Telefon] = anvandare.Session.Telefon;
        varden[Faltnamn.Epost] = anvandare.Session.Epost;
        List<Dictionary<string, string?>> rader = [];
        if (blankett.Slug == Blankettregister.BestallningAvBehorighet && anvandare.Har(Rattighet.BestallBehorigheter))
            rader = await BestallningenAsync(ct);
        return new(Med(blankett, varden, rader));
    }

    /// <summary>A report of the active school. Null when it is not there, another school's, or the form does not concern reports.</summary>
    public async Task<Forifyllning?> RapportAsync(Blankett blankett, long rapportId, CancellationToken ct)
    {
        if (blankett.Slug is not (Blankettregister.Forsattsblad or Blankettregister.UnderlagForSkolk) || await forsattsblad.ForAsync(rapportId, null, ct) is not { } blad)
            return null;

        var idag = klocka.SvenskDag();
        Dictionary<string, string?> varden = new()
        {
            [Faltnamn.Datum] = $"{blad.Datum:yyyy-MM-dd}",
            [Faltnamn.AntalSidor] = blad.AntalSidor?.ToString(),
            [Faltnamn.OgiltigTid] = blad.OgiltigMinuter is { } minuter ? SvenskText.Timmar(minuter) : null,
            [Faltnamn.ForstaDag] = $"{blad.ForstaSkolkdag:yyyy-MM-dd}",
            [Faltnamn.SistaDag] = $"{idag:yyyy-MM-dd}",
            [Faltnamn.Lasar] = blad.Lasar,
            [Faltnamn.Skola] = blad.Skola,
            [Faltnamn.Ort] = blad.Ort,
            [Faltnamn.Skolkod] = blad.Skolkod,
            [Faltnamn.Kontaktperson] = blad.Kontaktperson,
            [Faltnamn.Telefon] = blad.Telefon,
        };
        return Studerandens(blankett, varden, blad.Namn, blad.Personnummer, blad.ArSkyddad, blad.StuderandeId, blad.SkolaId);
    }

    /// <summary>A student of the active school, for an intyg. Null as for <see cref="RapportAsync"/>.</summary>
    public async Task<Forifyllning?> StuderandeAsync(Blankett blankett, long studerandeId, CancellationToken ct)
    {
        if (blankett.Slug is not (Blankettregister.Intyg2441W or Blankettregister.Handledarintyg)
            || await db.Synliga<Studerande>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == studerandeId, ct) is not { } studerande
            || await SkolanAsync(blankett, ct) is not { } skolan)
        {
            return null;
        }

        var varden = skolan.Ifylld.Varden.ToDictionary();
        return Studerandens(
            blankett, varden, studerande.NamnFor(farSeSkyddade: true), studerande.Personnummer.TioSiffror(klocka.SvenskDag()), studerande.ArSkyddad, studerande.Id, studerande.SkolaId);
    }

    private static Forifyllning Studerandens(
        Blankett blankett, Dictionary<string, string?> varden, string namn, string personnummer, bool skyddad, long studerandeId, long skolaId)
    {
        if (!skyddad)
            (varden[Faltnamn.Namn], varden[Faltnamn.Personnummer]) = (namn, personnummer);
        return new(Med(blankett, varden, []), skyddad) { Visad = (studerandeId, skolaId) };
    }

    private async Task<List<Dictionary<string, string?>>> BestallningenAsync(CancellationToken ct)
    {
        if (await bestallningar.UtkastAsync(ct) is not { } utkast)
            return [];

        var bild = await bestallning.BildAsync(utkast, ct);
        return [.. utkast.Rader.OrderBy(r => r.Id).Select(r => new Dictionary<string, string?>
        {
            [Faltnamn.RadArende] = $"{r.Slag}",
            [Faltnamn.RadNamn] = r.KontoId is { } id ? bild.Vem(id).Namn : r.Namn,
            [Faltnamn.RadPersonnummer] = r.Personnummer?.Fullt,
            [Faltnamn.RadEpost] = r.Epost ?? (r.KontoId is { } konto ? bild.Vem(konto).Epost : null),
            [Faltnamn.RadTelefon] = r.Telefon,
            [Faltnamn.RadAnvandarnamn] = r.KontoId is { } anvandarkonto ? bild.Vem(anvandarkonto).Anvandarnamn : null,
            [Faltnamn.RadLamnar] = r.TidigareKontoId is { } tidigare ? bild.Vem(tidigare).Namn : null,
        })];
    }

    private static Dictionary<string, string?> Skolans(Skola skola) => new()
    {
        [Faltnamn.Skola] = skola.Namn,
        [Faltnamn.Ort] = skola.Ort,
        [Faltnamn.Skolkod] = skola.Skolkod,
        [Faltnamn.Adress] = skola is { Gatuadress: { } gata, Postnummer: { } nummer } ? $"{gata}, {nummer[..3]} {nummer[3..]} {skola.Ort}" : null,
    };

    /// <summary>The form's own fields among the values.</summary>
    private static Ifylldblankett Med(Blankett blankett, Dictionary<string, string?> varden, IReadOnlyList<IReadOnlyDictionary<string, string?>> rader) =>
        new(blankett, varden.Where(v => blankett.Har(v.Key)).ToDictionary(), rader);
}
