namespace Conformance.Tool.Waiving;

/// <summary>Adds an item behind the last one of a list or an object in a text, and leaves all else as it is.</summary>
internal static class JsonAddition
{
    private const string Usual = "  ";

    /// <summary>What the members of the outermost object are indented by.</summary>
    public static string StepOf(string json, JsonBrackets file) =>
        file.First is { } first && LineStart(json, first) is var start && IsBlank(json[start..first]) && start < first
            ? json[start..first]
            : Usual;

    /// <summary>How the lines of a text end.</summary>
    public static string LineEndOf(string json) => json.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>The text with one item more.</summary>
    /// <param name="json">The text.</param>
    /// <param name="brackets">Where to.</param>
    /// <param name="item">The lines of the item, as they are where nothing is indented.</param>
    /// <param name="step">What is indented by.</param>
    public static string Add(string json, JsonBrackets brackets, IEnumerable<string> item, string step)
    {
        var lineEnd = LineEndOf(json);
        var hasComma = brackets.LastEnd is { } end && HasComma(json, end, brackets.Close);
        var closing = LineStart(json, brackets.Close);
        var isOnItsOwn = closing > brackets.Open && IsBlank(json[closing..brackets.Close]);
        var indent = isOnItsOwn ? json[closing..brackets.Close] : IndentAt(json, brackets.Open);
        var lines = string.Join(lineEnd, item.Select(line => indent + step + line)) + (hasComma ? "," : "") + lineEnd;
        var added = isOnItsOwn
            ? json.Insert(closing, lines)
            : $"{json[..brackets.Close].TrimEnd(' ', '\t')}{lineEnd}{lines}{indent}{json[brackets.Close..]}";
        return brackets.LastEnd is { } last && !hasComma ? added.Insert(last, ",") : added;
    }

    private static string IndentAt(string json, int place)
    {
        var line = json[LineStart(json, place)..place];
        return line[..^line.TrimStart(' ', '\t').Length];
    }

    private static int LineStart(string json, int place) => place == 0 ? 0 : json.LastIndexOf('\n', place - 1) + 1;

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);

    // What is between the last item and the bracket is space, comments, and at most one comma.
    private static bool HasComma(string json, int from, int to)
    {
        for (var place = from; place < to; place++)
        {
            if (json[place] == ',')
                return true;

            if (json[place] == '/')
                place = EndOfComment(json, place);
        }

        return false;
    }

    // The last character of a comment.
    private static int EndOfComment(string json, int start) => json[start + 1] == '/'
        ? json.IndexOf('\n', start)
        : json.IndexOf("*/", start + 2, StringComparison.Ordinal) + 1;
}
