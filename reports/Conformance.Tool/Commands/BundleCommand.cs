using System.CommandLine;
using System.Security.Cryptography;
using Conformance.Record.Runs;
using Conformance.Reports.Bundles;
using Conformance.Reports.Formats;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;
using Conformance.Reports.Verification;
using Conformance.Schemas.Profiles;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance bundle</c>: packs the evidence of a run into one file that a stranger can verify.</summary>
internal static class BundleCommand
{
    private const string KeyVariable = "CONFORMANCE_SIGNING_KEY";

    private static readonly Argument<string> Run = new("run.json") { Description = "The record of a run." };
    private static readonly Option<string?> Journal = new("--journal") { Description = "The journal of the run. [default: journal.jsonl beside the record]" };
    private static readonly Option<string?> Key = new("--key") { Description = $"A private key that signs: ECDSA P-256 in PEM. [default: the text in {KeyVariable}, else unsigned]" };
    private static readonly Option<string?> ProfileName = new("--profile") { Description = "The profile to judge by. [default: that of the target file, else of its contract and edition]" };
    private static readonly Option<string> Output = new("--out") { Description = "Where the bundle goes, such as evidence.zip.", Required = true };

    public static Command Create()
    {
        var command = new Command("bundle", "Packs record, journal and reports into one file, with a signed statement of what they show; conformance verify checks it.")
        {
            Run,
            Journal,
            Key,
            ProfileName,
            Output,
        };
        command.SetAction(parsed => Pack(parsed, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Pack(ParseResult parsed, TextWriter stdout, TextWriter stderr)
    {
        var path = parsed.GetRequiredValue(Run);
        var run = Judge(RecordFiles.ReadRun(path), parsed.GetValue(ProfileName));
        var journal = BinaryFiles.Read(parsed.GetValue(Journal) ?? Path.Combine(Path.GetDirectoryName(path) ?? "", BundleContents.Journal), "name the journal of the run with --journal");
        using var key = SigningKey(parsed.GetValue(Key));
        if (Bundle.Problems(run.Record, journal, Recomputation.Of(run.Record)).ToList() is { Count: > 0 } problems)
            return Refuse(problems, stderr);

        using var packed = new MemoryStream();
        Bundle.Write(run, journal, key, packed);
        var target = parsed.GetRequiredValue(Output);
        BinaryFiles.Write(target, packed.ToArray());
        stdout.WriteLine($"{target}: {OneLine.Of(run.Gate.Reason)}");
        stdout.WriteLine(key is null
            ? $"UNSIGNED: anybody can make such a bundle; sign it with --key, or with a key in {KeyVariable}"
            : $"signed with key id {SigningKeys.IdOf(key)}");
        return (int)ExitCode.Success;
    }

    // Nobody should put a signature below what contradicts itself.
    private static int Refuse(List<BundleProblem> problems, TextWriter stderr)
    {
        stderr.WriteLine("conformance: nothing was packed, because the record does not hold against its own evidence:");
        foreach (var problem in problems)
            stderr.WriteLine($"  {problem.File}: {OneLine.Of(problem.Problem)}");
        return (int)ExitCode.NotVerified;
    }

    private static JudgedRun Judge(RunRecord record, string? name)
    {
        try
        {
            return JudgedRun.Of(record, name is null ? null : Profiles.Find(name) ?? throw new UnknownProfileException(name));
        }
        catch (Exception e) when (e is UnknownProfileException or DialectMismatchException)
        {
            throw new BadUsageException($"{e.Message.TrimEnd('.')}.", e);
        }
    }

    private static ECDsa? SigningKey(string? path)
    {
        var name = path ?? KeyVariable;
        var pem = path is null ? Environment.GetEnvironmentVariable(KeyVariable) : KeyFiles.Read(path);
        try
        {
            return string.IsNullOrEmpty(pem) && path is null ? null : SigningKeys.ReadPrivate(pem!, name);
        }
        catch (KeyProblemException e)
        {
            throw new BadUsageException(e.Message, e);
        }
    }
}
