namespace Conformance.Reports.Formats.Sarif;

/// <summary>
/// A message in plain text (3.11.3 of the standard), in which braces would be placeholders (3.11.5) and brackets before a parenthesis links
/// (3.11.6).
/// </summary>
internal static class SarifMessage
{
    public static object Of(string text) => new
    {
        text = text
            .Replace("{", "{{", StringComparison.Ordinal)
            .Replace("}", "}}", StringComparison.Ordinal)
            .Replace("](", @"\](", StringComparison.Ordinal),
    };
}
