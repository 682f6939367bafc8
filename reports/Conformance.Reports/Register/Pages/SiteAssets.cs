using Conformance.Reports.Formats.Certificate;

namespace Conformance.Reports.Register.Pages;

/// <summary>The style and the scripts of a register's pages, which hold all they need, as certificates do.</summary>
internal static class SiteAssets
{
    public static string Style { get; } = PageAssets.Style + BuiltInText.Read("register.css");

    /// <summary>Search, and the choice of two runs to compare.</summary>
    public static string Search { get; } = BuiltInText.Read("register.js");

    /// <summary>The difference between two runs.</summary>
    public static string Comparison { get; } = BuiltInText.Read("compare.js");
}
