using Conformance.Record.Runs;
using Conformance.Reports.Verification;
using FluentAssertions;

namespace Conformance.SelfTests.Reports.Verification;

/// <summary>What gives a forged record away.</summary>
internal static class Forgery
{
    public static IEnumerable<string> Problems(RunRecord record) => Recomputation.Of(record).Contradictions.Select(each => each.Problem);

    public static void ShouldBeFound(RunRecord forged, string place, string problem) =>
        Recomputation.Of(forged).Contradictions.Should().Contain(each =>
            each.Place.Contains(place, StringComparison.Ordinal) && each.Problem.Contains(problem, StringComparison.Ordinal));
}
