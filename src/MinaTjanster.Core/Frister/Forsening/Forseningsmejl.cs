using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Frister.Forsening;

/// <summary>To whom a reminder is written.</summary>
internal enum Mottagarroll
{
    Rapportor,

    /// <summary>Nobody at the school may report it.</summary>
    Administrator,

    /// <summary>At CSN, when the school has been reminded.</summary>
    Kontaktperson,

    /// <summary>At CSN, when there was nobody to remind.</summary>
    KontaktpersonForst,
}

/// <summary>The words of a reminder of what is late: receipt numbers, never a name or a personnummer.</summary>
internal static class Forseningsmejl
{
    private const int MaxRader = 25;

    public static string Amne(Skola skola, Mottagarroll roll, IReadOnlyList<Plikt> plikter)
    {
        var antal = plikter.Count == 1 ? "en sak" : $"{plikter.Count} saker";
        return roll is Mottagarroll.Kontaktperson or Mottagarroll.KontaktpersonForst
            ? $"Försenat hos skola {skola.Skolkod}: {antal}"
            : $"Påminnelse: {antal} att skicka till CSN är {(plikter.Count == 1 ? "försenad" : "försenade")}";
    }

    public static string Text(Skola skola, Mottagarroll roll, IReadOnlyList<Plikt> plikter, Portaladress adress)
    {
        var rader = string.Join('\n', plikter.Take(MaxRader).Select(p => $"- {p.Rubrik}. Sista dag var {SvenskText.Datum(p.Senast!.Value)}."));
        if (plikter.Count > MaxRader)
            rader += $"\n- och {plikter.Count - MaxRader} till";
        var skolan = $"{skola.Namn} (skolkod {skola.Skolkod})";
        var (inledning, gor) = roll switch
        {
            Mottagarroll.Rapportor => (
                $"CSN väntar på det här från {skolan}:",
                $"Skicka det så snart du kan. Du hittar allt i kalendern:\n{adress.Till("/kalender")}\n\nÄr något oklart? Under Kontakta CSN i Mina tjänster står skolans kontaktperson."),
            Mottagarroll.Administrator => (
                $"CSN väntar på det här från {skolan}, och ingen på skolan har behörighet att rapportera det:",
                $"Se till att någon får behörigheten. I Identity Manager ser du vem som ger den:\n{adress.Till("/identity-manager")}\n\nÄr något oklart? Under Kontakta CSN i Mina tjänster står skolans kontaktperson."),
            Mottagarroll.Kontaktperson or Mottagarroll.KontaktpersonForst => (
                $"{skolan} {(roll == Mottagarroll.Kontaktperson ? "har påmints, men det här är fortfarande försenat" : "har ingen som kan påminnas, och det här är försenat")}. Skolan är din, eller saknar kontaktperson på CSN.",
                $"Här ser du alla skolor som är försenade:\n{adress.Till("/csn/frister")}"),
            _ => throw new ArgumentOutOfRangeException(nameof(roll), roll, null),
        };
        return $"""
            Hej!

            {inledning}

            {rader}

            {gor}

            Det går inte att svara på det här mejlet.

            Mina tjänster, CSN
            """;
    }
}
