using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Utbildningar;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>What each demo school offers from the demo läsår on: the educations that its students study, with what a school states of them.</summary>
internal static class Demoutbud
{
    /// <param name="Poang">Of the whole education, where the school form states it.</param>
    private sealed record Tillagg(string? Kod, int? Poang, int Omfattning = 100, Undervisningssatt Undervisning = Undervisningssatt.PaPlats);

    /// <summary>The codes are made up, but for studievägskod and inriktning, which follow their tables.</summary>
    private static readonly Dictionary<string, Tillagg> Tillaggen = new()
    {
        ["Komvux på gymnasial nivå, allmänna ämnen"] = new("GYALLM", null),
        ["Undersköterska"] = new("VOUSK", 1500),
        ["Barnskötare"] = new("BFBAR", 1350, 50, Undervisningssatt.Distans),
        ["Komvux på grundläggande nivå"] = new("GRALLM", null),
        ["Systemutvecklare .NET"] = new("YH-10217", 400),
        ["Redovisningsekonom"] = new("YH-10340", 400, 100, Undervisningssatt.DistansMedTraffar),
        ["Tandsköterska"] = new("YH-10415", 300),
        ["Kandidatprogram i musik"] = new("KMUSI", 180),
        ["Ämneslärarprogrammet, musik"] = new("LAMUS", 300),
        ["Civilingenjörsprogrammet i datateknik"] = new("TCDAT", 300),
        ["Sjuksköterskeprogrammet"] = new("VSJUK", 180),
        ["Juristprogrammet"] = new("SJURI", 270),
        ["Kandidatprogram i ekonomi"] = new("SKEKO", 180),
    };

    public static IEnumerable<Utbildningsuppgift> For(Skolform skolform, string skolkod, Lasar lasar) =>
        Demoutbildningar.For(skolform, skolkod).Select(u => Uppgift(u, Utbildningsformer.For(skolform), lasar));

    private static Utbildningsuppgift Uppgift(Demoutbildning utbildning, Utbildningsform form, Lasar lasar)
    {
        var tillagg = Tillaggen.GetValueOrDefault(utbildning.Namn) ?? new(null, null);
        var kod = form.Kodslag switch
        {
            Kodslag.Studievagskod => utbildning.Studievagskod,
            Kodslag.Inriktning => Demoutbildningar.Inriktning(utbildning.Namn),
            _ => tillagg.Kod,
        };
        return new()
        {
            Namn = utbildning.Namn,
            Slag = Slag(utbildning.Namn, form),
            Niva = Niva(utbildning, form),
            Avdelning = utbildning.Avdelning,
            Kod = kod,
            Omfattning = tillagg.Omfattning,
            Undervisning = tillagg.Undervisning,
            PoangTiondelar = tillagg.Poang * 10,
            FranLasar = lasar.Startar,
        };
    }

    private static Utbildningsslag Slag(string namn, Utbildningsform form) => form.Skolform switch
    {
        Skolform.Komvux => namn.StartsWith("Komvux", StringComparison.Ordinal) ? Utbildningsslag.Kurs : Utbildningsslag.Program,
        Skolform.Folkhogskola => namn.StartsWith("Allmän kurs", StringComparison.Ordinal) ? Utbildningsslag.Kurs : Utbildningsslag.Inriktning,
        _ => form.Slag[0],
    };

    private static Utbildningsniva Niva(Demoutbildning utbildning, Utbildningsform form) => (form.Skolform, utbildning.Avdelning) switch
    {
        (Skolform.Komvux or Skolform.Folkhogskola, Studiestod.Avdelning.A1) => Utbildningsniva.Grundlaggande,
        (Skolform.Komvux or Skolform.Folkhogskola, Studiestod.Avdelning.A2) => Utbildningsniva.Gymnasial,
        (Skolform.Folkhogskola, _) => Utbildningsniva.Eftergymnasial,
        _ => form.Nivaer[0],
    };
}
