using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Conformance.Schemas.ExchangeChecks;

/// <summary>The types of the contracts, where they are not simply those of JSON.</summary>
internal static partial class JsonTypes
{
    public static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    /// <summary>
    /// Whether a number is spelled as an integer, of any size. JSON Schema counts 1.0 and 1e400 among the integers since
    /// draft 6; the contracts were written for OpenAPI 2 and 3.0, which do not, and typed clients refuse such spellings.
    /// </summary>
    public static bool IsInteger(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number && Digits().IsMatch(node.ToJsonString());

    [GeneratedRegex(@"^-?[0-9]+\z")]
    private static partial Regex Digits();
}
