using System.Globalization;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// The seeds that hostile runs are made with: a few, or those that CONFORMANCE_HOSTILE_SEEDS names, such as <c>17</c> or <c>1-500</c>.
/// </summary>
internal static class HostileSeeds
{
    /// <summary>The category of all tests that such runs, or the scanner, have a part in.</summary>
    public const string Category = "Hostile";

    private const string Usual = "1-14";

    private const int SeedsToAProcess = 10;

    private static readonly string? Asked = Environment.GetEnvironmentVariable("CONFORMANCE_HOSTILE_SEEDS");

    /// <summary>Whether somebody has asked for more than the usual.</summary>
    public static bool AreAskedFor => Asked is not null;

    public static IReadOnlyList<int> All { get; } = Read(Asked ?? Usual);

    /// <summary>Those of runs in processes of their own.</summary>
    public static IEnumerable<int> OfProcesses => AreAskedFor ? All.Where((_, index) => index % SeedsToAProcess == 0) : [];

    private static IReadOnlyList<int> Read(string range)
    {
        var ends = range.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList();
        return [.. Enumerable.Range(ends[0], ends[^1] - ends[0] + 1)];
    }
}
