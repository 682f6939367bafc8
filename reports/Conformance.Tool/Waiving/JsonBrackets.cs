using System.Text;
using System.Text.Json;

namespace Conformance.Tool.Waiving;

/// <summary>A list or an object in a text: where its brackets are, and where its last item ends.</summary>
/// <param name="Open">The opening bracket.</param>
/// <param name="Close">The closing bracket.</param>
/// <param name="LastEnd">Behind the last item; null where there is none.</param>
/// <param name="First">The first item; null where there is none.</param>
internal sealed record JsonBrackets(int Open, int Close, int? LastEnd, int? First)
{
    private static readonly JsonReaderOptions AsTargetFiles =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The object that a target file is, and the list that a member of it has.</summary>
    /// <param name="json">A text that is such an object.</param>
    /// <param name="member">The name of the member.</param>
    /// <returns>Offsets in the text; no list where there is no such member.</returns>
    public static (JsonBrackets File, JsonBrackets? List) Find(string json, string member)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(utf8, AsTargetFiles);
        reader.Read();
        JsonBrackets? list = null;
        var file = Read(ref reader, (ref Utf8JsonReader item) =>
        {
            var isMeant = item.ValueTextEquals(member);
            item.Read();
            if (isMeant)
                list = Read(ref item, (ref Utf8JsonReader entry) => entry.Skip());
            else
                item.Skip();
        });
        return (file.InChars(utf8), list?.InChars(utf8));
    }

    private delegate void Pass(ref Utf8JsonReader item);

    private static JsonBrackets Read(ref Utf8JsonReader reader, Pass pass)
    {
        var open = (int)reader.TokenStartIndex;
        (int? first, int? last) = (null, null);
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
        {
            first ??= (int)reader.TokenStartIndex;
            pass(ref reader);
            last = (int)reader.BytesConsumed;
        }

        return new(open, (int)reader.TokenStartIndex, last, first);
    }

    private JsonBrackets InChars(byte[] utf8)
    {
        int Chars(int bytes) => Encoding.UTF8.GetCharCount(utf8, 0, bytes);
        return new(
            Chars(Open), Chars(Close), LastEnd is { } end ? Chars(end) : null, First is { } first ? Chars(first) : null);
    }
}
