using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Conformance.Record.Journal;

/// <summary>How journal lines and run records are written as JSON.</summary>
public static class JournalFormat
{
    /// <summary>Compact, for one entry a line.</summary>
    public static JsonSerializerOptions Line { get; } = Create(indented: false);

    /// <summary>Indented, for files that people read.</summary>
    public static JsonSerializerOptions Document { get; } = Create(indented: true);

    /// <summary>
    /// As <see cref="Line"/>, for writing only: without looking into the types first, which costs a short run a part of its time.
    /// </summary>
    /// <remarks>Generated readers give members that are absent no default, so reading is left to <see cref="Line"/>.</remarks>
    public static JsonSerializerOptions Written { get; } = Create(indented: false, JournalContext.Default);

    internal static JsonSerializerOptions Create(bool indented, IJsonTypeInfoResolver? types = null) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        NewLine = "\n",
        // The files are read by people and never pasted into HTML unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        // Of two members with one name, programs read one or the other: a line could say two things.
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = types,
    };
}

/// <summary>How to write what journals hold, generated.</summary>
[JsonSerializable(typeof(JournalEntry))]
internal sealed partial class JournalContext : JsonSerializerContext;
