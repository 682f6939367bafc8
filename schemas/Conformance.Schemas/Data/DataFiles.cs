using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Schemas.Data;

/// <summary>
/// The data files that are built into an assembly, each named by its path in the project, such as
/// <c>Requirements/matrix.json</c>.
/// </summary>
/// <param name="carrier">The assembly.</param>
public sealed class DataFiles(Assembly carrier)
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

    // Built on Windows, names have backslashes.
    private readonly Dictionary<string, string> resources =
        carrier.GetManifestResourceNames().ToDictionary(resource => resource.Replace('\\', '/'), StringComparer.Ordinal);

    /// <summary>Those of the contracts that this suite has scenarios for.</summary>
    public static DataFiles Own { get; } = new(typeof(DataFiles).Assembly);

    /// <summary>The names of all files, in ordinal order.</summary>
    public IEnumerable<string> Names => resources.Keys.Order(StringComparer.Ordinal);

    /// <summary>The content of one file.</summary>
    /// <exception cref="FileNotFoundException">There is none of that name.</exception>
    public Stream Open(string name) => resources.TryGetValue(name, out var resource)
        ? carrier.GetManifestResourceStream(resource)!
        : throw new FileNotFoundException($"{name} is not built into {carrier.GetName().Name}.", name);

    /// <summary>What one file holds, read strictly: an unknown member or a missing one is an error.</summary>
    /// <exception cref="FileNotFoundException">There is none of that name.</exception>
    /// <exception cref="JsonException">It is not what was expected.</exception>
    public T Read<T>(string name)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, Strict) ?? throw new InvalidDataException($"{name} holds null.");
    }
}
