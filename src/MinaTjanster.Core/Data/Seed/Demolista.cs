using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>Draws a demo underlag as the absence list that a school's system prints.</summary>
internal static class Demolista
{
    private static readonly Lazy<Pdftypsnitt> Inter = new(() => Pdftypsnitt.LoadInter(Path.Combine(AppContext.BaseDirectory, "Teckensnitt")));

    public static byte[] Pdf(Demofranvaro franvaro, Skola skola, DateTime skapad)
    {
        var (uppgift, studerande) = (franvaro.Uppgift, franvaro.Studerande);
        return new Pdfbyggare("Frånvarorapport", skapad, Inter.Value, $"Utskriven {skapad.SvenskDag():yyyy-MM-dd}", $"{skola.Namn}, {skola.Ort}")
            .AddRubrik($"Frånvarorapport {uppgift.TackerFran:yyyy-MM-dd} – {uppgift.TackerTill:yyyy-MM-dd}")
            .AddUppgifter(
                ("Elev", $"{studerande.Fornamn} {studerande.Efternamn}"),
                ("Personnummer", studerande.Personnummer.Fullt),
                ("Klass", studerande.Klass ?? "–"),
                ("Skola", $"{skola.Namn} ({skola.Skolkod})"))
            .AddMellanrubrik("Ogiltig frånvaro")
            .AddTabell(
                [
                    new Pdfkolumn("Datum"),
                    new Pdfkolumn("Lektion", 2),
                    new Pdfkolumn("Undervisning", 1, Pdfjustering.Hoger),
                    new Pdfkolumn("Ogiltig frånvaro", 1, Pdfjustering.Hoger),
                ],
                franvaro.Lektioner.Select(l => (string[])[$"{l.Dag:yyyy-MM-dd}", l.Amne, $"{l.Undervisning} min", $"{l.Ogiltig} min"]))
            .AddUppgifter(
                ("Summa ogiltig frånvaro", $"{SvenskText.Timmar(uppgift.OgiltigMinuter)} timmar vid {uppgift.Tillfallen} tillfällen"),
                ("Total undervisningstid", $"{SvenskText.Timmar(uppgift.UndervisningMinuter)} timmar"))
            .ToBytes();
    }
}
