using System.Reflection;
using System.Text;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Severity;
using Conformance.Suites;
using NUnit;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Runs the suite through NUnit itself, in this process, against the targets of a given run.</summary>
internal static class SuiteRunner
{
    // Several runs go on at once, on the same cores as the servers that they drive.
    private const int Workers = 4;

    /// <summary>How many scenarios there are for a dialect, cases of parameterized ones included.</summary>
    public static int CountScenarios(TargetDialect dialect) => PlanOf(dialect).Count;

    /// <summary>The scenarios that there are for a dialect, with each case of parameterized ones.</summary>
    public static IReadOnlyList<PlannedScenario> PlanOf(TargetDialect dialect)
    {
        using var isolated = new TestExecutionContext.IsolatedContext();
        using var run = SuiteRuns.Against(
            new TargetSlot("counted", dialect, () => throw new InvalidOperationException("It is never opened.")));
        Conformance.Suites.Run.Use(run);
        var tests = new DefaultTestAssemblyBuilder().Build(typeof(Targets).Assembly, new Dictionary<string, object>());
        return Scenarios.Plan([tests]);
    }

    /// <summary>Runs the scenarios that a filter in NUnit's XML selects; all by default.</summary>
    public static Task<SuiteOutcome> Run(ConformanceRun run, string filter = "<filter />") => Run(run, typeof(Targets).Assembly, filter);

    /// <summary>Runs the scenarios of an assembly.</summary>
    public static Task<SuiteOutcome> Run(ConformanceRun run, Assembly scenarios, string filter = "<filter />") => Task.Run(() =>
    {
        // The outer NUnit's context must not become the parent of the inner run's.
        using var isolated = new TestExecutionContext.IsolatedContext();
        Conformance.Suites.Run.Use(run);
        var outcome = new SuiteOutcome();
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        runner.Load(scenarios, new Dictionary<string, object> { [FrameworkPackageSettings.NumberOfTestWorkers] = Workers });
        outcome.Result = runner.Run(outcome, TestFilter.FromXml(filter));
        return outcome;
    });
}

/// <summary>What NUnit showed of a run.</summary>
internal sealed class SuiteOutcome : ITestListener
{
    private readonly List<ITestResult> finished = [];
    private readonly StringBuilder console = new();

    /// <summary>The result of the whole assembly.</summary>
    public ITestResult Result { get; set; } = null!;

    /// <summary>All results, of tests and of what they are in.</summary>
    public IReadOnlyList<ITestResult> All => [.. finished];

    /// <summary>The results of single tests.</summary>
    public IReadOnlyList<ITestResult> Tests => [.. finished.Where(result => !result.Test.IsSuite)];

    /// <summary>Those of scenarios: without the test of the run itself.</summary>
    public IEnumerable<ITestResult> Scenarios => Tests.Where(result => result.Test.TypeInfo?.Type != typeof(RunTests));

    /// <summary>Everything that NUnit told anybody, in one text.</summary>
    public string AllText =>
        string.Join('\n', finished.Select(result => $"{result.FullName}\n{result.Message}\n{result.StackTrace}\n{result.Output}"));

    /// <summary>What was written to the console beside.</summary>
    public string Console
    {
        get
        {
            lock (console)
                return console.ToString();
        }
    }

    public void TestStarted(ITest test)
    {
        // What matters is how it ends.
    }

    public void TestFinished(ITestResult result)
    {
        lock (finished)
            finished.Add(result);
    }

    // What tests write to the standard output is part of their results, too.
    public void TestOutput(TestOutput output)
    {
        lock (console)
            console.Append(output.Text);
    }

    public void SendMessage(TestMessage message)
    {
        // The suite sends none.
    }
}
