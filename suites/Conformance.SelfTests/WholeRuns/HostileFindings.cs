using System.Text.RegularExpressions;
using Conformance.Record.Verdicts;
using Conformance.SelfTests.Scanning;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>What a hostile server has achieved against a run: a sentence for each, which begins with its kind.</summary>
internal static partial class HostileFindings
{
    private const int Longest = 300;

    /// <summary>All of them; also writes what the console said to the output folder of the run, where artefacts are looked for.</summary>
    public static async Task<IReadOnlyList<string>> Of(HostileRun hostile, SuiteOutcome outcome)
    {
        var folder = hostile.Run.OutputFolder!;
        Directory.CreateDirectory(folder);
        var told = $"{outcome.AllText}\n{outcome.Console}";
        await File.WriteAllTextAsync(Path.Combine(folder, "console.txt"), told);
        await File.WriteAllLinesAsync(Path.Combine(folder, "answers.txt"), hostile.Server.Log);
        IEnumerable<string> all = [.. OfRequests(hostile), .. OfText(told), .. OfEnd(hostile), .. OfFiles(folder), .. await Leaks(hostile)];
        return [.. all.Distinct().Select(finding => finding.Length > Longest ? $"{finding[..Longest]}…" : finding)];
    }

    private static IEnumerable<string> OfRequests(HostileRun hostile) =>
    [
        .. hostile.Server.Mishaps.Select(mishap => $"the hostile server itself failed: {mishap}"),
        .. hostile.Server.Watch.Faults.Select(fault => $"request: {fault}"),
        .. hostile.Server.Elsewhere.Requests.Select(request => $"request elsewhere: {request.Line}"),
    ];

    private static IEnumerable<string> OfText(string told) =>
    [
        .. Matches(Failures(), told, "failure"),
        .. Matches(Withheld(), told, "report withheld"),
        .. Matches(Controls(), told, "control characters on the console"),
        .. Matches(Commands(), told, "command to a CI system on the console"),
    ];

    private static IEnumerable<string> OfEnd(HostileRun hostile) =>
        (hostile.Slot.Target?.Record, hostile.Slot.Problem) switch
        {
            (null, null) => ["end: neither a record nor a reason for none"],
            // Of a target that cannot be tested, all scenarios were planned, and none has a verdict.
            (_, not null) => [],
            ({ } record, _) => record.Scenarios
                .Where(scenario => scenario.Verdict is Verdict.Error)
                .Select(scenario => $"verdict error: {scenario.Scenario}: {scenario.Reason}"),
        };

    private static IEnumerable<string> OfFiles(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .SelectMany(file => Matches(Failures(), File.ReadAllText(file), $"failure in {Path.GetFileName(file)}"));

    private static async Task<IEnumerable<string>> Leaks(HostileRun hostile)
    {
        var scan = await SecretScanner.Scan(hostile.Run.OutputFolder!, hostile.Server.Secrets.All);
        return scan.IsClean ? [] : scan.Report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"leak: {line}");
    }

    private static IEnumerable<string> Matches(Regex pattern, string text, string kind) =>
        pattern.Matches(text).Select(match => $"{kind}: {string.Concat(match.Value.Select(Visible))}").Distinct();

    private static string Visible(char character) =>
        char.IsControl(character) || character > '~' ? $"\\u{(int)character:x4}" : $"{character}";

    // Exceptions of ours and of the platform, with what follows them; the one by which a run is red at its end has a message for readers.
    [GeneratedRegex(
        @"[^\n]{0,80}(?:the suite itself failed|   at (?:Conformance|System|NUnit)\.|\b(?:System|NUnit|Microsoft|Conformance|Flurl)\.[\w.]*Exception\b(?<!RunIsRedException))[^\n]{0,160}")]
    private static partial Regex Failures();

    [GeneratedRegex(@"\S+ (?:would contain|contained) the value of [^\n]{0,80}")]
    private static partial Regex Withheld();

    // Those that move the cursor or the reading direction; line ends and tabs do no harm.
    [GeneratedRegex(@"[^\n]{0,40}[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069][^\n]{0,40}")]
    private static partial Regex Controls();

    [GeneratedRegex(@"(?m)^[ \t]*(?:::[a-z-]+|##(?:vso|teamcity)\[)[^\n]{0,60}")]
    private static partial Regex Commands();
}
