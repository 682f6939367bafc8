namespace Conformance.Record.Secrets;

/// <summary>How a value is made into one that looks like it and is another.</summary>
public enum Tampering
{
    /// <summary>
    /// A letter or digit in the middle is another one, or in the middle of the signature of a signed token: the ends may
    /// hold bits that a decoder drops.
    /// </summary>
    OneCharacterChanged,

    /// <summary>The second half is missing.</summary>
    CutInHalf,

    /// <summary>More follows.</summary>
    Lengthened,

    /// <summary>Capitals are small letters, and small letters are capitals.</summary>
    CaseSwapped,
}

/// <summary>Tampers with values.</summary>
internal static class TamperedValues
{
    /// <summary>What is shorter, behind the last dot, is no signature.</summary>
    private const int ShortestSignature = 16;

    /// <summary>The changed value; null if the value offers nothing to change in this way.</summary>
    public static string? Of(string value, Tampering tampering)
    {
        var changed = tampering switch
        {
            Tampering.OneCharacterChanged => WithMiddleChanged(value),
            Tampering.CutInHalf => value[..(value.Length / 2)],
            Tampering.Lengthened => $"{value}AAAA",
            _ => string.Concat(value.Select(SwapCase)),
        };
        return changed.Length == 0 || changed == value ? null : changed;
    }

    private static string WithMiddleChanged(string value)
    {
        var middle = MiddleOf(value);
        var at = Enumerable.Range(middle, value.Length - middle).FirstOrDefault(index => char.IsAsciiLetterOrDigit(value[index]), -1);
        return at < 0 ? value : string.Concat(value.AsSpan(0, at), value[at] == 'b' ? "c" : "b", value.AsSpan(at + 1));
    }

    private static int MiddleOf(string value)
    {
        var signature = value.LastIndexOf('.') + 1;
        var begin = value.Length - signature < ShortestSignature ? 0 : signature;
        return begin + ((value.Length - begin) / 2);
    }

    private static char SwapCase(char character) =>
        char.IsAsciiLetterLower(character) ? char.ToUpperInvariant(character) : char.ToLowerInvariant(character);
}
