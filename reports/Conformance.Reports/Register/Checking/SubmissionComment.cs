using System.Globalization;
using Conformance.Reports.Text;

namespace Conformance.Reports.Register.Checking;

/// <summary>What a bot says of submissions, in GitHub-flavoured Markdown. Whatever a submission says is inert in it.</summary>
public static class SubmissionComment
{
    /// <summary>The first line, by which a bot finds its earlier comment.</summary>
    public const string Mark = "<!-- conformance submit-check -->";

    // A comment may have 65,536 characters.
    private const int MostCharacters = 60_000;

    /// <summary>The text; lines end with <c>\n</c>.</summary>
    public static string Write(IReadOnlyList<CheckedSubmission> submissions)
    {
        var acceptable = submissions.Count(submission => submission.IsAcceptable);
        IEnumerable<string> lines =
        [
            Mark,
            "## Conformance submissions",
            "",
            Invariant($"**{acceptable} of {submissions.Count} can be accepted.**"),
            .. submissions.OrderBy(submission => submission.IsAcceptable).SelectMany(Lines),
        ];
        const string Note = "Secrets are looked for by their form, and by the values that this register was given: a password of somebody "
            + "else looks like any other word. Whether a signature is the vendor's is for people to say.";
        return Bounded(lines) + $"\n{Note}\n";
    }

    private static IEnumerable<string> Lines(CheckedSubmission submission) =>
    [
        "",
        $"### {(submission.IsAcceptable ? "✓" : "✕")} {Markdown.Escape(submission.Folder)}{Name(submission)}",
        "",
        .. submission.Judgement is { } judgement && submission.IsAcceptable ? [$"- {Markdown.Escape(judgement)}"] : Array.Empty<string>(),
        .. submission.Signature is { } signature ? [$"- signature: {Markdown.Escape(signature)}"] : Array.Empty<string>(),
        .. submission.Problems.Select(
            problem => $"- **{Word(problem.Fault)}**, {Markdown.Escape(problem.Place)}: {Markdown.Escape(problem.Problem)}"),
    ];

    private static string Name(CheckedSubmission checkedOne) => checkedOne.Submission is { } submission
        ? $": {Markdown.Escape(submission.Name)} {Markdown.Escape(submission.Version)}"
        : "";

    private static string Word(SubmissionFault fault) => fault switch
    {
        SubmissionFault.Incomplete => "incomplete",
        SubmissionFault.Unreadable => "no evidence",
        SubmissionFault.NotVerified => "not verified",
        SubmissionFault.Secret => "SECRET",
        SubmissionFault.NonConformant => "not conformant",
        SubmissionFault.WaiverProblem => "waiver",
        _ => "inconclusive",
    };

    private static string Bounded(IEnumerable<string> lines)
    {
        var text = new System.Text.StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length + line.Length > MostCharacters)
                return text.Append("\nMore does not fit into a comment; conformance submit-check tells all.\n").ToString();

            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
