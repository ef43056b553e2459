using MinaTjanster.Core.Brevutskrifter;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// Letters with usernames as one PDF, a page each, for window envelopes (<see cref="Brevfonster"/>). A letter never holds a password.
/// </summary>
public static class Brevpdf
{
    private const double Mm = 72 / 25.4;
    private const double Vanster = 25 * Mm;
    private const double Hoger = 190 * Mm;

    private static readonly Pdfstil Brodtext = Pdfstil.Brodtext with { Size = 11 };

    /// <param name="brev">At least one.</param>
    /// <param name="skapad">When the file is made, UTC.</param>
    public static byte[] Rita(IReadOnlyList<Brevuppgift> brev, Pdftypsnitt typsnitt, Portaladress adress, DateTime skapad)
    {
        var dokument = new Pdfdokument(brev.Count == 1 ? "Brev med användarnamn" : $"{brev.Count} brev med användarnamn", skapad, typsnitt);
        foreach (var ett in brev)
            Rita(dokument, ett, adress);
        return dokument.ToBytes();
    }

    private static void Rita(Pdfdokument dokument, Brevuppgift brev, Portaladress adress)
    {
        var (sida, del) = (dokument.AddSida(), dokument.Struktur.Add("Sect"));
        sida.Text(Vanster, 22 * Mm, "Mina tjänster", new Pdfstil(14, Bold: true, Pdffarg.Accent), del.Add("P"));
        sida.Text(Vanster, 28 * Mm, "CSN", Pdfstil.Liten, del.Add("P"));
        sida.Text(Hoger, 22 * Mm, SvenskText.Datum(brev.Dag), Pdfstil.Liten, del.Add("P"), Pdfjustering.Hoger);
        Brevfonster.Rita(dokument, sida, brev.Adressrader, del.Add("P"));

        var y = 98 * Mm;
        void Stycke(string text, Pdfstil stil, string tagg, double efter)
        {
            var element = del.Add(tagg);
            var rader = dokument.Lines(text, stil, Hoger - Vanster);
            for (var i = 0; i < rader.Count; i++)
            {
                sida.Text(Vanster, y + Pdfflode.Baseline(stil), i < rader.Count - 1 ? rader[i] + " " : rader[i], stil, element);
                y += stil.LineHeight;
            }

            y += efter;
        }

        Stycke("Ditt användarnamn till Mina tjänster", Pdfstil.Rubrik with { Size = 18 }, "H1", 10);
        Stycke($"Hej! Du har fått ett konto i Mina tjänster, där {brev.Skola} (skolkod {brev.Skolkod}) rapporterar till CSN. Ditt användarnamn är", Brodtext, "P", 8);
        Stycke(brev.Anvandarnamn, new Pdfstil(20, Bold: true, Pdffarg.Text), "P", 12);
        Stycke("Så här kommer du i gång", Pdfstil.Mellanrubrik, "H2", 4);
        Stycke("1. Vänta på ett mejl med ett engångslösenord. Det kommer några dagar efter det här brevet, till den e-postadress som skolan har lämnat.", Brodtext, "P", 5);
        Stycke($"2. Öppna Lösenordskiosken, {adress.Till("/losenordskiosk")}, och byt engångslösenordet mot ett eget lösenord.", Brodtext, "P", 5);
        Stycke($"3. Logga in på {adress.Till("/logga-in")} med användarnamnet och ditt nya lösenord.", Brodtext, "P", 12);
        Stycke("Har mejlet inte kommit inom en vecka?", Pdfstil.Mellanrubrik, "H2", 4);
        Stycke(
            $"Titta i skräpposten. Fråga sedan den som sköter behörigheter på skolan, eller ring CSN på {Hjalpvag.Partnertelefon}.", Brodtext, "P", 12);
        Stycke("Spara brevet så länge du behöver användarnamnet. Det innehåller inget lösenord, och CSN frågar aldrig efter ditt lösenord.", Brodtext, "P", 0);
        sida.Linje(Vanster, 275 * Mm, Hoger, 275 * Mm, 0.5, Pdffarg.Linje);
        sida.Text(Vanster, 281 * Mm, $"CSN, partnertelefon {Hjalpvag.Partnertelefon}", Pdfstil.Liten);
    }
}
