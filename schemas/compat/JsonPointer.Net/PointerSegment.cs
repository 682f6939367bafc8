using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Json.Pointer;

/// <summary>One step of a <see cref="JsonPointer"/>: the name of a member or the index of an element.</summary>
public sealed partial class PointerSegment : IEquatable<PointerSegment>
{
    private PointerSegment(string value) => Value = value;

    /// <summary>The name or index, unescaped.</summary>
    public string Value { get; }

    /// <summary>Makes a segment of an unescaped member name.</summary>
    public static implicit operator PointerSegment(string value) => FromString(value);

    /// <summary>Makes a segment of an index.</summary>
    public static implicit operator PointerSegment(int value) => FromInt32(value);

    public static PointerSegment FromString(string value) => new(value);

    public static PointerSegment FromInt32(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The segment as RFC 6901 escapes it.</summary>
    public override string ToString() => Value.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public bool Equals(PointerSegment? other) => other is not null && Value == other.Value;

    public override bool Equals(object? obj) => Equals(obj as PointerSegment);

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    internal static bool TryUnescape(string part, [NotNullWhen(true)] out PointerSegment? segment)
    {
        segment = StrayTilde().IsMatch(part)
            ? null
            : new PointerSegment(part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        return segment is not null;
    }

    internal bool TryStep(JsonNode? from, out JsonNode? to)
    {
        to = null;
        if (from is JsonObject members)
            return members.TryGetPropertyValue(Value, out to);
        if (from is not JsonArray elements || !TryIndex(out var index) || index >= elements.Count)
            return false;
        to = elements[index];
        return true;
    }

    private bool TryIndex(out int index)
    {
        index = 0;
        return IndexGrammar().IsMatch(Value) && int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }

    [GeneratedRegex("~(?![01])")]
    private static partial Regex StrayTilde();

    // RFC 6901, section 4: no leading zeros.
    [GeneratedRegex(@"^(0|[1-9][0-9]*)\z")]
    private static partial Regex IndexGrammar();
}
