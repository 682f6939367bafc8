using System.Text.Json;
using System.Text.Json.Serialization;

namespace Json.Pointer;

/// <summary>A <see cref="JsonPointer"/> in JSON: a string in the plain form of RFC 6901.</summary>
public sealed class JsonPointerConverter : JsonConverter<JsonPointer>
{
    public override JsonPointer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return text is not null && JsonPointer.TryParse(text, out var pointer)
            ? pointer
            : throw new JsonException($"Not a JSON Pointer: {text}");
    }

    public override void Write(Utf8JsonWriter writer, JsonPointer value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
