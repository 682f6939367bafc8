using Conformance.Reports.Text;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Text;

/// <summary>Foreign text in Markdown shows as it is.</summary>
public sealed class MarkdownTests
{
    [TestCase("a|b", @"a\|b")]
    [TestCase(@"a\|b", @"a\\\|b")]
    [TestCase("`code`", @"\`code\`")]
    [TestCase("one\r\ntwo\nthree", "one two three")]
    [TestCase("<access-token#1>", @"\<access-token\#1\>")]
    [TestCase("*bold* _it_ [link](x)", @"\*bold\* \_it\_ \[link\](x)")]
    public void Escapes_text(string text, string expected) => Markdown.Escape(text).Should().Be(expected);

    [TestCase("a|b", "`a|b`")]
    [TestCase("a`b", "``a`b``")]
    [TestCase("`a``b`", "``` `a``b` ```")]
    [TestCase("one\ntwo", "`one two`")]
    [TestCase("", "`  `")]
    public void Fences_code(string text, string expected) => Markdown.Code(text).Should().Be(expected);

    [TestCase("the `errcode` is *it*", @"the `errcode` is \*it\*")]
    [TestCase("an odd ` backtick", @"an odd \` backtick")]
    public void Keeps_the_code_spans_of_prose(string text, string expected) => Markdown.Prose(text).Should().Be(expected);

    [TestCase("red \u001b[31m", @"red \u001b[31m")]
    [TestCase("turned \u202e round", @"turned \u202e round")]
    [TestCase("tab\there", "tab here")]
    public void Shows_control_characters_as_what_they_are(string text, string expected) => OneLine.Of(text).Should().Be(expected);

    [Test]
    public void Cuts_long_text() => OneLine.Of("abcdef", longest: 3).Should().Be("abc…");
}
