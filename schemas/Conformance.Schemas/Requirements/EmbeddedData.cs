using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Schemas.Requirements;

/// <summary>Reads the data files that are built into this assembly, strictly: an unknown member or a missing one is an error.</summary>
internal static class EmbeddedData
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The content of one file, named by its path in the project, such as <c>Requirements/matrix.json</c>.</summary>
    internal static T Read<T>(string path)
    {
        using var stream = Open(path);
        return JsonSerializer.Deserialize<T>(stream, Strict) ?? throw new InvalidDataException($"{path} holds null.");
    }

    private static Stream Open(string path)
    {
        var assembly = typeof(EmbeddedData).Assembly;
        var name = assembly.GetManifestResourceNames().FirstOrDefault(candidate => IsNamed(candidate, path));
        return name is null ? throw NoSuchFile(assembly, path) : assembly.GetManifestResourceStream(name)!;
    }

    // Built on Windows, names have backslashes.
    private static bool IsNamed(string candidate, string path) => candidate.Replace('\\', '/') == path;

    private static FileNotFoundException NoSuchFile(Assembly assembly, string path) =>
        new($"{path} is not built into {assembly.GetName().Name}.", path);
}
