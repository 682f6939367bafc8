using Conformance.Record.Journal;
using Conformance.Reports.Records;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Records;

/// <summary>Run sets: several records in one file, read as strictly as one.</summary>
public sealed class RunSetJsonTests
{
    private static string Sample => RunSetJson.Write([SampleRun.Record, SampleRun.Record with { EndedAt = null }]);

    [Test]
    public void Reads_back_what_it_writes() => RunSetJson.Write(RunSetJson.Read(Sample, "set.json")).Should().Be(Sample);

    [Test]
    public void Reads_a_set_that_somebody_formatted_anew() =>
        RunSetJson.Write(RunSetJson.Read(Sample.Replace("\n", "\r\n", StringComparison.Ordinal), "set.json")).Should().Be(Sample);

    [Test]
    public void Reads_a_single_record_as_a_set_of_one() =>
        RunSetJson.Read(RunRecordJson.Write(SampleRun.Record), "run.json").Should().ContainSingle();

    [TestCase("""{ "formatVersion": 1, "runs": [] }""", "*no list of run records, or there are none*")]
    [TestCase("""{ "formatVersion": 1, "runs": 7 }""", "*no list of run records*")]
    [TestCase("""{ "formatVersion": 1, "runs": [], "extra": 1 }""", "*member extra*")]
    [TestCase("""{ "formatVersion": 1, "runs": [], "runs": [] }""", "*Duplicate*")]
    [TestCase("""{ "formatVersion": 2, "runs": [] }""", "*formatVersion 2*")]
    [TestCase("""{ "runs": [] }""", "*no formatVersion*")]
    [TestCase("""{ "formatVersion": 1, "runs": [{}] }""", "*at /runs/0: *")]
    [TestCase("""{ "runs": """, "*no run record*")]
    public void Refuses_what_is_no_set(string json, string message) =>
        FluentActions.Invoking(() => RunSetJson.Read(json, "set.json")).Should().Throw<UnreadableRecordException>().WithMessage(message);

    [Test]
    public void Names_the_place_within_the_record_that_is_not_of_the_form()
    {
        var broken = RunSetJson.Write([SampleRun.Record, SampleRun.Record with { SuiteVersion = "" }]);

        FluentActions.Invoking(() => RunSetJson.Read(broken, "set.json"))
            .Should()
            .Throw<UnreadableRecordException>()
            .WithMessage("*at /runs/1/suiteVersion: *");
    }
}
