using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Blanketter;

/// <summary>A fault in a form.</summary>
/// <param name="Falt">As pages name it: <c>Varden[Skolkod]</c>, <c>Rader[3][Datum]</c>; empty for the whole form.</param>
public sealed record Blankettfel(string Falt, string Mening);

/// <summary>
/// Judges what has been typed in a form. Nothing is required, since what is lacking can be written on the paper; what is there must be readable, and must agree.
/// </summary>
public static class Blankettprov
{
    private const int LangstaSkoldag = 24 * 60;

    public static string Falt(string namn) => $"Varden[{namn}]";

    public static string Falt(int rad, string namn) => $"Rader[{rad}][{namn}]";

    /// <param name="idag">The Swedish day.</param>
    public static IReadOnlyList<Blankettfel> Prova(Ifylldblankett ifylld, DateOnly idag)
    {
        List<Blankettfel> fel = [];
        foreach (var falt in ifylld.Blankett.Falt)
            Las(fel, Falt(falt.Namn), falt, ifylld.Varde(falt.Namn), idag, "");
        foreach (var (plats, rad) in ifylld.IfylldaRader)
        {
            foreach (var kolumn in ifylld.Blankett.Rader!.Kolumner)
                Las(fel, Falt(plats, kolumn.Namn), kolumn, rad.GetValueOrDefault(kolumn.Namn), idag, $"Rad {plats + 1}: ");
        }

        if (fel.Count == 0)
            fel.AddRange(Samband(ifylld, idag));
        return fel;
    }

    private static void Las(List<Blankettfel> fel, string namn, Blankettfalt falt, string? varde, DateOnly idag, string inledning)
    {
        if (string.IsNullOrWhiteSpace(varde))
            return;

        var mening = varde.Length > Blankettfalt.MaxTecken ? $"Skriv högst {Blankettfalt.MaxTecken} tecken." : Mening(falt, varde, idag);
        if (mening is not null)
            fel.Add(new(namn, $"{inledning}{falt.Etikett}: {mening}"));
    }

    private static string? Mening(Blankettfalt falt, string varde, DateOnly idag) => falt.Slag switch
    {
        Faltslag.Datum when !Datumtolk.TryTolka(varde, out var _) => "Skriv datumet som ÅÅÅÅ-MM-DD.",
        Faltslag.Personnummer when !Personidentiteter.Personnummer.TryParse(varde, idag, out var _) => "Numret stämmer inte. Kontrollera siffrorna, och skriv det som ÅÅMMDD-NNNN.",
        Faltslag.Skolkod when !Skola.ArSkolkod(varde.Trim()) => "Skolkoden är åtta siffror.",
        Faltslag.Antal when !Heltal.TryTolka(varde, out var tal) || tal == 0 => "Skriv ett heltal, minst 1.",
        Faltslag.Minuter when !Heltal.TryTolka(varde, out var minuter) || minuter is 0 or > LangstaSkoldag => "Skriv hela minuter, minst 1.",
        Faltslag.Timmar when !Timtolk.TryTolka(varde, out var tid) || tid == 0 => "Skriv timmar, till exempel 11,5.",
        Faltslag.Poang when !Tiondelar.TryTolka(varde, out var poang) || poang == 0 => "Skriv poäng, till exempel 7,5.",
        Faltslag.Klockslag when !Klockslag.TryTolka(varde, out var _) => "Skriv klockslaget som 8.15.",
        Faltslag.Epost when !Kontouppgifter.ArEpost(varde.Trim()) => "Adressen ser inte ut som en e-postadress.",
        Faltslag.Telefon when !varde.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '+') => "Skriv bara siffror, mellanslag, - och +.",
        Faltslag.Val when falt.Alternativ.All(a => a.Varde != varde) => "Välj något i listan.",
        _ => null,
    };

    private static IEnumerable<Blankettfel> Samband(Ifylldblankett ifylld, DateOnly idag) => ifylld.Blankett.Slug switch
    {
        Blankettregister.Forsattsblad => InteSenare(ifylld, Faltnamn.ForstaDag, "Första skolkdagen", idag),
        Blankettregister.UnderlagForSkolk => Underlag(ifylld, idag),
        Blankettregister.Intyg2441W => Period(ifylld, "Kursens sista dag ligger före dess första."),
        Blankettregister.Handledarintyg =>
        [
            .. InteSenare(ifylld, Faltnamn.Bedomningsdag, "Bedömningsdagen", idag),
            .. Tiondelar.TryTolka(ifylld.Varde(Faltnamn.Poang), out var gjort) && Tiondelar.TryTolka(ifylld.Varde(Faltnamn.Totalpoang), out var allt) && gjort > allt
                ? [new Blankettfel(Falt(Faltnamn.Poang), "Poängen som bedöms vara gjorda är fler än kursens.")]
                : Array.Empty<Blankettfel>(),
        ],
        _ => ifylld.IfylldaRader.SelectMany(r => Person(r.Plats, r.Rad)),
    };

    private static IEnumerable<Blankettfel> InteSenare(Ifylldblankett ifylld, string falt, string vad, DateOnly idag)
    {
        if (Dag(ifylld, falt) > idag)
            yield return new(Falt(falt), $"{vad} kan inte vara senare än i dag.");
    }

    private static IEnumerable<Blankettfel> Period(Ifylldblankett ifylld, string mening)
    {
        if (Dag(ifylld, Faltnamn.SistaDag) < Dag(ifylld, Faltnamn.ForstaDag))
            yield return new(Falt(Faltnamn.SistaDag), mening);
    }

    /// <summary>The rows lie in the period and are counted once, and the sums can be true together (domain.md section 5).</summary>
    private static IEnumerable<Blankettfel> Underlag(Ifylldblankett ifylld, DateOnly idag)
    {
        foreach (var fel in InteSenare(ifylld, Faltnamn.SistaDag, "Sista dagen", idag).Concat(Period(ifylld, "Perioden slutar före första skolkdagen.")))
            yield return fel;

        var (fran, till) = (Dag(ifylld, Faltnamn.ForstaDag), Dag(ifylld, Faltnamn.SistaDag) ?? idag);
        var rader = ifylld.IfylldaRader.Select(r => (r.Plats, Rad: Franvarorad.Fran(r.Rad))).ToList();
        foreach (var (plats, rad) in rader)
        {
            if (rad.Dag is null || rad.Franvaro is null)
                yield return new(Falt(plats, rad.Dag is null ? Faltnamn.RadDatum : Faltnamn.RadFranvaro), $"Rad {plats + 1}: Fyll i både datum och minuter ogiltig frånvaro.");
            else if (rad.Dag < fran || rad.Dag > till)
                yield return new(Falt(plats, Faltnamn.RadDatum), $"Rad {plats + 1}: Dagen ligger utanför perioden.");
            if (rad.Franvaro > rad.Langd)
                yield return new(Falt(plats, Faltnamn.RadFranvaro), $"Rad {plats + 1}: Frånvaron är längre än lektionen.");
            if (rad is { Dag: not null, Tid: not null } && rader.Any(r => r.Plats < plats && r.Rad.Dag == rad.Dag && r.Rad.Tid == rad.Tid))
                yield return new(Falt(plats, Faltnamn.RadTid), $"Rad {plats + 1}: Samma dag och klockslag står på en rad ovanför.");
        }

        if (fran is not null && rader.Count > 0 && rader.TrueForAll(r => r.Rad.Dag != fran))
            yield return new(Falt(Faltnamn.ForstaDag), "Första skolkdagen ska själv ha ogiltig frånvaro. Lägg till en rad för den dagen.");

        if (Timtolk.TryTolka(ifylld.Varde(Faltnamn.Undervisningstid), out var undervisning)
            && undervisning < rader.Sum(r => Math.Max(r.Rad.Langd ?? 0, r.Rad.Franvaro ?? 0)))
        {
            yield return new(Falt(Faltnamn.Undervisningstid), "Den totala undervisningstiden är kortare än lektionerna på raderna. Skriv all schemalagd undervisning i perioden.");
        }
    }

    private static IEnumerable<Blankettfel> Person(int plats, IReadOnlyDictionary<string, string?> rad)
    {
        if (string.IsNullOrWhiteSpace(rad.GetValueOrDefault(Faltnamn.RadArende)))
            yield return new(Falt(plats, Faltnamn.RadArende), $"Rad {plats + 1}: Välj vad beställningen gäller.");
        if (string.IsNullOrWhiteSpace(rad.GetValueOrDefault(Faltnamn.RadNamn)))
            yield return new(Falt(plats, Faltnamn.RadNamn), $"Rad {plats + 1}: Skriv personens namn.");
        var arende = rad.GetValueOrDefault(Faltnamn.RadArende);
        if (arende is nameof(Bestallningsradslag.NyRapportor) or nameof(Bestallningsradslag.AndradEpost) && string.IsNullOrWhiteSpace(rad.GetValueOrDefault(Faltnamn.RadEpost)))
            yield return new(Falt(plats, Faltnamn.RadEpost), $"Rad {plats + 1}: Skriv personens e-postadress.");
    }

    private static DateOnly? Dag(Ifylldblankett ifylld, string falt) => Datumtolk.TryTolka(ifylld.Varde(falt), out var dag) ? dag : null;
}
