namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>The files that operators see, as they stand in the repository.</summary>
internal static class RepositoryFolder
{
    public static string Runsettings { get; } = RepositoryRoot.Combine("runsettings");

    public static string TargetSchema { get; } =
        RepositoryRoot.Combine("fixtures", "Conformance.Fixtures", "Targets", "target.schema.json");
}
