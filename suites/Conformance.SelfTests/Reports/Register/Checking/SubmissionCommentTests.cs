using Conformance.Reports.Register.Checking;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Register.Checking;

/// <summary>What the bot of a register says: what is wrong first, and nothing that a submission could make it say.</summary>
public sealed class SubmissionCommentTests
{
    private const string Hostile = "@everyone <img src=x> [click](javascript:alert(1)) | `code`\n## heading\u202e";

    private static readonly CheckedSubmission Sound =
        new("submissions/sound", SampleRegister.Submission, "conformant to matrix-logout version 3", "UNSIGNED", []);

    [Test]
    public void Tells_what_is_wrong_before_what_is_well()
    {
        var broken = new CheckedSubmission("submissions/broken", null, null, null, [Problem("website is missing")]);

        SubmissionComment.Write([Sound, broken]).Should().StartWith(
            """
            <!-- conformance submit-check -->
            ## Conformance submissions

            **1 of 2 can be accepted.**

            ### ✕ submissions/broken

            - **incomplete**, submission.json: website is missing

            ### ✓ submissions/sound: Example server 1.4.2

            - conformant to matrix-logout version 3
            - signature: UNSIGNED

            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public void Shows_hostile_text_as_text()
    {
        var submission = SampleRegister.Submission with { Name = Hostile, Version = Hostile };

        var comment = SubmissionComment.Write(
            [new(Hostile, submission, Hostile, Hostile, [new(SubmissionFault.Incomplete, Hostile, Hostile)])]);

        comment.Should().NotContainAny("\n## heading", " <img", "[click]", "@everyone", "\u202e", " `code`");
        comment.Should().Contain("@<!-- -->everyone").And.Contain(@"\u202e");
    }

    [Test]
    public void Fits_into_a_comment()
    {
        var problems = Enumerable.Range(0, 2000).Select(number => Problem($"{number} {new string('x', 100)}")).ToList();

        var comment = SubmissionComment.Write([Sound with { Problems = problems }]);

        comment.Length.Should().BeLessThan(65_536);
        comment.Should().Contain("conformance submit-check tells all");
    }

    private static SubmissionProblem Problem(string problem) => new(SubmissionFault.Incomplete, "submission.json", problem);
}
