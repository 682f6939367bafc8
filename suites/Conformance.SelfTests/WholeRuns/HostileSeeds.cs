using System.Globalization;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// The seeds that hostile runs are made with: a few, or those that CONFORMANCE_HOSTILE_SEEDS names, such as <c>17</c> or <c>1-500</c>.
/// </summary>
internal static class HostileSeeds
{
    private const string Usual = "1-16";

    private static readonly string? Asked = Environment.GetEnvironmentVariable("CONFORMANCE_HOSTILE_SEEDS");

    /// <summary>Whether somebody has asked for more than the usual.</summary>
    public static bool AreAskedFor => Asked is not null;

    public static IEnumerable<int> All
    {
        get
        {
            var ends = (Asked ?? Usual).Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToList();
            return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
        }
    }

    /// <summary>One in so many.</summary>
    public static IEnumerable<TestCaseData> OneIn(int count) => All.Where(seed => seed % count == 0 || All.Count() == 1).Select(seed => new TestCaseData(seed));
}
