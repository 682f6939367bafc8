using NUnit.Framework;

namespace Conformance.SelfTests;

/// <summary>
/// Outputs that people have read and approved, kept beside the tests. To approve a new text, copy the received file over the
/// approved one.
/// </summary>
internal static class ApprovedText
{
    /// <summary>Fails with a line by line difference unless the text is the approved one.</summary>
    public static void ShouldBeApproved(this string received, string folder, string file)
    {
        var approvedFile = RepositoryRoot.Combine("suites", "Conformance.SelfTests", folder, file);
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : "";
        if (received == approved)
            return;

        var receivedFile = Path.Combine(
            TestContext.CurrentContext.WorkDirectory, file.Replace(".approved.", ".received.", StringComparison.Ordinal));
        File.WriteAllText(receivedFile, received);
        Assert.Fail(
            $"{file} is not as approved (- approved, + received); the received text is {receivedFile}\n{Difference(approved, received)}");
    }

    private static string Difference(string approved, string received)
    {
        var old = approved.Split('\n');
        var current = received.Split('\n');
        var lines = Enumerable.Range(0, Math.Max(old.Length, current.Length))
            .Where(i => old.ElementAtOrDefault(i) != current.ElementAtOrDefault(i))
            .Select(i => $"line {i + 1}\n- {old.ElementAtOrDefault(i) ?? "(end)"}\n+ {current.ElementAtOrDefault(i) ?? "(end)"}");
        return string.Join('\n', lines);
    }
}
