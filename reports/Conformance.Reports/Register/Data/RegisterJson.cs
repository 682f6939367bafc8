using Conformance.Reports.Formats;
using Conformance.Reports.Register.Entries;
using Conformance.Reports.Register.Submissions;
using Conformance.Reports.Text;

namespace Conformance.Reports.Register.Data;

/// <summary>
/// What a register tells programs, <c>register.json</c>; <c>register.schema.json</c> describes it. Members may be added, never renamed or
/// removed.
/// </summary>
public static class RegisterJson
{
    /// <summary>Version of the form of the file.</summary>
    public const int FormatVersion = 1;

    /// <summary>What a site says of itself, by which it is known again.</summary>
    public const string Kind = "conformance register";

    internal static string Write(RegisterContents contents) => ReportJson.Write(new
    {
        kind = Kind,
        formatVersion = FormatVersion,
        title = contents.Title,
        contracts = contents.Sections.Select(section => new
        {
            name = section.Contract.Name,
            title = section.Contract.Title,
            requirements = section.Requirements.Select(row => new
            {
                id = row.Id,
                section = row.Section,
                endpoint = row.Endpoint,
                level = row.Level,
                statement = row.Statement,
                page = Places.Requirement(row.Id),
            }),
        }),
        implementations = contents.Implementations.Select(Told),
    });

    private static object Told(Implementation implementation) => new
    {
        id = implementation.Slug,
        name = implementation.Name,
        contract = implementation.Contract.Name,
        page = Places.Implementation(implementation),
        badge = Places.Badge(implementation, ".json"),
        runs = implementation.Runs.Select(Told),
    };

    private static object Told(EnteredRun run) => new
    {
        id = run.Id,
        startedAt = Moments.Iso(run.Record.StartedAt),
        endedAt = run.Record.EndedAt is { } end ? Moments.Iso(end) : null,
        suiteVersion = run.Record.SuiteVersion,
        edition = run.Record.Target.Edition,
        submission = run.Submission is { } submission ? Told(submission) : null,
        profile = new { name = run.Run.Profile.Name, version = run.Run.Profile.Version },
        conformity = Name(run.Run.Gate.Conformity),
        reason = run.Run.Gate.Reason,
        met = run.Met,
        required = run.Run.Gate.Lines.Count,
        proof = Name(run.Proof.State),
        proofReason = run.Proof.Reason,
        certificate = Places.Certificate(run),
        bundle = run.HasBundle ? Places.Bundle(run) : null,
        verdicts = run.Record.Requirements
            .GroupBy(result => result.Id, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => Name(same.Max(result => result.Verdict)), StringComparer.Ordinal),
    };

    private static object Told(Submission submission) => new
    {
        version = submission.Version,
        vendor = submission.Vendor,
        website = submission.Website,
        contact = submission.Contact,
        remarks = submission.Remarks,
    };

    private static string Name<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName($"{value}");
}
