using System.CommandLine;
using System.Security.Cryptography;
using Conformance.Reports.Bundles;
using Conformance.Reports.Text;
using Conformance.Reports.Verification;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance bundle</c>: packs the evidence of a run into one file that a stranger can verify.</summary>
internal sealed class BundleCommand : ToolCommand
{
    private const string KeyVariable = "CONFORMANCE_SIGNING_KEY";

    private readonly Argument<string> runFile = new("run.json") { Description = "The record of one run, or of several: --target chooses." };
    private readonly Option<string?> journalFile =
        new("--journal") { Description = "The journal of the run. [default: journal.jsonl beside the record]" };
    private readonly Option<string?> keyFile =
        new("--key") { Description = $"A private key that signs: ECDSA P-256 in PEM. [default: the text in {KeyVariable}, else unsigned]" };
    private readonly Option<string?> target = TargetOption.Create();
    private readonly Option<string?> profile = ProfileOption.Create();
    private readonly Option<string> output = new("--out") { Description = "Where the bundle goes, such as evidence.zip.", Required = true };

    public BundleCommand()
        : base(
            "bundle",
            "Packs record, journal and reports into one file, with a signed statement of what they show; conformance verify checks it.")
    {
        Take(runFile, journalFile, keyFile, target, profile, output);
        SetAction(Pack);
    }

    public override IReadOnlyList<string> Examples => ["bundle reports/out/staging/run.json --key key.pem --out evidence.zip"];

    public override IReadOnlyList<ExitCode> CanEndWith => [.. ExitCodes.OfReading, ExitCode.NotVerified];

    public override string? Special(ExitCode code) =>
        code is ExitCode.NotVerified ? "the record does not hold against its own evidence, so nothing was packed" : null;

    private int Pack(ParseResult parsed)
    {
        var (stdout, stderr) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var path = parsed.GetRequiredValue(runFile);
        var run = ProfileOption.Judge(
            TargetOption.ChooseOne(RunFiles.Read([path]), parsed.GetValue(target)), ProfileOption.Find(parsed.GetValue(profile)));
        var journal = BinaryFiles.Read(
            parsed.GetValue(journalFile) ?? Path.Combine(Path.GetDirectoryName(path) ?? "", BundleContents.Journal),
            "name the journal of the run with --journal");
        using var key = SigningKey(parsed.GetValue(keyFile));
        if (Bundle.Problems(run.Record, journal, Recomputation.Of(run.Record)).ToList() is { Count: > 0 } problems)
            return Refuse(problems, stderr);

        using var packed = new MemoryStream();
        Bundle.Write(run, journal, key, packed);
        var file = parsed.GetRequiredValue(output);
        BinaryFiles.Write(file, packed.ToArray());
        stdout.WriteLine($"{file}: {OneLine.Of(run.Gate.Reason)}");
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
            stderr.WriteLine($"  {OneLine.Of(problem.File)}: {OneLine.Of(problem.Problem)}");
        return (int)ExitCode.NotVerified;
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
