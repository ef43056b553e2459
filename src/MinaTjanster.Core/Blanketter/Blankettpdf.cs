using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Blanketter;

/// <summary>A form as a PDF, empty or filled in. What is empty is a line to write on: the rule under it.</summary>
public static class Blankettpdf
{
    /// <summary>Where an amount goes, before its unit.</summary>
    private const string Linje = "______________";

    /// <summary>The narrowest column, in the characters of its fields: its heading must not be cut within words.</summary>
    private const int SmalastKolumn = 10;

    /// <param name="nyaste">The full address where the newest edition is.</param>
    /// <param name="skapad">When the file is made, UTC.</param>
    public static byte[] Rita(Ifylldblankett ifylld, Pdftypsnitt typsnitt, string nyaste, DateTime skapad)
    {
        var blankett = ifylld.Blankett;
        var pdf = new Pdfbyggare(blankett.Rubrik, skapad, typsnitt, blankett.Utgavetext, $"{(blankett.Nummer is { } nummer ? $"{nummer} · " : "")}{blankett.Utgavetext} · {nyaste}", "CSN");
        pdf.AddRubrik(blankett.Rubrik);
        foreach (var del in blankett.Delar)
        {
            pdf.AddMellanrubrik(del.Rubrik);
            pdf.AddUppgifter(del.Falt.Select(f => (f.Etikett, f.Visat(ifylld.Varde(f.Namn)) ?? "")));
        }

        if (blankett.Rader is { } rader)
            AddRader(pdf, ifylld, rader);
        if (Franvarosummor.For(ifylld) is { } summor)
        {
            pdf.AddMellanrubrik("Summa");
            pdf.AddUppgifter(
                ("Ogiltig frånvaro", summor.Minuter == 0 ? $"{Linje} timmar" : summor.Tidtext),
                ("Lektioner med frånvaro", summor.Lektioner == 0 ? Linje : summor.Lektionstext),
                ("Total undervisningstid", ifylld.Varde(Faltnamn.Undervisningstid) is { Length: > 0 } tid && Timtolk.TryTolka(tid, out var minuter) ? $"{SvenskText.Timmar(minuter)} timmar" : $"{Linje} timmar"));
        }

        if (blankett.Papper.Underskrift.Count > 0)
        {
            pdf.AddMellanrubrik("Underskrift");
            pdf.AddUppgifter(blankett.Papper.Underskrift.Select(u => (u, " \n ")));
        }

        foreach (var rad in blankett.Papper.Rad)
            pdf.AddStycke(rad);
        return pdf.ToBytes();
    }

    private static void AddRader(Pdfbyggare pdf, Ifylldblankett ifylld, Blankettrader rader)
    {
        var ifyllda = ifylld.IfylldaRader.Select(r => r.Rad).ToList();
        pdf.AddMellanrubrik(rader.Rubrik);
        if (!rader.ArTabell)
        {
            foreach (var (rad, nummer) in (ifyllda.Count == 0 ? [.. Tomma(rader).Take(3)] : ifyllda).Select((r, i) => (r, i + 1)))
            {
                pdf.AddStycke($"Person {nummer}");
                pdf.AddUppgifter(rader.Kolumner.Select(k => (k.Etikett, k.Visat(rad.GetValueOrDefault(k.Namn)) ?? Valtext(k))));
            }

            return;
        }

        // Two lines a row leave room for a hand's writing where the rows are empty.
        pdf.AddTabell(
            [.. rader.Kolumner.Select(k => new Pdfkolumn(k.Etikett, Math.Max(k.Bredd, SmalastKolumn), k.Slag == Faltslag.Minuter ? Pdfjustering.Hoger : Pdfjustering.Vanster))],
            ifyllda.Count == 0
                ? Tomma(rader).Select(_ => (IReadOnlyList<string>)[.. rader.Kolumner.Select(_ => " \n ")])
                : ifyllda.Select(rad => (IReadOnlyList<string>)[.. rader.Kolumner.Select(k => k.Visat(rad.GetValueOrDefault(k.Namn)) ?? "")]));
    }

    private static IEnumerable<IReadOnlyDictionary<string, string?>> Tomma(Blankettrader rader) => Enumerable.Repeat(new Dictionary<string, string?>(), rader.Antal);

    /// <summary>On an empty paper a choice is a list to ring.</summary>
    private static string Valtext(Blankettfalt falt) => falt.Slag == Faltslag.Val ? string.Join("   ", falt.Alternativ.Select(a => $"[  ] {a.Text}")) : "";
}
