using Conformance.Record.Text;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Record.Text;

/// <summary>Text that a server has chosen, as a console gets it.</summary>
public sealed class InertTextTests
{
    private static IEnumerable<string> Kinds => HostileTexts.All.Keys;

    [TestCaseSource(nameof(Kinds))]
    public void Is_no_command(string kind)
    {
        var line = InertText.Line(HostileTexts.All[kind]);
        var lines = InertText.Lines(HostileTexts.All[kind]);

        line.Should().Contain(HostileTexts.Mark).And.NotContain("\n");
        lines.Should().Contain(HostileTexts.Mark);
        line.ShouldBeInert(kind);
        lines.ShouldBeInert(kind);
    }

    [TestCase("red \e[31m", @"red \u001b[31m")]
    [TestCase("turned \u202e round", @"turned \u202e round")]
    [TestCase("::error::x", @"\u003a:error::x")]
    [TestCase("  ::error::x", @"  \u003a:error::x")]
    [TestCase("##vso[task.complete]", @"\u0023#vso[task.complete]")]
    [TestCase("###[error]", @"#\u0023#[error]")]
    [TestCase("one\r\ntwo\tthree\rfour", "one two three four")]
    [TestCase("http://[::1]:8008/ and ## a heading [x]: 漢 🙂", "http://[::1]:8008/ and ## a heading [x]: 漢 🙂")]
    public void Shows_as_it_is(string text, string shown) => InertText.Line(text).Should().Be(shown);

    // Attributes cannot hold half of a pair.
    [Test]
    public void Shows_half_of_a_pair() => InertText.Line("half \ud800 of a pair").Should().Be(@"half \ud800 of a pair");

    [Test]
    public void Keeps_its_lines() =>
        InertText.Lines("one\r\n ::two\rthree\u2028##[four]").Should().Be("one\n \\u003a:two\nthree\n\\u0023#[four]");

    [Test]
    public void Is_cut_where_nobody_reads_on() => InertText.Line("abcdef", longest: 3).Should().Be("abc…");
}
