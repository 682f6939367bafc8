using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Record.Verdicts;

namespace Conformance.Record.Waivers;

/// <summary>
/// A short name for the way in which a requirement is violated: the same in every run in which the server fails in the same way,
/// another one as soon as it fails differently. It depends neither on names of scenarios nor on how findings are worded.
/// </summary>
public static partial class FindingFingerprint
{
    /// <summary>What stands before the digits: the version of what they are made of.</summary>
    public const string Version = "2-";

    /// <summary>
    /// The fingerprint of all violations among some findings, in whatever order: a version and 16
    /// hexadecimal digits; null if none is a violation.
    /// </summary>
    public static string? Of(IEnumerable<Finding> findings) =>
        Digits(findings.Where(IsViolation).Select(Way)) is { } digits ? Version + digits : null;

    /// <summary>
    /// The fingerprint of version 1, of 16 digits alone, which had the scenario and the words of its findings in it. Waivers may
    /// still name it.
    /// </summary>
    /// <param name="findings">Each with the scenario whose promise it breaks; null for what was found in passing.</param>
    public static string? First(IEnumerable<(string? Scenario, Finding Finding)> findings) =>
        Digits(findings.Where(found => IsViolation(found.Finding)).Select(found => FirstWay(found.Scenario, found.Finding)));

    /// <summary>Whether a fingerprint is one of version 1.</summary>
    public static bool IsFirst(string fingerprint) => !fingerprint.StartsWith(Version, StringComparison.Ordinal);

    private static bool IsViolation(Finding finding) => finding.Verdict is Verdict.Fail or Verdict.Warning;

    private static string? Digits(IEnumerable<string> ways)
    {
        var distinct = ways.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return distinct.Count == 0
            ? null
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', distinct))))[..16];
    }

    private static string Way(Finding finding) => string.Join(
        '|',
        finding.Requirement,
        finding.Verdict,
        finding.Endpoint,
        Term().IsMatch(finding.Mismatch.Subject) ? finding.Mismatch.Subject : "",
        LastingPlace(finding.Mismatch.Pointer ?? ""),
        finding.Mismatch.Keyword,
        Lasting(finding.Mismatch.Expected),
        Lasting(finding.Mismatch.Actual));

    private static string FirstWay(string? scenario, Finding finding) => string.Join(
        '|',
        scenario,
        finding.Requirement,
        finding.Verdict,
        finding.Endpoint,
        finding.Mismatch.Subject,
        LastingPlace(finding.Mismatch.Pointer ?? ""),
        finding.Mismatch.Keyword,
        Lasting(finding.Mismatch.Expected),
        Lasting(finding.Mismatch.Actual));

    private static string Lasting(string text) => LastingWord().IsMatch(text) ? text : "";

    // Users, devices and keys are the names of members too, and positions in lists change.
    private static string LastingPlace(string pointer) =>
        string.Join('/', pointer.Split('/').Select(segment => NameOfContract().IsMatch(segment) ? segment : "*"));

    [GeneratedRegex(@"^[a-z_.]*\z")]
    private static partial Regex NameOfContract();

    // A status, an error code, the absence of something: all else may differ from run to run.
    [GeneratedRegex(@"^([1-5][0-9]{2}|""?[A-Z]+(_[A-Z]+)+""?|""?[a-z]+(_[a-z]+)+""?|absent|empty|none|null|true|false)\z")]
    private static partial Regex LastingWord();

    // The parts of an answer; every other subject of a finding is prose.
    [GeneratedRegex(@"^(status|body|header [A-Za-z-]+)\z")]
    private static partial Regex Term();
}
