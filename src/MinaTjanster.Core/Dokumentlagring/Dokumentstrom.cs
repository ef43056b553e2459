using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Dokumentlagring;

/// <summary>Reads a document's parts one at a time, forward only, so that 20 MB never stands whole in memory.</summary>
/// <remarks>A part that is missing or a length that does not agree throws <see cref="InvalidDataException"/>: half a document is never given as a whole.</remarks>
internal sealed class Dokumentstrom(IQueryable<Dokumentdel> delar, long langd) : Stream
{
    private byte[] _del = [];
    private int _plats;
    private int _nasta;
    private long _last;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => langd;

    public override long Position { get => _last; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_plats == _del.Length)
        {
            if (_last == langd)
                return 0;

            var nummer = _nasta++;
            _del = await delar.Where(d => d.Nummer == nummer).Select(d => d.Innehall).SingleOrDefaultAsync(cancellationToken)
                ?? throw new InvalidDataException($"Part {nummer} of a document is missing.");
            _plats = 0;
            if (_del.Length == 0 || _last + _del.Length > langd)
                throw new InvalidDataException("A document's parts do not agree with its length.");
        }

        var antal = Math.Min(buffer.Length, _del.Length - _plats);
        _del.AsMemory(_plats, antal).CopyTo(buffer);
        _plats += antal;
        _last += antal;
        return antal;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Documents are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
