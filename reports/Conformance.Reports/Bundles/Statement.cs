using System.Text;
using System.Text.Json.Nodes;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Gating;
using Conformance.Reports.Verification;

namespace Conformance.Reports.Bundles;

/// <summary>
/// What a bundle attests: an in-toto Statement v1 about its files, with the test-result predicate v0.1. Tests are requirements,
/// by their ids; what was only observed, not applicable or switched off is no test.
/// </summary>
internal static class Statement
{
    /// <summary>What the statement is.</summary>
    public const string Type = "https://in-toto.io/Statement/v1";

    /// <summary>What it says.</summary>
    public const string PredicateType = "https://in-toto.io/attestation/test-result/v0.1";

    /// <summary>The descriptor of the profile in the configuration.</summary>
    public const string ProfileDescriptor = "profile";

    /// <summary>The descriptor of the tool in the configuration.</summary>
    public const string ToolDescriptor = "reports";

    /// <summary>The statement about a run and the files of its bundle. Pure.</summary>
    /// <param name="run">The run, judged.</param>
    /// <param name="files">The files.</param>
    /// <param name="toolVersion">Version of the tool that makes it; null for this one.</param>
    public static JsonObject Of(JudgedRun run, IEnumerable<BundleFile> files, string? toolVersion = null) => new()
    {
        ["_type"] = Type,
        ["subject"] = Subjects(files),
        ["predicateType"] = PredicateType,
        ["predicate"] = new JsonObject
        {
            ["result"] = Result(run),
            ["configuration"] = new JsonArray([.. Configuration(run, toolVersion ?? ToolVersion.Full)]),
            ["passedTests"] = Tests(run.Record, Verdict.Pass),
            ["warnedTests"] = Tests(run.Record, Verdict.Warning, Verdict.Waived),
            ["failedTests"] = Tests(run.Record, Verdict.Fail, Verdict.Inconclusive, Verdict.Error),
        },
    };

    /// <summary>The files with their digests.</summary>
    public static JsonArray Subjects(IEnumerable<BundleFile> files) => new([.. files.Select(Subject)]);

    private static JsonNode Subject(BundleFile file) =>
        new JsonObject { ["name"] = file.Path, ["digest"] = Sha256(Digest.Of(file.Content.ToArray())) };

    private static string Result(JudgedRun run) => run.Gate switch
    {
        { Conformity: not Conformity.Conformant } => "FAILED",
        var gate when gate.Lines.All(line => line.Verdict is Verdict.Pass) => "PASSED",
        _ => "WARNED",
    };

    private static IEnumerable<JsonNode> Configuration(JudgedRun run, string toolVersion)
    {
        var target = run.Record.Target;
        yield return Described(
            "target",
            Digest.Of(Encoding.UTF8.GetBytes(JsonText.Of(target))),
            ("name", target.Name),
            ("dialect", target.Dialect),
            ("baseUrl", target.BaseUrl));
        yield return Described(
            ProfileDescriptor,
            Digests.Manifest(run.Contract, run.Profile),
            ("name", run.Profile.Name),
            ("version", $"{run.Profile.Version}"));
        yield return Described("catalogue", Digests.Catalogue(run.Contract), ("dialect", target.Dialect));
        yield return Described("responseSchemas", Digests.ResponseSchemas(run.Contract), ("dialect", target.Dialect));
        yield return Described("faultResults", Digests.FaultResults);
        yield return Described(ToolDescriptor, Digest.Of(Encoding.UTF8.GetBytes(toolVersion)), ("version", toolVersion));
        // A descriptor without digest, content or address is none.
        if (run.Record.SuiteDigest?.Split(':') is ["sha256", var digest])
            yield return Described("suite", digest, ("version", run.Record.SuiteVersion));
    }

    private static JsonObject Described(string name, string digest, params (string Name, string Value)[] annotations) => new()
    {
        ["name"] = name,
        ["digest"] = Sha256(digest),
        ["annotations"] = new JsonObject(annotations.Select(each => KeyValuePair.Create(each.Name, (JsonNode?)each.Value))),
    };

    private static JsonObject Sha256(string digest) => new() { ["sha256"] = digest };

    private static JsonArray Tests(RunRecord record, params Verdict[] verdicts) =>
        [.. record.Requirements.Where(result => verdicts.Contains(result.Verdict)).Select(result => JsonValue.Create(result.Id))];
}
