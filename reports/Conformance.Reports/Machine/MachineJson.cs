using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Reports.Machine;

/// <summary>How the reports for machines are written as JSON: indented, and in ASCII, so that nothing in it can be taken for HTML.</summary>
internal static class MachineJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The text of a file. Anonymous objects give their members in the order in which they are written; null ones are left out.</summary>
    public static string Write(object document) => JsonSerializer.Serialize(document, Options) + "\n";
}
