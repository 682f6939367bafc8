namespace Conformance.Reports.Formats.Badges;

/// <summary>How wide a text is in Verdana of 11 pixels, near enough for a badge, without asking a font.</summary>
internal static class TextWidth
{
    private const double Usual = 6.9;

    private static readonly (string Characters, double Width)[] Others =
    [
        ("ijl'|", 3.1),
        ("I .,:;!()[]/-ft", 4.3),
        ("rs", 5.2),
        ("ckvxyz", 6.2),
        ("w", 9.0),
        ("mMW", 10.5),
    ];

    public static int Of(string text) => (int)Math.Ceiling(text.Sum(Width));

    private static double Width(char character)
    {
        foreach (var (characters, width) in Others)
        {
            if (characters.Contains(character, StringComparison.Ordinal))
                return width;
        }

        return Usual;
    }
}
