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
    public static string? Of(IEnumerable<Finding> findings)
    {
        var ways = findings
            .Where(finding => finding.Verdict is Verdict.Fail or Verdict.Warning)
            .Select(Way)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        return ways.Count == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ways))))[..Length];
    }

    // What was expected is the contract's and may name this run's users and devices; of what came, only words that no run makes up.
    private static string Way(Finding finding) => string.Join(
        '|',
        finding.Requirement,
        finding.Endpoint,
        finding.Mismatch.Subject,
        Lasting(finding.Mismatch.Pointer ?? ""),
        finding.Mismatch.Keyword,
        LastingWord().IsMatch(finding.Mismatch.Actual) ? finding.Mismatch.Actual : "");

    // Users, devices and keys are the names of members too, and positions in lists change.
    private static string Lasting(string pointer) =>
        string.Join('/', pointer.Split('/').Select(segment => NameOfContract().IsMatch(segment) ? segment : "*"));

    [GeneratedRegex(@"^[a-z_.]*\z")]
    private static partial Regex NameOfContract();

    // A status, an error code, the absence of something: all else may differ from run to run.
    [GeneratedRegex(@"^([1-5][0-9]{2}|""?[A-Z]+(_[A-Z]+)+""?|""?[a-z]+(_[a-z]+)+""?|absent|empty|none|null|true|false)\z")]
    private static partial Regex LastingWord();
}
