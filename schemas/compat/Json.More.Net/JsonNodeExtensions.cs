using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Json.More;

/// <summary>What a JSON Schema validator asks of JSON values.</summary>
public static class JsonNodeExtensions
{
    /// <summary>Gathers nodes in an array, as copies, since a node has one parent only.</summary>
    public static JsonArray ToJsonArray(this IEnumerable<JsonNode?> nodes) =>
        new([.. nodes.Select(node => node?.DeepClone())]);

    /// <summary>Equality as JSON Schema defines it: numbers by value (1 is 1.0), objects without order.</summary>
    public static bool IsEquivalentTo(this JsonNode? a, JsonNode? b) => JsonNodeEqualityComparer.Instance.Equals(a, b);

    /// <summary>The JSON text of a node; <c>null</c> for JSON null, which has no node.</summary>
    public static string AsJsonString(this JsonNode? node, JsonSerializerOptions? options = null) =>
        node?.ToJsonString(options) ?? "null";

    /// <summary>The value of a JSON number; null for anything that is not one.</summary>
    /// <remarks>
    /// A number beyond decimal becomes the greatest or least decimal: right for <c>type</c> and for every bound, a guess for
    /// <c>multipleOf</c>. Null would make the validator throw.
    /// </remarks>
    public static decimal? GetNumber(this JsonValue value)
    {
        if (value.GetValueKind() != JsonValueKind.Number)
            return null;
        var text = value.ToJsonString();
        if (TryParseDecimal(text, out var number))
            return number;
        return text.StartsWith('-') ? decimal.MinValue : decimal.MaxValue;
    }

    /// <summary>Looks a member up in an object whose text may name a member twice, which only shows on access.</summary>
    /// <param name="obj">The object.</param>
    /// <param name="propertyName">The name of the member.</param>
    /// <param name="node">Its value.</param>
    /// <param name="exception">What a doubled member led to.</param>
    /// <returns>False if there is no such member, or the object is not readable.</returns>
    public static bool TryGetValue(this JsonObject obj, string propertyName, out JsonNode? node, out Exception? exception)
    {
        exception = null;
        try
        {
            return obj.TryGetPropertyValue(propertyName, out node);
        }
        catch (ArgumentException doubledMember)
        {
            node = null;
            exception = doubledMember;
            return false;
        }
    }

    internal static bool TryParseDecimal(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
