using NUnit.Framework;

namespace Conformance.SelfTests;

/// <summary>
/// Outputs that people have read and approved, kept beside the tests. To approve a new text, copy the received file over the
/// approved one, or let the tests do it: <c>CONFORMANCE_APPROVE=1 dotnet test suites/Conformance.SelfTests --filter …</c>.
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

        OverwriteIfAsked(approvedFile, received);
        var receivedFile = Path.Combine(
            TestContext.CurrentContext.WorkDirectory, file.Replace(".approved.", ".received.", StringComparison.Ordinal));
        File.WriteAllText(receivedFile, received);
        Assert.Fail(
            $"{file} is not as approved (- approved, + received); the received text is {receivedFile}\n{Difference(approved, received)}");
    }

    /// <summary>Where <c>CONFORMANCE_APPROVE=1</c>, writes the text into the file and fails, because nobody has looked at it yet.</summary>
    public static void OverwriteIfAsked(string file, string text)
    {
        if (Environment.GetEnvironmentVariable("CONFORMANCE_APPROVE") != "1")
            return;

        File.WriteAllText(file, text);
        Assert.Fail($"{file} was overwritten, as CONFORMANCE_APPROVE asks; look at the difference, then run again without it");
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
