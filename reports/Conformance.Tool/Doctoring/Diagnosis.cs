namespace Conformance.Tool.Doctoring;

/// <summary>One thing to fix, or to know.</summary>
/// <param name="Gravity">What it keeps a run from.</param>
/// <param name="Subject">What was looked at.</param>
/// <param name="Place">The key of the target file that it is about, or whose it is: the server's, or this machine's.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Fix">What to change.</param>
/// <param name="Requirements">The rows that are not judged for it; null where it is not about rows.</param>
internal sealed record Diagnosis(
    Gravity Gravity, string Subject, string Place, string Problem, string Fix, IReadOnlyList<string>? Requirements = null)
{
    /// <summary>The place of what only the operator of the server can change.</summary>
    public const string Server = "server";
}
