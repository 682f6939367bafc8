using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Record.Verdicts;

namespace Conformance.Record.Waivers;

/// <summary>
/// A short name for the way in which a requirement is violated: the same in every run in which the server fails in the same way,
/// another one as soon as it fails differently.
/// </summary>
public static partial class FindingFingerprint
{
    private const int Length = 16;

    /// <summary>The fingerprint of all violations among some findings, in whatever order: 16 hexadecimal digits; null if none is a violation.</summary>
    /// <param name="findings">Each with the scenario whose promise it breaks; null for what was found in passing.</param>
    public static string? Of(IEnumerable<(string? Scenario, Finding Finding)> findings)
    {
        var ways = findings
            .Where(found => found.Finding.Verdict is Verdict.Fail or Verdict.Warning)
            .Select(found => Way(found.Scenario, found.Finding))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        return ways.Count == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ways))))[..Length];
    }

    private static string Way(string? scenario, Finding finding) => string.Join(
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
}
