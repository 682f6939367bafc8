using System.CommandLine;
using Conformance.Reports.Register.Checking;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;
using Conformance.Tool.Gating;
using Conformance.Tool.Registering;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance submit-check</c>: what the CI of a register says of submissions.</summary>
internal sealed class SubmitCheckCommand : ToolCommand
{
    private const string Purpose =
        "Checks submissions to a register, folders with submission.json and evidence.zip, and key.pub.pem if the bundle is signed: fields "
        + "complete, bundle verified, suite version known, no secret, profile met. All problems are told together, in Markdown. "
        + "Secrets are found by their form (private keys, JSON Web Tokens, tokens with a name of their own), where a record should have a "
        + "label, and by the values of --secret-env; it cannot see other secrets of the vendor, such as passwords. Whether a key is the "
        + "vendor's it cannot see either.";

    private readonly Argument<string[]> folders = new("DIR")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "The folder of a submission, or one with a folder for each submission.",
    };

    private readonly Option<string?> comment = new("--comment")
    {
        Description = "Where the comment goes. [default: the standard output]",
    };

    private readonly Option<string[]> secrets = new("--secret-env")
    {
        Description = "Names of environment variables whose values must stand nowhere in the submissions, unpacked or not.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> embedded = new("--embedded")
    {
        Description = "Take runs against the reference servers of the suite itself, too. [default: they are refused]",
    };

    private readonly TimeProvider time;

    /// <param name="time">The clock by which waivers are old.</param>
    public SubmitCheckCommand(TimeProvider time)
        : base("submit-check", Purpose)
    {
        this.time = time;
        Take(folders, comment, secrets, embedded);
        comment.RefuseEmpty();
        SetAction(Check);
    }

    public override IReadOnlyList<string> Examples =>
        ["submit-check submissions/example-server-1.4", "submit-check submissions --comment comment.md"];

    public override IReadOnlyList<ExitCode> CanEndWith =>
        [
            ExitCode.Success, ExitCode.NonConformant, ExitCode.BadUsage, ExitCode.Inconclusive, ExitCode.UnreadableRecord,
            ExitCode.WaiverProblem, ExitCode.SecretFound, ExitCode.NotVerified,
        ];

    public override string? Special(ExitCode code) => code switch
    {
        ExitCode.Success => "every submission can be accepted",
        ExitCode.BadUsage => "the command line is wrong, or a submission is incomplete",
        ExitCode.UnreadableRecord => "a bundle is missing or cannot be read",
        ExitCode.SecretFound => "a submission has what is, or looks like, a secret",
        ExitCode.NotVerified => "a bundle does not hold, or is of another version",
        _ => null,
    };

    private int Check(ParseResult parsed)
    {
        var scan = new SecretScan(parsed.GetValue(secrets) ?? []);
        var check = new SubmissionCheck(time.GetUtcNow(), parsed.GetValue(embedded), scan.LeaksOfText);
        // One by one: unpacked, a bundle is long.
        IReadOnlyList<CheckedSubmission> submissions =
            [.. parsed.GetRequiredValue(folders).SelectMany(SubmissionFolder.In).Select(folder => check.Of(SubmissionFolder.Read(folder)))];
        var text = SubmissionComment.Write(submissions);
        if (parsed.GetValue(comment) is { } file)
            OutputFiles.Write(file, text);
        else
            parsed.InvocationConfiguration.Output.Write(text);

        return (int)SubmissionExit.Of(submissions);
    }
}
