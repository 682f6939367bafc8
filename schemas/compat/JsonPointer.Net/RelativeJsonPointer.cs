using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Json.Pointer;

/// <summary>A Relative JSON Pointer, as far as the format <c>relative-json-pointer</c> needs it: it can be recognised.</summary>
public sealed partial class RelativeJsonPointer
{
    private readonly string _source;

    private RelativeJsonPointer(string source) => _source = source;

    /// <summary>Recognises <c>0</c>, <c>1/name</c>, <c>2#</c>, <c>0-1/name</c>.</summary>
    public static bool TryParse(string source, [NotNullWhen(true)] out RelativeJsonPointer? result)
    {
        result = Grammar().IsMatch(source) ? new RelativeJsonPointer(source) : null;
        return result is not null;
    }

    public override string ToString() => _source;

    [GeneratedRegex(@"^(0|[1-9][0-9]*)([+-](0|[1-9][0-9]*))?(#|(/([^/~]|~[01])*)*)\z")]
    private static partial Regex Grammar();
}
