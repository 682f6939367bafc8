using System.Text.Json;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.SelfTests.Reports;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Record.Journal;

/// <summary>What a run keeps of itself, in memory and in its file.</summary>
public sealed class RunJournalTests
{
    private static IReadOnlyList<JournalEntry> Entries =>
    [
        Journals.Started,
        Journals.Planned("MTX-LOGOUT-02"),
        new PreflightFinished
        {
            Capabilities = [new("refresh", IsUsed: true, Seen: true) { Sighting = "a \"sight\"" }],
            Exchanges = [Journals.Exchange(1, "GET /login", 200)],
        },
        Journals.Finished("MTX-LOGOUT-02", Verdict.Fail) with
        {
            Findings = [Journals.Finding("MTX-LOGOUT-02", Verdict.Fail, exchange: 2)],
            Judgements = [new(2, JudgementKind.Promise, [new(Aspect.Status, ["401"], Holds: false) { Pointer = "/ü" }])],
            JudgedInPassing = new Dictionary<string, int> { ["MTX-HTTP-01"] = 1 },
            Exchanges = [Journals.Exchange(2, "GET /devices", 200)],
            Milliseconds = 1.25,
        },
        Journals.Ended,
    ];

    [Test]
    public void Is_the_same_in_memory_and_in_its_file()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"journal-{Guid.NewGuid():N}.jsonl");
        using (var journal = new RunJournal(path))
        {
            foreach (var entry in Entries)
                journal.Append(entry);

            Lines(journal.Read()).Should().Equal(Lines(Entries));
        }

        Lines(JournalReader.Read(path)).Should().Equal(Lines(Entries));
    }

    [Test]
    public void Is_kept_without_a_file_too()
    {
        using var journal = new RunJournal(path: null);

        journal.Append(Journals.Started);

        journal.Read().Should().Equal(Journals.Started);
    }

    [Test]
    public void Is_written_by_generated_code_as_by_looking_into_the_types() =>
        Entries.Select(entry => JsonSerializer.Serialize(entry, JournalFormat.Written)).Should().Equal(Lines(Entries));

    [Test]
    public void Gives_a_record_that_is_written_by_generated_code_as_by_looking_into_the_types() =>
        JsonSerializer.Serialize(SampleRun.Record, RunRecordFormat.Written)
            .Should()
            .Be(JsonSerializer.Serialize(SampleRun.Record, JournalFormat.Document));

    private static IEnumerable<string> Lines(IEnumerable<JournalEntry> entries) =>
        entries.Select(entry => JsonSerializer.Serialize(entry, JournalFormat.Line));
}
