using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using MinaTjanster.Core.Dokumentlagring;

namespace MinaTjanster.Core.Filrapportering.Lasning;

/// <summary>
/// The first, cheap pass over a student file: is it a text file with rows, in which encoding, how long, which hash? An encoding can only be told
/// from the whole file: the one byte that is not UTF-8 may be the last.
/// </summary>
/// <remarks>Never throws for any bytes, holds one buffer whatever the size, and stops at the first fault.</remarks>
public static class Forgranskning
{
    private const int Buffertstorlek = 128 * 1024;

    internal static ReadOnlySpan<byte> Bom => [0xEF, 0xBB, 0xBF];

    /// <param name="kalla">Read to its end, not closed.</param>
    /// <returns>Or <see cref="FilTom"/> or one of the FIL- refusals.</returns>
    public static async Task<Result<Filoversikt>> GranskaAsync(Stream kalla, CancellationToken cancellationToken = default)
    {
        var buffert = ArrayPool<byte>.Shared.Rent(Buffertstorlek);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            var (rader, tecken) = (new Radrakning(), new Teckenprov());
            for (long langd = 0; ;)
            {
                // A full buffer each time: what is found does not depend on how the bytes come.
                var antal = await kalla.ReadAtLeastAsync(buffert.AsMemory(0, Buffertstorlek), Buffertstorlek, throwOnEndOfStream: false, cancellationToken);
                var bytes = buffert.AsMemory(0, antal);
                hash.AppendData(bytes.Span);
                if (langd == 0 && Filslag.Fel(bytes.Span) is { } slag)
                    return slag;
                if (bytes.Span.Contains((byte)0))
                    return new FilBinar();

                var forstaRad = rader.RadFor(bytes.Span);
                if (!rader.Rakna(bytes.Span))
                    return new FilUtanRadslut(rader.Radnummer);

                tecken.Prova(bytes.Span, forstaRad);
                langd += antal;
                if (antal < Buffertstorlek)
                    return Oversikt(langd, hash, rader, tecken);
            }
        }
        finally
        {
            // What stood in it is personal data.
            ArrayPool<byte>.Shared.Return(buffert, clearArray: true);
        }
    }

    private static Result<Filoversikt> Oversikt(long langd, IncrementalHash hash, Radrakning rader, Teckenprov tecken)
    {
        if (rader.MedText == 0)
            return new FilTom() with { Field = null };
        if (tecken.Fel() is { } fel)
            return fel;
        return new Filoversikt(tecken.Teckenkod, tecken.HasBom, langd, Convert.ToHexStringLower(hash.GetHashAndReset()), rader.MedText - 1);
    }

    /// <summary>Counts lines; any line ending, also one that is cut between two buffers.</summary>
    private sealed class Radrakning
    {
        private long _langd;
        private bool _text;
        private bool _efterCr;

        /// <summary>Of the line that is being read, from 1.</summary>
        public long Radnummer { get; private set; } = 1;

        /// <summary>Lines with something on them.</summary>
        public long MedText { get; private set; }

        /// <summary>The line that these next bytes start on.</summary>
        public long RadFor(ReadOnlySpan<byte> bytes) => _efterCr && bytes.StartsWith((byte)'\n') ? Radnummer - 1 : Radnummer;

        /// <returns>False when a line is too long to be one.</returns>
        public bool Rakna(ReadOnlySpan<byte> bytes)
        {
            if (Radnummer == 1 && _langd == 0 && bytes.StartsWith(Bom))
                bytes = bytes[Bom.Length..];

            while (!bytes.IsEmpty)
            {
                if (_efterCr && bytes[0] == '\n')
                    bytes = bytes[1..];

                _efterCr = false;
                var slut = bytes.IndexOfAny((byte)'\r', (byte)'\n');
                var rad = slut < 0 ? bytes : bytes[..slut];
                _langd += rad.Length;
                if (!_text && rad.ContainsAnyExceptInRange((byte)0, (byte)' '))
                {
                    _text = true;
                    MedText++;
                }

                if (_langd > Filgranser.MaxAvstand)
                    return false;
                if (slut < 0)
                    return true;

                _efterCr = bytes[slut] == '\r';
                (_langd, _text) = (0, false);
                Radnummer++;
                bytes = bytes[(slut + 1)..];
            }

            return true;
        }
    }

    /// <summary>Weighs UTF-8 against Latin-1: å is two bytes that belong together in the one, a byte by itself in the other.</summary>
    private sealed class Teckenprov
    {
        private readonly byte[] _rest = new byte[4];
        private int _restlangd;
        private bool _borjat;
        private long _hela;
        private long _trasiga;
        private long _forstaTrasiga;

        public bool HasBom { get; private set; }

        public Teckenkod Teckenkod => _trasiga == 0 && _restlangd == 0 ? Teckenkod.Utf8 : Teckenkod.Latin1;

        /// <summary>A file that is mostly UTF-8 but not quite has been damaged: read as Latin-1 its names would be wrong.</summary>
        public Refusal? Fel()
        {
            if (Teckenkod == Teckenkod.Utf8 || (!HasBom && _hela <= _trasiga))
                return null;
            return _trasiga == 0 ? new FilAvkortad() : new FilTeckenkod(_forstaTrasiga);
        }

        public void Prova(ReadOnlySpan<byte> bytes, long rad)
        {
            if (!_borjat)
                HasBom = bytes.StartsWith(Bom);

            _borjat = true;
            var alla = bytes;
            while (true)
            {
                if (_restlangd == 0)
                {
                    var plats = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
                    if (plats < 0)
                        return;
                    bytes = bytes[plats..];
                }
                else if (bytes.IsEmpty)
                {
                    return;
                }

                bytes = bytes[Tecken(bytes, alla, rad)..];
            }
        }

        /// <returns>How many of the bytes belong to the character that starts here, or in the rest of the last buffer.</returns>
        private int Tecken(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> alla, long rad)
        {
            var tidigare = _restlangd;
            var prov = _rest.AsSpan();
            var nya = Math.Min(prov.Length - tidigare, bytes.Length);
            bytes[..nya].CopyTo(prov[tidigare..]);
            var svar = Rune.DecodeFromUtf8(prov[..(tidigare + nya)], out _, out var langd);
            if (svar == OperationStatus.NeedMoreData)
            {
                _restlangd = tidigare + nya;
                return nya;
            }

            _restlangd = 0;
            if (svar == OperationStatus.Done)
                _hela++;
            else if (_trasiga++ == 0)
                _forstaTrasiga = rad + Radbrytningar.Antal(alla[..^bytes.Length]);

            return langd - tidigare;
        }
    }
}
