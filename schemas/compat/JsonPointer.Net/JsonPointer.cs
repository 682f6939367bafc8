using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Json.Pointer;

/// <summary>A JSON Pointer (RFC 6901): the way from the root of a JSON document to one value in it.</summary>
[JsonConverter(typeof(JsonPointerConverter))]
public sealed class JsonPointer : IEquatable<JsonPointer>
{
    /// <summary>The pointer to the whole document.</summary>
    public static readonly JsonPointer Empty = new([]);

    private JsonPointer(PointerSegment[] segments) => Segments = segments;

    /// <summary>The names and indices on the way, unescaped.</summary>
    public PointerSegment[] Segments { get; }

    /// <summary>Makes a pointer of unescaped names and indices.</summary>
    public static JsonPointer Create(params PointerSegment[] segments) => new([.. segments]);

    /// <inheritdoc cref="Create(PointerSegment[])"/>
    public static JsonPointer Create(IEnumerable<PointerSegment> segments) => new([.. segments]);

    /// <summary>Reads a pointer in its plain form (<c>/a~1b</c>) or as a URI fragment (<c>#/a~1b%20c</c>).</summary>
    public static bool TryParse(string source, [NotNullWhen(true)] out JsonPointer? result)
    {
        var isFragment = source.StartsWith('#');
        var text = isFragment ? Uri.UnescapeDataString(source[1..]) : source;
        result = text.Length == 0 ? Empty : ParsePlain(text);
        return result is not null;
    }

    /// <summary>The pointer that goes on from where this one ends.</summary>
    public JsonPointer Combine(JsonPointer other) => new([.. Segments, .. other.Segments]);

    /// <inheritdoc cref="Combine(JsonPointer)"/>
    public JsonPointer Combine(params PointerSegment[] additionalSegments) => new([.. Segments, .. additionalSegments]);

    /// <summary>Follows the pointer from <paramref name="root"/>; JSON null is a value that can be found.</summary>
    /// <returns>False if the document has nothing at this place.</returns>
    public bool TryEvaluate(JsonNode? root, out JsonNode? result)
    {
        result = root;
        foreach (var segment in Segments)
            if (!segment.TryStep(result, out result))
                return false;
        return true;
    }

    /// <summary>The plain form of RFC 6901.</summary>
    public override string ToString() => string.Concat(Segments.Select(segment => "/" + segment));

    public bool Equals(JsonPointer? other) => other is not null && Segments.AsSpan().SequenceEqual(other.Segments);

    public override bool Equals(object? obj) => Equals(obj as JsonPointer);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var segment in Segments)
            hash.Add(segment);
        return hash.ToHashCode();
    }

    public static bool operator ==(JsonPointer? left, JsonPointer? right) => Equals(left, right);

    public static bool operator !=(JsonPointer? left, JsonPointer? right) => !Equals(left, right);

    private static JsonPointer? ParsePlain(string text)
    {
        if (text[0] != '/')
            return null;
        var segments = new List<PointerSegment>();
        foreach (var part in text[1..].Split('/'))
        {
            if (!PointerSegment.TryUnescape(part, out var segment))
                return null;
            segments.Add(segment);
        }

        return new JsonPointer([.. segments]);
    }
}
