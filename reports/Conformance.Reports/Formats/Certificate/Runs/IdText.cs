namespace Conformance.Reports.Formats.Certificate.Runs;

/// <summary>Names as ids of HTML, and so links to them, can have them.</summary>
internal static class IdText
{
    /// <summary>The name; a hyphen stands for all but ASCII letters, digits, dots, underscores and hyphens.</summary>
    public static string Of(string name)
    {
        var id = string.Concat(
            name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-' ? character : '-'));
        return id.Length == 0 ? "-" : id;
    }
}
