using Conformance.Tool.Approving;
using NUnit.Framework;

namespace Conformance.SelfTests;

/// <summary>Outputs that people have read and approved, each in the folder of the test that makes it.</summary>
internal static class ApprovedText
{
    /// <summary>Fails with a line by line difference unless the text is the approved one.</summary>
    public static void ShouldBeApproved(this string received, string file)
    {
        var path = $"{GeneratedFiles.SelfTests}{FolderOfTest()}/{file}";
        var approved = RepositoryRoot.Combine(path.Split('/'));
        var difference = Difference(File.Exists(approved) ? File.ReadAllText(approved) : "", received);
        GeneratedFile.ShouldHold(path, received, $"- approved, + received\n{difference}");
    }

    // Namespaces are folders.
    private static string FolderOfTest() =>
        TestContext.CurrentContext.Test.Namespace![typeof(ApprovedText).Namespace!.Length..].Replace('.', '/');

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
