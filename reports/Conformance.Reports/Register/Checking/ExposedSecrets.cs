using System.Text.RegularExpressions;
using Conformance.Reports.Bundles;

namespace Conformance.Reports.Register.Checking;

/// <summary>
/// What looks like a secret in the text of files, by its form alone, since nobody but the vendor knows the secrets: private keys, JSON Web
/// Tokens, and tokens whose makers gave them a name. A password, or a token without a form of its own, looks like any other word.
/// </summary>
internal static partial class ExposedSecrets
{
    /// <summary>What a file gives away, in words that do not quote it; each once.</summary>
    public static IEnumerable<string> In(BundleFile file)
    {
        var text = SubmittedText.Searchable(file.Content.Span);
        return Forms.Where(form => form.Pattern.IsMatch(text)).Select(form => form.Words);
    }

    private static (string Words, Regex Pattern)[] Forms =>
        [
            ("a private key", PrivateKey()),
            ("a JSON Web Token", WebToken()),
            ("a token of a known form, such as syt_… of a home server or ghp_… of a code host", NamedToken()),
        ];

    [GeneratedRegex("-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}")]
    private static partial Regex WebToken();

    // Synapse, Matrix Authentication Service; GitHub, GitLab, Slack, AWS.
    [GeneratedRegex(
        @"\b(?:sy[tr]_[A-Za-z0-9]{2,}_[A-Za-z0-9_]{16,}|m[ac][tr]_[A-Za-z0-9]{16,}|gh[opsur]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,}"
        + @"|glpat-[A-Za-z0-9_-]{18,}|xox[abprs]-[A-Za-z0-9-]{20,}|AKIA[A-Z0-9]{16})\b")]
    private static partial Regex NamedToken();
}
