using Conformance.Fixtures.Koyeb;
using Conformance.Fixtures.Matrix;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using Conformance.Suites.Wiring;

[assembly: Parallelizable(ParallelScope.All)]

// Scenarios wait for the network most of the time, so many more than there are cores can run at once.
[assembly: LevelOfParallelism(16)]

namespace Conformance.Suites;

/// <summary>
/// Starts and ends the run that the fixtures of this assembly belong to. A project that has them from the package has a class of its own
/// for that.
/// </summary>
[SetUpFixture]
public class Run
{
    private static readonly AsyncLocal<RunCourse?> Injected = new();

    private static readonly Lazy<RunCourse> Configured = new(
        () => new RunCourse(RunWiring.FromSettings(), typeof(RunTests), typeof(ConfigurationTests), RunFilter.MaySelect));

    /// <summary>The run of this flow of control: injected by a self-test, or made from the settings of <c>dotnet test</c>.</summary>
    public static ConformanceRun Current => Course.Current;

    /// <summary>Its course.</summary>
    public static RunCourse Course => Injected.Value ?? Configured.Value;

    /// <summary>Lets the calling flow of control, and the NUnit runner that it starts, use this run.</summary>
    public static void Use(ConformanceRun run) => Injected.Value = new RunCourse(run, typeof(RunTests));

    private StopSignals? signals;

    [OneTimeSetUp]
    public Task Start()
    {
        // Those of a self-test are the business of its own process.
        signals = Injected.Value is null ? new StopSignals(Course) : null;
        return Course.Begin([.. TestContext.CurrentContext.ActiveTests ?? []]);
    }

    /// <exception cref="RunIsRedException">Something is wrong that no test has shown.</exception>
    [OneTimeTearDown]
    public async Task End()
    {
        try
        {
            await Course.End();
        }
        finally
        {
            signals?.Dispose();
        }
    }
}

/// <summary>What fixtures are parameterized by.</summary>
public static class Targets
{
    /// <summary>What is wrong with the configuration; empty if it can be used.</summary>
    public static IEnumerable<TestFixtureData> UnusableConfiguration =>
        Run.Current.Problem is { } problem ? [StandIn(problem)] : [];

    /// <summary>The names of all targets, each with the ids of its requirements, so that a filter by requirement selects it too.</summary>
    public static IEnumerable<TestFixtureData> Names =>
        Run.Current.Slots.Select(slot => Named(slot.Name, slot.Dialect.Contract.Catalogue).SetArgDisplayNames(slot.Name));

    public static IEnumerable<object> Matrix => Run.Course.Fixtures.OfType<MatrixTarget>();

    public static IEnumerable<object> Koyeb => Run.Course.Fixtures.OfType<KoyebTarget>();

    private static TestFixtureData StandIn(string problem) =>
        Named(problem, KnownContracts.All.Catalogue).SetArgDisplayNames("CONFORMANCE_TARGETS");

    // With the ids of all requirements, so that a filter by requirement selects it too.
    private static TestFixtureData Named(string argument, Catalogue catalogue)
    {
        var data = new TestFixtureData(argument);
        foreach (var requirement in catalogue.Requirements)
            data.Properties.Add("Requirement", requirement.Id);

        return data;
    }
}
