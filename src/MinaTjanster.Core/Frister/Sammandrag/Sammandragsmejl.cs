using System.Text;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Frister.Sammandrag;

/// <summary>The words of a mail about duties: what, by when and where; receipt numbers, never a name or a personnummer.</summary>
internal static class Sammandragsmejl
{
    /// <summary>Rows in a mail: what a person reads, and far below what a mail may hold.</summary>
    private const int MaxRader = 25;

    public static string Amne(IEnumerable<Plikt> plikter, DateOnly idag)
    {
        var alla = plikter.ToList();
        var sena = alla.Count(p => p.ArForsenad);
        var narmast = alla.Where(p => p.Senast >= idag).Min(p => p.Senast);
        return alla.TrueForAll(p => p.Slag == Fristslag.Franvaroavlasning) ? $"Mina tjänster: läs av frånvaron senast {SvenskText.Datum(narmast!.Value)}"
            : sena > 0 ? $"Mina tjänster: {sena} {(sena == 1 ? "sak är försenad" : "saker är försenade")}"
            : narmast is { } dag ? $"Mina tjänster: närmaste sista dag är {SvenskText.Datum(dag)}"
            : "Mina tjänster: det här väntar på dig";
    }

    public static string Text(IReadOnlyList<(Skolval Skola, IReadOnlyList<Plikt> Plikter)> skolor, Sammandragstakt takt, DateOnly idag, Portaladress adress)
    {
        var text = new StringBuilder("Hej!\n\nDet här väntar på dig i Mina tjänster, det mest brådskande först.\n");
        var kvar = MaxRader;
        foreach (var (skola, plikter) in skolor.Where(s => s.Plikter.Count > 0))
        {
            text.Append($"\n{skola.Namn} (skolkod {skola.Skolkod})\n");
            foreach (var plikt in plikter.Take(kvar))
                text.Append($"- {(plikt.ArForsenad ? "Försenat: " : "")}{Rubrik(plikt)}. {plikt.Nar(idag) ?? plikt.Text.TrimEnd('.')}.{(plikt.Helgupplysning is { } helg && plikt.Senast >= idag ? $" {helg}" : "")}\n");
            if (plikter.Count > kvar)
                text.Append($"- och {plikter.Count - kvar} till\n");
            kvar = Math.Max(0, kvar - plikter.Count);
        }

        // Who only keeps a school's users has one thing to do.
        var alla = skolor.SelectMany(s => s.Plikter).ToList();
        var (dar, sida) = alla.TrueForAll(p => p.Slag == Fristslag.Attestering) ? ("Här gör du det:", alla[0].Adress)
            : skolor.Count(s => s.Plikter.Count > 0) > 1 ? ("Välj skola överst på sidan, så ser du allt som gäller den i kalendern, med länk till det du ska göra:", "/kalender")
            : ("Du ser allt i kalendern, med länk till det du ska göra:", "/kalender");
        var varfor = takt == Sammandragstakt.Manadsvis
            ? "Du får mejlet en gång i månaden för att du rapporterar studerande. På Mitt konto kan du välja mejl oftare, eller inga alls:"
            : "Du får mejlet för att du har valt det på Mitt konto. Där kan du ändra hur ofta det kommer:";
        return text.Append(
            $"""

            {dar}
            {adress.Till(sida)}

            {varfor}
            {adress.Till("/mitt-konto/paminnelser")}

            Det går inte att svara på det här mejlet.

            Mina tjänster, CSN
            """).ToString();
    }

    /// <summary>A file's name is the school's own words, and can name a student: a mail says only that there is one.</summary>
    private static string Rubrik(Plikt plikt) =>
        plikt.Slag is Fristslag.FilMisslyckad or Fristslag.FilRader or Fristslag.FilLases ? "En fil med rapporter" : plikt.Rubrik;
}
