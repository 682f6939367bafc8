namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>A step of a recipe that runs a shell.</summary>
/// <param name="Shell">The program that the CI server calls, with its arguments before the script.</param>
/// <param name="Script">What it runs.</param>
/// <param name="Environment">The variables that it has besides those of the pipeline.</param>
internal sealed record RecipeStep(
    IReadOnlyList<string> Shell, string Script, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Whether it runs although an earlier step has failed.</summary>
    public bool RunsAlways { get; init; }

    /// <summary>Whether later steps run although it has failed; the pipeline is red all the same.</summary>
    public bool LetsOthersRun { get; init; }
}
