namespace Conformance.Reports.Records;

/// <summary>Takes what is written, and says whether it is what was expected, without keeping any of it.</summary>
/// <param name="expected">What is expected.</param>
internal sealed class ComparingStream(ReadOnlyMemory<byte> expected) : Stream
{
    private bool differs;
    private int position;

    /// <summary>Whether all that was expected was written, and nothing else.</summary>
    public bool IsSame => !differs && position == expected.Length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        differs |= buffer.Length > expected.Length - position || !buffer.SequenceEqual(expected.Span.Slice(position, buffer.Length));
        if (!differs)
            position += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is kept.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
