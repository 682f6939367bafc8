using NUnit.Framework;

namespace Conformance.SelfTests;

/// <summary>Clears away what the self-tests' runs wrote the last time; the newest ones stay to be looked at.</summary>
[SetUpFixture]
public sealed class LastRuns
{
    /// <summary>The folder under which every run of a self-test has its own.</summary>
    public static string Folder => Path.Combine(TestContext.CurrentContext.WorkDirectory, "runs");

    [OneTimeSetUp]
    public void Clear()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}
