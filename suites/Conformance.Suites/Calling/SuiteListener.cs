using NUnit.Framework.Interfaces;

namespace Conformance.Suites.Calling;

/// <summary>Writes what happens in a run as it happens: failed tests as results, progress beside them.</summary>
/// <param name="results">Takes failed tests.</param>
/// <param name="progress">Takes progress, and the end of the run.</param>
internal sealed class SuiteListener(TextWriter results, TextWriter progress) : ITestListener
{
    private readonly Lock gate = new();

    public void TestStarted(ITest test)
    {
        // How it ends is what matters.
    }

    public void TestFinished(ITestResult result)
    {
        if (result.ResultState.Status != TestStatus.Failed || (result.Test.IsSuite && !IsOwn(result)))
            return;

        lock (gate)
        {
            results.WriteLine($"FAILED {result.FullName}");
            foreach (var line in result.Message.Split('\n'))
                results.WriteLine($"  {line.TrimEnd()}");
        }
    }

    // A suite also fails for what is in it.
    private static bool IsOwn(ITestResult suite) => suite.ResultState.Site is FailureSite.SetUp or FailureSite.TearDown;

    // NUnit has taken the console's streams.
    public void TestOutput(TestOutput output)
    {
        lock (gate)
            progress.Write(output.Text);
    }

    public void SendMessage(TestMessage message)
    {
        // The suite sends none.
    }
}
