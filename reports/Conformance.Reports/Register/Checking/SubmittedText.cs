using System.Text;

namespace Conformance.Reports.Register.Checking;

/// <summary>Text of strangers, in whatever encoding their editor has saved it.</summary>
internal static class SubmittedText
{
    /// <summary>What stands in a file, as its byte order mark says; UTF-8 without one.</summary>
    public static string Of(ReadOnlySpan<byte> content) => (content switch
    {
        [0xff, 0xfe, 0, 0, ..] => Encoding.UTF32,
        [0xff, 0xfe, ..] => Encoding.Unicode,
        [0xfe, 0xff, ..] => Encoding.BigEndianUnicode,
        _ => Encoding.UTF8,
    }).GetString(content);

    /// <summary>The same to look for secrets in: UTF-16 without a byte order mark has a NUL between any two letters.</summary>
    public static string Searchable(ReadOnlySpan<byte> content) => Of(content).Replace("\0", "", StringComparison.Ordinal);

    /// <summary>Whether people would not see in it what programs do.</summary>
    public static bool HasNul(ReadOnlySpan<byte> content) => Of(content).Contains('\0', StringComparison.Ordinal);
}
