using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Json.More;

/// <summary>
/// An enumeration in JSON, by the <see cref="DescriptionAttribute"/> of its members (or their names). A flags enumeration may
/// also be an array of them: the keyword <c>type</c> has both forms.
/// </summary>
public sealed class EnumStringConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values = typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.GetCustomAttribute<DescriptionAttribute>()?.Description ?? field.Name, field => (T)field.GetValue(null)!);

    private static readonly bool IsFlags = typeof(T).IsDefined(typeof(FlagsAttribute));

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (!IsFlags || reader.TokenType != JsonTokenType.StartArray)
            return ReadOne(ref reader);
        var bits = 0L;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            bits |= Bits(ReadOne(ref reader));
        return (T)Enum.ToObject(typeof(T), bits);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var names = NamesOf(value);
        if (names is [var only])
        {
            writer.WriteStringValue(only);
            return;
        }

        writer.WriteStartArray();
        foreach (var name in names)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    private static string[] NamesOf(T value)
    {
        var exact = Values.FirstOrDefault(pair => pair.Value.Equals(value)).Key;
        return exact is not null
            ? [exact]
            : [.. Values.Where(pair => Bits(pair.Value) != 0 && value.HasFlag(pair.Value)).Select(pair => pair.Key)];
    }

    private static T ReadOne(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"Expected one of: {string.Join(", ", Values.Keys)}");

    private static long Bits(T value) => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
}
