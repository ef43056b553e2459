using MinaTjanster.Core.Brevutskrifter;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Beslutsgang;

/// <summary>
/// Letters of decisions as one PDF, each beginning on a page of its own, for window envelopes (<see cref="Brevfonster"/>). The portal has no home addresses: the window
/// holds the name, with room below for the address, which CSN's printing sets (ADR 0057).
/// </summary>
public static class Beslutsbrevspdf
{
    private const double Mm = 72 / 25.4;
    private const double Vanster = 25 * Mm;
    private const double Hoger = 190 * Mm;
    private const double OverFonstret = 42 * Mm;
    private const double Forsta = 92 * Mm;
    private const double Topp = 34 * Mm;
    private const double Botten = 270 * Mm;

    private static readonly Pdfstil Brodtext = Pdfstil.Brodtext;

    /// <param name="brev">At least one.</param>
    /// <param name="skapad">When the file is made, UTC.</param>
    public static byte[] Rita(IReadOnlyList<Beslutsbrev> brev, Pdftypsnitt typsnitt, DateTime skapad) => RitaAlla(brev, typsnitt, skapad).Dokument.ToBytes();

    /// <summary>How many pages each letter takes, in the same order.</summary>
    public static IReadOnlyList<int> Sidantal(IReadOnlyList<Beslutsbrev> brev, Pdftypsnitt typsnitt) => RitaAlla(brev, typsnitt, DateTime.UnixEpoch).Sidor;

    private static (Pdfdokument Dokument, IReadOnlyList<int> Sidor) RitaAlla(IReadOnlyList<Beslutsbrev> brev, Pdftypsnitt typsnitt, DateTime skapad)
    {
        var dokument = new Pdfdokument(brev.Count == 1 ? $"Brev i ärende {brev[0].Kvittensnummer}" : $"{brev.Count} brev om ogiltig frånvaro", skapad, typsnitt);
        List<int> sidor = [.. brev.Select(ett => new Ritning(dokument, ett).Rita())];
        return (dokument, sidor);
    }

    private sealed class Ritning(Pdfdokument dokument, Beslutsbrev brev)
    {
        private readonly Pdftagg _del = dokument.Struktur.Add("Sect");
        private readonly List<Pdfsida> _sidor = [];
        private double _y;

        /// <returns>How many pages it took.</returns>
        public int Rita()
        {
            NySida();
            _y = Forsta;
            if (brev.ArSkyddad)
                _sidor[0].Text(Hoger, OverFonstret, "Genom Skatteverkets förmedling", Pdfstil.Liten, _del.Add("P"), Pdfjustering.Hoger);
            Brevfonster.Rita(dokument, _sidor[0], brev.Adressrader, _del.Add("P"), Brevfonster.Namnhojd);

            Stycke(Brevtext.Rubrik(brev), Pdfstil.Rubrik with { Size = 17 }, "H1", 8);
            Stycke($"Ärende {brev.Kvittensnummer} · {brev.Namn}, {brev.Personnummer.Fullt}", Pdfstil.Etikett, "P", 8);
            var (fore, efter) = Brevtext.Avsnitt(brev);
            foreach (var (nummer, avsnitt) in fore.Index())
            {
                Rita(avsnitt);
                if (nummer == 0 && brev.Beslut is { Slag: Skolkbeslutsslag.Kommunicering or Skolkbeslutsslag.Utfall, Perioder.Count: > 0 })
                    Perioder();
            }

            foreach (var avsnitt in efter)
                Rita(avsnitt);
            for (var i = 0; i < _sidor.Count; i++)
                Fot(_sidor[i], i + 1);
            return _sidor.Count;
        }

        private void Rita(Brevavsnitt avsnitt)
        {
            if (avsnitt.Rubrik is { } rubrik)
            {
                Behovs(5 * Brodtext.LineHeight);
                _y += 4;
                Stycke(rubrik, Pdfstil.Mellanrubrik with { Size = 12 }, "H2", 2);
            }

            foreach (var stycke in avsnitt.Stycken)
                Stycke(stycke, Brodtext, "P", 6);
        }

        /// <summary>The half months, each with its days and amount.</summary>
        private void Perioder()
        {
            var tabell = _del.Add("Table");
            Rad(tabell.Add("TR"), "TH", "/A << /O /Table /Scope /Column >>", Pdfstil.Tabellhuvud, "Period", "Dagar", "Belopp");
            foreach (var period in brev.Beslut.Perioder)
                Rad(tabell.Add("TR"), "TD", "", Pdfstil.Tabelltext, $"{period.ForstaDag:yyyy-MM-dd}–{period.SistaDag:yyyy-MM-dd}", "15", SvenskText.Kronor(period.Belopp));
            Rad(tabell.Add("TR"), "TD", "", Pdfstil.Tabellhuvud, "Tillsammans", $"{brev.Beslut.Perioder.Count * 15}", SvenskText.Kronor(brev.Beslut.FelUtbetalt));
            _y += 8;
        }

        private void Rad(Pdftagg rad, string cell, string attribut, Pdfstil stil, string period, string dagar, string belopp)
        {
            Behovs(stil.LineHeight + 6);
            var y = _y + stil.LineHeight;
            Pdftagg Cell() => attribut.Length == 0 ? rad.Add(cell) : rad.Add(cell, attribut);
            _sidor[^1].Text(Vanster, y, $"{period} ", stil, Cell());
            _sidor[^1].Text(Vanster + (80 * Mm), y, $"{dagar} ", stil, Cell(), Pdfjustering.Hoger);
            _sidor[^1].Text(Vanster + (120 * Mm), y, $"{belopp} ", stil, Cell(), Pdfjustering.Hoger);
            _y += stil.LineHeight + 4;
            _sidor[^1].Linje(Vanster, _y, Vanster + (120 * Mm), _y, 0.5, Pdffarg.Linje);
        }

        private void Stycke(string text, Pdfstil stil, string tagg, double efter)
        {
            var element = _del.Add(tagg);
            var rader = dokument.Lines(text, stil, Hoger - Vanster);
            for (var i = 0; i < rader.Count; i++)
            {
                Behovs(stil.LineHeight);
                _sidor[^1].Text(Vanster, _y + (stil.LineHeight / 2) + (stil.Size * 0.36), i < rader.Count - 1 ? rader[i] + " " : rader[i], stil, element);
                _y += stil.LineHeight;
            }

            _y += efter;
        }

        private void Behovs(double hojd)
        {
            if (_y + hojd > Botten)
                NySida();
        }

        private void NySida()
        {
            var sida = dokument.AddSida();
            _sidor.Add(sida);
            _y = Topp;
            sida.Text(Vanster, 22 * Mm, "CSN", new Pdfstil(14, Bold: true, Pdffarg.Accent), _sidor.Count == 1 ? _del.Add("P") : null);
            sida.Text(Hoger, 22 * Mm, SvenskText.Datum(brev.Dag), Pdfstil.Liten, _sidor.Count == 1 ? _del.Add("P") : null, Pdfjustering.Hoger);
        }

        private void Fot(Pdfsida sida, int nummer)
        {
            sida.Linje(Vanster, 277 * Mm, Hoger, 277 * Mm, 0.5, Pdffarg.Linje);
            sida.Text(Vanster, 282 * Mm, $"{Forsattsblad.Postadress} · Ärende {brev.Kvittensnummer}", Pdfstil.Liten);
            sida.Text(Hoger, 282 * Mm, $"Sida {nummer} av {_sidor.Count}", Pdfstil.Liten, justering: Pdfjustering.Hoger);
        }
    }
}
