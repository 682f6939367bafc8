namespace Conformance.Reports.Formats.Certificate;

/// <summary>The style and the script of the page, and the policy that allows nothing else.</summary>
internal static class PageAssets
{
    public static string Style { get; } = BuiltInText.Read("certificate.css") + BuiltInText.Read("certificate.print.css");

    public static string Script { get; } = BuiltInText.Read("certificate.js");

    /// <inheritdoc cref="InlinePolicy.Of"/>
    public static string Policy { get; } = InlinePolicy.Of(Style, Script);
}
