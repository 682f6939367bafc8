using System.Reflection;
using System.Text.Json.Nodes;

namespace Conformance.Schemas.Responses;

/// <summary>The schema files that this assembly carries, named after their place: <c>matrix/login.response</c>.</summary>
internal static class EmbeddedSchemas
{
    private const string Folder = "Responses/";
    private const string Suffix = ".schema.json";

    private static readonly Assembly Carrier = typeof(EmbeddedSchemas).Assembly;

    // Resources are named after their paths, with the separator of the machine that built them.
    public static IEnumerable<KeyValuePair<string, JsonObject>> Read() =>
        from resource in Carrier.GetManifestResourceNames()
        let path = resource.Replace('\\', '/')
        where path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(Suffix, StringComparison.Ordinal)
        select KeyValuePair.Create(path[Folder.Length..^Suffix.Length], Parse(resource));

    private static JsonObject Parse(string resource)
    {
        using var text = Carrier.GetManifestResourceStream(resource)!;
        return JsonNode.Parse(text)!.AsObject();
    }
}
