using Conformance.Fixtures.Koyeb;
using Conformance.Fixtures.Matrix;
using Conformance.Schemas.Contracts;
using Conformance.Suites.Wiring;

[assembly: Parallelizable(ParallelScope.All)]

// Scenarios wait for the network most of the time, so many more than there are cores can run at once.
[assembly: LevelOfParallelism(16)]

namespace Conformance.Suites;

/// <summary>Starts and ends the run that the fixtures of this assembly belong to.</summary>
[SetUpFixture]
public sealed class Run
{
    private static readonly AsyncLocal<ConformanceRun?> Injected = new();

    private static readonly Lazy<ConformanceRun> Configured = new(RunWiring.FromSettings);

    /// <summary>The run of this flow of control: injected by a self-test, or made from the settings of <c>dotnet test</c>.</summary>
    public static ConformanceRun Current => Injected.Value ?? Configured.Value;

    /// <summary>Lets the calling flow of control, and the NUnit runner that it starts, use this run.</summary>
    public static void Use(ConformanceRun run) => Injected.Value = run;

    [OneTimeSetUp]
    public Task Start() => RunCourse.Begin(Current, TestContext.CurrentContext.ActiveTests ?? []);

    /// <exception cref="RunIsRedException">Something is wrong that no single test shows.</exception>
    [OneTimeTearDown]
    public Task End() => RunCourse.End(Current);
}

/// <summary>What fixtures are parameterized by.</summary>
public static class Targets
{
    /// <summary>What is wrong with the configuration; empty if it can be used.</summary>
    public static IEnumerable<TestFixtureData> UnusableConfiguration =>
        Run.Current.Problem is { } problem ? [StandIn(problem)] : [];

    public static IEnumerable<object> Matrix => Run.Current.Fixtures.OfType<MatrixTarget>();

    public static IEnumerable<object> Koyeb => Run.Current.Fixtures.OfType<KoyebTarget>();

    // With the ids of all requirements, so that a filter by requirement selects it too.
    private static TestFixtureData StandIn(string problem)
    {
        var standIn = new TestFixtureData(problem).SetArgDisplayNames("CONFORMANCE_TARGETS");
        foreach (var requirement in KnownContracts.All.Catalogue.Requirements)
            standIn.Properties.Add("Requirement", requirement.Id);

        return standIn;
    }
}
