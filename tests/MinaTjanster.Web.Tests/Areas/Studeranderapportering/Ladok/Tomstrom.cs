namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering.Ladok;

/// <summary>So many bytes of text, without holding them.</summary>
internal sealed class Tomstrom(long langd) : Stream
{
    private long _kvar = langd;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var antal = (int)Math.Min(count, _kvar);
        Array.Fill(buffer, (byte)'a', offset, antal);
        _kvar -= antal;
        return antal;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
