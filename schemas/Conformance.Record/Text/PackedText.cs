using System.IO.Compression;
using System.Text;

namespace Conformance.Record.Text;

/// <summary>
/// A text that takes little memory while nobody looks at it, if it is long: a server may make every answer as long as it likes, and many
/// are held at once until their scenarios are judged. Thread-safe.
/// </summary>
internal sealed class PackedText : IEquatable<PackedText>
{
    /// <summary>Characters; what is shorter is kept as it is.</summary>
    private const int Longest = 32 * 1024;

    private readonly string? plain;
    private readonly byte[] packed = [];
    private readonly WeakReference<string>? unpacked;

    private PackedText(string text)
    {
        if (text.Length <= Longest)
        {
            plain = text;
            return;
        }

        packed = Pack(text);
        unpacked = new WeakReference<string>(text);
    }

    /// <summary>The text.</summary>
    public string Text
    {
        get
        {
            if (plain is not null)
                return plain;
            if (unpacked!.TryGetTarget(out var known))
                return known;

            var text = Unpack(packed);
            unpacked.SetTarget(text);
            return text;
        }
    }

    public static PackedText Of(string text) => new(text);

    public bool Equals(PackedText? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as PackedText);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    private static byte[] Pack(string text)
    {
        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(new DeflateStream(bytes, CompressionLevel.Fastest), Encoding.UTF8))
            writer.Write(text);

        return bytes.ToArray();
    }

    private static string Unpack(byte[] packed)
    {
        using var reader = new StreamReader(new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
