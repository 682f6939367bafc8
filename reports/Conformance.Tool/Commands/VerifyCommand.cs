using System.CommandLine;
using Conformance.Record.Journal;
using Conformance.Reports.Bundles;
using Conformance.Reports.Text;
using Conformance.Reports.Verification;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;
using Conformance.Tool.Output;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance verify</c>: checks an evidence bundle, and judges its exchanges again.</summary>
internal sealed class VerifyCommand : ToolCommand
{
    private readonly Argument<string> bundle = new("bundle") { Description = "What conformance bundle has packed." };
    private readonly Option<string?> keyFile =
        new("--key") { Description = "The public key of whoever must have signed it, in PEM. [default: no signature is checked]" };
    private readonly Option<bool> json = new("--json") { Description = "Prints the result as JSON." };

    public VerifyCommand()
        : base(
            "verify",
            "Checks signature, digests and reports of a bundle, and judges its recorded exchanges again; "
            + "it does not ask whether the server is conformant.")
    {
        Take(bundle, keyFile, json);
        SetAction(Run);
    }

    public override IReadOnlyList<string> Examples => ["verify evidence.zip --key key.pub.pem"];

    public override IReadOnlyList<ExitCode> CanEndWith => [.. ExitCodes.OfReading, ExitCode.NotVerified];

    public override string? Special(ExitCode code) => code is ExitCode.Success ? "the bundle holds, whatever it shows of the server" : null;

    private int Run(ParseResult parsed)
    {
        var stdout = parsed.InvocationConfiguration.Output;
        var (path, keyPath) = (parsed.GetRequiredValue(bundle), parsed.GetValue(keyFile));
        using var content = new MemoryStream(BinaryFiles.Read(path, "name a bundle that conformance bundle has packed"));
        using var key = keyPath is null ? null : KeyFiles.ReadPublic(keyPath);
        var result = Verify(content, path, key is null ? null : new TrustedKey(key, keyPath!));
        if (parsed.GetValue(json))
        {
            JsonOutput.Write(
                stdout,
                new
                {
                    verified = result.Problems.Count == 0,
                    result.SignatureState,
                    result.Signature,
                    result.Version,
                    result.Judgement,
                    result.Trusted,
                    result.Problems,
                });
        }
        else
        {
            Print(path, result, stdout);
        }
        return (int)(result.Problems.Count == 0 ? ExitCode.Success : ExitCode.NotVerified);
    }

    private static BundleVerification Verify(Stream content, string path, TrustedKey? key)
    {
        try
        {
            return BundleVerification.Of(content, key, BundleBounds.Default);
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableRecordException($"{path} is no bundle: it is not a ZIP archive, or its end is missing.", e);
        }
    }

    private static void Print(string path, BundleVerification result, TextWriter stdout)
    {
        stdout.WriteLine($"{path}: {Verdict(result)}");
        stdout.WriteLine($"  signature: {OneLine.Of(result.Signature)}");
        if (result.Version is { } version)
            stdout.WriteLine($"  version: {OneLine.Of(version)}");
        if (result.Judgement is { } judgement)
            stdout.WriteLine($"  the record: {OneLine.Of(judgement)}");
        if (result.Trusted is { } trusted)
            PrintTrusted(trusted, stdout);
        foreach (var problem in result.Problems)
            stdout.WriteLine($"  {OneLine.Of(problem.File)}: {OneLine.Of(problem.Problem)}");
    }

    // Whoever reads one line only must not take a bundle for somebody's word that may be anybody's.
    private static string Verdict(BundleVerification result) => result switch
    {
        { Problems.Count: > 0 } => $"NOT VERIFIED, {result.Problems.Count} problems",
        { SignatureState: SignatureState.NotChecked } => "verified, signature not checked",
        { SignatureState: SignatureState.Unsigned } => "verified, UNSIGNED",
        _ => "verified",
    };

    private static void PrintTrusted(TakenOnTrust trusted, TextWriter stdout)
    {
        stdout.WriteLine(
            $"  the record's own word: what was expected of the answers, {trusted.Expected} expectations; compare it with the certificate");
        stdout.WriteLine(
            $"  taken on trust: {trusted.Expectations} expectations over several answers, {trusted.Softened} softened findings, "
            + $"{trusted.Unjudged} scenarios without a judgement, {trusted.LeftOut} left out");
        if (trusted.Missing > 0)
        {
            stdout.WriteLine(
                $"  missing: {trusted.Missing} scenarios of this version; another version of the suite made the record, "
                + "and may not have had them");
        }
    }
}
