using Conformance.Tool.Approving;
using NUnit.Framework;

namespace Conformance.SelfTests;

/// <summary>Files of the repository that a self-test makes, and compares with what it would make now.</summary>
internal static class GeneratedFile
{
    /// <summary>
    /// Fails unless the file has this text. Where <c>conformance approve</c> asks for it, the file gets the text, and the test ends as
    /// skipped: it has compared nothing.
    /// </summary>
    /// <param name="path">The file, from the root of the repository.</param>
    /// <param name="text">What it holds if it is up to date.</param>
    /// <param name="difference">What is wrong with it; null if the command is all that there is to say.</param>
    public static void ShouldHold(string path, string text, string? difference = null)
    {
        ShouldBeWrittenByThisTest(path);
        var file = RepositoryRoot.Combine(path.Split('/'));
        if (File.Exists(file) && File.ReadAllText(file) == text)
            return;

        WriteIfAsked(path, text);
        Assert.Fail(NotUpToDate(path, difference));
    }

    /// <summary>Writes the text where <c>conformance approve</c> asks for it, and ends the test as skipped.</summary>
    public static void WriteIfAsked(string path, string text)
    {
        if (Environment.GetEnvironmentVariable(GeneratedFiles.Variable) != "1")
            return;

        File.WriteAllText(RepositoryRoot.Combine(path.Split('/')), text);
        Assert.Ignore($"{path} was written; look at the difference.");
    }

    /// <summary>What a test says whose file nobody brought up to date.</summary>
    public static string NotUpToDate(string path, string? difference = null) =>
        $"{path} is not up to date; run: {GeneratedFiles.Command}{(difference is null ? "" : $"\n{difference}")}";

    // Else the command would not run it, and the advice of its message would be wrong.
    private static void ShouldBeWrittenByThisTest(string path) =>
        Assert.That(
            TestContext.CurrentContext.Test.AllCategories(),
            Does.Contain(GeneratedFiles.All.Single(files => files.Owns(path)).Category),
            $"Whoever makes {path} is in its category.");
}
