using System.Text.RegularExpressions;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.SelfTests.HostileAnswers;
using Conformance.SelfTests.Scanning;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>What a hostile server has achieved against a run: a sentence for each, which begins with its kind.</summary>
internal static partial class HostileFindings
{
    private const int Longest = 300;

    private const int MostOfKind = 8;

    /// <summary>All of them, a line each.</summary>
    /// <param name="server">The server.</param>
    /// <param name="folder">Where the run has written to. What it told and what was done to answers is written there, too.</param>
    /// <param name="told">All that was written to the console.</param>
    /// <param name="record">The record of the run; null if there is none.</param>
    /// <param name="problem">Why the server could not be tested; null if it could.</param>
    public static async Task<string> Of(HostileServer server, string folder, string told, RunRecord? record, string? problem)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "console.txt"), told);
        await File.WriteAllLinesAsync(Path.Combine(folder, "answers.txt"), server.Log);
        IEnumerable<string> all =
            [.. OfRequests(server), .. OfText(told), .. OfEnd(record, problem), .. OfFiles(folder), .. await Leaks(server, folder)];
        return string.Join('\n', all.GroupBy(finding => finding.Split(':')[0]).SelectMany(Some));
    }

    private static IEnumerable<string> Some(IGrouping<string, string> kind)
    {
        var distinct = kind.Distinct().Select(finding => finding.Length > Longest ? $"{finding[..Longest]}…" : finding).ToList();
        return distinct.Count > MostOfKind
            ? [.. distinct.Take(MostOfKind), $"{kind.Key}: and {distinct.Count - MostOfKind} more"]
            : distinct;
    }

    private static IEnumerable<string> OfRequests(HostileServer server) =>
    [
        .. server.Mishaps.Select(mishap => $"the hostile server itself failed: {mishap}"),
        .. server.Watch.Faults.Select(fault => $"request: {fault}"),
        .. server.Elsewhere.Requests.Select(request => $"request elsewhere: {request.Line}"),
    ];

    private static IEnumerable<string> OfText(string told) =>
    [
        .. Matches(Failures(), told, "failure"),
        .. Matches(Withheld(), told, "report withheld"),
        .. Matches(Controls(), told, "control characters on the console"),
        .. Matches(Commands(), told, "command to a CI system on the console"),
    ];

    private static IEnumerable<string> OfEnd(RunRecord? record, string? problem) => (record, problem) switch
    {
        (null, null) => ["end: neither a record nor a reason for none"],
        // Of a target that cannot be tested, all scenarios were planned, and none has a verdict.
        (_, not null) => [],
        _ => record!.Scenarios
            .Where(scenario => scenario.Verdict is Verdict.Error)
            .Select(scenario => $"verdict error: {scenario.Scenario}: {scenario.Reason}"),
    };

    private static IEnumerable<string> OfFiles(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .SelectMany(file => Matches(Failures(), File.ReadAllText(file), $"failure in {Path.GetFileName(file)}"));

    private static async Task<IEnumerable<string>> Leaks(HostileServer server, string folder)
    {
        var scan = await SecretScanner.Scan(folder, server.Secrets.All);
        return scan.IsClean ? [] : scan.Report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"leak: {line}");
    }

    private static IEnumerable<string> Matches(Regex pattern, string text, string kind) =>
        pattern.Matches(text).Select(match => $"{kind}: {string.Concat(match.Value.Select(Visible))}").Distinct();

    private static string Visible(char character) =>
        char.IsControl(character) || character > '~' ? $"\\u{(int)character:x4}" : $"{character}";

    // Exceptions of ours and of the platform, with what follows them; the one by which a run is red at its end has a message for readers.
    [GeneratedRegex(
        @"[^\n]{0,80}(?:the suite itself failed|   at (?:Conformance|System|NUnit)\.|"
        + @"\b(?:System|NUnit|Microsoft|Conformance|Flurl)\.[\w.]*Exception\b(?<!RunIsRedException))[^\n]{0,160}")]
    private static partial Regex Failures();

    // What gives a secret away is replaced, which is told, and the file is there.
    [GeneratedRegex(@"[^/\s]+ (?:would contain the value of|could not be written|is no record) [^\n]{0,80}")]
    private static partial Regex Withheld();

    // Those that move the cursor or the reading direction; line ends and tabs do no harm.
    [GeneratedRegex(@"[^\n]{0,40}[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069][^\n]{0,40}")]
    private static partial Regex Controls();

    [GeneratedRegex(@"(?m)^[ \t]*(?:::[a-z-]+|##(?:vso|teamcity)\[)[^\n]{0,60}")]
    private static partial Regex Commands();
}
