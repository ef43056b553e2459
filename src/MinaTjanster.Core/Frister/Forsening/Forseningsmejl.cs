using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Frister.Forsening;

/// <summary>The words of a reminder of what is late: receipt numbers, never a name or a personnummer.</summary>
internal static class Forseningsmejl
{
    private const int MaxRader = 25;

    public static string Amne(Skola skola, Paminnelsesteg steg, IReadOnlyList<Plikt> plikter)
    {
        var antal = plikter.Count == 1 ? "en sak" : $"{plikter.Count} saker";
        return steg == Paminnelsesteg.Kontaktperson
            ? $"Försenat hos skola {skola.Skolkod}: {antal}"
            : $"Påminnelse: {antal} att skicka till CSN är {(plikter.Count == 1 ? "försenad" : "försenade")}";
    }

    public static string Text(Skola skola, Paminnelsesteg steg, IReadOnlyList<Plikt> plikter, Portaladress adress)
    {
        var rader = string.Join('\n', plikter.Take(MaxRader).Select(p => $"- {p.Rubrik}. Sista dag var {SvenskText.Datum(p.Senast!.Value)}."));
        var fler = plikter.Count > MaxRader ? $"\n- och {plikter.Count - MaxRader} till" : "";
        return steg == Paminnelsesteg.Kontaktperson
            ? $"""
                Hej!

                {skola.Namn} (skolkod {skola.Skolkod}) har påmints, men det här är fortfarande försenat. Skolan är din, eller saknar kontaktperson på CSN.

                {rader}{fler}

                Här ser du alla skolor som är försenade:
                {adress.Till("/csn/frister")}

                Det går inte att svara på det här mejlet.

                Mina tjänster, CSN
                """
            : $"""
                Hej!

                CSN väntar på det här från {skola.Namn} (skolkod {skola.Skolkod}):

                {rader}{fler}

                Skicka det så snart du kan. Du hittar allt i kalendern:
                {adress.Till("/kalender")}

                Är något oklart? Under Kontakta CSN i Mina tjänster står skolans kontaktperson.

                Det går inte att svara på det här mejlet.

                Mina tjänster, CSN
                """;
    }
}
