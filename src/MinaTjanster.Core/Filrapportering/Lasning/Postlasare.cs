using System.Text;
using CsvHelper;
using MinaTjanster.Core.Dokumentlagring;

namespace MinaTjanster.Core.Filrapportering.Lasning;

/// <summary>
/// Reads a stream of UTF-8 as CSV rows, one at a time. CsvHelper does the CSV, over bits of whole lines in our own buffer: so memory is bounded,
/// nothing throws, and after a row whose quotes do not match reading goes on at the very next line (docs/adr/0032).
/// </summary>
internal sealed class Postlasare : IAsyncDisposable
{
    /// <summary>After a fault the bits grow from this: a reader looks through its whole bit at once, and hostile files have many faults.</summary>
    private const int MinstaBit = 256;

    private const int MaxRatext = 2_000;

    private readonly Radbuffert _buffert;
    private readonly CsvReaderOptions _form;
    private int _onskad = Radbuffert.Rymd;
    private int _bit;
    private bool _helBuffert;
    private long _bitensRad = 1;
    private CsvReader? _csv;
    private CsvMalformedReason? _trasig;

    public Postlasare(Radbuffert buffert, char avskiljare)
    {
        _buffert = buffert;
        Avskiljare = avskiljare;
        _form = new CsvReaderOptions
        {
            Separator = avskiljare,
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = post => _trasig = post.Reason,
        };
    }

    public char Avskiljare { get; }

    /// <summary>The line in the file where the row starts, from 1.</summary>
    public long Radnummer { get; private set; }

    /// <summary>Null when the row could be read.</summary>
    public Radfel? Fel { get; private set; }

    /// <summary>How a refused row starts, as it stands in the file.</summary>
    public string Ratext { get; private set; } = "";

    /// <summary>0 when the row could not be read.</summary>
    public int AntalFalt => Fel is null ? _csv!.FieldCount : 0;

    /// <summary>The field without its quotes and what protects it from being run as a formula. Valid until the next read.</summary>
    public ReadOnlySpan<byte> Falt(int plats) => Formelskydd.Utan(_csv!.GetSpan(plats));

    /// <summary>The row as it stands in the file, as far as it is kept.</summary>
    public string LasRatext() => Text(_csv!.RawRecord);

    /// <param name="kalla">Closed with the reader, and when it cannot be opened.</param>
    /// <param name="komma">Whether comma may separate.</param>
    public static async Task<Postlasare> OppnaAsync(Stream kalla, Filoversikt oversikt, bool komma, CancellationToken cancellationToken)
    {
        var utf8 = oversikt.Teckenkod == Teckenkod.Utf8
            ? kalla
            : Encoding.CreateTranscodingStream(kalla, CodePagesEncodingProvider.Instance.GetEncoding(1252)!, Encoding.UTF8);
        var buffert = new Radbuffert(utf8, oversikt.HasBom);
        try
        {
            await buffert.FyllAsync(cancellationToken);
            return new(buffert, AvskiljareI(buffert.Innehall, komma));
        }
        catch
        {
            await buffert.DisposeAsync();
            throw;
        }
    }

    /// <summary>The names in the header row, which is read first; or a FIL- refusal.</summary>
    public async Task<Result<string[]>> NamnAsync(CancellationToken cancellationToken)
    {
        if (!await NastaAsync(cancellationToken))
            return new FilTom() with { Field = null };
        if (Fel is RadForLang)
            return new RubrikForLang();
        if (Fel is not null)
            return new RubrikTrasig();

        // Names beyond the limit are only counted.
        var namn = new string[AntalFalt];
        for (var i = 0; i < namn.Length; i++)
            namn[i] = i < Filgranser.MaxAntalFalt ? Encoding.UTF8.GetString(Falt(i)).Trim() : Falt(i).IsEmpty ? "" : "?";

        return namn;
    }

    /// <returns>False at the end.</returns>
    public async ValueTask<bool> NastaAsync(CancellationToken cancellationToken)
    {
        (Fel, Ratext) = (null, "");
        while (true)
        {
            if (_csv is null)
            {
                var langd = await _buffert.TaBitAsync(_onskad, cancellationToken);
                if (langd == 0)
                    return false;
                if (langd is null)
                {
                    (Radnummer, Fel, Ratext) = (_bitensRad++, new RadForLang(), Text(_buffert.Innehall[..MaxRatext]));
                    await _buffert.HoppaOverRadAsync(cancellationToken);
                    return true;
                }

                Borja(langd.Value);
            }

            _trasig = null;
            if (!_csv!.Read())
                Lamna(_bit, _bitensRad + Radbrytningar.Antal(_buffert.Innehall[.._bit]));
            else if (Ta(_csv))
                return true;
        }
    }

    public ValueTask DisposeAsync()
    {
        _csv?.Dispose();
        return _buffert.DisposeAsync();
    }

    /// <summary>What the first line has most of outside quotes.</summary>
    private static char AvskiljareI(ReadOnlySpan<byte> borjan, bool komma)
    {
        var text = borjan.TrimStart(" \t\r\n"u8);
        var (semikolon, tabbar, kommatecken, citat) = (0, 0, 0, false);
        foreach (var tecken in text[..(Radbrytningar.EfterForsta(text) ?? text.Length)])
        {
            if (tecken == '"')
                citat = !citat;
            else if (!citat && tecken == ';')
                semikolon++;
            else if (!citat && tecken == '\t')
                tabbar++;
            else if (!citat && tecken == ',' && komma)
                kommatecken++;
        }

        return kommatecken > Math.Max(semikolon, tabbar) ? ',' : tabbar > semikolon ? '\t' : ';';
    }

    private void Borja(int langd)
    {
        (_bit, _helBuffert) = (langd, _onskad == Radbuffert.Rymd);
        _onskad = Math.Min(_onskad * 2, Radbuffert.Rymd);
        _csv = CsvReader.Create(_buffert.MedRadslutFore(langd), _form);
    }

    /// <summary>Leaves the bit for what comes after its first bytes.</summary>
    private void Lamna(int langd, long nastaRad)
    {
        _csv!.Dispose();
        _csv = null;
        _buffert.GaFram(langd);
        _bitensRad = nastaRad;
    }

    /// <returns>False when it is no row: it goes on after the bit, or is blank.</returns>
    private bool Ta(CsvReader csv)
    {
        // The line ending before the bit counts as a byte and as a line.
        var (borjan, rad) = ((int)csv.ByteOffset - 1, _bitensRad + csv.LineNumber - 2);
        var ra = csv.RawRecord;
        var flera = ra.ContainsAny((byte)'\r', (byte)'\n');
        if (_trasig == CsvMalformedReason.UnterminatedQuote && !_buffert.IsSista(_bit) && !(borjan == 0 && _helBuffert))
        {
            _onskad = Radbuffert.Rymd;
            Lamna(borjan, rad);
            return false;
        }

        Radnummer = rad;
        var forLang = ra.Length > Filgranser.MaxRadlangd;
        if (_trasig is null && !forLang)
            return !IsTom(csv);

        (Fel, Ratext) = (forLang && !flera ? new RadForLang() : new RadCitattecken(), Text(ra));
        if (flera)
        {
            _onskad = MinstaBit;
            Lamna(borjan + Radbrytningar.EfterForsta(ra)!.Value, rad + 1);
        }

        return true;
    }

    private static bool IsTom(CsvReader csv)
    {
        for (var i = 0; i < csv.FieldCount; i++)
        {
            if (!csv.IsEmpty(i))
                return false;
        }

        return true;
    }

    private static string Text(ReadOnlySpan<byte> ra) => Encoding.UTF8.GetString(ra[..Math.Min(ra.Length, MaxRatext)]);
}
