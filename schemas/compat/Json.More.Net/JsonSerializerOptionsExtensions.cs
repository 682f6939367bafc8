using System.Text.Json;

namespace Json.More;

/// <summary>Short cuts for converters.</summary>
public static class JsonSerializerOptionsExtensions
{
    /// <summary>Reads the value at which the reader stands.</summary>
    /// <exception cref="JsonException">The JSON is malformed or is no <typeparamref name="T"/>.</exception>
    public static T? Read<T>(this JsonSerializerOptions options, ref Utf8JsonReader reader) =>
        JsonSerializer.Deserialize<T>(ref reader, options);
}
