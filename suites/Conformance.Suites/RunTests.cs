using Conformance.Suites.Wiring;

namespace Conformance.Suites;

/// <summary>
/// The run itself, for each target: what makes it red for a reason that no scenario shows is a test that fails, in every report of every
/// tool.
/// </summary>
/// <remarks>
/// It is the last test, because it ends the run: NUnit runs what may not run beside others after all others, in the order in which it comes
/// to them, and it comes to this fixture last. Should a runner do otherwise, the end of the run tells the same, and is red.
/// </remarks>
/// <param name="target">Name of the target.</param>
[TestFixtureSource(typeof(Targets), nameof(Targets.Names))]
public sealed class RunTests(string target)
{
    [Test, MessageOnly, NonParallelizable]
    public async Task Came_to_a_sound_end()
    {
        if (await Run.Course.ConcludeWhenAllHaveEnded() is not { } conclusion)
        {
            Assert.Ignore("Not all scenarios have ended; what is wrong with the run is told after all tests.");
            return;
        }

        var wrong = conclusion.Wrong[target].ToList();
        if (wrong.Count > 0)
            throw new RunIsRedException(string.Join('\n', wrong));
    }
}
