using NUnit.Framework.Interfaces;

namespace Conformance.Suites.Calling;

/// <summary>What a called run came to: numbers of tests, and seconds. It keeps none of the tests.</summary>
internal sealed record SuiteSum(
    bool IsFailed = false, int Failed = 0, int Passed = 0, int Skipped = 0, int Total = 0, double Duration = 0)
{
    /// <summary>With the tests of another part of it.</summary>
    public SuiteSum With(ITestResult result) => new(
        IsFailed || result.ResultState.Status is TestStatus.Failed,
        Failed + result.FailCount,
        Passed + result.PassCount,
        Skipped + result.SkipCount + result.InconclusiveCount,
        Total + result.TotalCount,
        Duration + result.Duration);

    /// <summary>As the test platform says it.</summary>
    public override string ToString() =>
        $"{(IsFailed ? "Failed" : "Passed")}! Failed: {Failed}, Passed: {Passed}, Skipped: {Skipped}, Total: {Total}, "
        + $"Duration: {Duration:0} s";
}
