namespace MinaTjanster.Web.Infrastructure.Uppladdningar;

/// <summary>The post holds more than it may. Thrown while a file is read, so that what is stored of it goes.</summary>
internal sealed class PostForStorException() : IOException("The post is larger than allowed.");

/// <summary>
/// Counts the bytes of a post as they are read, and says once, by throwing, that they have passed the limit. What comes after can still be read:
/// nothing that was taken from the connection is lost.
/// </summary>
internal sealed class Begransadstrom(Stream inre, long grans) : Stream
{
    private long _last;
    private bool _sagt;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _last; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_last > grans && !_sagt)
        {
            _sagt = true;
            throw new PostForStorException();
        }

        var antal = await inre.ReadAsync(buffer, cancellationToken);
        _last += antal;
        return antal;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Posts are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
