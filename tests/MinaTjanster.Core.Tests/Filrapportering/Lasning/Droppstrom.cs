namespace MinaTjanster.Core.Tests.Filrapportering.Lasning;

/// <summary>Bytes that come forward only and a few at a time, as from a network or a database.</summary>
internal sealed class Droppstrom(byte[] bytes, int steg) : Framatstrom
{
    private int _plats;

    protected override int Nasta(Span<byte> mal)
    {
        var antal = Math.Min(Math.Min(steg, mal.Length), bytes.Length - _plats);
        bytes.AsSpan(_plats, antal).CopyTo(mal);
        _plats += antal;
        return antal;
    }
}

/// <summary>A long file that is never held: a start, and then the same bytes again and again.</summary>
internal sealed class Upprepning(byte[] borjan, byte[] igen, long langd, Action<long>? vidLasning = null) : Framatstrom
{
    public long Last { get; private set; }

    protected override int Nasta(Span<byte> mal)
    {
        var kvar = mal[..(int)Math.Min(mal.Length, langd - Last)];
        var antal = kvar.Length;
        while (!kvar.IsEmpty)
        {
            var plats = Last + antal - kvar.Length;
            var kalla = plats < borjan.Length ? borjan.AsSpan((int)plats) : igen.AsSpan((int)((plats - borjan.Length) % igen.Length));
            kalla = kalla[..Math.Min(kalla.Length, kvar.Length)];
            kalla.CopyTo(kvar);
            kvar = kvar[kalla.Length..];
        }

        Last += antal;
        vidLasning?.Invoke(Last);
        return antal;
    }
}

internal abstract class Framatstrom : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Nasta(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Nasta(buffer.AsSpan(offset, count)));

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Documents are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected abstract int Nasta(Span<byte> mal);
}
