namespace Conformance.Reports.Formats.Certificate;

/// <summary>Texts that are built into the reports.</summary>
internal static class BuiltInText
{
    /// <summary>The text of one, such as <c>certificate.css</c>; its lines end with <c>\n</c>.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(BuiltInText).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"{name} is not built into the reports.", name);
        using var reader = new StreamReader(stream);
        // Browsers hash what they parsed, and parsing makes every line break a line feed.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
