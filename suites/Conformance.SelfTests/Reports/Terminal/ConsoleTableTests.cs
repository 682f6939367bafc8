using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Terminal;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Terminal;

/// <summary>The table at the end of a run.</summary>
public sealed class ConsoleTableTests
{
    [Test, Category(GeneratedFiles.TextsCategory)]
    public void Writes_the_approved_text() => Write(SampleRun.Record, Second).ShouldBeApproved("console-table.approved.txt");

    [Test]
    public void Writes_the_same_bytes_for_the_same_record() => Write(SampleRun.Record).Should().Be(Write(SampleRun.Record));

    [Test]
    public void Fits_80_columns_without_colours()
    {
        var target = SampleRun.Record.Target with { Name = new string('n', 100) };
        var slow = Finished("MTX-LOGOUT-02", Verdict.Pass, new string('s', 100)) with { Milliseconds = 60_000 };

        var table = Write(SampleRun.Record with { Target = target, Scenarios = [slow] });

        table.Split('\n').Should().OnlyContain(line => line.Length <= 80);
        table.Should().Contain("slowest: 60.0 s, MTX-LOGOUT-02, sss").And.NotContain("\u001b");
    }

    [Test]
    public void Takes_names_that_look_like_markup() =>
        Write(SampleRun.Record with { Target = SampleRun.Record.Target with { Name = "[red]x[/" } }).Should().Contain("[red]x[/");

    [Test]
    public void Writes_at_once_because_test_hosts_break_lines_between_pieces()
    {
        using var writer = new PieceCounter();

        ConsoleTable.Write([SampleRun.Record], writer);

        writer.Pieces.Should().Be(1);
    }

    private static RunRecord Second =>
        Fold(Finished("MTX-LOGOUT-02", Verdict.Pass)) with { Target = Target with { Name = "reference" }, EndedAt = null };

    private static string Write(params RunRecord[] records)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ConsoleTable.Write(records, writer);
        return writer.ToString();
    }

    private sealed class PieceCounter : StringWriter
    {
        public int Pieces { get; private set; }

        public override void Write(string? value) => Pieces++;

        public override void Write(char value) => Pieces++;

        public override void Write(char[] buffer, int index, int count) => Pieces++;
    }
}
