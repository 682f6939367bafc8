namespace Conformance.Suites;

/// <summary>Stands in for all scenarios when the configuration cannot be used, so that the run is red with one clear sentence.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.UnusableConfiguration))]
public sealed class ConfigurationTests(string problem)
{
    [Test, MessageOnly]
    public void Can_be_used() => throw new InvalidOperationException(problem);
}
