using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Records;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Records;

/// <summary>
/// Records that this version wrote are read without the schema, and nothing is let through that it would refuse: every keyword
/// of the schema is broken once, in a text that looks like the writer's own.
/// </summary>
public sealed class StrictReadingTests
{
    [Test]
    public void Refuses_whatever_breaks_a_keyword_of_the_schema()
    {
        var breaks = SchemaBreaks.Of(Full()).ToList();

        var letThrough = breaks.Where(broken => Reads(broken.Text)).Select(broken => broken.Keyword);

        letThrough.Should().BeEmpty();
        breaks
            .Select(broken => broken.Keyword)
            .Distinct()
            .Should()
            .HaveCountGreaterThan(250, "a sample without a member breaks none of its keywords");
    }

    [Test]
    public void Knows_every_member_that_the_schema_describes()
    {
        var described = SchemaBreaks.Members().ToHashSet();

        described.Except(SchemaBreaks.Of(Full()).Select(broken => broken.Keyword.Split(' ')[0])).Should().BeEmpty();
    }

    /// <summary>The sample, with all that may be absent.</summary>
    private static RunRecord Full()
    {
        var sample = SampleRun.Record;
        var scenario = sample.Scenarios.First(
            each => each.Exchanges.Count > 0 && each.Findings.Any(finding => finding.Softened is not null));
        var exchange = scenario.Exchanges[0] with
        {
            Request = scenario.Exchanges[0].Request with { Body = "{}", CutFrom = 9 },
            Response = new RecordedResponse(200, [new Header("Server", "x")], "{}")
            {
                CutFrom = 9,
                Digest = $"sha256:{new string('0', 64)}",
                HeadersCutFrom = 9,
                HttpVersion = "2",
            },
        };
        return sample with
        {
            PlanDigest = sample.SuiteDigest,
            RunId = "nightly-17",
            Shard = new Shard(2, 8),
            SecretsReplaced = ["its journal contained the value of <password#1~test>, which was replaced"],
            Target = sample.Target with
            {
                Probe = "GET /probe",
                Profile = "matrix-logout",
                StrictAmbiguities = ["AMB-1"],
                SessionsPerUser = 2,
                ScenariosAtOnce = 4,
                RequestsPerSecond = 20,
                RevocationMilliseconds = 0,
                Proxy = "http://proxy.example:3128",
                FurtherBaseUrls = ["http://node-2.example"],
                File = "staging.json",
                Places = new Dictionary<string, int> { ["name"] = 2 },
                Deviations = [new("tolerances.removalMilliseconds", "9000", "2000")],
            },
            Preflight = sample.Preflight! with { Problem = "none", Exchanges = [exchange] },
            Closing = new ClosingFinished { LeftOpen = ["a session"], Exchanges = [exchange] },
            Scenarios =
            [
                scenario with
                {
                    FailedControl = 1,
                    AloneFrom = 1,
                    Lacks = "x",
                    Reason = "y",
                    Exchanges = [exchange],
                    Findings = [scenario.Findings[0] with { Endpoint = "GET /" }],
                },
                .. sample.Scenarios,
            ],
        };
    }

    private static bool Reads(string text)
    {
        try
        {
            return RunRecordJson.Read(text, "run.json") is not null;
        }
        catch (UnreadableRecordException)
        {
            return false;
        }
    }
}
