using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Approving;

/// <summary>Lets self-tests write their files, and sees which of these changed.</summary>
/// <param name="root">The folder of the repository.</param>
/// <param name="chosen">What to bring up to date.</param>
/// <param name="faults">Faults to try again, by name.</param>
/// <param name="allFaults">Whether to try all of them.</param>
internal sealed class Approval(string root, IReadOnlyList<GeneratedFiles> chosen, IReadOnlyList<string> faults, bool allFaults)
{
    private readonly SelfTestRun selfTests = new(root);

    /// <summary>What is brought up to date.</summary>
    public IReadOnlyList<GeneratedFiles> Chosen => chosen;

    /// <returns>The paths of changed files, and the tests that are red for another reason.</returns>
    /// <exception cref="BadUsageException">The self-tests could not be run, or there is no such fault.</exception>
    public async Task<(IReadOnlyList<string> Written, IReadOnlyList<SelfTestResult> Failures)> Run(CancellationToken interruption)
    {
        // Each becomes a part of a filter, which must not get another meaning by it.
        if (faults.FirstOrDefault(fault => !fault.All(char.IsAsciiLetterOrDigit)) is { } impossible)
            throw Unknown(impossible);

        var before = Texts();
        var results = await selfTests.Approve(Filter, interruption);
        if (faults.FirstOrDefault(
            fault => !results.Any(result => result.Name.EndsWith($"({fault})", StringComparison.Ordinal))) is { } unknown)
        {
            throw Unknown(unknown);
        }

        // Texts show names of scenarios and results of faults, which are compiled in: once more, with the new ones.
        var written = Changed(before);
        if (written.Count > 0 && chosen.Contains(GeneratedFiles.Texts))
        {
            var ofTexts = await selfTests.Approve($"TestCategory={GeneratedFiles.TextsCategory}", interruption);
            results = [.. results.Where(result => ofTexts.All(text => text.Name != result.Name)), .. ofTexts];
        }

        return (Changed(before), [.. results.Where(result => result.HasFailed)]);
    }

    private string Filter => string.Join('|',
    [
        .. chosen.Select(files => $"TestCategory={files.Category}"),
        .. faults.Select(fault => $"{GeneratedFiles.FaultProperty}={fault}"),
        .. allFaults ? [$"TestCategory={GeneratedFiles.FaultProperty}"] : Array.Empty<string>(),
    ]);

    private static BadUsageException Unknown(string fault) => new(
        $"there is no fault '{fault}'; dotnet run --project fixtures/Conformance.ReferenceServers -- --list-faults lists them.");

    private Dictionary<string, string> Texts() => GeneratedFiles.All.SelectMany(files => files.Read(root)).ToDictionary();

    private List<string> Changed(Dictionary<string, string> before) =>
        [.. Texts().Where(file => before.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key).Order(StringComparer.Ordinal)];
}
