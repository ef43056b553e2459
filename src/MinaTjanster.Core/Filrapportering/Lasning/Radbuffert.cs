using System.Buffers;

namespace MinaTjanster.Core.Filrapportering.Lasning;

/// <summary>
/// The only memory a file is read through: a window of whole lines that moves forward over the stream. It is filled to the brim each time,
/// so that what is read does not depend on how the bytes come.
/// </summary>
internal sealed class Radbuffert(Stream kalla, bool hasBom) : IAsyncDisposable
{
    /// <summary>Room for several rows of the greatest length.</summary>
    public const int Rymd = 4 * Filgranser.MaxRadlangd;

    // One byte stands before the window, always a line ending: CsvHelper takes U+FEFF at the start of its input for a mark and drops it.
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(Rymd + 1);
    private int _start = 1;
    private int _slut = 1;
    private bool _kallanSlut;
    private bool _borjat;

    public ReadOnlySpan<byte> Innehall => _bytes.AsSpan(_start.._slut);

    /// <summary>The first bytes of the window, with a line ending before them. Valid until the window moves.</summary>
    public ReadOnlyMemory<byte> MedRadslutFore(int langd) => _bytes.AsMemory(_start - 1, langd + 1);

    /// <summary>Whether the window's first bytes are all that is left of the stream.</summary>
    public bool IsSista(int langd) => _kallanSlut && _start + langd == _slut;

    public async ValueTask FyllAsync(CancellationToken cancellationToken)
    {
        if (_kallanSlut || _slut - _start == Rymd)
            return;

        Innehall.CopyTo(_bytes.AsSpan(1));
        _slut -= _start - 1;
        _start = 1;
        _bytes[0] = (byte)'\n';
        var plats = _bytes.AsMemory(_slut, Rymd + 1 - _slut);
        var antal = await kalla.ReadAtLeastAsync(plats, plats.Length, throwOnEndOfStream: false, cancellationToken);
        _slut += antal;
        _kallanSlut = antal < plats.Length;
        if (!_borjat && hasBom && Innehall.StartsWith(Forgranskning.Bom))
        {
            _start += Forgranskning.Bom.Length;
            _bytes[_start - 1] = (byte)'\n';
        }

        _borjat = true;
    }

    /// <summary>The length of a bit of whole lines: about as long as is wished, longer when its first line is.</summary>
    /// <returns>0 at the end of the stream; null when not even one line has room.</returns>
    public async ValueTask<int?> TaBitAsync(int onskad, CancellationToken cancellationToken)
    {
        if (_slut - _start < onskad)
            await FyllAsync(cancellationToken);
        if (Helarader(onskad) is { } langd)
            return langd;

        await FyllAsync(cancellationToken);
        return Helarader(onskad);
    }

    public void GaFram(int langd) => _start += langd;

    /// <summary>Moves past the next line ending, however far away it is.</summary>
    public async ValueTask HoppaOverRadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Radbrytningar.EfterForsta(Innehall) is { } efter && !IsHalvCrLf(efter))
            {
                _start += efter;
                return;
            }

            if (_kallanSlut)
            {
                _start = _slut;
                return;
            }

            // A carriage return at the end may be half of a pair: it stays.
            _start = Innehall.EndsWith((byte)'\r') ? _slut - 1 : _slut;
            await FyllAsync(cancellationToken);
        }
    }

    public ValueTask DisposeAsync()
    {
        // What stood in it is personal data.
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        return kalla.DisposeAsync();
    }

    private int? Helarader(int onskad)
    {
        var innehall = Innehall;
        if (_kallanSlut && innehall.Length <= onskad)
            return innehall.Length;

        var sista = innehall[..Math.Min(onskad, innehall.Length)].LastIndexOfAny((byte)'\r', (byte)'\n');
        var borjan = Math.Max(sista, 0);
        if (Radbrytningar.EfterForsta(innehall[borjan..]) is not { } efter)
            return _kallanSlut ? innehall.Length : null;
        if (!IsHalvCrLf(borjan + efter))
            return borjan + efter;

        // The window ends in a carriage return that may be half of a pair: up to the line before it, if there is one.
        var tidigare = innehall[..borjan].LastIndexOfAny((byte)'\r', (byte)'\n');
        return tidigare < 0 ? null : tidigare + 1;
    }

    private bool IsHalvCrLf(int efter) => !_kallanSlut && _start + efter == _slut && _bytes[_slut - 1] == '\r';
}
