using System.Text;

namespace MinaTjanster.Core.Filrapportering.Lasning;

/// <summary>
/// The second pass over a student file: its rows, one at a time. Any bytes give rows, rows with a fault, or a refusal of the file, never an
/// exception; memory is one buffer and one row, whatever the size (<see cref="Filgranser"/>).
/// </summary>
/// <remarks>
/// Semicolon or tab, told from the header; LF, CR LF or CR; quotes as in RFC 4180. Spaces around a field that is not in quotes are dropped, as
/// are blank rows and empty fields after the last column. An apostrophe that keeps a spreadsheet from running the field (<see cref="Filskrivare"/>)
/// is taken away.
/// </remarks>
public sealed class Fillasare : IAsyncDisposable
{
    private readonly Postlasare _poster;
    private readonly Filkolumner _kolumner;
    private readonly string[] _senaste;
    private Filrad? _forsta;

    private Fillasare(Postlasare poster, Filrubrik rubrik, Filkolumner kolumner)
    {
        _poster = poster;
        Rubrik = rubrik;
        _kolumner = kolumner;
        _senaste = new string[kolumner.Antal];
        Array.Fill(_senaste, "");
    }

    public Filrubrik Rubrik { get; }

    /// <param name="kalla">The same bytes as the overview was made from, from their start. Closed with the reader, and when the file is refused.</param>
    /// <returns>A reader before the first row; or the FIL- refusals of the header, or <see cref="FilUtanRader"/>.</returns>
    public static Task<Result<Fillasare>> OppnaAsync(Stream kalla, Filoversikt oversikt, Filkolumner kolumner, CancellationToken cancellationToken = default) =>
        OppnaAsync(kalla, oversikt, kolumner, komma: false, cancellationToken);

    /// <param name="komma">Whether comma may separate. Student files refuse it, since their numbers have decimal commas.</param>
    /// <inheritdoc cref="OppnaAsync(Stream, Filoversikt, Filkolumner, CancellationToken)"/>
    public static async Task<Result<Fillasare>> OppnaAsync(
        Stream kalla, Filoversikt oversikt, Filkolumner kolumner, bool komma, CancellationToken cancellationToken = default)
    {
        var poster = await Postlasare.OppnaAsync(kalla, oversikt, komma, cancellationToken);
        IAsyncDisposable agare = poster;
        try
        {
            var rubrik = await RubrikAsync(poster, kolumner, cancellationToken);
            if (!rubrik.IsAccepted)
                return Result<Fillasare>.Refused(rubrik.Refusals);

            var lasare = new Fillasare(poster, rubrik.Value, kolumner);
            lasare._forsta = await lasare.LasAsync(cancellationToken);
            if (lasare._forsta is null)
                return new FilUtanRader();

            agare = Ingenting.Instans;
            return lasare;
        }
        finally
        {
            await agare.DisposeAsync();
        }
    }

    /// <returns>Null at the end.</returns>
    public ValueTask<Filrad?> NastaAsync(CancellationToken cancellationToken = default)
    {
        if (_forsta is null)
            return LasAsync(cancellationToken);

        var forsta = _forsta;
        _forsta = null;
        return ValueTask.FromResult<Filrad?>(forsta);
    }

    public ValueTask DisposeAsync() => _poster.DisposeAsync();

    private static async Task<Result<Filrubrik>> RubrikAsync(Postlasare poster, Filkolumner kolumner, CancellationToken cancellationToken)
    {
        var namn = await poster.NamnAsync(cancellationToken);
        return namn.IsAccepted ? Filrubrik.Tolka(poster.Avskiljare, namn.Value, kolumner) : Result<Filrubrik>.Refused(namn.Refusals);
    }

    private async ValueTask<Filrad?> LasAsync(CancellationToken cancellationToken)
    {
        if (!await _poster.NastaAsync(cancellationToken))
            return null;
        if (_poster.Fel is { } radfel)
            return new Filrad(_poster.Radnummer, Varden(), radfel, _poster.Ratext);

        var varden = Varden();
        var fel = Antalsfel() ?? Langdfel(varden);
        return fel is null ? new Filrad(_poster.Radnummer, varden) : new Filrad(_poster.Radnummer, varden, fel, _poster.LasRatext());
    }

    private string[] Varden()
    {
        var varden = new string[_kolumner.Antal];
        var antal = _poster.AntalFalt;
        for (var k = 0; k < varden.Length; k++)
        {
            var falt = Rubrik.Falt(k);
            varden[k] = falt >= 0 && falt < antal ? Varde(k, _poster.Falt(falt)) : "";
        }

        return varden;
    }

    /// <summary>A school's rows say much the same as the row before: skolkod, event and days are not made anew.</summary>
    private string Varde(int kolumn, ReadOnlySpan<byte> falt)
    {
        var senaste = _senaste[kolumn];
        if (falt.Length == senaste.Length && Ascii.Equals(falt, senaste))
            return senaste;

        return _senaste[kolumn] = Encoding.UTF8.GetString(falt);
    }

    private Radfel? Antalsfel()
    {
        var (antal, kolumner) = (_poster.AntalFalt, Rubrik.AntalKolumner);
        while (antal > kolumner && _poster.Falt(antal - 1).IsEmpty)
            antal--;

        return antal == kolumner ? null : antal < kolumner ? new ForFaFalt(antal, kolumner) : new ForMangaFalt(antal, kolumner);
    }

    private FaltForLangt? Langdfel(string[] varden)
    {
        var forLangt = Array.FindIndex(varden, v => v.Length > Filgranser.MaxFaltlangd);
        return forLangt < 0 ? null : new FaltForLangt(_kolumner.Kolumner[forLangt].Namn);
    }

    /// <summary>Owns nothing: the reader has been handed on.</summary>
    private sealed class Ingenting : IAsyncDisposable
    {
        public static readonly Ingenting Instans = new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
