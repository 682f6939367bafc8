using Conformance.Reports.Register.Entries;

namespace Conformance.SelfTests.Reports.Register.Browser;

/// <summary>The pages that the tests of this folder open.</summary>
internal static class SitePages
{
    public static string Front => Page("index.html");

    public static string Comparison => Page("compare.html");

    /// <summary>That of a server whose latest run breaks the row of its number.</summary>
    public static string Broken => Page(Places.Implementation(SampleRegister.Contents.Implementations[2]));

    public static string BrokenRequirement => Page($"requirements/{SampleRegister.Rows[3]}.html");

    public static string Of(string kind) => kind switch
    {
        "front" => Front,
        "comparison" => Comparison,
        "implementation" => Broken,
        _ => BrokenRequirement,
    };

    /// <summary>The id of the latest run of a server.</summary>
    public static string LatestRunOf(int implementation) => SampleRegister.Contents.Implementations[implementation - 1].Latest.Id;

    private static string Page(string path) => Path.Combine(SampleRegister.Folder, path);
}
